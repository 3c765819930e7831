#include "emit/guide/edition.h"

#include "emit/guide/html.h"

enum { LEVEL_MOST = 6 };

void edition_anchor(struct buf *out, const struct site_file *file, struct str anchor)
{
    if (file->folder.len) {
        buf_str(out, file->folder);
        buf_char(out, '/');
    }
    buf_str(out, file->url);
    if (anchor.len) {
        buf_char(out, ':');
        buf_str(out, anchor);
    }
}

/* ---- Headings become smaller, anchors get the name of their page ---- */

/* True for the `<` of a heading, or of its end. */
static bool is_heading(const char *at, const char *end)
{
    at += at + 1 < end && at[1] == '/' ? 2 : 1;
    return end - at > 1 && at[0] == 'h' && is_digit(at[1]);
}

/* Copies what was passed over, and the level of a heading one down. */
static const char *copy_level(struct buf *out, const char *from, const char *tag)
{
    const char *level = tag[1] == '/' ? tag + 3 : tag + 2;
    buf_str(out, str_range(from, level));
    buf_char(out, *level - '0' < LEVEL_MOST ? *level + 1 : *level);
    return level + 1;
}

/* Behind the quote of the attribute that begins at a blank if its value is an anchor of the page; NULL if it is not. */
static const char *anchor_at(const char *blank, const char *end)
{
    static const struct str names[] = {{" id=\"", 5}, {" aria-labelledby=\"", 18}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_starts(str_range(blank, end), names[i]))
            return blank + names[i].len;
    return NULL;
}

/* The first anchor in what is left of a tag; NULL if there is none. In it no value holds a quote, so what looks like an
   attribute is one. */
static const char *next_anchor(const char *at, const char *end)
{
    const char *blank, *anchor = NULL;
    while (!anchor && (blank = memchr(at, ' ', (size_t)(end - at))) != NULL) {
        anchor = anchor_at(blank, end);
        at = blank + 1;
    }
    return anchor;
}

static void copy(struct buf *out, struct str body, struct str key)
{
    const char *from = body.ptr, *end = body.ptr + body.len, *tag = from;
    while ((tag = memchr(tag, '<', (size_t)(end - tag))) != NULL) {
        const char *close = memchr(tag, '>', (size_t)(end - tag));
        close = close ? close : end;
        if (is_heading(tag, close))
            from = copy_level(out, from, tag);
        while ((tag = next_anchor(tag, close)) != NULL) {
            buf_str(out, str_range(from, tag));
            html_attribute(out, key);
            buf_char(out, ':');
            from = tag;
        }
        tag = close;
    }
    buf_str(out, str_range(from, end));
}

/* The title of a page as the contents show it. */
static struct str entry_label(struct edition *edition, const struct page *page)
{
    struct buf label = buf_on(page->guide->mem);
    if (page->foreign_title)
        buf_printf(&label, "<span class=\"foreign\" lang=\"%s\">", word_language());
    buf_str(&label, buf_as_str(&page->title));
    buf_text(&label, page->foreign_title ? "</span>" : "");
    struct str text = arena_str(&edition->arena, buf_as_str(&label));
    buf_free(&label);
    return text;
}

void edition_add(struct edition *edition, const struct page *page, struct str body)
{
    struct mem *mem = page->guide->mem;
    if (page->file->printed != page->file)
        return;
    struct buf key = buf_on(mem);
    edition_anchor(&key, page->file, STR(""));
    buf_text(&edition->body, "<article id=\"");
    html_attribute(&edition->body, buf_as_str(&key));
    buf_text(&edition->body, "\">\n");
    copy(&edition->body, body, buf_as_str(&key));
    buf_text(&edition->body, "</article>\n");
    const struct site *site = &page->guide->site;
    bool whole = page->subject == SUBJECT_MODEL     ? site->models[page->model].index == page->item
                 : page->subject == SUBJECT_MAPPING ? page->file == &site->mappings[page->item].table
                                                    : true;
    struct heading entry = {whole ? 2 : 3, arena_str(&edition->arena, buf_as_str(&key)), entry_label(edition, page)};
    vec_push(mem, &edition->entries, entry);
    buf_free(&key);
}
