/* The orders in which people look for a page: by what it stands in, and by attributes that count, such
   as a maturity level. */

#include <stdlib.h>

#include "emit/guide/site/site.h"
#include "model/view.h"

/* ---- Shelves ---- */

static kind_id kind_of(const struct library *library, const struct site_page *page)
{
    return library->components.at[view_component(library, page->model, page->position)].kind;
}

static void shelve_model(struct site *site, const struct library *library, struct site_model *model, struct mem *mem)
{
    model->first_shelf = site->shelves.n;
    for (uint32_t i = model->index + 1; i <= model->index + model->n_pages; i++) {
        struct site_page *page = &site->pages.at[i];
        struct site_shelf *last = site->shelves.n > model->first_shelf ? &site->shelves.at[site->shelves.n - 1] : NULL;
        kind_id kind = kind_of(library, page);
        if (last && last->group == page->group && (page->group != NONE || last->kind == kind))
            last->end = i + 1;
        else
            vec_push(mem, &site->shelves, ((struct site_shelf){page->group, kind, i, i + 1}));
        page->shelf = site->shelves.n - 1;
    }
    model->n_shelves = site->shelves.n - model->first_shelf;
}

/* ---- By an attribute ---- */

struct entry {
    property_id property;
    int64_t value;
    uint32_t page;
};

typedef VEC(struct entry) entries;

static int by_order(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;
    if (one->property != other->property)
        return one->property < other->property ? -1 : 1;
    if (one->value != other->value)
        return one->value < other->value ? -1 : 1;
    return (one->page > other->page) - (one->page < other->page);
}

static void collect(const struct site *site, const struct library *library, const struct site_model *model,
                    struct mem *mem, entries *found)
{
    for (uint32_t i = model->index + 1; i <= model->index + model->n_pages; i++) {
        const struct site_page *page = &site->pages.at[i];
        component_id id = view_component(library, page->model, page->position);
        uint32_t first, end = library_attributes(library, id, &first);
        for (uint32_t k = first; k < end; k++) {
            const struct attribute *attribute = &library->attributes.at[k];
            const struct property *property = &library->properties.at[attribute->property];
            if (property->type == PROPERTY_INTEGER && property->count.most == 1)
                vec_push(mem, found, ((struct entry){attribute->property, attribute->number, i}));
        }
    }
}

static void keep(struct site *site, struct mem *mem, const struct entry *all, uint32_t n)
{
    bool shared = false;
    for (uint32_t i = 1; i < n && !shared; i++)
        shared = all[i].value == all[i - 1].value;
    struct site_order order = {all->property, site->ranked.n, n, shared};
    vec_push(mem, &site->orders, order);
    for (uint32_t i = 0; i < n; i++)
        vec_push(mem, &site->ranked, ((struct site_ranked){all[i].value, all[i].page}));
}

static void order_model(struct site *site, const struct library *library, struct site_model *model, struct mem *mem)
{
    entries found = {0};
    collect(site, library, model, mem, &found);
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, by_order);
    model->first_order = site->orders.n;
    for (uint32_t start = 0, end; start < found.n; start = end) {
        for (end = start + 1; end < found.n && found.at[end].property == found.at[start].property;)
            end++;
        keep(site, mem, found.at + start, end - start);
    }
    model->n_orders = site->orders.n - model->first_order;
    vec_free(mem, &found);
}

uint32_t site_ranked_from(const struct site *site, const struct site_order *order, int64_t value)
{
    uint32_t from = order->first, end = order->first + order->n;
    while (from < end) {
        uint32_t middle = from + (end - from) / 2;
        if (site->ranked.at[middle].value < value)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
}

void site_build_orders(struct site *site, const struct library *library, struct mem *mem)
{
    for (model_id id = 0; id < library->models.n; id++) {
        shelve_model(site, library, &site->models[id], mem);
        order_model(site, library, &site->models[id], mem);
    }
}

const struct site_order *site_levels(const struct site *site, const struct library *library, model_id id)
{
    const struct site_model *model = &site->models[id];
    for (uint32_t i = model->first_order; i < model->first_order + model->n_orders; i++) {
        const struct property *property = &library->properties.at[site->orders.at[i].property];
        if (site->orders.at[i].shared && property->least >= 0 && property->most < SITE_LEVELS_MOST)
            return &site->orders.at[i];
    }
    return NULL;
}
