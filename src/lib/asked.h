#ifndef LIB_ASKED_H
#define LIB_ASKED_H

#include "lib/session.h"

/* What users ask about by names, as they write them outside of any file. */

/* Finds the one component that a name means. If there is not exactly one, returns NONE and appends to `problem` a
   sentence, and lines with what may be meant. */
component_id asked_component(const struct library *library, const char *name, struct buf *problem);

/* Finds a model by its id. If there is none, returns NONE and appends to `problem` a sentence. */
model_id asked_model(const struct library *library, const char *id, struct buf *problem);

/* Appends the skeleton of a mapping between two models, in the layout of the formatter; it is to lie in `folder`, an
   absolute path from which it imports them. */
void session_skeleton(struct session *session, model_id from, model_id to, struct str folder, struct buf *out);

#endif
