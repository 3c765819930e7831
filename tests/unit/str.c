#include "base/str.h"

#include <ctype.h>

#include "unit/fixture.h"

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

static void texts_are_compared(struct world *w)
{
    static const struct {
        struct str a, b;
        int order;
    } rows[] = {
        {TEXT(""), TEXT(""), 0},      {{NULL, 0}, TEXT(""), 0},     {TEXT("a"), TEXT(""), 1},
        {TEXT("a"), TEXT("ab"), -1},  {TEXT("b"), TEXT("ab"), 1},   {TEXT("ab"), TEXT("ab"), 0},
        {TEXT("\xff"), TEXT("a"), 1}, {TEXT("a\0b"), TEXT("a"), 1}, {TEXT("a\0b"), TEXT("a\0c"), -1},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%zu", i);
        expect_number(sign(str_compare(rows[i].a, rows[i].b)), rows[i].order);
        expect_number(sign(str_compare(rows[i].b, rows[i].a)), -rows[i].order);
        expect_number(str_eq(rows[i].a, rows[i].b), rows[i].order == 0);
    }
}

static void ends_are_found(struct world *w)
{
    static const struct {
        const char *text, *part;
        bool starts, ends;
    } rows[] = {
        {"", "", true, true},       {"abc", "", true, true},    {"abc", "abc", true, true},
        {"abc", "ab", true, false}, {"abc", "bc", false, true}, {"abc", "abcd", false, false},
        {"", "a", false, false},    {"aba", "a", true, true},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s %s", rows[i].text, rows[i].part);
        expect_number(str_starts(str_of(rows[i].text), str_of(rows[i].part)), rows[i].starts);
        expect_number(str_ends(str_of(rows[i].text), str_of(rows[i].part)), rows[i].ends);
    }
}

static void blanks_are_trimmed(struct world *w)
{
    static const char *const rows[][2] = {{"", ""},         {"a", "a"},    {"  a", "a"},  {"a\t\r\n ", "a"},
                                          {" a b ", "a b"}, {" \t\n", ""}, {"\va", "\va"}};
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(str_trim(str_of(rows[i][0])), rows[i][1]);
    }
}

/* strchr() finds the end of its text, too: a NUL is no blank. */
static void a_nul_is_no_blank(struct world *w)
{
    (void)w;
    assert_int_equal(str_trim(STR("\0a\0")).len, 3);
}

/* As the C library has it where no locale was chosen. */
static void letters_are_those_of_ascii(struct world *w)
{
    (void)w;
    for (int c = 0; c < 256; c++) {
        in_case("%d", c);
        expect_number(is_digit((char)c), isdigit(c) != 0);
        expect_number(is_upper((char)c), isupper(c) != 0);
        expect_number(is_lower((char)c), islower(c) != 0);
        expect_number(is_letter((char)c), isalpha(c) != 0);
        expect_number(is_alnum((char)c), isalnum(c) != 0);
        expect_number((unsigned char)to_lower((char)c), tolower(c));
        expect_number((unsigned char)to_upper((char)c), toupper(c));
    }
}

static void case_may_differ(struct world *w)
{
    static const struct {
        const char *a, *b;
        bool equal;
    } rows[] = {
        {"", "", true},    {"aZ9", "Az9", true},           {"a", "ab", false}, {"ab", "ac", false}, {"@", "`", false},
        {"[", "{", false}, {"\xc3\x84", "\xc3\xa4", false}};
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s %s", rows[i].a, rows[i].b);
        expect_number(str_eq_folded(str_of(rows[i].a), str_of(rows[i].b)), rows[i].equal);
    }
}

UNIT_MAIN("str", UNIT(texts_are_compared), UNIT(ends_are_found), UNIT(blanks_are_trimmed), UNIT(a_nul_is_no_blank),
          UNIT(letters_are_those_of_ascii), UNIT(case_may_differ))
