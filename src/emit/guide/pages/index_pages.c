/* The index from A to Z: everything that has a title, and everything that has an identifier. It is what the search
   field leads to where there is no script. */

#include <limits.h>
#include <stdlib.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "emit/guide/headers.h"
#include "emit/guide/html.h"
#include "emit/guide/plain.h"

enum { NUMBER = '0', NUMBER_BYTES = 2 /* in front of its digits */ };

enum { PAGE_MOST = 90 }; /* lines of a page: with its style it stays below 60 kB */

struct line {
    const struct findable *entry;
    struct str key; /* what it is sorted by */
    struct str was; /* it is about an identifier that the entry had; {0}: what it is now */
};

/* One of the two orders. */
struct order {
    const char *name;
    bool titles;
    enum word word;
    VEC(struct line) lines;
    uint32_t n, n_pages;
    uint32_t *letters, n_letters; /* the first line of each letter */
    struct site_file *files;
};

struct az {
    struct guide *guide;
    struct arena arena;
    struct buf plain, folded, key; /* of the text at hand */
    struct order orders[2];
};

/* ---- The lines in their order ---- */

/* Signs in front of the first letter or digit do not count. */
static struct str from_first_word(struct str folded)
{
    struct str rest = folded, word;
    return fold_next_word(&rest, &word) ? str_range(word.ptr, folded.ptr + folded.len) : folded;
}

/* Appends a folded text such that keys are in order as bytes: "1.9" in front of "1.10", for a number says how long it
   is. The sign in front of it is a digit, by which it stands between other signs where it did. */
static void add_key(struct buf *key, struct str folded)
{
    while (folded.len) {
        uint32_t n = 0;
        while (n < folded.len && is_digit(folded.ptr[n]))
            n++;
        if (n) {
            buf_char(key, NUMBER);
            buf_char(key, (char)(n < UCHAR_MAX ? n : UCHAR_MAX));
        }
        n += n == 0;
        buf_str(key, str_upto(folded, n));
        folded = str_from(folded, n);
    }
}

static struct str key_of(struct az *az, struct str text)
{
    az->plain.n = az->folded.n = az->key.n = 0;
    plain_add(&az->plain, &az->guide->scratch, text);
    fold_add(&az->folded, buf_as_str(&az->plain));
    add_key(&az->key, from_first_word(buf_as_str(&az->folded)));
    arena_free(&az->guide->scratch);
    return arena_str(&az->arena, buf_as_str(&az->key));
}

static struct str title_of(const struct az *az, const struct findable *entry)
{
    struct str own = translated(az->guide->library, guide_locale(az->guide), entry->title);
    return own.ptr ? own : entry->title;
}

/* The identifier that people would look up; "" if it has none. */
static struct str identifier_of(const struct az *az, const struct findable *entry)
{
    if (entry->type != FIND_COMPONENT)
        return entry->path;
    atom id = az->guide->library->components.at[entry->item].id;
    return id ? atom_text(az->guide->library->atoms, id) : STR("");
}

static int by_key(const void *a, const void *b)
{
    const struct line *one = a, *other = b;
    int order = str_compare(one->key, other->key);
    return order ? order : (one->entry > other->entry) - (one->entry < other->entry);
}

/* The first character of what a key is of. */
static struct str letter_of(const struct line *line)
{
    struct str key = line->key;
    uint32_t len = 0;
    if (key.len && key.ptr[0] == NUMBER)
        return str_upto(str_from(key, NUMBER_BYTES), 1);
    if (key.len)
        utf8_decode(key.ptr, key.ptr + key.len, &len);
    return str_upto(key, len);
}

static bool begins_letter(const struct order *order, uint32_t i)
{
    return i == 0 || !str_eq(letter_of(&order->lines.at[i]), letter_of(&order->lines.at[i - 1]));
}

static void add_line(struct az *az, struct order *order, struct line line, struct str text)
{
    line.key = key_of(az, text);
    vec_push(az->guide->mem, &order->lines, line);
}

