#ifndef FMT_FMT_H
#define FMT_FMT_H

#include "base/buf.h"
#include "syntax/tree.h"

/* Writes a file that has no syntax errors in the one layout of PRM, with every comment; the parser must
   have kept them. Formatting the result changes nothing, and it parses to the same tree. Line ends and
   a byte-order mark stay as they are. */
void format_file(struct buf *out, const struct tree *tree, const struct sources *sources, const struct atoms *atoms);

#endif
