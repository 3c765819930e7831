/* prmc explain, rules, help */

#include "base/json.h"
#include "base/near.h"
#include "cli/commands.h"

static void add_wrapped(struct buf *out, const char *text)
{
    enum { WIDTH = 80 };
    size_t column = 0;
    while (*text) {
        size_t n = strcspn(text, " ");
        if (column && column + 1 + n > WIDTH) {
            buf_char(out, '\n');
            column = 0;
        } else if (column) {
            buf_char(out, ' ');
            column++;
        }
        buf_add(out, text, n);
        column += n;
        text += n + (text[n] == ' ');
    }
    buf_char(out, '\n');
}

/* "error", or "warning; error at release". */
static void add_severity(struct buf *out, const struct rule_info *rule)
{
    static const char *const stages[] = {"draft", "review", "release"};
    buf_text(out, severity_name(rule->severity[STAGE_DRAFT]));
    for (enum stage stage = STAGE_REVIEW; stage <= STAGE_RELEASE; stage++)
        if (rule->severity[stage] != rule->severity[stage - 1])
            buf_printf(out, ", %s at %s", severity_name(rule->severity[stage]), stages[stage]);
}

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
    enum rule found = rule_find(str_of(options->files.at[0]));
    if (found == RULE_COUNT)
        return unknown_rule(options->files.at[0]);
    const struct rule_info *rule = rule_info(found);
    struct buf out = buf_on(options->mem);
    buf_printf(&out, "%s %s\n", rule->code, rule->name);
    buf_printf(&out, "%s: ", rule->group->title);
    add_severity(&out, rule);
    buf_text(&out, "\n\n");
    add_wrapped(&out, rule->summary);
    buf_text(&out, "\nWhy\n");
    add_wrapped(&out, rule->reason);
    buf_text(&out, "\nWhat to do\n");
    add_wrapped(&out, rule->remedy);
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
        add_severity(out, rule);
        buf_char(out, '\n');
    }
}

static void list_markdown(struct buf *out)
{
    buf_text(out, "| code | rule | group | severity | what is reported |\n| --- | --- | --- | --- | --- |\n");
    for (enum rule i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *rule = rule_info(i);
        buf_printf(out, "| %s | %s | %s | ", rule->code, rule->name, rule->group->name);
        add_severity(out, rule);
        buf_printf(out, " | %s |\n", rule->summary);
    }
}

static void add_json_rule(struct buf *out, const struct rule_info *rule)
{
    struct json json;
    json_begin(&json, out->mem);
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
    json_end(&json, out);
}

static void list_json(struct buf *out)
{
    buf_text(out, "{\"schema\": \"prmc-rules/1\",\n \"rules\": [");
    for (enum rule i = 0; i < RULE_COUNT; i++) {
        buf_text(out, i ? ",\n  " : "\n  ");
        add_json_rule(out, rule_info(i));
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

static void describe_all(FILE *out)
{
    fputs("prmc compiles process reference models and the mappings between them.\n\n"
          "usage: prmc COMMAND [OPTION...] [FILE...]\n\n", out);
    for (const struct command *command = commands; command->name; command++)
        fprintf(out, "  %-10s %s\n", command->name, command->summary);
    fputs("\n`prmc help COMMAND` shows what a command takes; `prmc --version` the version.\n"
          "Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 a fault of prmc or no memory.\n", out);
}

int run_help(struct options *options)
{
    if (options->files.n == 0) {
        describe_all(stdout);
        return fflush(stdout) == 0 ? EXIT_OK : usage_error("cannot write");
    }
    const struct command *command = find_command(str_of(options->files.at[0]));
    if (!command)
        return usage_error("no command `%s`; see `prmc help`", options->files.at[0]);
    printf("prmc %s%s%s\n%s\n", command->name, *command->usage ? " " : "", command->usage, command->summary);
    if (command->takes) {
        puts("");
        options_describe(command, stdout);
    }
    return fflush(stdout) == 0 ? EXIT_OK : usage_error("cannot write");
}
