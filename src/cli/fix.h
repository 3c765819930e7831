#ifndef CLI_FIX_H
#define CLI_FIX_H

#include "cli/session.h"

/* Applies the fixes of the settled findings to the files, all or none of them. What the files are and which
   fix of a finding counts says finding_fix(); of fixes that overlap the first counts. With
   `diff`, what would change is appended to it and nothing is written. Sets `*applied` to the number of
   fixes; returns an exit status. */
int apply_fixes(const struct session *session, enum safety most, struct buf *diff, uint32_t *applied);

#endif
