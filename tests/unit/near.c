#include "base/near.h"

#include "unit/fixture.h"

static void distances_are_counted(struct world *w)
{
    static const struct {
        const char *a, *b;
        uint32_t distance;
    } rows[] = {
        {"", "", 0},
        {"a", "", 1},
        {"abc", "abc", 0},
        {"abc", "abd", 1},
        {"abc", "acb", 1},
        {"abc", "ab", 1},
        {"abc", "xabc", 1},
        {"kitten", "sitting", 3},
        {"ca", "abc", 3},
        {"ab", "ba", 1},
        {"statement", "statment", 1},
        {"goal", "gaol", 1},
        {"abcd", "badc", 2},
        {"model", "modle", 1},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct str a = str_of(rows[i].a), b = str_of(rows[i].b);
        in_case("%s %s", rows[i].a, rows[i].b);
        expect_number(near_distance(a, b, 10), rows[i].distance);
        expect_number(near_distance(b, a, 10), rows[i].distance);
        for (uint32_t most = 0; most < 4; most++)
            expect_number(near_distance(a, b, most), rows[i].distance > most ? most + 1 : rows[i].distance);
    }
}

static void long_words_are_equal_or_far(struct world *w)
{
    const char *long_word = repeated(w, "x", 200), *other = joined(w, long_word, "y");
    assert_int_equal(near_distance(str_of(long_word), str_of(long_word), 3), 0);
    assert_int_equal(near_distance(str_of(long_word), str_of(other), 3), 4);
    assert_int_equal(near_distance(str_of(long_word), STR("x"), 3), 4);
}

static void the_nearest_word_is_kept(struct world *w)
{
    static const struct {
        const char *wanted, *candidates[4], *best;
    } rows[] = {
        {"porpose", {"purpose", "practice", "note", NULL}, "purpose"},
        {"goal", {"gaol", "goat", "goal", NULL}, "goal"},
        {"goat", {"goal", "boat", NULL}, "goal"}, /* of two as near the first */
        {"xy", {"xz", "x", NULL}, ""},            /* too short to be misspelt */
        {"xy", {"xy", NULL}, "xy"},
        {"statement", {"purpose", "note", NULL}, ""},
        {"abc", {"xyz", "abx", NULL}, "abx"},
        {"abc", {"axy", NULL}, ""},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct near near = near_word(str_of(rows[i].wanted));
        bool best = false;
        for (size_t k = 0; rows[i].candidates[k]; k++)
            best = near_try(&near, str_of(rows[i].candidates[k])) || best;
        in_case("%s", rows[i].wanted);
        expect_str(near.best, rows[i].best);
        expect_number(best, rows[i].best[0] != '\0');
    }
}

UNIT_MAIN("near", UNIT(distances_are_counted), UNIT(long_words_are_equal_or_far), UNIT(the_nearest_word_is_kept))
