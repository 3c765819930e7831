/* The end of every page: which version it is of, and who may use it. */

#include "emit/guide/frame.h"

static void put_imprint(struct page *page, const struct voice *voice, struct str text)
{
    if (text.len == 0)
        return;
    put(page, "<span>");
    put_inline(page, voice, text, TEXT_FLAT);
    put(page, "</span> ");
}

static void footer_end(struct page *page)
{
    if (page->guide->permalink.len && !page->is_former && !page->absolute) {
        put(page, "<a rel=\"bookmark\" href=\"");
        put_permalink(page);
        put(page, "\">");
        put_word(page, WORD_PERMALINK);
        put(page, "</a>");
    }
    put(page, "</p></footer>\n");
}

/* Which version of what this is, and who may use it. */
static void put_imprints(struct page *page, const struct voice *voice, atom id, const struct header *header)
{
    put(page, "<footer class=\"bottom\"><p><span>");
    put_atom(page, id);
    put(page, " ");
    put_text(page, header->version);
    put(page, "</span> ");
    put_imprint(page, voice, header->publisher);
    put_imprint(page, voice, header->date);
    put_imprint(page, voice, header->license);
    footer_end(page);
}

/* Of a page that is about all of them: the models with their versions, each leading to who may use it. */
static void put_versions(struct page *page)
{
    put(page, "<footer class=\"bottom\"><p>");
    for (model_id id = 0; id < page->library->models.n && id < MENU_MOST; id++) {
        put(page, "<span>");
        put_model(page, id);
        put(page, " ");
        put_text(page, page->library->models.at[id].header.version);
        put(page, "</span> ");
    }
    footer_end(page);
}

void put_footer(struct page *page)
{
    const struct library *library = page->library;
    if (page->subject == SUBJECT_MODEL) {
        const struct model *model = &page->library->models.at[page->model];
        struct voice voice = voice_of_model(page->library, page->model);
        put_imprints(page, &voice, model->id, &model->header);
    } else if (page->subject == SUBJECT_MAPPING) {
        const struct mapping *mapping = &page->library->mappings.at[page->item];
        struct voice voice = voice_of_mapping(page->library, page->item);
        put_imprints(page, &voice, mapping->id, &mapping->header);
    } else if (page->subject == SUBJECT_PROFILE) {
        const struct profile *profile = &library->profiles.at[page->item];
        struct voice voice = profile->model == NONE ? (struct voice){0} : voice_of_model(library, profile->model);
        put_imprints(page, &voice, profile->id, &profile->header);
    } else if (page->subject == SUBJECT_GLOSSARY) {
        struct voice voice = voice_of_glossary(library, page->item);
        put_imprints(page, &voice, library->glossaries.at[page->item].id, &library->glossaries.at[page->item].header);
    } else {
        put_versions(page);
    }
}
