/* Capitals that nobody explains. Known are ids, labels and the letters of ids, what glossaries name, and what
   stands in brackets behind its words, in any text that was read. */

#include "check/text/texts.h"
#include "model/template.h"

struct use {
    struct finding *finding;
    uint32_t more;
};

struct acronyms {
    struct texts *texts;
    struct map known; /* atom, as it is spelled -> 1 */
    struct map uses;  /* (model, atom) -> index in `found` */
    VEC(struct use) found;
};

/* ---- What is an acronym ---- */

static bool is_roman_number(struct str part)
{
    for (uint32_t i = 0; i < part.len; i++)
        if (!memchr("IVX", part.ptr[i], 3))
            return false;
    return true;
}

/* Two capitals or more, and digits; a plural s or a genitive is no part of it. False if it is something else. */
static bool take_acronym(struct str word, struct str *acronym)
{
    if (str_ends(word, STR("'s")))
        word.len -= 2;
    else if (str_ends(word, STR("\xe2\x80\x99s")))
        word.len -= 4;
    else if (str_ends(word, STR("s")) && word.len > 2)
        word.len -= 1;
    uint32_t capitals = 0;
    for (uint32_t i = 0; i < word.len; i++) {
        if (!is_upper(word.ptr[i]) && !is_digit(word.ptr[i]))
            return false;
        capitals += is_upper(word.ptr[i]);
    }
    *acronym = word;
    return capitals >= 2 && !is_roman_number(word);
}

/* The part of a word up to the next `-` or dot; `*rest` is what follows. */
static struct str next_part(struct str *rest)
{
    uint32_t n = 0;
    while (n < rest->len && rest->ptr[n] != '-' && rest->ptr[n] != '.')
        n++;
    struct str part = str_upto(*rest, n);
    *rest = n < rest->len ? str_from(*rest, n + 1) : str_from(*rest, n);
    return part;
}

/* ---- What is known ---- */

static void know(struct acronyms *acronyms, struct str spelling)
{
    struct str acronym;
    if (spelling.len > 1 && take_acronym(spelling, &acronym))
        map_at(&acronyms->known, atom_intern(acronyms->texts->checking->library->atoms, spelling), 1);
}

/* A name, and every part of it. */
static void know_parts(struct acronyms *acronyms, struct str name)
{
    uint32_t start = 0;
    know(acronyms, name);
    for (uint32_t i = 0; i <= name.len; i++) {
        char c = i < name.len ? name.ptr[i] : ' ';
        if (c != ' ' && c != '-' && c != '.' && c != '/')
            continue;
        know(acronyms, (struct str){name.ptr + start, i - start});
        start = i + 1;
    }
}

static void know_ids(struct acronyms *acronyms)
{
    const struct library *library = acronyms->texts->checking->library;
    for (component_id id = 0; id < library_component_count(library); id++) {
        know_parts(acronyms, atom_text(library->atoms, library->components.at[id].id));
        uint32_t first, end = library_attributes(library, id, &first);
        for (uint32_t i = first; i < end; i++)
            if (library->attributes.at[i].property == BUILTIN_LABEL)
                know_parts(acronyms, library->attributes.at[i].text);
    }
    VEC_EACH (const struct model, model, &library->models)
        know_parts(acronyms, atom_text(library->atoms, model->id));
    VEC_EACH (const struct architecture, architecture, &library->architectures)
        know_parts(acronyms, atom_text(library->atoms, architecture->id));
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        know_parts(acronyms, atom_text(library->atoms, mapping->id));
    VEC_EACH (const struct segment, segment, &library->segments)
        if (segment->type == SEGMENT_LITERAL)
            know_parts(acronyms, segment->text);
}

static void know_terms(struct acronyms *acronyms)
{
    const struct library *library = acronyms->texts->checking->library;
    VEC_EACH (const struct term, term, &library->terms) {
        know_parts(acronyms, term->name);
        for (uint32_t i = 0; i < term->n_abbreviations; i++)
            know_parts(acronyms, library->forms.at[term->first_abbreviation + i].text);
    }
}

