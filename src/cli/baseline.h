#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include "cli/session.h"

/* Takes the findings that the file of --baseline holds away and reports its stale entries; nothing without the option.
   Returns EXIT_OK, or EXIT_USAGE with a message if the file cannot be used. */
int use_baseline(struct session *session);

#endif
