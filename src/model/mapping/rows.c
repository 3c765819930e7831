/* The rows of mappings. */

#include "model/mapping/builder.h"
#include "model/names/path.h"
#include "model/view.h"
#include "syntax/literal.h"

/* A text whose references may lead into either model. */
static struct str take_text(const struct mapping_builder *m, const struct arg *literal)
{
    struct str value = arg_text(m->builder, literal);
    keep_text(m->builder, m->unit, own_mapping(m)->to, own_mapping(m)->from, literal, value);
    return value;
}

/* Moves resolved members to the library; those that are not of the model are reported. */
static bool add_members(const struct mapping_builder *m, const members *found, model_id model, uint32_t *first,
                        uint32_t *n)
{
    struct library *library = m->builder->library;
    bool complete = true;
    *first = library->members.n;
    VEC_EACH (const struct member, member, found) {
        if (view_holds(library, model, member->component)) {
            vec_push(library->mem, &library->members, *member);
            continue;
        }
        complete = false;
        report_not_in_model(m->builder, member, model);
    }
    *n = library->members.n - *first;
    return complete;
}

/* Resolves one side of a row; false if not all of it could be. */
static bool take_members(const struct mapping_builder *m, model_id model, const struct arg *args, const struct arg *end,
                         uint32_t *first, uint32_t *n)
{
    *first = m->builder->library->members.n;
    *n = 0;
    if (model == NONE)
        return false;
    members found = {0};
    struct row_side side = {model, model == own_mapping(m)->from ? own_mapping(m)->to : own_mapping(m)->from};
    bool complete = resolve_row_side(m->builder, m->unit, side, args, (uint32_t)(end - args), &found);
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
        help(report(m->builder->diag, found->at, MSG_outcome_beside_targets, v_name(spelling)), MSG_help_outcome_alone,
             v_name(spelling));
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
        help(report(m->builder->diag, arg->at, MSG_not_a_number, v_name(spelling)), MSG_help_whole_number);
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

static void report_unknown_in_row(const struct mapping_builder *m, uint32_t statement)
{
    static const atom known[] = {KW_FIT, KW_STRENGTH, KW_CONFIDENCE, KW_RATIONALE_KIND, KW_NOTE, KW_SOURCE, KW_ALLOW};
    struct diag *diag = m->builder->diag;
    struct str word = name_of(m->builder, m->tree->statements.at[statement].word);
    if (!str_is(word, "rationale")) {
        report_unknown_in(m, statement, "a row", known, sizeof known / sizeof known[0]);
        return;
    }
    struct args args = args_of(m->builder, m->unit, statement);
    help(report(diag, args_word_span(&args), MSG_unknown_word, v_name(word), v_text(STR("a row"))), MSG_help_rationale);
}

static void read_row_statement(const struct mapping_builder *m, struct row *row, uint32_t row_statement,
                               uint32_t statement, struct said *said)
{
    struct args args = args_of(m->builder, m->unit, statement);
    atom word = m->tree->statements.at[statement].word;
    if (is_said_once(word) || word == KW_NOTE || word == KW_SOURCE)
        say_once(&args, said);
    switch (word) {
    case KW_FIT: row->fit = take_fit(m, &args); break;
    case KW_STRENGTH: read_strength(m, &args, row); break;
    case KW_CONFIDENCE: row->confidence = take_confidence(m, &args); break;
    case KW_RATIONALE_KIND: row->rationale_kind = take_rationale_kind(m, &args); break;
    case KW_NOTE: row->note = take_string(m, &args); break;
    case KW_SOURCE: row->source = take_string(m, &args); break;
    case KW_ALLOW: read_allow(m->builder, m->unit, statement, statement_span(m->tree, row_statement)); return;
    default: report_unknown_in_row(m, statement); return;
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

/* The word in front of a value that stands alone, as in `-> CM partial`; "" if the value needs none. */
static const char *word_before(atom value)
{
    if (value == KW_GOOD || value == KW_PARTIAL || value == KW_POOR)
        return "fit ";
    return value == KW_LOW || value == KW_MEDIUM || value == KW_HIGH ? "confidence " : "";
}

/* `subset of`, `equals to`: the word behind that belongs to the relation. */
static bool is_preposition(const struct mapping_builder *m, const struct arg *arg)
{
    static const char *const words[] = {"of", "to", "by", "with"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (arg->kind == ARG_WORD && str_is(name_of(m->builder, arg->value), words[i]))
            return true;
    return false;
}

/* `6.2 partial PMC`: the last finding is about a value where the relation should be. */
static void help_value_as_relation(const struct mapping_builder *m, const struct arg *value, const struct arg *end)
{
    struct diag *diag = m->builder->diag;
    const char *before = word_before(value->value);
    if (!*before || value + 1 == end)
        return;
    struct buf row = buf_on(m->builder->mem);
    struct span targets = {value[1].at.start, end[-1].at.end};
    buf_printf(&row, "-> %.*s { %s%.*s }", STR_ARGS(source_text(diag->sources, targets)), before,
               STR_ARGS(name_of(m->builder, value->value)));
    help(diag->findings.at[diag->findings.n - 1], MSG_help_row_block, v_name(buf_as_str(&row)));
    buf_free(&row);
}

static enum relation take_row_relation(const struct mapping_builder *m, const struct arg **arg, const struct arg *end)
{
    struct builder *builder = m->builder;
    const struct arg *first = (*arg)++;
    struct span at = first->at;
    if (*arg < end && is_preposition(m, *arg))
        at.end = (*arg)++->at.end;
    else if (first->value >= KW_ADDRESSED_BY && first->value <= KW_SUPPORTED_BY)
        return (enum relation)(first->value - KW_ADDRESSED_BY);
    atom words[RELATION_COUNT];
    for (uint32_t i = 0; i < RELATION_COUNT; i++)
        words[i] = KW_ADDRESSED_BY + i;
    atom written = atom_intern(builder->units->atoms, source_text(builder->diag->sources, at));
    report_not_among(builder, at, written, words, RELATION_COUNT);
    help_value_as_relation(m, first, end);
    return RELATION_COUNT;
}

/* Reads the relation; returns where the targets begin. */
static const struct arg *read_row_relation(const struct mapping_builder *m, struct row *row, const struct arg *arg,
                                           const struct arg *end)
{
    row->at = arg->at;
    enum relation relation = take_row_relation(m, &arg, end);
    row->damaged = row->damaged || relation == RELATION_COUNT;
    row->written = relation == RELATION_COUNT ? RELATION_ADDRESSED_BY : relation;
    row->relation = row->written == RELATION_ADDRESSED_BY ? own_mapping(m)->relation : row->written;
    return arg;
}

/* Says of new findings which row they are about: by its first source as it is written, or by its path. */
static void about_row(const struct mapping_builder *m, uint32_t n_findings, const struct row *row,
                      const struct arg *source)
{
    struct diag *diag = m->builder->diag;
    if (diag->findings.n == n_findings)
        return;
    struct buf element = buf_on(diag->mem);
    buf_printf(&element, "%.*s:", STR_ARGS(name_of(m->builder, own_mapping(m)->id)));
    if (row->n_sources)
        path_add(&element, m->builder->library, m->builder->library->members.at[row->first_source].component);
    else
        buf_str(&element, source_text(diag->sources, source->at));
    about_since(diag, n_findings, buf_as_str(&element));
    buf_free(&element);
}

static bool is_relation(const struct arg *arg)
{
    return arg->kind == ARG_WORD && arg->value >= KW_ADDRESSED_BY && arg->value <= KW_SUPPORTED_BY;
}

static bool belongs_in_block(const struct arg *arg)
{
    return arg->kind == ARG_WORD && (is_said_once(arg->value) || *word_before(arg->value));
}

/* `-> CM, supports SD`: a relation among the targets begins a row of its own. */
static void report_second_relation(const struct mapping_builder *m, const struct row *row, const struct arg *relation,
                                   const struct arg *end)
{
    struct builder *builder = m->builder;
    struct span sources = {row->whole.start, row->at.start}, rest = {relation->at.start, end[-1].at.end};
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "%.*s %.*s", STR_ARGS(str_trim(source_text(builder->diag->sources, sources))),
               STR_ARGS(source_text(builder->diag->sources, rest)));
    struct finding *finding =
        report(builder->diag, relation->at, MSG_second_relation, v_name(name_of(builder, relation->value)));
    help(finding, MSG_help_another_row, v_name(buf_as_str(&text)));
    buf_free(&text);
}

/* `-> CM fit good`: what belongs into the block of the row ends the targets; returns where. */
static const struct arg *leave_statements(const struct mapping_builder *m, struct row *row, const struct arg *args,
                                          const struct arg *end)
{
    const struct arg *arg = args;
    while (arg < end && !is_relation(arg) && !(arg > args && belongs_in_block(arg)))
        arg++;
    if (arg == end)
        return end;
    if (is_relation(arg)) {
        report_second_relation(m, row, arg, end);
        row->damaged = true;
        return arg;
    }
    struct buf block = buf_on(m->builder->mem);
    struct span rest = {arg->at.start, end[-1].at.end};
    buf_printf(&block, "{ %s%.*s }", word_before(arg->value), STR_ARGS(source_text(m->builder->diag->sources, rest)));
    struct finding *finding = report(m->builder->diag, arg->at, MSG_word_in_row,
                                     v_name(name_of(m->builder, arg->value)), v_text(buf_as_str(&block)));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&block))), rest,
             buf_as_str(&block));
    buf_free(&block);
    row->damaged = true;
    return arg;
}

