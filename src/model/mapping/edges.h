#ifndef MODEL_MAPPING_EDGES_H
#define MODEL_MAPPING_EDGES_H

#include "model/builder.h"

/* Works out the edges of every mapping: written ones from their rows, derived ones by composition.
   Contradictions are reported. */
void build_edges(struct builder *builder);

/* Composes the derived mapping `id`; the edges of its steps are there. See derive.c. */
void derive_edges(struct builder *builder, mapping_id id);

/* The edges of a mapping that lead from a component: the first, and how many. */
uint32_t edges_from(const struct library *library, const struct mapping *mapping, component_id from, uint32_t *first);

/* The edge between two components of a written mapping, or NONE. */
uint32_t edge_between(const struct library *library, const struct mapping *mapping, component_id from, component_id to);

#endif
