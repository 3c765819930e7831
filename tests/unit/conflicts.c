/* What contradicts what in networks of mappings, and which rows a finding shows. */

#include <stdio.h>

#include "unit/fixture.h"

/* Models of three clauses each. */
static const char models[] =
    SMALL "model A {\n  architecture Clauses\n  clause 1 \"a\"\n  clause 2 \"b\"\n  clause 3 \"c\"\n}\n"
          "model B {\n  architecture Clauses\n  clause 1 \"a\"\n  clause 2 \"b\"\n  clause 3 \"c\"\n}\n"
          "model C {\n  architecture Clauses\n  clause 1 \"a\"\n  clause 2 \"b\"\n  clause 3 \"c\"\n}\n"
          "model D {\n  architecture Clauses\n  clause 1 \"a\"\n  clause 2 \"b\"\n  clause 3 \"c\"\n}\n"
          "model A2 {\n  extends A\n  clause 4 \"d\"\n}\n";

#define MAP(id, from, to, rows)    "mapping " id " { from " from "\nto " to "\n" rows "\n}\n"
#define DERIVED(id, from, to, via) "mapping " id " { from " from "\nto " to "\nvia " via "\n}\n"

/* Lines are counted from the first mapping; the models take 29. */
static uint32_t line_of(struct world *w, struct span at)
{
    return source_locate(&w->sources, at.start).line - 29;
}

/* The findings with the lines of their labels: "rule 2 <- 5 7", lines counted from the first mapping. */
static struct str conflicts_of(struct world *w)
{
    struct buf out = buf_on(&w->mem);
    VEC_EACH (struct finding *, at, &w->diag.findings) {
        enum rule rule = (*at)->rule;
        if (rule != RULE_contradictory_relation && rule != RULE_strict_cycle && rule != RULE_transitive_contradiction &&
            rule != RULE_inverse_missing && rule != RULE_empty_map && rule != RULE_import_cycle &&
            rule != RULE_wrong_kind_reference && rule != RULE_input_limit)
            continue;
        buf_printf(&out, "%s%s %u", out.n ? ", " : "", rule_info(rule)->name, line_of(w, (*at)->at));
        for (const struct remark *label = (*at)->labels.first; label; label = label->next)
            buf_printf(&out, "%s%u", label == (*at)->labels.first ? " <- " : " ", line_of(w, label->at));
    }
    return arena_str(&w->arena, buf_as_str(&out));
}

static void expect_conflicts(struct world *w, const char *const (*rows)[2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char text[4000];
        snprintf(text, sizeof text, "%s%s", models, rows[i][0]);
        world_reset(w);
        in_case("%s", rows[i][0]);
        world_model(w, text);
        expect_str(conflicts_of(w), rows[i][1]);
    }
}

static void mappings_are_held_against_one_another(struct world *w)
{
    static const char *const rows[][2] = {
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "A", "B", "1 subset-of 1"), ""},
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "B", "A", "1 superset-of 1"), ""},
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "B", "A", "1 subset-of 1"), "contradictory-relation 7 <- 3"},
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "A", "B", "1 intersects 1"), "contradictory-relation 7 <- 3"},
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "A", "B", "1 intersects 1?"), ""},
        /* a base and what extends it are one model */
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "A2", "B", "1 intersects 1"), "contradictory-relation 7 <- 3"},
        /* all rows that have a say are shown */
        {MAP("X", "A", "B", "1 subset-of 1\n1 -> 1\n1 supports 1") MAP("Y", "A", "B", "1 intersects 1\n1 -> 1"),
         "contradictory-relation 10 <- 3 4 9"},
        /* what goes with the one is not shown */
        {MAP("X", "A", "B", "1 equals 1, 2") MAP("Y", "A", "B", "1, 2 equals 1")
             MAP("Z", "B", "A", "1 intersects 1, 2"),
         "contradictory-relation 11 <- 3"},
        /* the second of two that agree is shown as well */
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "A", "B", "1 subset-of 1") MAP("Z", "A", "B", "1 superset-of 1"),
         "contradictory-relation 11 <- 3 7"},
        /* what contradicts counts no further */
        {MAP("X", "A", "B", "1 subset-of 1") MAP("Y", "A", "B", "1 superset-of 1") MAP("Z", "A", "B", "1 subset-of 1"),
         "contradictory-relation 7 <- 3"},
        /* within one mapping of a model to itself */
        {MAP("X", "A", "A", "1 subset-of 2\n2 subset-of 1"), "contradictory-relation 4 <- 3"},
        {MAP("X", "A", "B", "1 subset-of 1\n1 superset-of 1\n1 unrelated-to 1"), "contradictory-relation 4 <- 3 5"},
    };
    expect_conflicts(w, rows, LENGTH(rows));
}

