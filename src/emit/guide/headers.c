#include "emit/guide/headers.h"

#include "emit/csv.h"
#include "emit/guide/frame.h"
#include "emit/guide/origin.h"

void put_declaration(struct page *page, const struct voice *voice, struct str title, atom id, enum word kind)
{
    struct buf *body = page->out;
    page->out = &page->title;
    put_title_or_id(page, voice, title, id);
    page->out = body;
    put(page, "<h1");
    put_language(page, voice->language);
    put(page, ">");
    if (title.len)
        put_inline(page, voice, title, TEXT_RICH);
    else
        put_atom(page, id);
    put(page, "</h1>\n<p class=\"badges\"><span class=\"kind\">");
    put_word(page, kind);
    put(page, "</span> <b>");
    put_atom(page, id);
    put(page, "</b></p>\n");
}

void put_title_of_page(struct page *page, enum word title, enum word about)
{
    struct buf *body = page->out;
    page->out = &page->title;
    put_word(page, title);
    page->out = body;
    put(page, "<h1>");
    put_word(page, title);
    put(page, "</h1>\n<p class=\"lead\">");
    put_word(page, about);
    put(page, "</p>\n");
}

void put_part(struct page *page, const struct voice *voice, struct str title, atom id, enum word part)
{
    struct buf *body = page->out;
    page->out = &page->title;
    put_word(page, part);
    put(page, ": ");
    put_title_or_id(page, voice, title, id);
    page->out = body;
    put(page, "<h1>");
    put_word(page, part);
    put(page, ": <bdi");
    put_language(page, voice->language);
    put(page, ">");
    put_title_or_id(page, voice, title, id);
    put(page, "</bdi></h1>\n<p class=\"badges\"><b>");
    put_atom(page, id);
    put(page, "</b></p>\n");
}

void put_views(struct page *page, mapping_id id)
{
    const struct site_mapping *files = &page->guide->site.mappings[id];
    static const enum word words[] = {WORD_TABLE, WORD_MATRIX, WORD_REVERSE_MATRIX, WORD_COVERAGE, WORD_GAPS};
    const struct site_file *views[] = {&files->table, &files->matrix, &files->reverse, &files->coverage, &files->gaps};
    if (page->guide->edition)
        return; /* they are all there */
    put(page, "<nav class=\"views\" aria-label=\"");
    put_word(page, WORD_VIEWS);
    put(page, "\"><ul>\n");
    for (uint32_t i = 0; i < sizeof views / sizeof views[0]; i++) {
        put(page, "<li>");
        open_file(page, views[i]);
        put_word(page, words[i]);
        put(page, "</a></li>\n");
    }
    put(page, "</ul></nav>\n");
}

static void put_header_fact(struct page *page, const struct voice *voice, enum word word, struct str text)
{
    if (text.len == 0)
        return;
    fact_begin(page, word);
    put_inline(page, voice, text, TEXT_RICH);
    fact_end(page);
}

void put_header_facts(struct page *page, const struct voice *voice, const struct header *header, struct span at)
{
    put_header_fact(page, voice, WORD_VERSION, header->version);
    put_header_fact(page, voice, WORD_DATE, header->date);
    put_header_fact(page, voice, WORD_PUBLISHER, header->publisher);
    put_header_fact(page, voice, WORD_SOURCE, header->source);
    put_header_fact(page, voice, WORD_LICENSE, header->license);
    if (header->language.len) {
        fact_begin(page, WORD_LANGUAGE);
        put_text(page, header->language);
        fact_end(page);
    }
    put_origin_fact(page, at);
}

void put_description(struct page *page, const struct voice *voice, const struct header *header)
{
    const struct str texts[] = {header->description, header->note};
    for (uint32_t i = 0; i < 2; i++) {
        if (texts[i].len == 0)
            continue;
        put(page, "<div class=\"lead\"");
        put_language(page, voice->language);
        put(page, ">");
        put_block(page, voice, texts[i], 2);
        put(page, "</div>\n");
    }
}

void put_csv_head(struct page *page, struct buf *out, const struct csv_head *head, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        struct str own = translated_word(page->library, guide_locale(page->guide), head[i].word);
        csv_cell(out, own.ptr ? own : str_of(head[i].name), i + 1 == n);
    }
}

void put_csv_title(struct page *page, struct buf *out, component_id id)
{
    struct str title = page->library->components.at[id].title, own = in_language(page, title);
    csv_cell(out, own.ptr ? own : title, false);
}

void put_download(struct page *page, const struct site_file *file, enum word word)
{
    put(page, "<p class=\"files\"><a href=\"");
    put_url(page, file, STR(""));
    put(page, "\">");
    put_word(page, word);
    put(page, "</a></p>\n");
}
