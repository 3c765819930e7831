#ifndef CHECK_TERM_TRANSLATIONS_H
#define CHECK_TERM_TRANSLATIONS_H

#include "check/check.h"
#include "model/text/phrases.h"
#include "model/translation/translation.h"

/* What the glossaries say their terms are called in one language, and translations held against it. */

struct agreed_term {
    uint32_t term; /* in `library->terms` */
    struct str translation;
    struct span at;                     /* where that is written; SPAN_NONE if it comes from the installed models */
    uint32_t same;                      /* another term of the name; NONE */
    const struct translation *reported; /* where it was reported last, to report it once in a text */
};

struct agreed_terms {
    struct checking *checking;
    struct phrases names; /* the terms and their plurals, each with its index in `all` */
    VEC(struct agreed_term) all;
    struct prose prose; /* of the text at hand */
};

/* Finds the terms that are translated into the language `locale`, an index of the translations; none if the
   rule is off. They hang on `checking->mem`. */
struct agreed_terms agreed_terms_find(struct checking *checking, uint32_t locale);

/* Reports the terms that the text of `entry` names and its translation does not: each word of the agreed
   translation has to be found in it, whatever its ending and wherever it stands. */
void check_agreed_terms(struct agreed_terms *terms, const struct translation *entry);

/* Frees what they hold. */
void agreed_terms_free(struct agreed_terms *terms);

#endif
