#ifndef MODEL_MAPPING_FRONT_H
#define MODEL_MAPPING_FRONT_H

#include "model/mapping/hops.h"

/* What the ways from one component have reached behind a step: for each component the sets of relations
   that they leave, and how many ways there are. It is emptied in the order of the positions. */

struct reached {
    uint32_t sets[2]; /* of firm ways, of tentative ones: bit S if one of them leaves the set S */
    uint32_t n[2];    /* how many ways, likewise; UINT32_MAX stands for more */
};

enum { FRONT_WORD = 64 };

struct front {
    struct reached *at; /* by position; zero where nothing is reached */
    uint64_t *words;    /* a bit for each position that is reached */
    uint64_t *tops;     /* a bit for each word that is not zero */
    uint32_t n_tops;
    uint32_t *order; /* see front_order() */
};

/* An empty front for `n` positions; its memory is that of `mem`. */
void front_init(struct front *front, struct mem *mem, uint32_t n);
void front_free(struct front *front, struct mem *mem);

/* Adds what is reached from a position by the hops that lead on from there. */
void front_go(struct front *front, const struct reached *reached, const struct hops *hops, uint32_t position);

/* Sets `front->order` to the positions that are reached, in order, and returns how many they are. The front is
   empty once front_take() has taken each of them. */
uint32_t front_order(struct front *front);

/* Takes out what has reached a position. */
static inline struct reached front_take(struct front *front, uint32_t position)
{
    struct reached taken = front->at[position];
    front->at[position] = (struct reached){0};
    return taken;
}

#endif
