#include "syntax/keywords.h"

#include <assert.h>

void keywords_intern(struct atoms *atoms)
{
    static const char *const spellings[] = {
#define TOP(id, spelling)     spelling,
#define KEYWORD(id, spelling) spelling,
#include "keywords.def"
    };
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
        atom made = atom_intern(atoms, str_of(spellings[i]));
        assert(made == i + 1);
        (void)made;
        (void)made;
    }
}
