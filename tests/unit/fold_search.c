#include "base/fold.h"

#include "unit/fixture.h"

/* What a search takes for the same. */
static void texts_are_folded(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"Plan", "plan"},
        {"STRASSE", "strasse"},
        {"Straße", "strasse"},
        {"ΟΔΟΣ", "οδοσ"},
        {"e\xcc\x81", "é"},
        {"É", "é"},
        {"İ", "i\xcc\x87"},
        {"ज़ोखिम", "जोखिम"},
        {"क़", "क"},
        {"माँग", "मांग"},
        {"हिन्दी", "हिंदी"},
        {"सम्बन्ध", "संबंध"},
        {"जन्म", "जंम"},
        {"न्", "न्"},
        {"क\xe2\x80\x8d्ष", "क्ष"},
        {"क्\xe2\x80\x8cष", "क्ष"},
        {"co\xc2\xadop", "coop"},
    };
    struct buf out = buf_on(&w->mem);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        out.n = 0;
        fold_add(&out, str_of(rows[i][0]));
        expect_str(buf_as_str(&out), rows[i][1]);
    }
}

static void words_are_letters_marks_and_digits(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {" - ", ""},
        {"a b", "a|b|"},
        {"it's 1.2", "it|s|1|2|"},
        {"हिंदी, में", "हिंदी|में|"},
        {"१०0%", "१०0|"},
        {"a\xcc\x81-b", "a\xcc\x81|b|"},
        {"x²", "x²|"},
    };
    struct buf out = buf_on(&w->mem);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct str rest = str_of(rows[i][0]), word;
        in_case("%s", rows[i][0]);
        out.n = 0;
        while (fold_next_word(&rest, &word))
            buf_printf(&out, "%.*s|", STR_ARGS(word));
        expect_str(buf_as_str(&out), rows[i][1]);
    }
}

static void long_words_are_cut(struct world *w)
{
    struct str rest = str_of(repeated(w, "w", 10000)), word;
    assert_true(fold_next_word(&rest, &word));
    expect_number(word.len, FOLD_WORD_MOST);
    assert_false(fold_next_word(&rest, &word));
}

static void identifiers_have_one_key(struct world *w)
{
    static const char *const rows[][2] = {
        {"SP1.2", "sp1.2"},
        {"sp 1.2", "sp1.2"},
        {"SP 1-2", "sp1.2"},
        {"SP01.02", "sp1.2"},
        {"IRP-SP1.2", "irpsp1.2"},
        {"IRP/SP1.2", "irpsp1.2"},
        {"A.5.1", "a5.1"},
        {"1.12", "1.12"},
        {"11.2", "11.2"},
        {"ISO20000 6.6", "iso20000.6.6"},
        {"007", "7"},
        {"0", "0"},
        {"00", "0"},
        {"100", "100"},
        {"SM/ESP1.2/1", "smesp1.2.1"},
        {"--", ""},
        {"ख-१.२", "ख१.२"},
    };
    struct buf out = buf_on(&w->mem);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        out.n = 0;
        fold_add_key(&out, str_of(rows[i][0]));
        expect_str(buf_as_str(&out), rows[i][1]);
    }
}

/* U+1D400 stands in front of U+FF21 in UTF-16. */
static void the_order_is_that_of_javascript(struct world *w)
{
    (void)w;
    assert_true(fold_compare(STR("a"), STR("b")) < 0);
    assert_true(fold_compare(STR("ab"), STR("a")) > 0);
    assert_int_equal(fold_compare(STR("a"), STR("a")), 0);
    assert_true(fold_compare(STR("\xf0\x9d\x90\x80"), STR("\xef\xbc\xa1")) < 0);
    assert_true(fold_compare(STR("\xf0\x9d\x90\x80"), STR("\xed\x9f\xbf")) > 0);
}

UNIT_MAIN("fold_search", UNIT(texts_are_folded), UNIT(words_are_letters_marks_and_digits), UNIT(long_words_are_cut),
          UNIT(identifiers_have_one_key), UNIT(the_order_is_that_of_javascript))