#define AB(rows) MAP("AB", "A", "B", rows)
#define BC(rows) MAP("BC", "B", "C", rows)
#define AC(rows) MAP("AC", "A", "C", rows)
#define CD(rows) MAP("CD", "C", "D", rows)

static void derived_mappings_name_their_rows(struct world *w)
{
    static const char *const rows[][2] = {
        {AB("1 equals 1") BC("1 equals 1") AC("1 equals 1") DERIVED("Z", "A", "C", "AB, BC"), ""},
        {AB("1 equals 1") BC("1 equals 1") AC("1 unrelated-to 1") DERIVED("Z", "A", "C", "AB, BC"),
         "contradictory-relation 13 <- 11 3 7"},
        {DERIVED("Z", "A", "C", "AB, BC") AB("1 equals 1") BC("1 equals 1") AC("1 unrelated-to 1"),
         "contradictory-relation 15 <- 7 11"},
        /* the ways of one derived mapping; a row of both is shown once */
        {AB("1 equals 1, 2") BC("1 superset-of 1\n2 subset-of 1\n2 -> 1") DERIVED("Z", "A", "C", "AB, BC"), ""},
        {AB("1 equals 1\n1 equals 2") BC("1 superset-of 1\n2 subset-of 1\n2 -> 1") DERIVED("Z", "A", "C", "AB, BC"),
         "strict-cycle 9 <- 4 3 8 10"},
        {AB("1 equals 1") BC("1 equals 1\n1 equals 2") CD("1 unrelated-to 1\n2 equals 1")
             DERIVED("Z", "A", "D", "AB, BC, CD"),
         "contradictory-relation 15 <- 3 7 12 8 13"},
        /* a derived step brings its own rows along */
        {AB("1 equals 1\n1 equals 2") BC("1 equals 1\n2 equals 2") CD("1 subset-of 1\n2 intersects 1")
             DERIVED("Z", "A", "C", "AB, BC") DERIVED("W", "A", "D", "Z, CD"),
         "contradictory-relation 20 <- 3 8 13 4 9 14"},
    };
    expect_conflicts(w, rows, LENGTH(rows));
}

