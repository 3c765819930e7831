#ifndef BASE_GRAPHEME_H
#define BASE_GRAPHEME_H

#include <stdbool.h>

#include "base/buf.h"

/* The length in bytes of the first extended grapheme cluster of valid UTF-8, by UAX #29 of Unicode
   15.1 (with rule GB9c: an Indic conjunct is one cluster). 0 only for the empty string. */
uint32_t grapheme_length(struct str s);

/* The terminal cells that a cluster takes, as glibc counts: a spacing vowel sign is one cell wide.
   Controls count 0; a tab is the caller's business. */
uint32_t grapheme_width(struct str cluster);

/* True if a terminal may draw the text in other than one cell a character: combining marks,
   joiners, wide characters and emoji. */
bool grapheme_is_uneven(struct str s);

/* True for what words are made of: letters, marks and numbers of any script, and the joiners that spell words
   of South Asia. */
bool is_word_character(uint32_t code_point);

/* Appends the letters of a text without what hangs on them, in small letters: accents, vowel signs and joiners
   are left out, as well as what is no word character but `-`, so that "खतरों" and "खतरा" are alike. For comparing
   only. Decomposition and case folding by Unicode, as utf8proc has them. */
void bare_letters(struct buf *out, struct str text);

/* The small letter of a capital; anything else is its own. */
uint32_t small_letter(uint32_t code_point);

#endif
