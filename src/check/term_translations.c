/* Terms of glossaries in translations. Words are inflected, in more ways than could be listed for any language:
   so the beginning of a word stands for it, without accents and vowel signs. What is reported is nearly always
   another word; a word that only begins alike goes unseen. */

#include "check/term_translations.h"

#include "base/grapheme.h"
#include "base/utf8.h"

/* ---- Terms ---- */

static void add_terms(struct agreed_terms *terms, uint32_t locale)
{
    struct checking *checking = terms->checking;
    const struct library *library = checking->library;
    struct map by_name = map_on(checking->mem);
    for (uint32_t i = 0; i < library->terms.n; i++) {
        struct str name = library->terms.at[i].name, translation = translated(library, locale, name);
        if (!translation.len)
            continue;
        atom small = atom_intern(library->atoms, arena_lower(&checking->scratch, name));
        uint32_t *last = map_at(&by_name, small, NONE);
        phrases_add_noun(&terms->names, library->atoms, name, terms->all.n, terms->all.n);
        vec_push(checking->mem, &terms->all, ((struct agreed_term){i, translation, SPAN_NONE, *last, NULL}));
        *last = terms->all.n - 1;
    }
    map_free(&by_name);
}

static uint64_t address_of(struct str text)
{
    return (uint64_t)(uintptr_t)text.ptr;
}

static void find_places(struct agreed_terms *terms, const struct locale *locale)
{
    struct map by_text = map_on(terms->checking->mem);
    for (uint32_t i = 0; i < terms->all.n; i++)
        map_at(&by_text, address_of(terms->all.at[i].translation), i);
    VEC_EACH (const struct translation, entry, &locale->entries) {
        uint32_t of = map_get(&by_text, address_of(entry->text), NONE);
        if (of != NONE)
            terms->all.at[of].at = entry->text_at;
    }
    map_free(&by_text);
}

struct agreed_terms agreed_terms_find(struct checking *checking, uint32_t locale)
{
    struct agreed_terms terms = {.checking = checking, .names = phrases_on(checking->mem)};
    if (diag_severity(checking->diag, RULE_term_translation_mismatch) == SEVERITY_OFF)
        return terms;
    add_terms(&terms, locale);
    if (terms.all.n)
        find_places(&terms, &checking->library->translations->locales.at[locale]);
    return terms;
}

void agreed_terms_free(struct agreed_terms *terms)
{
    phrases_free(&terms->names);
    vec_free(terms->checking->mem, &terms->all);
    vec_free(terms->checking->mem, &terms->prose.words);
}

/* ---- Words of a translation ---- */

static bool contains(struct str text, struct str part)
{
    for (uint32_t i = 0; i + part.len <= text.len; i++)
        if (memcmp(text.ptr + i, part.ptr, part.len) == 0)
            return true;
    return false;
}

/* What is left of bare letters when an ending of up to a fourth is taken off. */
static struct str stem_of(struct str bare)
{
    uint32_t n = utf8_count(bare), keep = n - n / 4, len = 0;
    const char *at = bare.ptr, *end = at + bare.len;
    for (uint32_t i = 0; i < keep; i++, at += len)
        utf8_decode(at, end, &len);
    return str_range(bare.ptr, at);
}

/* True if the stem of each word of `agreed` is in `bare`, the bare letters of a translation. Words of a single
   letter count for nothing. */
static bool has_words(struct mem *mem, struct str bare, struct str agreed)
{
    struct buf letters = buf_on(mem);
    bool all = true;
    for (struct str rest = agreed; rest.len && all;) {
        uint32_t n = 0;
        while (n < rest.len && !is_blank(rest.ptr[n]))
            n++;
        letters.n = 0;
        bare_letters(&letters, str_upto(rest, n));
        struct str stem = stem_of(buf_as_str(&letters));
        all = utf8_count(stem) < 2 || contains(bare, stem);
        rest = str_from(rest, n < rest.len ? n + 1 : n);
    }
    buf_free(&letters);
    return all;
}

/* True if the translation has a term, as any glossary has it that knows a term of the name. The phrases give the
   latest of them. */
static bool has_term(const struct agreed_terms *terms, struct str bare, uint32_t agreed)
{
    for (uint32_t i = agreed; i != NONE; i = terms->all.at[i].same)
        if (has_words(terms->checking->mem, bare, terms->all.at[i].translation))
            return true;
    return false;
}

/* ---- Findings ---- */

static void report_term(const struct agreed_terms *terms, const struct translation *entry,
                        const struct agreed_term *agreed)
{
    const struct term *term = &terms->checking->library->terms.at[agreed->term];
    struct finding *finding = report(terms->checking->diag, entry->text_at, MSG_other_term, v_string(term->name),
                                     v_string(agreed->translation));
    if (agreed->at.end)
        label(finding, agreed->at, MSG_label_agreed);
    else
        label(finding, term->at, MSG_label_defined_here);
    help(finding, MSG_help_other_term);
}

void check_agreed_terms(struct agreed_terms *terms, const struct translation *entry)
{
    const struct library *library = terms->checking->library;
    if (!terms->all.n || library->translations->all.at.at[entry->of].of == OF_GUIDE)
        return;
    struct buf bare = buf_on(terms->checking->mem);
    bare_letters(&bare, entry->text);
    prose_read(&terms->prose, &terms->checking->scratch, library->atoms, entry->source, SPAN_NONE);
    const struct prose_word *word = terms->prose.words.at, *end = word + terms->prose.words.n;
    while (word < end) {
        const struct phrase *name = phrases_match(&terms->names, word, end);
        struct agreed_term *agreed = name ? &terms->all.at[name->value] : NULL;
        if (agreed && agreed->reported != entry && !has_term(terms, buf_as_str(&bare), name->value)) {
            agreed->reported = entry;
            report_term(terms, entry, agreed);
        }
        word += name ? name->n : 1;
    }
    buf_free(&bare);
}
