#include "diag/implied.h"

#include <stdlib.h>

static int by_span(const void *a, const void *b)
{
    const struct finding *one = *(struct finding *const *)a, *other = *(struct finding *const *)b;
    if (one->at.start != other->at.start)
        return one->at.start < other->at.start ? -1 : 1;
    return (one->at.end > other->at.end) - (one->at.end < other->at.end);
}

/* Silences among `n` findings at one place those whose rule another implies. */
static void silence(struct finding *const *all, uint32_t n)
{
    struct finding *by[RULE_COUNT] = {NULL};
    for (uint32_t i = 0; i < n; i++)
        for (const enum rule *at = rule_info(all[i]->rule)->implies; at && *at != RULE_COUNT; at++)
            if (all[i]->severity != SEVERITY_OFF)
                by[*at] = all[i];
    for (uint32_t i = 0; i < n; i++) {
        struct finding *cause = by[all[i]->rule];
        if (cause && all[i]->severity != SEVERITY_OFF)
            follow_up(cause, all[i]->rule, 1);
        if (cause)
            all[i]->severity = SEVERITY_OFF;
    }
}

void diag_silence_implied(struct diag *diag)
{
    bool any = false;
    for (uint32_t i = 0; i < diag->findings.n && !any; i++)
        any = rule_info(diag->findings.at[i]->rule)->implies != NULL;
    if (!any)
        return;
    qsort(diag->findings.at, diag->findings.n, sizeof *diag->findings.at, by_span);
    struct finding *const *all = diag->findings.at;
    for (uint32_t start = 0, end; start < diag->findings.n; start = end) {
        for (end = start + 1; end < diag->findings.n && by_span(&all[start], &all[end]) == 0;)
            end++;
        if (end - start > 1)
            silence(all + start, end - start);
    }
}
