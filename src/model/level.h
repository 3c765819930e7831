#ifndef MODEL_LEVEL_H
#define MODEL_LEVEL_H

#include "base/buf.h"
#include "model/library.h"

/* Levels that are mere names, such as ML2 of CMMI: what is of them says so in an attribute that is called like their
   kind, `maturity-level 2`. */

/* True if nothing can stand in components of this kind, and they say nothing. */
bool is_level(const struct library *library, component_id id);

/* True if the component says that it is of the level. */
bool is_of_level(const struct library *library, component_id id, component_id level);

/* Appends the paths of what is of the level in the model and in what it extends, with commas between; of many the
   first ten, and dots. */
void level_list(const struct library *library, model_id model, component_id level, struct buf *list);

#endif
