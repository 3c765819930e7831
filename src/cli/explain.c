/* prmc explain, rules */

#include "base/json.h"
#include "base/near.h"
#include "cli/commands.h"
#include "cli/page.h"

static int unknown_rule(const char *name)
{
    struct str near = rule_nearest(str_of(name));
    if (near.ptr)
        return usage_error("no rule `%s`; there is `%.*s`", name, STR_ARGS(near));
    return usage_error("no rule `%s`; `prmc rules` lists them", name);
}

int run_explain(struct options *options)
{
    if (options->files.n != 1)
        return usage_error("explain takes the name or the code of a rule");
    enum rule rule = rule_find_prefix(str_of(options->files.at[0]));
    if (rule == RULE_COUNT)
        return unknown_rule(options->files.at[0]);
    struct buf out = buf_on(options->mem);
    page_of_rule(&out, rule, options->format && strcmp(options->format, "markdown") == 0);
    return write_stream(stdout, &out);
}

static void list_text(struct buf *out)
{
    const struct rule_group *group = NULL;
    for (enum rule i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *rule = rule_info(i);
        if (rule->group != group)
            buf_printf(out, "%s%s (%s)\n", group ? "\n" : "", rule->group->title, rule->group->name);
        group = rule->group;
        buf_printf(out, "  %s  %-32s ", rule->code, rule->name);
        page_severity(out, rule);
        buf_char(out, '\n');
    }
}

static void list_markdown(struct buf *out)
{
    buf_text(out,
             "# The rules\n\n"
             "What `prmc check` looks for. `prmc explain RULE` shows the page of a rule, by its name or its code.\n\n"
             "| code | rule | group | severity | what is reported |\n| --- | --- | --- | --- | --- |\n");
    for (enum rule i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *rule = rule_info(i);
        buf_printf(out, "| %s | [%s](%s.md) | %s | ", rule->code, rule->name, rule->name, rule->group->name);
        page_severity(out, rule);
        buf_printf(out, " | %s |\n", rule->summary);
    }
}

static void put_fixes(struct json *json, enum fixes fixes)
{
    json_open_array(json, "fixes");
    for (enum safety safety = SAFETY_SAFE; safety <= SAFETY_DISPLAY; safety++)
        if (fixes & 1u << safety)
            json_put_text(json, NULL, safety_name(safety));
    json_close(json);
}

static void put_implied(struct json *json, const enum rule *implied)
{
    json_open_array(json, "implies");
    for (; implied && *implied != RULE_COUNT; implied++)
        json_put_text(json, NULL, rule_info(*implied)->name);
    json_close(json);
}

static void add_json_rule(struct buf *out, enum rule i)
{
    const struct rule_info *rule = rule_info(i);
    struct json json;
    json_begin(&json, out);
    json_put_text(&json, "code", rule->code);
    json_put_text(&json, "name", rule->name);
    json_put_text(&json, "group", rule->group->name);
    json_open_object(&json, "severity");
    json_put_text(&json, "draft", severity_name(rule->severity[STAGE_DRAFT]));
    json_put_text(&json, "review", severity_name(rule->severity[STAGE_REVIEW]));
    json_put_text(&json, "release", severity_name(rule->severity[STAGE_RELEASE]));
    json_close(&json);
    json_put_text(&json, "summary", rule->summary);
    json_put_text(&json, "reason", rule->reason);
    json_put_text(&json, "remedy", rule->remedy);
    json_put_text(&json, "preset", preset_name(rule_preset(i)));
    put_fixes(&json, rule->fixes);
    put_implied(&json, rule->implies);
    if (rule->source)
        json_put_text(&json, "source", rule->source);
    json_end(&json);
}

static void list_json(struct buf *out)
{
    buf_text(out, "{\"schema\": \"prmc-rules/1\",\n \"rules\": [");
    for (enum rule i = 0; i < RULE_COUNT; i++) {
        buf_text(out, i ? ",\n  " : "\n  ");
        add_json_rule(out, i);
    }
    buf_text(out, "]}\n");
}

int run_rules(struct options *options)
{
    struct buf out = buf_on(options->mem);
    if (options->files.n)
        return usage_error("rules takes no file");
    if (options->format && strcmp(options->format, "json") == 0)
        list_json(&out);
    else if (options->format && strcmp(options->format, "markdown") == 0)
        list_markdown(&out);
    else
        list_text(&out);
    return write_stream(stdout, &out);
}
