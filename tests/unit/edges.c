/* What rows and derivations leave possible for a pair. */

#include "model/mapping/edges.h"

#include <stdio.h>

#include "model/mapping/relation.h"
#include "unit/fixture.h"

static const char clauses[] = SMALL "model A {\n  architecture Clauses\n  clause 1 \"a\"\n  clause 2 \"b\"\n}\n"
                                    "model B {\n  architecture Clauses\n  clause 1 \"c\"\n  clause 2 \"d\"\n}\n"
                                    "model C {\n  architecture Clauses\n  clause 1 \"e\"\n  clause 2 \"f\"\n}\n";

/* The edges of a mapping: "1-2 SUB|EQ", `?` for tentative, `+` for supportive ones. */
static struct str edges_of(struct world *w, const char *id)
{
    const struct mapping *mapping = world_mapping(w, id);
    struct buf out = buf_on(&w->mem);
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &w->library.edges.at[i];
        buf_printf(&out, "%s%.*s-%.*s ", out.n ? ", " : "", STR_ARGS(world_path_of(w, edge->from)),
                   STR_ARGS(world_path_of(w, edge->to)));
        bool first = true;
        for (uint32_t k = 0; k < RELATE_COUNT && edge->possible != RELATE_ANY; k++)
            if (edge->possible >> k & 1) {
                buf_printf(&out, "%s%s", first ? "" : "|", relation_set_name(k));
                first = false;
            }
        if (edge->possible == 0 || edge->possible == RELATE_ANY)
            buf_text(&out, edge->possible ? "any" : "none");
        buf_text(&out, edge->tentative ? "?" : "");
        buf_text(&out, edge->is_supportive ? "+" : "");
    }
    return arena_str(&w->arena, buf_as_str(&out));
}

/* Reads rows of a mapping X from A to B and other declarations. */
static void read_rows(struct world *w, const char *rows, const char *others)
{
    char text[2000];
    snprintf(text, sizeof text, "%smapping X {\n  from A\n  to B\n%s\n}\n%s", clauses, rows, others);
    in_case("%s %s", rows, others); /* before the world goes in which they may lie */
    world_reset(w);
    world_read(w, text);
    world_resolve(w);
    diag_settle(&w->diag);
}

