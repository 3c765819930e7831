#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli/session.h"

/* How findings are shown on a stream: what the options say, then the usual variables, then whether it is a
   terminal. */
struct style terminal_style(const struct session *session, FILE *stream);

#endif
