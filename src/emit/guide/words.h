#ifndef EMIT_GUIDE_WORDS_H
#define EMIT_GUIDE_WORDS_H

/* Every word of the guide that is not the author's. A translation adds a column to words.def. */

enum word {
#define WORD(name, english) WORD_##name,
#include "emit/guide/words.def"
#undef WORD
    WORD_NONE /* no word; how many there are */
};

/* The text of a word; `{}` in it stands for a number. */
const char *word_text(enum word word);

/* The language of the words, as BCP 47 names it. */
const char *word_language(void);

#endif
