#ifndef EMIT_GUIDE_EDITION_H
#define EMIT_GUIDE_EDITION_H

#include "emit/guide/page.h"

/* The whole guide as one page. Its pages are written as always; what they say is collected here, with every
   anchor under the name of its page, so that links between pages lead to places in the one. */
struct edition {
    struct buf body;
    struct arena arena;
    VEC(struct heading) entries; /* of its contents */
};

/* Adds a page that has been written, if it stands for itself in the edition. */
void edition_add(struct edition *edition, const struct page *page, struct str body);

/* The anchor of a page in the edition, or of a place on it. */
void edition_anchor(struct buf *out, const struct site_file *file, struct str anchor);

#endif
