#ifndef MODEL_BUILD_H
#define MODEL_BUILD_H

#include "model/library.h"
#include "syntax/load.h"

/* Builds the library of everything that was read. Findings about names, values and structure go to
   the diagnostics of `units`. The trees are not needed afterwards. */
void library_build(struct library *library, struct units *units);

#endif
