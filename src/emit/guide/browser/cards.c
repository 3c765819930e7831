#include "emit/guide/browser/cards.h"

#include <stdio.h>

#include "base/json.h"
#include "emit/guide/html.h"
#include "emit/guide/index.h"
#include "emit/guide/plain.h"

enum {
    FILE_MOST = 1500,    /* cards in a file, about */
    SENTENCE_MOST = 220, /* code points */
    SENTENCE_LEAST = 12, /* what is shorter is an abbreviation */
    DANDA_BYTES = 3
};

struct cards {
    struct guide *guide;
    struct buf text; /* at hand */
    struct buf entries;
    struct atoms kinds;
    const struct site_file *beside; /* a page of the folder at hand */
    uint32_t file;                  /* that is being written, counted from 0 */
};

uint32_t cards_run(const struct guide *guide, uint32_t first)
{
    uint32_t n = 1;
    while (first + n < guide->findables.n &&
           str_eq(guide->findables.at[first + n].file->folder, guide->findables.at[first].file->folder))
        n++;
    return n;
}

bool cards_has(const struct guide *guide, uint32_t first)
{
    enum findable_type type = guide->findables.at[first].type;
    return type == FIND_MODEL || type == FIND_GLOSSARY;
}

uint32_t cards_files(uint32_t n)
{
    return (n + FILE_MOST - 1) / FILE_MOST;
}

/* The number of a page, by which it falls into one of the files: cards.js counts the same. */
static uint32_t number_of(struct str url)
{
    uint32_t hash = 0;
    for (uint32_t i = 0; i < url.len; i++)
        hash = hash * 31 + (unsigned char)url.ptr[i];
    return hash;
}

/* ---- Sentences ---- */

/* The length of the sign at `at` that ends sentences; 0: it is none. */
static inline uint32_t stop_at(struct str text, uint32_t at)
{
    char c = text.ptr[at];
    if (c == '.' || c == '!' || c == '?')
        return 1;
    return c == '\xe0' && str_starts(str_from(text, at), STR("\xe0\xa5\xa4")) ? DANDA_BYTES : 0;
}

/* The length of the end of a sentence at `at`, where there is a sign of `n` bytes; 0: it goes on. */
static uint32_t end_at(struct str text, uint32_t at, uint32_t n)
{
    if (at < SENTENCE_LEAST || at + n >= text.len)
        return n && at + n == text.len ? n : 0;
    if (text.ptr[at + n] != ' ')
        return 0;
    char next = at + n + 1 < text.len ? text.ptr[at + n + 1] : ' ';
    return next >= 'a' && next <= 'z' ? 0 : n; /* "e.g. this" */
}

void cards_cut(struct buf *text)
{
    struct str all = buf_as_str(text);
    uint32_t blank = 0, n_letters = 0;
    for (uint32_t i = 0; i < all.len; i++) {
        n_letters += ((unsigned char)all.ptr[i] & 0xC0) != 0x80;
        if (n_letters > SENTENCE_MOST && blank) {
            text->n = blank;
            buf_text(text, "\xe2\x80\xa6");
            return;
        }
        uint32_t n = stop_at(all, i);
        if (n && (n = end_at(all, i, n)) > 0) {
            text->n = i + n;
            return;
        }
        blank = all.ptr[i] == ' ' ? i : blank;
    }
}

/* ---- Entries ---- */

static struct str first_text(const struct library *library, component_id id)
{
    uint32_t first, end = library_texts(library, id, &first);
    return first < end ? library->texts.at[first].value : STR("");
}

static struct str said_of(const struct library *library, const struct findable *entry)
{
    switch (entry->type) {
    case FIND_COMPONENT: return first_text(library, entry->item);
    case FIND_MODEL: return library->models.at[entry->item].header.description;
    case FIND_GLOSSARY: return library->glossaries.at[entry->item].header.description;
    case FIND_TERM: return library->terms.at[entry->item].definition;
    default: return STR("");
    }
}

static struct str word_in_guide(const struct cards *cards, enum word word)
{
    struct str own = translated_word(cards->guide->library, guide_locale(cards->guide), word);
    return own.ptr ? own : str_of(word_text(word));
}

static uint32_t kind_number(struct cards *cards, const struct findable *entry)
{
    const struct library *library = cards->guide->library;
    struct str title;
    if (entry->type == FIND_COMPONENT) {
        struct str original = library_kind(library, entry->item)->title;
        struct str own = translated(library, guide_locale(cards->guide), original);
        title = own.ptr ? own : original;
    } else {
        title = word_in_guide(cards, entry->type == FIND_MODEL      ? WORD_MODEL
                                     : entry->type == FIND_GLOSSARY ? WORD_GLOSSARY
                                                                    : WORD_TERM);
    }
    return atom_intern(&cards->kinds, title) - 1;
}

