#ifndef MODEL_NAMES_PATH_H
#define MODEL_NAMES_PATH_H

#include "base/buf.h"
#include "diag/diag.h"
#include "model/library.h"

/* Canonical paths, as people cite components: "PP/SP1.1", "4.2.1", "SM/ESP1.2/1". */

/* The component whose path the path of a new component begins with, or NONE: its nearest ancestor
   without groupings and without those whose number its own id repeats. */
component_id path_parent_of(const struct library *library, const struct component *component);

/* Appends the canonical path. */
void path_add(struct buf *out, const struct library *library, component_id component);

/* Appends the path with the model that declares the component: "CMMI-SVC:PP/SP1.1". */
void path_add_full(struct buf *out, const struct library *library, component_id component);

/* Appends the path as a sentence names a component: in backquotes, with its title if it has one. */
void path_add_titled(struct buf *out, const struct library *library, component_id component);

/* Says that the finding is about a source of a mapping, as in "ISO20000-to-CMMI-SVC:4.1". */
void about_source_of(struct finding *finding, const struct library *library, const struct mapping *mapping,
                     component_id source);

/* Says of the findings after the first `n` that they are about the component. */
void about_component_since(struct diag *diag, const struct library *library, uint32_t n, component_id id);

#endif
