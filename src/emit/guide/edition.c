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

/* Copies the name of a tag; that of a heading one level down. */
static const char *copy_name(struct buf *out, const char *at, const char *end)
{
    while (at < end && (*at == '<' || *at == '/'))
        buf_char(out, *at++);
    if (end - at > 1 && at[0] == 'h' && is_digit(at[1])) {
        buf_char(out, 'h');
        buf_number(out, at[1] - '0' < LEVEL_MOST ? at[1] - '0' + 1 : LEVEL_MOST);
        at += 2;
    }
    return at;
}

/* Copies a tag. In it no value holds a quote, so what looks like an attribute is one. */
static void copy_tag(struct buf *out, struct str tag, struct str key)
{
    static const struct str names[] = {{" id=\"", 5}, {" aria-labelledby=\"", 18}};
    const char *end = tag.ptr + tag.len, *at = copy_name(out, tag.ptr, end), *blank;
    while ((blank = memchr(at, ' ', (size_t)(end - at))) != NULL) {
        int i = str_starts(str_range(blank, end), names[0]) ? 0 : 1;
        bool found = str_starts(str_range(blank, end), names[i]);
        const char *next = blank + (found ? names[i].len : 1);
        buf_add(out, at, (size_t)(next - at));
        if (found) {
            html_attribute(out, key);
            buf_char(out, ':');
        }
        at = next;
    }
    buf_add(out, at, (size_t)(end - at));
}

static void copy(struct buf *out, struct str body, struct str key)
{
    const char *at = body.ptr, *end = body.ptr + body.len;
    while (at < end) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        tag = tag ? tag : end;
        buf_str(out, str_range(at, tag));
        const char *close = tag < end ? memchr(tag, '>', (size_t)(end - tag)) : NULL;
        at = close ? close + 1 : end;
        copy_tag(out, str_range(tag, at), key);
    }
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
