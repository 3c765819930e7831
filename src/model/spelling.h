#ifndef MODEL_SPELLING_H
#define MODEL_SPELLING_H

#include "model/reference.h"

/* Reports a reference that was found though it is spelled otherwise than the ids of what it means; the fix
   is what to write. */
void report_loose(struct builder *builder, struct scope scope, const struct written *written,
                  component_id target);

/* Reports a reference that may mean two components, with a fix for each. */
void report_ambiguous(struct builder *builder, const struct written *written, struct lookup lookup);

#endif
