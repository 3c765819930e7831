#ifndef EMIT_SKELETON_H
#define EMIT_SKELETON_H

#include "base/buf.h"
#include "model/library.h"

/* Writes a mapping between two models with a row `-> ?` for every leaf of the first: for every component that is to be
   mapped and holds no other. Comments say its title, what it stands in, and which components of the other model
   have titles like it. The layout is not that of the formatter. */
void write_skeleton(struct buf *out, const struct library *library, model_id from, model_id to);

#endif
