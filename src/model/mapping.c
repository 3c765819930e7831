/* Mappings: headers and rows. What the rows claim is worked out in edges.c. */

#include "model/path.h"
#include "model/reference.h"
#include "model/statements.h"
#include "model/view.h"

/* The mapping that is being built. */
struct mapping_builder {
    struct builder *builder;
    mapping_id mapping;
    uint32_t unit;
    const struct tree *tree;
    uint32_t declaration;
    struct said said;
};

static struct library *library_of(const struct mapping_builder *m)
{
    return m->builder->library;
}

static struct mapping *own(const struct mapping_builder *m)
{
    return &library_of(m)->mappings.at[m->mapping];
}

/* ---- Values that headers and rows share ---- */

/* Takes one of `n` consecutive keywords; returns its place among them from 1, or 0 with a finding. */
static uint32_t take_choice(const struct mapping_builder *m, struct args *args, atom first, uint32_t n,
                            const char *what)
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

static enum fit take_fit(const struct mapping_builder *m, struct args *args)
{
    return (enum fit)take_choice(m, args, KW_GOOD, 3, "`good`, `partial` or `poor`");
}

static enum confidence take_confidence(const struct mapping_builder *m, struct args *args)
{
    return (enum confidence)take_choice(m, args, KW_LOW, 3, "`low`, `medium` or `high`");
}

static enum rationale_kind take_rationale_kind(const struct mapping_builder *m, struct args *args)
{
    return (enum rationale_kind)take_choice(m, args, KW_SYNTACTIC, 3,
                                            "`syntactic`, `semantic` or `functional`");
}

/* A text whose references may lead into either model. */
static struct str take_text(const struct mapping_builder *m, const struct arg *literal)
{
    struct str value = arg_text(m->builder, literal);
    keep_text(m->builder, m->unit, own(m)->to, own(m)->from, literal, value);
    return value;
}

/* ---- Header ---- */

/* `from MODEL "1.2"` */
static void read_side(const struct mapping_builder *m, struct args *args, bool is_from)
{
    const struct arg *name = args_take_reference(args, "the id of a model");
    struct mapping *mapping = own(m);
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
    struct library *library = library_of(m);
    own(m)->derived = true;
    do {
        struct via via = {.inverse = args_take_word(args, KW_INVERSE)};
        const struct arg *name = args_take_reference(args, "the id of a mapping");
        if (!name)
            return;
        struct step step = tree_path_step(m->tree, name, 0);
        via.at = name->at;
        via.mapping = find_declaration(m->builder, DECLARATION_MAPPING, m->unit, step.name);
        if (via.mapping == NONE)
            report_unknown_declaration(m->builder, DECLARATION_MAPPING, m->unit, step);
        vec_push(library->mem, &library->vias, via);
    } while (args->at < args->end && args->at[-1].flags & ARG_COMMA);
}

static void report_undefined_kind(const struct mapping_builder *m, struct span at, atom kind, model_id model)
{
    report(m->builder->diag, at, MSG_undefined_kind_of_model, v_name(name_of(m->builder, kind)),
           v_name(name_of(m->builder, library_of(m)->models.at[model].id)));
}

static void report_not_in_model(const struct mapping_builder *m, const struct member *member, model_id model)
{
    const struct component *component = &library_of(m)->components.at[member->component];
    struct finding *finding =
        report(m->builder->diag, member->at, MSG_not_in_model, v_name(name_of(m->builder, component->id)),
               v_name(name_of(m->builder, library_of(m)->models.at[model].id)));
    label(finding, component->at, MSG_label_defined_here);
}

/* The components behind `in`; false if one of them cannot be known or is of another model. */
static bool read_within(const struct mapping_builder *m, struct args *args, model_id model)
{
    struct library *library = library_of(m);
    members found = {0};
    struct scope scope = {.model = model, .component = NONE};
    bool complete = resolve_list(m->builder, m->unit, scope, args->at, (uint32_t)(args->end - args->at),
                                 (struct target_kinds){0}, &found);
    VEC_EACH (const struct member, member, &found) {
        vec_push(library->mem, &library->within, member->component);
        if (view_holds(library, model, member->component))
            continue;
        report_not_in_model(m, member, model);
        complete = false;
    }
    vec_free(m->builder->mem, &found);
    args->at = args->end;
    return complete;
}

