/* What the parser makes of a file: statements with their arguments, whole or damaged. */

#include "syntax/tree.h"

#include <stdio.h>

#include "unit/fixture.h"

static void expect_tree(struct world *w, const char *text, const char *tree, const char *findings)
{
    world_reset(w);
    in_case("%s", text);
    uint32_t unit = world_read(w, text);
    struct str found = world_tree(w, unit);
    expect_str(found, tree);
    diag_settle(&w->diag);
    expect_findings(w, findings);
    bool broken = w->diag.counts[SEVERITY_ERROR] > 0;
    expect_number(w->units.at.at[unit].tree.broken, broken);
}

static void statements_are_read(struct world *w)
{
    static const char *const rows[][2] = {
        {"model M {\n}", "model M {}"},
        {"model M \"T\" {\n}\nglossary G {\n}\n", "model M \"T\" {}; glossary G {}"},
        {"model M {\n  a\n  b {\n    c\n  }\n  d\n}", "model M {a; b {c}; d}"},
        {"model M { area PP \"T\" { note \"N\" } }", "model M {area PP \"T\" {note \"N\"}}"},
        {"model M {\n a B, C/D1, N:E/F\n}", "model M {a B, C/D1, N:E/F}"},
        {"model M {\n a 1..5 G1..G4 2..*\n}", "model M {a 1.. 5 G1.. G4 2.. *}"},
        {"model M {\n model none x\n}", "model M {model none x}"},
        {"model M {\n a x/Y/z `b c`/d\n}", "model M {a x/Y/z b c/d}"},
        {"model M {\n a \"\"\"\n  b\n    c\n  \"\"\"\n}", "model M {a 'b\n  c'}"},
        {"model M {\n a B,\n   C\n}", "model M {a B, C}"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_tree(w, rows[i][0], rows[i][1], "");
}

static void rows_are_read(struct world *w)
{
    static const char *const rows[][2] = {
        {"1 -> A", "row 1 <->> A"},
        {"1, 2 -> A, B? \"R\"", "row 1, 2 <->> A, B? \"R\""},
        {"1..3 intersects A..C", "row 1.. 3 <intersects> A.. C"},
        {"1..3 -> A..C?", "row 1.. 3 <->> A.. C?"},
        {"1 -> none", "row 1 <->> none"},
        {"1 -> not-applicable", "row 1 <->> not-applicable"},
        {"1 -> ? \"R\"", "row 1 <->> ? \"R\""},
        {"1 -> M:A/B", "row 1 <->> M:A/B"},
        {"1 -> A {\n fit good\n}", "row 1 <->> A {fit good}"},
        {"a -> b", "row a <->> b"},
        {"a, b -> c", "row a, b <->> c"},
        {"1 ->\n A,\n B", "row 1 <->> A, B"},
        {"1 equals\n A", "row 1 <equals> A"},
        {"1 -> GP 2.1", "row 1 <->> GP 2.1"},
        {"expect a mapped", "expect a mapped"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        char text[100], tree[100];
        snprintf(text, sizeof text, "mapping X {\n%s\n}", rows[i][0]);
        snprintf(tree, sizeof tree, "mapping X {%s}", rows[i][1]);
        expect_tree(w, text, tree, "");
    }
}

/* What is wrong costs its statement, or what is left of it, and nothing around it. */
static void damage_stays_where_it_is(struct world *w)
{
    static const char *const rows[][3] = {
        {"model M {\n a =\n b\n}", "model M {!a; b}", "syntax-error 2:4"},
        {"model M {\n a B, = C {\n  d\n }\n b\n}", "model M {!a B, {d}; b}", "syntax-error 2:7"},
        {"model M {\n = a\n b\n}", "model M {!; b}", "syntax-error 2:2"},
        {"model M {\n PP \"x\" {\n  a\n }\n b\n}", "model M {! {a}; b}", "syntax-error 2:2"},
        {"model M\nmodel N {\n}", "model M; model N {}", "syntax-error 1:8"},
        {"model = {\n a\n}\nmodel N {\n}", "!model {a}; model N {}", "syntax-error 1:7"},
        {"import X\nmodel N {\n}", "!import; model N {}", "syntax-error 1:8"},
        {"model M \"T\" x {\n}", "!model M \"T\" {}", "syntax-error 1:13"},
        {"mapping X {\n 1 -> = A\n 2 -> B\n}", "mapping X {! 1 <->>; row 2 <->> B}", "syntax-error 2:7"},
        {"mapping X {\n 1 -> A = B\n 2 -> B\n}", "mapping X {! 1 <->>; row 2 <->> B}", "syntax-error 2:9"},
        {"mapping X {\n 1\n 2 -> B\n}", "mapping X {!; row 2 <->> B}", "syntax-error 2:3"},
        {"mapping X {\n a -> =\n 2 -> B\n}", "mapping X {!row a <->>; row 2 <->> B}", "syntax-error 2:7"},
        {"nonsense\nmodel M {\n}", "!; model M {}", "syntax-error 1:1"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_tree(w, rows[i][0], rows[i][1], rows[i][2]);
}

/* Where a statement begins, where its block does and where it ends. */
static void places_are_kept(struct world *w)
{
    const char *text = "model M {\n  area A \"T\" { # c\n    note \"x\"\n  }\n  b\n}\n";
    static const char *const wanted[] = {"model M {\n  area A \"T\" { # c\n    note \"x\"\n  }\n  b\n}",
                                         "area A \"T\" { # c\n    note \"x\"\n  }", "note \"x\"", "b"};
    world_read(w, text);
    const struct tree *tree = &w->units.at.at[0].tree;
    assert_int_equal(tree->statements.n, LENGTH(wanted));
    for (uint32_t i = 0; i < tree->statements.n; i++) {
        const struct statement *at = &tree->statements.at[i];
        expect_str(source_text(&w->sources, (struct span){at->start, at->end}), wanted[i]);
        bool has_block = strchr(wanted[i], '{') != NULL;
        expect_number(at->open != 0, has_block);
        if (has_block)
            expect_str(source_text(&w->sources, (struct span){at->open, at->open + 1}), "{");
    }
}

static void paths_are_taken_apart(struct world *w)
{
    world_read(w, "model M {\n  a N:PP/SP1.1/x, QQ\n}");
    const struct tree *tree = &w->units.at.at[0].tree;
    const struct arg *args;
    static const char *const steps[] = {"PP", "SP1.1", "x"};
    assert_int_equal(tree_args(tree, 1, &args), 2);
    assert_int_equal(args[0].n_steps, 3);
    expect_str(source_text(&w->sources, args[0].at), "N:PP/SP1.1/x");
    expect_str(source_text(&w->sources, tree_path_model(tree, &args[0]).at), "N");
    for (uint32_t i = 0; i < 3; i++) {
        struct step step = tree_path_step(tree, &args[0], i);
        expect_str(atom_text(&w->atoms, step.name), steps[i]);
        expect_str(source_text(&w->sources, step.at), steps[i]);
    }
    assert_int_equal(args[1].n_steps, 1);
    expect_str(source_text(&w->sources, tree_path_step(tree, &args[1], 0).at), "QQ");
}

/* Blocks nest to 100, so a path of more than 255 ids leads nowhere; it is cut and must not be formatted. */
static void long_paths_are_cut(struct world *w)
{
    static const uint32_t rows[][2] = {{1, 1}, {2, 2}, {254, 254}, {255, 255}, {256, 255}, {257, 255}, {100000, 255}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const struct arg *args;
        world_reset(w);
        in_case("%u steps", rows[i][0]);
        world_read(w, formatted(w, "model M {\na A%s, B\n}", repeated(w, "/A", rows[i][0] - 1)));
        expect_findings(w, rows[i][0] > 255 ? "input-limit 2:3" : "");
        const struct tree *tree = &w->units.at.at[0].tree;
        expect_number(tree_args(tree, 1, &args), 2);
        expect_number(args[0].n_steps, rows[i][1]);
        expect_str(atom_text(&w->atoms, tree_path_step(tree, &args[0], rows[i][1] - 1).name), "A");
        expect_number(args[0].at.end - args[0].at.start, 2 * rows[i][0] - 1);
    }
    world_reset(w);
    world_read(w, formatted(w, "model M {\na N:A%s, B\n}", repeated(w, "/A", 300)));
    const struct tree *tree = &w->units.at.at[0].tree;
    expect_str(atom_text(&w->atoms, tree_path_model(tree, &tree->args.at[1]).name), "N");
    expect_findings(w, "input-limit 2:3");
}

static void long_texts_are_reported(struct world *w)
{
    static const struct {
        uint32_t n;
        const char *findings;
    } rows[] = {{TEXT_LENGTH_MOST - 2, ""}, {TEXT_LENGTH_MOST - 1, "input-limit 2:3"}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_reset(w);
        in_case("%u bytes", rows[i].n);
        world_read(w, formatted(w, "model M {\na \"%s\"\n}", repeated(w, "x", rows[i].n)));
        diag_settle(&w->diag);
        expect_findings(w, rows[i].findings);
    }
}

UNIT_MAIN("tree", UNIT(statements_are_read), UNIT(rows_are_read), UNIT(damage_stays_where_it_is), UNIT(places_are_kept),
          UNIT(paths_are_taken_apart), UNIT(long_paths_are_cut), UNIT(long_texts_are_reported))
