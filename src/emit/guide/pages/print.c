/* The print edition: the whole guide on one page, with links that stay on it. */

#include "emit/guide/edition.h"
#include "emit/guide/headers.h"

/* What the pages say, in the order of the guide. */
static void collect(struct guide *guide, struct edition *edition)
{
    const struct site *site = &guide->site;
    guide->edition = edition;
    for (model_id id = 0; id < guide->library->models.n; id++) {
        if (!site->pages.at[site->models[id].index].file.printed)
            continue;
        emit_model(guide, id);
        emit_component_pages(guide, id);
    }
    for (mapping_id id = 0; id < guide->library->mappings.n; id++) {
        if (!site->mappings[id].table.printed)
            continue;
        emit_mapping(guide, id);
        emit_coverage(guide, id);
        emit_gaps(guide, id);
    }
    for (uint32_t i = 0; i < guide->library->profiles.n; i++)
        emit_profile(guide, i);
    for (uint32_t i = 0; i < guide->library->glossaries.n; i++)
        emit_glossary(guide, i);
    guide->edition = NULL;
}

static void put_lead(struct page *page)
{
    uint32_t n = page->guide->site.n_unprinted;
    put_title_of_page(page, WORD_PRINT_EDITION, WORD_ABOUT_PRINT_EDITION);
    if (n) {
        put(page, "<p>");
        put_counted(page, WORD_N_UNPRINTED, n);
        put(page, "</p>\n");
    }
    page_lead_end(page);
}

void emit_print(struct guide *guide)
{
    struct edition edition = {.body = buf_on(guide->mem), .arena = arena_on(guide->mem)};
    collect(guide, &edition);
    struct page page = page_begin(guide, &guide->site.print, SUBJECT_GUIDE, NONE, NONE);
    put_lead(&page);
    VEC_EACH (const struct heading, entry, &edition.entries)
        page_lists(&page, entry->level, entry->anchor, entry->label);
    put(&page, "<div class=\"edition\">\n");
    buf_str(page.out, buf_as_str(&edition.body));
    put(&page, "</div>\n");
    page_end(&page);
    vec_free(guide->mem, &edition.entries);
    arena_free(&edition.arena);
    buf_free(&edition.body);
}
