#include "check/text/lexicon.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/text/english.h"

/* ---- Forms of English verbs ---- */

static bool is_vowel(char c)
{
    return strchr("aeiou", c) != NULL;
}

static bool ends_in(struct str word, const char *ending)
{
    uint32_t n = (uint32_t)strlen(ending);
    return word.len > n && memcmp(word.ptr + word.len - n, ending, n) == 0;
}

/* "identify", "pass", "go", "plan": identifies, passes, goes, plans. */
static void add_third_person(struct buf *out, struct str verb)
{
    english_add_s(out, verb);
    if (ends_in(verb, "o")) {
        out->n--;
        buf_text(out, "es");
    }
}

/* A short verb that ends in consonant, vowel, consonant doubles the last letter, but not one of two syllables,
   such as "edit"; other verbs with a stress on their last syllable are marked in the list. */
static bool doubles(struct str verb)
{
    if (verb.len < 3 || verb.len > 4 || is_vowel(verb.ptr[0]) || strchr("wxy", verb.ptr[verb.len - 1]))
        return false;
    const char *end = verb.ptr + verb.len;
    return !is_vowel(end[-1]) && is_vowel(end[-2]) && !is_vowel(end[-3]);
}

/* "identify", "manage", "plan", "tie": identifying, managing, planning, tying. */
static void add_gerund(struct buf *out, struct str verb, bool stressed)
{
    if (ends_in(verb, "ie")) {
        buf_str(out, str_upto(verb, verb.len - 2));
        buf_char(out, 'y');
    } else if (ends_in(verb, "e") && !ends_in(verb, "ee") && !ends_in(verb, "oe") && !ends_in(verb, "ye")) {
        buf_str(out, str_upto(verb, verb.len - 1));
    } else {
        buf_str(out, verb);
        if (stressed || doubles(verb))
            buf_char(out, verb.ptr[verb.len - 1]);
    }
    buf_text(out, "ing");
}

/* ---- Lists ---- */

struct reading {
    struct lexicon *lexicon;
    struct mem *mem;
    struct atoms *atoms;
};

static void add_class(struct reading *reading, struct str word, uint32_t class)
{
    *map_at(&reading->lexicon->classes, atom_intern(reading->atoms, word), 0) |= class;
}

static void add_form(struct reading *reading, const struct buf *form, atom base, uint32_t class)
{
    add_class(reading, buf_as_str(form), class);
    *map_at(&reading->lexicon->bases, atom_intern(reading->atoms, buf_as_str(form)), 0) = base;
}

/* `plan*+`: `*` marks what is a noun as well, `+` what doubles its last letter. */
static void add_verb(struct reading *reading, struct str entry, uint32_t class)
{
    bool is_noun = false, stressed = false;
    for (; entry.len && strchr("*+", entry.ptr[entry.len - 1]); entry.len--) {
        is_noun |= entry.ptr[entry.len - 1] == '*';
        stressed |= entry.ptr[entry.len - 1] == '+';
    }
    if (entry.len < 2)
        return;
    struct buf form = buf_on(reading->mem);
    atom base = atom_intern(reading->atoms, entry);
    add_class(reading, entry, is_noun ? class | WORD_VERB_OR_NOUN : class);
    add_third_person(&form, entry);
    add_form(reading, &form, base, WORD_THIRD_PERSON);
    form.n = 0;
    add_gerund(&form, entry, stressed);
    add_form(reading, &form, base, WORD_GERUND);
    buf_free(&form);
}

/* `!as required by`: what looks like a vague term and is none. */
static void add_vague(struct reading *reading, struct str entry, uint32_t class)
{
    (void)class;
    bool is_exempt = entry.ptr[0] == '!';
    phrases_add(&reading->lexicon->vague, reading->atoms, is_exempt ? str_from(entry, 1) : entry, is_exempt);
}

static const struct {
    const char *file;
    void (*add)(struct reading *, struct str entry, uint32_t class);
    uint32_t class;
} lists[] = {
    {"verbs.txt", add_verb, WORD_VERB},
    {"finite-verbs.txt", add_class, WORD_FINITE},
    {"modal-verbs.txt", add_class, WORD_MODAL},
    {"determiners.txt", add_class, WORD_DETERMINER},
    {"subordinators.txt", add_class, WORD_SUBORDINATOR},
    {"openers.txt", add_class, WORD_OPENER},
    {"adverbs.txt", add_class, WORD_ADVERB},
    {"acronyms.txt", add_class, WORD_ACRONYM},
    {"vague-terms.txt", add_vague, 0},
};

static void read_entries(struct reading *reading, struct str text, size_t list)
{
    while (text.len) {
        const char *end = memchr(text.ptr, '\n', text.len);
        uint32_t n = end ? (uint32_t)(end - text.ptr) : text.len;
        struct str line = str_upto(text, n);
        text = str_from(text, end ? n + 1 : n);
        const char *comment = memchr(line.ptr, '#', line.len);
        if (comment)
            line.len = (uint32_t)(comment - line.ptr);
        line = str_trim(line);
        if (line.len)
            lists[list].add(reading, line, lists[list].class);
    }
}

static void read_list(struct reading *reading, const struct search *search, struct str language, size_t list)
{
    struct buf name = buf_on(reading->mem);
    buf_printf(&name, "words/%.*s/%s", STR_ARGS(language), lists[list].file);
    struct str path = search_data(search, buf_as_str(&name));
    buf_free(&name);
    struct file_bytes bytes;
    if (!path.ptr || file_read(reading->mem, path.ptr, &bytes) != FILE_READ)
        return;
    reading->lexicon->has_words = true;
    read_entries(reading, (struct str){bytes.at, bytes.n}, list);
    mem_free(reading->mem, bytes.at);
}

/* "en" of "en-GB". */
static struct str primary_subtag(struct str language)
{
    const char *dash = language.len ? memchr(language.ptr, '-', language.len) : NULL;
    return dash ? str_upto(language, (uint32_t)(dash - language.ptr)) : language;
}

void lexicon_read(struct lexicon *lexicon, struct mem *mem, struct atoms *atoms, const struct search *search,
                  struct str language)
{
    *lexicon = (struct lexicon){.classes = map_on(mem), .bases = map_on(mem), .vague = phrases_on(mem)};
    struct reading reading = {lexicon, mem, atoms};
    language = primary_subtag(language);
    if (language.len == 0)
        return; /* no folder of its own */
    for (size_t i = 0; i < language.len; i++)
        if (!is_letter(language.ptr[i]))
            return; /* no language, and no name of a folder */
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        read_list(&reading, search, language, i);
}

void lexicon_free(struct lexicon *lexicon)
{
    map_free(&lexicon->classes);
    map_free(&lexicon->bases);
    phrases_free(&lexicon->vague);
}
