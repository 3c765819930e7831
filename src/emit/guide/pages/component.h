#ifndef EMIT_GUIDE_PAGES_COMPONENT_H
#define EMIT_GUIDE_PAGES_COMPONENT_H

#include "emit/guide/names.h"

/* How a component is shown: as a page, as a section of one, or as an item of a list. */

/* Whether it is required, expected or informative. */
void put_importance(struct page *page, enum importance importance);

/* Its levels and the like. */
void put_attribute_badges(struct page *page, component_id id);

/* Its kind, how far it binds, its status, who added it, its levels, and where it is written. */
void put_badges(struct page *page, component_id id);

/* True if the bolt-on that adds the component adds what it stands in, too, or if none adds either. */
bool is_inside_added(const struct library *library, component_id id);

/* Its status and levels, for an item: its list says the kind, what it stands in where it is written. */
void put_item_badges(struct page *page, component_id id);

/* Its status and who added it, where there is no room for more. */
void put_marks(struct page *page, component_id id);

/* Its texts, attributes and references, and who refers to it; `level`: of the headings inside its
   texts. */
void put_facts(struct page *page, component_id id, uint32_t level);

/* What it is mapped to and from. */
void put_mapped(struct page *page, component_id id, bool heads);

/* Of an area from a position up to `end`: what its parts meet in other models, as a picture and as a table; nothing
   if that is nothing. */
void put_map(struct page *page, uint32_t position, uint32_t end);

/* True for an informative part that holds nothing: it is an item of a list. */
bool is_item(const struct page *page, uint32_t position);

/* Of a level, those at it: the pages that have the attribute of the level's name with its number. */
void put_levelled(struct page *page, component_id id);

/* What applies to its kind, with what the component says of it. */
void put_applying(struct page *page, uint32_t position);

/* True for an elaboration that put_applying() shows with what it elaborates. */
bool is_shown_applying(const struct page *page, component_id id);

/* The sections and items of the positions from `first` up to `end`. */
void put_inside(struct page *page, uint32_t first, uint32_t end, uint32_t level);

#endif
