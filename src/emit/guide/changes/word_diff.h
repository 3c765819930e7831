#ifndef EMIT_GUIDE_CHANGES_WORD_DIFF_H
#define EMIT_GUIDE_CHANGES_WORD_DIFF_H

#include "base/arena.h"
#include "base/vec.h"

/* Two texts word by word. */

/* A piece of a text: words, each with the blanks behind it. */
struct word_piece {
    struct str text;
    bool common; /* the other text has it, too */
};

typedef VEC(struct word_piece) word_pieces;

/* Cuts both texts into pieces; all pieces of a text make it up. What is common is a longest common subsequence of
   words, unless the texts are so long that finding it would take too much: then all between what they begin and end
   with alike is different. The vectors are on `mem`. */
void word_diff(struct mem *mem, struct str before, struct str after, word_pieces *old, word_pieces *new);

#endif
