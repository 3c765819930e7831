#ifndef EMIT_GUIDE_PAGES_MAPPING_H
#define EMIT_GUIDE_PAGES_MAPPING_H

#include "emit/guide/names.h"

/* How a mapping was made, in numbers; nothing of a derived one. */
void put_method(struct page *page, mapping_id id);

/* Its pairs as CSV, in the language of the page. */
void emit_pairs_csv(struct page *page, mapping_id id);

#endif
