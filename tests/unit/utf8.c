#include "base/utf8.h"

#include "unit/fixture.h"

static bool is_scalar(uint32_t c)
{
    return c <= 0x10ffff && !(c >= 0xd800 && c <= 0xdfff);
}

static void every_code_point_makes_the_round_trip(struct world *w)
{
    (void)w;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char bytes[4];
        uint32_t len;
        if (!is_scalar(c))
            continue;
        uint32_t n = utf8_encode(c, bytes);
        if (utf8_decode(bytes, bytes + n, &len) != c || len != n)
            fail_msg("U+%04X becomes U+%04X", c, utf8_decode(bytes, bytes + n, &len));
        struct str s = {bytes, n};
        assert_int_equal(utf8_count(s), 1);
        assert_int_equal(utf8_utf16_count(s), c > 0xffff ? 2 : 1);
    }
}

/* All sequences of two bytes, and three and four with every second byte: exactly the well-formed ones of
   table 3-7 of The Unicode Standard are taken. */
static void only_well_formed_bytes_are_decoded(struct world *w)
{
    static const unsigned char tails[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    uint32_t n_good = 0, len;
    (void)w;
    for (int a = 0; a < 256; a++)
        for (int b = 0; b < 256; b++)
            for (size_t i = 0; i < LENGTH(tails); i++)
                for (size_t k = 0; k < LENGTH(tails); k++) {
                    const unsigned char bytes[] = {(unsigned char)a, (unsigned char)b, tails[i], tails[k]};
                    bool tail2 = (bytes[2] & 0xc0) == 0x80, tail3 = (bytes[3] & 0xc0) == 0x80;
                    uint32_t wanted = 1;
                    if (a >= 0xc2 && a <= 0xdf && (b & 0xc0) == 0x80)
                        wanted = 2;
                    else if (a >= 0xe0 && a <= 0xef && tail2 && b >= (a == 0xe0 ? 0xa0 : 0x80) &&
                             b <= (a == 0xed ? 0x9f : 0xbf))
                        wanted = 3;
                    else if (a >= 0xf0 && a <= 0xf4 && tail2 && tail3 && b >= (a == 0xf0 ? 0x90 : 0x80) &&
                             b <= (a == 0xf4 ? 0x8f : 0xbf))
                        wanted = 4;
                    uint32_t c = utf8_decode((const char *)bytes, (const char *)bytes + 4, &len);
                    in_case("%02x %02x %02x %02x", a, b, bytes[2], bytes[3]);
                    expect_number(len, wanted);
                    expect_true(wanted > 1 || a < 0x80 ? is_scalar(c) : c == 0xfffd);
                    n_good += wanted > 1;
                }
    assert_true(n_good > 100000);
}

/* Only the text as given is read: the byte behind its end would make it well-formed. */
static void a_cut_sequence_is_invalid(struct world *w)
{
    static const char *const sequences[] = {"\xc3\xa9", "\xe0\xa4\x95", "\xf0\x9f\x91\x8d"};
    (void)w;
    for (size_t i = 0; i < LENGTH(sequences); i++)
        for (size_t n = 1; n < strlen(sequences[i]); n++) {
            uint32_t len;
            in_case("%zu bytes of sequence %zu", n, i);
            expect_number(utf8_decode(sequences[i], sequences[i] + n, &len), 0xfffd);
            expect_number(len, 1);
        }
}

static void texts_are_counted(struct world *w)
{
    static const struct {
        const char *text;
        uint32_t points, units;
    } rows[] = {
        {"", 0, 0},        {"abc", 3, 3}, {"é", 1, 1}, {"सुरक्षा_क्षमता", 14, 14}, {"एसएसई-सीएमएम", 12, 12},
        {"प्रक्रिया", 9, 9}, {"श्री", 4, 4}, {"👍", 1, 2}, {"a👍b𝒳", 4, 6},          {"e\xcc\x81", 2, 2},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].text);
        expect_number(utf8_count(str_of(rows[i].text)), rows[i].points);
        expect_number(utf8_utf16_count(str_of(rows[i].text)), rows[i].units);
    }
}

static void plain_text_is_skipped(struct world *w)
{
    static const struct {
        const char *text;
        int stops; /* -1: at the end */
    } rows[] = {
        {"", -1},
        {"plain text\n\twith tabs", -1},
        {"12345678", -1},
        {"123456789", -1},
        {"1234567\x7f", 7},
        {"1234567\x01"
         "9",
         7},
        {"12345678\r\n", 8},
        {"a\x1b[31m", 1},
        {"é\x80", 2},
        {"सुरक्षा", -1},
        {"a\xc2\x85", 1},
        {"ab\xe2\x80\x8b", 2},
        {"\xff", 0},
        {"1234567é\xc3", 9},
        {"👍", -1},
        {"a\xe2\x80\xae", 1},
        {"\xef\xbb\xbf", 0},
        {"1234\xe2\x81\xa6", 4},
        {"क्\xe2\x80\x8dष", 6},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *end = rows[i].text + strlen(rows[i].text);
        const char *stop = utf8_skip_plain(rows[i].text, end);
        in_case("row %zu", i);
        expect_number(stop == end ? -1 : stop - rows[i].text, rows[i].stops);
    }
}

