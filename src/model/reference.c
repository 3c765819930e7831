/* References: from what is written to components, with findings for what is wrong. */

#include "model/reference.h"

#include "model/path.h"
#include "model/spelling.h"
#include "model/suggest.h"
#include "model/view.h"

/* ---- Single references ---- */

struct lookup find_written(const struct library *library, struct scope scope, const struct written *written,
                           uint32_t n)
{
    atom path[PATH_LENGTH_MOST];
    for (uint32_t i = 0; i < n; i++)
        path[i] = written->steps[i].name;
    return names_find(library, scope, path, n);
}

/* How many of the steps lead somewhere. */
static uint32_t known_steps(const struct library *library, struct scope scope, const struct written *written)
{
    uint32_t known = 0;
    while (known + 1 < written->n && find_written(library, scope, written, known + 1).target != NONE)
        known++;
    return known;
}

static bool chain_incomplete(const struct library *library, model_id model)
{
    for (; model != NONE; model = library->models.at[model].extends)
        if (library->models.at[model].incomplete)
            return true;
    return false;
}

/* An unknown name is reported once in a file; true if it was before, and counts the use. */
static bool was_reported(struct builder *builder, uint32_t unit, atom name, enum message message)
{
    uint32_t *index = map_at(&builder->unknown_index, map_key(unit << 8 | message, name), builder->unknown.n);
    if (*index == builder->unknown.n) {
        struct unknown_name first = {.finding = NULL, .more = 0};
        vec_push(builder->mem, &builder->unknown, first);
        return false;
    }
    builder->unknown.at[*index].more++;
    return true;
}

static void report_undefined(struct builder *builder, uint32_t unit, struct scope scope,
                             const struct written *written, enum message undefined)
{
    struct library *library = builder->library;
    if (chain_incomplete(library, scope.model))
        return; /* what could not be read may have defined it */
    uint32_t known = known_steps(library, scope, written);
    struct step fault = written->steps[known];
    if (map_find(&builder->lost_names, fault.name))
        return;
    enum message message = known == 0 ? undefined : undefined == MSG_broken_inline ? MSG_broken_inline_in
                                                                                    : MSG_undefined_in;
    if (known == 0 && was_reported(builder, unit, fault.name, message))
        return;
    atom around = known == 0 ? library->models.at[scope.model].id : written->steps[known - 1].name;
    struct finding *finding = report(builder->diag, fault.at, message, v_name(name_of(builder, fault.name)),
                                     v_name(name_of(builder, around)));
    if (known == 0)
        builder->unknown.at[builder->unknown.n - 1].finding = finding;
    if (known > 0 || !help_other_model(builder, finding, scope, written))
        suggest_ids(builder, finding, scope, written, known);
}

/* True if the step spells the id of the component, in some way if `loose`. */
static bool spells(const struct library *library, component_id id, struct step step, bool loose)
{
    atom own = library->components.at[id].id;
    if (own == step.name || !loose)
        return own == step.name;
    return names_fold(library->atoms, atom_text(library->atoms, own)) ==
           names_fold(library->atoms, atom_text(library->atoms, step.name));
}

/* Keeps where a component, and those around it that a path names, are named. */
static void record_uses(struct builder *builder, const struct written *written, component_id target, bool loose)
{
    struct library *library = builder->library;
    for (uint32_t i = written->n; i-- > 0 && target != NONE;) {
        while (target != NONE && i + 1 < written->n && !spells(library, target, written->steps[i], loose))
            target = library->components.at[target].parent;
        if (target == NONE || !spells(library, target, written->steps[i], loose))
            continue; /* by its label */
        struct mention use = {target, written->steps[i].at};
        vec_push(library->mem, &library->mentions, use);
        target = library->components.at[target].parent;
    }
}

component_id resolve_written(struct builder *builder, uint32_t unit, struct scope scope,
                             const struct written *written, enum message undefined)
{
    if (written->model.name) {
        scope.model = undefined == MSG_broken_inline ? find_inline_model(builder, unit, written->model)
                                                     : find_model(builder, unit, written->model);
        scope.component = NONE;
        if (scope.model == NONE)
            return NONE;
    }
    struct lookup lookup = find_written(builder->library, scope, written, written->n);
    if (lookup.other != NONE) {
        report_ambiguous(builder, written, lookup);
        return NONE;
    }
    if (lookup.target == NONE)
        report_undefined(builder, unit, scope, written, undefined);
    else if (lookup.loose || written->joined)
        report_loose(builder, scope, written, lookup.target);
    if (lookup.target != NONE)
        record_uses(builder, written, lookup.target, lookup.loose || written->joined);
    return lookup.target;
}

