#include "base/grapheme.h"

#include "base/utf8.h"
#include "unit/fixture.h"

static uint32_t cells(struct str s)
{
    uint32_t n = 0;
    while (s.len) {
        uint32_t len = grapheme_length(s);
        n += grapheme_width(str_upto(s, len));
        s = str_from(s, len);
    }
    return n;
}

static uint32_t clusters(struct str s)
{
    uint32_t n = 0;
    for (; s.len; n++) {
        uint32_t len = grapheme_length(s);
        if (len == 0 || len > s.len)
            fail_msg("a cluster of %u bytes", len);
        s = str_from(s, len);
    }
    return n;
}

/* Code points and cells as glibc's wcwidth() counts them, clusters as Unicode 15.1 does. */
static void texts_are_measured(struct world *w)
{
    static const struct {
        const char *text;
        uint32_t points, cells, clusters;
    } rows[] = {
        {"", 0, 0, 0},
        {"abc", 3, 3, 3},
        {"सुरक्षा_क्षमता", 14, 11, 7},
        {"एसएसई-सीएमएम", 12, 12, 11},
        {"प्रक्रिया", 9, 7, 3},
        {"श्री", 4, 3, 1}, /* the conjunct श्र with its vowel sign: rule GB9c */
        {"e\xcc\x81", 2, 1, 1},
        {"日本", 2, 4, 2},
        {"👍", 1, 2, 1},
        {"ক্ষ", 3, 2, 1},
        {"க்ஷ", 3, 2, 2}, /* Tamil is not among the scripts of GB9c */
        {"ਕ੍ਸ", 3, 2, 2}, /* nor is Gurmukhi */
        {"각", 1, 2, 1},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct str text = str_of(rows[i].text);
        in_case("%s", rows[i].text);
        expect_number(utf8_count(text), rows[i].points);
        expect_number(cells(text), rows[i].cells);
        expect_number(clusters(text), rows[i].clusters);
    }
}

/* The cases of the table "GraphemeBreakTest" of Unicode 15.1 that concern these texts, and the conjuncts
   of each script of rule GB9c. A `|` stands at every border. */
static void borders_are_where_unicode_has_them(struct world *w)
{
    static const char *const rows[] = {
        "a|b",
        "a|\r\n|b",
        "\n|\r",
        "a\xcc\x88|b",
        "\xcc\x88",
        " \xe2\x80\x8d| ",
        "🇮🇳|🇩🇪",
        "a|🇮🇳|b",
        "🇮🇳|🇩",
        "👨‍👩‍👧|a",
        "👍🏽|👍",
        "⚖️|a",
        "a\xe2\x80\x8d|👩",
        "가|각",
        "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8|\xe1\x84\x80",
        "क्ष|क",
        "क्\xe2\x80\x8dष",
        "क्\xe2\x80\x8c|ष",
        "क्|a",
        "क्त्य",
        "क़्त",
        "क़्त",
        "क|त",
        "a्|क",
        "्|क",
        "कि|क",
        "का्|क",
        "ক্ষ|ক",
        "ક્ષ|ક",
        "ଷ୍ଟ୍ର|କ",
        "క్ష|క",
        "ക്ഷ|ക",
        "நி|கு",
        "ಕ್|ಷ",
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct buf text = buf_on(&w->mem), out = buf_on(&w->mem);
        for (const char *at = rows[i]; *at; at++)
            if (*at != '|')
                buf_char(&text, *at);
        for (struct str s = buf_as_str(&text); s.len;) {
            uint32_t len = grapheme_length(s);
            buf_printf(&out, "%s%.*s", out.n ? "|" : "", (int)len, s.ptr);
            s = str_from(s, len);
        }
        in_case("row %zu", i);
        expect_str(buf_as_str(&out), rows[i]);
    }
}

/* Whatever stands in it, a text is cut into clusters that are whole code points. */
static void any_text_is_cut_into_whole_code_points(struct world *w)
{
    static const uint32_t points[] = {'a',     '\r',    '\n',    0x300,  0x915,  0x937,  0x93c,  0x93f,
                                      0x94d,   0x200d,  0x200c,  0xfe0f, 0x1100, 0x1161, 0x11a8, 0xac00,
                                      0x1f1ee, 0x1f468, 0x1f3fd, 0x0,    0xe33,  0x0600};
    uint32_t state = 1;
    (void)w;
    for (int round = 0; round < 20000; round++) {
        char text[64];
        uint32_t n = 0, n_points = 1 + (uint32_t)round % 8;
        for (uint32_t i = 0; i < n_points; i++) {
            state = state * 1664525u + 1013904223u;
            n += utf8_encode(points[(state >> 8) % LENGTH(points)], text + n);
        }
        struct str s = {text, n};
        uint32_t total = 0;
        while (s.len) {
            uint32_t len = grapheme_length(s);
            in_case("round %d", round);
            expect_true(len > 0 && len <= s.len);
            expect_true(len == s.len || ((unsigned char)s.ptr[len] & 0xc0) != 0x80);
            total += utf8_count(str_upto(s, len));
            s = str_from(s, len);
        }
        expect_number(total, n_points);
    }
}

static void uneven_texts_are_known(struct world *w)
{
    static const struct {
        const char *text;
        bool uneven;
    } rows[] = {
        {"", false},     {"plain", false}, {"Überprüfung", false}, {"e\xcc\x81", true},     {"सुरक्षा", true},
        {"एसएस", false}, {"日本", true},   {"a👍", true},           {"a\xe2\x80\x8d", true}, {"–", false},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].text);
        expect_number(grapheme_is_uneven(str_of(rows[i].text)), rows[i].uneven);
    }
}

static void bare_letters_are_alike(struct world *w)
{
    static const struct {
        const char *text, *bare;
    } rows[] = {
        {"", ""},
        {"Threat", "threat"},
        {"Vertr\xc3\xa4ge", "vertrage"},
        {"Vertra\xcc\x88ge", "vertrage"},
        {"खतरा", "खतर"},
        {"खतरों", "खतर"},
        {"कमज़ोरी", "कमजर"},
        {"कम\xe0\xa5\x9bोरी", "कमजर"},
        {"SSE-CMM", "sse-cmm"},
        {"a, b!", "ab"},
        {"क्\xe2\x80\x8dष", "कष"},
        {"Straße", "strasse"},
        {"風險", "風險"},
        {"।", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct buf bare = buf_on(&w->mem);
        in_case("%s", rows[i].text);
        bare_letters(&bare, str_of(rows[i].text));
        expect_str(buf_as_str(&bare), rows[i].bare);
        buf_free(&bare);
    }
}

UNIT_MAIN("grapheme", UNIT(bare_letters_are_alike), UNIT(texts_are_measured), UNIT(borders_are_where_unicode_has_them),
          UNIT(any_text_is_cut_into_whole_code_points), UNIT(uneven_texts_are_known))
