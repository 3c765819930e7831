/* References: from what is written to components, with findings for what is wrong. */

#include "model/reference.h"

#include "model/path.h"
#include "model/suggest.h"
#include "model/view.h"

/* ---- Single references ---- */

/* An id as it is written in a reference: in backquotes where it is no plain id. */
static void add_id(struct buf *out, struct str id, bool bare)
{
    bool plain = id.len > 0 && (is_upper(id.ptr[0]) || is_digit(id.ptr[0]));
    for (uint32_t i = 0; i < id.len && plain; i++) {
        char c = id.ptr[i];
        bool joint = c == '.' || c == '-';
        plain = joint ? i + 1 < id.len && id.ptr[i + 1] != '.' && id.ptr[i + 1] != '-'
                      : is_upper(c) || is_lower(c) || is_digit(c) || c == '_';
    }
    buf_printf(out, plain || bare ? "%.*s" : "`%.*s`", STR_ARGS(id));
}

static void add_path(struct buf *out, const struct library *library, component_id id, bool bare)
{
    const struct component *component = &library->components.at[id];
    if (component->path_parent != NONE) {
        add_path(out, library, component->path_parent, bare);
        buf_char(out, '/');
    }
    add_id(out, atom_text(library->atoms, component->id), bare);
}

/* The canonical spelling of a reference that was spelled otherwise. */
static void report_loose(struct builder *builder, const struct written *written, component_id target)
{
    struct library *library = builder->library;
    struct buf canonical = buf_on(builder->mem);
    if (written->model.name) {
        add_id(&canonical, name_of(builder, written->model.name), written->bare);
        buf_char(&canonical, ':');
    }
    if (written->n == 1)
        add_id(&canonical, name_of(builder, library->components.at[target].id), written->bare);
    else
        add_path(&canonical, library, target, written->bare);
    struct str spelling = source_text(builder->diag->sources, written->at);
    struct finding *finding = report(builder->diag, written->at, MSG_loose_spelling, v_name(spelling),
                                     v_name(buf_as_str(&canonical)));
    label(finding, library->components.at[target].at, MSG_label_defined_here);
    struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_replace_by, v_name(buf_as_str(&canonical)));
    fix_edit(finding, fix, written->at, buf_as_str(&canonical));
    buf_free(&canonical);
}

static void report_ambiguous(struct builder *builder, const struct written *written,
                             struct lookup lookup)
{
    struct library *library = builder->library;
    struct step last = written->steps[written->n - 1];
    struct finding *finding = report(builder->diag, written->at, MSG_ambiguous,
                                     v_name(source_text(builder->diag->sources, written->at)));
    component_id candidates[2] = {lookup.target, lookup.other};
    for (uint32_t i = 0; i < 2; i++) {
        struct buf path = buf_on(builder->mem);
        add_path(&path, library, candidates[i], written->bare);
        label(finding, library->components.at[candidates[i]].at, MSG_label_candidate);
        struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&path)));
        struct span at = {written->steps[0].at.start, last.at.end};
        fix_edit(finding, fix, at, buf_as_str(&path));
        buf_free(&path);
    }
}

