#include "diag/diag.h"

#include <assert.h>

#include "diag/fingerprint.h"

static const struct {
    enum rule rule;
    const char *text;
} messages[MESSAGE_COUNT] = {
#define MESSAGE(id, rule, text) [MSG_##id] = {RULE_##rule, text},
#define PHRASE(id, text)        [MSG_##id] = {RULE_COUNT, text},
#include "diag/messages.def"
};

const char *message_template(enum message message)
{
    return messages[message].text;
}

enum rule message_rule(enum message message)
{
    return messages[message].rule;
}

void diag_init(struct diag *diag, struct mem *mem, const struct sources *sources)
{
    *diag = (struct diag){.mem = mem, .arena = arena_on(mem), .sources = sources};
}

static void add_value(struct buf *out, struct value value)
{
    switch (value.type) {
    case VALUE_NAME: buf_printf(out, "`%.*s`", STR_ARGS(value.text)); break;
    case VALUE_TEXT: buf_str(out, value.text); break;
    case VALUE_STRING: buf_printf(out, "\"%.*s\"", STR_ARGS(value.text)); break;
    case VALUE_NUMBER: buf_printf(out, "%u", value.number); break;
    }
}

/* The type that a brace such as `{name}` asks for. */
static enum value_type type_of(const char *brace)
{
    static const char *const names[] = {"{name}", "{text}", "{string}", "{number}"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strncmp(brace, names[i], strlen(names[i])) == 0)
            return (enum value_type)i;
    assert(!"unknown brace in messages.def");
    return VALUE_TEXT;
}

static struct str fill(struct diag *diag, enum message message, va_list values)
{
    struct buf out = buf_on(diag->mem);
    uint32_t number = 1;
    for (const char *at = messages[message].text; *at;) {
        if (strncmp(at, "{{", 2) == 0 || strncmp(at, "}}", 2) == 0) {
            buf_char(&out, *at);
            at += 2;
        } else if (strncmp(at, "{s}", 3) == 0) {
            buf_text(&out, number == 1 ? "" : "s");
            at += 3;
        } else if (*at == '{' && is_lower(at[1])) {
            struct value value = va_arg(values, struct value);
            bool fits = value.type == type_of(at);
            assert(fits);
            (void)fits;
            if (value.type == VALUE_NUMBER)
                number = value.number;
            add_value(&out, value);
            at = strchr(at, '}') + 1;
        } else {
            buf_char(&out, *at++);
        }
    }
    struct str text = arena_str(&diag->arena, buf_as_str(&out));
    buf_free(&out);
    return text;
}

struct finding *report_values(struct diag *diag, struct span at, enum message message, va_list values)
{
    struct finding *finding = arena_new(&diag->arena, struct finding);
    va_list again;
    va_copy(again, values);
    finding->values = fingerprint_values(diag->mem, message, again);
    va_end(again);
    finding->text = fill(diag, message, values);
    finding->diag = diag;
    finding->message = message;
    finding->rule = messages[message].rule;
    finding->at = at;
    finding->most = SEVERITY_ERROR;
    vec_push(diag->mem, &diag->findings, finding);
    return finding;
}

struct finding *report(struct diag *diag, struct span at, enum message message, ...)
{
    va_list values;
    va_start(values, message);
    struct finding *finding = report_values(diag, at, message, values);
    va_end(values);
    return finding;
}

static struct remark *add_remark(struct finding *finding, struct remarks *remarks, struct str text)
{
    struct remark *remark = arena_new(&finding->diag->arena, struct remark);
    remark->text = text;
    if (remarks->last)
        remarks->last->next = remark;
    else
        remarks->first = remark;
    remarks->last = remark;
    return remark;
}

void label(struct finding *finding, struct span at, enum message phrase, ...)
{
    va_list values;
    if (!finding)
        return;
    va_start(values, phrase);
    add_remark(finding, &finding->labels, fill(finding->diag, phrase, values))->at = at;
    va_end(values);
}

void note(struct finding *finding, enum message phrase, ...)
{
    va_list values;
    if (!finding)
        return;
    va_start(values, phrase);
    add_remark(finding, &finding->notes, fill(finding->diag, phrase, values));
    va_end(values);
}

