#include "model/mapping/coverage.h"

#include <stdio.h>

#include "emit/emit.h"
#include "model/view.h"
#include "unit/fixture.h"

/* A mapping whose other side is not known has coverage on the side that is; no level makes it a crash. */
static void a_mapping_without_a_side_is_written(struct world *w)
{
    world_model(w, SMALL "model M {\n  architecture Small\n  area AA \"A\"\n}\n"
                         "mapping X {\n  from M\n  allow missing-required-part because \"to be found\"\n}\n");
    expect_findings(w, "");
    struct buf out = buf_on(&w->mem);
    write_coverage_json(&out, &w->library);
    write_coverage_csv(&out, &w->library);
    write_coverage_text(&out, &w->library);
    assert_true(out.n > 0);
}

/* Two models: a source of clauses, a target of areas, goals and practices. */
static const char sides[] =
    SMALL "model S {\n  architecture Clauses\n"
          "  clause 1 \"a\" {\n    clause 1.1 \"b\"\n    clause 1.2 \"c\"\n  }\n  clause 2 \"d\"\n}\n"
          "model T {\n  architecture Small\n"
          "  area AA \"A\" {\n    goal SG1 \"G\" {\n      practice SP1.1 \"P\" { step 1 \"x\" }\n"
          "      practice SP1.2 \"Q\"\n    }\n  }\n  area BB \"B\"\n}\n";

/* The classes of a side in the order of the document, by their first letters: F, P, T, U, G, N, -. */
static struct str classes_of(struct world *w, const char *id, bool covered_side)
{
    static const char letters[] = "FPTUGN-";
    const struct mapping *mapping = world_mapping(w, id);
    struct coverage coverage = coverage_of(&w->library, &w->arena, mapping, covered_side);
    struct buf out = buf_on(&w->mem);
    for (uint32_t i = 0; i < view_count(&w->library, coverage.model); i++)
        buf_char(&out, letters[coverage.classes[i]]);
    return arena_str(&w->arena, buf_as_str(&out));
}

static void read_rows(struct world *w, const char *rows)
{
    char text[2000];
    snprintf(text, sizeof text, "%smapping X {\n  from S\n  to T\n%s\n}\n", sides, rows);
    world_reset(w);
    world_read(w, text);
    world_resolve(w);
    in_case("%s", rows);
}

/* Clauses 1, 1.1, 1.2, 2; AA, SG1, SP1.1, step 1, SP1.2, BB. */
static void rows_give_classes(struct world *w)
{
    static const char *const rows[][3] = {
        {"", "----", "------"},
        {"2 -> BB", "---P", "-----P"},
        {"2 equals BB", "---F", "-----F"},
        {"2 equivalent-to BB", "---F", "-----F"},
        {"2 subset-of BB", "---F", "-----P"},
        {"2 superset-of BB", "---P", "-----F"},
        {"2 intersects BB", "---P", "-----P"},
        {"2 unrelated-to BB", "----", "------"},
        {"2 supports BB", "----", "------"},
        {"2 -> BB?", "---T", "-----T"},
        {"2 equals BB?", "---T", "-----T"},
        {"2 equals BB, AA?", "---P", "T----P"},
        {"2 -> ?", "---U", "------"},
        {"2 -> none", "---G", "------"},
        {"2 -> not-applicable", "---N", "------"},
        {"2 -> none\n2 -> BB", "---P", "-----P"}, /* the better one counts */
        {"2 -> BB\n2 equals BB", "---F", "-----F"},
        /* from the parts */
        {"1.1 equals BB", "PF--", "-----F"},
        {"1.1 equals BB\n1.2 equals BB", "FFF-", "-----F"},
        {"1.1 equals BB\n1.2 -> not-applicable", "FFN-", "-----F"},
        {"1.1 -> not-applicable\n1.2 -> not-applicable", "NNN-", "------"},
        {"1.1 -> BB?", "TT--", "-----T"},
        {"1.1 -> none", "GG--", "------"},
        {"1.1 -> none\n1.2 -> ?", "UGU-", "------"},
        {"2 equals SP1.1, SP1.2", "---F", "FFF-F-"},          /* each is within what they are together */
        {"2 equals SP1.1\n2 equals SP1.2", "---F", "FFF-F-"}, /* what is informative does not count */
        {"2 equals AA/SP1.1/1", "---F", "---F--"},
        {"2 equals SP1.1", "---F", "PPF---"},
        /* to the parts */
        {"1 -> none", "GGG-", "------"},
        {"1 -> not-applicable\n1.1 -> BB", "NPN-", "-----P"},
        {"1 -> BB", "P---", "-----P"}, /* what overlaps does not go down */
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        read_rows(w, rows[i][0]);
        expect_str(classes_of(w, "X", false), rows[i][1]);
        expect_str(classes_of(w, "X", true), rows[i][2]);
    }
}

