/* Braces that are missing or too many: the indentation says where. */

#include "syntax/braces.h"

#include "unit/fixture.h"

static void expect_repair(struct world *w, const char *text, const char *tree, const char *findings)
{
    world_reset(w);
    in_case("%s", text);
    uint32_t unit = world_read(w, text);
    diag_settle(&w->diag);
    expect_str(world_tree(w, unit), tree);
    expect_findings(w, findings);
}

static void indentation_says_where_braces_are_missing(struct world *w)
{
    static const char *const rows[][3] = {
        /* `}` of an inner block, of the last block, of several */
        {"model M {\n  a {\n    b\n    c\n  d\n  e\n}\nmodel N {\n}\n", "model M {a {b; c}; d; e}; model N {}",
         "unclosed-block 2:5"},
        {"model M {\n  a {\n    b\n    c\n  }\n  d\n", "model M {a {b; c}; d}", "unclosed-block 1:9"},
        {"model M {\n  a {\n    b {\n      c\n      d\n  e\n}\n", "model M {a {b {c; d}}; e}",
         "unclosed-block 2:5, unclosed-block 3:7"},
        {"model M {\n  a\n  b\n  c\nmodel N {\n  d\n}\n", "model M {a; b; c}; model N {d}", "unclosed-block 1:9"},
        /* `{` */
        {"model M {\n  a\n    b\n    c\n  }\n  d\n}\n", "model M {a {b; c}; d}", "syntax-error 2:4"},
        /* a `}` too many */
        {"model M {\n  a {\n    b\n  }\n  }\n  c\n}\n", "model M {a {b}; c}", "syntax-error 5:3"},
        {"model M {\n  a {\n    b\n    c\n  }\n}\n}\nmodel N {\n}\n", "model M {a {b; c}}; model N {}",
         "syntax-error 7:1"},
        {"model M {\n  a { b } }\n  c\n}\n", "model M {a {b}}; ! {c}", "syntax-error 2:12, syntax-error 2:12"},
        /* tabs, comments and blank lines */
        {"model M {\n\ta {\n\t\tb\n\n# c\n\t\tc\n\t\td\n\te\n}\n", "model M {a {b; c; d}; e}", "unclosed-block 2:4"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_repair(w, rows[i][0], rows[i][1], rows[i][2]);
}

/* Braces that match are believed, whatever the indentation. */
static void braces_that_match_are_left_alone(struct world *w)
{
    expect_repair(w, "model M {\na {\nb\n}\n      c\n  }\nmodel N {\n}\n", "model M {a {b}; c}; model N {}", "");
    expect_repair(w, "model M {\n  a B,\n        C\n}\n", "model M {a B, C}", "");
}

/* Lines that are not indented say nothing. */
static void without_indentation_the_end_is_blamed(struct world *w)
{
    expect_repair(w, "model M {\na {\nb\nc\n}\n", "model M {a {b; c}}", "unclosed-block 1:9");
}

UNIT_MAIN("braces", UNIT(indentation_says_where_braces_are_missing), UNIT(braces_that_match_are_left_alone),
          UNIT(without_indentation_the_end_is_blamed))
