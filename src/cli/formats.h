#ifndef CLI_FORMATS_H
#define CLI_FORMATS_H

#include "cli/session.h"

/* Writes the findings in every format that was asked for: the files of --output, whole and those of one disk all or
   none, then standard output. Returns EXIT_OK, or EXIT_USAGE with a message. */
int write_findings(const struct session *session);

/* Reports two outputs that would go to one place; EXIT_OK if there are none. */
int check_outputs(const struct options *options);

#endif
