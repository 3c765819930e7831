#ifndef MODEL_CONTAINMENT_H
#define MODEL_CONTAINMENT_H

#include "model/library.h"

/* What the architecture says of a kind among those that may stand at one place: its containments
   [first, first + n). NULL if the kind may not stand there. */
const struct containment *containment_of(const struct library *library, uint32_t first, uint32_t n, kind_id kind);

/* The same for the place where a component stands. */
const struct containment *containment_at(const struct library *library, component_id id);

/* True if components of the one kind may hold those of the other. */
bool may_hold(const struct library *library, kind_id kind, kind_id other);

/* The sibling before a component, if it might stand in that; NONE. What is before it is built. */
component_id holder_before(const struct library *library, component_id id);

/* The kind of the same name in the architecture that its own one extends, if `component` there replaces it; NONE. */
kind_id replaced_kind(const struct library *library, kind_id kind);

#endif
