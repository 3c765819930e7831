#ifndef BASE_ATOM_H
#define BASE_ATOM_H

#include "base/arena.h"
#include "base/vec.h"

/* A name as a number: equal names of one table have equal atoms. 0 is no name. */
typedef uint32_t atom;

struct atoms {
    struct mem *mem;
    struct arena text;
    VEC(struct str) names;   /* by atom */
    struct atom_slot *slots; /* open addressing */
    uint32_t bits;           /* there are 1 << bits slots */
};

/* A table without atoms; 0 is none. */
void atoms_init(struct atoms *atoms, struct mem *mem);

/* The atom of `name`, made if it is new; the text is copied. */
atom atom_intern(struct atoms *atoms, struct str name);

/* The atom of `name`, or 0 if nobody interned it. */
atom atom_find(const struct atoms *atoms, struct str name);

/* Asks the processor for the place of a name that will soon be interned, if it is short. */
void atom_prefetch(const struct atoms *atoms, struct str name);

/* The text of an atom, NUL-terminated; valid as long as the table. */
static inline struct str atom_text(const struct atoms *atoms, atom a)
{
    return atoms->names.at[a];
}

#endif