void check_target_kind(struct builder *builder, struct span at, component_id target,
                       struct target_kinds kinds)
{
    struct library *library = builder->library;
    const struct component *component = &library->components.at[target];
    atom kind = library->kinds.at[component->kind].name; /* another architecture may share the name */
    for (uint32_t i = 0; i < kinds.n; i++)
        if (kinds.at[i] == NONE || library->kinds.at[kinds.at[i]].name == kind)
            return;
    if (kinds.n == 0)
        return;
    struct buf wanted = buf_on(builder->mem);
    for (uint32_t i = 0; i < kinds.n; i++)
        buf_printf(&wanted, "%s`%.*s`", i == 0 ? "" : " or ",
                   STR_ARGS(name_of(builder, library->kinds.at[kinds.at[i]].name)));
    struct finding *finding = report(builder->diag, at, MSG_wrong_kind,
                                     v_name(name_of(builder, component->id)),
                                     v_name(name_of(builder, kind)), v_text(buf_as_str(&wanted)));
    label(finding, component->at, MSG_label_defined_here);
    buf_free(&wanted);
}

/* ---- Lists ---- */

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
static bool joins(const struct list *list, const struct arg *arg, const struct arg *end,
                  struct written *written)
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

static component_id resolve_one(struct list *list, const struct arg **arg, const struct arg *end,
                                struct span *at, struct span *id_at)
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
        help_other_side(list->builder, list->builder->diag->findings.at[n_findings], list->other, &written);
    return found;
}

static void add_member(struct list *list, component_id component, struct span at, struct span id_at,
                       bool tentative, bool in_run)
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

/* The sibling of `first` that the end of a run names, or NONE. */
static component_id find_sibling(struct list *list, component_id first, const struct arg *arg)
{
    struct step end = {arg->value, arg->at};
    if (arg->kind == ARG_REFERENCE)
        end = tree_path_step(list->tree, arg, arg->n_steps - 1u);
    struct lookup lookup =
        names_find_sibling(list->builder->library, model_around(list, first), first, end.name);
    if (lookup.target == NONE || arg->n_steps > 1)
        return NONE;
    struct step steps[1] = {end};
    struct written written = {.steps = steps, .n = 1, .at = arg->at};
    record_uses(list->builder, &written, lookup.target, true);
    if (lookup.loose) {
        struct scope scope = {.model = model_around(list, first), .component = sibling_parent(list->builder->library, first)};
        report_loose(list->builder, scope, &written, lookup.target);
    }
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
        if (component->kind == kind && sibling_parent(library, id) == parent &&
            (is_end || !component->withdrawn))
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
                                     are_siblings(list, run) ? MSG_run_backwards : MSG_bad_run,
                                     v_name(spelling));
    label(finding, library->components.at[run->first].at, MSG_label_run_first);
    label(finding, library->components.at[run->last].at, MSG_label_run_last);
    model_id model = model_around(list, run->first);
    if (view_holds(library, model, run->last) && is_forward(list, run))
        help_split_run(list->builder, finding, model, run->first, run->last);
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
    if (run.last == NONE) {
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

/* In a list every reference but the last has a comma behind it. */
static void check_comma(struct list *list, const struct arg *arg, const struct arg *end)
{
    if (arg == end || arg[-1].flags & ARG_COMMA)
        return;
    report(list->builder->diag, arg->at, MSG_missing_comma,
           v_name(source_text(list->builder->diag->sources, arg->at)));
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

/* `area IRP`: the word in front of an id names a kind. */
static bool is_kind_word(const struct list *list, const struct arg *arg, const struct arg *end)
{
    const struct library *library = list->builder->library;
    uint32_t architecture = list->scope.model == NONE ? NONE : library->models.at[list->scope.model].architecture;
    return arg->kind == ARG_WORD && !(arg->flags & ARG_COMMA) && arg + 1 < end && arg[1].kind == ARG_REFERENCE &&
           architecture != NONE && find_kind(list->builder, architecture, arg->value) != NONE;
}

static const struct arg *resolve_next(struct list *list, const struct arg *arg, const struct arg *end)
{
    if (arg->flags & ARG_RUN)
        return resolve_run(list, arg, end);
    if (is_kind_word(list, arg, end)) {
        report(list->builder->diag, arg->at, MSG_kind_for_id, v_name(name_of(list->builder, arg->value)));
        return arg + 1;
    }
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
        if (arg->kind != ARG_REFERENCE && arg->kind != ARG_WORD) {
            arg++;
            continue;
        }
        arg = resolve_next(list, arg, end);
        if (is_conjunction(list, arg, end))
            arg++;
        else if (arg[-1].kind == ARG_REFERENCE)
            check_comma(list, arg, end);
    }
}

bool resolve_list(struct builder *builder, uint32_t unit, struct scope scope, const struct arg *args,
                  uint32_t n, struct target_kinds kinds, members *out)
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

bool resolve_row_side(struct builder *builder, uint32_t unit, struct row_side side, const struct arg *args,
                      uint32_t n, members *out)
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

component_id resolve_in_model(struct builder *builder, uint32_t unit, model_id model,
                              const struct arg *arg)
{
    members found = {0};
    struct scope scope = {.model = model, .component = NONE};
    resolve_list(builder, unit, scope, arg, 1, (struct target_kinds){0}, &found);
    component_id component = found.n ? found.at[0].component : NONE;
    vec_free(builder->mem, &found);
    return component;
}
