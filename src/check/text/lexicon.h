#ifndef CHECK_TEXT_LEXICON_H
#define CHECK_TEXT_LEXICON_H

#include "model/text/phrases.h"
#include "source/search.h"

/* What the rules of wording know about the words of a language: lists of words in data files, one entry a
   line, `#` for comments, in `words/LANGUAGE` below the installed models. An organisation replaces a list by
   a file of the same name below a folder of -I. */

/* What a word is, as bits: it may be several things. */
enum word_class {
    WORD_VERB = 1,           /* verbs.txt: in the form that orders: "identify" */
    WORD_VERB_OR_NOUN = 2,   /* marked `*` there: "control" */
    WORD_THIRD_PERSON = 4,   /* "identifies", made from the list */
    WORD_GERUND = 8,         /* "identifying", made from the list */
    WORD_FINITE = 16,        /* finite-verbs.txt: "is", "have": what makes a clause of a noun */
    WORD_MODAL = 32,         /* modal-verbs.txt: "shall" */
    WORD_DETERMINER = 64,    /* determiners.txt: "the", "they": what begins a subject */
    WORD_SUBORDINATOR = 128, /* subordinators.txt: "that", "if": what begins a clause in a clause */
    WORD_OPENER = 256,       /* openers.txt: "for", "before": what may stand before the verb, up to a comma */
    WORD_ADVERB = 512,       /* adverbs.txt: "never"; and what ends in -ly */
    WORD_ACRONYM = 1024,     /* acronyms.txt: what needs no definition: "IT" */
};

struct lexicon {
    bool has_words;       /* there are lists for the language at all */
    struct map classes;   /* word in small letters -> bits */
    struct map bases;     /* "identifies", "identifying" -> "identify" */
    struct phrases vague; /* vague-terms.txt; value: 1 for what is exempt */
};

/* Reads the lists of a language ("en", "en-GB": its first part counts). Lists that are not there are
   empty. */
void lexicon_read(struct lexicon *lexicon, struct mem *mem, struct atoms *atoms, const struct search *search,
                  struct str language);

/* Frees what lexicon_read() made. */
void lexicon_free(struct lexicon *lexicon);

/* The classes of a word. */
static inline uint32_t lexicon_class(const struct lexicon *lexicon, atom name)
{
    return map_get(&lexicon->classes, name, 0);
}

/* The form that orders of a verb in the third person or a gerund, 0 if it is none of a known verb. */
static inline atom lexicon_base(const struct lexicon *lexicon, atom name)
{
    return map_get(&lexicon->bases, name, 0);
}

#endif
