#ifndef MODEL_TEXT_PROSE_H
#define MODEL_TEXT_PROSE_H

#include "base/atom.h"
#include "base/vec.h"
#include "source/source.h"

/* A text as its words: those that readers see, without markup, code and addresses. */

/* What stands before a word. */
enum {
    BREAK_SENTENCE = 1, /* a sentence begins: the end of one before, a paragraph, an item */
    BREAK_CLAUSE = 2,   /* a comma, a colon, a semicolon, a dash */
    BREAK_BRACKET = 4,  /* an opening bracket */
};

struct prose_word {
    struct str text; /* a slice of the text's value, as long as it is no entity */
    atom name;       /* the same in small letters */
    uint8_t breaks;
    bool reference; /* the label or path of `[[...]]` */
};

struct prose {
    struct str value; /* the text */
    struct span at;   /* its literal in the source */
    VEC(struct prose_word) words;
};

/* Splits a text into words, which replace those that are there. Words are letters, digits and marks of any
   script, with `-`, apostrophes and dots inside. `arena` keeps what is no slice of the value. */
void prose_read(struct prose *prose, struct arena *arena, struct atoms *atoms, struct str value, struct span at);

/* The same for a text without markup: every character is read as it stands. Words that are not among `known` have the
   name 0. `breaks`: what stands before the text. */
void prose_read_plain(struct prose *prose, struct mem *mem, const struct atoms *known, struct str text, uint8_t breaks);

/* Where words from `first` to `last` stand in the source. */
struct span prose_span(const struct prose *prose, const struct sources *sources, const struct prose_word *first,
                       const struct prose_word *last);

#endif
