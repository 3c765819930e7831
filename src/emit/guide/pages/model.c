/* The index of a model: what it is, and its pages in every order that it has. */

#include "emit/guide/headers.h"
#include "emit/guide/html.h"
#include "emit/guide/languages.h"
#include "emit/guide/pages/compared.h"
#include "emit/guide/pages/component.h"
#include "emit/guide/pages/former.h"
#include "emit/guide/pages/lists.h"
#include "model/view.h"

/* ---- What it is ---- */

static void put_bolt_ons(struct page *page)
{
    const struct library *library = page->library;
    uint32_t n = 0;
    for (model_id id = 0; id < library->models.n; id++) {
        if (library->models.at[id].extends != page->model)
            continue;
        if (n++ == 0)
            fact_begin(page, WORD_BOLT_ONS);
        put(page, n > 1 ? ", " : "");
        put_model(page, id);
    }
    if (n)
        fact_end(page);
}

static void put_model_facts(struct page *page, const struct voice *voice)
{
    const struct model *model = &page->library->models.at[page->model];
    put(page, "<dl class=\"facts card\">\n");
    put_header_facts(page, voice, &model->header, model->at);
    if (model->architecture != NONE) {
        const struct architecture *architecture = &page->library->architectures.at[model->architecture];
        fact_begin(page, WORD_ARCHITECTURE);
        if (architecture->title.len)
            put_said(page, architecture->title);
        else
            put_atom(page, architecture->id);
        fact_end(page);
    }
    if (model->extends != NONE) {
        fact_begin(page, WORD_ADDS_TO);
        put_model(page, model->extends);
        fact_end(page);
    }
    put_bolt_ons(page);
    put(page, "</dl>\n");
}

/* ---- Its pages as they stand in it ---- */

/* A kind, and how many there are of it. */
struct kind_count {
    kind_id kind;
    uint32_t n;
};

typedef VEC(struct kind_count) kind_counts;

/* What a component holds, apart from what is informative. */
static void count_inside(const struct page *page, uint32_t position, kind_counts *counts)
{
    const struct library *library = page->library;
    uint32_t end = view_end(library, page->model, position);
    for (uint32_t p = position + 1; p < end; p++) {
        component_id id = view_component(library, page->model, p);
        const struct kind *kind = library_kind(library, id);
        if (kind->grouping || kind->importance == IMPORTANCE_INFORMATIVE)
            continue;
        uint32_t i = 0;
        while (i < counts->n && counts->at[i].kind != library->components.at[id].kind)
            i++;
        if (i == counts->n)
            vec_push(page->guide->mem, counts, ((struct kind_count){library->components.at[id].kind, 0}));
        counts->at[i].n++;
    }
}

static void put_contents_of(struct page *page, uint32_t position)
{
    kind_counts counts = {0};
    count_inside(page, position, &counts);
    VEC_EACH (const struct kind_count, count, &counts) {
        const struct kind *kind = &page->library->kinds.at[count->kind];
        put(page, count > counts.at ? ", " : "");
        put_number(page, count->n);
        put(page, " ");
        put_said(page, count->n == 1 ? kind->title : kind->plural);
    }
    vec_free(page->guide->mem, &counts);
}

/* A component in a list: `whole_path`: by its path, as it stands for itself. */
static void put_page_item(struct page *page, uint32_t position, bool whole_path)
{
    component_id id = view_component(page->library, page->model, position);
    put(page, "<li><span>");
    if (whole_path)
        put_reference(page, id);
    else
        put_short_reference(page, id);
    put_marks(page, id);
    put(page, "</span> <span>");
    put_attribute_badges(page, id);
    put(page, "</span> <span>");
    put_contents_of(page, position);
    put(page, "</span></li>\n");
}

/* The pages of one kind that stand in a row; returns where they end. */
static uint32_t put_page_list(struct page *page, uint32_t first, uint32_t end)
{
    const struct library *library = page->library;
    kind_id kind = library->components.at[view_component(library, page->model, first)].kind;
    uint32_t position = first;
    put(page, "<ul class=\"pages\">\n");
    while (position < end && library->components.at[view_component(library, page->model, position)].kind == kind) {
        put_page_item(page, position, false);
        position = view_end(library, page->model, position);
    }
    put(page, "</ul>\n");
    return position;
}

static void put_shelf_heading(struct page *page, uint32_t position)
{
    component_id id = view_component(page->library, page->model, position);
    struct buf anchor = buf_on(page->guide->mem), label = buf_on(page->guide->mem);
    buf_printf(&anchor, "prm:list-%u", position + 1);
    put_said_on(page, &label, library_kind(page->library, id)->plural);
    page_lists(page, 2, buf_as_str(&anchor), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"%s\">%s</h2>\n", buf_cstr(&anchor), buf_cstr(&label));
    buf_free(&anchor);
    buf_free(&label);
}

static void put_grouping(struct page *page, uint32_t position, uint32_t level);

/* Groupings as sections, and lists of the pages between them. */
static void put_shelves(struct page *page, uint32_t first, uint32_t end, uint32_t level)
{
    const struct site_model *site = &page->guide->site.models[page->model];
    for (uint32_t position = first; position < end;) {
        if (site->page[position] == site->index) {
            put_grouping(page, position, level);
            position = view_end(page->library, page->model, position);
            continue;
        }
        if (level == 2)
            put_shelf_heading(page, position);
        position = put_page_list(page, position, end);
    }
}

