#ifndef EMIT_GUIDE_GLANCE_H
#define EMIT_GUIDE_GLANCE_H

#include "emit/guide/rows.h"

/* Coverage in a few numbers and a bar. */

/* Counts every side of every mapping. */
void glance_build(struct guide *guide);

/* The bar alone: one stretch for each class that is applicable. */
void put_bar(struct page *page, const struct coverage_tally *tally);

/* "62 %" of `of`, and "< 1 %" rather than 0 for what is there. */
void put_share(struct page *page, uint32_t n, uint32_t of);

/* What is counted: "Clauses of ISO20000 in 4.3, 5". */
void put_scope(struct page *page, const struct mapping *mapping, const struct summary *summary);

/* One side in a row of a table: what is counted, how much of it is covered, and the bar with the numbers. */
void put_glance_cells(struct page *page, const struct mapping *mapping, const struct summary *summary);

/* One side as a paragraph: what is counted, the bar, and the numbers. */
void put_side_glance(struct page *page, const struct mapping *mapping, const struct summary *summary);

/* The heading of a side of a mapping, the n-th from 0, that is that of the page's model. */
void put_side_heading(struct page *page, const struct summary *summary, uint32_t n);

/* Every side of a mapping: what is counted, the bar, and the numbers. */
void put_glance(struct page *page, mapping_id id);

#endif
