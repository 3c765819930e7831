#include "base/buf.h"

#include <stdio.h>

#include "unit/fixture.h"

static void pieces_are_appended(struct world *w)
{
    struct buf buf = buf_on(&w->mem);
    expect_str(buf_as_str(&buf), "");
    buf_add(&buf, NULL, 0);
    buf_add(&buf, "abc", 2);
    buf_char(&buf, '-');
    buf_text(&buf, "text");
    buf_str(&buf, STR_NONE);
    buf_str(&buf, STR("/str"));
    buf_repeat(&buf, '=', 3);
    buf_repeat(&buf, '!', 0);
    buf_printf(&buf, "%d %s", 42, "x");
    expect_str(buf_as_str(&buf), "ab-text/str===42 x");
    assert_string_equal(buf_cstr(&buf), "ab-text/str===42 x");
    assert_int_equal(buf.n, 18);
}

static void numbers_are_decimal(struct world *w)
{
    static const int64_t numbers[] = {0, 7, 10, -1, 123456789, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        char wanted[32];
        struct buf buf = buf_on(&w->mem);
        snprintf(wanted, sizeof wanted, "%lld", (long long)numbers[i]);
        buf_number(&buf, numbers[i]);
        expect_str(buf_as_str(&buf), wanted);
    }
}

static void an_empty_buffer_is_a_string(struct world *w)
{
    struct buf buf = buf_on(&w->mem);
    assert_string_equal(buf_cstr(&buf), "");
}

/* Every length around the sizes at which the buffer grows. */
static void formatted_text_of_any_length_fits(struct world *w)
{
    char wanted[2200];
    for (int n = 0; n<2100; n += n> 40 && n < 240 ? 13 : 1) {
        struct buf buf = buf_on(&w->mem);
        memset(wanted, 'x', sizeof wanted);
        wanted[n] = '\0';
        buf_printf(&buf, "%s", wanted);
        in_case("%d", n);
        expect_str(buf_as_str(&buf), wanted);
        buf_printf(&buf, "%s", wanted);
        expect_number(buf.n, 2 * n);
        buf_free(&buf);
        expect_number(buf.n, 0);
    }
}

static void many_characters_fit(struct world *w)
{
    struct buf buf = buf_on(&w->mem);
    for (int i = 0; i < 100000; i++)
        buf_char(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.n, 100000);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(buf.at[i], 'a' + i % 26);
}

UNIT_MAIN("buf", UNIT(pieces_are_appended), UNIT(numbers_are_decimal), UNIT(an_empty_buffer_is_a_string),
          UNIT(formatted_text_of_any_length_fits), UNIT(many_characters_fit))