/* `-> REQM and PP`, `-> REQM in PP` */
static bool word_begins_list(const struct mapping_builder *m, const struct arg *word)
{
    struct str name = name_of(m->builder, word->value);
    return str_is(name, "and") || str_is(name, "or") || word->value < KW_END || *word_for(name);
}

/* True if a word or an id names nothing in the `to` model. */
static bool names_nothing(const struct mapping_builder *m, const struct arg *arg)
{
    struct scope scope = {.model = own_mapping(m)->to, .component = NONE};
    bool is_single = arg->kind == ARG_WORD || (arg->kind == ARG_REFERENCE && arg->n_steps == 1);
    return is_single && !(arg->flags & (ARG_COMMA | ARG_RUN | ARG_TENTATIVE)) &&
           names_find(m->builder->library, scope, &arg->value, 1).target == NONE;
}

/* `-> CAM Capacity and availability`: where words begin that stand without a comma behind the targets and name nothing,
   at least two and one of them in small letters; else `end`. */
static const struct arg *find_sentence(const struct mapping_builder *m, const struct arg *args, const struct arg *end)
{
    const struct arg *start = end;
    bool any_word = false;
    if (own_mapping(m)->to == NONE)
        return end;
    while (start > args && names_nothing(m, start - 1))
        any_word = (--start)->kind == ARG_WORD || any_word;
    while (start < end && start > args && start[-1].flags & (ARG_COMMA | ARG_RUN))
        start++;
    bool is_conjunction = start < end && start->kind == ARG_WORD && word_begins_list(m, start);
    return start > args && end - start >= 2 && any_word && !is_conjunction ? start : end;
}

