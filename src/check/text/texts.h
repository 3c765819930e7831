#ifndef CHECK_TEXT_TEXTS_H
#define CHECK_TEXT_TEXTS_H

#include "base/buf.h"
#include "check/check.h"
#include "check/text/lexicon.h"

/* The rules about what texts say. They look at texts that have a wording, most of them. */

/* A text with a wording, split into words. */
struct statement_text {
    component_id component;
    const struct text *text;
    const struct prose *prose;
    const struct lexicon *lexicon; /* of its language */
};

/* The value of a variant: the index of its term in `library->terms`, and whether it is the plural. */
static inline uint32_t variant_value(uint32_t term, bool is_plural)
{
    return term << 1 | is_plural;
}

static inline uint32_t variant_term(const struct phrase *variant)
{
    return variant->value >> 1;
}

static inline bool variant_is_plural(const struct phrase *variant)
{
    return variant->value & 1;
}

struct texts {
    struct checking *checking;
    struct phrases variants; /* the words that glossaries do not want, and their plurals in -s */
};

/* Orders that describe, and states that order. */
void check_wording(struct texts *texts, const struct statement_text *statement);

/* Terms that leave open what is meant, and words for which a glossary has another. */
void check_terms(struct texts *texts, const struct statement_text *statement);

/* Capitals that nobody explains; knows what models, glossaries and texts explain. */
struct acronyms;
struct acronyms *acronyms_new(struct texts *texts);
void acronyms_check(struct acronyms *acronyms, const struct statement_text *statement);
void acronyms_free(struct acronyms *acronyms);

/* Statements of a model that say nearly the same. */
struct similar;
struct similar *similar_new(struct texts *texts);
void similar_add(struct similar *similar, const struct statement_text *statement);
void similar_check(struct similar *similar);
void similar_free(struct similar *similar);

/* Marks of what is still to be written, in any text or title; `id` is NONE in a glossary. */
void check_marks(struct texts *texts, component_id id, struct str value, struct span at);

/* Lines that begin with a bullet that Markdown does not know. */
void check_bullets(struct texts *texts, component_id id, const struct text *text);

/* Titles that begin with a bullet, or with the number that stands before them anyway. */
void check_title(struct texts *texts, component_id id);

/* Siblings of one kind of whose titles or statements some end with a full stop and some do not: those that
   begin at `first`, each up to its own end, before `end`. */
void check_stops(struct texts *texts, component_id first, component_id end);

/* Of the same siblings those of one kind that have the same title. */
void check_same_titles(struct texts *texts, component_id first, component_id end);

/* The text with a capital in front if `like` has one, as in "Identify". */
struct str with_capital(struct arena *arena, struct str text, struct str like);

#endif
