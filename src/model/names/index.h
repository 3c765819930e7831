#ifndef MODEL_NAMES_INDEX_H
#define MODEL_NAMES_INDEX_H

#include "model/builder.h"

/* Where the components of a name stand: positions in the view of a model, or (`own`) among the model's own
   components, counted from its first. */
struct name_index {
    uint32_t *dense;  /* by name: where its list begins, or its only position with a mark; NONE */
    uint32_t n_dense; /* 0: the names are few among all, and `sparse` has the same */
    struct map sparse;
    uint32_t *entries;
};

/* The positions of one name, ascending. */
struct positions {
    const uint32_t *at; /* NULL: there is `only` one */
    uint32_t n;
    uint32_t only;
};

static inline uint32_t position_at(const struct positions *list, uint32_t i)
{
    return list->at ? list->at[i] : list->only;
}

/* The names under which a component is found: its id, or (`folded`) that and its label, folded. Returns
   how many; one whose path is taken has none. */
uint32_t names_of_component(const struct library *library, component_id id, bool folded, atom names[2]);

/* Indexes a model; its components are numbered and its view is there. */
struct name_index name_index_build(struct library *library, model_id model, bool own, bool folded);

/* Asks the processor for the place of a name that will be looked up soon. */
void name_index_prefetch(const struct name_index *index, atom name);

/* All positions of a name. */
struct positions name_index_find(const struct name_index *index, atom name);

/* The part of a list that lies in [first, end). */
struct positions positions_within(struct positions list, uint32_t first, uint32_t end);

#endif
