/* Mappings: their headers. What the rows claim is worked out in edges.c. */

#include "model/mapping/builder.h"
#include "model/names/suggest.h"
#include "model/view.h"

/* ---- Values that headers and rows share ---- */

uint32_t take_choice(const struct mapping_builder *m, struct args *args, atom first, uint32_t n, const char *what)
{
    enum { CHOICES_MOST = 16 };
    atom words[CHOICES_MOST];
    struct span at = args->at < args->end ? args->at->at : args_here(args);
    atom word = args_take_any_word(args, what);
    if (word >= first && word < first + n)
        return word - first + 1;
    for (uint32_t i = 0; i < n; i++)
        words[i] = first + i;
    if (word)
        report_not_among(m->builder, at, word, words, n);
    args->failed = true;
    return 0;
}

enum fit take_fit(const struct mapping_builder *m, struct args *args)
{
    return (enum fit)take_choice(m, args, KW_GOOD, 3, "`good`, `partial` or `poor`");
}

enum confidence take_confidence(const struct mapping_builder *m, struct args *args)
{
    return (enum confidence)take_choice(m, args, KW_LOW, 3, "`low`, `medium` or `high`");
}

enum rationale_kind take_rationale_kind(const struct mapping_builder *m, struct args *args)
{
    return (enum rationale_kind)take_choice(m, args, KW_SYNTACTIC, 3, "`syntactic`, `semantic` or `functional`");
}

bool is_said_once(atom word)
{
    switch (word) {
    case KW_FROM:
    case KW_TO:
    case KW_VIA:
    case KW_RELATION:
    case KW_FIT:
    case KW_STRENGTH:
    case KW_CONFIDENCE:
    case KW_RATIONALE_KIND: return true;
    default: return false;
    }
}

void report_unknown_in(const struct mapping_builder *m, uint32_t statement, const char *context, const atom *known,
                       uint32_t n)
{
    struct args args = args_of(m->builder, m->unit, statement);
    atom word = m->tree->statements.at[statement].word;
    if (word)
        report_unknown_word(m->builder, args_word_span(&args), word, str_of(context), known, n);
}

/* ---- Header ---- */

/* `from MODEL "1.2"` */
static void read_side(const struct mapping_builder *m, struct args *args, bool is_from)
{
    const struct arg *name = args_take_declared(args, "the id of a model", DECLARATION_MODEL);
    struct mapping *mapping = own_mapping(m);
    model_id *side = is_from ? &mapping->from : &mapping->to;
    struct span *at = is_from ? &mapping->from_at : &mapping->to_at;
    if (!name) {
        *at = args_word_span(args); /* it is there, though it names nothing */
        return;
    }
    *at = name->at;
    *side = find_model(m->builder, m->unit, tree_path_step(m->tree, name, 0));
    const struct arg *version = args_maybe_text(args);
    if (!version)
        return;
    *(is_from ? &mapping->from_version : &mapping->to_version) = arg_text(m->builder, version);
    *(is_from ? &mapping->from_version_at : &mapping->to_version_at) = version->at;
}

/* `via MAPPING, inverse MAPPING` */
static void read_via(const struct mapping_builder *m, struct args *args)
{
    struct library *library = m->builder->library;
    own_mapping(m)->derived = true;
    do {
        struct via via = {.inverse = args_take_word(args, KW_INVERSE)};
        const struct arg *name = args_take_declared(args, "the id of a mapping", DECLARATION_MAPPING);
        if (!name) {
            own_mapping(m)->damaged = true;
            return;
        }
        struct step step = tree_path_step(m->tree, name, 0);
        via.at = name->at;
        via.mapping = find_declaration(m->builder, DECLARATION_MAPPING, m->unit, step.name);
        if (via.mapping == NONE)
            report_unknown_declaration(m->builder, DECLARATION_MAPPING, m->unit, step);
        vec_push(library->mem, &library->vias, via);
    } while (args->at < args->end && args->at[-1].flags & ARG_COMMA);
    own_mapping(m)->damaged =
        own_mapping(m)->damaged || args->at < args->end || m->tree->statements.at[args->statement].damaged;
}

static void report_undefined_kind(const struct mapping_builder *m, struct span at, atom kind, model_id model)
{
    struct builder *builder = m->builder;
    bool is_from = model == own_mapping(m)->from;
    model_id other = is_from ? own_mapping(m)->to : own_mapping(m)->from;
    struct finding *finding = report(builder->diag, at, MSG_undefined_kind_of_model, v_name(name_of(builder, kind)),
                                     v_name(name_of(builder, builder->library->models.at[model].id)));
    uint32_t architecture = other == NONE ? NONE : builder->library->models.at[other].architecture;
    if (architecture != NONE && find_kind(builder, architecture, kind) != NONE)
        help(finding, MSG_help_other_expectation, v_name(is_from ? STR("covered") : STR("mapped")),
             v_name(name_of(builder, builder->library->models.at[other].id)));
    else
        offer_near_kind(builder, finding, builder->library->models.at[model].architecture, at, kind);
}

