#ifndef MODEL_NAMES_PRESENT_H
#define MODEL_NAMES_PRESENT_H

#include "model/names/reference.h"

/* Says in a finding about an unknown id, a step of a reference, which ids there are in what the steps before lead to.
 */
void help_parts(struct builder *builder, struct finding *finding, struct scope scope, const struct written *written,
                uint32_t step);

/* Says in a finding about a component of a wrong kind which of the right kinds stands around it, or what of them
   stands in it; nothing if neither is there. */
void help_of_kind(struct builder *builder, struct finding *finding, component_id target, struct target_kinds kinds);

/* Says in a finding which declarations of a sort are in sight of its place, if there are any. */
void help_declared(struct builder *builder, struct finding *finding, enum declaration kind, uint32_t unit);

/* True if a place stands in the block of a declaration, which cannot be meant there. */
bool declaration_holds(const struct builder *builder, const struct declared *declared, struct span at);

#endif
