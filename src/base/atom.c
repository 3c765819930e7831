#include "base/atom.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { FIRST_SLOTS = 1024, HEAD = 7, LENGTH_MOST = 255 };

/* A slot holds all that tells short names apart, so that finding one takes a single look at memory. */
struct atom_slot {
    uint32_t hash;
    atom name; /* 0: free */
    uint8_t length; /* LENGTH_MOST: at least that */
    char head[HEAD];
};

static struct atom_slot slot_for(struct str name)
{
    struct atom_slot slot = {.hash = (uint32_t)XXH3_64bits(name.ptr, name.len)};
    slot.length = (uint8_t)(name.len < LENGTH_MOST ? name.len : LENGTH_MOST);
    memcpy(slot.head, name.ptr, name.len < HEAD ? name.len : HEAD);
    return slot;
}

static bool is_same(const struct atoms *atoms, const struct atom_slot *slot, const struct atom_slot *wanted,
                    struct str name)
{
    return slot->hash == wanted->hash && slot->length == wanted->length &&
           memcmp(slot->head, wanted->head, HEAD) == 0 &&
           (name.len <= HEAD || str_eq(atoms->names.at[slot->name], name));
}

/* The slot that holds `name`, or the free one where it belongs. */
static struct atom_slot *slot_of(const struct atoms *atoms, struct str name, const struct atom_slot *wanted)
{
    uint32_t i = wanted->hash & atoms->mask;
    while (atoms->slots[i].name && !is_same(atoms, &atoms->slots[i], wanted, name))
        i = (i + 1) & atoms->mask;
    return &atoms->slots[i];
}

static void rehash(struct atoms *atoms, uint32_t n_slots)
{
    struct atom_slot *old = atoms->slots;
    uint32_t n_old = old ? atoms->mask + 1 : 0;
    atoms->slots = mem_alloc(atoms->mem, n_slots * sizeof *atoms->slots);
    memset(atoms->slots, 0, n_slots * sizeof *atoms->slots);
    atoms->mask = n_slots - 1;
    for (uint32_t k = 0; k < n_old; k++) {
        uint32_t i = old[k].hash & atoms->mask;
        if (!old[k].name)
            continue;
        while (atoms->slots[i].name)
            i = (i + 1) & atoms->mask;
        atoms->slots[i] = old[k];
    }
    mem_free(atoms->mem, old);
}

void atoms_init(struct atoms *atoms, struct mem *mem)
{
    *atoms = (struct atoms){.mem = mem, .text = arena_on(mem)};
    vec_push(mem, &atoms->names, STR(""));
    rehash(atoms, FIRST_SLOTS);
}

atom atom_intern(struct atoms *atoms, struct str name)
{
    struct atom_slot wanted = slot_for(name), *slot = slot_of(atoms, name, &wanted);
    if (slot->name)
        return slot->name;
    atom made = atoms->names.n;
    vec_push(atoms->mem, &atoms->names, arena_str(&atoms->text, name));
    *slot = wanted;
    slot->name = made;
    if (made > atoms->mask / 2)
        rehash(atoms, (atoms->mask + 1) * 2);
    return made;
}

atom atom_find(const struct atoms *atoms, struct str name)
{
    struct atom_slot wanted = slot_for(name);
    return slot_of(atoms, name, &wanted)->name;
}
