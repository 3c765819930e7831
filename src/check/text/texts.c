#include "check/text/texts.h"

#include "base/markdown.h"

/* The lexicons of the languages that the models have. */
struct language {
    struct str name;
    struct lexicon lexicon;
};

struct languages {
    struct texts *texts;
    const struct search *search;
    VEC(struct language *) all;
};

/* The lexicon of a model's language; English if the model does not say. */
static const struct lexicon *lexicon_of(struct languages *languages, const struct model *model)
{
    struct checking *checking = languages->texts->checking;
    struct str name = model->header.language.len ? model->header.language : STR("en");
    VEC_EACH (struct language *, known, &languages->all)
        if (str_eq((*known)->name, name))
            return &(*known)->lexicon;
    struct language *added = mem_alloc(checking->mem, sizeof *added);
    added->name = name;
    lexicon_read(&added->lexicon, checking->mem, checking->library->atoms, languages->search, name);
    vec_push(checking->mem, &languages->all, added);
    return &added->lexicon;
}

static void free_languages(struct languages *languages)
{
    struct mem *mem = languages->texts->checking->mem;
    VEC_EACH (struct language *, language, &languages->all) {
        lexicon_free(&(*language)->lexicon);
        mem_free(mem, *language);
    }
    vec_free(mem, &languages->all);
}

struct str with_capital(struct arena *arena, struct str text, struct str like)
{
    bool is_name = like.len > 1 && is_upper(like.ptr[0]) && is_lower(like.ptr[1]);
    if (!is_name || text.len == 0 || !is_lower(text.ptr[0]))
        return text;
    char *copy = arena_bytes(arena, text.len);
    memcpy(copy, text.ptr, text.len);
    copy[0] = to_upper(copy[0]);
    return (struct str){copy, text.len};
}

/* What looks at one statement after the other, and what remembers them. */
struct passes {
    struct texts texts;
    struct languages languages;
    struct acronyms *acronyms;
    struct similar *similar;
    struct prose prose;
};

static void check_statement(struct passes *passes, component_id id, const struct text *text,
                            const struct lexicon *lexicon)
{
    struct checking *checking = passes->texts.checking;
    prose_read(&passes->prose, &checking->scratch, checking->library->atoms, text->value, text->at);
    struct statement_text statement = {id, text, &passes->prose, lexicon};
    check_wording(&passes->texts, &statement);
    check_terms(&passes->texts, &statement);
    acronyms_check(passes->acronyms, &statement);
    similar_add(passes->similar, &statement);
}

static void check_siblings(struct texts *texts, component_id first, component_id end)
{
    check_stops(texts, first, end);
    check_same_titles(texts, first, end);
}

static void check_component(struct passes *passes, component_id id, const struct lexicon *lexicon)
{
    const struct library *library = passes->texts.checking->library;
    const struct component *component = &library->components.at[id];
    if (component->withdrawn)
        return;
    check_marks(&passes->texts, id, component->title, component->title_at);
    check_title(&passes->texts, id);
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct text *text = &library->texts.at[i];
        check_marks(&passes->texts, id, text->value, text->at);
        check_bullets(&passes->texts, id, text);
        if (!component->incomplete && library->properties.at[text->property].wording != WORDING_ANY)
            check_statement(passes, id, text, lexicon);
    }
    check_siblings(&passes->texts, id + 1, component->end);
}

static void check_model(struct passes *passes, const struct model *model)
{
    const struct lexicon *lexicon = lexicon_of(&passes->languages, model);
    for (component_id id = model->first; id < model->first + model->n; id++)
        check_component(passes, id, lexicon);
    check_siblings(&passes->texts, model->first, model->first + model->n);
}

static struct phrases variants_of(struct checking *checking)
{
    const struct library *library = checking->library;
    struct phrases variants = phrases_on(checking->mem);
    for (uint32_t i = 0; i < library->terms.n; i++) {
        const struct term *term = &library->terms.at[i];
        for (uint32_t k = 0; k < term->n_also; k++)
            phrases_add_noun(&variants, library->atoms, library->forms.at[term->first_also + k].text,
                             variant_value(i, false), variant_value(i, true));
    }
    return variants;
}

/* True if somebody wants to know. */
static bool is_wanted(const struct diag *diag)
{
    static const enum rule rules[] = {RULE_statement_not_imperative,
                                      RULE_statement_not_end_state,
                                      RULE_vague_term,
                                      RULE_tbd_marker,
                                      RULE_undefined_acronym,
                                      RULE_inconsistent_term,
                                      RULE_near_duplicate_statement,
                                      RULE_inconsistent_punctuation,
                                      RULE_typed_bullet,
                                      RULE_typed_number,
                                      RULE_duplicate_title};
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (diag_severity(diag, rules[i]) != SEVERITY_OFF)
            return true;
    return false;
}

void check_texts(struct checking *checking, const struct search *search)
{
    if (!is_wanted(checking->diag))
        return;
    struct passes passes = {.texts = {checking, variants_of(checking)}};
    passes.languages = (struct languages){.texts = &passes.texts, .search = search};
    passes.acronyms = acronyms_new(&passes.texts);
    passes.similar = similar_new(&passes.texts);
    VEC_EACH (const struct model, model, &checking->library->models)
        check_model(&passes, model);
    VEC_EACH (const struct term, term, &checking->library->terms)
        check_marks(&passes.texts, NONE, term->definition, term->definition_at);
    similar_check(passes.similar);
    similar_free(passes.similar);
    acronyms_free(passes.acronyms);
    free_languages(&passes.languages);
    phrases_free(&passes.texts.variants);
    vec_free(checking->mem, &passes.prose.words);
    arena_free(&checking->scratch);
}
