#ifndef EMIT_TABLES_PILOTS_H
#define EMIT_TABLES_PILOTS_H

#include "base/buf.h"
#include "base/vec.h"

/* A perfect hash over strings: every one has a slot of its own, found by the pilot of its bucket.
   What a program does with it is prm_find_n() in prm/tables.h. */
struct pilots {
    uint64_t seed;
    uint32_t n_buckets, n_slots;
    uint8_t *pilots;  /* by bucket; owned by the memory that was given */
    uint32_t *keys;   /* by slot: which string, PRM_NONE if it is free */
    uint64_t *hashes; /* by string */
};

/* Finds pilots for n strings, none of them empty. Of several that are equal only the first has a
   slot. Bounded: if no seed is good, which chance does not bring about, it jumps out as an
   allocation that fails. */
void pilots_find(struct pilots *pilots, struct mem *mem, const struct str *keys, uint32_t n);

/* Which of the strings has the slot of this one, which must be among them: itself, or the first that is equal. */
uint32_t pilots_first(const struct pilots *pilots, struct str key);

/* Frees them. */
void pilots_free(struct pilots *pilots, struct mem *mem);

#endif
