#ifndef DIAG_SNIPPET_H
#define DIAG_SNIPPET_H

#include "base/buf.h"

/* A line of source as a terminal shows it, and where a part of it lies in terminal cells: tabs
   expanded, hidden characters escaped, long lines cut to a window around the part. */
struct snippet {
    struct buf text;       /* the line as shown, with the part set off if colours are on */
    uint32_t start, width; /* cells of the part; the width is at least 1 */
    bool uneven;           /* a terminal may draw it elsewhere: the part should be quoted, too */
};

/* Shows the part [start, end) (bytes) of a line. `mark_on` and `mark_off` are written around it,
   `cut`, of one cell, where something is left out. */
struct snippet snippet_of(struct mem *mem, struct str line, uint32_t start, uint32_t end, const char *mark_on,
                          const char *mark_off, const char *cut);

/* Adds a name, which may hold anything, on one line and with everything in it to be seen. */
void add_visible(struct buf *out, struct str text);

#endif
