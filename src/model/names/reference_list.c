/* Lists of references: runs, commas, and what stands in a list by mistake. */

#include "model/names/reference.h"

#include "model/args.h"
#include "model/names/notation.h"
#include "model/names/suggest.h"
#include "model/names/titled.h"
#include "model/statements.h"
#include "model/view.h"

/* A list of references that is being resolved. */
struct list {
    struct builder *builder;
    const struct tree *tree;
    uint32_t unit;
    struct scope scope;
    struct target_kinds kinds;
    members *out;
    bool complete;
    model_id other; /* of a row: the model of the other side; NONE */
};

/* The steps of an argument; a word is taken for an id. `steps` has room for all. */
static struct written written_of(const struct list *list, const struct arg *arg, struct step *steps)
{
    struct written written = {.steps = steps, .n = 1, .at = arg->at};
    steps[0] = (struct step){arg->value, arg->at};
    if (arg->kind != ARG_REFERENCE)
        return written;
    written.n = arg->n_steps;
    for (uint32_t i = 0; i < written.n; i++)
        steps[i] = tree_path_step(list->tree, arg, i);
    if (arg->flags & ARG_QUALIFIED)
        written.model = tree_path_model(list->tree, arg);
    return written;
}

/* `GP 2.1`: two ids that name one component together. True if they do. */
static bool joins(const struct list *list, const struct arg *arg, const struct arg *end, struct written *written)
{
    if (arg + 1 == end || arg->flags || arg[1].kind != ARG_REFERENCE || arg[1].n_steps != 1 ||
        arg[1].flags & ARG_QUALIFIED)
        return false;
    struct buf joined = buf_on(list->builder->mem);
    struct step *last = &written->steps[written->n - 1];
    atom first = last->name;
    buf_printf(&joined, "%.*s%.*s", STR_ARGS(name_of(list->builder, first)),
               STR_ARGS(name_of(list->builder, arg[1].value)));
    last->name = atom_intern(list->builder->units->atoms, buf_as_str(&joined));
    buf_free(&joined);
    if (find_written(list->builder->library, list->scope, written, written->n).target == NONE) {
        last->name = first;
        return false;
    }
    last->at.end = written->at.end = arg[1].at.end;
    return true;
}

/* The last finding is about an id that the model of this side does not have. If the other side has it, that is said
   once in a mapping: often `from` and `to` are swapped. */
static void judge_other_side(const struct list *list, uint32_t n_findings, const struct written *written)
{
    struct builder *builder = list->builder;
    struct scope scope = {.model = list->other, .component = NONE};
    if (written->model.name || find_written(builder->library, scope, written, written->n).target == NONE)
        return;
    if (builder->swapped) {
        diag_rewind(builder->diag, n_findings);
        builder->n_swapped++;
        return;
    }
    builder->swapped = builder->diag->findings.at[n_findings];
    help(builder->swapped, MSG_help_other_side, v_name(name_of(builder, builder->library->models.at[list->other].id)));
}

static component_id resolve_one(struct list *list, const struct arg **arg, const struct arg *end, struct span *at,
                                struct span *id_at)
{
    struct step steps[PATH_LENGTH_MOST];
    struct written written = written_of(list, *arg, steps);
    written.joined = joins(list, *arg, end, &written);
    *arg += written.joined ? 2 : 1;
    *at = written.at;
    *id_at = written.steps[written.n - 1].at;
    uint32_t n_findings = list->builder->diag->findings.n;
    component_id found = resolve_written(list->builder, list->unit, list->scope, &written, MSG_undefined);
    if (found == NONE && list->other != NONE && list->builder->diag->findings.n > n_findings)
        judge_other_side(list, n_findings, &written);
    return found;
}

static void add_member(struct list *list, component_id component, struct span at, struct span id_at, bool tentative,
                       bool in_run)
{
    struct member member = {component, at, id_at, tentative, in_run};
    vec_push(list->builder->mem, list->out, member);
}

/* The model in whose order the siblings of a component stand: that of the list, unless a qualified
   reference leads elsewhere. */
static model_id model_around(const struct list *list, component_id component)
{
    const struct library *library = list->builder->library;
    return view_holds(library, list->scope.model, component) ? list->scope.model
                                                             : library->components.at[component].model;
}

/* `GP2.1..2.4`: the end with the letters of the first id before it. */
static atom with_letters(const struct list *list, component_id first, atom end)
{
    struct builder *builder = list->builder;
    struct str id = name_of(builder, builder->library->components.at[first].id), number = name_of(builder, end);
    uint32_t n = 0;
    while (n < id.len && !is_digit(id.ptr[n]))
        n++;
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "%.*s%.*s", (int)n, id.ptr, STR_ARGS(number));
    atom whole = n && is_digit(number.ptr[0]) ? atom_find(builder->units->atoms, buf_as_str(&text)) : 0;
    buf_free(&text);
    return whole;
}

