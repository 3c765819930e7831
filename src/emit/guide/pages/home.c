/* The home page: what is in the guide, and coverage at a glance. */

#include "emit/guide/changes/changes.h"
#include "emit/guide/frame.h"
#include "emit/guide/glance.h"
#include "emit/guide/headers.h"
#include "emit/guide/pages/home.h"
#include "model/view.h"

/* How many pages there are of each kind: "24 Process Areas, 5 Generic Goals". What is withdrawn is not counted,
   as in coverage. */
static void put_page_counts(struct page *page, model_id id)
{
    const struct site *site = &page->guide->site;
    const struct site_model *model = &site->models[id];
    uint32_t *counts = arena_array(&page->guide->scratch, uint32_t, page->library->kinds.n + 1);
    bool any = false;
    for (uint32_t i = model->index + 1; i <= model->index + model->n_pages; i++) {
        component_id at = view_component(page->library, id, site->pages.at[i].position);
        counts[page->library->components.at[at].kind] += !page->library->components.at[at].withdrawn;
    }
    for (kind_id k = 0; k < page->library->kinds.n; k++) {
        const struct kind *kind = &page->library->kinds.at[k];
        if (counts[k] == 0)
            continue;
        put(page, any ? ", " : "");
        any = true;
        put_number(page, counts[k]);
        put(page, " ");
        put_said(page, counts[k] == 1 ? kind->title : kind->plural);
    }
}

static void put_model_item(struct page *page, model_id id)
{
    const struct model *model = &page->library->models.at[id];
    struct voice voice = voice_of_model(page->library, id);
    put(page, "<li><span><a href=\"");
    put_url(page, &page->guide->site.pages.at[page->guide->site.models[id].index].file, STR(""));
    put(page, "\"><b>");
    put_atom(page, model->id);
    put(page, "</b> <bdi");
    put_language(page, voice.language);
    put(page, ">");
    put_inline(page, &voice, model->title, TEXT_FLAT);
    put(page, "</bdi></a>");
    if (model->extends != NONE) {
        put(page, " <span class=\"badge added\">");
        put_word(page, WORD_ADDS_TO);
        put(page, " ");
        put_atom(page, page->library->models.at[model->extends].id);
        put(page, "</span>");
    }
    put(page, "</span> <span>");
    if (model->header.version.len) {
        put(page, "<span class=\"badge\">");
        put_word(page, WORD_VERSION);
        put(page, " ");
        put_text(page, model->header.version);
        put(page, "</span>");
    }
    put(page, "</span> <span>");
    put_page_counts(page, id);
    put(page, "</span></li>\n");
}

static void put_models(struct page *page)
{
    put_heading(page, 2, "prm:models", WORD_MODELS);
    put(page, "<ul class=\"pages\">\n");
    for (model_id id = 0; id < page->library->models.n; id++)
        put_model_item(page, id);
    put(page, "</ul>\n");
}

/* The name of a mapping over the rows of what is counted in it. */
static void put_mapping_head(struct page *page, mapping_id id, uint32_t n_rows)
{
    const struct mapping *mapping = &page->library->mappings.at[id];
    struct voice voice = voice_of_mapping(page->library, id);
    buf_printf(page->out, "<th scope=\"row\" rowspan=\"%u\"><a href=\"", n_rows ? n_rows : 1);
    put_url(page, &page->guide->site.mappings[id].table, STR(""));
    put(page, "\">");
    put_title_or_id(page, &voice, mapping->title, mapping->id);
    put(page, "</a>");
    if (mapping->derived) {
        put(page, " <span class=\"tag\">");
        put_word(page, WORD_DERIVED);
        put(page, "</span>");
    }
    put(page, "</th>");
}

static void put_mapping_rows(struct page *page, mapping_id id)
{
    const struct guide *guide = page->guide;
    uint32_t first = guide->first_summary[id], end = guide->first_summary[id + 1];
    put(page, "<tr class=\"first\">");
    put_mapping_head(page, id, end - first);
    if (first == end) {
        put(page, "<td colspan=\"3\">");
        put_word(page, WORD_NOTHING_MAPPED);
        put(page, "</td></tr>\n");
    }
    for (uint32_t i = first; i < end; i++) {
        put(page, i > first ? "<tr>" : "");
        put_glance_cells(page, &page->library->mappings.at[id], &guide->summaries.at[i]);
        put(page, "</tr>\n");
    }
}

