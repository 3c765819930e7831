#ifndef MODEL_TRANSLATION_WORDS_H
#define MODEL_TRANSLATION_WORDS_H

/* Every word of the guide that is not the author's, in English; they are translated as texts of models are. */

enum word {
#define WORD(name, english) WORD_##name,
#include "model/translation/words.def"
#undef WORD
    WORD_NONE /* no word; how many there are */
};

/* The text of a word; `{}` in it stands for a number. */
const char *word_text(enum word word);

/* Its name in words.def. */
const char *word_name(enum word word);

/* The language of the words, as BCP 47 names it. */
const char *word_language(void);

#endif
