/* The navigation beside the text: the pages of a model by what they stand in and by their levels, or
   the others of their sort. */

#include <stdio.h>

#include "emit/guide/frame.h"
#include "model/view.h"

enum {
    OPEN_MOST = 30,   /* pages of a model whose shelves are all open */
    WHOLE_MOST = 100, /* a list that is longer shows what is near the page at hand */
    NEAR = 15         /* this many before it and behind it */
};

/* What is shown of a list. */
struct window {
    uint32_t from, to;
};

static struct window window_of(uint32_t first, uint32_t end, uint32_t here)
{
    struct window window = {first, end};
    if (here < first || here >= end)
        here = first;
    if (end - first > WHOLE_MOST) {
        window.from = here - first > NEAR ? here - NEAR : first;
        window.to = end - here > NEAR ? here + NEAR + 1 : end;
    }
    return window;
}

static void put_left_out(struct page *page, uint32_t n)
{
    if (n == 0)
        return;
    put(page, "<li class=\"more\">");
    put_counted(page, WORD_N_MORE, n);
    put(page, "</li>\n");
}

/* ---- Models ---- */

static void put_shelf_name(struct page *page, const struct site_shelf *shelf)
{
    if (shelf->group == NONE)
        put_said(page, page->library->kinds.at[shelf->kind].plural);
    else
        put_group_name(page, view_component(page->library, page->model, shelf->group));
}

/* The name, as a link to the shelf on the index. */
static void put_shelf_link(struct page *page, const struct site_shelf *shelf)
{
    const struct site *site = &page->guide->site;
    const struct site_model *model = &site->models[page->model];
    char list[24];
    snprintf(list, sizeof list, "prm:list-%u", site->pages.at[shelf->first].position + 1);
    put(page, "<a href=\"");
    put_url(page, &site->pages.at[model->index].file,
            shelf->group == NONE ? str_of(list) : model->anchor[shelf->group]);
    put(page, "\">");
    put_shelf_name(page, shelf);
    put(page, "</a>\n");
}

static void put_shelf_pages(struct page *page, const struct site_shelf *shelf)
{
    struct window window = window_of(shelf->first, shelf->end, page->item);
    put(page, "<ul>\n");
    put_left_out(page, window.from - shelf->first);
    for (uint32_t i = window.from; i < window.to; i++) {
        put(page, "<li>");
        open_file(page, &page->guide->site.pages.at[i].file);
        put_page_name(page, i, TEXT_FLAT);
        put(page, "</a></li>\n");
    }
    put_left_out(page, shelf->end - window.to);
    put(page, "</ul>");
}

/* A shelf that opens and closes, so that a long tree stays short. */
static void put_folded_shelf(struct page *page, const struct site_shelf *shelf, bool open)
{
    put(page, open ? "<details open=\"open\"><summary>" : "<details><summary>");
    put_shelf_name(page, shelf);
    put(page, "</summary>\n");
    put_shelf_pages(page, shelf);
    put(page, "</details>\n");
}

/* Of a small model all shelves are open, of a larger one that at hand; of a very large one the others
   are links. */
static void put_shelf(struct page *page, const struct site_shelf *shelf, bool here)
{
    uint32_t n_pages = page->guide->site.models[page->model].n_pages;
    put(page, "<li>");
    if (n_pages > OPEN_MOST && n_pages <= WHOLE_MOST) {
        put_folded_shelf(page, shelf, here);
    } else {
        put_shelf_link(page, shelf);
        if (here || n_pages <= OPEN_MOST)
            put_shelf_pages(page, shelf);
    }
    put(page, "</li>\n");
}

static void put_shelves(struct page *page)
{
    const struct site *site = &page->guide->site;
    const struct site_model *model = &site->models[page->model];
    uint32_t end = model->first_shelf + model->n_shelves;
    uint32_t here = page->item > model->index ? site->pages.at[page->item].shelf : model->first_shelf;
    struct window window = window_of(model->first_shelf, end, here);
    put(page, "<ul class=\"shelves\">\n");
    put_left_out(page, window.from - model->first_shelf);
    for (uint32_t i = window.from; i < window.to; i++)
        put_shelf(page, &site->shelves.at[i], page->item > model->index && i == here);
    put_left_out(page, end - window.to);
    put(page, "</ul>\n");
}

/* One line for each value: "2  CM MA PP ..." */
static void put_order(struct page *page, const struct site_order *order)
{
    const struct site *site = &page->guide->site;
    const struct site_ranked *ranked = site->ranked.at + order->first;
    put(page, "<p>");
    put_label(page, page->library->properties.at[order->property].name);
    put(page, "</p>\n<ul class=\"levels\">\n");
    for (uint32_t i = 0; i < order->n; i++) {
        const struct site_page *at = &site->pages.at[ranked[i].page];
        component_id id = view_component(page->library, at->model, at->position);
        if (i == 0 || ranked[i].value != ranked[i - 1].value) {
            put(page, i ? "</li>\n<li><span>" : "<li><span>");
            put_number(page, ranked[i].value);
            put(page, "</span>");
        }
        put(page, " ");
        open_file(page, &at->file);
        if (mark_of(page->library, id).len)
            put_text(page, mark_of(page->library, id));
        else
            put_name(page, id, TEXT_PLAIN);
        put(page, "</a>");
    }
    put(page, "</li>\n</ul>\n");
}