static void put_mappings(struct page *page)
{
    put_heading(page, 2, "prm:mappings", WORD_AT_A_GLANCE);
    table_begin(page, "at-a-glance");
    put_word(page, WORD_ABOUT_COVERAGE);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_MAPPING);
    put_column(page, WORD_WHAT_IS_COUNTED);
    put_column(page, WORD_COVERED);
    put_column(page, WORD_CLASS);
    put(page, "</tr></thead>\n<tbody>\n");
    for (mapping_id id = 0; id < page->library->mappings.n; id++)
        put_mapping_rows(page, id);
    table_end(page);
}

static void put_entry(struct page *page, const struct site_file *file, struct str title, atom id, enum word word,
                      uint32_t n)
{
    put(page, "<li><a href=\"");
    put_url(page, file, STR(""));
    put(page, "\">");
    put_title_or_id(page, &(struct voice){0}, title, id);
    put(page, "</a> <span class=\"tag\">");
    put_counted(page, word, n);
    put(page, "</span></li>\n");
}

static void put_others(struct page *page)
{
    const struct library *library = page->library;
    if (library->profiles.n) {
        put_heading(page, 2, "prm:profiles", WORD_PROFILES);
        put(page, "<ul>\n");
        for (uint32_t i = 0; i < library->profiles.n; i++)
            put_entry(page, &page->guide->site.profiles[i], library->profiles.at[i].title, library->profiles.at[i].id,
                      WORD_N_SELECTIONS, library->profiles.at[i].n_selections);
        put(page, "</ul>\n");
    }
    if (library->glossaries.n) {
        put_heading(page, 2, "prm:glossaries", WORD_GLOSSARIES);
        put(page, "<ul>\n");
        for (uint32_t i = 0; i < library->glossaries.n; i++)
            put_entry(page, &page->guide->site.glossaries[i], library->glossaries.at[i].title,
                      library->glossaries.at[i].id, WORD_N_TERMS, library->glossaries.at[i].n_terms);
        put(page, "</ul>\n");
    }
}

static void put_page_beside(struct page *page, const struct site_file *file, enum word word, uint32_t n)
{
    put(page, "<li>");
    open_file(page, file);
    put_word(page, word);
    put(page, "</a>");
    if (n) {
        put(page, " <span class=\"tag\">");
        put_number(page, n);
        put(page, "</span>");
    }
    put(page, "</li>\n");
}

/* What there is beside models and mappings. */
static void put_beside(struct page *page)
{
    const struct guide *guide = page->guide;
    uint32_t n_products = guide_products(guide);
    put(page, "<ul class=\"actions\">");
    put_page_beside(page, &guide->site.print, WORD_PRINT_EDITION, 0);
    if (guide->changes)
        put_page_beside(page, &guide->site.changes, WORD_CHANGES, guide->changes->at.n);
    if (n_products)
        put_page_beside(page, &guide->site.products, WORD_PRODUCTS, n_products);
    if (guide_has_findings(guide))
        put_page_beside(page, &guide->site.findings, WORD_FINDINGS, guide->emission->findings->findings.n);
    put(page, "</ul>\n");
}

void emit_home(struct guide *guide)
{
    struct page page = page_begin(guide, &guide->site.home, SUBJECT_GUIDE, NONE, NONE);
    page.out = &page.title;
    put_word(&page, WORD_GUIDE);
    page.out = &guide->body;
    put(&page, "<h1>");
    put_word(&page, WORD_GUIDE);
    put(&page, "</h1>\n<p class=\"lead\">");
    put_word(&page, WORD_ABOUT_GUIDE);
    put(&page, "</p>\n");
    put_beside(&page);
    page_lead_end(&page);
    if (guide->library->models.n)
        put_models(&page);
    put_atlas(&page);
    if (guide->library->mappings.n)
        put_mappings(&page);
    put_others(&page);
    put_news(&page);
    page_end(&page);
}
