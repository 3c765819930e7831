#include "base/atom.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { FIRST_SLOTS = 1024 };

static uint32_t hash_of(struct str name)
{
    return (uint32_t)XXH3_64bits(name.ptr, name.len);
}

/* The slot that holds `name`, or the free one where it belongs. */
static uint32_t slot_of(const struct atoms *atoms, struct str name, uint32_t hash)
{
    uint32_t slot = hash & atoms->mask;
    for (atom a; (a = atoms->slots[slot]) != 0; slot = (slot + 1) & atoms->mask)
        if (atoms->hashes.at[a] == hash && str_eq(atoms->names.at[a], name))
            break;
    return slot;
}

static void rehash(struct atoms *atoms, uint32_t n_slots)
{
    mem_free(atoms->mem, atoms->slots);
    atoms->slots = NULL;
    atoms->slots = mem_alloc(atoms->mem, n_slots * sizeof *atoms->slots);
    memset(atoms->slots, 0, n_slots * sizeof *atoms->slots);
    atoms->mask = n_slots - 1;
    for (atom a = 1; a < atoms->names.n; a++) {
        uint32_t slot = atoms->hashes.at[a] & atoms->mask;
        while (atoms->slots[slot])
            slot = (slot + 1) & atoms->mask;
        atoms->slots[slot] = a;
    }
}

void atoms_init(struct atoms *atoms, struct mem *mem)
{
    *atoms = (struct atoms){.mem = mem, .text = arena_on(mem)};
    vec_push(mem, &atoms->names, STR(""));
    vec_push(mem, &atoms->hashes, 0);
    rehash(atoms, FIRST_SLOTS);
}

atom atom_intern(struct atoms *atoms, struct str name)
{
    uint32_t hash = hash_of(name);
    uint32_t slot = slot_of(atoms, name, hash);
    if (atoms->slots[slot])
        return atoms->slots[slot];
    atom made = atoms->names.n;
    vec_push(atoms->mem, &atoms->names, arena_str(&atoms->text, name));
    vec_push(atoms->mem, &atoms->hashes, hash);
    atoms->slots[slot] = made;
    if (made > atoms->mask / 2)
        rehash(atoms, (atoms->mask + 1) * 2);
    return made;
}

atom atom_find(const struct atoms *atoms, struct str name)
{
    return atoms->slots[slot_of(atoms, name, hash_of(name))];
}