static void rows_make_edges(struct world *w)
{
    static const char *const rows[][3] = {
        {"", "", ""},
        {"1 -> 1", "1-1 EQ|SUB|SUP|INT", ""},
        {"1 equals 1", "1-1 EQ", ""},
        {"1 equivalent-to 1", "1-1 EQ", ""},
        {"1 subset-of 1", "1-1 SUB", ""},
        {"1 superset-of 1", "1-1 SUP", ""},
        {"1 intersects 1", "1-1 INT", ""},
        {"1 unrelated-to 1", "1-1 DR", ""},
        {"1 supports 1", "1-1 any+", ""},
        {"1 -> 1?", "1-1 EQ|SUB|SUP|INT?", ""},
        {"1 supports 1?", "1-1 any?+", ""},
        {"1 -> none", "", ""},
        {"1 -> ?", "", ""},
        {"2 -> 1\n1 -> 2, 1", "1-1 EQ|SUB|SUP|INT, 1-2 EQ|SUB|SUP|INT, 2-1 EQ|SUB|SUP|INT", ""},
        /* several rows leave what they have in common */
        {"1 -> 1\n1 subset-of 1", "1-1 SUB", ""},
        {"1 subset-of 1\n1 superset-of 1", "1-1 none", "contradictory-relation 21:3"},
        {"1 -> 1\n1 unrelated-to 1", "1-1 none", "contradictory-relation 21:3"},
        /* of several that are read together, less is known of each */
        {"1 equals 1, 2", "1-1 EQ|SUP, 1-2 EQ|SUP", ""},
        {"1 subset-of 1, 2", "1-1 EQ|SUB|SUP|INT, 1-2 EQ|SUB|SUP|INT", ""},
        {"1, 2 subset-of 1", "1-1 SUB, 2-1 SUB", ""},
        {"1, 2 equals 1", "1-1 EQ|SUB, 2-1 EQ|SUB", ""},
        {"1, 2 equals 1, 2", "1-1 any, 1-2 any, 2-1 any, 2-2 any", ""},
        {"1 unrelated-to 1, 2?", "1-1 DR, 1-2 DR?", ""},
        /* what is firm outweighs what is tentative, and both what only supports */
        {"1 subset-of 1?\n1 superset-of 1", "1-1 SUP", ""},
        {"1 subset-of 1?\n1 superset-of 1?", "1-1 any?", ""},
        {"1 supports 1\n1 subset-of 1", "1-1 SUB", ""},
        {"1 supports 1\n1 subset-of 1?", "1-1 SUB?", ""},
        {"1 supports 1\n1 supported-by 1", "1-1 any+", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        read_rows(w, rows[i][0], "");
        expect_str(edges_of(w, "X"), rows[i][1]);
        expect_findings(w, rows[i][2]);
    }
}

static void edges_are_found(struct world *w)
{
    read_rows(w, "2 -> 1\n1 -> 2", "");
    const struct mapping *x = world_mapping(w, "X");
    uint32_t first;
    component_id a1 = world_component(w, "A", "1"), a2 = world_component(w, "A", "2");
    component_id b1 = world_component(w, "B", "1"), b2 = world_component(w, "B", "2");
    assert_int_equal(edges_from(&w->library, x, a1, &first), 1);
    assert_true(w->library.edges.at[first].to == b2);
    assert_true(edge_between(&w->library, x, a1, b1) == NONE);
    assert_true(edge_between(&w->library, x, a2, b1) != NONE);
    assert_true(edge_between(&w->library, x, a2, b2) == NONE);
}

#define SECOND  "mapping Y {\n  from B\n  to C\n"
#define THROUGH "}\nmapping Z {\n  from A\n  to C\n  via X, Y\n}\n"
#define BACK    "}\nmapping Z {\n  from C\n  to A\n  via inverse Y, inverse X\n}\n"

static void mappings_are_composed(struct world *w)
{
    static const char *const rows[][4] = {
        {"1 equals 1", SECOND "1 subset-of 2\n" THROUGH, "1-2 SUB", ""},
        {"1 subset-of 1", SECOND "1 subset-of 1\n" THROUGH, "1-1 SUB", ""},
        {"1 subset-of 1", SECOND "1 superset-of 1\n" THROUGH, "1-1 any", ""},
        {"1 superset-of 1", SECOND "1 subset-of 1\n" THROUGH, "1-1 EQ|SUB|SUP|INT", ""},
        {"1 subset-of 1", SECOND "1 subset-of 1\n" BACK, "1-1 SUP", ""},
        {"1 equals 1", SECOND "1 unrelated-to 1\n" THROUGH, "1-1 DR", ""},
        {"1 equals 1", SECOND "1 -> none\n" THROUGH, "", ""},
        {"1 equals 1", SECOND "2 equals 1\n" THROUGH, "", ""},
        {"1 equals 1?", SECOND "1 equals 1\n" THROUGH, "1-1 EQ?", ""},
        /* the ways between a pair leave what they have in common */
        {"1 -> 1, 2", SECOND "1 equals 1\n2 equals 1\n" THROUGH, "1-1 EQ|SUB|SUP|INT", ""},
        {"1 subset-of 1\n1 superset-of 2", SECOND "1 equals 1\n2 equals 1\n" THROUGH, "1-1 none",
         "contradicting-rows 24:9"},
        /* a firm way outweighs a tentative one */
        {"1 equals 1\n1 subset-of 2?", SECOND "1 equals 1\n2 equals 1\n" THROUGH, "1-1 EQ", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        read_rows(w, rows[i][0], rows[i][1]);
        expect_str(edges_of(w, "Z"), rows[i][2]);
        expect_number(w->diag.findings.n, rows[i][3][0] != '\0');
    }
}

/* Steps that do not meet, and rings, make no edges and do not hang. */
static void broken_derivations_are_reported(struct world *w)
{
    static const char *const rows[][2] = {
        {"mapping Z {\n  from A\n  to C\n  via X\n}\n", "via-mismatch"},
        {"mapping Z {\n  from A\n  to B\n  via X, X\n}\n", "via-mismatch"},
        {"mapping Z {\n  from A\n  to B\n  via inverse X\n}\n", "via-mismatch"},
        {"mapping Z {\n  from A\n  to B\n  via Z\n}\n", ""},
        {"mapping Z {\n  from A\n  to B\n  via Y\n}\nmapping Y {\n  from A\n  to B\n  via Z\n}\n", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        read_rows(w, "1 -> 1", rows[i][0]);
        expect_str(edges_of(w, "Z"), "");
        expect_number(w->diag.findings.n, 1);
    }
}

/* Each step back and forth doubles the ways: after `n` steps there are 2^n from a component. */
static void derive_doubling(struct world *w, unsigned n)
{
    struct buf other = buf_on(&w->mem);
    buf_printf(&other, "mapping Z {\n  from A\n  to %s\n  via X", n % 2 ? "B" : "A");
    for (unsigned i = 1; i < n; i++)
        buf_text(&other, i % 2 ? ", inverse X" : ", X");
    buf_printf(&other, "\n}\n%c", '\0');
    read_rows(w, "1 -> 1\n1 -> 2\n2 -> 1\n2 -> 2", other.at);
}

/* What nobody could read is not composed to its end; the numbers of ways do not wrap round on the way there. */
static void ways_are_limited(struct world *w)
{
    derive_doubling(w, 20);
    expect_number(w->diag.findings.n, 0);
    const struct mapping *z = world_mapping(w, "Z");
    expect_number(z->n_edges, 4);
    expect_number(w->library.edges.at[z->first_edge].n_paths, 1 << 19);
    static const unsigned too_many[] = {21, 32, 33, 34, 65};
    for (size_t i = 0; i < LENGTH(too_many); i++) {
        derive_doubling(w, too_many[i]);
        in_case("%u steps", too_many[i]);
        expect_number(w->diag.findings.n, 1);
        expect_number(w->diag.findings.n ? w->diag.findings.at[0]->message : 0, MSG_too_many_ways);
    }
}

UNIT_MAIN("edges", UNIT(ways_are_limited), UNIT(rows_make_edges), UNIT(edges_are_found), UNIT(mappings_are_composed),
          UNIT(broken_derivations_are_reported))
