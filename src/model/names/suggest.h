#ifndef MODEL_NAMES_SUGGEST_H
#define MODEL_NAMES_SUGGEST_H

#include "model/names/reference.h"

/* Adds to a finding about an unknown id, a step of a reference, what is near to it: an id with the same number and
   nearly the same letters, or the same letters and nearly the same number, or a component with that title. */
void suggest_ids(struct builder *builder, struct finding *finding, struct scope scope, const struct written *written,
                 uint32_t step);

/* Looks in a component of a model (NONE: everywhere) for ids like `wanted` and for that title, as suggest_ids()
   does. Fills `similar`, the nearest first, and returns how many; 0 if too many are as near. */
enum { SIMILAR_MOST = 3 };
uint32_t similar_components(const struct library *library, model_id model, component_id within, struct str wanted,
                            component_id *similar);

/* Says in a finding about an unknown path which other model has it, if one has it exactly so; false if none.
   The model of the other side of a row is left out: that is said otherwise. */
bool help_other_model(struct builder *builder, struct finding *finding, struct scope scope,
                      const struct written *written);

/* Offers the kind of an architecture that is near to a word, if there is one. */
void offer_near_kind(struct builder *builder, struct finding *finding, uint32_t architecture, struct span at,
                     atom name);

/* The same as suggest_ids() for a declaration that is not in sight. */
void suggest_declaration(struct builder *builder, struct finding *finding, enum declaration kind, uint32_t unit,
                         struct step id);

#endif
