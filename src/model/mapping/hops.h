#ifndef MODEL_MAPPING_HOPS_H
#define MODEL_MAPPING_HOPS_H

#include "model/library.h"
#include "model/mapping/relation.h"

/* The edges of a mapping that can be composed, seen from either side, in compressed sparse rows: those
   that lead on from a component stand side by side. Left out are supportive edges and contradictions. */

/* One edge as it is gone over. Small, for all that is composed reads it. */
struct hop {
    uint32_t far;          /* position in the view of the model that it leads to */
    relation_set possible; /* as seen in this direction */
    bool tentative;
};

struct hops {
    uint32_t *start;  /* by position in the view of the model that they lead from; one more than it has */
    struct hop *at;   /* in the order of where they lead from, then to */
    uint32_t *edges;  /* by hop: its edge */
    uint32_t *n_ways; /* by hop: how many ways are behind its edge; NULL: one each, for no edge is derived */
};

/* The hops of a mapping whose edges and models are known; `inverse` from its targets to its sources. They are
   worked out when they are first asked for, and belong to the library. */
const struct hops *hops_of(const struct library *library, const struct mapping *mapping, bool inverse);

/* The models that hops lead from and to. */
static inline model_id hops_near(const struct mapping *mapping, bool inverse)
{
    return inverse ? mapping->to : mapping->from;
}

static inline model_id hops_far(const struct mapping *mapping, bool inverse)
{
    return inverse ? mapping->from : mapping->to;
}

/* The position in one model of the component at a position of another, NONE if it does not belong there. */
uint32_t hops_cross(const struct library *library, model_id from, model_id to, uint32_t position);

/* True if the components of the one model are among those of the other. */
bool hops_connect(const struct library *library, model_id one, model_id other);

#endif
