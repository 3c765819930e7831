#ifndef BASE_DIFF_H
#define BASE_DIFF_H

#include "base/buf.h"

/* Appends the difference between two texts in the unified format of diff(1), three lines of context;
   nothing if they are equal. `path` names both in the header. */
void diff_add(struct buf *out, struct str path, struct str before, struct str after);

#endif
