/* Strings that are not what they should be: what is read, and what the fixes make of them. */

#include "unit/fixture.h"

/* Reads a text in a block, and applies the fix of its only finding. */
static void expect_mended(struct world *w, const char *line, const char *tree, const char *mended)
{
    world_reset(w);
    in_case("%s", line);
    uint32_t unit = world_read(w, formatted(w, "model M {\n  %s\n}\n", line));
    diag_settle(&w->diag);
    expect_number(w->diag.findings.n, 1);
    expect_str(world_tree(w, unit), formatted(w, "model M {%s}", tree));
    expect_str(world_fixed(w, 0), formatted(w, "model M {\n  %s\n}\n", mended));
}

static void quotes_and_blanks_are_mended(struct world *w)
{
    static const char *const rows[][3] = {
        {"note “a b”", "note \"a b\"", "note \"a b\""},
        {"note «a»", "note \"a\"", "note \"a\""},
        {"note „a“ ", "note \"a\"", "note \"a\" "},
        {"note “a\" x", "note \"a\" x", "note \"a\" x"},
        {"note “सु”", "note \"सु\"", "note \"सु\""},
        {"note ″a″", "note \"a\"", "note \"a\""},
        {"note\xc2\xa0\"a\"", "note \"a\"", "note \"a\""},
        {"note\xc2\xa0\xe2\x80\x82\xe3\x80\x80\"a\xc2\xa0\"", "note \"a\xc2\xa0\"", "note \"a\xc2\xa0\""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_mended(w, rows[i][0], rows[i][1], rows[i][2]);
}

/* An apostrophe of a word processor is a letter like others between straight quotes. */
static void typographic_quotes_inside_are_text(struct world *w)
{
    uint32_t unit = world_read(w, "model M {\n  note \"the “how” of it\"\n}\n");
    expect_str(world_tree(w, unit), "model M {note \"the “how” of it\"}");
    expect_findings(w, "");
}

/* What opens a block at the end of a line opens it though the string in front is not closed. */
static void unclosed_strings_end_with_their_line(struct world *w)
{
    static const char *const rows[][2] = {
        {"model M {\n  a \"b\n  c\n}\n", "model M {a \"b\"; c}"},
        {"model M {\n  a \"b {\n    c\n  }\n}\n", "model M {a \"b\" {c}}"},
        {"model M {\n  a \"b {   \n    c\n  }\n}\n", "model M {a \"b\" {c}}"},
        {"model M {\n  a \"b { c }\n  d\n}\n", "model M {a \"b { c }\"; d}"},
        {"model M {\n  a \"b\\\"\n  c\n}\n", "model M {a \"b\"\"; c}"},
        {"model M {\n  a \"b\r\n  c\r\n}\r\n", "model M {a \"b\"; c}"},
        {"model M {\n  a “b {\n    c\n  }\n}\n", "model M {a \"b\" {c}}"},
        {"model M {\n  a \"\n  c\n}\n", "model M {a \"\"; c}"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_reset(w);
        in_case("%s", rows[i][0]);
        uint32_t unit = world_read(w, rows[i][0]);
        diag_settle(&w->diag);
        expect_str(world_tree(w, unit), rows[i][1]);
        expect_number(w->diag.findings.n, 1);
    }
}

UNIT_MAIN("quotes", UNIT(quotes_and_blanks_are_mended), UNIT(typographic_quotes_inside_are_text),
          UNIT(unclosed_strings_end_with_their_line))
