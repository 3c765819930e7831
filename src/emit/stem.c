/* Stems of words, by their endings. That is coarser than a dictionary and enough for titles: what it makes of
   a word need not be a word, only the same for its kin. Words of other languages keep most of their
   letters, so that they are at least found in the same form. */

#include "emit/stem.h"

#include "base/grapheme.h"
#include "base/utf8.h"

enum { STEM_LEAST = 4 };

/* Words that say nothing about what a title is about. */
static const char joints[] =
    " about after all also an and any are as at be been before being between but by can do "
    "does during each else every for from has have how if in into is it its may more most must "
    "no nor not of off on or other our out over own per shall should so some such than that the "
    "their them then there these they this those to under until up use used using was were what "
    "when where which while who will with within without you your ";

static bool is_joint(struct str word)
{
    for (const char *at = joints; (at = strchr(at, ' ')) != NULL && at[1]; at++)
        if (strncmp(at + 1, word.ptr, word.len) == 0 && at[1 + word.len] == ' ')
            return true;
    return false;
}

/* Replaces an ending if enough is left of the word in front of it. */
static bool replace(struct str *word, const char *ending, uint32_t keeps)
{
    struct str end = str_of(ending);
    if (!str_ends(*word, end) || word->len - end.len < STEM_LEAST - keeps)
        return false;
    word->len -= end.len - keeps;
    return true;
}

/* An `s` behind anything but `s`, `u` or `i` ("process", "status", "analysis"). */
static void drop_plural(struct str *word)
{
    if (replace(word, "sses", 2) || replace(word, "ches", 2) || replace(word, "shes", 2) || replace(word, "xes", 1) ||
        replace(word, "ies", 1))
        return;
    if (word->len > 3 && str_ends(*word, STR("s")) && !strchr("sui", word->ptr[word->len - 2]))
        word->len--;
}

static void drop_endings(struct str *word)
{
    static const char *const endings[] = {
        "isation", "ation", "ating", "ated", "ition", "ution", "ment", "ness", "able",
        "ible",    "ance",  "ence",  "ing",  "ion",   "ive",   "ity",  "ous",  "ate",
        "ise",     "ed",    "er",    "or",   "al",    "ic",    "y",    "i",    "e",
    };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0];)
        i = replace(word, endings[i], 0) ? 0 : i + 1;
    if (word->len > STEM_LEAST && word->ptr[word->len - 1] == word->ptr[word->len - 2])
        word->len--; /* "planned" */
}

static bool is_english(struct str word)
{
    for (uint32_t i = 0; i < word.len; i++)
        if (!is_lower(word.ptr[i]))
            return false;
    return true;
}

/* The letters of the next word, in small letters; `z` becomes `s`, as some spell "organisation". */
static struct str next_word(struct str *text, char room[STEM_MOST])
{
    uint32_t n = 0;
    while (text->len) {
        uint32_t length, c = utf8_decode(text->ptr, text->ptr + text->len, &length);
        if (is_word_character(c)) {
            if (n + 4 <= STEM_MOST)
                n += utf8_encode(c == 'z' || c == 'Z' ? 's' : small_letter(c), room + n);
        } else if (n > 0) {
            break;
        }
        *text = str_from(*text, length);
    }
    return (struct str){room, n};
}

bool next_stem(struct str *text, char room[STEM_MOST], struct str *stem)
{
    do {
        *stem = next_word(text, room);
        if (stem->len == 0)
            return false;
    } while (stem->len == 1 || is_joint(*stem));
    if (is_english(*stem)) {
        drop_plural(stem);
        drop_endings(stem);
    }
    return true;
}
