/* Names without what people vary. */

#include "model/names/names.h"

atom names_fold(struct atoms *atoms, struct str name)
{
    char folded[256];
    uint32_t n = 0;
    if (name.len > sizeof folded)
        return atom_intern(atoms, name); /* a label; no id is so long */
    for (uint32_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool in_number = n > 0 && is_digit(folded[n - 1]);
        bool more_digits = i + 1 < name.len && is_digit(name.ptr[i + 1]);
        if (c == ' ' || (c == '0' && !in_number && more_digits))
            continue;
        folded[n++] = to_lower(c);
    }
    return atom_intern(atoms, (struct str){folded, n});
}