static void put_grouping(struct page *page, uint32_t position, uint32_t level)
{
    struct str anchor = page->guide->site.models[page->model].anchor[position];
    component_id id = view_component(page->library, page->model, position);
    uint32_t heading = level < 6 ? level : 6;
    put(page, "<section class=\"group\" id=\"");
    put_anchor(page, anchor);
    put(page, "\">\n");
    put_aliases(page, position);
    buf_printf(page->out, "<div class=\"head\"><h%u>", heading);
    size_t start = page->out->n;
    put_group_name(page, id);
    page_lists(page, level, anchor, (struct str){page->out->at + start, (uint32_t)(page->out->n - start)});
    buf_printf(page->out, "</h%u>\n", heading);
    put_badges(page, id);
    put(page, "</div>\n");
    put_facts(page, id, heading);
    put_mapped(page, id, false);
    put_shelves(page, position + 1, view_end(page->library, page->model, position), level + 1);
    put(page, "</section>\n");
}

/* ---- What a bolt-on adds ---- */

/* True where something added begins: what it stands in is not of the bolt-on. */
static bool begins_added(const struct page *page, component_id id)
{
    const struct library *library = page->library;
    return library->components.at[id].model == page->model && !is_inside_added(library, id);
}

static void put_additions(struct page *page)
{
    uint32_t n = 0;
    for (uint32_t p = 0; p < view_count(page->library, page->model); p++) {
        if (!begins_added(page, view_component(page->library, page->model, p)))
            continue;
        if (n++ == 0) {
            put_heading(page, 2, "prm:added", WORD_WHAT_IT_ADDS);
            put(page, "<ul class=\"pages\">\n");
        }
        put_page_item(page, p, true);
    }
    put(page, n ? "</ul>\n" : "");
}

/* ---- Its pages by an attribute ---- */

static void put_ranked(struct page *page, const struct site_order *order)
{
    const struct site *site = &page->guide->site;
    const struct site_ranked *ranked = site->ranked.at + order->first;
    put(page, "<tbody>\n");
    for (uint32_t i = 0; i < order->n; i++) {
        const struct site_page *at = &site->pages.at[ranked[i].page];
        if (i == 0 || ranked[i].value != ranked[i - 1].value) {
            put(page, i ? "</ul></td></tr>\n<tr><th scope=\"row\">" : "<tr><th scope=\"row\">");
            put_number(page, ranked[i].value);
            put(page, "</th><td><ul class=\"refs\">\n");
        }
        put(page, "<li>");
        put_short_reference(page, view_component(page->library, at->model, at->position));
        put(page, "</li>\n");
    }
    put(page, "</ul></td></tr>\n</tbody></table>\n");
}

static void put_order(struct page *page, const struct site_order *order)
{
    atom name = page->library->properties.at[order->property].name;
    struct buf anchor = buf_on(page->guide->mem);
    buf_printf(&anchor, "prm:by-%.*s", STR_ARGS(atom_text(page->library->atoms, name)));
    buf_printf(page->out, "<h2 id=\"%s\">", buf_cstr(&anchor));
    size_t start = page->out->n;
    put_word(page, WORD_BY);
    put(page, " ");
    put_small_label(page, name);
    page_lists(page, 2, buf_as_str(&anchor), (struct str){page->out->at + start, (uint32_t)(page->out->n - start)});
    put(page, "</h2>\n<table class=\"levels\">\n<caption class=\"hidden\">");
    put_label(page, name);
    put(page, "</caption>\n<thead><tr><th scope=\"col\">");
    put_label(page, name);
    put(page, "</th>");
    put_column(page, WORD_COMPONENTS);
    put(page, "</tr></thead>\n");
    put_ranked(page, order);
    buf_free(&anchor);
}

/* ---- Its mappings ---- */

static void put_mappings(struct page *page)
{
    const struct library *library = page->library;
    uint32_t n = 0;
    for (mapping_id id = 0; id < library->mappings.n; id++) {
        const struct mapping *mapping = &library->mappings.at[id];
        if (mapping->from != page->model && mapping->to != page->model)
            continue;
        if (n++ == 0) {
            put_heading(page, 2, "prm:mappings", WORD_MAPPINGS);
            put(page, "<ul>\n");
        }
        struct voice voice = voice_of_mapping(library, id);
        put(page, "<li><a href=\"");
        put_url(page, &page->guide->site.mappings[id].table, STR(""));
        put(page, "\">");
        put_title_or_id(page, &voice, mapping->title, mapping->id);
        put(page, "</a></li>\n");
    }
    put(page, n ? "</ul>\n" : "");
    if (!is_compared(page->guide, page->model))
        return;
    put(page, "<p><a href=\"");
    put_url(page, &page->guide->site.models[page->model].compared, STR(""));
    put(page, "\">");
    put_word(page, WORD_COMPARED);
    put(page, "</a></p>\n");
}

void emit_model(struct guide *guide, model_id id)
{
    const struct site_model *site = &guide->site.models[id];
    const struct model *model = &guide->library->models.at[id];
    struct page page = page_begin(guide, &guide->site.pages.at[site->index].file, SUBJECT_MODEL, site->index, id);
    struct voice voice = voice_of_model(guide->library, id);
    put_declaration(&page, &voice, model->title, model->id, model->extends == NONE ? WORD_MODEL : WORD_BOLT_ON);
    put_description(&page, &voice, &model->header);
    put_model_facts(&page, &voice);
    put_download(&page, &site->csv, WORD_COMPONENTS_AS_CSV);
    emit_components_csv(&page);
    put_data(&page, &site->json, write_one_model_json, id);
    page_lead_end(&page);
    if (model->extends != NONE)
        put_additions(&page);
    put_shelves(&page, 0, view_count(guide->library, id), 2);
    for (uint32_t i = site->first_order; i < site->first_order + site->n_orders; i++)
        if (guide->site.orders.at[i].shared)
            put_order(&page, &guide->site.orders.at[i]);
    put_mappings(&page);
    page_end(&page);
}
