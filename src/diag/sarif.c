/* Findings for code scanning: SARIF 2.1.0, as GitHub and the SARIF multitool want it. */

#include "base/json.h"
#include "diag/fingerprint.h"
#include "diag/sentence.h"
#include "diag/writer.h"

/* GitHub shows no more results of a run. */
enum { RESULTS_MOST = 5000 };

/* The multitool wants an absolute URI that tells about the tool. This one depends on no host. */
static const char INFORMATION[] =
    "data:text/plain,prmc%20compiles%20process%20reference%20models%20and%20mappings%20between%20them.%20"
    "%60prmc%20help%60%20and%20%60prmc%20explain%20RULE%60%20tell%20more.";

static const char *level_name(enum severity severity)
{
    static const char *const names[] = {"none", "note", "warning", "error"};
    return names[severity];
}

/* ---- Rules ---- */

/* "missing-statement" as "MissingStatement" */
static void put_pascal_name(struct json *json, const char *name)
{
    struct buf out = buf_on(json->out->mem);
    bool starts = true;
    for (; *name; name++) {
        if (*name != '-')
            buf_char(&out, starts ? to_upper(*name) : *name);
        starts = *name == '-';
    }
    json_put_string(json, "name", buf_as_str(&out));
    buf_free(&out);
}

static void put_text_object(struct json *json, const char *key, const char *text)
{
    json_open_object(json, key);
    json_put_text(json, "text", text);
    json_close(json);
}

static void put_help(struct json *json, const struct rule_info *rule)
{
    struct buf out = buf_on(json->out->mem);
    json_open_object(json, "help");
    buf_printf(&out, "%s\n\nWhy: %s\n\nWhat to do: %s", rule->summary, rule->reason, rule->remedy);
    json_put_string(json, "text", buf_as_str(&out));
    out.n = 0;
    buf_printf(&out, "%s\n\n**Why:** %s\n\n**What to do:** %s\n\n`prmc explain %s`", rule->summary, rule->reason,
               rule->remedy, rule->name);
    json_put_string(json, "markdown", buf_as_str(&out));
    json_close(json);
    buf_free(&out);
}

static void put_rule_properties(struct json *json, const struct rule_info *rule, enum severity severity)
{
    json_open_object(json, "properties");
    json_open_array(json, "tags");
    json_put_text(json, NULL, rule->group->name);
    json_close(json);
    json_put_text(json, "problem.severity", severity >= SEVERITY_WARNING ? severity_name(severity) : "recommendation");
    json_close(json);
}

/* A rule that is off by default has the level of a note: one that is chosen has to have some. */
static void add_rule(struct buf *out, const struct diag *diag, const struct rule_info *rule)
{
    enum severity severity = rule->severity[diag->stage];
    struct json json;
    json_begin(&json, out);
    json_put_text(&json, "id", rule->code);
    put_pascal_name(&json, rule->name);
    put_text_object(&json, "shortDescription", rule->summary);
    struct buf full = buf_on(out->mem);
    buf_printf(&full, "%s %s", rule->summary, rule->reason);
    put_text_object(&json, "fullDescription", buf_cstr(&full));
    buf_free(&full);
    put_help(&json, rule);
    json_open_object(&json, "defaultConfiguration");
    if (severity == SEVERITY_OFF)
        json_put_bool(&json, "enabled", false);
    json_put_text(&json, "level", level_name(severity == SEVERITY_OFF ? SEVERITY_INFO : severity));
    json_close(&json);
    put_rule_properties(&json, rule, severity);
    json_end(&json);
}

/* ---- Places ---- */

static bool is_plain_in_uri(char c)
{
    return is_alnum(c) || strchr("-._~/!$&'()*+,;=@", c) != NULL;
}

/* A path of ours seen from the working folder, which is the root of the sources; others are URIs of files. */
static void put_artifact(struct json *json, const struct source_file *file)
{
    struct buf uri = buf_on(json->out->mem);
    bool is_absolute = str_starts(file->path, STR("/"));
    if (is_absolute)
        buf_text(&uri, "file://");
    for (uint32_t i = 0; i < file->path.len; i++)
        if (file->path.ptr[i] && is_plain_in_uri(file->path.ptr[i]))
            buf_char(&uri, file->path.ptr[i]);
        else
            buf_printf(&uri, "%%%02X", (unsigned char)file->path.ptr[i]);
    json_open_object(json, "artifactLocation");
    json_put_string(json, "uri", buf_as_str(&uri));
    if (!is_absolute)
        json_put_text(json, "uriBaseId", "%SRCROOT%");
    json_close(json);
    buf_free(&uri);
}

