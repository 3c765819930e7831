#include "base/entity.h"

#include <stdlib.h>

struct entity {
    const char *name;
    uint32_t code_point;
};

static const struct entity entities[] = {
#define ENTITY(name, code_point) {name, code_point},
#include "base/entities.def"
#undef ENTITY
};

static int by_name(const void *name, const void *entity)
{
    return str_compare(*(const struct str *)name, str_of(((const struct entity *)entity)->name));
}

static uint32_t number_of(struct str digits, int base)
{
    char text[12] = "";
    if (digits.len == 0 || digits.len >= sizeof text)
        return 0;
    memcpy(text, digits.ptr, digits.len);
    unsigned long c = strtoul(text, NULL, base);
    return c <= 0x10ffff && (c < 0xd800 || c > 0xdfff) ? (uint32_t)c : 0;
}

uint32_t entity_code_point(struct str entity)
{
    if (entity.len < 3 || entity.ptr[0] != '&' || entity.ptr[entity.len - 1] != ';')
        return 0;
    struct str name = {entity.ptr + 1, entity.len - 2};
    if (name.ptr[0] != '#') {
        const struct entity *found =
            bsearch(&name, entities, sizeof entities / sizeof entities[0], sizeof entities[0], by_name);
        return found ? found->code_point : 0;
    }
    bool hex = name.len > 1 && (name.ptr[1] == 'x' || name.ptr[1] == 'X');
    return number_of(str_from(name, hex ? 2 : 1), hex ? 16 : 10);
}
