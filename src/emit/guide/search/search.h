#ifndef EMIT_GUIDE_SEARCH_SEARCH_H
#define EMIT_GUIDE_SEARCH_SEARCH_H

#include "base/fold.h"
#include "emit/guide/search/findable.h"
#include "emit/guide/guide.h"
#include "emit/guide/index.h"

/* The index of the search: one classic script a language that assigns one array to `prmSearch`, so that it loads from
   disk, too. find.js reads it; emit_search() says what is in it. */

/* Words and where they stand: in what names an entry, or in what is said of it. */
struct lexicon {
    struct mem *mem;
    struct atoms words;
    index_pairs strong, weak;   /* word -> entry */
    VEC(struct last_seen) last; /* by word: no entry has a word twice */
};

struct last_seen {
    uint32_t strong, weak; /* entry + 1 */
};

/* An empty one. */
void lexicon_init(struct lexicon *lexicon, struct mem *mem);

/* Adds a folded word of an entry; those of an entry come in a row, the strong ones first. `first`: it begins the
   title. */
void lexicon_add(struct lexicon *lexicon, struct str word, uint32_t entry, bool strong, bool first);

/* Writes the words and where they stand as two strings of JavaScript with a comma between; frees the lexicon. */
void lexicon_write(struct lexicon *lexicon, struct buf *out);

/* Appends a number in groups of five bits, least first, as source maps do (base64 VLQ without a sign). */
void search_add_number(struct buf *out, uint32_t number);

#endif
