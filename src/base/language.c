#include "base/language.h"

struct str language_subtag(struct str *rest)
{
    uint32_t n = 0;
    while (n < rest->len && rest->ptr[n] != '-')
        n++;
    struct str first = str_upto(*rest, n);
    *rest = str_from(*rest, n < rest->len ? n + 1 : n);
    return first;
}

static bool is_subtag(struct str part, uint32_t least, uint32_t most, bool letters)
{
    bool fits = part.len >= least && part.len <= most;
    for (uint32_t i = 0; i < part.len && fits; i++)
        fits = letters ? is_letter(part.ptr[i]) : is_alnum(part.ptr[i]);
    return fits;
}

bool is_language_tag(struct str tag)
{
    struct str rest = tag, part = language_subtag(&rest);
    bool is_private = part.len == 1 && to_lower(part.ptr[0]) == 'x';
    if (tag.len == 0 || tag.ptr[tag.len - 1] == '-' || (!is_private && !is_subtag(part, 2, 8, true)))
        return false;
    while (rest.len) {
        part = language_subtag(&rest);
        if (!is_subtag(part, 1, 8, false) || (part.len == 1 && rest.len == 0))
            return false;
    }
    return !is_private || tag.len > 2;
}

struct str language_as_tag(struct arena *arena, struct str locale)
{
    char *tag = arena_bytes(arena, (size_t)locale.len + 1);
    uint32_t n = 0;
    while (n < locale.len && locale.ptr[n] != '.' && locale.ptr[n] != '@') {
        tag[n] = locale.ptr[n] == '_' ? '-' : locale.ptr[n];
        n++;
    }
    return (struct str){tag, n};
}