/* The sibling of `first` that the end of a run names, or NONE. */
static component_id find_sibling(struct list *list, component_id first, const struct arg *arg)
{
    struct step end = {arg->value, arg->at};
    if (arg->kind == ARG_REFERENCE)
        end = tree_path_step(list->tree, arg, arg->n_steps - 1u);
    struct lookup lookup = names_find_sibling(list->builder->library, model_around(list, first), first, end.name);
    atom whole = lookup.target == NONE ? with_letters(list, first, end.name) : 0;
    if (whole) {
        lookup = names_find_sibling(list->builder->library, model_around(list, first), first, whole);
        lookup.loose = true;
        end.name = whole;
    }
    if (lookup.target == NONE || arg->n_steps > 1)
        return NONE;
    struct step steps[1] = {end};
    struct written written = {.steps = steps, .n = 1, .at = arg->at, .joined = whole != 0};
    struct scope scope = {.model = model_around(list, first),
                          .component = sibling_parent(list->builder->library, first)};
    accept_target(list->builder, scope, &written, lookup.target, lookup.loose);
    return lookup.target;
}

/* A run: its ends, and where they are named. */
struct run {
    component_id first, last;
    struct span at, first_at, last_at;
    bool tentative;
};

static bool are_siblings(const struct list *list, const struct run *run)
{
    const struct library *library = list->builder->library;
    model_id model = model_around(list, run->first);
    return library->components.at[run->last].kind == library->components.at[run->first].kind &&
           view_holds(library, model, run->last) &&
           sibling_parent(library, run->last) == sibling_parent(library, run->first);
}

/* Adds the siblings from the first to the last, withdrawn ones in between left out. */
static void add_run(struct list *list, const struct run *run)
{
    const struct library *library = list->builder->library;
    model_id model = model_around(list, run->first);
    kind_id kind = library->components.at[run->first].kind;
    component_id parent = sibling_parent(library, run->first);
    uint32_t to = view_position(library, model, run->last);
    for (uint32_t position = view_position(library, model, run->first); position <= to;) {
        component_id id = view_component(library, model, position);
        const struct component *component = &library->components.at[id];
        bool is_end = id == run->first || id == run->last;
        struct span id_at = id == run->first ? run->first_at : id == run->last ? run->last_at : run->at;
        if (component->kind == kind && sibling_parent(library, id) == parent && (is_end || !component->withdrawn))
            add_member(list, id, run->at, id_at, run->tentative, true);
        bool enters = library->kinds.at[component->kind].grouping;
        position = enters ? position + 1 : view_end(library, model, position);
    }
}

static bool is_forward(const struct list *list, const struct run *run)
{
    const struct library *library = list->builder->library;
    model_id model = model_around(list, run->first);
    return view_position(library, model, run->first) <= view_position(library, model, run->last);
}

static void report_bad_run(struct list *list, const struct run *run)
{
    const struct library *library = list->builder->library;
    struct str spelling = source_text(list->builder->diag->sources, run->at);
    struct finding *finding = report(list->builder->diag, run->at,
                                     are_siblings(list, run) ? MSG_run_backwards : MSG_bad_run, v_name(spelling));
    label(finding, library->components.at[run->first].at, MSG_label_run_first);
    label(finding, library->components.at[run->last].at, MSG_label_run_last);
    model_id model = model_around(list, run->first);
    if (view_holds(library, model, run->last) && is_forward(list, run))
        help_split_run(list->builder, finding, model, run->first, run->last);
    else if (are_siblings(list, run))
        help_split_run(list->builder, finding, model, run->last, run->first);
}

static const struct arg *resolve_run(struct list *list, const struct arg *arg, const struct arg *end)
{
    struct run run;
    struct span first_whole, last_whole;
    run.first = resolve_one(list, &arg, arg + 1, &first_whole, &run.first_at);
    const struct arg *last = arg;
    if (arg == end)
        return arg;
    run.tentative = last->flags & ARG_TENTATIVE;
    run.last = run.first == NONE ? NONE : find_sibling(list, run.first, last);
    bool nowhere = run.last == NONE && report_open_end(list->builder, list->scope, run.first, last);
    if (run.last == NONE && !nowhere) {
        run.last = resolve_one(list, &arg, last + 1, &last_whole, &run.last_at);
    } else {
        last_whole = run.last_at = last->at;
        arg++;
    }
    run.at = (struct span){first_whole.start, last_whole.end};
    list->complete = list->complete && run.first != NONE && run.last != NONE;
    if (run.first == NONE || run.last == NONE)
        return arg;
    if (!are_siblings(list, &run) || !is_forward(list, &run)) {
        report_bad_run(list, &run);
        list->complete = false;
    } else {
        check_target_kind(list->builder, run.at, run.first, list->kinds);
        add_run(list, &run);
    }
    return arg;
}