static void put_region(struct json *json, const struct diag *diag, const char *key, struct span at)
{
    struct location start = source_locate(diag->sources, at.start), end = source_locate(diag->sources, at.end);
    json_open_object(json, key);
    json_put_integer(json, "startLine", start.line);
    json_put_integer(json, "startColumn", start.utf16_column);
    json_put_integer(json, "endLine", end.line);
    json_put_integer(json, "endColumn", end.utf16_column);
    json_close(json);
}

static void put_physical(struct json *json, const struct diag *diag, struct span at)
{
    json_open_object(json, "physicalLocation");
    put_artifact(json, source_of(diag->sources, at.start));
    put_region(json, diag, "region", at);
    json_close(json);
}

static void put_logical(struct json *json, struct str element)
{
    struct str name = element;
    for (uint32_t i = 0; i < element.len; i++)
        if (element.ptr[i] == '/' || element.ptr[i] == ':')
            name = str_from(element, i + 1);
    json_open_array(json, "logicalLocations");
    json_open_object(json, NULL);
    json_put_string(json, "name", name);
    json_put_string(json, "fullyQualifiedName", element);
    json_close(json);
    json_close(json);
}

/* ---- Results ---- */

/* The sentences of a finding; labels are links to the related locations. */
static void put_message(struct json *json, const struct finding *finding)
{
    struct buf text = buf_on(json->out->mem);
    uint32_t n = 0;
    add_sentence(&text, finding->text);
    for (const struct remark *label = finding->labels.first; label; label = label->next) {
        buf_text(&text, n++ ? ", [" : " See [");
        for (uint32_t i = 0; i < label->text.len; i++) {
            if (strchr("[]\\", label->text.ptr[i]))
                buf_char(&text, '\\');
            buf_char(&text, label->text.ptr[i]);
        }
        buf_printf(&text, "](%u)", n);
    }
    buf_text(&text, n ? "." : "");
    for (const struct remark *note = finding->notes.first; note; note = note->next) {
        buf_char(&text, ' ');
        add_sentence(&text, note->text);
    }
    for (const struct remark *help = finding->helps.first; help; help = help->next) {
        buf_char(&text, ' ');
        add_sentence(&text, help->text);
    }
    json_open_object(json, "message");
    json_put_string(json, "text", buf_as_str(&text));
    json_close(json);
    buf_free(&text);
}

static void put_sentence_object(struct json *json, const char *key, struct str sentence)
{
    struct buf text = buf_on(json->out->mem);
    add_sentence(&text, sentence);
    json_open_object(json, key);
    json_put_string(json, "text", buf_as_str(&text));
    json_close(json);
    buf_free(&text);
}

static void put_related(struct json *json, const struct diag *diag, const struct remark *label)
{
    if (!label)
        return;
    json_open_array(json, "relatedLocations");
    for (uint32_t id = 1; label; label = label->next, id++) {
        json_open_object(json, NULL);
        json_put_integer(json, "id", id);
        put_physical(json, diag, label->at);
        put_sentence_object(json, "message", label->text);
        json_close(json);
    }
    json_close(json);
}

static void put_replacements(struct json *json, const struct diag *diag, const struct fix *fix,
                             const struct source_file *file)
{
    json_open_array(json, "replacements");
    for (const struct edit *edit = fix->first; edit; edit = edit->next) {
        if (source_of(diag->sources, edit->at.start) != file)
            continue;
        json_open_object(json, NULL);
        put_region(json, diag, "deletedRegion", edit->at);
        json_open_object(json, "insertedContent");
        json_put_string(json, "text", edit->text);
        json_close(json);
        json_close(json);
    }
    json_close(json);
}

/* True if no edit before this one is in its file. */
static bool is_first_of_file(const struct diag *diag, const struct fix *fix, const struct edit *edit)
{
    const struct source_file *file = source_of(diag->sources, edit->at.start);
    const struct edit *first = fix->first;
    while (source_of(diag->sources, first->at.start) != file)
        first = first->next;
    return first == edit;
}

static void put_fix(struct json *json, const struct diag *diag, const struct fix *fix)
{
    json_open_object(json, NULL);
    put_sentence_object(json, "description", fix->title);
    json_open_array(json, "artifactChanges");
    for (const struct edit *edit = fix->first; edit; edit = edit->next) {
        if (!is_first_of_file(diag, fix, edit))
            continue;
        const struct source_file *file = source_of(diag->sources, edit->at.start);
        json_open_object(json, NULL);
        put_artifact(json, file);
        put_replacements(json, diag, fix, file);
        json_close(json);
    }
    json_close(json);
    json_open_object(json, "properties");
    json_put_text(json, "safety", safety_name(fix->safety));
    json_close(json);
    json_close(json);
}

