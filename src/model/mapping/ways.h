#ifndef MODEL_MAPPING_WAYS_H
#define MODEL_MAPPING_WAYS_H

#include "model/library.h"

/* The ways by which derived edges came about. There may be many more of them than edges, so they are not
   kept but found again for the edge that somebody asks about. */

/* One way: the components in between, and the edges gone over, one for each step. */
struct edge_path {
    uint32_t first, n;            /* in `components` */
    uint32_t first_step, n_steps; /* in `steps`: indices of edges of the library */
    relation_set possible;        /* what it alone leaves */
};

struct edge_paths {
    VEC(struct edge_path) at;
    VEC(component_id) components;
    VEC(uint32_t) steps;
};

/* Finds the ways of an edge of a derived mapping that were used, the first `most` in the order of the
   documents; a derived step brings its own components along, once for each of its ways. Whatever was in
   `paths` is forgotten; its memory is the library's. */
void edge_paths_of(const struct library *library, const struct mapping *mapping, const struct edge *edge, uint32_t most,
                   struct edge_paths *paths);

/* Gives the memory of the paths back. */
void edge_paths_free(const struct library *library, struct edge_paths *paths);

#endif
