#ifndef MODEL_SUGGEST_H
#define MODEL_SUGGEST_H

#include "model/reference.h"

/* Adds to a finding about an unknown id, a step of a reference, what is near to it: an id with the same number and nearly the
   same letters, or the same letters and nearly the same number, or a component with that title. */
void suggest_ids(struct builder *builder, struct finding *finding, struct scope scope,
                 const struct written *written, uint32_t step);

/* The same for a declaration that is not in sight. */
void suggest_declaration(struct builder *builder, struct finding *finding, enum declaration kind,
                         uint32_t unit, struct step id);

#endif
