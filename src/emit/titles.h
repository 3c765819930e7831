#ifndef EMIT_TITLES_H
#define EMIT_TITLES_H

#include "base/atom.h"
#include "base/map.h"

/* Titles that share words: an index of titles by the stems of their words, where a rare word weighs more than
   a common one (Sparck Jones 1972) and likeness is the weight of what is shared of the weight of all (Jaccard's
   measure). Words that only join others do not count. */

struct title {
    uint32_t component;
    uint32_t first, n; /* in `words`: a set, ascending */
    uint32_t weight;
};

struct titles {
    struct mem *mem;
    struct atoms *atoms;
    struct map numbers;   /* stem -> number of the word */
    VEC(uint32_t) counts; /* by word: titles that hold it */
    VEC(uint32_t) uses;   /* the same, with those that are looked for */
    uint32_t n_uses;      /* all of these */
    VEC(uint32_t) words;  /* of all titles, one after the other */
    VEC(struct title) all;
    uint32_t *weights; /* by word, of those that are known when the index is made */
    uint32_t n_weights;
    uint32_t *starts;   /* by word: its part of `postings` */
    uint32_t *postings; /* titles, by word */
    uint32_t *seen;     /* by title: the last search that looked at it */
    uint32_t n_searches;
};

enum { ALIKE_MOST = 3 };

/* An index without titles. */
struct titles titles_on(struct mem *mem, struct atoms *atoms);

/* Adds a title; those that are there keep their order. */
void titles_add(struct titles *titles, uint32_t component, struct str title);

/* Counts the words of a title that will be looked for: what is common there weighs little, too. */
void titles_expect(struct titles *titles, struct str title);

/* Ends the adding: makes what titles_like() needs. */
void titles_index(struct titles *titles);

/* Fills `components` with those whose titles are most like this one, the best first, of equal ones the first that
   was added; returns how many. The work does not grow with the number of titles beyond a bound: where the words
   are in very many titles, the first of them are looked at. */
uint32_t titles_like(struct titles *titles, struct str title, uint32_t components[ALIKE_MOST]);

/* Frees everything. */
void titles_free(struct titles *titles);

#endif
