#ifndef EMIT_GUIDE_PAGE_H
#define EMIT_GUIDE_PAGE_H

#include "emit/guide/guide.h"
#include "model/translation/words.h"

/* What a page is about: it says what stands around the text. */
enum subject {
    SUBJECT_GUIDE,
    SUBJECT_MODEL, /* item: the page, in the site's pages */
    SUBJECT_MAPPING,
    SUBJECT_PROFILE,
    SUBJECT_GLOSSARY,
    SUBJECT_INDEX, /* from A to Z */
};

/* An entry of "On this page". */
struct heading {
    uint32_t level;
    struct str anchor; /* as in the id, not encoded */
    struct str label;  /* HTML without tags */
};

/* A page that is being written: first what it says, then, by page_end(), all around it. */
struct page {
    struct guide *guide;
    const struct library *library;
    struct buf *out;
    const struct site_file *file;
    enum subject subject;
    uint32_t item;
    model_id model;     /* whose view links lead to; NONE */
    struct buf title;   /* HTML without tags: the heading, and what the browser shows */
    bool foreign_title; /* a part of it is not in the language of the page */
    size_t lead_end;    /* where "On this page" goes */
    VEC(struct heading) headings;
    uint32_t n_tables;                /* that can scroll */
    bool is_former;                   /* it stands where a page was */
    const struct site_file *moved_to; /* and leads to it; NULL: it does not */
    bool absolute;                    /* its addresses are whole: nobody knows where it is seen */
};

/* Starts a page; the title is still to be written. */
struct page page_begin(struct guide *guide, const struct site_file *file, enum subject subject, uint32_t item,
                       model_id model);

/* Marks the end of what stands above "On this page". */
void page_lead_end(struct page *page);

/* Puts the frame around what was written, and stages the file. */
void page_end(struct page *page);

/* ---- Writing; `put` takes markup, all others escape ---- */

static inline void put(struct page *page, const char *markup)
{
    buf_text(page->out, markup);
}

/* A text, a name, a number, a word of the guide's own, at the end of what is being written. */
void put_text(struct page *page, struct str text);
void put_atom(struct page *page, atom name);
void put_number(struct page *page, int64_t number);
void put_word(struct page *page, enum word word);

/* A text of the library that has no markup, such as the title of a kind; what is not translated into the
   language of the page is marked. */
void put_said(struct page *page, struct str text);

/* The same, to be copied to where it belongs. */
void put_said_on(struct page *page, struct buf *out, struct str text);

/* The text in the language of the page; {0} if there is none. */
struct str in_language(const struct page *page, struct str text);

/* True if the text has letters: numbers and dates are in no language. */
bool has_letters(struct str text);

/* Around a text of `language` where that is not the language of a page of a translation: it says so, to
   machines and to readers. `element`: "span" or "div". Nothing inside of a tag, and in the title. */
bool foreign_begin(struct page *page, struct str language, const char *element);
void foreign_end(struct page *page, bool begun, const char *element);

/* A word with a number in the place of its `{}`. */
void put_counted(struct page *page, enum word word, uint32_t number);

/* The name of an attribute or of a text, or one of the words that it may be, as people read it: "Maturity level". */
void put_label(struct page *page, atom name);
void put_small_label(struct page *page, atom name); /* "maturity level" */

/* ` lang="hi"` if the language is not that of the words, so that it can be read aloud. */
void put_language(struct page *page, struct str language);

/* The address of a file or of a place in it, as seen from this page; for an attribute. */
void put_url(struct page *page, const struct site_file *file, struct str anchor);

/* The whole address of a file of the language at hand; only where the base address is known. */
void put_whole_url(struct page *page, const struct site_file *file, struct str anchor);

/* The address at which the page at hand stays as it is; only where that is known. */
void put_permalink(struct page *page);

/* The value of an `id`. Those of the frame begin with "prm:", which no id of a model can hold. */
void put_anchor(struct page *page, struct str anchor);

/* ---- Parts of every page ---- */

/* A heading that "On this page" lists; `label` is a word. */
void put_heading(struct page *page, uint32_t level, const char *anchor, enum word label);

/* Lists a heading that was written otherwise; `label`: HTML without tags. */
void page_lists(struct page *page, uint32_t level, struct str anchor, struct str label);

/* Opens a `div` that scrolls by itself, called by the id `prm:NAME-n` of the last table or picture. */
void region_begin(struct page *page, const char *name);

/* Opens a table that scrolls by itself where it is too wide, up to the text of its caption;
   table_end() closes it. */
void table_begin(struct page *page, const char *class);
void table_end(struct page *page);

/* A head cell of a column. */
void put_column(struct page *page, enum word word);

/* One pair of a list of facts, around its value. */
void fact_begin(struct page *page, enum word word);
void fact_end(struct page *page);

#endif
