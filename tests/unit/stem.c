#include "emit/stem.h"

#include "unit/fixture.h"

/* The stems of a text, separated by blanks. */
static struct str stems_of(struct world *w, const char *text)
{
    struct buf out = buf_on(&w->mem);
    struct str rest = str_of(text), stem;
    char room[STEM_MOST];
    while (next_stem(&rest, room, &stem))
        buf_printf(&out, "%s%.*s", out.n ? " " : "", STR_ARGS(stem));
    return arena_str(&w->arena, buf_as_str(&out));
}

/* Words of one line have one stem. */
static void kin_share_their_stem(struct world *w)
{
    static const char *const rows[] = {
        "manage managed manages managing management manager Managers",
        "plan plans planned planning",
        "service services",
        "supplier suppliers supply supplies",
        "organization organisation organizational organisational organize",
        "configuration configure configurations",
        "process processes",
        "requirement requirements require",
        "continual continuity continuous continue",
        "evaluate evaluation evaluating",
        "monitor monitoring monitors",
        "policy policies",
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct str rest = str_of(rows[i]), first, stem;
        char room[STEM_MOST], first_room[STEM_MOST];
        in_case("%s", rows[i]);
        expect_true(next_stem(&rest, first_room, &first));
        const char *wanted = arena_str(&w->arena, first).ptr;
        while (next_stem(&rest, room, &stem))
            expect_str(stem, wanted);
    }
}

/* Words that only look alike have stems of their own. */
static void others_do_not(struct world *w)
{
    static const char *const rows[][2] = {
        {"status", "stat"},  {"incident", "incite"}, {"training", "trap"}, {"service", "servant"},
        {"business", "bus"}, {"resource", "resort"}, {"report", "repair"}, {"plan", "plant"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s, %s", rows[i][0], rows[i][1]);
        expect_false(str_eq(stems_of(w, rows[i][0]), stems_of(w, rows[i][1])));
    }
}

static void what_only_joins_is_left_out(struct world *w)
{
    expect_str(stems_of(w, "The Of, and for a b c 1"), "");
    expect_str(stems_of(w, ""), "");
    expect_str(stems_of(w, "*Scope* of `X`, (Plan) \xe2\x80\x93 [[PP/SP1.1]]"), "scop plan pp sp1");
    expect_str(stems_of(w, "ISO 27001:2005"), "iso 27001 2005");
}

static void other_scripts_keep_their_letters(struct world *w)
{
    expect_str(stems_of(w, "\xc3\x84nderungen \xc3\xa4nderungen"), "\xc3\xa4nderungen \xc3\xa4nderungen");
    expect_str(stems_of(w, "\xe0\xa4\xaf\xe0\xa5\x8b\xe0\xa4\x9c\xe0\xa4\xa8\xe0\xa4\xbe"),
               "\xe0\xa4\xaf\xe0\xa5\x8b\xe0\xa4\x9c\xe0\xa4\xa8\xe0\xa4\xbe");
}

static void long_words_are_cut(struct world *w)
{
    struct str stem = stems_of(w, repeated(w, "x", 1000));
    expect_true(stem.len <= STEM_MOST);
    expect_str(stems_of(w, repeated(w, "\xc3\xa4", 1000)), repeated(w, "\xc3\xa4", STEM_MOST / 2 - 1));
}

UNIT_MAIN("stem", UNIT(kin_share_their_stem), UNIT(others_do_not), UNIT(what_only_joins_is_left_out),
          UNIT(other_scripts_keep_their_letters), UNIT(long_words_are_cut))