/* "information security management system (ISMS)", "ISMS (information security management system)". */
static void know_explained(struct acronyms *acronyms, struct str text)
{
    const char *end = text.ptr + text.len, *open = text.len ? memchr(text.ptr, '(', text.len) : NULL;
    for (; open; open = memchr(open + 1, '(', (size_t)(end - open - 1))) {
        const char *close = memchr(open, ')', (size_t)(end - open));
        struct str inside = close ? (struct str){open + 1, (uint32_t)(close - open - 1)} : STR_NONE, acronym;
        const char *before = open;
        while (before > text.ptr && before[-1] == ' ')
            before--;
        const char *start = before;
        while (start > text.ptr && start[-1] != ' ')
            start--;
        struct str word = {start, (uint32_t)(before - start)};
        if (inside.len && word.len && take_acronym(inside, &acronym))
            know(acronyms, acronym);
        else if (inside.len && take_acronym(word, &acronym) && memchr(inside.ptr, ' ', inside.len))
            know(acronyms, acronym);
    }
}

static void know_texts(struct acronyms *acronyms)
{
    const struct library *library = acronyms->texts->checking->library;
    for (component_id id = 0; id < library_component_count(library); id++)
        know_explained(acronyms, library->components.at[id].title);
    VEC_EACH (const struct text, text, &library->texts)
        know_explained(acronyms, text->value);
    VEC_EACH (const struct model, model, &library->models) {
        know_explained(acronyms, model->title);
        know_explained(acronyms, model->header.description);
    }
    VEC_EACH (const struct term, term, &library->terms)
        know_explained(acronyms, term->definition);
}

struct acronyms *acronyms_new(struct texts *texts)
{
    struct mem *mem = texts->checking->mem;
    struct acronyms *acronyms = mem_alloc(mem, sizeof *acronyms);
    *acronyms = (struct acronyms){.texts = texts, .known = map_on(mem), .uses = map_on(mem)};
    know_ids(acronyms);
    know_terms(acronyms);
    know_texts(acronyms);
    return acronyms;
}

/* ---- Checking ---- */

static bool is_known(const struct acronyms *acronyms, const struct statement_text *statement, struct str acronym)
{
    struct atoms *atoms = acronyms->texts->checking->library->atoms;
    atom spelled = atom_find(atoms, acronym);
    if (spelled && map_find(&acronyms->known, spelled))
        return true;
    char small[64];
    if (acronym.len > sizeof small)
        return true;
    for (uint32_t i = 0; i < acronym.len; i++)
        small[i] = to_lower(acronym.ptr[i]);
    atom lower = atom_find(atoms, (struct str){small, acronym.len});
    return lower && lexicon_class(statement->lexicon, lower);
}

static void report_acronym(struct acronyms *acronyms, const struct statement_text *statement, struct str acronym)
{
    struct checking *checking = acronyms->texts->checking;
    model_id model = checking->library->components.at[statement->component].model;
    uint64_t key = map_key(model, atom_intern(checking->library->atoms, acronym));
    uint32_t *use = map_at(&acronyms->uses, key, acronyms->found.n);
    if (*use < acronyms->found.n) {
        acronyms->found.at[*use].more++;
        return;
    }
    struct prose_word word = {.text = acronym};
    struct span at = prose_span(statement->prose, checking->library->sources, &word, &word);
    struct use first = {report(checking->diag, at, MSG_undefined_acronym, v_name(acronym)), 0};
    vec_push(checking->mem, &acronyms->found, first);
    help(first.finding, MSG_help_acronym);
    about_component(checking, first.finding, statement->component);
}

/* Text that is written in capitals all over has no acronyms to be told from. */
static bool is_shouted(const struct prose *prose)
{
    uint32_t n = 0;
    struct str acronym;
    VEC_EACH (const struct prose_word, word, &prose->words)
        n += take_acronym(word->text, &acronym);
    return n > 2 && 2 * n > prose->words.n;
}

void acronyms_check(struct acronyms *acronyms, const struct statement_text *statement)
{
    struct str acronym;
    if (is_shouted(statement->prose))
        return;
    VEC_EACH (const struct prose_word, word, &statement->prose->words) {
        struct str rest = word->text;
        if (word->reference || !is_upper(rest.ptr[0]) || is_known(acronyms, statement, rest))
            continue;
        while (rest.len) {
            struct str part = next_part(&rest);
            if (take_acronym(part, &acronym) && !is_known(acronyms, statement, acronym))
                report_acronym(acronyms, statement, acronym);
        }
    }
}

void acronyms_free(struct acronyms *acronyms)
{
    struct mem *mem = acronyms->texts->checking->mem;
    VEC_EACH (const struct use, use, &acronyms->found)
        if (use->more) {
            note(use->finding, MSG_note_more_uses, v_number(use->more));
            follow_up(use->finding, use->finding->rule, use->more);
        }
    map_free(&acronyms->known);
    map_free(&acronyms->uses);
    vec_free(mem, &acronyms->found);
    mem_free(mem, acronyms);
}
