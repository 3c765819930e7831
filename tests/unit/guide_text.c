#include "emit/guide/browser/cards.h"
#include "emit/guide/text.h"

#include "unit/fixture.h"

/* Links that the checks do not let through are no links in the guide either: it does not rely on them. */
static void links_of_the_guide_are_harmless(struct world *w)
{
    static const char *const rows[][2] = {
        {"[a](https://b)", "<p><a href=\"https://b\">a</a></p>\n"},
        {"[a](mailto:b@c)", "<p><a href=\"mailto:b@c\">a</a></p>\n"},
        {"[a](b/c.html)", "<p><a href=\"b/c.html\">a</a></p>\n"},
        {"[a](javascript:b)", "<p>a</p>\n"},
        {"[a](&#106;avascript:b)", "<p>a</p>\n"},
        {"[a](JavaScript:b)", "<p>a</p>\n"},
        {"[a](data:text/html,b)", "<p>a</p>\n"},
        {"[a](file:///etc/passwd)", "<p>a</p>\n"},
        {"[a](/etc/passwd)", "<p>a</p>\n"},
        {"[a](//b/c)", "<p>a</p>\n"},
    };
    struct buf out = buf_on(&w->mem);
    struct guide guide = {.mem = &w->mem, .scratch = arena_on(&w->mem), .library = &w->library};
    struct page page = {.guide = &guide, .library = &w->library, .out = &out};
    struct voice voice = {.n_scopes = 0};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        out.n = 0;
        put_block(&page, &voice, str_of(rows[i][0]), 2);
        expect_str(buf_as_str(&out), rows[i][1]);
    }
}

/* A card shows a sentence, wherever that ends. */
static void a_card_says_one_sentence(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"Plan it.", "Plan it."},
        {"No full stop", "No full stop"},
        {"Plan the service. Then do it.", "Plan the service."},
        {"Is it planned? It is.", "Is it planned?"},
        {"Plan services, e.g. those of 1.2, with care. Then do it.", "Plan services, e.g. those of 1.2, with care."},
        {"Cf. the plan of the service. Then do it.", "Cf. the plan of the service."},
        {"सेवा की योजना बनाएँ। फिर उसे दें।", "सेवा की योजना बनाएँ।"},
    };
    struct buf out = buf_on(&w->mem);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        out.n = 0;
        buf_text(&out, rows[i][0]);
        cards_cut(&out);
        expect_str(buf_as_str(&out), rows[i][1]);
    }
    in_case("a long one");
    out.n = 0;
    for (int i = 0; i < 100; i++)
        buf_text(&out, "word ");
    cards_cut(&out);
    assert_true(out.n > 200 && out.n < 230);
    expect_str(str_from(buf_as_str(&out), (uint32_t)out.n - 7), "word\xe2\x80\xa6");
}

UNIT_MAIN("guide_text", UNIT(links_of_the_guide_are_harmless), UNIT(a_card_says_one_sentence))