/* The components behind `in`; false if one of them cannot be known or is of another model. */
static bool read_within(const struct mapping_builder *m, struct args *args, model_id model)
{
    struct library *library = m->builder->library;
    members found = {0};
    struct scope scope = {.model = model, .component = NONE};
    bool complete = resolve_list(m->builder, m->unit, scope, args->at, (uint32_t)(args->end - args->at),
                                 (struct target_kinds){0}, &found);
    VEC_EACH (const struct member, member, &found) {
        vec_push(library->mem, &library->within, member->component);
        if (view_holds(library, model, member->component))
            continue;
        report_not_in_model(m->builder, member, model);
        complete = false;
    }
    vec_free(m->builder->mem, &found);
    args->at = args->end;
    return complete;
}

/* Reports the second of two kinds in one `expect`; false if there is none. */
static bool report_second_kind(const struct mapping_builder *m, const struct args *args)
{
    if (args->failed || !args_is(args, ARG_WORD) || !(args->at[-1].flags & ARG_COMMA))
        return false;
    struct finding *finding = report(m->builder->diag, args->at->at, MSG_second_kind);
    help(finding, MSG_help_expect_again, v_name(name_of(m->builder, args->at->value)));
    return true;
}

/* `all areas`: the word before the kind says nothing here. Reports it; false if the next words are no such thing. */
static bool report_quantifier(const struct mapping_builder *m, struct args *args)
{
    const struct arg *last = args->at + 2;
    if (last >= args->end || !args_is(args, ARG_WORD) || args->at->flags & ARG_COMMA || last[-1].kind != ARG_WORD ||
        last->kind != ARG_WORD || (last->value != KW_MAPPED && last->value != KW_COVERED))
        return false;
    struct builder *builder = m->builder;
    const struct arg *word = args->at++;
    struct finding *finding = report(builder->diag, word->at, MSG_extra_word, v_name(name_of(builder, word->value)));
    struct span extra = {word->at.start, args->at->at.start};
    help(finding, MSG_help_kind_alone, v_name(name_of(builder, args->at->value)));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_remove), extra, STR(""));
    return true;
}

/* `expect KIND mapped in REF, ...` */
static void read_expectation(const struct mapping_builder *m, struct args *args)
{
    struct library *library = m->builder->library;
    struct expectation made = {.kind = NONE, .first_within = library->within.n, .at = args_word_span(args)};
    if (report_quantifier(m, args)) {
        args->at = args->end;
        return;
    }
    struct span kind_at = args->at < args->end ? args->at->at : args_here(args);
    bool complete = true;
    atom kind = args_take_any_word(args, "the name of a kind");
    if (report_second_kind(m, args)) {
        args->at = args->end;
        return;
    }
    made.covered = take_choice(m, args, KW_MAPPED, 2, "`mapped` or `covered`") == 2;
    model_id model = made.covered ? own_mapping(m)->to : own_mapping(m)->from;
    made.at.end = args_here(args).end;
    if (model == NONE || args->failed) {
        args->at = args->end;
        return;
    }
    uint32_t architecture = library->models.at[model].architecture;
    if (architecture != NONE)
        made.kind = find_kind(m->builder, architecture, kind);
    if (made.kind == NONE && architecture != NONE)
        report_undefined_kind(m, kind_at, kind, model);
    if (args_take_word(args, KW_IN)) {
        complete = read_within(m, args, model);
    }
    made.n_within = library->within.n - made.first_within;
    if (made.kind != NONE && complete)
        vec_push(library->mem, &library->expectations, made);
}

static void read_relation(const struct mapping_builder *m, struct args *args)
{
    uint32_t choice = take_choice(m, args, KW_ADDRESSED_BY, RELATION_COUNT, "a relation");
    if (choice)
        own_mapping(m)->relation = (enum relation)(choice - 1);
}

static bool names_models(atom word)
{
    return word == KW_FROM || word == KW_TO;
}

/* `fit partial` below a row looks as if it were about that row. */
static void check_default(const struct mapping_builder *m, uint32_t statement)
{
    atom word = m->tree->statements.at[statement].word;
    if (word != KW_FIT && word != KW_CONFIDENCE && word != KW_RATIONALE_KIND && word != KW_RELATION)
        return;
    uint32_t row = NONE;
    for (uint32_t s = m->declaration + 1; s < statement; s = m->tree->statements.at[s].next)
        if (m->tree->statements.at[s].kind == STATEMENT_ROW)
            row = s;
    if (row == NONE)
        return;
    struct args args = args_of(m->builder, m->unit, statement);
    struct finding *finding =
        report(m->builder->diag, args_word_span(&args), MSG_default_behind_rows, v_name(name_of(m->builder, word)));
    label(finding, (struct span){m->tree->statements.at[row].start, m->tree->statements.at[row].end},
          MSG_label_row_above);
    help(finding, MSG_help_default);
}

