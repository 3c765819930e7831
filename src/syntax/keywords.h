#ifndef SYNTAX_KEYWORDS_H
#define SYNTAX_KEYWORDS_H

#include "base/atom.h"

/* The atoms of the words that the compiler knows: KW_MODEL is the atom of "model". */
enum keyword {
    KW_NO_WORD,
#define TOP(id, spelling)     KW_##id,
#define KEYWORD(id, spelling) KW_##id,
#include "keywords.def"
    KW_END
};

/* Interns the keywords; to be called on a new table of atoms, before anything else. */
void keywords_intern(struct atoms *atoms);

/* True for the words that begin a declaration. */
static inline bool keyword_is_declaration(atom word)
{
    return word >= KW_IMPORT && word <= KW_GLOSSARY;
}

/* True for the words that every component of a model knows, whatever its kind. */
static inline bool keyword_is_of_components(atom word)
{
    return word == KW_STATUS || word == KW_SOURCE || (word >= KW_WAS && word <= KW_ALLOW);
}

#endif