static void chains_do_not_close(struct world *w)
{
    static const char *const rows[][2] = {
        {AB("1 subset-of 1") BC("1 subset-of 1") AC("1 subset-of 1"), ""},
        {AB("1 subset-of 1") BC("1 subset-of 1") MAP("CA", "C", "A", "1 subset-of 1"), "strict-cycle 3 <- 11 7"},
        {AB("1 equals 1") BC("1 equals 1") MAP("CA", "C", "A", "1 equals 1"), ""},
        {AB("1 equals 1") BC("1 equals 1") MAP("CA", "C", "A", "1 subset-of 1"), "strict-cycle 11 <- 7 3"},
        {AB("1 equals 1") BC("1 subset-of 1?") MAP("CA", "C", "A", "1 subset-of 1"), ""},
        {AB("1 equals 1, 2") BC("1 equals 1") MAP("CA", "C", "A", "1 superset-of 1"), "strict-cycle 11 <- 3 7"},
        {AB("1 subset-of 1") BC("1 subset-of 1") CD("1 equals 1") MAP("AD", "A", "D", "1 superset-of 1"),
         "strict-cycle 3 <- 15 11 7"},
        /* what is derived of a part of the ring contradicts the rest of it: that is not said twice */
        {AB("1 subset-of 1") BC("1 subset-of 1") MAP("CA", "C", "A", "1 subset-of 1") DERIVED("Z", "A", "C", "AB, BC"),
         "strict-cycle 3 <- 11 7"},
        {DERIVED("Z", "A", "C", "AB, BC") AB("1 subset-of 1") BC("1 subset-of 1") MAP("CA", "C", "A", "1 subset-of 1"),
         "strict-cycle 7 <- 15 11"},
        {AB("1 subset-of 1") BC("1 subset-of 1") MAP("CA", "C", "A", "1 subset-of 1") DERIVED("Z", "A", "C", "AB, BC")
             DERIVED("W", "A", "B", "inverse CA, inverse BC"),
         "strict-cycle 3 <- 11 7"},
        /* another row is another fault */
        {AB("1 subset-of 1") BC("1 subset-of 1") MAP("CA", "C", "A", "1 subset-of 1\n2 subset-of 2")
             AC("2 intersects 2"),
         "strict-cycle 3 <- 11 7, inverse-missing 11 <- 14, contradictory-relation 16 <- 12"},
        {MAP("CA", "C", "A", "1 subset-of 1") AB("1 subset-of 1") BC("1 subset-of 1") DERIVED("Z", "A", "C", "AB, BC")
             AC("1 unrelated-to 1"),
         "strict-cycle 7 <- 3 11, contradictory-relation 19 <- 3"},
        {MAP("X", "A", "A", "1 subset-of 2\n2, 3 subset-of 1\n2 subset-of 3"),
         "strict-cycle 3 <- 4 5, contradictory-relation 4 <- 3"},
        /* what is silenced speaks for nothing */
        {"mapping CA { from C\nto A\nallow strict-cycle because \"so\"\n1 subset-of 1\n}\n" AB("1 subset-of 1")
             BC("1 subset-of 1") DERIVED("Z", "A", "C", "AB, BC"),
         "strict-cycle 8 <- 4 12"},
        {"mapping AB { from A\nto B\nallow strict-cycle because \"so\"\n1 subset-of 1\n}\n" BC("1 subset-of 1")
             MAP("CA", "C", "A", "1 subset-of 1") DERIVED("Z", "A", "C", "AB, BC"),
         "contradictory-relation 14 <- 12 4 8"},
        /* within one model: 1 in 2 in 3 in 1 */
        {MAP("X", "A", "A", "1 subset-of 2\n2 subset-of 3\n3 subset-of 1"), "strict-cycle 3 <- 5 4"},
        /* between two alone it is a contradiction of rows */
        {AB("1 subset-of 1") MAP("BA", "B", "A", "1 subset-of 1"), "contradictory-relation 7 <- 3"},
    };
    expect_conflicts(w, rows, LENGTH(rows));
}

static void triangles_agree(struct world *w)
{
    static const char *const rows[][2] = {
        {AB("1 equals 1") BC("1 equals 1") AC("1 -> 1"), ""},
        {AB("1 equals 1") BC("1 equals 1") AC("1 unrelated-to 1"), "transitive-contradiction 11 <- 3 7"},
        {AB("1 equals 1") BC("1 -> 1") AC("1 unrelated-to 1"), "transitive-contradiction 11 <- 3 7"},
        {AB("1 -> 1") BC("1 -> 1") AC("1 unrelated-to 1"), ""},
        {AB("1 superset-of 1") BC("1 subset-of 1") AC("1 unrelated-to 1"), "transitive-contradiction 11 <- 3 7"},
        {AB("1 subset-of 1") BC("1 superset-of 1") AC("1 unrelated-to 1"), ""},
        {AB("1 equals 1") BC("1 equals 1") AC("1 unrelated-to 1?"), ""},
        /* in any direction and order */
        {AC("1 unrelated-to 1") MAP("BA", "B", "A", "1 equals 1") MAP("CB", "C", "B", "1 equals 1"),
         "transitive-contradiction 11 <- 7 3"},
        /* a gap that is none */
        {AB("1 equals 1") BC("1 -> 1") AC("1 -> none"), "transitive-contradiction 11 <- 3 7"},
        {AB("1 superset-of 1") BC("1 -> 1") AC("1 -> none"), "transitive-contradiction 11 <- 3 7"},
        {AB("1 subset-of 1") BC("1 -> 1") AC("1 -> none"), ""},
        {AB("1 equals 1") BC("1 -> 1?") AC("1 -> none"), ""},
        {AB("1 equals 1") BC("1 equals 1") AC("1 -> not-applicable"), ""},
        {AB("1 equals 1") BC("1 equals 1") MAP("AD", "A", "D", "1 -> none"), ""},
        /* once, though every side says something */
        {AB("1 equals 1") BC("1 equals 1") AC("1 intersects 1"), "transitive-contradiction 11 <- 3 7"},
    };
    expect_conflicts(w, rows, LENGTH(rows));
}