/* The identifiers that an entry had; it stands under them, too. */
static void add_former(struct az *az, struct order *order, const struct findable *entry)
{
    const struct library *library = az->guide->library;
    if (entry->type != FIND_COMPONENT)
        return;
    uint32_t first, end = library_attributes(library, entry->item, &first);
    for (uint32_t i = first; i < end; i++) {
        struct str was = library->attributes.at[i].text;
        if (library->attributes.at[i].property == BUILTIN_WAS)
            add_line(az, order, (struct line){.entry = entry, .was = was}, was);
    }
}

static void add_lines(struct az *az, struct order *order)
{
    VEC_EACH (const struct findable, entry, &az->guide->findables) {
        struct str text = order->titles ? title_of(az, entry) : identifier_of(az, entry);
        if (text.len)
            add_line(az, order, (struct line){.entry = entry}, text);
        if (!order->titles)
            add_former(az, order, entry);
    }
}

static void sort_lines(struct az *az, struct order *order)
{
    add_lines(az, order);
    order->n = order->lines.n;
    if (order->n)
        qsort(order->lines.at, order->n, sizeof *order->lines.at, by_key);
    order->letters = arena_array(&az->arena, uint32_t, order->n + 1);
    for (uint32_t i = 0; i < order->n; i++)
        if (begins_letter(order, i))
            order->letters[order->n_letters++] = i;
    order->n_pages = order->n ? (order->n + PAGE_MOST - 1) / PAGE_MOST : 1;
    order->files = arena_array(&az->arena, struct site_file, order->n_pages);
    for (uint32_t i = 0; i < order->n_pages; i++)
        order->files[i] = site_index_page(&az->arena, order->name, i);
}

/* ---- Letters ---- */

static void put_letter(struct page *page, struct str letter)
{
    if (letter.len == 1)
        buf_char(page->out, to_upper(letter.ptr[0]));
    else
        put_text(page, letter);
}

/* The anchor of a letter: its number in the order. */
static struct str letter_anchor(struct page *page, uint32_t number)
{
    struct buf anchor = buf_on(page->guide->mem);
    buf_printf(&anchor, "prm:letter-%u", number);
    struct str result = arena_str(&page->guide->scratch, buf_as_str(&anchor));
    buf_free(&anchor);
    return result;
}

static void put_letters(struct page *page, const struct order *order)
{
    put(page, "<nav class=\"letters\" aria-label=\"");
    put_word(page, WORD_LETTERS);
    put(page, "\"><ul>\n");
    for (uint32_t i = 0; i < order->n_letters; i++) {
        put(page, "<li><a href=\"");
        put_url(page, &order->files[order->letters[i] / PAGE_MOST], letter_anchor(page, i));
        put(page, "\">");
        put_letter(page, letter_of(&order->lines.at[order->letters[i]]));
        put(page, "</a></li>\n");
    }
    put(page, "</ul></nav>\n");
}

static void put_orders(struct page *page, const struct az *az, const struct order *own)
{
    put(page, "<nav class=\"views\" aria-label=\"");
    put_word(page, WORD_A_TO_Z);
    put(page, "\"><ul>\n");
    for (uint32_t i = 0; i < 2; i++) {
        const struct order *order = &az->orders[i];
        put(page, "<li><a href=\"");
        put_url(page, &order->files[0], STR(""));
        put(page, order == own ? "\" aria-current=\"true\">" : "\">");
        put_word(page, order->word);
        put(page, "</a></li>\n");
    }
    put(page, "</ul></nav>\n");
}

/* ---- Lines ---- */

static void put_entry_title(struct page *page, const struct findable *entry)
{
    struct voice voice = {.language = entry->language};
    put(page, "<bdi");
    put_language(page, entry->language);
    put(page, ">");
    if (entry->type == FIND_TERM)
        put_said(page, entry->title);
    else
        put_inline(page, &voice, entry->title, TEXT_FLAT);
    put(page, "</bdi>");
}

static void put_line(struct page *page, const struct az *az, const struct order *order, uint32_t i)
{
    const struct findable *entry = order->lines.at[i].entry;
    struct str was = order->lines.at[i].was, identifier = was.ptr ? was : identifier_of(az, entry);
    put(page, "<li><a href=\"");
    put_url(page, entry->file, entry->anchor);
    put(page, "\">");
    if (!order->titles) {
        put(page, "<b>");
        put_text(page, identifier);
        put(page, "</b> ");
    }
    if (entry->title.len)
        put_entry_title(page, entry);
    if (was.ptr) {
        put(page, " <span class=\"tag\">");
        put_word(page, WORD_WAS);
        put(page, "</span>");
    }
    put(page, "</a> <span class=\"place\">");
    put_text(page, entry->within);
    put(page, entry->within.len ? " " : "");
    put_text(page, entry->path);
    put(page, "</span></li>\n");
}

