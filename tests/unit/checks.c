/* Checks of mappings, profiles and ids: cases at the edge of what the examples of the rules show. */

#include <string.h>

#include "unit/fixture.h"

#define MODEL_M SMALL "model M {\n architecture Small\n area AA \"A\"\n area BB \"B\"\n}\n"

static struct str found_in_rows(struct world *w, const char *rows)
{
    in_case("%s", rows);
    return findings_of(w, formatted(w, MODEL_M "mapping X {\n from M\n to M\n%s}\n", rows));
}

static void duplicates_are_found_behind_damage(struct world *w)
{
    expect_str(found_in_rows(w, "AA -> ZZ\nAA -> BB\nAA -> BB\n"), "undefined-reference 10:7, duplicate-mapping 12:7");
}

static void members_are_named_once(struct world *w)
{
    expect_str(found_in_rows(w, "AA, BB -> AA, BB\n"), "");
    expect_str(found_in_rows(w, "BB, AA, BB -> AA\n"), "duplicate-mapping 10:9");
    expect_str(found_in_rows(w, "AA -> BB, AA, BB\n"), "duplicate-mapping 10:15");
}

/* A row is removed only if it says nothing else. */
static void duplicates_are_mended(struct world *w)
{
    static const struct {
        const char *rows;
        bool mended;
    } rows[] = {
        {"AA -> none\nAA -> none\n", true},
        {"AA -> none\nAA, BB -> none\n", false},
        {"AA -> BB\nAA -> BB\n", true},
        {"AA -> BB\nAA -> BB { note \"a\" }\n", false},
        {"AA -> BB\nAA -> BB { fit good }\n", false},
        {"AA -> BB\nAA -> BB { strength 3 }\n", false},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        found_in_rows(w, rows[i].rows);
        bool mended = false;
        for (uint32_t k = 0; k < w->diag.findings.n; k++)
            mended =
                mended || (w->diag.findings.at[k]->rule == RULE_duplicate_mapping && w->diag.findings.at[k]->fixes);
        expect_number(mended, rows[i].mended);
    }
}

/* What is mapped need not be the next one around. */
static void an_ancestor_is_mapped(struct world *w)
{
    static const char text[] =
        "architecture Nested {\n contains part *\n component part \"Part\" { contains part * }\n}\n"
        "model M {\n architecture Nested\n part A \"A\" { part B \"B\" { part C \"C\" } }\n}\n"
        "mapping X {\n from M\n to M\n expect part mapped\n A -> A\n}\n";
    expect_str(findings_of(w, text), "parent-mapped-child-unmapped 13:2");
}

/* A component of another model is not the profile's to take. */
static void profiles_leave_other_models_alone(struct world *w)
{
    expect_str(findings_of(w, MODEL_M
                           "model N {\n architecture Small\n area CC \"C\" { related M:AA, DD }\n area DD \"D\"\n}\n"
                           "profile P {\n of N\n include CC, DD\n exclude DD because \"no\"\n}\n"),
               "excluded-dependency 15:10");
}

/* Siblings of another template have numbers of their own. */
static void an_id_of_its_place_is_offered(struct world *w)
{
    findings_of(w, SMALL "model M {\n architecture Small\n area AA \"A\" {\n goal SG1 \"G\" {\n practice SP1.1 \"P\"\n"
                         " practice ESP1.5 \"P\"\n practice SP2.1 \"P\"\n }\n }\n}\n");
    expect_number(w->diag.findings.n > 0, true);
    for (uint32_t i = 0; i < w->diag.findings.n; i++)
        if (w->diag.findings.at[i]->rule == RULE_id_outside_parent)
            expect_true(strstr(world_fixed(w, i).ptr, "practice SP1.2 ") != NULL);
}

/* A place for what is missing is offered where any words may stand. */
static void missing_values_are_offered(struct world *w)
{
    static const struct {
        const char *property;
        bool mended;
    } rows[] = {
        {"text home 1", true},
        {"attribute home string 1", true},
        {"attribute home url 1", true},
        {"attribute home date 1", false},
        {"attribute home integer 1", false},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].property);
        expect_str(findings_of(w, formatted(w,
                                            "architecture T {\n contains area *\n component area \"Area\" { %s }\n}\n"
                                            "model M {\n architecture T\n area A \"A\"\n}\n",
                                            rows[i].property)),
                   "missing-required-part 7:7");
        expect_number(w->diag.findings.at[0]->fixes != NULL, rows[i].mended);
    }
}

UNIT_MAIN("checks", UNIT(missing_values_are_offered), UNIT(duplicates_are_found_behind_damage),
          UNIT(members_are_named_once), UNIT(duplicates_are_mended), UNIT(an_ancestor_is_mapped),
          UNIT(profiles_leave_other_models_alone), UNIT(an_id_of_its_place_is_offered))
