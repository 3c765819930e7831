/* Findings for programs: the document "prmc-findings/1". */

#include "base/json.h"
#include "diag/columns.h"
#include "diag/fingerprint.h"
#include "diag/writer.h"

static void put_range(struct json *json, const struct diag *diag, struct span at)
{
    struct location start = source_locate(diag->sources, at.start);
    struct location end = source_locate(diag->sources, at.end);
    json_put_string(json, "file", start.file->path);
    json_put_integer(json, "line", start.line);
    json_put_integer(json, "column", start.column);
    json_put_integer(json, "end_line", end.line);
    json_put_integer(json, "end_column", end.column);
}

static void put_bytes(struct json *json, const struct diag *diag, struct span at)
{
    json_put_integer(json, "byte", source_locate(diag->sources, at.start).byte);
    json_put_integer(json, "byte_end", source_locate(diag->sources, at.end).byte);
}

static void put_labels(struct json *json, const struct diag *diag, const struct remark *label)
{
    json_open_array(json, "labels");
    for (; label; label = label->next) {
        json_open_object(json, NULL);
        put_range(json, diag, label->at);
        json_put_string(json, "message", label->text);
        json_close(json);
    }
    json_close(json);
}

static void put_remarks(struct json *json, const char *key, const struct remark *remark)
{
    json_open_array(json, key);
    for (; remark; remark = remark->next)
        json_put_string(json, NULL, remark->text);
    json_close(json);
}

static void put_fixes(struct json *json, const struct diag *diag, const struct fix *fix)
{
    json_open_array(json, "fixes");
    for (; fix; fix = fix->next) {
        json_open_object(json, NULL);
        json_put_string(json, "title", fix->title);
        json_put_text(json, "safety", safety_name(fix->safety));
        json_open_array(json, "edits");
        for (const struct edit *edit = fix->first; edit; edit = edit->next) {
            json_open_object(json, NULL);
            json_put_string(json, "file", source_of(diag->sources, edit->at.start)->path);
            put_bytes(json, diag, edit->at);
            json_put_string(json, "text", edit->text);
            json_close(json);
        }
        json_close(json);
        json_close(json);
    }
    json_close(json);
}

static void put_follow_ups(struct json *json, const struct follow_up *at)
{
    if (!at)
        return;
    json_open_array(json, "follow_ups");
    for (; at; at = at->next) {
        json_open_object(json, NULL);
        json_put_text(json, "code", rule_info(at->rule)->code);
        json_put_text(json, "rule", rule_info(at->rule)->name);
        json_put_integer(json, "count", at->n);
        json_close(json);
    }
    json_close(json);
}

static void put_other_columns(struct json *json, struct clusters *clusters, const struct diag *diag, struct span at)
{
    json_put_integer(json, "utf16_column", source_locate(diag->sources, at.start).utf16_column);
    json_put_integer(json, "utf16_end_column", source_locate(diag->sources, at.end).utf16_column);
    json_put_integer(json, "cluster_column", cluster_column(clusters, diag->sources, at.start));
}

static void put_fingerprint(struct json *json, const struct finding *finding)
{
    struct buf text = buf_on(json->out->mem);
    add_fingerprint(&text, finding);
    json_put_string(json, "fingerprint", buf_as_str(&text));
    buf_free(&text);
}

/* One finding, on one line. */
static void add_finding(struct buf *out, const struct diag *diag, const struct finding *finding,
                        struct clusters *clusters)
{
    struct json json;
    json_begin(&json, out);
    json_put_text(&json, "code", rule_info(finding->rule)->code);
    json_put_text(&json, "rule", rule_info(finding->rule)->name);
    json_put_text(&json, "severity", severity_name(finding->severity));
    json_put_string(&json, "message", finding->text);
    put_range(&json, diag, finding->at);
    put_bytes(&json, diag, finding->at);
    put_other_columns(&json, clusters, diag, finding->at);
    json_put_maybe(&json, "element", finding->element);
    put_fingerprint(&json, finding);
    put_labels(&json, diag, finding->labels.first);
    put_remarks(&json, "notes", finding->notes.first);
    put_remarks(&json, "helps", finding->helps.first);
    put_fixes(&json, diag, finding->fixes);
    put_follow_ups(&json, finding->follow_ups);
    json_end(&json);
}

static void add_summary(struct buf *out, const struct diag *diag)
{
    struct json json;
    json_begin(&json, out);
    json_put_integer(&json, "errors", diag->counts[SEVERITY_ERROR]);
    json_put_integer(&json, "warnings", diag->counts[SEVERITY_WARNING]);
    json_put_integer(&json, "infos", diag->counts[SEVERITY_INFO]);
    json_put_integer(&json, "files", diag_files(diag));
    if (diag->has_baseline)
        json_put_integer(&json, "baseline", diag->hidden);
    if (diag->foreign)
        json_put_integer(&json, "installed", diag->foreign);
    json_end(&json);
}

void write_json(struct buf *out, const struct diag *diag)
{
    struct clusters clusters = {0};
    buf_text(out, "{\"schema\": \"prmc-findings/1\",\n \"findings\": [");
    for (uint32_t i = 0; i < diag->findings.n; i++) {
        buf_text(out, i ? ",\n  " : "\n  ");
        add_finding(out, diag, diag->findings.at[i], &clusters);
    }
    buf_text(out, "],\n \"summary\": ");
    add_summary(out, diag);
    buf_text(out, "}\n");
}

void write_jsonl(struct buf *out, const struct diag *diag)
{
    struct clusters clusters = {0};
    for (uint32_t i = 0; i < diag->findings.n; i++) {
        add_finding(out, diag, diag->findings.at[i], &clusters);
        buf_char(out, '\n');
    }
    add_summary(out, diag);
    buf_char(out, '\n');
}
