#include "model/translation/words.h"

const char *word_text(enum word word)
{
    static const char *const texts[] = {
#define WORD(name, english) english,
#include "model/translation/words.def"
#undef WORD
    };
    return texts[word];
}

const char *word_name(enum word word)
{
    static const char *const names[] = {
#define WORD(name, english) #name,
#include "model/translation/words.def"
#undef WORD
    };
    return names[word];
}

const char *word_language(void)
{
    return "en";
}
