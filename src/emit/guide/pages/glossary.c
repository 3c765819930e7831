/* A glossary: its terms from A to Z. */

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "emit/guide/headers.h"
#include "emit/guide/html.h"
#include "emit/guide/pages/lists.h"

/* A term with its name in the language of the page, and what it is sorted by: that in small letters. */
struct entry {
    const struct term *term;
    struct str name, key;
};

static int by_key(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;
    int order = str_compare(one->key, other->key);
    if (order == 0)
        order = str_compare(one->name, other->name);
    return order ? order : (one->term > other->term) - (one->term < other->term);
}

/* The letter under which a term stands. */
static struct str letter_of(const struct entry *entry)
{
    uint32_t len = 0;
    if (entry->key.len)
        utf8_decode(entry->key.ptr, entry->key.ptr + entry->key.len, &len);
    return str_upto(entry->name, len);
}

/* Other forms of a term. They are words of its own language, which are not translated. */
static void put_forms(struct page *page, enum word word, uint32_t first, uint32_t n)
{
    if (n == 0)
        return;
    put(page, "<p class=\"forms\"><span class=\"label\">");
    put_word(page, word);
    put(page, "</span> ");
    for (uint32_t i = first; i < first + n; i++) {
        put(page, i > first ? ", " : "");
        put_said(page, page->library->forms.at[i].text);
    }
    put(page, "</p>\n");
}

static void put_term(struct page *page, const struct voice *voice, const struct term *term)
{
    uint32_t id = (uint32_t)(term - page->library->terms.at);
    terms_begin(&page->guide->terms, id);
    put(page, "<dt id=\"");
    put_anchor(page, page->guide->site.terms[id]);
    put(page, "\"");
    put_language(page, voice->language);
    put(page, ">");
    put_said(page, term->name);
    put(page, "</dt>\n<dd");
    put_language(page, voice->language);
    put(page, ">");
    if (term->definition.len)
        put_block(page, voice, term->definition, 3);
    put_forms(page, WORD_ABBREVIATION, term->first_abbreviation, term->n_abbreviations);
    put_forms(page, WORD_ALSO, term->first_also, term->n_also);
    put(page, "</dd>\n");
}

static void put_letter(struct page *page, uint32_t number, struct str letter)
{
    char anchor[24];
    struct buf label = buf_on(page->guide->mem);
    snprintf(anchor, sizeof anchor, "prm:letter-%u", number);
    html_text(&label, letter);
    if (letter.len == 1 && label.n == 1)
        label.at[0] = to_upper(label.at[0]);
    page_lists(page, 2, str_of(anchor), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"%s\">%s</h2>\n<dl class=\"terms\">\n", anchor, buf_cstr(&label));
    buf_free(&label);
}

static struct entry *sorted_terms(const struct page *page, const struct glossary *glossary)
{
    struct guide *guide = page->guide;
    struct entry *entries = arena_array(&guide->scratch, struct entry, glossary->n_terms + 1);
    for (uint32_t i = 0; i < glossary->n_terms; i++) {
        entries[i].term = &guide->library->terms.at[glossary->first_term + i];
        struct str own = in_language(page, entries[i].term->name);
        entries[i].name = own.ptr ? own : entries[i].term->name;
        entries[i].key = arena_lower(&guide->scratch, entries[i].name);
    }
    qsort(entries, glossary->n_terms, sizeof *entries, by_key);
    return entries;
}

void emit_glossary(struct guide *guide, uint32_t index)
{
    const struct glossary *glossary = &guide->library->glossaries.at[index];
    struct page page = page_begin(guide, &guide->site.glossaries[index], SUBJECT_GLOSSARY, index, NONE);
    struct voice voice = voice_of_glossary(guide->library, index);
    put_declaration(&page, &voice, glossary->title, glossary->id, WORD_GLOSSARY);
    put_description(&page, &voice, &glossary->header);
    put_download(&page, &guide->site.glossaries_csv[index], WORD_AS_CSV);
    emit_glossary_csv(&page, glossary);
    page_lead_end(&page);
    struct entry *entries = sorted_terms(&page, glossary);
    uint32_t letters = 0;
    for (uint32_t i = 0; i < glossary->n_terms; i++) {
        struct str letter = letter_of(&entries[i]);
        uint32_t len = letter.len;
        if (i == 0 || !str_eq(str_upto(entries[i].key, len), str_upto(entries[i - 1].key, len))) {
            put(&page, i ? "</dl>\n" : "");
            put_letter(&page, ++letters, letter);
        }
        put_term(&page, &voice, entries[i].term);
    }
    put(&page, glossary->n_terms ? "</dl>\n" : "");
    page_end(&page);
}
