#ifndef BASE_WHOLE_H
#define BASE_WHOLE_H

#include "base/output.h"

/* A folder of an output that goes to its place as a whole: see output_whole(). */

/* The name of a folder without slashes at its end. */
struct str whole_name(struct str root);

/* True if files of `root` are staged in it. */
bool whole_has(const struct output *out, const char *root);

/* Removes it, wherever it lies now, with the files that were added to it. Allocates nothing, and leaves alone what
   others put there. */
void whole_remove(const struct output *out, const char *where);

#endif