static void empty_mappings_say_why(struct world *w)
{
    static const char *const rows[][2] = {
        {MAP("X", "A", "B", ""), "empty-map 1"},
        {MAP("X", "A", "B", "1 -> ?"), ""},
        {AB("1 -> 1") BC("1 -> 1") DERIVED("Z", "A", "C", "AB, BC"), ""},
        {AB("1 -> 1") BC("2 -> 1") DERIVED("Z", "A", "C", "AB, BC"), "empty-map 9 <- 11 11"},
        {AB("1 -> none") BC("2 -> 1") DERIVED("Z", "A", "C", "AB, BC"), "empty-map 9 <- 11"},
        {AB("1 -> 1") BC("1 supports 1") DERIVED("Z", "A", "C", "AB, BC"), "empty-map 9 <- 11"},
        {MAP("X", "A2", "B", "4 -> 1") DERIVED("Z", "A", "B", "X"), "empty-map 5 <- 7"},
        {MAP("X", "B", "A2", "1 -> 4") DERIVED("Z", "B", "A", "X"), "empty-map 5 <- 6"},
    };
    expect_conflicts(w, rows, LENGTH(rows));
}

static void bad_steps_show_both_places(struct world *w)
{
    static const char *const rows[][2] = {
        {AB("1 -> 1") CD("1 -> 1") DERIVED("Z", "A", "D", "AB, CD"), "wrong-kind-reference 11 <- 11"},
        {AB("1 -> 1") DERIVED("Z", "A", "C", "AB"), "wrong-kind-reference 6 <- 7"},
        {DERIVED("Z", "A", "C", "Z"), "import-cycle 3 <- 1"},
        {DERIVED("Z", "A", "C", "Y") DERIVED("Y", "A", "C", "Z"), "import-cycle 7 <- 1"},
        /* what rests on a broken one is silent */
        {AB("1 -> 1") DERIVED("Z", "A", "C", "AB") DERIVED("Y", "A", "C", "Z"), "wrong-kind-reference 6 <- 7"},
    };
    expect_conflicts(w, rows, LENGTH(rows));
}

static void inverses_are_complete(struct world *w)
{
    static const char *const rows[][2] = {
        {AB("1 -> 1\n2 -> 2") MAP("BA", "B", "A", "1 -> 1\n2 -> 2"), ""},
        {AB("1 -> 1\n2 -> 2") MAP("BA", "B", "A", "1 -> 1"), "inverse-missing 4 <- 6"},
        {AB("1 -> 1\n2 -> 2") MAP("BA", "B", "A", "1 -> 1\n3 -> 3"), "inverse-missing 4 <- 6, inverse-missing 9 <- 1"},
        {AB("1 -> 1\n2 -> 2\n3 -> 3") MAP("BA", "B", "A", "1 -> 2\n2 -> 3\n3 -> 3"), ""}, /* about something else */
        {AB("1 -> 1\n2 -> 2") MAP("BA", "B", "A", "1 -> 1") MAP("BA2", "B", "A", "2 -> 2"), ""},
    };
    expect_conflicts(w, rows, LENGTH(rows));
}

UNIT_MAIN("conflicts", UNIT(mappings_are_held_against_one_another), UNIT(derived_mappings_name_their_rows),
          UNIT(chains_do_not_close), UNIT(triangles_agree), UNIT(empty_mappings_say_why),
          UNIT(bad_steps_show_both_places), UNIT(inverses_are_complete))
