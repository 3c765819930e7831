/* The page of a component, and the sections and items on it. */

#include "emit/guide/pages/component.h"

#include "emit/guide/html.h"
#include "emit/guide/pages/former.h"
#include "emit/guide/workers.h"
#include "model/view.h"

enum { LEVEL_MOST = 6 };

static struct str anchor_of(const struct page *page, uint32_t position)
{
    return page->guide->site.models[page->model].anchor[position];
}

/* ---- Items: informative parts that hold nothing ---- */

bool is_item(const struct page *page, uint32_t position)
{
    component_id id = view_component(page->library, page->model, position);
    const struct kind *kind = library_kind(page->library, id);
    return kind->importance == IMPORTANCE_INFORMATIVE && kind->elaborates == NONE &&
           view_end(page->library, page->model, position) == position + 1;
}

static void put_item(struct page *page, uint32_t position, uint32_t level)
{
    component_id id = view_component(page->library, page->model, position);
    put(page, "<li id=\"");
    put_anchor(page, anchor_of(page, position));
    put(page, "\">");
    put_aliases(page, position);
    put(page, "<p><span>");
    put_name(page, id, TEXT_FLAT);
    put(page, "</span> ");
    put_item_badges(page, id);
    put(page, "</p>\n");
    put_facts(page, id, level);
    put_mapped(page, id, false);
    put(page, "</li>\n");
}

/* The items of one kind that stand in a row, under the name of the kind; returns where they end. */
static uint32_t put_items(struct page *page, uint32_t first, uint32_t end, uint32_t level)
{
    const struct library *library = page->library;
    kind_id kind = library->components.at[view_component(library, page->model, first)].kind;
    put(page, "<div class=\"items\"><p class=\"label\">");
    put_said(page, library->kinds.at[kind].plural);
    put(page, " ");
    put_importance(page, library->kinds.at[kind].importance);
    put(page, "</p>\n<ul>\n");
    uint32_t position = first;
    while (position < end && is_item(page, position) &&
           library->components.at[view_component(library, page->model, position)].kind == kind)
        put_item(page, position++, level);
    put(page, "</ul></div>\n");
    return position;
}

/* ---- Sections ---- */

/* Lists the section under "On this page". */
static void list_section(struct page *page, component_id id, struct str anchor, uint32_t level)
{
    if (level > 3)
        return;
    struct buf *out = page->out, label = buf_on(page->guide->mem);
    page->out = &label;
    put_name(page, id, TEXT_PLAIN);
    page->out = out;
    page_lists(page, level, anchor, buf_as_str(&label));
    buf_free(&label);
}

static void put_section_heading(struct page *page, component_id id, struct str anchor, uint32_t level)
{
    put(page, "<h");
    put_number(page, level);
    put(page, "><a class=\"self\" href=\"");
    put_url(page, page->file, anchor);
    put(page, "\">");
    put_name(page, id, TEXT_FLAT);
    put(page, "</a></h");
    put_number(page, level);
    put(page, ">\n");
}

/* The items in front of other parts belong to what the component says, before whom it is mapped to; returns where
   they end. */
static uint32_t put_own_items(struct page *page, uint32_t first, uint32_t end, uint32_t level)
{
    while (first < end && is_item(page, first))
        first = put_items(page, first, end, level);
    return first;
}

/* A section closes before what stands in it once the headings are as small as they get. */
static void put_section(struct page *page, uint32_t position, uint32_t level)
{
    component_id id = view_component(page->library, page->model, position);
    const struct component *component = &page->library->components.at[id];
    struct str anchor = anchor_of(page, position);
    bool last_level = level >= LEVEL_MOST;
    put(page, "<section id=\"");
    put_anchor(page, anchor);
    put(page, component->status == STATUS_WITHDRAWN ? "\" class=\"part withdrawn\">\n"
              : library_added_by(page->library, id) ? "\" class=\"part added\">\n"
                                                    : "\" class=\"part\">\n");
    put_aliases(page, position);
    put(page, "<div class=\"head\">");
    put_section_heading(page, id, anchor, level);
    put_badges(page, id);
    put(page, "</div>\n");
    list_section(page, id, anchor, level);
    put_facts(page, id, last_level ? level : level + 1);
    uint32_t end = view_end(page->library, page->model, position);
    uint32_t inside = put_own_items(page, position + 1, end, last_level ? level : level + 1);
    put_mapped(page, id, false);
    put(page, last_level ? "</section>\n" : "");
    put_inside(page, inside, end, last_level ? level : level + 1);
    put(page, last_level ? "" : "</section>\n");
}

void put_inside(struct page *page, uint32_t first, uint32_t end, uint32_t level)
{
    for (uint32_t position = first; position < end;) {
        if (is_shown_applying(page, view_component(page->library, page->model, position))) {
            position = view_end(page->library, page->model, position);
        } else if (is_item(page, position)) {
            position = put_items(page, position, end, level);
        } else {
            put_section(page, position, level);
            position = view_end(page->library, page->model, position);
        }
    }
}

/* ---- Pages ---- */

static void emit_page(struct guide *guide, uint32_t index)
{
    const struct site_page *at = &guide->site.pages.at[index];
    struct page page = page_begin(guide, &at->file, SUBJECT_MODEL, index, at->model);
    component_id id = view_component(guide->library, at->model, at->position);
    page.out = &page.title;
    put_name(&page, id, TEXT_PLAIN);
    page.out = &guide->body;
    put(&page, "<h1 id=\"");
    put_anchor(&page, anchor_of(&page, at->position));
    put(&page, "\">");
    put_name(&page, id, TEXT_RICH);
    put(&page, "</h1>\n");
    put_aliases(&page, at->position);
    put_badges(&page, id);
    put_facts(&page, id, 2);
    page_lead_end(&page);
    put_inside(&page, at->position + 1, at->end, 2);
    put_levelled(&page, id);
    put_map(&page, at->position, at->end);
    put_applying(&page, at->position);
    put_mapped(&page, id, true);
    page_end(&page);
}

void emit_component_pages(struct guide *guide, model_id model)
{
    const struct site_model *at = &guide->site.models[model];
    for (uint32_t i = at->index + 1; i <= at->index + at->n_pages; i++)
        if (worker_takes(guide))
            emit_page(guide, i);
}
