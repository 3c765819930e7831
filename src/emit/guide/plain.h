#ifndef EMIT_GUIDE_PLAIN_H
#define EMIT_GUIDE_PLAIN_H

#include "base/arena.h"
#include "base/buf.h"

/* Appends what a reader sees of an author's text, without markup, on one line. A reference without a label is
   what the author wrote. `scratch` may be freed behind it. */
void plain_add(struct buf *out, struct arena *scratch, struct str text);

#endif
