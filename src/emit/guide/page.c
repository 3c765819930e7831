#include "emit/guide/page.h"

#include "emit/guide/frame.h"
#include "emit/guide/html.h"

struct page page_begin(struct guide *guide, const struct site_file *file, enum subject subject,
                       uint32_t item, model_id model)
{
    guide->body.n = 0;
    return (struct page){
        .guide = guide,
        .library = guide->library,
        .out = &guide->body,
        .file = file,
        .subject = subject,
        .item = item,
        .model = model,
        .title = buf_on(guide->mem),
    };
}

void page_lead_end(struct page *page)
{
    page->lead_end = page->out->n;
}

void page_end(struct page *page)
{
    struct guide *guide = page->guide;
    guide->whole.n = 0;
    page->out = &guide->whole;
    put_frame(page, buf_as_str(&guide->body));
    guide_add(guide, page->file, &guide->whole);
    vec_free(guide->mem, &page->headings);
    buf_free(&page->title);
    arena_free(&guide->scratch);
}

/* ---- Writing ---- */

void put(struct page *page, const char *markup)
{
    buf_text(page->out, markup);
}

void put_text(struct page *page, struct str text)
{
    html_text(page->out, text);
}

void put_atom(struct page *page, atom name)
{
    html_text(page->out, atom_text(page->library->atoms, name));
}

void put_number(struct page *page, int64_t number)
{
    buf_printf(page->out, "%lld", (long long)number);
}

void put_word(struct page *page, enum word word)
{
    html_text(page->out, str_of(word_text(word)));
}

void put_counted(struct page *page, enum word word, uint32_t number)
{
    const char *text = word_text(word), *gap = strstr(text, "{}");
    if (!gap) {
        html_text(page->out, str_of(text));
        return;
    }
    html_text(page->out, str_range(text, gap));
    put_number(page, number);
    html_text(page->out, str_of(gap + 2));
}

static void put_spelled(struct page *page, atom name, bool capital)
{
    struct str text = atom_text(page->library->atoms, name);
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        buf_char(page->out, c == '-' ? ' ' : capital && i == 0 ? to_upper(c) : c);
    }
}

void put_label(struct page *page, atom name)
{
    put_spelled(page, name, true);
}

void put_small_label(struct page *page, atom name)
{
    put_spelled(page, name, false);
}

/* True if the text looks like a language tag. */
static bool is_language(struct str language)
{
    for (uint32_t i = 0; i < language.len; i++) {
        char c = language.ptr[i];
        if (!is_letter(c) && (i < 2 || !(is_digit(c) || c == '-')))
            return false;
    }
    return language.len >= 2;
}

void put_language(struct page *page, struct str language)
{
    if (!is_language(language) || str_is(language, word_language()))
        return;
    put(page, " lang=\"");
    html_attribute(page->out, language);
    put(page, "\"");
}

void put_url(struct page *page, const struct site_file *file, struct str anchor)
{
    bool same_folder = str_eq(file->folder, page->file->folder);
    if (file != page->file || anchor.len == 0) {
        if (!same_folder && page->file->folder.len)
            put(page, "../");
        if (!same_folder && file->folder.len) {
            buf_str(page->out, file->folder);
            put(page, "/");
        }
        buf_str(page->out, file->url);
    }
    if (anchor.len) {
        put(page, "#");
        html_url_step(page->out, anchor);
    }
}

void put_anchor(struct page *page, struct str anchor)
{
    html_attribute(page->out, anchor);
}

/* ---- Parts of every page ---- */

void page_lists(struct page *page, uint32_t level, struct str anchor, struct str label)
{
    struct heading heading = {
        level, arena_str(&page->guide->scratch, anchor), arena_str(&page->guide->scratch, label)};
    vec_push(page->guide->mem, &page->headings, heading);
}

void put_heading(struct page *page, uint32_t level, const char *anchor, enum word label)
{
    buf_printf(page->out, "<h%u id=\"%s\">", level, anchor);
    size_t start = page->out->n;
    put_word(page, label);
    page_lists(page, level, str_of(anchor), (struct str){page->out->at + start, (uint32_t)(page->out->n - start)});
    buf_printf(page->out, "</h%u>\n", level);
}

void table_begin(struct page *page, const char *class)
{
    uint32_t n = ++page->n_tables;
    buf_printf(page->out,
               "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"prm:table-%u\">"
               "<table class=\"%s\">\n<caption id=\"prm:table-%u\">",
               n, class, n);
}

void table_end(struct page *page)
{
    put(page, "</tbody></table></div>\n");
}

void put_column(struct page *page, enum word word)
{
    put(page, "<th scope=\"col\">");
    put_word(page, word);
    put(page, "</th>");
}

void fact_begin(struct page *page, enum word word)
{
    put(page, "<dt>");
    put_word(page, word);
    put(page, "</dt><dd>");
}

void fact_end(struct page *page)
{
    put(page, "</dd>\n");
}