static void read_statement(struct mapping_builder *m, uint32_t statement)
{
    static const atom known[] = {
        KW_FROM,  KW_TO,      KW_EXPECT, KW_VIA,         KW_RELATION, KW_FIT,  KW_CONFIDENCE, KW_RATIONALE_KIND,
        KW_ALLOW, KW_VERSION, KW_SOURCE, KW_DESCRIPTION, KW_NOTE,     KW_DATE, KW_PUBLISHER,  KW_LICENSE};
    struct args args = args_of(m->builder, m->unit, statement);
    struct mapping *own = own_mapping(m);
    struct header_slots slots = {&own->header, &m->said, m->unit, {own->to, own->from}};
    atom word = m->tree->statements.at[statement].word;
    if (is_said_once(word))
        say_once(&args, &m->said);
    check_default(m, statement);
    switch (word) {
    case KW_FROM: read_side(m, &args, true); break;
    case KW_TO: read_side(m, &args, false); break;
    case KW_VIA: read_via(m, &args); break;
    case KW_EXPECT: read_expectation(m, &args); break;
    case KW_RELATION: read_relation(m, &args); break;
    case KW_FIT: own_mapping(m)->fit = take_fit(m, &args); break;
    case KW_CONFIDENCE: own_mapping(m)->confidence = take_confidence(m, &args); break;
    case KW_RATIONALE_KIND: own_mapping(m)->rationale_kind = take_rationale_kind(m, &args); break;
    case KW_ALLOW: read_allow(m->builder, m->unit, statement, statement_span(m->tree, m->declaration)); return;
    default:
        if (!read_header(m->builder, statement, slots)) {
            report_unknown_in(m, statement, "a mapping", known, sizeof known / sizeof known[0]);
            own_mapping(m)->damaged = true; /* it may have been a row, or a step */
        }
        return;
    }
    args_finish(&args);
    own_mapping(m)->damaged = own_mapping(m)->damaged || (args.failed && names_models(word));
}

/* ---- Mappings ---- */

static void report_missing_side(struct mapping_builder *m, struct span at, atom word)
{
    if (at.start == 0 && !own_mapping(m)->damaged)
        report(m->builder->diag, own_mapping(m)->at, MSG_mapping_needs, v_name(name_of(m->builder, own_mapping(m)->id)),
               v_name(name_of(m->builder, word)));
}

static void read_rows(struct mapping_builder *m)
{
    uint32_t end = m->tree->statements.at[m->declaration].next;
    m->builder->swapped = NULL;
    m->builder->n_swapped = 0;
    for (uint32_t s = m->declaration + 1; s < end; s = m->tree->statements.at[s].next)
        if (m->tree->statements.at[s].kind == STATEMENT_ROW)
            read_row(m, s);
    if (m->builder->n_swapped == 0)
        return;
    note(m->builder->swapped, MSG_note_more_swapped, v_number(m->builder->n_swapped));
    follow_up(m->builder->swapped, m->builder->swapped->rule, m->builder->n_swapped);
}

/* The header first, wherever its statements stand: rows need the models and the defaults. */
static void build_mapping(struct mapping_builder *m)
{
    struct library *library = m->builder->library;
    uint32_t end = m->tree->statements.at[m->declaration].next;
    own_mapping(m)->first_expectation = library->expectations.n;
    own_mapping(m)->first_via = library->vias.n;
    own_mapping(m)->first_row = library->rows.n;
    own_mapping(m)->damaged = own_mapping(m)->damaged || m->tree->statements.at[m->declaration].damaged;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t s = m->declaration + 1; s < end; s = m->tree->statements.at[s].next) {
            const struct statement *at = &m->tree->statements.at[s];
            if (at->word && names_models(at->word) == (pass == 0))
                read_statement(m, s);
            own_mapping(m)->damaged = own_mapping(m)->damaged || (at->damaged && !at->word);
        }
    report_missing_side(m, own_mapping(m)->from_at, KW_FROM);
    report_missing_side(m, own_mapping(m)->to_at, KW_TO);
    read_rows(m);
    own_mapping(m)->n_rows = library->rows.n - own_mapping(m)->first_row;
    own_mapping(m)->n_expectations = library->expectations.n - own_mapping(m)->first_expectation;
    own_mapping(m)->n_vias = library->vias.n - own_mapping(m)->first_via;
    if (own_mapping(m)->derived && own_mapping(m)->n_rows)
        help(report(m->builder->diag, library->rows.at[own_mapping(m)->first_row].at, MSG_derived_has_rows),
             MSG_help_derived_rows);
    for (uint32_t i = 0; i < own_mapping(m)->n_rows; i++)
        own_mapping(m)->damaged = own_mapping(m)->damaged || library->rows.at[own_mapping(m)->first_row + i].damaged;
}

void build_mappings(struct builder *builder)
{
    for (mapping_id id = 0; id < builder->declared[DECLARATION_MAPPING].n; id++) {
        struct declared at = builder->declared[DECLARATION_MAPPING].at[id];
        struct mapping_builder m = {builder, id, at.unit, unit_tree(builder, at.unit), at.statement, {{0}}};
        build_mapping(&m);
    }
}
