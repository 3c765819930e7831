#include "emit/guide/terms.h"

#include "emit/guide/page.h"
#include "model/text/english.h"

/* What a phrase is of its term. An abbreviation is written as the glossary writes it: "BP" is no "bp". */
enum naming { NAMING_WORDS, NAMING_ABBREVIATION, NAMING_COUNT };

/* ---- Finding the names ---- */

/* "en" of "en-GB": what is said in one part of the world is understood in another. */
static struct str main_language(struct str tag)
{
    const char *dash = tag.len ? memchr(tag.ptr, '-', tag.len) : NULL;
    if (tag.len == 0)
        return str_of(word_language());
    return dash ? str_range(tag.ptr, dash) : tag;
}

static struct phrases *names_of(const struct terms *terms, struct str language)
{
    VEC_EACH (struct term_names, names, &terms->languages)
        if (str_eq(names->language, main_language(language)))
            return &names->phrases;
    return NULL;
}

static struct phrases *names_in(struct terms *terms, const struct library *library, struct str language)
{
    struct phrases *known = names_of(terms, language);
    if (known)
        return known;
    struct term_names names = {main_language(language), phrases_on(library->mem)};
    vec_push(library->mem, &terms->languages, names);
    return &terms->languages.at[terms->languages.n - 1].phrases;
}

static void add_name(struct terms *terms, const struct library *library, struct str language, struct str name,
                     uint32_t term, enum naming naming)
{
    struct phrases *names = names_in(terms, library, language);
    uint32_t value = term * NAMING_COUNT + naming;
    if (is_english(main_language(language)))
        phrases_add_noun(names, &terms->words, name, value, value);
    else
        phrases_add(names, &terms->words, name, value);
}

static void add_forms(struct terms *terms, const struct library *library, struct str language, uint32_t id)
{
    const struct term *term = &library->terms.at[id];
    const struct form *abbreviations = library->forms.at + term->first_abbreviation;
    const struct form *others = library->forms.at + term->first_also;
    add_name(terms, library, language, term->name, id, NAMING_WORDS);
    for (uint32_t i = 0; i < term->n_abbreviations; i++)
        add_name(terms, library, language, abbreviations[i].text, id, NAMING_ABBREVIATION);
    for (uint32_t i = 0; i < term->n_also; i++)
        add_name(terms, library, language, others[i].text, id, NAMING_WORDS);
}

static void add_translations(struct terms *terms, const struct library *library, uint32_t id)
{
    for (uint32_t locale = 0; locale < locale_count(library); locale++) {
        struct str name = translated(library, locale, library->terms.at[id].name);
        if (name.len)
            add_name(terms, library, locale_tag(library, locale), name, id, NAMING_WORDS);
    }
}

void terms_find(struct terms *terms, const struct library *library, struct arena *arena)
{
    atoms_init(&terms->words, library->mem);
    terms->used = arena_array(arena, uint32_t, library->terms.n + 1);
    VEC_EACH (const struct glossary, glossary, &library->glossaries)
        for (uint32_t id = glossary->first_term; id < glossary->first_term + glossary->n_terms; id++) {
            add_forms(terms, library, glossary->header.language, id);
            add_translations(terms, library, id);
        }
}

void terms_begin(struct terms *terms, uint32_t known)
{
    terms->round++;
    if (known != NONE)
        terms->used[known] = terms->round;
}

/* ---- Writing ---- */

/* True if the words are an abbreviation of the term as the glossary writes it, or several of it. */
static bool is_abbreviation(const struct library *library, const struct term *term, struct str words)
{
    static const char *const endings[] = {"", "s", "es"};
    for (uint32_t i = 0; i < term->n_abbreviations; i++) {
        struct str form = library->forms.at[term->first_abbreviation + i].text;
        if (str_starts(words, form) && str_is_any(str_from(words, form.len), endings, 3))
            return true;
    }
    return false;
}

/* In English a noun that begins a sentence is a verb more often than not: "Control changes", "Risk is" aside. */
static bool may_be_verb(const struct phrase *phrase, const struct prose_word *word, struct str language)
{
    return phrase->n == 1 && (word->breaks & BREAK_SENTENCE) && is_english(language);
}

/* The term that a phrase names here; NONE if it is none, or the reader has met it. */
static uint32_t term_at(const struct page *page, const struct phrase *phrase, const struct prose_word *word,
                        struct str language)
{
    const struct library *library = page->library;
    const struct terms *terms = &page->guide->terms;
    const struct prose_word *last = word + phrase->n - 1;
    struct str words = str_range(word->text.ptr, last->text.ptr + last->text.len);
    uint32_t term = phrase->value / NAMING_COUNT;
    bool short_form = phrase->value % NAMING_COUNT == NAMING_ABBREVIATION;
    bool named =
        short_form ? is_abbreviation(library, &library->terms.at[term], words) : !may_be_verb(phrase, word, language);
    return named && terms->used[term] != terms->round ? term : NONE;
}

static const struct site_file *glossary_of(const struct page *page, uint32_t term)
{
    uint32_t i = 0;
    while (term >= page->library->glossaries.at[i].first_term + page->library->glossaries.at[i].n_terms)
        i++;
    return &page->guide->site.glossaries[i];
}

/* Writes what stands in front of the words of a term, and these as a link; returns where they end. */
static const char *put_term(struct page *page, uint32_t term, const char *from, const struct prose_word *first,
                            const struct prose_word *last)
{
    const char *end = last->text.ptr + last->text.len;
    put_text(page, str_range(from, first->text.ptr));
    put(page, "<a class=\"term\" href=\"");
    put_url(page, glossary_of(page, term), page->guide->site.terms[term]);
    put(page, "\">");
    put_text(page, str_range(first->text.ptr, end));
    put(page, "</a>");
    page->guide->terms.used[term] = page->guide->terms.round;
    return end;
}

static void put_words(struct page *page, const struct phrases *names, struct str language, struct str text, bool begins)
{
    struct terms *terms = &page->guide->terms;
    prose_read_plain(&terms->prose, page->guide->mem, &terms->words, text, begins ? BREAK_SENTENCE : 0);
    const struct prose_word *word = terms->prose.words.at, *end = word + terms->prose.words.n;
    const char *done = text.ptr;
    while (word < end) {
        const struct phrase *phrase = phrases_match(names, word, end);
        const struct prose_word *last = word + (phrase ? phrase->n : 1) - 1;
        uint32_t term = phrase ? term_at(page, phrase, word, language) : NONE;
        if (term != NONE)
            done = put_term(page, term, done, word, last);
        word = last + 1;
    }
    put_text(page, str_range(done, text.ptr + text.len));
}

void put_with_terms(struct page *page, struct str language, struct str text, bool begins)
{
    const struct phrases *names = names_of(&page->guide->terms, language);
    if (names)
        put_words(page, names, main_language(language), text, begins);
    else
        put_text(page, text);
}
