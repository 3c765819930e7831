#ifndef CHECK_NETWORK_H
#define CHECK_NETWORK_H

#include "check/check.h"
#include "model/mapping/relation.h"

/* All written mappings as one graph: for each component the components that firm rows relate it to, whatever the
   mapping and its direction. */

struct link {
    component_id other;
    uint32_t edge;
    mapping_id mapping;
    relation_set possible; /* of the component to the other */
};

struct network {
    uint32_t *start; /* by component, and one behind the last: its first link */
    struct link *at; /* by component, then by the other, then by mapping */
};

/* Builds the network; its memory is that of the checking. */
struct network network_of(struct checking *checking);

/* Gives it back. */
void network_free(struct checking *checking, struct network *network);

/* The first of the links between two components, NULL if there is none. */
const struct link *network_between(const struct network *network, component_id one, component_id other);

static inline uint32_t network_degree(const struct network *network, component_id component)
{
    return network->start[component + 1] - network->start[component];
}

/* The place of a link in its mapping: the relation of its last row that says more than that two overlap. */
struct span link_place(const struct library *library, const struct link *link);

/* Labels the rows of a link. */
void label_link(struct finding *finding, const struct library *library, const struct link *link, enum message phrase);

/* Chains of components each of which lies within the next, back to the first. */
void check_cycles(struct checking *checking, const struct network *network);

/* What follows from two mappings, held against a third. */
void check_triangles(struct checking *checking, const struct network *network);

#endif
