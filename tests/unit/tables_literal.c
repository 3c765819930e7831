#include "emit/tables/literal.h"

#include <prm/tables.h>
#include <stdlib.h>

#include "unit/fixture.h"

/* What stands in a string literal of C, as a compiler reads it: without trigraphs. */
static void read_literal(struct buf *out, struct str source)
{
    bool inside = false;
    for (uint32_t i = 0; i < source.len; i++) {
        char c = source.ptr[i];
        assert_true((c >= ' ' && c <= '~') || c == '\n');
        if (c == '"') {
            inside = !inside;
        } else if (inside && c == '\\') {
            c = source.ptr[++i];
            if (c >= '0' && c <= '7') {
                int value = 0;
                for (int n = 0; n < 3 && source.ptr[i] >= '0' && source.ptr[i] <= '7'; n++)
                    value = value * 8 + source.ptr[i++] - '0';
                i--;
                buf_char(out, (char)value);
            } else {
                buf_char(out, c == 'n' ? '\n' : c);
            }
        } else if (inside) {
            assert_true(c != '\n'); /* a literal ends with its line */
            buf_char(out, c);
        }
    }
}

typedef void write_literal(struct buf *out, enum literal_form form, const char *name, const struct buf *content);

/* Writes bytes and reads them again. */
static void expect_kept(struct world *w, write_literal *write, const char *bytes, size_t n)
{
    struct buf content = buf_on(&w->mem), source = buf_on(&w->mem), read = buf_on(&w->mem);
    buf_add(&content, bytes, n);
    write(&source, FORM_LITERALS, "it", &content);
    read_literal(&read, buf_as_str(&source));
    expect_number(read.n, n);
    expect_number(n ? memcmp(read.at, bytes, n) : 0, 0);
    expect_true(strstr(buf_cstr(&source), "??") == NULL);
    expect_true(str_ends(buf_as_str(&source), STR(";\n")));
    buf_free(&content);
    buf_free(&source);
    buf_free(&read);
}

static void bytes_are_kept(struct world *w)
{
    static const struct str rows[] = {
        TEXT(""),
        TEXT("a"),
        TEXT("\0"),
        TEXT("\0001"),
        TEXT("\0018"),
        TEXT("\1\0019"),
        TEXT("\"\\?"
             "?"
             "?="),
        TEXT("\n\n"),
        TEXT("\377"
             "7"),
        TEXT("\0077"),
        TEXT("\x7f\x80\t\r"),
        TEXT("?"
             "?/"),
        TEXT("%s\\n"),
        TEXT("सु\0"
             "0"),
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("row %zu", i);
        expect_kept(w, literal_bytes, rows[i].ptr, rows[i].len);
    }
}

/* Every pair of bytes, and lines of every length. */
static void all_bytes_are_kept(struct world *w)
{
    char pairs[2 * 256];
    for (int first = 0; first < 256; first++) {
        for (int i = 0; i < 256; i++) {
            pairs[2 * i] = (char)first;
            pairs[2 * i + 1] = (char)i;
        }
        in_case("byte %d", first);
        expect_kept(w, literal_bytes, pairs, sizeof pairs);
    }
    const char *text = repeated(w,
                                "\7"
                                "7?\"",
                                1200);
    for (size_t n = 1020; n < 1030; n++)
        expect_kept(w, literal_bytes, text, n);
    expect_kept(w, literal_bytes, text, 4800);
}

static void strings_are_kept(struct world *w)
{
    static const struct str rows[] = {
        TEXT(""),       TEXT("a\0"),       TEXT("a\0b\0"),     TEXT("\0"),
        TEXT("\0\0\0"), TEXT("a\nb\0c\0"), TEXT("\n\0\n\n\0"), TEXT("1\0002\0"),
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("row %zu", i);
        expect_kept(w, literal_strings, rows[i].ptr, rows[i].len);
    }
    char *many = arena_bytes(&w->arena, 5000);
    for (uint32_t i = 0; i < 5000; i++)
        many[i] = i % 7 == 6 ? '\0' : i % 11 == 3 ? '\n' : (char)('0' + i % 10);
    many[4999] = '\0';
    expect_kept(w, literal_strings, many, 5000);
}

/* What the header reads is what was written. */
static void columns_are_read_again(struct world *w)
{
    static const uint32_t numbers[] = {0, 1, 31, 32, 255, 256, 0x20202020, 0x7fffffff, 0x80000000, UINT32_MAX};
    struct buf column = buf_on(&w->mem);
    for (size_t i = 0; i < LENGTH(numbers); i++)
        column_add(&column, numbers[i]);
    assert_int_equal(column.n, 4 * LENGTH(numbers));
    for (uint32_t i = 0; i < LENGTH(numbers); i++)
        assert_true(prm_in_column((const unsigned char *)column.at, i) == numbers[i]);
}

UNIT_MAIN("tables_literal", UNIT(bytes_are_kept), UNIT(all_bytes_are_kept), UNIT(strings_are_kept),
          UNIT(columns_are_read_again))
