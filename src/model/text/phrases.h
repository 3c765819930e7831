#ifndef MODEL_TEXT_PHRASES_H
#define MODEL_TEXT_PHRASES_H

#include "base/map.h"
#include "model/text/prose.h"

/* A set of phrases, each of one word or more, that are looked for in texts. */

struct phrase {
    uint32_t first, n; /* in `words` */
    uint32_t value;    /* what the owner wants to know of it */
    uint32_t next;     /* the next one that begins with the same word; NO_PHRASE */
};

#define NO_PHRASE UINT32_MAX

struct phrases {
    struct mem *mem;
    struct map starts; /* first word -> the latest phrase that begins with it */
    VEC(atom) words;
    VEC(struct phrase) all;
};

/* An empty set, whose memory comes from `mem`. */
struct phrases phrases_on(struct mem *mem);

/* Adds the words of a text as a phrase; nothing if it has none. */
void phrases_add(struct phrases *phrases, struct atoms *atoms, struct str text, uint32_t value);

/* Adds a noun of English and, with a value of its own, its plural. */
void phrases_add_noun(struct phrases *phrases, struct atoms *atoms, struct str name, uint32_t value,
                      uint32_t plural_value);

/* The longest phrase that begins at `word`; NULL if there is none. `end` is one past the last word. */
const struct phrase *phrases_match(const struct phrases *phrases, const struct prose_word *word,
                                   const struct prose_word *end);

/* Frees the set. */
void phrases_free(struct phrases *phrases);

#endif
