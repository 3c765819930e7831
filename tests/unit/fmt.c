#include "fmt/fmt.h"

#include <stdio.h>
#include <stdlib.h>

#include "unit/fixture.h"

/* Reads a text and formats it, in an empty session that keeps comments. The tree of what was read is put into
   `tree`, which has room for 1000 bytes. */
static const char *formatted_text(struct world *w, const char *text, char *tree)
{
    char *copy = strdup(text);
    assert_non_null(copy);
    world_reset(w);
    w->units.keeps_comments = true;
    uint32_t unit = world_read(w, copy);
    free(copy);
    expect_false(w->units.at.at[unit].tree.broken);
    struct str found = world_tree(w, unit);
    assert_true(found.len < 1000);
    memcpy(tree, found.ptr, found.len);
    tree[found.len] = '\0';
    struct buf out = buf_on(&w->mem);
    format_file(&out, &w->units.at.at[unit].tree, &w->sources, &w->atoms);
    return joined(w, buf_cstr(&out), "");
}

static void expect_layout(struct world *w, const char *text, const char *wanted)
{
    char before[1000], after[1000];
    in_case("%s", text);
    expect_str(str_of(formatted_text(w, text, before)), wanted);
    in_case("%s, again", text);
    expect_str(str_of(formatted_text(w, wanted, after)), wanted);
    expect_str(str_of(after), before);
}

static void statements_are_laid_out(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"\n\n", ""},
        {"model   M\t\"T\"{\n}", "model M \"T\" {\n}\n"},
        {"model M {\nstatus   draft\n\n\n\n      note \"a\"\n}\n\n\n",
         "model M {\n  status draft\n\n  note \"a\"\n}\n"},
        {"model M {\n\n  a\n\n}\n", "model M {\n  a\n}\n"},
        {"model M { }\nmodel N {\n}\n", "model M { }\n\nmodel N {\n}\n"},
        {"import \"a.prm\"\nimport \"b.prm\"\nmodel M {\n}\n", "import \"a.prm\"\nimport \"b.prm\"\n\nmodel M {\n}\n"},
        {"model M {\n a { b }\n}\n", "model M {\n  a { b }\n}\n"},
        {"model M {\n a { b { c } }\n}\n", "model M {\n  a {\n    b { c }\n  }\n}\n"},
        {"model M {\n a{b 1..2,C/D ,N:E}\n}\n", "model M {\n  a { b 1..2, C/D, N:E }\n}\n"},
        {"model M {\n a `AC-2(1)`/x, 1..*\n}\n", "model M {\n  a `AC-2(1)`/x, 1..*\n}\n"},
        {"mapping X {\n  from A\n  to B\n\n  1 -> A\n  1.1, 2 equals B?\n}\n",
         "mapping X {\n  from A\n  to   B\n\n  1      -> A\n  1.1, 2 equals B?\n}\n"},
        {"model M {\n note \"\"\"\n      a\n        b\n\n      c\n      \"\"\"\n}\n",
         "model M {\n  note \"\"\"\n    a\n      b\n\n    c\n    \"\"\"\n}\n"},
        {"model M {\n note \"\\\"\\\\ \\n\"\n}\n", "model M {\n  note \"\\\"\\\\ \\n\"\n}\n"},
        {"model M { # c\n a\n}# d\n", "model M {  # c\n  a\n}  # d\n"},
        {"model M {\n a B, # why\n   C\n}\n", "model M {\n  # why\n  a B, C\n}\n"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_layout(w, rows[i][0], rows[i][1]);
}

/* No comment is lost, wherever it stands. */
static void comments_stay(struct world *w)
{
    static const char *const places[] = {
        "#\n%smodel M {\n  a {\n    b\n  }\n}\n",
        "model M { %s\n  a\n}\n",
        "model M {\n  a { %s\n    b\n  }\n}\n",
        "model M {\n  a {\n    b %s\n  }\n}\n",
        "model M {\n  a {\n    b\n%s\n  }\n}\n",
        "model M {\n  a {\n    b\n  } %s\n}\n",
        "model M {\n  a { b } %s\n}\n",
        "model M {\n  a\n  %s\n  b\n}\n",
        "model M {\n  a\n}\n%s",
        "model M {\n  a\n} %s",
        "model M {\n  a B, %s\n    C\n}\n",
        "model M {\n  note \"\"\"\n    a\n    \"\"\" %s\n}\n",
        "mapping X {\n  1 -> %s\n    A, B\n}\n",
        "mapping X {\n  1, %s\n  2 -> A { %s\n fit good }\n}\n",
        "model M {\n%s\n}\n",
        "%s",
    };
    for (size_t i = 0; i < LENGTH(places); i++) {
        char tree[1000];
        const char *mark = "# a {comment} \"with\" marks\n", *found = places[i];
        struct buf text = buf_on(&w->mem);
        uint32_t n = 0;
        for (; (found = strstr(found, "%s")) != NULL; found += 2)
            n++;
        for (const char *at = places[i]; *at; at++)
            if (at[0] == '%' && at[1] == 's') {
                buf_text(&text, mark);
                at++;
            } else {
                buf_char(&text, *at);
            }
        in_case("%s", places[i]);
        char copy[500], *at = copy;
        snprintf(copy, sizeof copy, "%s", buf_cstr(&text));
        const char *once = formatted_text(w, copy, tree);
        for (const char *seen = once; (seen = strstr(seen, "# a {comment} \"with\" marks\n")) != NULL; seen++)
            n--;
        expect_number(n, 0);
        snprintf(at, sizeof copy, "%s", once);
        expect_str(str_of(formatted_text(w, copy, tree)), copy);
    }
}

/* Line ends and the byte-order mark are their author's. */
static void line_ends_stay(struct world *w)
{
    expect_layout(w, "model  M {\r\n  note \"\"\"\r\n  a\r\n  \"\"\"\r\n}\r\n",
                  "model M {\r\n  note \"\"\"\r\n    a\r\n    \"\"\"\r\n}\r\n");
    expect_layout(w, "model  M {\n}\r\n", "model M {\n}\n");
    expect_layout(w, "\xef\xbb\xbfmodel  M {\n}\n", "\xef\xbb\xbfmodel M {\n}\n");
}

/* Lists that are too long go on in the next line, and in the same place the second time. */
static void long_lists_are_broken(struct world *w)
{
    char tree[1000], copy[1000];
    for (uint32_t n = 0; n < 40; n++) {
        const char *list = repeated(w, "ABC1, ", 20 + n);
        snprintf(copy, sizeof copy, "mapping X {\n  1.%s -> %sZ\n  2 -> A\n}\n", repeated(w, "1", 1 + n % 8), list);
        const char *once = formatted_text(w, copy, tree);
        in_case("%u targets", n);
        for (const char *line = once, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
            expect_true(end - line <= 100);
            if (end[-1] == ',') /* what comes next had no room */
                expect_true(end - line + 1 + (ptrdiff_t)strcspn(end + 1 + strspn(end + 1, " "), " \n") > 100);
        }
        snprintf(copy, sizeof copy, "%s", once);
        expect_str(str_of(formatted_text(w, copy, tree)), copy);
    }
}

UNIT_MAIN("fmt", UNIT(statements_are_laid_out), UNIT(comments_stay), UNIT(line_ends_stay), UNIT(long_lists_are_broken))
