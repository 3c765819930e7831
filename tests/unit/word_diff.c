#include "emit/guide/changes/word_diff.h"

#include "base/buf.h"
#include "lib/addresses.h"
#include "unit/fixture.h"

/* The pieces of one text: what the other lacks in brackets. */
static void add_pieces(struct buf *out, const word_pieces *pieces)
{
    VEC_EACH (const struct word_piece, piece, pieces)
        buf_printf(out, piece->common ? "%.*s" : "[%.*s]", STR_ARGS(piece->text));
}

static struct str marked(struct world *w, const char *before, const char *after)
{
    word_pieces old = {0}, new = {0};
    struct buf out = buf_on(&w->mem);
    word_diff(&w->mem, str_of(before), str_of(after), &old, &new);
    add_pieces(&out, &old);
    buf_char(&out, '|');
    add_pieces(&out, &new);
    struct str text = arena_str(&w->arena, buf_as_str(&out));
    vec_free(&w->mem, &old);
    vec_free(&w->mem, &new);
    buf_free(&out);
    return text;
}

static void words_that_differ_are_marked(struct world *w)
{
    static const char *const rows[][3] = {
        {"", "", "|"},
        {"", "a b", "|[a b]"},
        {"a b", "", "[a b]|"},
        {"a b c", "a c", "a [b ]c|a c"},
        {"a b c d", "a x c y d", "a [b ]c d|a [x ]c [y ]d"},
        {"a b a b", "b a", "[a ]b a [b]|b a"},
        {"a  b\nc", "a b c ", "a  b\nc|a b c "},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("row %zu", i);
        expect_str(marked(w, rows[i][0], rows[i][1]), rows[i][2]);
    }
}

/* What is too long is not compared word by word, but all of it is there. */
static void long_texts_are_whole(struct world *w)
{
    struct buf before = buf_on(&w->mem), after = buf_on(&w->mem), wanted = buf_on(&w->mem);
    buf_text(&before, "x ");
    buf_text(&after, "x ");
    for (int i = 0; i < 2000; i++) {
        buf_printf(&before, "a%d ", i);
        buf_printf(&after, "b%d ", i);
    }
    buf_printf(&wanted, "x [%s]y|x [%s]y", buf_cstr(&before) + 2, buf_cstr(&after) + 2);
    buf_char(&before, 'y');
    buf_char(&after, 'y');
    expect_str(marked(w, buf_cstr(&before), buf_cstr(&after)), buf_cstr(&wanted));
    buf_free(&before);
    buf_free(&after);
    buf_free(&wanted);
}

static void addresses_are_known(struct world *w)
{
    static const char *const good[] = {"https://example.org", "http://127.0.0.1:8080/a/b", "https://[::1]/x%20y/",
                                       "https://example.org/{path}", "https://example.org/?f={path}&n={line}#l{line}"};
    static const char *const bad[] = {"",
                                      "https://",
                                      "javascript:alert(1)//{path}",
                                      "//example.org/{path}",
                                      "https://{path}",
                                      "https://x/?a",
                                      "https://x/{line}",
                                      "https://x/{path}{",
                                      "https://x/{PATH}",
                                      "https://x/{path}'",
                                      "https://x/{path} ",
                                      "https://x/\xc3\xa9{path}"};
    (void)w;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        expect_true(is_source_url(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_false(is_source_url(bad[i]) || (i != 4 && is_base_url(bad[i])));
    expect_true(is_base_url("https://example.org/guide/"));
    expect_false(is_base_url("https://example.org/{path}"));
}

UNIT_MAIN("word_diff", UNIT(words_that_differ_are_marked), UNIT(long_texts_are_whole), UNIT(addresses_are_known))