/* A reason without quotes ends the targets; returns where. */
static const struct arg *leave_sentence(const struct mapping_builder *m, struct row *row, const struct arg *args,
                                        const struct arg *end)
{
    const struct arg *start = find_sentence(m, args, end);
    if (start == end)
        return end;
    struct diag *diag = m->builder->diag;
    struct span at = {start->at.start, end[-1].at.end};
    struct finding *finding = report(diag, at, MSG_bare_rationale);
    struct buf text = buf_on(m->builder->mem);
    literal_add(&text, source_text(diag->sources, at));
    help(finding, MSG_help_rationale);
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_double_quotes), at, buf_as_str(&text));
    buf_free(&text);
    row->damaged = true;
    return start;
}

/* What the language writes for an outcome that is written as in spreadsheets; NULL if the text is none. */
static const char *outcome_for(struct str text)
{
    static const struct {
        const char *elsewhere, *here;
    } outcomes[] = {
        {"n/a", "not-applicable"},
        {"na", "not-applicable"},
        {"n.a", "not-applicable"},
        {"tbd", "?"},
        {"tbc", "?"},
        {"nil", "none"},
        {"not applicable", "not-applicable"},
        {"gap", "none"},
        {"missing", "none"},
    };
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
        if (str_eq_folded(text, str_of(outcomes[i].elsewhere)))
            return outcomes[i].here;
    return NULL;
}

