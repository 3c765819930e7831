#ifndef LIB_EARLIER_H
#define LIB_EARLIER_H

#include "lib/session.h"

/* Reads the earlier state that a guide is compared with: a document "prmc-model/1", as `prmc export json` and
   `prmc build` write it, or a folder that `prmc guide` or `prmc build` wrote. False if there is none, and `problem`
   says why, in the arena of the session. */
bool session_compare_with(struct session *session, const char *path, const char **problem);

#endif
