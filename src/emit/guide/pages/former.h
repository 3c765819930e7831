#ifndef EMIT_GUIDE_PAGES_FORMER_H
#define EMIT_GUIDE_PAGES_FORMER_H

#include "emit/guide/page.h"

/* What the place of a component was called before, so that old links still lead to it: empty elements with these ids.
   To be put where the place begins. */
void put_aliases(struct page *page, uint32_t position);

#endif