/* `-> N/A` where no component is called so: reports it. */
static bool is_no_outcome(const struct mapping_builder *m, const struct arg *args, const struct arg *end)
{
    if (args == end)
        return false;
    struct span at = {args->at.start, end[-1].at.end};
    struct str text = source_text(m->builder->diag->sources, at);
    const char *outcome = outcome_for(text);
    if (!outcome || own_mapping(m)->to == NONE)
        return false;
    struct scope scope = {.model = own_mapping(m)->to, .component = NONE};
    atom name = atom_find(m->builder->units->atoms, text);
    if (name && names_find(m->builder->library, scope, &name, 1).target != NONE)
        return false;
    struct finding *finding = report(m->builder->diag, at, MSG_no_outcome, v_name(text));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(str_of(outcome))), at, str_of(outcome));
    return true;
}

/* `via A -> inverse B`; `of 6.2 -> REQM` */
static void report_as_row(const struct mapping_builder *m, const struct arg *word, const struct arg *relation)
{
    bool is_header = is_said_once(word->value) || word->value == KW_EXPECT;
    struct finding *finding = report(m->builder->diag, is_header ? relation->at : word->at, MSG_statement_as_row,
                                     v_name(name_of(m->builder, word->value)));
    if (is_header || relation < word + 2) {
        help(finding, word->value == KW_VIA ? MSG_help_via : MSG_help_no_mark);
        return;
    }
    struct span extra = {word->at.start, word[1].at.start}, rest = {word[1].at.start, relation[-1].at.end};
    help(finding, MSG_help_sources, v_name(source_text(m->builder->diag->sources, rest)));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_remove), extra, STR(""));
}

void read_row(const struct mapping_builder *m, uint32_t statement)
{
    struct library *library = m->builder->library;
    uint32_t n_findings = m->builder->diag->findings.n;
    const struct statement *at = &m->tree->statements.at[statement];
    struct row row = {.fit = own_mapping(m)->fit,
                      .confidence = own_mapping(m)->confidence,
                      .rationale_kind = own_mapping(m)->rationale_kind,
                      .strength = NONE,
                      .whole = {at->start, at->end},
                      .damaged = at->damaged};
    const struct arg *args;
    uint32_t n = tree_args(m->tree, statement, &args);
    const struct arg *relation = tree_relation_in(args, n), *end = args + n;
    bool is_statement = n > 0 && args[0].kind == ARG_WORD && args[0].value < KW_END;
    if (is_statement && !at->damaged)
        report_as_row(m, args, relation);
    if (is_statement || (at->damaged && n > 0 && args[0].kind == ARG_WORD)) {
        own_mapping(m)->damaged = true; /* no row but a statement that went wrong */
        return;
    }
    bool complete = take_members(m, own_mapping(m)->from, args, relation, &row.first_source, &row.n_sources);
    row.first_target = library->members.n;
    if (relation < end) {
        const struct arg *first = read_row_relation(m, &row, relation, end);
        if (end[-1].kind == ARG_STRING || end[-1].kind == ARG_TEXT)
            row.rationale = take_text(m, --end);
        end = leave_statements(m, &row, first, end);
        end = leave_sentence(m, &row, first, end);
        take_outcome(m, &row, first, end);
        if (is_no_outcome(m, first, end))
            complete = false;
        else if (row.outcome == OUTCOME_TARGETS)
            complete = take_members(m, own_mapping(m)->to, first, end, &row.first_target, &row.n_targets) && complete;
    }
    bool no_targets = row.outcome == OUTCOME_TARGETS && row.n_targets == 0;
    row.damaged = row.damaged || !complete || relation == args + n || no_targets;
    read_row_block(m, &row, statement);
    if (n > 0)
        about_row(m, n_findings, &row, args);
    if (row.n_sources == 0)
        own_mapping(m)->damaged = true;
    else
        vec_push(library->mem, &library->rows, row);
}