/* For every position and every byte, in a text that is long enough for the fast path. */
static void the_fast_path_agrees_with_the_slow_one(struct world *w)
{
    char text[40];
    (void)w;
    for (size_t at = 0; at < sizeof text; at++)
        for (int byte = 0; byte < 0x80; byte++) {
            memset(text, 'x', sizeof text);
            text[at] = (char)byte;
            bool plain = (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\n';
            const char *stop = utf8_skip_plain(text, text + sizeof text);
            in_case("byte %02x at %zu", (unsigned)byte, at);
            expect_number(stop - text, plain ? sizeof text : at);
        }
}

/* Characters that no reader sees, by the lists of Unicode TR 36 and of "Trojan Source" (Boucher and
   Anderson 2021). */
static void hidden_characters_are_known(struct world *w)
{
    static const uint32_t hidden[] = {0x00,   0x07,   0x1b,   0x7f,   0x80,   0x9f,   0x61c,  0x180e, 0x200b,  0x200c,
                                      0x200d, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0xfff9, 0xe0001, 0xe007f};
    static const uint32_t seen[] = {'\t', '\n', ' ', '~', 0xa0, 0xe9, 0x915, 0x2013, 0x20ac, 0x1f44d};
    (void)w;
    for (size_t i = 0; i < LENGTH(hidden); i++) {
        in_case("U+%04X", hidden[i]);
        expect_true(utf8_is_hidden(hidden[i]));
    }
    for (size_t i = 0; i < LENGTH(seen); i++) {
        in_case("U+%04X", seen[i]);
        expect_false(utf8_is_hidden(seen[i]));
    }
}

/* The marks for the writing direction, the soft hyphen, the separators and the fillers are as hidden. */
static void all_hidden_characters_are_known(struct world *w)
{
    static const uint32_t hidden[] = {0xad,   0x34f,  0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b,  0x180f,
                                      0x200e, 0x200f, 0x2028, 0x2029, 0x3164, 0xffa0, 0x1d173, 0xe0100};
    (void)w;
    for (size_t i = 0; i < LENGTH(hidden); i++) {
        in_case("U+%04X", hidden[i]);
        expect_true(utf8_is_hidden(hidden[i]));
    }
}

static void odd_blanks_are_known(struct world *w)
{
    uint32_t n = 0;
    (void)w;
    for (uint32_t c = 0; c <= 0x10ffff; c++)
        n += utf8_is_odd_blank(c);
    assert_int_equal(n, 16); /* the category Zs without U+0020 */
    assert_true(utf8_is_odd_blank(0xa0) && utf8_is_odd_blank(0x2003) && utf8_is_odd_blank(0x3000));
    assert_false(utf8_is_odd_blank(' ') || utf8_is_odd_blank('\t') || utf8_is_odd_blank(0x200b));
}

static void indic_letters_are_known(struct world *w)
{
    (void)w;
    assert_true(utf8_is_indic(0x900) && utf8_is_indic(0x915) && utf8_is_indic(0x94d) && utf8_is_indic(0xd4d));
    assert_false(utf8_is_indic('a') || utf8_is_indic(0x8ff) || utf8_is_indic(0xe00));
}

/* Every byte at every place of texts of any length, between marks that are none of it: what needs an escape somewhere
   is stopped at. */
static void unmarked_text_is_skipped(struct world *w)
{
    (void)w;
    char around[40];
    for (int c = 0; c < 256; c++)
        for (size_t n = 1; n < 21; n++)
            for (size_t at = 0; at < n; at++) {
                char *text = around + 9;
                in_case("%d at %zu of %zu", c, at, n);
                memset(around, '"', sizeof around);
                memset(text, '~', n);
                text[at] = (char)c;
                bool stops = c < ' ' || c >= 0x7f || strchr("\"&<>\\", c);
                assert_ptr_equal(utf8_skip_unmarked(text, text + n), text + (stops ? at : n));
                text[n - 1] = '<'; /* the first of two */
                assert_ptr_equal(utf8_skip_unmarked(text, text + n), text + (stops && at < n ? at : n - 1));
            }
    assert_ptr_equal(utf8_skip_unmarked(around, around), around);
}

UNIT_MAIN("utf8", UNIT(every_code_point_makes_the_round_trip), UNIT(only_well_formed_bytes_are_decoded),
          UNIT(a_cut_sequence_is_invalid), UNIT(texts_are_counted), UNIT(plain_text_is_skipped),
          UNIT(unmarked_text_is_skipped), UNIT(the_fast_path_agrees_with_the_slow_one),
          UNIT(hidden_characters_are_known), UNIT(all_hidden_characters_are_known), UNIT(odd_blanks_are_known),
          UNIT(indic_letters_are_known))