/* `expect KIND mapped in REF, ...` */
static void read_expectation(const struct mapping_builder *m, struct args *args)
{
    struct library *library = library_of(m);
    struct expectation made = {.kind = NONE, .first_within = library->within.n, .at = args_word_span(args)};
    struct span kind_at = args->at < args->end ? args->at->at : args_here(args);
    bool complete = true;
    atom kind = args_take_any_word(args, "the name of a kind");
    made.covered = take_choice(m, args, KW_MAPPED, 2, "`mapped` or `covered`") == 2;
    model_id model = made.covered ? own(m)->to : own(m)->from;
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
        own(m)->relation = (enum relation)(choice - 1);
}

static void report_unknown(const struct mapping_builder *m, uint32_t statement, const char *context,
                           const atom *known, uint32_t n)
{
    struct args args = args_of(m->builder, m->unit, statement);
    atom word = m->tree->statements.at[statement].word;
    if (word)
        report_unknown_word(m->builder, args_word_span(&args), word, str_of(context), known, n);
}

static bool names_models(atom word)
{
    return word == KW_FROM || word == KW_TO;
}

/* The words that a mapping or a row says once; read_header() sees to its own. */
static bool is_single(atom word)
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

static void read_statement(struct mapping_builder *m, uint32_t statement)
{
    static const atom known[] = {KW_FROM, KW_TO, KW_EXPECT, KW_VIA, KW_RELATION, KW_FIT, KW_CONFIDENCE,
                                 KW_RATIONALE_KIND, KW_ALLOW, KW_VERSION, KW_SOURCE, KW_DESCRIPTION, KW_NOTE,
                                 KW_DATE, KW_PUBLISHER, KW_LICENSE};
    struct args args = args_of(m->builder, m->unit, statement);
    atom word = m->tree->statements.at[statement].word;
    if (is_single(word))
        say_once(&args, &m->said);
    switch (word) {
    case KW_FROM: read_side(m, &args, true); break;
    case KW_TO: read_side(m, &args, false); break;
    case KW_VIA: read_via(m, &args); break;
    case KW_EXPECT: read_expectation(m, &args); break;
    case KW_RELATION: read_relation(m, &args); break;
    case KW_FIT: own(m)->fit = take_fit(m, &args); break;
    case KW_CONFIDENCE: own(m)->confidence = take_confidence(m, &args); break;
    case KW_RATIONALE_KIND: own(m)->rationale_kind = take_rationale_kind(m, &args); break;
    case KW_ALLOW:
        read_allow(m->builder, m->unit, statement, statement_span(m->tree, m->declaration));
        return;
    default:
        if (!read_header(m->builder, m->unit, statement, &own(m)->header, &m->said))
            report_unknown(m, statement, "a mapping", known, sizeof known / sizeof known[0]);
        return;
    }
    args_finish(&args);
}

/* ---- Rows ---- */

/* Moves resolved members to the library; those that are not of the model are reported. */
static bool add_members(const struct mapping_builder *m, const members *found, model_id model,
                        uint32_t *first, uint32_t *n)
{
    struct library *library = library_of(m);
    bool complete = true;
    *first = library->members.n;
    VEC_EACH (const struct member, member, found) {
        if (view_holds(library, model, member->component)) {
            vec_push(library->mem, &library->members, *member);
            continue;
        }
        complete = false;
        report_not_in_model(m, member, model);
    }
    *n = library->members.n - *first;
    return complete;
}

/* Resolves one side of a row; false if not all of it could be. */
static bool take_members(const struct mapping_builder *m, model_id model, const struct arg *args,
                         const struct arg *end, uint32_t *first, uint32_t *n)
{
    *first = library_of(m)->members.n;
    *n = 0;
    if (model == NONE)
        return false;
    members found = {0};
    bool complete = resolve_row_side(m->builder, m->unit, model, args, (uint32_t)(end - args), &found);
    complete = add_members(m, &found, model, first, n) && complete;
    vec_free(m->builder->mem, &found);
    return complete;
}

static enum outcome outcome_of(const struct arg *arg)
{
    if (arg->kind == ARG_MAYBE)
        return OUTCOME_UNDECIDED;
    if (arg->kind == ARG_WORD && arg->value == KW_NONE)
        return OUTCOME_NONE;
    if (arg->kind == ARG_WORD && arg->value == KW_NOT_APPLICABLE)
        return OUTCOME_NOT_APPLICABLE;
    return OUTCOME_TARGETS;
}

