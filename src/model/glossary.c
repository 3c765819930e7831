/* Glossaries: terms, and the forms in which they are written. */

#include "model/statements.h"

struct glossary_builder {
    struct builder *builder;
    uint32_t glossary;
    uint32_t unit;
    const struct tree *tree;
    uint32_t declaration;
    struct said said;
    struct map terms; /* name in small letters -> index of the first term of that name */
};

static struct library *library_of(const struct glossary_builder *g)
{
    return g->builder->library;
}

static struct glossary *own(const struct glossary_builder *g)
{
    return &library_of(g)->glossaries.at[g->glossary];
}

/* `also "a" "b"`: two strings that stand beside one another. */
static void check_comma(const struct args *args)
{
    if (args->at == args->end || args->at[-1].flags & ARG_COMMA)
        return;
    struct diag *diag = args->builder->diag;
    struct finding *finding =
        report(diag, args->at->at, MSG_missing_comma, v_name(source_text(diag->sources, args->at->at)));
    struct span before = {args->at[-1].at.end, args->at[-1].at.end};
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(STR(","))), before, STR(","));
}

/* The strings of every `abbreviation` or `also` in the block of a term. */
static uint32_t read_forms(const struct glossary_builder *g, uint32_t term, atom word, uint32_t *first)
{
    struct library *library = library_of(g);
    *first = library->forms.n;
    uint32_t end = g->tree->statements.at[term].next;
    for (uint32_t s = term + 1; s < end; s = g->tree->statements.at[s].next) {
        if (g->tree->statements.at[s].word != word)
            continue;
        struct args args = args_of(g->builder, g->unit, s);
        do {
            const struct arg *text = args_take_text(&args, "a string");
            if (!text)
                break;
            struct form form = {arg_text(g->builder, text), text->at};
            vec_push(library->mem, &library->forms, form);
            check_comma(&args);
        } while (args.at < args.end);
    }
    return library->forms.n - *first;
}

/* `definition "..."` in the block of a term without one: that is said of the term. */
static bool is_definition(const struct glossary_builder *g, atom word)
{
    return str_is(name_of(g->builder, word), "definition");
}

static void check_term_words(const struct glossary_builder *g, uint32_t term, bool is_defined)
{
    static const atom known[] = {KW_ABBREVIATION, KW_ALSO, KW_ALLOW};
    uint32_t end = g->tree->statements.at[term].next;
    for (uint32_t s = term + 1; s < end; s = g->tree->statements.at[s].next) {
        atom word = g->tree->statements.at[s].word;
        struct args args = args_of(g->builder, g->unit, s);
        if (word == KW_ALLOW)
            read_allow(g->builder, g->unit, s, statement_span(g->tree, term));
        else if (word && word != KW_ABBREVIATION && word != KW_ALSO && (is_defined || !is_definition(g, word)))
            report_unknown_word(g->builder, args_word_span(&args), word, STR("a term"), known,
                                sizeof known / sizeof known[0]);
    }
}

/* A term is the same in capitals and small letters. */
static atom key_of(const struct glossary_builder *g, struct str name)
{
    return atom_intern(g->builder->units->atoms, arena_lower(&g->builder->scratch, name));
}

/* A glossary says once what a term means. */
static void check_term(struct glossary_builder *g, const struct term *term)
{
    atom name = key_of(g, term->name);
    uint32_t next = library_of(g)->terms.n, *index = map_at(&g->terms, name, next);
    if (*index == next)
        return;
    struct finding *finding = report(g->builder->diag, term->at, MSG_duplicate_term, v_string(term->name));
    label(finding, library_of(g)->terms.at[*index].at, MSG_label_first_here);
    help(finding, MSG_help_one_term);
}

static const struct arg *take_definition(struct args *args)
{
    struct diag *diag = args->builder->diag;
    uint32_t n_findings = diag->findings.n;
    const struct arg *definition = args_take_text(args, "a definition");
    if (diag->findings.n > n_findings)
        help(diag->findings.at[n_findings], MSG_help_definition);
    return definition;
}

/* `term "essential asset" "An asset whose ..."` */
static void read_term(struct glossary_builder *g, uint32_t statement)
{
    struct library *library = library_of(g);
    struct args args = args_of(g->builder, g->unit, statement);
    const struct arg *name = args_take_text(&args, "a term");
    const struct arg *definition = name ? take_definition(&args) : NULL;
    args_finish(&args);
    if (!name)
        return;
    struct term term = {.name = arg_text(g->builder, name), .at = name->at};
    if (definition) {
        term.definition = arg_text(g->builder, definition);
        term.definition_at = definition->at;
        keep_text(g->builder, g->unit, NONE, NONE, definition, term.definition);
    }
    term.n_abbreviations = read_forms(g, statement, KW_ABBREVIATION, &term.first_abbreviation);
    term.n_also = read_forms(g, statement, KW_ALSO, &term.first_also);
    check_term_words(g, statement, definition != NULL);
    check_term(g, &term);
    vec_push(library->mem, &library->terms, term);
}

static void read_statement(struct glossary_builder *g, uint32_t statement)
{
    static const atom known[] = {KW_TERM, KW_ALLOW, KW_VERSION, KW_LANGUAGE, KW_DESCRIPTION, KW_SOURCE};
    struct header_slots slots = {&own(g)->header, &g->said, g->unit, {NONE, NONE}};
    atom word = g->tree->statements.at[statement].word;
    if (word == KW_TERM) {
        read_term(g, statement);
    } else if (word == KW_ALLOW) {
        read_allow(g->builder, g->unit, statement, statement_span(g->tree, g->declaration));
    } else if (word && !read_header(g->builder, statement, slots)) {
        struct args args = args_of(g->builder, g->unit, statement);
        report_unknown_word(g->builder, args_word_span(&args), word, STR("a glossary"), known,
                            sizeof known / sizeof known[0]);
    }
}

/* A word that is not to be used is no term of its own. */
static void check_also(const struct glossary_builder *g)
{
    const struct library *library = library_of(g);
    for (uint32_t i = own(g)->first_term; i < library->terms.n; i++) {
        const struct term *term = &library->terms.at[i];
        for (uint32_t k = term->first_also; k < term->first_also + term->n_also; k++) {
            const struct form *form = &library->forms.at[k];
            const uint32_t *other = map_find(&g->terms, key_of(g, form->text));
            if (!other || *other == i)
                continue;
            struct finding *finding =
                report(g->builder->diag, form->at, MSG_term_and_also, v_string(form->text), v_string(term->name));
            label(finding, library->terms.at[*other].at, MSG_label_defined_here);
            help(finding, MSG_help_term_or_also);
        }
    }
}

void build_glossaries(struct builder *builder)
{
    for (uint32_t id = 0; id < builder->declared[DECLARATION_GLOSSARY].n; id++) {
        struct declared at = builder->declared[DECLARATION_GLOSSARY].at[id];
        struct glossary_builder g = {
            builder, id, at.unit, unit_tree(builder, at.unit), at.statement, {{0}}, map_on(builder->mem)};
        own(&g)->first_term = builder->library->terms.n;
        uint32_t end = g.tree->statements.at[g.declaration].next;
        for (uint32_t s = g.declaration + 1; s < end; s = g.tree->statements.at[s].next)
            read_statement(&g, s);
        check_also(&g);
        own(&g)->n_terms = builder->library->terms.n - own(&g)->first_term;
        map_free(&g.terms);
    }
}