/* In a list every reference but the last has a comma behind it. True if the two ids were one path. */
static bool check_comma(struct list *list, const struct arg *arg, const struct arg *end)
{
    if (arg == end || arg[-1].flags & ARG_COMMA)
        return false;
    struct builder *builder = list->builder;
    struct finding *finding =
        report(builder->diag, arg->at, MSG_missing_comma, v_name(source_text(builder->diag->sources, arg->at)));
    atom path[] = {arg[-1].value, arg->value};
    bool is_path = arg->kind == ARG_REFERENCE && arg[-1].n_steps == 1 && arg->n_steps == 1 &&
                   names_find(builder->library, list->scope, path, 2).target != NONE;
    if (is_path) {
        list->complete = false;
        help_joined(builder, finding, arg);
    } else {
        struct span at = {arg[-1].at.end, arg[-1].at.end};
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(STR(","))), at, STR(","));
    }
    return is_path;
}

/* `related-areas REQM,` and then the next statement: the comma at the end of the line joins them. True if so. */
static bool is_next_statement(struct list *list, const struct arg *arg, const struct arg *first)
{
    struct builder *builder = list->builder;
    if (arg == first || arg->kind != ARG_WORD || list->scope.component == NONE)
        return false;
    struct span between = {arg[-1].at.end, arg->at.start};
    struct str text = source_text(builder->diag->sources, between);
    kind_id kind = builder->library->components.at[list->scope.component].kind;
    uint32_t architecture = builder->library->kinds.at[kind].architecture;
    bool is_known = arg->value < KW_END || find_kind(builder, architecture, arg->value) != NONE ||
                    map_find(&builder->property_words, map_key(kind, arg->value));
    const char *comma = memchr(text.ptr, ',', text.len);
    if (!is_known || !comma || !memchr(text.ptr, '\n', text.len))
        return false;
    uint32_t at = between.start + (uint32_t)(comma - text.ptr);
    help(report(builder->diag, (struct span){at, at + 1}, MSG_open_comma), MSG_help_comma_end);
    list->complete = false;
    return true;
}

/* "REQM and PP": the word is reported in place of what it would name. */
static bool is_conjunction(const struct list *list, const struct arg *arg, const struct arg *end)
{
    struct builder *builder = list->builder;
    if (arg == end || arg->kind != ARG_WORD)
        return false;
    struct str word = name_of(builder, arg->value);
    if (!str_is(word, "and") && !str_is(word, "or"))
        return false;
    struct finding *finding = report(builder->diag, arg->at, MSG_and_for_comma, v_name(word));
    struct span at = {arg[-1].at.end, arg->at.end};
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(STR(","))), at, STR(","));
    return true;
}

/* `7, in 8`, `PP without PP/SP2.3`: a word of the language, or one of another notation, before an id. */
static bool is_stray_word(const struct list *list, const struct arg *arg, const struct arg *end)
{
    if (arg + 1 >= end || arg->kind != ARG_WORD || arg->flags & ARG_COMMA || arg[1].kind != ARG_REFERENCE)
        return false;
    if (arg->value >= KW_END && !*word_for(name_of(list->builder, arg->value)))
        return false;
    struct step step = {arg->value, arg->at};
    struct written written = {.steps = &step, .n = 1, .at = arg->at};
    return find_written(list->builder->library, list->scope, &written, 1).target == NONE;
}

/* Reports such a word; true if what stands behind it is another statement. */
static bool report_stray_word(struct list *list, const struct arg *arg, const struct arg *first)
{
    struct builder *builder = list->builder;
    struct str word = name_of(builder, arg->value);
    const char *meant = word_for(word);
    struct finding *finding = report(builder->diag, arg->at, MSG_word_in_list, v_name(word));
    list->complete = false;
    if (*meant || begins_statement(builder, arg->value)) {
        help(finding, MSG_help_new_line, v_name(*meant ? str_of(meant) : word));
        return true;
    }
    bool has_comma = arg == first || arg[-1].flags & ARG_COMMA;
    struct span at = {has_comma ? arg->at.start : arg[-1].at.end, has_comma ? arg[1].at.start : arg->at.end};
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_remove), at, has_comma ? STR("") : STR(","));
    return false;
}

