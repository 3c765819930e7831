#include "model/text/phrases.h"

#include "base/buf.h"
#include "model/text/english.h"

struct phrases phrases_on(struct mem *mem)
{
    return (struct phrases){.mem = mem, .starts = map_on(mem)};
}

void phrases_add(struct phrases *phrases, struct atoms *atoms, struct str text, uint32_t value)
{
    struct arena arena = arena_on(phrases->mem);
    struct prose prose = {0};
    prose_read(&prose, &arena, atoms, text, SPAN_NONE);
    if (prose.words.n) {
        uint32_t *start = map_at(&phrases->starts, prose.words.at[0].name, NO_PHRASE);
        struct phrase phrase = {phrases->words.n, prose.words.n, value, *start};
        *start = phrases->all.n;
        vec_push(phrases->mem, &phrases->all, phrase);
        VEC_EACH (const struct prose_word, word, &prose.words)
            vec_push(phrases->mem, &phrases->words, word->name);
    }
    vec_free(phrases->mem, &prose.words);
    arena_free(&arena);
}

void phrases_add_noun(struct phrases *phrases, struct atoms *atoms, struct str name, uint32_t value,
                      uint32_t plural_value)
{
    struct buf plural = buf_on(phrases->mem);
    phrases_add(phrases, atoms, name, value);
    if (name.len)
        english_add_s(&plural, name);
    phrases_add(phrases, atoms, buf_as_str(&plural), plural_value);
    buf_free(&plural);
}

static bool matches(const struct phrases *phrases, const struct phrase *phrase, const struct prose_word *word,
                    const struct prose_word *end)
{
    if (phrase->n > (uint32_t)(end - word))
        return false;
    for (uint32_t i = 0; i < phrase->n; i++)
        if (phrases->words.at[phrase->first + i] != word[i].name || (i && word[i].breaks))
            return false;
    return true;
}

const struct phrase *phrases_match(const struct phrases *phrases, const struct prose_word *word,
                                   const struct prose_word *end)
{
    const struct phrase *longest = NULL;
    uint32_t at = map_get(&phrases->starts, word->name, NO_PHRASE);
    for (; at != NO_PHRASE; at = phrases->all.at[at].next) {
        const struct phrase *phrase = &phrases->all.at[at];
        if ((!longest || phrase->n > longest->n) && matches(phrases, phrase, word, end))
            longest = phrase;
    }
    return longest;
}

void phrases_free(struct phrases *phrases)
{
    map_free(&phrases->starts);
    vec_free(phrases->mem, &phrases->words);
    vec_free(phrases->mem, &phrases->all);
}
