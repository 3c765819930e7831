/* Gaps between the numbers of siblings, and what is offered to close them. */

#include "unit/fixture.h"

static void gaps_are_found(struct world *w)
{
    static const struct {
        const char *goals, *found;
        bool mended;
    } rows[] = {
        {"goal SG1 \"G\"\n goal SG2 \"G\"\n", "", false},
        {"goal SG1 \"G\"\n goal SG3 \"G\"\n", "SG3", true},
        {"goal SG3 \"G\"\n goal SG1 \"G\"\n", "SG3", true},
        {"goal SG2 \"G\"\n", "", false},                                          /* the first may have any number */
        {"goal SG1 \"G\"\n goal ESG3 \"G\"\n", "", false},                        /* each template counts for itself */
        {"goal SG1 \"G\"\n goal SG3 \"G\" { status withdrawn }\n", "SG3", false}, /* what is gone keeps its number */
        {"goal SG1 \"G\"\n aim SG2 \"G\"\n goal SG3 \"G\"\n", "", false}, /* what was not understood may be it */
        {"goal SG1 \"G\"\n goal SG3 \"G\"\n goal SG4 \"G\" { status withdrawn }\n", "SG3", false},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].goals);
        findings_of(w,
                    formatted(w, SMALL "model M {\n architecture Small\n area AA \"A\" {\n%s }\n}\n", rows[i].goals));
        const struct finding *gap = NULL;
        for (uint32_t k = 0; k < w->diag.findings.n; k++)
            if (w->diag.findings.at[k]->rule == RULE_numbering_gap)
                gap = w->diag.findings.at[k];
        expect_str(gap ? source_text(&w->sources, gap->at) : STR(""), rows[i].found);
        expect_number(gap && gap->fixes, rows[i].mended);
    }
}

UNIT_MAIN("numbering", UNIT(gaps_are_found))