/* How many of the steps lead somewhere. */
static uint32_t known_steps(const struct library *library, struct scope scope, const atom *path, uint32_t n)
{
    uint32_t known = 0;
    while (known + 1 < n && names_find(library, scope, path, known + 1).target != NONE)
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

static void report_undefined(struct builder *builder, struct scope scope, const struct written *written,
                             const atom *path, enum message undefined)
{
    struct library *library = builder->library;
    if (chain_incomplete(library, scope.model))
        return; /* what could not be read may have defined it */
    uint32_t known = known_steps(library, scope, path, written->n);
    struct step fault = written->steps[known];
    struct finding *finding;
    if (map_find(&builder->lost_names, fault.name))
        return;
    if (known == 0)
        finding = report(builder->diag, fault.at, undefined, v_name(name_of(builder, fault.name)),
                         v_name(name_of(builder, library->models.at[scope.model].id)));
    else
        finding = report(builder->diag, fault.at,
                         undefined == MSG_broken_inline ? MSG_broken_inline_in : MSG_undefined_in,
                         v_name(name_of(builder, fault.name)), v_name(name_of(builder, path[known - 1])));
    suggest_ids(builder, finding, scope, fault);
}

component_id resolve_written(struct builder *builder, uint32_t unit, struct scope scope,
                             const struct written *written, enum message undefined)
{
    if (written->model.name) {
        scope.model = find_model(builder, unit, written->model);
        scope.component = NONE;
        if (scope.model == NONE)
            return NONE;
    }
    atom path[PATH_LENGTH_MOST];
    for (uint32_t i = 0; i < written->n; i++)
        path[i] = written->steps[i].name;
    struct lookup lookup = names_find(builder->library, scope, path, written->n);
    if (lookup.other != NONE) {
        report_ambiguous(builder, written, lookup);
        return NONE;
    }
    if (lookup.target == NONE)
        report_undefined(builder, scope, written, path, undefined);
    else if (lookup.loose || written->joined)
        report_loose(builder, written, lookup.target);
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
    buf_printf(&joined, "%.*s%.*s", STR_ARGS(name_of(list->builder, last->name)),
               STR_ARGS(name_of(list->builder, arg[1].value)));
    atom name = atom_intern(list->builder->units->atoms, buf_as_str(&joined)), path[PATH_LENGTH_MOST];
    buf_free(&joined);
    for (uint32_t i = 0; i < written->n; i++)
        path[i] = i + 1 < written->n ? written->steps[i].name : name;
    struct lookup lookup = names_find(list->builder->library, list->scope, path, written->n);
    if (lookup.target == NONE)
        return false;
    last->name = name;
    last->at.end = written->at.end = arg[1].at.end;
    return true;
}

static component_id resolve_one(struct list *list, const struct arg **arg, const struct arg *end,
                                struct span *at)
{
    struct step steps[PATH_LENGTH_MOST];
    struct written written = written_of(list, *arg, steps);
    written.joined = joins(list, *arg, end, &written);
    *arg += written.joined ? 2 : 1;
    *at = written.at;
    return resolve_written(list->builder, list->unit, list->scope, &written, MSG_undefined);
}

static void add_member(struct list *list, component_id component, struct span at, bool tentative,
                       bool in_run)
{
    struct member member = {component, at, tentative, in_run};
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
    if (lookup.loose) {
        struct step steps[1] = {end};
        struct written written = {.steps = steps, .n = 1, .at = arg->at};
        report_loose(list->builder, &written, lookup.target);
    }
    return lookup.target;
}

/* Adds the siblings from `first` to `last`, withdrawn ones in between left out. */
static bool add_run(struct list *list, component_id first, component_id last, struct span at, bool tentative)
{
    struct library *library = list->builder->library;
    model_id model = model_around(list, first);
    kind_id kind = library->components.at[first].kind;
    component_id parent = sibling_parent(library, first);
    if (library->components.at[last].kind != kind || sibling_parent(library, last) != parent ||
        !view_holds(library, model, last))
        return false;
    uint32_t from = view_position(library, model, first), to = view_position(library, model, last);
    if (from > to)
        return false;
    for (uint32_t position = from; position <= to;) {
        component_id id = view_component(library, model, position);
        const struct component *component = &library->components.at[id];
        bool is_end = id == first || id == last;
        if (component->kind == kind && sibling_parent(library, id) == parent &&
            (is_end || component->status != STATUS_WITHDRAWN))
            add_member(list, id, at, tentative, true);
        bool enters = library->kinds.at[component->kind].grouping;
        position = enters ? position + 1 : view_end(library, model, position);
    }
    return true;
}

static const struct arg *resolve_run(struct list *list, const struct arg *arg, const struct arg *end)
{
    struct span from_at, at;
    const struct arg *from_arg = arg;
    component_id first = resolve_one(list, &arg, from_arg + 1, &from_at);
    const struct arg *last_arg = arg;
    if (arg == end)
        return arg;
    bool tentative = last_arg->flags & ARG_TENTATIVE;
    component_id last = first == NONE ? NONE : find_sibling(list, first, last_arg);
    if (last == NONE) {
        last = resolve_one(list, &arg, last_arg + 1, &at);
    } else {
        at = last_arg->at;
        arg++;
    }
    if (first == NONE || last == NONE) {
        list->complete = false;
        return arg;
    }
    struct span whole = {from_at.start, at.end};
    if (!add_run(list, first, last, whole, tentative)) {
        struct finding *finding = report(list->builder->diag, whole, MSG_bad_run,
                                         v_name(source_text(list->builder->diag->sources, whole)));
        label(finding, list->builder->library->components.at[first].at, MSG_label_run_first);
        label(finding, list->builder->library->components.at[last].at, MSG_label_run_last);
        list->complete = false;
    } else {
        check_target_kind(list->builder, whole, first, list->kinds);
    }
    return arg;
}

static const struct arg *resolve_next(struct list *list, const struct arg *arg, const struct arg *end)
{
    if (arg->flags & ARG_RUN)
        return resolve_run(list, arg, end);
    struct span at;
    component_id target = resolve_one(list, &arg, end, &at);
    if (target == NONE) {
        list->complete = false;
        return arg;
    }
    check_target_kind(list->builder, at, target, list->kinds);
    add_member(list, target, at, arg[-1].flags & ARG_TENTATIVE, false);
    return arg;
}

bool resolve_list(struct builder *builder, uint32_t unit, struct scope scope, const struct arg *args,
                  uint32_t n, struct target_kinds kinds, members *out)
{
    struct list list = {builder, unit_tree(builder, unit), unit, scope, kinds, out, true};
    for (const struct arg *arg = args, *end = args + n; arg < end;) {
        if (arg->kind == ARG_REFERENCE || arg->kind == ARG_WORD)
            arg = resolve_next(&list, arg, end);
        else
            arg++;
    }
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