void help(struct finding *finding, enum message phrase, ...)
{
    va_list values;
    if (!finding)
        return;
    va_start(values, phrase);
    add_remark(finding, &finding->helps, fill(finding->diag, phrase, values));
    va_end(values);
}

void follow_up(struct finding *cause, enum rule rule, uint32_t n)
{
    struct follow_up **at = &cause->follow_ups;
    while (*at && (*at)->rule != rule)
        at = &(*at)->next;
    if (!*at) {
        *at = arena_new(&cause->diag->arena, struct follow_up);
        (*at)->rule = rule;
    }
    (*at)->n += n;
}

void follows_from(struct finding *finding, struct finding *cause)
{
    if (finding)
        finding->cause = cause;
}

void covers(struct finding *finding, uint32_t end)
{
    if (finding)
        finding->covered = end;
}

/* True if all of it lies in files that may be changed. */
static bool may_apply(const struct finding *finding, const struct fix *fix, enum safety most)
{
    for (const struct edit *edit = fix->first; edit; edit = edit->next) {
        const struct source_file *file = source_of(finding->diag->sources, edit->at.start);
        if (!file->named || file->damaged[most])
            return false;
    }
    return true;
}

const struct fix *finding_fix(const struct finding *finding, enum safety most)
{
    for (enum safety safety = SAFETY_SAFE; safety <= most; safety++) {
        const struct fix *found = NULL;
        uint32_t n = 0;
        for (const struct fix *fix = finding->fixes; fix; fix = fix->next)
            if (fix->safety == safety) {
                found = fix;
                n++;
            }
        if (n > 0)
            return n == 1 && may_apply(finding, found, most) ? found : NULL;
    }
    return NULL;
}

struct fix *suggest(struct finding *finding, enum safety safety, enum message title, ...)
{
    va_list values;
    if (!finding)
        return NULL;
    struct fix *fix = arena_new(&finding->diag->arena, struct fix);
    va_start(values, title);
    fix->title = fill(finding->diag, title, values);
    va_end(values);
    fix->safety = safety;
    if (finding->last_fix)
        finding->last_fix->next = fix;
    else
        finding->fixes = fix;
    finding->last_fix = fix;
    return fix;
}

void fix_edit(struct finding *finding, struct fix *fix, struct span at, struct str text)
{
    if (!finding)
        return;
    struct edit *edit = arena_new(&finding->diag->arena, struct edit);
    edit->at = at;
    edit->text = arena_str(&finding->diag->arena, text);
    if (fix->last)
        fix->last->next = edit;
    else
        fix->first = edit;
    fix->last = edit;
}

void about(struct finding *finding, struct str element)
{
    if (!finding)
        return;
    finding->element = arena_str(&finding->diag->arena, element);
}

void about_since(struct diag *diag, uint32_t n, struct str element)
{
    for (uint32_t i = n; i < diag->findings.n; i++)
        if (!diag->findings.at[i]->element.ptr)
            about(diag->findings.at[i], element);
}

void diag_suppress(struct diag *diag, struct suppression suppression)
{
    vec_push(diag->mem, &diag->suppressions, suppression);
}

void diag_rewind(struct diag *diag, uint32_t n)
{
    diag->findings.n = n;
}

bool diag_has_errors(const struct diag *diag)
{
    VEC_EACH (struct finding *, finding, &diag->findings)
        if (finding_severity(diag, *finding) == SEVERITY_ERROR)
            return true;
    return false;
}

uint32_t diag_files(const struct diag *diag)
{
    return diag->has_baseline ? diag->n_files : diag->sources->files.n;
}

enum severity diag_severity(const struct diag *diag, enum rule rule)
{
    return diag->is_chosen[rule] ? diag->chosen[rule] : rule_info(rule)->severity[diag->stage];
}

enum severity finding_severity(const struct diag *diag, const struct finding *finding)
{
    enum severity severity = diag_severity(diag, finding->rule);
    return severity > finding->most && !diag->is_chosen[finding->rule] ? finding->most : severity;
}
