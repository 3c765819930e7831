#ifndef MODEL_TRANSLATION_TRANSLATION_H
#define MODEL_TRANSLATION_TRANSLATION_H

#include "diag/diag.h"
#include "model/translation/translatable.h"
#include "source/search.h"

/* What a library says in other languages: PO files held against its texts. */

enum translation_state {
    TRANSLATION_USED,
    TRANSLATION_EMPTY,     /* not translated yet */
    TRANSLATION_STALE,     /* fuzzy, or of another text than is there now: not shown */
    TRANSLATION_ORPHAN,    /* of something that is not there */
    TRANSLATION_ELSEWHERE, /* of a model or the like that this run does not read */
};

/* An entry of a PO file. */
struct translation {
    struct str context, source, text;
    struct span context_at, source_at, text_at; /* in the PO file */
    enum translation_state state;
    bool fuzzy;
    uint32_t of; /* in the list of translatables; NONE */
};

/* One language. */
struct locale {
    struct str tag;  /* as the file is named, "hi" */
    struct span at;  /* where its first file begins */
    struct str said; /* what the header of that file names as its language; {0} */
    VEC(struct translation) entries;
    struct str *texts; /* by translatable: what is shown; {0} */
    uint32_t n_files;
    bool unreadable; /* a file could not be read: nothing is missing for certain */
};

struct translations {
    struct translatables all;
    struct map by_context; /* atom -> translatable */
    struct map by_text;    /* address of a text -> translatable */
    struct map by_name;    /* atom of a property or value -> translatable */
    uint32_t first_word;   /* the translatable of the first word of the guide */
    struct atoms contexts;
    VEC(struct locale) locales; /* by tag */
};

/* Reads every `LANGUAGE.po` of a folder into `library->translations`, which is made when it is first needed.
   Reports files that do not parse. False, with errno, if the folder cannot be read. */
bool translations_read(struct library *library, struct diag *diag, struct sources *sources, const struct search *search,
                       const char *folder);

/* What those files leave open is taken from `po/LANGUAGE.po` beside the installed models, if that is
   of the same text; nothing is reported of it. */
void translations_borrow(struct library *library, const struct search *search);

/* The number of languages beside that of the models. */
uint32_t locale_count(const struct library *library);

/* Their tags. */
struct str locale_tag(const struct library *library, uint32_t locale);

/* A text of the library in a language; {0} if it is not translated, or `locale` is NONE. It must be the
   very text that the library holds, not a copy. */
struct str translated(const struct library *library, uint32_t locale, struct str text);

/* The same for a word of the guide, and for the name of a property or value. */
struct str translated_word(const struct library *library, uint32_t locale, enum word word);
struct str translated_name(const struct library *library, uint32_t locale, atom name);

#endif
