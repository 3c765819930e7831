/* References that are spelled otherwise than what they mean, and those that nothing has. */

#include <stdio.h>

#include "unit/fixture.h"

/* A model of every kind of name; the reference stands in area BB, in line 25. */
static const char head[] = SMALL
    "model M {\n  architecture Small\n"
    "  area AA \"Asset Planning\" {\n    goal SG1 \"G\" {\n      practice SP1.1 \"P\"\n"
    "      practice SP1.2 \"Q\" { label \"Old (2)\" }\n    }\n  }\n"
    "  group GG-X \"Gr\" { area CC \"C\" }\n"
    "  area DD \"D\" {\n    goal SG1 \"H\" { practice SP1.1 \"R\" }\n    goal SG2 \"H\" { practice SP2.1 \"S\" }\n  }\n"
    "  area `AC-2(1)` \"Odd\"\n"
    "  area BB \"B\" { goal SG1 \"G\" { practice SP1.1 \"S\" {\nsee ";

struct spelled {
    const char *reference, *rule, *fixed; /* what the fix writes; NULL: there is none */
};

static void expect_rows(struct world *w, const struct spelled *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char text[2000];
        snprintf(text, sizeof text, "%s%s\n} } }\n}\n", head, rows[i].reference);
        world_reset(w);
        in_case("%s", rows[i].reference);
        world_read(w, text);
        world_resolve(w);
        diag_settle(&w->diag);
        expect_number(w->diag.findings.n, rows[i].rule[0] != '\0');
        if (!w->diag.findings.n)
            continue;
        const struct finding *finding = w->diag.findings.at[0];
        expect_str(str_of(rule_info(finding->rule)->name), rows[i].rule);
        expect_number(finding->fixes != NULL, rows[i].fixed != NULL);
        if (!rows[i].fixed)
            continue;
        struct str fixed = world_fixed(w, 0), tail = STR("\n} } }\n}\n");
        struct str written = {fixed.ptr + strlen(head), fixed.len - (uint32_t)strlen(head) - tail.len};
        expect_str(written, rows[i].fixed);
    }
}

static void loose_spelling_is_mended(struct world *w)
{
    static const struct spelled rows[] = {
        {"AA/SP1.1", "", NULL},
        {"AA/SG1/SP1.1", "", NULL},
        {"aa/SP1.1", "noncanonical-id-spelling", "AA/SP1.1"},
        {"AA/sp1.1", "noncanonical-id-spelling", "AA/SP1.1"},
        {"AA/SP01.1", "noncanonical-id-spelling", "AA/SP1.1"},
        {"aa/sg1/sp1.2", "noncanonical-id-spelling", "AA/SG1/SP1.2"},
        {"`AA `/SP1.1", "noncanonical-id-spelling", "AA/SP1.1"},
        {"AA/`Old (2)`", "noncanonical-id-spelling", "AA/SP1.2"},
        {"AA/SP1.1, DD/sp2.1", "noncanonical-id-spelling", "AA/SP1.1, DD/SP2.1"},
    };
    expect_rows(w, rows, LENGTH(rows));
}

static void what_is_near_is_offered(struct world *w)
{
    static const struct spelled rows[] = {
        {"AA/SP1.3", "undefined-reference", NULL}, /* two are as near */
        {"DD/SP2.2", "undefined-reference", "DD/SP2.1"}, {"AB/SP1.1", "undefined-reference", NULL},
        {"AA/SQ1.2", "undefined-reference", "AA/SP1.2"}, {"ZZZ", "undefined-reference", NULL},
        {"AA/ZZZ", "undefined-reference", NULL},         {"CC/SP2.1", "undefined-reference", NULL},
        {"Other:AA", "undefined-reference", NULL},
    };
    expect_rows(w, rows, LENGTH(rows));
}

/* A title may stand for its id; of more than three as near, or none, it is said what there is. */
static void few_are_named(struct world *w)
{
    static const struct {
        const char *reference;
        uint32_t helps;
    } rows[] = {{"Asset-Planning", 1}, {"AA/SP1.3", 2}, {"SP1.11", 3}, {"SP1.3", 1}, {"Z9", 1}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        char text[2000];
        uint32_t n = 0;
        snprintf(text, sizeof text, "%s%s\n} } }\n}\n", head, rows[i].reference);
        world_reset(w);
        in_case("%s", rows[i].reference);
        world_read(w, text);
        world_resolve(w);
        expect_number(w->diag.findings.n, 1);
        for (const struct remark *help = w->diag.findings.at[0]->helps.first; help; help = help->next)
            n++;
        expect_number(n, rows[i].helps);
    }
}

UNIT_MAIN("spelling", UNIT(loose_spelling_is_mended), UNIT(what_is_near_is_offered), UNIT(few_are_named))
