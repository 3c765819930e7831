#include "emit/guide/index.h"

struct index index_build(struct arena *arena, uint32_t n_keys, index_pairs *pairs)
{
    struct index index = {
        .start = arena_array(arena, uint32_t, (size_t)n_keys + 2),
        .values = arena_array(arena, uint32_t, (size_t)pairs->n + 1),
    };
    /* counted two places ahead, so that filling in moves every start to where it belongs */
    VEC_EACH (const struct index_pair, pair, pairs)
        index.start[pair->key + 2]++;
    for (uint32_t i = 2; i < n_keys + 2; i++)
        index.start[i] += index.start[i - 1];
    VEC_EACH (const struct index_pair, pair, pairs)
        index.values[index.start[pair->key + 1]++] = pair->value;
    vec_free(arena->mem, pairs);
    return index;
}