/* Takes an outcome if one stands among the targets. */
static void take_outcome(const struct mapping_builder *m, struct row *row, const struct arg *args,
                         const struct arg *end)
{
    const struct arg *found = NULL;
    for (const struct arg *arg = args; arg < end; arg++)
        if (!found && outcome_of(arg) != OUTCOME_TARGETS)
            found = arg;
    if (!found)
        return;
    row->outcome = outcome_of(found);
    row->outcome_at = found->at;
    struct str spelling = source_text(m->builder->diag->sources, found->at);
    if (end - args > 1)
        report(m->builder->diag, found->at, MSG_outcome_beside_targets, v_name(spelling));
    else if (row->written != RELATION_ADDRESSED_BY)
        report(m->builder->diag, found->at, MSG_outcome_after_relation, v_name(spelling));
}

static void read_strength(const struct mapping_builder *m, struct args *args, struct row *row)
{
    const struct arg *arg = args_take_reference(args, "a number from 0 to 10");
    if (!arg)
        return;
    struct str spelling = source_text(m->builder->diag->sources, arg->at);
    int64_t number = number_of(spelling);
    if (number < 0)
        report(m->builder->diag, arg->at, MSG_not_a_number, v_name(spelling));
    else if (number > 10)
        report(m->builder->diag, arg->at, MSG_out_of_range, v_name(spelling), v_number(0), v_number(10));
    else
        row->strength = (uint32_t)number;
}

static struct str take_string(const struct mapping_builder *m, struct args *args)
{
    const struct arg *text = args_take_text(args, "a string");
    return text ? take_text(m, text) : STR_NONE;
}

static void read_row_statement(const struct mapping_builder *m, struct row *row, uint32_t row_statement,
                               uint32_t statement, struct said *said)
{
    static const atom known[] = {KW_FIT, KW_STRENGTH, KW_CONFIDENCE, KW_RATIONALE_KIND, KW_NOTE, KW_SOURCE,
                                 KW_ALLOW};
    struct args args = args_of(m->builder, m->unit, statement);
    atom word = m->tree->statements.at[statement].word;
    if (is_single(word) || word == KW_NOTE || word == KW_SOURCE)
        say_once(&args, said);
    switch (word) {
    case KW_FIT: row->fit = take_fit(m, &args); break;
    case KW_STRENGTH: read_strength(m, &args, row); break;
    case KW_CONFIDENCE: row->confidence = take_confidence(m, &args); break;
    case KW_RATIONALE_KIND: row->rationale_kind = take_rationale_kind(m, &args); break;
    case KW_NOTE: row->note = take_string(m, &args); break;
    case KW_SOURCE: row->source = take_string(m, &args); break;
    case KW_ALLOW:
        read_allow(m->builder, m->unit, statement, statement_span(m->tree, row_statement));
        return;
    default:
        report_unknown(m, statement, "a row", known, sizeof known / sizeof known[0]);
        return;
    }
    args_finish(&args);
}

static void read_row_block(const struct mapping_builder *m, struct row *row, uint32_t statement)
{
    uint32_t end = m->tree->statements.at[statement].next;
    if (end == statement + 1)
        return;
    struct said said = {0};
    for (uint32_t s = statement + 1; s < end; s = m->tree->statements.at[s].next)
        read_row_statement(m, row, statement, s, &said);
}

static enum relation take_row_relation(const struct mapping_builder *m, const struct arg *arg)
{
    if (arg->value >= KW_ADDRESSED_BY && arg->value <= KW_SUPPORTED_BY)
        return (enum relation)(arg->value - KW_ADDRESSED_BY);
    atom words[RELATION_COUNT];
    for (uint32_t i = 0; i < RELATION_COUNT; i++)
        words[i] = KW_ADDRESSED_BY + i;
    report_not_among(m->builder, arg->at, arg->value, words, RELATION_COUNT);
    return RELATION_COUNT;
}

/* The relation among the arguments of a row. */
static const struct arg *relation_in(const struct arg *args, uint32_t n)
{
    const struct arg *arg = args;
    while (arg < args + n && arg->kind != ARG_RELATION)
        arg++;
    return arg;
}

static void read_row_relation(const struct mapping_builder *m, struct row *row, const struct arg *arg)
{
    row->at = arg->at;
    enum relation relation = take_row_relation(m, arg);
    row->damaged = row->damaged || relation == RELATION_COUNT;
    row->written = relation == RELATION_COUNT ? RELATION_ADDRESSED_BY : relation;
    row->relation = row->written == RELATION_ADDRESSED_BY ? own(m)->relation : row->written;
}

