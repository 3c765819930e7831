#include "base/entity.h"

#include "unit/fixture.h"

static void character_references_are_read(struct world *w)
{
    static const struct {
        const char *entity;
        uint32_t code_point;
    } rows[] = {
        {"&nbsp;", 0xa0},
        {"&amp;", '&'},
        {"&lt;", '<'},
        {"&euro;", 0x20ac},
        {"&AElig;", 0xc6},
        {"&zwnj;", 0x200c},
        {"&#65;", 'A'},
        {"&#x41;", 'A'},
        {"&#X41;", 'A'},
        {"&#x20ac;", 0x20ac},
        {"&#8364;", 0x20ac},
        {"&#x1F44D;", 0x1f44d},
        {"&#1114111;", 0x10ffff},
        {"&#1114112;", 0},
        {"&#xD800;", 0},
        {"&#xDFFF;", 0},
        {"&#xE000;", 0xe000},
        {"&#0;", 0},
        {"&#;", 0},
        {"&#x;", 0},
        {"&#99999999999999999999;", 0},
        {"&Amp;", 0},
        {"&amp", 0},
        {"amp;", 0},
        {"&;", 0},
        {"", 0},
        {"&", 0},
        {"&unheard-of;", 0},
        {"&am;", 0},
        {"&ampx;", 0},
        {"&#4294967361;", 0},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].entity);
        expect_number(entity_code_point(str_of(rows[i].entity)), rows[i].code_point);
    }
}

/* The list is searched by halves: one name out of its order would not be found. */
static void every_name_is_found(struct world *w)
{
    static const struct {
        const char *name;
        uint32_t code_point;
    } all[] = {
#define ENTITY(name, code_point) {name, code_point},
#include "base/entities.def"
#undef ENTITY
    };
    for (size_t i = 0; i < LENGTH(all); i++) {
        in_case("%s", all[i].name);
        expect_number(entity_code_point(str_of(formatted(w, "&%s;", all[i].name))), all[i].code_point);
    }
    assert_true(LENGTH(all) > 200);
}

UNIT_MAIN("entity", UNIT(character_references_are_read), UNIT(every_name_is_found))
