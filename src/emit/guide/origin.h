#ifndef EMIT_GUIDE_ORIGIN_H
#define EMIT_GUIDE_ORIGIN_H

#include "emit/guide/page.h"

/* The place in a source that something comes from: "models/sm.prm:12". It leads there where the address of the sources
   is known, as long as they are the author's own: what came with the program, from standard input or from outside of
   the working folder is no part of them. */
void put_origin_place(struct page *page, struct span at);

/* The same where there is room only for what leads somewhere. */
void put_origin_link(struct page *page, struct span at);

/* The same as a fact of a declaration. */
void put_origin_fact(struct page *page, struct span at);

#endif
