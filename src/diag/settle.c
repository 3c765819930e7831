#include "diag/diag.h"
#include "diag/implied.h"

#include <stdlib.h>

#include "diag/fingerprint.h"

static int by_number(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
    const struct finding *one = *(struct finding *const *)a, *other = *(struct finding *const *)b;
    int order = by_number(one->at.start, other->at.start);
    if (order == 0)
        order = by_number(other->severity, one->severity);
    if (order == 0)
        order = by_number(one->rule, other->rule);
    return order ? order : by_number(one->number, other->number);
}

static int by_scope(const void *a, const void *b)
{
    const struct suppression *one = a, *other = b;
    int order = by_number(one->rule, other->rule);
    if (order == 0)
        order = by_number(one->scope.start, other->scope.start);
    return order ? order : by_number(other->scope.end, one->scope.end);
}

static void sort_findings(struct diag *diag)
{
    for (uint32_t i = 0; i < diag->findings.n; i++)
        diag->findings.at[i]->number = i;
    if (diag->findings.n)
        qsort(diag->findings.at, diag->findings.n, sizeof *diag->findings.at, by_place);
}

/* Sorts the suppressions, and links each to the one of its rule around it: blocks nest. */
static void link_suppressions(struct diag *diag)
{
    struct suppression *all = diag->suppressions.at;
    if (diag->suppressions.n)
        qsort(all, diag->suppressions.n, sizeof *all, by_scope);
    for (uint32_t i = 0; i < diag->suppressions.n; i++) {
        uint32_t outer = i > 0 && all[i - 1].rule == all[i].rule ? i - 1 : NO_SUPPRESSION;
        while (outer != NO_SUPPRESSION && all[outer].scope.end <= all[i].scope.start)
            outer = all[outer].outer;
        all[i].outer = outer;
    }
}

/* The innermost suppression of the rule around the place, or NULL: the last that starts before it, or
   one around that. */
static struct suppression *suppression_at(struct diag *diag, enum rule rule, uint32_t place)
{
    struct suppression *all = diag->suppressions.at;
    uint32_t low = 0, high = diag->suppressions.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (all[middle].rule < rule || (all[middle].rule == rule && all[middle].scope.start <= place))
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t i = low > 0 && all[low - 1].rule == rule ? low - 1 : NO_SUPPRESSION;
    while (i != NO_SUPPRESSION && all[i].scope.end <= place)
        i = all[i].outer;
    return i == NO_SUPPRESSION ? NULL : &all[i];
}

/* Marks what is silenced with SEVERITY_OFF. */
static void apply_suppressions(struct diag *diag)
{
    VEC_EACH (struct finding *, at, &diag->findings) {
        struct finding *finding = *at;
        struct suppression *s = suppression_at(diag, finding->rule, finding->at.start);
        if (!s)
            continue;
        s->used = true;
        if (!rule_is_fixed(finding->rule))
            finding->severity = SEVERITY_OFF;
    }
}

/* Makes a finding the cause of what it covers. */
static void link_covered(struct diag *diag, struct finding *cause)
{
    VEC_EACH (struct finding *, at, &diag->findings) {
        struct finding *finding = *at;
        if (finding->at.start > cause->at.start && finding->at.start < cause->covered)
            finding->cause = cause;
    }
}

/* Leaves out what follows from a finding that is said and weighs as much. */
static void fold_into_causes(struct diag *diag)
{
    VEC_EACH (struct finding *, at, &diag->findings)
        if ((*at)->covered && (*at)->severity != SEVERITY_OFF)
            link_covered(diag, *at);
    VEC_EACH (struct finding *, at, &diag->findings) {
        struct finding *finding = *at, *cause = finding->cause;
        if (!cause || finding->severity == SEVERITY_OFF || cause->severity < finding->severity)
            continue;
        follow_up(cause, finding->rule, 1);
        finding->severity = SEVERITY_OFF;
    }
}

static void report_unused(struct diag *diag)
{
    VEC_EACH (struct suppression, s, &diag->suppressions) {
        if (s->used || rule_is_fixed(s->rule))
            continue;
        struct finding *finding = report(diag, s->at, MSG_unused_suppression, v_name(str_of(rule_info(s->rule)->name)));
        finding->severity = diag_severity(diag, finding->rule);
        struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_remove);
        fix_edit(finding, fix, s->part, STR(""));
    }
}

/* What is short of an error in a model that came with the program concerns its authors, unless somebody named
   the file. */
static bool is_foreign(const struct diag *diag, const struct finding *finding)
{
    const struct source_file *file = source_of(diag->sources, finding->at.start);
    return file->installed && !file->named && finding->severity < SEVERITY_ERROR;
}

static void drop_silent(struct diag *diag)
{
    uint32_t kept = 0;
    VEC_EACH (struct finding *, at, &diag->findings) {
        struct finding *finding = *at;
        if (finding->severity == SEVERITY_OFF)
            continue;
        if (is_foreign(diag, finding)) {
            diag->foreign++;
            continue;
        }
        diag->findings.at[kept++] = finding;
        diag->counts[finding->severity]++;
    }
    diag->findings.n = kept;
}

static bool is_implied(const struct finding *finding, enum rule rule)
{
    for (const enum rule *at = rule_info(finding->rule)->implies; at && *at != RULE_COUNT; at++)
        if (*at == rule)
            return true;
    return false;
}

/* Says in a finding what else follows from it. More of its own kind is said where they were counted, and what
   its rule implies is the same said twice. */
static void note_follow_ups(struct finding *finding)
{
    if (!finding->follow_ups)
        return;
    struct buf rules = buf_on(finding->diag->mem);
    uint32_t n = 0;
    for (const struct follow_up *at = finding->follow_ups; at; at = at->next) {
        if (at->rule == finding->rule || is_implied(finding, at->rule))
            continue;
        buf_printf(&rules, "%s%s", n ? ", " : "", rule_info(at->rule)->name);
        n += at->n;
    }
    if (n)
        note(finding, MSG_note_follow_ups, v_number(n), v_text(buf_as_str(&rules)));
    buf_free(&rules);
}

void diag_settle(struct diag *diag)
{
    VEC_EACH (struct finding *, finding, &diag->findings)
        (*finding)->severity = finding_severity(diag, *finding);
    link_suppressions(diag);
    apply_suppressions(diag);
    fold_into_causes(diag);
    diag_silence_implied(diag);
    report_unused(diag);
    drop_silent(diag);
    VEC_EACH (struct finding *, finding, &diag->findings)
        note_follow_ups(*finding);
    sort_findings(diag);
    diag_fingerprint(diag);
}
