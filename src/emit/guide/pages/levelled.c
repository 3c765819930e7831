/* The pages at a level: a kind that is named as an attribute that counts is that attribute's levels. */

#include "emit/guide/html.h"
#include "emit/guide/pages/component.h"
#include "model/view.h"

/* The order of the page's model whose levels are components of the kind; NULL. */
static const struct site_order *order_by(const struct page *page, const struct kind *kind)
{
    const struct site *site = &page->guide->site;
    const struct site_model *model = &site->models[page->model];
    for (uint32_t i = model->first_order; i < model->first_order + model->n_orders; i++)
        if (page->library->properties.at[site->orders.at[i].property].name == kind->name)
            return &site->orders.at[i];
    return NULL;
}

/* Heads the list with the kind of its first entry. */
static void list_begin(struct page *page, component_id first)
{
    struct buf label = buf_on(page->guide->mem);
    put_said_on(page, &label, library_kind(page->library, first)->plural);
    page_lists(page, 2, STR("prm:at-level"), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"prm:at-level\">%s</h2>\n<ul class=\"refs\">\n", buf_cstr(&label));
    buf_free(&label);
}

void put_levelled(struct page *page, component_id id)
{
    const struct site *site = &page->guide->site;
    const struct site_order *order = order_by(page, library_kind(page->library, id));
    uint32_t number = page->library->components.at[id].counter, n = 0;
    if (!order || number == NONE)
        return;
    for (uint32_t i = site_ranked_from(site, order, number);
         i < order->first + order->n && site->ranked.at[i].value == (int64_t)number; i++) {
        const struct site_page *at = &site->pages.at[site->ranked.at[i].page];
        component_id levelled = view_component(page->library, at->model, at->position);
        if (n++ == 0)
            list_begin(page, levelled);
        put(page, "<li>");
        put_short_reference(page, levelled);
        put(page, "</li>\n");
    }
    put(page, n ? "</ul>\n" : "");
}
