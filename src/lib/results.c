/* The findings as other programs see them. */

#include "lib/results.h"

_Static_assert((int)SEVERITY_OFF == PRMC_OFF && (int)SEVERITY_INFO == PRMC_INFO &&
                   (int)SEVERITY_WARNING == PRMC_WARNING && (int)SEVERITY_ERROR == PRMC_ERROR,
               "severities are the same outside");

/* Text with a NUL behind it. */
static const char *text_of(struct session *session, struct str text)
{
    return text.len ? arena_str(&session->arena, text).ptr : "";
}

static struct prmc_place place_of(struct session *session, struct span at)
{
    struct location start = source_locate(&session->sources, at.start);
    struct location end = source_locate(&session->sources, at.end);
    return (struct prmc_place){
        .file = start.file->path.ptr,
        .line = start.line,
        .column = start.column,
        .end_line = end.line,
        .end_column = end.column,
        .utf16_column = start.utf16_column,
        .utf16_end_column = end.utf16_column,
        .byte = start.byte,
        .byte_end = end.byte,
    };
}

static struct prmc_remark_list remarks_of(struct session *session, const struct remarks *list, bool placed)
{
    size_t n = 0;
    for (const struct remark *remark = list->first; remark; remark = remark->next)
        n++;
    struct prmc_remark *made = arena_array(&session->arena, struct prmc_remark, n), *next = made;
    for (const struct remark *remark = list->first; remark; remark = remark->next, next++) {
        next->message = text_of(session, remark->text);
        if (placed)
            next->place = place_of(session, remark->at);
    }
    return (struct prmc_remark_list){made, n};
}

static struct prmc_fix fix_of(struct session *session, const struct fix *fix)
{
    size_t n = 0;
    for (const struct edit *edit = fix->first; edit; edit = edit->next)
        n++;
    struct prmc_edit *edits = arena_array(&session->arena, struct prmc_edit, n), *next = edits;
    for (const struct edit *edit = fix->first; edit; edit = edit->next, next++)
        *next = (struct prmc_edit){place_of(session, edit->at), text_of(session, edit->text)};
    return (struct prmc_fix){text_of(session, fix->title), safety_name(fix->safety), edits, n};
}

static void add_fixes(struct session *session, const struct finding *finding, struct prmc_finding *result)
{
    for (const struct fix *fix = finding->fixes; fix; fix = fix->next)
        result->n_fixes++;
    struct prmc_fix *next = arena_array(&session->arena, struct prmc_fix, result->n_fixes);
    result->fixes = next;
    for (const struct fix *fix = finding->fixes; fix; fix = fix->next)
        *next++ = fix_of(session, fix);
}

static void fill(struct session *session, const struct finding *finding, struct prmc_finding *result)
{
    const struct rule_info *rule = rule_info(finding->rule);
    *result = (struct prmc_finding){
        .severity = (enum prmc_severity)finding->severity,
        .code = rule->code,
        .rule = rule->name,
        .message = text_of(session, finding->text),
        .element = text_of(session, finding->element),
        .place = place_of(session, finding->at),
        .labels = remarks_of(session, &finding->labels, true),
        .notes = remarks_of(session, &finding->notes, false),
        .helps = remarks_of(session, &finding->helps, false),
    };
    add_fixes(session, finding, result);
}

struct prmc_finding_list results_of(struct session *session)
{
    uint32_t n = session->diag.findings.n;
    struct prmc_finding *results = arena_array(&session->arena, struct prmc_finding, n);
    for (uint32_t i = 0; i < n; i++)
        fill(session, session->diag.findings.at[i], &results[i]);
    return (struct prmc_finding_list){results, n};
}
