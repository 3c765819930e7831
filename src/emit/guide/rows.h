#ifndef EMIT_GUIDE_ROWS_H
#define EMIT_GUIDE_ROWS_H

#include "emit/guide/names.h"

/* What rows and edges of mappings say, in the words and marks of every page that shows them. */

/* A mark for the eye, which readers skip, for the relation of a row. */
void put_relation(struct page *page, enum relation relation, bool inverse);

/* What may hold between two components: "=", "equal to". */
void put_possible(struct page *page, const struct edge *edge, bool inverse);

/* The marks of edges: those of the relations, and these. */
enum { EDGE_UNDECIDED = RELATION_COUNT, EDGE_TENTATIVE, EDGE_MARK_COUNT };

/* The mark of an edge, tentative or not. */
uint32_t mark_of_edge(const struct edge *edge);

/* An entry of the key of marks. */
void put_key_entry(struct page *page, uint32_t mark);

/* The mark alone, with the words for those who do not see it. */
void put_edge_mark(struct page *page, const struct edge *edge);

/* `none`, `not-applicable` or `?`, with its mark. */
void put_outcome(struct page *page, enum outcome outcome);

/* How well a side is covered, with its mark. */
void put_class(struct page *page, enum coverage_class class);

/* The mark of a class alone, with the word for those who do not see it. */
void put_bare_class(struct page *page, enum coverage_class class);

/* The sources or targets of a row as a list of links; unless `all` are wanted, those that are too many
   as a number that leads to the row. */
void put_members(struct page *page, uint32_t row, bool targets, bool all);

/* Says that a target is tentative. */
void put_tentative(struct page *page);

/* Fit, confidence, kind of rationale and strength in a word each; nothing if nothing is said. */
void put_judged(struct page *page, const struct row *row);

/* The rationale, the note and the source of a row, as blocks. */
void put_reasons(struct page *page, mapping_id mapping, const struct row *row);

/* The ways of a derived edge: what lies in between. */
void put_ways(struct page *page, const struct mapping *mapping, const struct edge *edge);

/* A link to a row on the page of its mapping, around the mapping's id. */
void put_row_link(struct page *page, uint32_t row);

/* The `id` of a row on that page. */
void put_row_anchor(struct page *page, uint32_t row);

#endif
