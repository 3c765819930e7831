#ifndef EMIT_GUIDE_NAMES_H
#define EMIT_GUIDE_NAMES_H

#include "emit/guide/text.h"

/* How components, models and mappings are named and linked. */

/* The id of a component, or the label that readers see instead; "" if it has neither. */
struct str mark_of(const struct library *library, component_id id);

/* Its path, or its label. */
void put_path(struct page *page, component_id id);

/* Its title; nothing if it has none. */
void put_title(struct page *page, component_id id, enum text_mode mode);

/* Its mark and its title, in TEXT_FLAT or TEXT_PLAIN; where it has neither, its kind and number. */
void put_name(struct page *page, component_id id, enum text_mode mode);

/* Of a grouping: its title alone, or what else there is. */
void put_group_name(struct page *page, component_id id);

/* `<a href="...">` to a component: a page of its own, or its place on one. */
void open_component(struct page *page, component_id id);

/* A link that reads path and title. */
void put_reference(struct page *page, component_id id);

/* The same; to the view of `view` if that of the page does not hold the component. */
void put_reference_in(struct page *page, model_id view, component_id id);

/* A link that shows the path alone, where the title stands on the page already; in the view of `view` likewise. */
void put_path_link(struct page *page, model_id view, component_id id);

/* A link that shows the mark alone, and is read aloud with the title. */
void put_mark_link(struct page *page, component_id id);

/* A link that reads mark and title. */
void put_short_reference(struct page *page, component_id id);

/* Links to a model, a mapping and the like, by its id. */
void put_model(struct page *page, model_id id);
void put_mapping(struct page *page, mapping_id id);

/* The title of whatever has an id and perhaps a title; without tags. */
void put_title_or_id(struct page *page, const struct voice *voice, struct str title, atom id);

/* `<bdi>` with the language of the component's model, before and after its title. */
void title_begin(struct page *page, component_id id);
void title_end(struct page *page);

#endif
