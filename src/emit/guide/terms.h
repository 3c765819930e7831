#ifndef EMIT_GUIDE_TERMS_H
#define EMIT_GUIDE_TERMS_H

#include "base/vec.h"
#include "model/library.h"
#include "model/text/phrases.h"

/* Terms of the glossaries where texts use them: on each page the first use leads to what the term means. */

struct page;

/* How the terms are called in one language. */
struct term_names {
    struct str language;
    struct phrases phrases; /* the value is a term of the library, its kind of name: see terms.c */
};

struct terms {
    struct atoms words; /* of all names */
    VEC(struct term_names) languages;
    uint32_t *used; /* by term: the round in which it was linked */
    uint32_t round;
    struct prose prose; /* of the text at hand */
};

/* Finds the names of all terms of a library, in its languages and those of its translations. What it holds hangs on
   the memory of the library and on `arena`. */
void terms_find(struct terms *terms, const struct library *library, struct arena *arena);

/* From here on every term is new to the reader but `known`; NONE: every one. */
void terms_begin(struct terms *terms, uint32_t known);

/* Writes a text without markup in a language, with links from the terms that are new to the reader. `begins`: it begins
   a paragraph, an item or the like. */
void put_with_terms(struct page *page, struct str language, struct str text, bool begins);

#endif
