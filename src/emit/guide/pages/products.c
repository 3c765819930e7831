/* The work products of all models: what each is, and which practices produce it. */

#include <stdlib.h>

#include "emit/csv.h"
#include "emit/guide/frame.h"
#include "emit/guide/headers.h"
#include "model/names/path.h"
#include "model/view.h"

/* A work product, and its title in small letters: those of one title in a model are one. */
struct product {
    component_id id;
    struct str key;
};

typedef VEC(struct product) products;

/* What architectures call them. */
static const char *const names[] = {"work-product", "output", "artifact", "artefact", "deliverable"};

static bool is_product(const struct library *library, component_id id)
{
    struct str name = atom_text(library->atoms, library_kind(library, id)->name);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_is(name, names[i]))
            return library->components.at[id].parent != NONE;
    return false;
}

uint32_t guide_products(const struct guide *guide)
{
    const struct library *library = guide->library;
    uint32_t n = 0;
    VEC_EACH (const struct model, model, &library->models)
        for (component_id id = model->first; id < model->first + model->n; id++)
            n += is_product(library, id);
    return n;
}

static int by_title(const void *a, const void *b)
{
    const struct product *one = a, *other = b;
    int order = str_compare(one->key, other->key);
    return order ? order : (one->id > other->id) - (one->id < other->id);
}

/* What a reader of the page sees as the title. */
static struct str title_of(const struct page *page, component_id id)
{
    struct str title = page->library->components.at[id].title, own = in_language(page, title);
    return own.ptr ? own : title;
}

static products products_of(struct page *page, const struct model *model)
{
    products found = {0};
    for (component_id id = model->first; id < model->first + model->n; id++) {
        if (!is_product(page->library, id))
            continue;
        struct product product = {id, arena_lower(&page->guide->scratch, title_of(page, id))};
        vec_push(page->guide->mem, &found, product);
    }
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, by_title);
    return found;
}

/* The end of those that are one with the first: those without a title stand alone. */
static uint32_t same_until(const products *all, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < all->n && all->at[first].key.len && str_eq(all->at[end].key, all->at[first].key))
        end++;
    return end;
}

static void put_product(struct page *page, const products *all, uint32_t first, uint32_t end)
{
    put(page, "<tr><th scope=\"row\">");
    open_component(page, all->at[first].id);
    put_group_name(page, all->at[first].id);
    put(page, "</a>");
    put(page, "</th><td><ul class=\"refs\">");
    for (uint32_t i = first; i < end; i++) {
        put(page, "<li>");
        put_reference(page, page->library->components.at[all->at[i].id].parent);
        put(page, "</li>\n");
    }
    put(page, "</ul></td></tr>\n");
}

static void add_product(struct page *page, struct buf *csv, const products *all, uint32_t first, uint32_t end)
{
    struct buf cell = buf_on(page->guide->mem);
    const struct library *library = page->library;
    csv_cell(csv, atom_text(library->atoms, library->models.at[library->components.at[all->at[first].id].model].id),
             false);
    csv_cell(csv, title_of(page, all->at[first].id), false);
    for (uint32_t i = first; i < end; i++) {
        buf_text(&cell, i > first ? ", " : "");
        path_add(&cell, library, library->components.at[all->at[i].id].parent);
    }
    csv_cell(csv, buf_as_str(&cell), true);
    buf_free(&cell);
}

static void put_model_heading(struct page *page, model_id id)
{
    struct buf anchor = buf_on(page->guide->mem), label = buf_on(page->guide->mem), *body = page->out;
    buf_printf(&anchor, "prm:products-%u", id + 1);
    page->out = &label;
    put_page_name(page, page->guide->site.models[id].index, TEXT_PLAIN);
    page->out = body;
    page_lists(page, 2, buf_as_str(&anchor), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"%s\">%s</h2>\n", buf_cstr(&anchor), buf_cstr(&label));
    buf_free(&anchor);
    buf_free(&label);
}

static void put_model_products(struct page *page, model_id id, struct buf *csv)
{
    products all = products_of(page, &page->library->models.at[id]);
    if (all.n) {
        page->model = id;
        put_model_heading(page, id);
        table_begin(page, "products");
        put_word(page, WORD_PRODUCTS);
        put(page, ": ");
        put_atom(page, page->library->models.at[id].id);
        put(page, "</caption>\n<thead><tr>");
        put_column(page, WORD_PRODUCT);
        put_column(page, WORD_PRODUCED_BY);
        put(page, "</tr></thead>\n<tbody>\n");
        for (uint32_t first = 0, end; first < all.n; first = end) {
            end = same_until(&all, first);
            put_product(page, &all, first, end);
            add_product(page, csv, &all, first, end);
        }
        table_end(page);
        page->model = NONE;
    }
    vec_free(page->guide->mem, &all);
}

void emit_products(struct guide *guide)
{
    static const struct csv_head head[] = {
        {"model", WORD_MODEL}, {"work_product", WORD_PRODUCT}, {"produced_by", WORD_PRODUCED_BY}};
    struct page page = page_begin(guide, &guide->site.products, SUBJECT_GUIDE, NONE, NONE);
    struct buf csv = buf_on(guide->mem);
    put_title_of_page(&page, WORD_PRODUCTS, WORD_ABOUT_PRODUCTS);
    put_download(&page, &guide->site.products_csv, WORD_AS_CSV);
    page_lead_end(&page);
    put_csv_head(&page, &csv, head, sizeof head / sizeof head[0]);
    for (model_id id = 0; id < guide->library->models.n; id++)
        put_model_products(&page, id, &csv);
    page_end(&page);
    guide_add(guide, &guide->site.products_csv, &csv);
    buf_free(&csv);
}