static void put_lines(struct page *page, const struct az *az, const struct order *order, uint32_t first, uint32_t end)
{
    uint32_t number = 0; /* of the letters that have begun */
    while (number < order->n_letters && order->letters[number] < first)
        number++;
    for (uint32_t i = first; i < end; i++) {
        bool begins = number < order->n_letters && order->letters[number] == i;
        number += begins;
        if (i == first || begins) {
            put(page, i > first ? "</ul>\n" : "");
            put(page, "<h2 id=\"");
            put_anchor(page, letter_anchor(page, number - 1));
            put(page, "\">");
            put_letter(page, letter_of(&order->lines.at[i]));
            put(page, "</h2>\n<ul class=\"az\">\n");
        }
        put_line(page, az, order, i);
    }
    put(page, end > first ? "</ul>\n" : "");
}

/* ---- Pages ---- */

static void put_next(struct page *page, const struct order *order, uint32_t number)
{
    if (order->n_pages < 2)
        return;
    put(page, "<nav class=\"ends\" aria-label=\"");
    put_word(page, WORD_PREVIOUS_AND_NEXT);
    put(page, "\">\n");
    for (int step = -1; step <= 1; step += 2) {
        uint32_t other = number + (uint32_t)step;
        if (other >= order->n_pages)
            continue;
        put(page, step < 0 ? "<a rel=\"prev\" href=\"" : "<a rel=\"next\" href=\"");
        put_url(page, &order->files[other], STR(""));
        put(page, "\">");
        put_word(page, step < 0 ? WORD_PREVIOUS : WORD_NEXT);
        put(page, "</a>\n");
    }
    put(page, "</nav>\n");
}

static void put_heading_text(struct page *page, const struct order *order, uint32_t number)
{
    put_word(page, WORD_A_TO_Z);
    put(page, ": ");
    put_word(page, order->word);
    if (number) {
        put(page, ", ");
        put_counted(page, WORD_PART_N, number + 1);
    }
}

static void emit_page(struct az *az, const struct order *order, uint32_t number)
{
    struct page page = page_begin(az->guide, &order->files[number], SUBJECT_INDEX, number, NONE);
    page.out = &page.title;
    put_heading_text(&page, order, number);
    page.out = &az->guide->body;
    put(&page, "<h1>");
    put_heading_text(&page, order, number);
    put(&page, "</h1>\n<p class=\"lead\">");
    put_word(&page, WORD_ABOUT_A_TO_Z);
    put(&page, "</p>\n");
    put_orders(&page, az, order);
    put_letters(&page, order);
    page_lead_end(&page);
    uint32_t first = number * PAGE_MOST, end = first + PAGE_MOST;
    put_lines(&page, az, order, first, end < order->n ? end : order->n);
    put_next(&page, order, number);
    page_end(&page);
}

void emit_index(struct guide *guide)
{
    struct az az = {
        .guide = guide,
        .arena = arena_on(guide->mem),
        .plain = buf_on(guide->mem),
        .folded = buf_on(guide->mem),
        .key = buf_on(guide->mem),
        .orders = {{.name = "titles", .titles = true, .word = WORD_BY_TITLE},
                   {.name = "identifiers", .word = WORD_BY_IDENTIFIER}},
    };
    for (int i = 0; i < 2; i++)
        sort_lines(&az, &az.orders[i]);
    for (int i = 0; i < 2; i++)
        for (uint32_t number = 0; number < az.orders[i].n_pages; number++)
            emit_page(&az, &az.orders[i], number);
    for (int i = 0; i < 2; i++)
        vec_free(guide->mem, &az.orders[i].lines);
    buf_free(&az.plain);
    buf_free(&az.folded);
    buf_free(&az.key);
    arena_free(&az.arena);
}
