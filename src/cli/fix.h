#ifndef CLI_FIX_H
#define CLI_FIX_H

#include "cli/session.h"

/* Applies the fixes of the settled findings to the files, all or none of them. A finding with several
   fixes of the kind asked for is left to its author, and so is a fix that overlaps another. With
   `diff`, what would change is appended to it and nothing is written. Sets `*applied` to the number of
   fixes; returns an exit status. */
int apply_fixes(const struct session *session, bool unsafe, struct buf *diff, uint32_t *applied);

#endif
