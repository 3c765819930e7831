#ifndef EMIT_GUIDE_PAGES_HEAT_H
#define EMIT_GUIDE_PAGES_HEAT_H

#include "emit/guide/glance.h"

/* Coverage as a picture of tiles, each with a number and a mark; the side is that of the page's model. */
void put_heat(struct page *page, const struct mapping *mapping, const struct coverage *coverage,
              const struct summary *summary);

#endif
