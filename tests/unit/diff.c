#include "base/diff.h"

#include <stdio.h>

#include "unit/fixture.h"

static struct str diff_of(struct world *w, const char *before, const char *after)
{
    struct buf out = buf_on(&w->mem);
    diff_add(&out, STR("f"), str_of(before), str_of(after));
    struct str text = arena_str(&w->arena, buf_as_str(&out));
    buf_free(&out);
    return text;
}

static void differences_are_shown(struct world *w)
{
    static const char *const rows[][3] = {
        {"", "", ""},
        {"a\n", "a\n", ""},
        {"", "a\n", "@@ -0,0 +1,1 @@\n+a\n"},
        {"a\n", "", "@@ -1,1 +0,0 @@\n-a\n"},
        {"a\n", "b\n", "@@ -1,1 +1,1 @@\n-a\n+b\n"},
        {"a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"},
        {"a\nb\n", "a\nb", "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n"},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n5\n6\n7\n8\n9\n",
         "@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+x\n 5\n 6\n 7\n"},
        {"x\n2\n3\n4\n5\n6\n7\n8\ny\n", "a\n2\n3\n4\n5\n6\n7\n8\nb\n",
         "@@ -1,4 +1,4 @@\n-x\n+a\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-y\n+b\n"},
        {"a\na\n", "a\na\na\n", "@@ -1,2 +1,3 @@\n a\n a\n+a\n"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("row %zu", i);
        const char *wanted = *rows[i][2] ? joined(w, "--- f\n+++ f\n", rows[i][2]) : "";
        expect_str(diff_of(w, rows[i][0], rows[i][1]), wanted);
    }
}

static struct str take_line(struct str *text)
{
    const char *newline = memchr(text->ptr, '\n', text->len);
    struct str line = newline ? str_range(text->ptr, newline + 1) : *text;
    *text = str_from(*text, line.len);
    return line;
}

/* Does to a text what patch(1) would do; every line that stays or goes must be the one that is there. */
static struct str patched(struct world *w, struct str before, struct str diff)
{
    struct buf out = buf_on(&w->mem);
    uint32_t line = 1;
    take_line(&diff);
    take_line(&diff);
    while (diff.len) {
        struct str head = take_line(&diff);
        unsigned from, n;
        assert_int_equal(sscanf(head.ptr, "@@ -%u,%u ", &from, &n), 2);
        for (from += n == 0; line < from; line++)
            buf_str(&out, take_line(&before));
        while (diff.len && diff.ptr[0] != '@') {
            struct str at = take_line(&diff);
            if (at.ptr[0] == '+') {
                buf_str(&out, str_from(at, 1));
                continue;
            }
            struct str there = take_line(&before);
            assert_true(str_eq(there, str_from(at, 1)));
            line++;
            if (at.ptr[0] == ' ')
                buf_str(&out, there);
        }
    }
    buf_str(&out, before);
    struct str text = arena_str(&w->arena, buf_as_str(&out));
    buf_free(&out);
    return text;
}

static const char *random_lines(struct world *w, uint32_t *state, uint32_t n, uint32_t kinds)
{
    char *text = arena_bytes(&w->arena, n * 2 + 1);
    for (uint32_t i = 0; i < n; i++) {
        *state = *state * 1664525 + 1013904223;
        text[2 * i] = (char)('a' + (*state >> 16) % kinds);
        text[2 * i + 1] = '\n';
    }
    text[2 * n] = '\0';
    return text;
}

static void a_difference_leads_from_one_to_the_other(struct world *w)
{
    uint32_t state = 1;
    for (uint32_t i = 0; i < 500; i++) {
        const char *before = random_lines(w, &state, i % 40, 2 + i % 5);
        const char *after = random_lines(w, &state, (i * 7) % 40, 2 + i % 5);
        in_case("round %u", i);
        if (strcmp(before, after) != 0)
            expect_str(patched(w, str_of(before), diff_of(w, before, after)), after);
    }
}

/* Where nearly everything differs, all of it is replaced: memory is bounded. */
static void many_changes_are_one(struct world *w)
{
    const char *before = formatted(w, "one\n%slast\n", repeated(w, "x\n", 20000));
    const char *after = formatted(w, "one\n%slast\n", repeated(w, "y\n", 20000));
    struct str diff = diff_of(w, before, after);
    expect_str(str_upto(diff, 40), "--- f\n+++ f\n@@ -1,20002 +1,20002 @@\n one");
    expect_str(patched(w, str_of(before), diff), after);
}

UNIT_MAIN("diff", UNIT(differences_are_shown), UNIT(a_difference_leads_from_one_to_the_other),
          UNIT(many_changes_are_one))
