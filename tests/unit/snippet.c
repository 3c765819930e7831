#include "diag/snippet.h"

#include "unit/fixture.h"

static void lines_are_shown(struct world *w)
{
    static const struct {
        struct str line;
        uint32_t start, end;
        const char *shown;
        uint32_t from, width;
    } rows[] = {
        {TEXT("abc"), 1, 2, "abc", 1, 1},
        {TEXT("abc"), 3, 3, "abc", 3, 1},
        {TEXT(""), 0, 0, "", 0, 1},
        {TEXT("\tx"), 1, 2, "    x", 4, 1},
        {TEXT("a\tx"), 2, 3, "a   x", 4, 1},
        {TEXT("\xc3\xa4"
              "b"),
         2, 3,
         "\xc3\xa4"
         "b",
         1, 1},
        {TEXT("\xe6\xbc\xa2"
              "b"),
         0, 3,
         "\xe6\xbc\xa2"
         "b",
         0, 2},                                         /* two cells */
        {TEXT("e\xcc\x81x"), 1, 3, "e\xcc\x81x", 0, 1}, /* a part of a cluster: all of it */
        {TEXT("a\xe2\x80\xae"
              "b"),
         1, 4, "a<U+202E>b", 1, 8},
        {TEXT("a\xff"
              "b"),
         1, 2, "a<0xFF>b", 1, 6},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("row %zu", i);
        struct snippet snippet = snippet_of(&w->mem, rows[i].line, rows[i].start, rows[i].end, "", "", "…");
        expect_str(buf_as_str(&snippet.text), rows[i].shown);
        expect_number(snippet.start, rows[i].from);
        expect_number(snippet.width, rows[i].width);
        buf_free(&snippet.text);
    }
}

static void long_lines_are_cut(struct world *w)
{
    const char *line = formatted(w, "%sHERE%s", repeated(w, "x", 100000), repeated(w, "y", 100000));
    struct snippet snippet = snippet_of(&w->mem, str_of(line), 100000, 100004, "[", "]", "…");
    struct str shown = buf_as_str(&snippet.text);
    assert_true(shown.len < 200);
    buf_char(&snippet.text, '\0');
    assert_non_null(strstr(snippet.text.at, "[HERE]"));
    assert_true(snippet.start < 100);
    assert_int_equal(snippet.width, 4);
    buf_free(&snippet.text);
}

UNIT_MAIN("snippet", UNIT(lines_are_shown), UNIT(long_lines_are_cut))
