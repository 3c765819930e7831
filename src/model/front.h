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
    uint32_t n_tops;
};

/* An empty front for `n` positions; its memory is that of `mem`. */
void front_init(struct front *front, struct mem *mem, uint32_t n);
void front_free(struct front *front, struct mem *mem);

/* Adds what is reached from a position by the hops that lead on from there. */
void front_go(struct front *front, const struct reached *reached, const struct hops *hops, uint32_t position);

/* How far a front is emptied; starts from zero. */
struct front_walk {
    uint32_t top, word; /* the word whose bits are left */
    uint64_t bits;
};

/* Takes the next position out of the front, with what has reached it; NONE if there is none. Nothing is added
   meanwhile. */
static inline uint32_t front_next(struct front *front, struct front_walk *walk, struct reached *taken)
{
    while (walk->bits == 0) {
        while (front->tops[walk->top] == 0)
            if (++walk->top == front->n_tops)
                return NONE;
        uint64_t *top = &front->tops[walk->top];
        walk->word = walk->top * FRONT_WORD + (uint32_t)__builtin_ctzll(*top);
        *top &= *top - 1; /* without its lowest bit */
        walk->bits = front->words[walk->word];
        front->words[walk->word] = 0;
    }
    uint32_t position = walk->word * FRONT_WORD + (uint32_t)__builtin_ctzll(walk->bits);
    walk->bits &= walk->bits - 1;
    *taken = front->at[position];
    front->at[position] = (struct reached){0};
    return position;
}

#endif