static void put_model_tree(struct page *page)
{
    const struct site *site = &page->guide->site;
    const struct site_model *model = &site->models[page->model];
    put(page, "<p class=\"root\">");
    open_file(page, &site->pages.at[model->index].file);
    put_page_name(page, model->index, TEXT_FLAT);
    put(page, "</a></p>\n");
    if (model->n_pages <= WHOLE_MOST)
        for (uint32_t i = model->first_order; i < model->first_order + model->n_orders; i++)
            if (site->orders.at[i].shared)
                put_order(page, &site->orders.at[i]);
    if (model->n_shelves)
        put_shelves(page);
}

/* ---- The rest ---- */

/* The n files of one sort; pages of `own` are about one of them. */
static void put_files(struct page *page, enum subject own, uint32_t n, enum word word,
                      const struct site_file *(*file)(const struct site *, uint32_t),
                      void (*put_entry)(struct page *, uint32_t))
{
    uint32_t here = page->subject == own ? page->item : NONE;
    struct window window = window_of(0, n, here);
    put(page, "<p>");
    put_word(page, word);
    put(page, "</p>\n<ul>\n");
    put_left_out(page, window.from);
    for (uint32_t i = window.from; i < window.to; i++) {
        put(page, "<li><a href=\"");
        put_url(page, file(&page->guide->site, i), STR(""));
        put(page, i == here ? "\" aria-current=\"true\">" : "\">");
        put_entry(page, i);
        put(page, "</a></li>\n");
    }
    put_left_out(page, n - window.to);
    put(page, "</ul>\n");
}

static const struct site_file *file_of_mapping(const struct site *site, uint32_t i)
{
    return &site->mappings[i].table;
}

static const struct site_file *file_of_profile(const struct site *site, uint32_t i)
{
    return &site->profiles[i];
}

static const struct site_file *file_of_glossary(const struct site *site, uint32_t i)
{
    return &site->glossaries[i];
}

static const struct site_file *file_of_model(const struct site *site, uint32_t i)
{
    return &site->pages.at[site->models[i].index].file;
}

static void put_name_of_mapping(struct page *page, uint32_t i)
{
    const struct mapping *mapping = &page->library->mappings.at[i];
    struct voice voice = voice_of_mapping(page->library, i);
    put_title_or_id(page, &voice, mapping->title, mapping->id);
}

static void put_name_of_profile(struct page *page, uint32_t i)
{
    const struct profile *profile = &page->library->profiles.at[i];
    put_title_or_id(page, &(struct voice){0}, profile->title, profile->id);
}

static void put_name_of_glossary(struct page *page, uint32_t i)
{
    const struct glossary *glossary = &page->library->glossaries.at[i];
    put_title_or_id(page, &(struct voice){0}, glossary->title, glossary->id);
}

static void put_name_of_model(struct page *page, uint32_t i)
{
    put_page_name(page, page->guide->site.models[i].index, TEXT_FLAT);
}

static void put_guide_tree(struct page *page)
{
    const struct library *library = page->library;
    if (library->models.n)
        put_files(page, SUBJECT_MODEL, library->models.n, WORD_MODELS, file_of_model, put_name_of_model);
    if (library->mappings.n)
        put_files(page, SUBJECT_MAPPING, library->mappings.n, WORD_MAPPINGS, file_of_mapping, put_name_of_mapping);
    if (library->profiles.n)
        put_files(page, SUBJECT_PROFILE, library->profiles.n, WORD_PROFILES, file_of_profile, put_name_of_profile);
    if (library->glossaries.n)
        put_files(page, SUBJECT_GLOSSARY, library->glossaries.n, WORD_GLOSSARIES, file_of_glossary,
                  put_name_of_glossary);
}

void put_tree(struct page *page)
{
    const struct library *library = page->library;
    put(page, "<nav class=\"tree\" id=\"prm:tree\" aria-label=\"");
    put_word(page, WORD_CONTENTS);
    put(page, "\">\n");
    switch (page->subject) {
    case SUBJECT_MODEL: put_model_tree(page); break;
    case SUBJECT_MAPPING:
        put_files(page, SUBJECT_MAPPING, library->mappings.n, WORD_MAPPINGS, file_of_mapping, put_name_of_mapping);
        break;
    case SUBJECT_PROFILE:
        put_files(page, SUBJECT_PROFILE, library->profiles.n, WORD_PROFILES, file_of_profile, put_name_of_profile);
        break;
    case SUBJECT_GLOSSARY:
        put_files(page, SUBJECT_GLOSSARY, library->glossaries.n, WORD_GLOSSARIES, file_of_glossary,
                  put_name_of_glossary);
        break;
    case SUBJECT_INDEX:
    case SUBJECT_GUIDE: put_guide_tree(page); break;
    }
    put(page, "</nav>\n");
}