/* `area IRP`: the word in front of an id names a kind. */
static bool is_kind_word(const struct list *list, const struct arg *arg, const struct arg *end)
{
    const struct library *library = list->builder->library;
    uint32_t architecture = list->scope.model == NONE ? NONE : library->models.at[list->scope.model].architecture;
    return arg->kind == ARG_WORD && !(arg->flags & ARG_COMMA) && arg + 1 < end && arg[1].kind == ARG_REFERENCE &&
           architecture != NONE && find_kind(list->builder, architecture, arg->value) != NONE;
}

/* Reports the word of a kind before an id; returns what to read on with. */
static const struct arg *resolve_behind_kind(struct list *list, const struct arg *arg)
{
    struct builder *builder = list->builder;
    struct finding *finding = report(builder->diag, arg->at, MSG_kind_for_id, v_name(name_of(builder, arg->value)));
    atom id = id_behind_kind(builder, list->scope, arg);
    if (id == 0)
        return arg + 1;
    bool is_same = id == arg[1].value;
    list->complete = list->complete && is_same;
    if (!is_same && help_level(builder, finding, list->scope, id))
        return arg + 2;
    struct str text = is_same ? source_text(builder->diag->sources, arg[1].at) : name_of(builder, id);
    struct span both = {arg->at.start, arg[1].at.end};
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(text)), both, text);
    return arg + (is_same ? 1 : 2);
}

/* A string where a reference is expected: the title of something, or an id in quotes. */
static void report_title(struct list *list, const struct arg *arg)
{
    struct builder *builder = list->builder;
    struct finding *finding = report(builder->diag, arg->at, MSG_expected_instead, v_text(STR("a reference")));
    list->complete = false;
    if (!suggest_titled(builder, finding, list->scope.model, arg))
        offer_bare(builder, arg, finding);
}

static const struct arg *resolve_next(struct list *list, const struct arg *arg, const struct arg *end)
{
    if (arg->flags & ARG_RUN)
        return resolve_run(list, arg, end);
    if (is_kind_word(list, arg, end))
        return resolve_behind_kind(list, arg);
    struct span at, id_at;
    component_id target = resolve_one(list, &arg, end, &at, &id_at);
    if (target == NONE) {
        list->complete = false;
        return arg;
    }
    check_target_kind(list->builder, id_at, target, list->kinds);
    add_member(list, target, at, id_at, arg[-1].flags & ARG_TENTATIVE, false);
    return arg;
}

static void resolve_all(struct list *list, const struct arg *args, uint32_t n)
{
    for (const struct arg *arg = args, *end = args + n; arg < end;) {
        if (arg->kind == ARG_STRING && list->other == NONE) {
            report_title(list, arg++);
            continue;
        }
        if (arg->kind != ARG_REFERENCE && arg->kind != ARG_WORD) {
            arg++;
            continue;
        }
        if (is_next_statement(list, arg, args))
            return;
        if (is_stray_word(list, arg, end)) {
            if (report_stray_word(list, arg++, args))
                return;
            continue;
        }
        arg = resolve_next(list, arg, end);
        if (is_conjunction(list, arg, end))
            arg++;
        else if (arg[-1].kind == ARG_REFERENCE && !is_stray_word(list, arg, end) && check_comma(list, arg, end))
            arg++;
    }
}

bool resolve_list(struct builder *builder, uint32_t unit, struct scope scope, const struct arg *args, uint32_t n,
                  struct target_kinds kinds, members *out)
{
    struct list list = {
        .builder = builder,
        .tree = unit_tree(builder, unit),
        .unit = unit,
        .scope = scope,
        .kinds = kinds,
        .out = out,
        .complete = true,
        .other = NONE,
    };
    resolve_all(&list, args, n);
    return list.complete;
}

bool resolve_row_side(struct builder *builder, uint32_t unit, struct row_side side, const struct arg *args, uint32_t n,
                      members *out)
{
    struct list list = {
        .builder = builder,
        .tree = unit_tree(builder, unit),
        .unit = unit,
        .scope = {.model = side.model, .component = NONE},
        .out = out,
        .complete = true,
        .other = side.other,
    };
    builder->other_side = side.other;
    resolve_all(&list, args, n);
    builder->other_side = NONE;
    return list.complete;
}

component_id resolve_in_model(struct builder *builder, uint32_t unit, model_id model, const struct arg *arg)
{
    members found = {0};
    struct scope scope = {.model = model, .component = NONE};
    resolve_list(builder, unit, scope, arg, 1, (struct target_kinds){0}, &found);
    component_id component = found.n ? found.at[0].component : NONE;
    vec_free(builder->mem, &found);
    return component;
}
