#include "emit/guide/words.h"

const char *word_text(enum word word)
{
    static const char *const texts[] = {
#define WORD(name, english) english,
#include "emit/guide/words.def"
#undef WORD
    };
    return texts[word];
}

const char *word_language(void)
{
    return "en";
}
