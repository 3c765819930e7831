#ifndef MODEL_TRANSLATION_TRANSLATABLE_H
#define MODEL_TRANSLATION_TRANSLATABLE_H

#include "base/buf.h"
#include "model/library.h"
#include "model/translation/words.h"

/* Everything in a library that readers see in their own language, each with a name that stays when its text
   changes: the context of a PO file.

       CMMI-SVC:PP/SP1.1 statement      a text of a component; the second of several: `note 2`
       model CMMI-SVC title             what a declaration says of itself, as well of mappings and the like
       mapping A-to-B 4.3.1 rationale   a row, by its first source
       glossary Terms `asset` definition
       architecture CMMI area plural    a kind
       property maturity-level          the name of an attribute, text or reference
       value managed                    one of the words of an attribute
       source recalled                  where components and rows come from, by what it says: many say the same
       guide NEXT                       a word of the guide's own */

enum translatable_of {
    OF_ARCHITECTURE,
    OF_NAME,
    OF_MODEL,
    OF_COMPONENT,
    OF_MAPPING,
    OF_PROFILE,
    OF_GLOSSARY,
    OF_SOURCE,
    OF_GUIDE
};

struct translatable {
    struct str context;
    struct str text; /* by the address of its first byte it is known elsewhere; of OF_GUIDE: by `index` */
    struct span at;  /* where it is written; SPAN_NONE */
    enum translatable_of of;
    uint32_t index; /* of the declaration, component, property or word; of OF_NAME a value: NONE */
};

/* A text that says the same as one of the list. */
struct translatable_again {
    struct str text;
    uint32_t of;
};

struct translatables {
    struct arena arena;
    VEC(struct translatable_again) again;
    VEC(struct translatable) at; /* in the order of the library, words of the guide last */
};

/* Finds them all; they hang on `mem`. What has no text is left out. */
void translatables_find(struct translatables *all, const struct library *library, struct mem *mem);

/* The name of a property or value as people read it: "Maturity level". In `arena`. */
struct str name_in_words(struct arena *arena, struct str name);

#endif
