/* What applies to every component of a kind, such as generic practices to process areas, together
   with what a component says of each. */

#include "emit/guide/html.h"
#include "emit/guide/pages/component.h"
#include "emit/guide/pages/former.h"
#include "model/view.h"

enum { APPLYING_MOST = 200 };

/* The component that this one elaborates, or NONE. */
static component_id elaborated(const struct library *library, component_id id)
{
    uint32_t first, end = library_references(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->references.at[i].property == BUILTIN_ELABORATES)
            return library->references.at[i].target;
    return NONE;
}

/* Elaborations directly in the component that has the page. */
bool is_shown_applying(const struct page *page, component_id id)
{
    const struct library *library = page->library;
    component_id parent = library->components.at[id].parent, target;
    if (library_kind(library, id)->elaborates == NONE || parent == NONE)
        return false;
    const struct site_page *at = &page->guide->site.pages.at[page->item];
    if (parent != view_component(library, page->model, at->position))
        return false;
    target = elaborated(library, id);
    return target != NONE && library_kind(library, target)->applies_to == library->components.at[parent].kind &&
           view_holds(library, page->model, target);
}

/* The elaborations of a page by what they elaborate. */
struct elaborations {
    struct map first;   /* component -> the first of its elaborations, as an index */
    VEC(uint32_t) at;   /* positions */
    VEC(uint32_t) next; /* the next one of the same component; NONE */
};

static void collect(struct page *page, uint32_t position, struct elaborations *found)
{
    struct mem *mem = page->guide->mem;
    uint32_t end = view_end(page->library, page->model, position);
    for (uint32_t p = position + 1; p < end; p = view_end(page->library, page->model, p))
        if (is_shown_applying(page, view_component(page->library, page->model, p))) {
            vec_push(mem, &found->at, p);
            vec_push(mem, &found->next, NONE);
        }
    for (uint32_t i = found->at.n; i-- > 0;) {
        component_id id = view_component(page->library, page->model, found->at.at[i]);
        uint32_t *first = map_at(&found->first, elaborated(page->library, id), NONE);
        found->next.at[i] = *first;
        *first = i;
    }
}

static void put_elaboration(struct page *page, uint32_t position)
{
    component_id id = view_component(page->library, page->model, position);
    put(page, "<div class=\"elaboration\" id=\"");
    put_anchor(page, page->guide->site.models[page->model].anchor[position]);
    put(page, "\">");
    put_aliases(page, position);
    if (page->library->components.at[id].title.len) {
        put(page, "<p>");
        title_begin(page, id);
        put_title(page, id, TEXT_RICH);
        title_end(page);
        put(page, "</p>\n");
    }
    put_badges(page, id);
    put_facts(page, id, 3);
    put_mapped(page, id, false);
    put_inside(page, position + 1, view_end(page->library, page->model, position), 3);
    put(page, "</div>\n");
}

static void heading_begin(struct page *page, const struct kind *kind, bool first)
{
    put(page, first ? "" : "</ul>\n");
    struct buf anchor = buf_on(page->guide->mem), label = buf_on(page->guide->mem);
    buf_printf(&anchor, "prm:applies-%.*s", STR_ARGS(atom_text(page->library->atoms, kind->name)));
    put_said_on(page, &label, kind->plural);
    page_lists(page, 2, buf_as_str(&anchor), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"%s\">%s</h2>\n<ul class=\"applying\">\n", buf_cstr(&anchor), buf_cstr(&label));
    buf_free(&anchor);
    buf_free(&label);
}

/* Those that apply to the kind, each with its elaborations; of very many only these. */
void put_applying(struct page *page, uint32_t position)
{
    const struct library *library = page->library;
    component_id id = view_component(library, page->model, position);
    struct elaborations own = {.first = map_on(page->guide->mem)};
    uint32_t n, shown = 0, left_out = 0;
    const uint32_t *at = index_at(&page->guide->links.applies, library->components.at[id].kind, &n);
    kind_id before = NONE;
    collect(page, position, &own);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t elaboration = map_get(&own.first, at[i], NONE);
        if (!view_holds(library, page->model, at[i]))
            continue;
        if (elaboration == NONE && shown >= APPLYING_MOST) {
            left_out++;
            continue;
        }
        if (library->components.at[at[i]].kind != before)
            heading_begin(page, library_kind(library, at[i]), before == NONE);
        before = library->components.at[at[i]].kind;
        shown++;
        put(page, "<li>");
        put_short_reference(page, at[i]);
        for (; elaboration != NONE; elaboration = own.next.at[elaboration])
            put_elaboration(page, own.at.at[elaboration]);
        put(page, "</li>\n");
    }
    if (left_out) {
        put(page, "<li>");
        put_counted(page, WORD_N_MORE, left_out);
        put(page, "</li>\n");
    }
    put(page, before == NONE ? "" : "</ul>\n");
    map_free(&own.first);
    vec_free(page->guide->mem, &own.at);
    vec_free(page->guide->mem, &own.next);
}
