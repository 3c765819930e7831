#include "base/atom.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { FIRST_BITS = 10, SHORT_MOST = 7, LENGTH_SHIFT = 56 };

#define LONG_MARK (UINT64_C(0xff) << LENGTH_SHIFT)

/* Small, for the table of a large model does not fit the cache: 12 bytes. A short name is its own key, so that
   finding one takes a single look at memory. */
struct atom_slot {
    uint32_t key_high, key_low;
    atom name; /* 0: free */
};

/* A short name with its length, or the hash of a long one. */
static uint64_t key_of(struct str name)
{
    if (name.len > SHORT_MOST)
        return XXH3_64bits(name.ptr, name.len) | LONG_MARK;
    uint64_t key = 0;
    for (uint32_t i = 0; i < name.len; i++)
        key = key << 8 | (unsigned char)name.ptr[i];
    return key | (uint64_t)name.len << LENGTH_SHIFT;
}

static uint64_t slot_key(const struct atom_slot *slot)
{
    return (uint64_t)slot->key_high << 32 | slot->key_low;
}

/* Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). The high bits are taken: in a table of twice
   the size the slots are in the same order, and growing goes through both from one end to the other. */
static uint32_t first_slot(const struct atoms *atoms, uint64_t key)
{
    key ^= key >> 32;
    return (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - atoms->bits));
}

static uint32_t next_slot(const struct atoms *atoms, uint32_t i)
{
    return (i + 1) & ((UINT32_C(1) << atoms->bits) - 1);
}

/* The slot that holds `name`, or the free one where it belongs. */
static struct atom_slot *slot_of(const struct atoms *atoms, struct str name, uint64_t key)
{
    for (uint32_t i = first_slot(atoms, key);; i = next_slot(atoms, i)) {
        struct atom_slot *slot = &atoms->slots[i];
        if (!slot->name)
            return slot;
        if (slot_key(slot) == key && (name.len <= SHORT_MOST || str_eq(atoms->names.at[slot->name], name)))
            return slot;
    }
}

static void make_slots(struct atoms *atoms, uint32_t bits)
{
    size_t size = sizeof *atoms->slots << bits;
    atoms->slots = memset(mem_alloc(atoms->mem, size), 0, size);
    atoms->bits = bits;
}

static void grow(struct atoms *atoms)
{
    struct atom_slot *old = atoms->slots;
    uint32_t n_old = UINT32_C(1) << atoms->bits;
    make_slots(atoms, atoms->bits + 1);
    for (uint32_t k = 0; k < n_old; k++) {
        uint32_t i = first_slot(atoms, slot_key(&old[k]));
        if (!old[k].name)
            continue;
        while (atoms->slots[i].name)
            i = next_slot(atoms, i);
        atoms->slots[i] = old[k];
    }
    mem_free(atoms->mem, old);
}

void atoms_init(struct atoms *atoms, struct mem *mem)
{
    *atoms = (struct atoms){.mem = mem, .text = arena_on(mem)};
    vec_push(mem, &atoms->names, STR(""));
    make_slots(atoms, FIRST_BITS);
}

static bool is_full(const struct atoms *atoms)
{
    return atoms->names.n > (UINT32_C(3) << atoms->bits) / 4;
}

atom atom_intern(struct atoms *atoms, struct str name)
{
    uint64_t key = key_of(name);
    struct atom_slot *slot = slot_of(atoms, name, key);
    if (slot->name)
        return slot->name;
    atom made = atoms->names.n;
    vec_push(atoms->mem, &atoms->names, arena_str(&atoms->text, name));
    *slot = (struct atom_slot){(uint32_t)(key >> 32), (uint32_t)key, made};
    if (is_full(atoms))
        grow(atoms);
    return made;
}

void atom_prefetch(const struct atoms *atoms, struct str name)
{
    if (name.len <= SHORT_MOST)
        __builtin_prefetch(&atoms->slots[first_slot(atoms, key_of(name))]);
}

atom atom_find(const struct atoms *atoms, struct str name)
{
    return slot_of(atoms, name, key_of(name))->name;
}
