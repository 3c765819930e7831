#ifndef MODEL_NAMES_SPELLING_H
#define MODEL_NAMES_SPELLING_H

#include "model/names/reference.h"

/* Reports a reference that was found though it is spelled otherwise than the ids of what it means; the fix
   is what to write. */
void report_loose(struct builder *builder, struct scope scope, const struct written *written, component_id target);

/* Appends an id as it is written in a file: in backquotes where it needs them. */
void spell_id(struct buf *out, struct str id);

/* The same for a reference to a component, as its canonical path. Returns false, with nothing appended, if that
   does not lead to it from where the reference stands. */
bool spell_reference(struct buf *out, const struct library *library, struct scope scope, component_id target);

/* Reports a reference that may mean two components, with a fix for each. */
void report_ambiguous(struct builder *builder, const struct written *written, struct lookup lookup);

#endif
