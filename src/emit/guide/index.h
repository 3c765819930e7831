#ifndef EMIT_GUIDE_INDEX_H
#define EMIT_GUIDE_INDEX_H

#include "base/arena.h"
#include "base/vec.h"

/* Lists of numbers by number, in two arrays: what belongs to a component is found at once. */
struct index {
    uint32_t *start; /* by key, and one behind: where its values are */
    uint32_t *values;
};

struct index_pair {
    uint32_t key, value;
};

typedef VEC(struct index_pair) index_pairs;

/* The values of each key below `n_keys`, in the order of the pairs; frees the pairs. */
struct index index_build(struct arena *arena, uint32_t n_keys, index_pairs *pairs);

/* The values of a key, and how many there are. */
static inline const uint32_t *index_at(const struct index *index, uint32_t key, uint32_t *n)
{
    *n = index->start[key + 1] - index->start[key];
    return index->values + index->start[key];
}

#endif
