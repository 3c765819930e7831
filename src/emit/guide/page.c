#include "emit/guide/page.h"

#include "emit/guide/edition.h"
#include "emit/guide/frame.h"
#include "emit/guide/html.h"

struct page page_begin(struct guide *guide, const struct site_file *file, enum subject subject, uint32_t item,
                       model_id model)
{
    guide->body.n = 0;
    terms_begin(&guide->terms, NONE);
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
    if (guide->edition)
        edition_add(guide->edition, page, buf_as_str(&guide->body));
    else
        put_frame(page, buf_as_str(&guide->body));
    guide_add(guide, page->file, &guide->whole);
    vec_free(guide->mem, &page->headings);
    buf_free(&page->title);
    arena_free(&guide->scratch);
}

/* ---- Writing ---- */

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
    buf_number(page->out, number);
}

/* True where tags may stand: what is in front is no tag that is still open, as text holds no `<` or `>`. */
static bool may_tag(const struct page *page)
{
    size_t at = page->out->n;
    while (at > 0 && page->out->at[at - 1] != '<' && page->out->at[at - 1] != '>')
        at--;
    return page->out != &page->title && (at == 0 || page->out->at[at - 1] == '>');
}

bool foreign_begin(struct page *page, struct str language, const char *element)
{
    if (!language.len)
        language = str_of(word_language());
    if (page->guide->language == 0 || str_eq(language, guide_language(page->guide)))
        return false;
    page->foreign_title = page->foreign_title || page->out == &page->title;
    if (!may_tag(page))
        return false;
    buf_printf(page->out, "<%s class=\"foreign\" lang=\"", element);
    html_attribute(page->out, language);
    put(page, "\">");
    return true;
}

void foreign_end(struct page *page, bool begun, const char *element)
{
    if (begun)
        buf_printf(page->out, "</%s>", element);
}

struct str in_language(const struct page *page, struct str text)
{
    return translated(page->library, guide_locale(page->guide), text);
}

bool has_letters(struct str text)
{
    for (uint32_t i = 0; i < text.len; i++)
        if (is_letter(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)
            return true;
    return false;
}

/* `own` if there is a translation, else the text, marked. */
static void put_either(struct page *page, struct str own, struct str text)
{
    bool foreign = page->guide->language && !own.ptr && has_letters(text) && foreign_begin(page, STR(""), "span");
    html_text(page->out, own.ptr ? own : text);
    foreign_end(page, foreign, "span");
}

void put_said(struct page *page, struct str text)
{
    put_either(page, in_language(page, text), text);
}

void put_said_on(struct page *page, struct buf *out, struct str text)
{
    struct buf *before = page->out;
    page->out = out;
    put_said(page, text);
    page->out = before;
}

static struct str own_word(const struct page *page, enum word word)
{
    return translated_word(page->library, guide_locale(page->guide), word);
}

void put_word(struct page *page, enum word word)
{
    put_either(page, own_word(page, word), str_of(word_text(word)));
}

void put_counted(struct page *page, enum word word, uint32_t number)
{
    struct str own = own_word(page, word);
    bool foreign = !own.ptr && foreign_begin(page, STR(""), "span");
    const char *text = own.ptr ? own.ptr : word_text(word), *gap = strstr(text, "{}");
    html_text(page->out, gap ? str_range(text, gap) : str_of(text));
    if (gap) {
        put_number(page, number);
        html_text(page->out, str_of(gap + 2));
    }
    foreign_end(page, foreign, "span");
}

static void put_spelled(struct page *page, atom name, bool capital)
{
    struct str text = atom_text(page->library->atoms, name);
    struct str own = translated_name(page->library, guide_locale(page->guide), name);
    if (own.ptr) {
        html_text(page->out, own);
        return;
    }
    bool foreign = foreign_begin(page, STR(""), "span");
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        buf_char(page->out, c == '-' ? ' ' : capital && i == 0 ? to_upper(c) : c);
    }
    foreign_end(page, foreign, "span");
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
    if (page->guide->language || !is_language(language) || str_is(language, word_language()))
        return; /* on a page of a translation each text says it of itself */
    put(page, " lang=\"");
    html_attribute(page->out, language);
    put(page, "\"");
}

/* The place of a page in the print edition. */
static void put_printed_url(struct page *page, const struct site_file *file, struct str anchor)
{
    struct buf key = buf_on(page->guide->mem);
    edition_anchor(&key, file->printed, anchor);
    put(page, "#");
    html_url_step(page->out, buf_as_str(&key));
    buf_free(&key);
}

static void put_url_below(struct page *page, struct str base, const struct site_file *file, struct str anchor)
{
    buf_str(page->out, base);
    if (page->guide->language)
        buf_printf(page->out, "%.*s/", STR_ARGS(page->guide->site.languages[guide_locale(page->guide)].url));
    if (file->folder.len)
        buf_printf(page->out, "%.*s/", STR_ARGS(file->folder));
    buf_str(page->out, file->url);
    put(page, anchor.len ? "#" : "");
    html_url_step(page->out, anchor);
}

void put_whole_url(struct page *page, const struct site_file *file, struct str anchor)
{
    put_url_below(page, page->guide->base, file, anchor);
}

void put_permalink(struct page *page)
{
    put_url_below(page, page->guide->permalink, page->file, STR(""));
}

void put_url(struct page *page, const struct site_file *file, struct str anchor)
{
    if (page->absolute && (file != page->file || anchor.len == 0)) {
        put_whole_url(page, file, anchor);
        return;
    }
    const struct site_file *here = page->guide->edition ? &page->guide->site.print : page->file;
    bool same_folder = str_eq(file->folder, here->folder);
    if (page->guide->edition && file->printed) {
        put_printed_url(page, file, anchor);
        return;
    }
    if (file != here || anchor.len == 0) {
        if (!same_folder && here->folder.len)
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
    struct heading heading = {level, arena_str(&page->guide->scratch, anchor), arena_str(&page->guide->scratch, label)};
    vec_push(page->guide->mem, &page->headings, heading);
}

void put_heading(struct page *page, uint32_t level, const char *anchor, enum word label)
{
    put(page, "<h");
    put_number(page, level);
    put(page, " id=\"");
    put(page, anchor);
    put(page, "\">");
    size_t start = page->out->n;
    put_word(page, label);
    page_lists(page, level, str_of(anchor), (struct str){page->out->at + start, (uint32_t)(page->out->n - start)});
    put(page, "</h");
    put_number(page, level);
    put(page, ">\n");
}

void region_begin(struct page *page, const char *name)
{
    /* in the print edition many are called alike, so they are no landmarks there */
    put(page,
        page->guide->edition ? "<div class=\"scroll open\" role=\"group\"" : "<div class=\"scroll\" role=\"region\"");
    buf_printf(page->out, " tabindex=\"0\" aria-labelledby=\"prm:%s-%u\">", name, page->n_tables);
}

void table_begin(struct page *page, const char *class)
{
    uint32_t n = ++page->n_tables;
    region_begin(page, "table");
    buf_printf(page->out, "<table class=\"%s\">\n<caption id=\"prm:table-%u\">", class, n);
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
