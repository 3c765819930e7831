#ifndef EMIT_GUIDE_SEARCH_INDEXING_H
#define EMIT_GUIDE_SEARCH_INDEXING_H

#include "emit/guide/search/search.h"

/* An index that is being made: search.c writes what is shown of an entry, indexing.c notes by what it is found. */

/* Texts that get a number when they are first seen. */
struct table {
    struct atoms at;
};

struct indexing {
    struct guide *guide;
    const struct library *library;
    struct buf text, folded;                   /* of the text at hand */
    struct buf titles, paths, places, numbers; /* columns */
    struct buf former;
    struct table kinds, within, pages, languages, levels;
    uint32_t *level; /* by page of the site */
    struct lexicon words, keys;
    uint32_t *number_of_kind;    /* by kind_id, + 1; 0: not seen yet */
    uint32_t entry, last_former; /* last_former: the last entry that had another identifier, and 1 */
};

/* A text in the language of the guide, or as it is. */
struct str in_guide(const struct indexing *x, struct str text);
struct str word_in_guide(const struct indexing *x, enum word word);

/* Notes all words and identifiers of the entry at hand. */
void index_entry(struct indexing *x, const struct findable *entry);

#endif
