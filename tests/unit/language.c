#include "base/language.h"

#include "unit/fixture.h"

static void tags_are_well_formed(struct world *w)
{
    static const char *const good[] = {"en",         "hi",    "hi-IN",    "sr-Latn",       "zh-Hant-TW",
                                       "de-CH-1901", "x-own", "en-x-own", "sl-rozaj-biske"};
    static const char *const bad[] = {"",   "h",        "hi_IN", "hi-",  "-hi",           "hi--IN", "deutschland",
                                      "12", "hi.UTF-8", "x",     "en-u", "hi-toolongone", "h i"};
    (void)w;
    for (size_t i = 0; i < LENGTH(good); i++) {
        in_case("%s", good[i]);
        expect_true(is_language_tag(str_of(good[i])));
    }
    for (size_t i = 0; i < LENGTH(bad); i++) {
        in_case("%s", bad[i]);
        expect_false(is_language_tag(str_of(bad[i])));
    }
}

static void locales_become_tags(struct world *w)
{
    expect_str(language_as_tag(&w->arena, STR("hi_IN.UTF-8")), "hi-IN");
    expect_str(language_as_tag(&w->arena, STR("ca@valencia")), "ca");
    expect_str(language_as_tag(&w->arena, STR("de")), "de");
    expect_str(language_as_tag(&w->arena, STR("")), "");
}

UNIT_MAIN("language", UNIT(tags_are_well_formed), UNIT(locales_become_tags))