/* What is derived counts as far as it is proven. */
static void derived_edges_give_classes(struct world *w)
{
    static const char *const rows[][3] = {
        {"2 equals BB", "BB equals 2", "---F"},
        {"2 subset-of BB", "BB subset-of 2", "---F"},
        {"2 superset-of BB", "BB superset-of 2", "---P"},
        {"2 subset-of BB", "BB superset-of 2", "---U"}, /* they may have nothing in common */
        {"2 equals BB?", "BB equals 2", "---T"},
        {"2 equals BB", "BB unrelated-to 2", "----"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        char text[300];
        snprintf(text, sizeof text,
                 "%s\n}\nmapping Y {\n  from T\n  to S\n  %s\n}\nmapping Z {\n  from S\n  to S\n"
                 "  via X, Y\n",
                 rows[i][0], rows[i][1]);
        read_rows(w, text);
        expect_str(classes_of(w, "Z", false), rows[i][2]);
    }
}

/* Totals, applicable ones, and how many are full. */
static struct str tallies_of(struct world *w)
{
    const struct mapping *mapping = world_mapping(w, "X");
    coverage_scopes scopes = {0};
    struct buf out = buf_on(&w->mem);
    coverage_scopes_of(&w->library, mapping, &scopes);
    VEC_EACH (const struct coverage_scope, scope, &scopes) {
        struct coverage coverage = coverage_of(&w->library, &w->arena, mapping, scope->covered_side);
        struct coverage_tally tally = coverage_tally_of(&w->library, &coverage, scope);
        uint32_t sum = 0;
        for (uint32_t i = 0; i < COVERAGE_COUNT; i++)
            sum += tally.classes[i];
        expect_number(sum, tally.total);
        buf_printf(&out, "%s%.*s %u %u %u", out.n ? ", " : "",
                   STR_ARGS(atom_text(&w->atoms, w->library.kinds.at[scope->kind].name)), tally.total, tally.applicable,
                   tally.classes[COVERAGE_FULL]);
    }
    return arena_str(&w->arena, buf_as_str(&out));
}

static void components_are_counted(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"2 equals BB", "clause 3 3 1, area 2 2 1"}, /* only leaves of the sources are counted */
        {"2 equals BB, SP1.1", "clause 3 3 1, area 2 2 1, practice 2 2 1"},
        {"1 -> not-applicable", "clause 3 1 0"},
        {"expect clause mapped", "clause 3 3 0"},
        {"expect clause mapped in 1", "clause 2 2 0"},
        {"expect practice covered in AA\n2 equals SP1.2", "clause 3 3 1, practice 2 2 1"},
        {"expect practice covered in BB\n2 equals SP1.2", "clause 3 3 1, practice 0 0 0"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        read_rows(w, rows[i][0]);
        expect_str(tallies_of(w), rows[i][1]);
    }
}

UNIT_MAIN("coverage", UNIT(a_mapping_without_a_side_is_written), UNIT(rows_give_classes),
          UNIT(derived_edges_give_classes), UNIT(components_are_counted))
