#ifndef LIB_FIXABLE_H
#define LIB_FIXABLE_H

#include "lib/session.h"

/* Marks the files that fixes may not touch because errors of syntax are left in them that none of the fixes
   mends: who knows what the author meant there. The findings must be settled. */
void refuse_damaged_files(struct session *session);

/* Says in the settled findings which files their fixes change that the user did not name: those are not
   applied. */
void note_files_elsewhere(struct session *session);

#endif