/* Whoever reads SARIF may apply a fix, so those that are only to be looked at stay out. */
static bool is_offered(const struct fix *fix)
{
    return fix->first && fix->safety != SAFETY_DISPLAY;
}

static void put_fixes(struct json *json, const struct finding *finding)
{
    bool open = false;
    for (const struct fix *fix = finding->fixes; fix; fix = fix->next) {
        if (!is_offered(fix))
            continue;
        if (!open)
            json_open_array(json, "fixes");
        open = true;
        put_fix(json, finding->diag, fix);
    }
    if (open)
        json_close(json);
}

static void put_fingerprints(struct json *json, const struct finding *finding)
{
    struct buf text = buf_on(json->out->mem);
    add_fingerprint(&text, finding);
    json_open_object(json, "partialFingerprints");
    json_put_string(json, "prmcElement/v1", buf_as_str(&text));
    json_close(json);
    buf_free(&text);
}

static void add_result(struct buf *out, const struct diag *diag, const struct finding *finding)
{
    struct json json;
    json_begin(&json, out);
    json_put_text(&json, "ruleId", rule_info(finding->rule)->code);
    json_put_integer(&json, "ruleIndex", finding->rule);
    json_put_text(&json, "level", level_name(finding->severity));
    put_message(&json, finding);
    json_open_array(&json, "locations");
    json_open_object(&json, NULL);
    put_physical(&json, diag, finding->at);
    if (finding->element.len)
        put_logical(&json, finding->element);
    json_close(&json);
    json_close(&json);
    put_related(&json, diag, finding->labels.first);
    put_fingerprints(&json, finding);
    put_fixes(&json, finding);
    json_end(&json);
}

/* ---- The document ---- */

/* How many findings of each severity there is room for, the most severe first; returns how many are left out. */
static uint32_t share_room(const struct diag *diag, uint32_t room[SEVERITY_ERROR + 1])
{
    uint32_t left = RESULTS_MOST;
    for (enum severity severity = SEVERITY_ERROR; severity >= SEVERITY_INFO; severity--) {
        room[severity] = diag->counts[severity] < left ? diag->counts[severity] : left;
        left -= room[severity];
    }
    return diag->findings.n - (RESULTS_MOST - left);
}

static void add_invocation(struct buf *out, uint32_t left_out)
{
    struct json json;
    json_begin(&json, out);
    json_put_bool(&json, "executionSuccessful", true);
    if (left_out) {
        struct buf text = buf_on(out->mem);
        buf_printf(&text, "%u more findings, none more severe than these, are left out.", left_out);
        json_open_array(&json, "toolExecutionNotifications");
        json_open_object(&json, NULL);
        json_put_text(&json, "level", "note");
        put_text_object(&json, "message", buf_cstr(&text));
        json_close(&json);
        json_close(&json);
        buf_free(&text);
    }
    json_end(&json);
}

static void add_rules(struct buf *out, const struct diag *diag)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
        buf_text(out, rule ? ",\n   " : "\n   ");
        add_rule(out, diag, rule_info(rule));
    }
}

static void add_results(struct buf *out, const struct diag *diag, uint32_t room[SEVERITY_ERROR + 1])
{
    bool any = false;
    for (uint32_t i = 0; i < diag->findings.n; i++) {
        const struct finding *finding = diag->findings.at[i];
        if (room[finding->severity] == 0)
            continue;
        room[finding->severity]--;
        buf_text(out, any ? ",\n   " : "\n   ");
        any = true;
        add_result(out, diag, finding);
    }
}

void write_sarif(struct buf *out, const struct diag *diag)
{
    uint32_t room[SEVERITY_ERROR + 1] = {0};
    uint32_t left_out = share_room(diag, room);
    buf_text(out, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\",\n"
                  " \"runs\": [{\"tool\": {\"driver\": {\"name\": \"prmc\", \"semanticVersion\": \"" PRMC_VERSION
                  "\",\n  \"informationUri\": ");
    json_add_string(out, str_of(INFORMATION));
    buf_text(out, ",\n  \"rules\": [");
    add_rules(out, diag);
    buf_text(out, "]}},\n  \"automationDetails\": {\"id\": \"prmc/\"},\n"
                  "  \"originalUriBaseIds\": {\"%SRCROOT%\": "
                  "{\"description\": {\"text\": \"The folder that prmc ran in.\"}}},\n  \"invocations\": [");
    add_invocation(out, left_out);
    buf_text(out, "],\n  \"columnKind\": \"utf16CodeUnits\",\n  \"results\": [");
    add_results(out, diag, room);
    buf_text(out, "]}]}\n");
}
