/* What is in the print edition, the whole guide on one page. */

#include "emit/guide/site/site.h"
#include "model/view.h"

/* A browser lays out some hundred thousand elements; a component or a row makes about ten. */
enum { PRINTED_MOST = 20000 };

/* True if the page shows anything that the model itself declares. */
static bool has_own(const struct library *library, const struct site_page *page)
{
    for (uint32_t p = page->position; p < page->end; p++)
        if (library->components.at[view_component(library, page->model, p)].model == page->model)
            return true;
    return false;
}

/* The page of the base that shows the same; NULL if there is none. */
static struct site_page *same_page(struct site *site, const struct library *library, const struct site_page *page)
{
    model_id base = library->models.at[page->model].extends;
    if (base == NONE || has_own(library, page))
        return NULL;
    return &site->pages.at[site_place(site, library, base, view_component(library, page->model, page->position)).page];
}

static bool takes(uint32_t *left, uint64_t size)
{
    if (size > *left)
        return false;
    *left -= (uint32_t)size;
    return true;
}

static void print_model(struct site *site, model_id id)
{
    const struct site_model *model = &site->models[id];
    for (uint32_t i = model->index; i <= model->index + model->n_pages; i++)
        site->pages.at[i].file.printed = &site->pages.at[i].file;
}

/* Lets the base stand for what a bolt-on repeats, where the base is printed. */
static void share_pages(struct site *site, const struct library *library, model_id id)
{
    const struct site_model *model = &site->models[id];
    for (uint32_t i = model->index + 1; i <= model->index + model->n_pages; i++) {
        struct site_page *page = &site->pages.at[i], *same = same_page(site, library, page);
        while (same && same_page(site, library, same))
            same = same_page(site, library, same);
        if (same && page->file.printed && same->file.printed == &same->file)
            page->file.printed = &same->file;
    }
}

static void print_mapping(struct site_mapping *mapping)
{
    mapping->table.printed = &mapping->table;
    mapping->coverage.printed = &mapping->coverage;
    mapping->gaps.printed = &mapping->gaps;
}

void site_build_edition(struct site *site, const struct library *library)
{
    uint32_t left = PRINTED_MOST;
    for (model_id id = 0; id < library->models.n; id++)
        if (takes(&left, library->models.at[id].n))
            print_model(site, id);
        else
            site->n_unprinted++;
    for (model_id id = 0; id < library->models.n; id++)
        share_pages(site, library, id);
    for (mapping_id id = 0; id < library->mappings.n; id++)
        if (takes(&left, (uint64_t)library->mappings.at[id].n_rows + library->mappings.at[id].n_edges))
            print_mapping(&site->mappings[id]);
        else
            site->n_unprinted++;
    for (uint32_t i = 0; i < library->profiles.n; i++)
        site->profiles[i].printed = &site->profiles[i];
    for (uint32_t i = 0; i < library->glossaries.n; i++)
        site->glossaries[i].printed = &site->glossaries[i];
}
