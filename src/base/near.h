#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include <stdbool.h>

#include "base/str.h"

/* The number of edits (insert, delete, replace, swap neighbours) between two texts, in bytes, by
   the restricted Damerau-Levenshtein distance; anything above `most` is reported as most + 1. */
uint32_t near_distance(struct str a, struct str b, uint32_t most);

/* Keeps the best of the words that are shown to it. */
struct near {
    struct str wanted;
    struct str best; /* {0} while nothing is near */
    uint32_t distance;
};

/* Looks for a word like `wanted`; up to a third of its length may differ. */
struct near near_word(struct str wanted);

/* Shows one candidate; true if it is the best so far. */
bool near_try(struct near *near, struct str candidate);

#endif