/* Says of new findings which row they are about: by its first source as it is written, or by its path. */
static void about_row(const struct mapping_builder *m, uint32_t n_findings, const struct row *row,
                      const struct arg *source)
{
    struct diag *diag = m->builder->diag;
    if (diag->findings.n == n_findings)
        return;
    struct buf element = buf_on(diag->mem);
    buf_printf(&element, "%.*s:", STR_ARGS(name_of(m->builder, own(m)->id)));
    if (row->n_sources)
        path_add(&element, library_of(m), library_of(m)->members.at[row->first_source].component);
    else
        buf_str(&element, source_text(diag->sources, source->at));
    about_since(diag, n_findings, buf_as_str(&element));
    buf_free(&element);
}

static void read_row(const struct mapping_builder *m, uint32_t statement)
{
    struct library *library = library_of(m);
    uint32_t n_findings = m->builder->diag->findings.n;
    const struct statement *at = &m->tree->statements.at[statement];
    struct row row = {.fit = own(m)->fit, .confidence = own(m)->confidence,
                      .rationale_kind = own(m)->rationale_kind, .strength = NONE,
                      .whole = {at->start, at->end}, .damaged = at->damaged};
    const struct arg *args;
    uint32_t n = tree_args(m->tree, statement, &args);
    const struct arg *relation = relation_in(args, n), *end = args + n;
    if (at->damaged && n > 0 && args[0].kind == ARG_WORD) {
        own(m)->damaged = true; /* no row but a statement that went wrong */
        return;
    }
    bool complete = take_members(m, own(m)->from, args, relation, &row.first_source, &row.n_sources);
    row.first_target = library->members.n;
    if (relation < end) {
        read_row_relation(m, &row, relation);
        if (end[-1].kind == ARG_STRING || end[-1].kind == ARG_TEXT)
            row.rationale = take_text(m, --end);
        take_outcome(m, &row, relation + 1, end);
        if (row.outcome == OUTCOME_TARGETS)
            complete = take_members(m, own(m)->to, relation + 1, end, &row.first_target, &row.n_targets) &&
                       complete;
    }
    bool no_targets = row.outcome == OUTCOME_TARGETS && row.n_targets == 0;
    row.damaged = row.damaged || !complete || relation == args + n || no_targets;
    read_row_block(m, &row, statement);
    if (n > 0)
        about_row(m, n_findings, &row, args);
    if (row.n_sources == 0)
        own(m)->damaged = true;
    else
        vec_push(library->mem, &library->rows, row);
}

/* ---- Mappings ---- */

static void report_missing_side(struct mapping_builder *m, struct span at, atom word)
{
    if (at.start == 0)
        report(m->builder->diag, own(m)->at, MSG_mapping_needs, v_name(name_of(m->builder, own(m)->id)),
               v_name(name_of(m->builder, word)));
}

/* The header first, wherever its statements stand: rows need the models and the defaults. */
static void build_mapping(struct mapping_builder *m)
{
    struct library *library = library_of(m);
    uint32_t end = m->tree->statements.at[m->declaration].next;
    own(m)->first_expectation = library->expectations.n;
    own(m)->first_via = library->vias.n;
    own(m)->first_row = library->rows.n;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t s = m->declaration + 1; s < end; s = m->tree->statements.at[s].next) {
            const struct statement *at = &m->tree->statements.at[s];
            if (at->word && names_models(at->word) == (pass == 0))
                read_statement(m, s);
            own(m)->damaged = own(m)->damaged || (at->damaged && !at->word);
        }
    report_missing_side(m, own(m)->from_at, KW_FROM);
    report_missing_side(m, own(m)->to_at, KW_TO);
    for (uint32_t s = m->declaration + 1; s < end; s = m->tree->statements.at[s].next)
        if (m->tree->statements.at[s].kind == STATEMENT_ROW)
            read_row(m, s);
    own(m)->n_rows = library->rows.n - own(m)->first_row;
    own(m)->n_expectations = library->expectations.n - own(m)->first_expectation;
    own(m)->n_vias = library->vias.n - own(m)->first_via;
    if (own(m)->derived && own(m)->n_rows)
        report(m->builder->diag, library->rows.at[own(m)->first_row].at, MSG_derived_has_rows);
    for (uint32_t i = 0; i < own(m)->n_rows; i++)
        own(m)->damaged = own(m)->damaged || library->rows.at[own(m)->first_row + i].damaged;
}

void build_mappings(struct builder *builder)
{
    for (mapping_id id = 0; id < builder->declared[DECLARATION_MAPPING].n; id++) {
        struct declared at = builder->declared[DECLARATION_MAPPING].at[id];
        struct mapping_builder m = {builder, id, at.unit, unit_tree(builder, at.unit), at.statement, {{0}}};
        build_mapping(&m);
    }
}
