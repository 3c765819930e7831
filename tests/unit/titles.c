#include "emit/titles.h"

#include "unit/fixture.h"

/* The titles that are like one of the list, by their places in it: "2 0". */
static struct str like(struct world *w, const char *wanted, const char *const *list, size_t n)
{
    struct titles titles = titles_on(&w->mem, &w->atoms);
    struct buf out = buf_on(&w->mem);
    uint32_t found[ALIKE_MOST];
    for (size_t i = 0; i < n; i++)
        titles_add(&titles, (uint32_t)i, str_of(list[i]));
    titles_index(&titles);
    for (uint32_t i = 0, end = titles_like(&titles, str_of(wanted), found); i < end; i++)
        buf_printf(&out, "%s%u", i ? " " : "", found[i]);
    titles_free(&titles);
    return arena_str(&w->arena, buf_as_str(&out));
}

static const char *const list[] = {
    "Manage Requirements", "Manage Risks",     "Manage Suppliers",        "Manage Incidents", "Change Requests",
    "Manage Releases",     "Risk Assessments", "Assess and Manage Risks", "Manage Services",  "Manage Incident Records",
};

static void the_most_alike_come_first(struct world *w)
{
    static const char *const rows[][2] = {
        {"Risk Management", "1 7 6"}, /* of equal ones the first, more that is not shared last */
        {"Incidents", "3 9"},
        {"Managing the Change of Requests", "4"}, /* what is common to most alone is not enough */
        {"Assessment of Risks", "6 7 1"},
        {"Catering", ""},
        {"", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(like(w, rows[i][0], list, LENGTH(list)), rows[i][1]);
    }
}

/* All that is shared is in most titles, and the other word is rare. */
static void what_is_common_says_little(struct world *w)
{
    static const char *const handling[] = {"Handling", "Handling of Waste", "Handling of Goods", "Incident"};
    expect_str(like(w, "Incident Handling", handling, LENGTH(handling)), "3");
    expect_str(like(w, "Handling", handling, LENGTH(handling)), "0 1 2");
}

static void nothing_is_like_nothing(struct world *w)
{
    static const char *const empty[] = {"", "The"};
    expect_str(like(w, "Risks", NULL, 0), "");
    expect_str(like(w, "The", empty, LENGTH(empty)), "");
}

/* A word that is new to the index, twice. */
static void searches_leave_no_trace(struct world *w)
{
    struct titles titles = titles_on(&w->mem, &w->atoms);
    uint32_t found[ALIKE_MOST];
    titles_expect(&titles, STR("Unheard"));
    titles_add(&titles, 7, STR("Risk"));
    titles_index(&titles);
    for (int i = 0; i < 3; i++) {
        expect_number(titles_like(&titles, STR("Strange Words Here"), found), 0);
        expect_number(titles_like(&titles, STR("Strange Risks"), found), 1);
        expect_number(found[0], 7);
    }
    titles_free(&titles);
}

UNIT_MAIN("titles", UNIT(the_most_alike_come_first), UNIT(what_is_common_says_little), UNIT(nothing_is_like_nothing),
          UNIT(searches_leave_no_trace))
