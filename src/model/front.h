#ifndef MODEL_FRONT_H
#define MODEL_FRONT_H

#include "model/hops.h"

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
    uint32_t first_top, n_tops; /* no bit is set before the first */
};

/* An empty front for `n` positions; its memory is that of `mem`. */
void front_init(struct front *front, struct mem *mem, uint32_t n);
void front_free(struct front *front, struct mem *mem);

/* Adds what is reached from a position by the hops that lead on from there. */
void front_go(struct front *front, const struct reached *reached, const struct hops *hops, uint32_t position);

/* Takes the first position that is reached out of the front; NONE if there is none. */
static inline uint32_t front_take(struct front *front, struct reached *taken)
{
    while (front->first_top < front->n_tops && front->tops[front->first_top] == 0)
        front->first_top++;
    if (front->first_top == front->n_tops)
        return NONE;
    uint64_t *top = &front->tops[front->first_top];
    uint32_t word = front->first_top * FRONT_WORD + (uint32_t)__builtin_ctzll(*top);
    uint32_t position = word * FRONT_WORD + (uint32_t)__builtin_ctzll(front->words[word]);
    front->words[word] &= front->words[word] - 1; /* without its lowest bit */
    if (front->words[word] == 0)
        *top &= *top - 1;
    *taken = front->at[position];
    front->at[position] = (struct reached){0};
    return position;
}

#endif
