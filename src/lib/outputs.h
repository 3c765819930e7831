#ifndef LIB_OUTPUTS_H
#define LIB_OUTPUTS_H

#include "base/output.h"
#include "lib/session.h"

/* True for a set of enum prmc_output with something in it and nothing else. */
bool outputs_are_known(unsigned outputs);

/* Stages the files of the back ends in the set, each in a folder of its own below `folder` if there are several. There
   must be no errors. */
void session_emit(const struct session *session, struct output *output, unsigned outputs, const char *folder);

#endif
