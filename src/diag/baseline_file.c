/* A baseline as a file: JSON with one entry a line. */

#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "diag/baseline.h"

static const char SCHEMA[] = "prmc-baseline/1";

enum { DIGITS = 16 };

/* ---- Reading ---- */

/* Says why; the text of the entry is at fault, whose number counts from 1. */
static bool reject(struct baseline *baseline, uint32_t entry, const char *problem)
{
    struct buf text = buf_on(baseline->mem);
    if (entry)
        buf_printf(&text, "entry %u: ", entry);
    buf_text(&text, problem);
    baseline->problem = arena_str(&baseline->arena, buf_as_str(&text));
    buf_free(&text);
    return false;
}

static bool read_digits(struct str text, uint64_t *number)
{
    static const char digits[] = "0123456789abcdef";
    *number = 0;
    if (text.len != DIGITS)
        return false;
    for (uint32_t i = 0; i < DIGITS; i++) {
        const char *digit = text.ptr[i] ? strchr(digits, text.ptr[i]) : NULL;
        if (!digit)
            return false;
        *number = *number << 4 | (uint64_t)(digit - digits);
    }
    return true;
}

/* Where the fingerprint of the entry stands in the text, looked for from the one before. */
static uint32_t offset_of(struct str text, uint32_t from, struct str fingerprint)
{
    for (uint32_t start = from;; start = 0) {
        for (uint32_t i = start; i + DIGITS <= text.len; i++)
            if (memcmp(text.ptr + i, fingerprint.ptr, DIGITS) == 0)
                return i;
        if (start == 0)
            return 0;
    }
}

static struct str member(struct baseline *baseline, const void *value, const char *key, uint32_t *known)
{
    const void *found = json_member(value, key);
    struct str text = json_string_of(found);
    *known += found != NULL;
    return text.ptr ? arena_str(&baseline->arena, text) : STR_NONE;
}

static bool read_entry(struct baseline *baseline, const void *value, uint32_t number, struct str text)
{
    struct baseline_entry entry = {0};
    uint32_t known = 0;
    entry.code = member(baseline, value, "code", &known);
    entry.rule = member(baseline, value, "rule", &known);
    entry.element = member(baseline, value, "element", &known);
    entry.file = member(baseline, value, "file", &known);
    entry.message = member(baseline, value, "message", &known);
    entry.reason = member(baseline, value, "reason", &known);
    struct str fingerprint = member(baseline, value, "fingerprint", &known);
    int64_t count = json_integer_of(json_member(value, "count"));
    known += count >= 0;
    if (!entry.code.ptr || !entry.file.ptr)
        return reject(baseline, number, "`code` and `file` are needed");
    if (!read_digits(fingerprint, &entry.fingerprint))
        return reject(baseline, number, "`fingerprint` is not 16 digits of 0-9a-f");
    if (count < 1 || count > UINT32_MAX)
        return reject(baseline, number, "`count` is not a number from 1");
    if (known != json_count(value))
        return reject(baseline, number, "it has a member that is not known");
    enum rule rule = rule_find(entry.code);
    if (rule != RULE_COUNT && rule_info(rule)->group->core)
        return reject(baseline, number, "what this rule finds is always shown");
    entry.count = (uint32_t)count;
    uint32_t n = baseline->entries.n;
    entry.offset = offset_of(text, n ? baseline->entries.at[n - 1].offset : 0, fingerprint);
    vec_push(baseline->mem, &baseline->entries, entry);
    return true;
}

static bool read_entries(struct baseline *baseline, const void *root, struct str text)
{
    const void *findings = json_member(root, "findings");
    if (!str_is(json_string_of(json_member(root, "schema")), SCHEMA))
        return reject(baseline, 0, "its `schema` is not \"prmc-baseline/1\"");
    if (json_count(root) != 2 || !json_is_list(findings))
        return reject(baseline, 0, "it is not made of `schema` and a list `findings`");
    for (uint32_t i = 0; i < json_count(findings); i++)
        if (!read_entry(baseline, json_element(findings, i), i + 1, text))
            return false;
    return true;
}

bool baseline_read(struct baseline *baseline, struct str text)
{
    struct json_document document;
    if (!json_read(&document, baseline->mem, text)) {
        baseline->line = document.line;
        return reject(baseline, 0, document.problem);
    }
    bool read = read_entries(baseline, document.root, text);
    json_forget(&document);
    return read;
}

/* ---- Writing ---- */

static int by_name(const void *a, const void *b)
{
    const struct baseline_entry *one = a, *other = b;
    int order = str_compare(one->file, other->file);
    if (order == 0)
        order = str_compare(one->element, other->element);
    if (order == 0)
        order = str_compare(one->code, other->code);
    if (order == 0)
        order = str_compare(one->message, other->message);
    if (order == 0)
        order = (one->fingerprint > other->fingerprint) - (one->fingerprint < other->fingerprint);
    return order;
}

static void put_if_any(struct json *json, const char *key, struct str text)
{
    if (text.ptr)
        json_put_string(json, key, text);
}

static void write_entry(struct buf *out, const struct baseline_entry *entry)
{
    struct json json;
    char fingerprint[DIGITS + 1];
    snprintf(fingerprint, sizeof fingerprint, "%016llx", (unsigned long long)entry->fingerprint);
    json_begin(&json, out);
    json_put_string(&json, "file", entry->file);
    put_if_any(&json, "element", entry->element);
    json_put_string(&json, "code", entry->code);
    put_if_any(&json, "rule", entry->rule);
    put_if_any(&json, "message", entry->message);
    json_put_text(&json, "fingerprint", fingerprint);
    json_put_integer(&json, "count", entry->count);
    put_if_any(&json, "reason", entry->reason);
    json_end(&json);
}

void baseline_write(struct buf *out, struct baseline *baseline)
{
    if (baseline->entries.n)
        qsort(baseline->entries.at, baseline->entries.n, sizeof *baseline->entries.at, by_name);
    buf_printf(out, "{\"schema\": \"%s\",\n \"findings\": [", SCHEMA);
    for (uint32_t i = 0; i < baseline->entries.n; i++) {
        buf_text(out, i ? ",\n  " : "\n  ");
        write_entry(out, &baseline->entries.at[i]);
    }
    buf_text(out, baseline->entries.n ? "\n ]}\n" : "]}\n");
}
