#ifndef MODEL_NAMES_RESOLVE_H
#define MODEL_NAMES_RESOLVE_H

#include "model/builder.h"

/* Resolves what an elaboration elaborates, and gives it that id. */
void resolve_elaboration(struct builder *builder, struct pending *pending);

#endif