/* A text in the language of the guide without markup, as a string; true if it is in its own language instead. */
static bool put_said(struct cards *cards, struct str text, bool whole)
{
    struct guide *guide = cards->guide;
    struct str own = translated(guide->library, guide_locale(guide), text);
    cards->text.n = 0;
    plain_add(&cards->text, &guide->scratch, own.ptr ? own : text);
    if (!whole)
        cards_cut(&cards->text);
    json_add_string(&cards->entries, buf_as_str(&cards->text));
    arena_free(&guide->scratch);
    return guide->language && !own.ptr && text.len;
}

/* "page#place": [kind, title, sentence, language of the title and of the sentence where it is another]. */
static void put_entry(struct cards *cards, const struct findable *entry)
{
    struct str said = said_of(cards->guide->library, entry);
    struct str language = entry->language.len ? entry->language : str_of(word_language());
    buf_text(&cards->entries, cards->entries.n ? ",\n" : "");
    cards->text.n = 0;
    buf_str(&cards->text, entry->file->url);
    buf_text(&cards->text, entry->anchor.len ? "#" : "");
    html_url_step(&cards->text, entry->anchor);
    json_add_string(&cards->entries, buf_as_str(&cards->text));
    buf_printf(&cards->entries, ":[%u,", kind_number(cards, entry));
    bool foreign_title = put_said(cards, entry->title, true);
    buf_text(&cards->entries, ",");
    bool foreign_said = put_said(cards, said, false);
    for (int i = 0; i < 2 && (foreign_title || foreign_said); i++) {
        buf_text(&cards->entries, ",");
        json_add_string(&cards->entries, (i ? foreign_said : foreign_title) ? language : STR(""));
    }
    buf_text(&cards->entries, "]");
}

/* ---- Files ---- */

static void put_kinds(struct buf *out, const struct atoms *kinds)
{
    for (atom name = 1; name < kinds->names.n; name++) {
        buf_text(out, name > 1 ? "," : "");
        json_add_string(out, atom_text(kinds, name));
    }
}

static void emit_file(struct cards *cards, const uint32_t *entries, uint32_t n)
{
    struct guide *guide = cards->guide;
    struct buf out = buf_on(guide->mem);
    char name[32];
    atoms_init(&cards->kinds, guide->mem);
    cards->entries.n = 0;
    for (uint32_t i = 0; i < n; i++)
        put_entry(cards, &guide->findables.at[entries[i]]);
    buf_text(&out, "prmAbout(");
    json_add_string(&out, cards->beside->folder);
    buf_printf(&out, ",%u,[", cards->file);
    put_kinds(&out, &cards->kinds);
    buf_text(&out, "],{\n");
    buf_str(&out, buf_as_str(&cards->entries));
    buf_text(&out, "});\n");
    snprintf(name, sizeof name, "cards-%u.js", cards->file + 1);
    struct site_file file = site_beside(&guide->arena, cards->beside, name);
    guide_add(guide, &file, &out);
    buf_free(&out);
}

/* The cards of a run, spread over its files by their pages. */
static void emit_run(struct cards *cards, uint32_t first, uint32_t n)
{
    struct guide *guide = cards->guide;
    struct arena arena = arena_on(guide->mem);
    index_pairs pairs = {0};
    uint32_t n_files = cards_files(n);
    for (uint32_t i = first; i < first + n; i++) {
        uint32_t file = number_of(guide->findables.at[i].file->url) % n_files;
        vec_push(guide->mem, &pairs, ((struct index_pair){file, i}));
    }
    struct index files = index_build(&arena, n_files, &pairs);
    cards->beside = guide->findables.at[first].file;
    for (cards->file = 0; cards->file < n_files; cards->file++) {
        const uint32_t *entries = index_at(&files, cards->file, &n);
        emit_file(cards, entries, n);
    }
    arena_free(&arena);
}

void emit_cards(struct guide *guide)
{
    struct cards cards = {.guide = guide, .text = buf_on(guide->mem), .entries = buf_on(guide->mem)};
    for (uint32_t first = 0, n; first < guide->findables.n; first += n) {
        n = cards_run(guide, first);
        if (cards_has(guide, first))
            emit_run(&cards, first, n);
    }
    buf_free(&cards.text);
    buf_free(&cards.entries);
}
