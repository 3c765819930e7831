#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/buf.h"

/* Text as a search compares it. The script of the guide folds what a reader types in the same way: whoever
   changes one changes the other (emit/guide/find.js), and tests/guide/web/fold.js holds them together. */

enum { FOLD_WORD_MOST = 40 }; /* characters of a word that count */

/* Appends the text without differences of case and of normal form (NFC). For Hindi nukta and joiners fall away, and
   chandrabindu and a nasal in front of a consonant become anusvara, as people write one for the other. */
void fold_add(struct buf *out, struct str text);

/* Takes the next word off a folded text: letters, marks and digits of any script, FOLD_WORD_MOST of them at most.
   False at the end. */
bool fold_next_word(struct str *rest, struct str *word);

/* Appends an identifier as its key: "IRP-SP1.2", "irp sp 1.2" and "IRP/SP01.2" are one. What separates two numbers
   becomes a dot, what else stands between words falls away, and so do zeros in front of a number. */
void fold_add_key(struct buf *out, struct str identifier);

/* Orders folded texts as JavaScript does: by the units of UTF-16. */
int fold_compare(struct str a, struct str b);

#endif
