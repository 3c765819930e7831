/* References in other notations than that of the language. */

#include "model/names/notation.h"

#include "model/level.h"
#include "model/names/path.h"
#include "model/template.h"
#include "model/view.h"

struct str path_text_of(struct builder *builder, component_id id)
{
    struct buf path = buf_on(builder->mem);
    path_add(&path, builder->library, id);
    struct str text = arena_str(&builder->scratch, buf_as_str(&path));
    buf_free(&path);
    return text;
}

/* `PP/SP1.1..SP1.7` */
static void add_run_text(struct builder *builder, struct buf *out, component_id first, component_id last)
{
    buf_printf(out, "%s%.*s", out->n ? ", " : "", STR_ARGS(path_text_of(builder, first)));
    if (last != first)
        buf_printf(out, "..%.*s", STR_ARGS(name_of(builder, builder->library->components.at[last].id)));
}

static struct str written_text(const struct builder *builder, const struct written *written)
{
    return source_text(builder->diag->sources,
                       (struct span){written->steps[0].at.start, written->steps[written->n - 1].at.end});
}

static void offer_whole(struct finding *finding, const struct written *written, enum message message, struct str text)
{
    struct span at = {written->steps[0].at.start, written->steps[written->n - 1].at.end};
    help(finding, message, v_name(text));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(text)), at, text);
}

/* Writes the path with the step split at byte `i` and `mark` between the two ids; what it leads to, NONE if that is
   cited by its own id alone: `6.6.1` is not 6/6.1. */
static component_id try_split(struct builder *builder, struct scope scope, const struct written *written, uint32_t step,
                              uint32_t i, const char *mark, struct buf *text)
{
    struct str whole = written_text(builder, written), id = name_of(builder, written->steps[step].name);
    uint32_t before = written->steps[step].at.start - written->steps[0].at.start + i;
    text->n = 0;
    buf_printf(text, "%.*s%s%.*s", (int)before, whole.ptr, mark, STR_ARGS(str_from(whole, before + 1)));
    atom path[PATH_LENGTH_MOST];
    for (uint32_t k = 0; k < step; k++)
        path[k] = written->steps[k].name;
    path[step] = atom_find(builder->units->atoms, str_upto(id, i));
    path[step + 1] = atom_find(builder->units->atoms, str_from(id, i + 1));
    if (path[step] == 0 || path[step + 1] == 0)
        return NONE;
    if (*mark == '/') {
        component_id target = names_find(builder->library, scope, path, step + 2).target;
        return target != NONE && builder->library->components.at[target].path_parent == NONE ? NONE : target;
    }
    component_id first = names_find(builder->library, scope, path, step + 1).target;
    return first == NONE ? NONE : names_find_sibling(builder->library, scope.model, first, path[step + 1]).target;
}

/* `PP.SP2.3` is a path, and `GP2.1-GP2.4` a run: true if the last step is one of them. */
bool help_notation(struct builder *builder, struct finding *finding, struct scope scope, const struct written *written,
                   uint32_t step)
{
    struct str id = name_of(builder, written->steps[step].name);
    struct span at = written->steps[step].at;
    if (step + 1 != written->n || step + 1 >= PATH_LENGTH_MOST || at.end - at.start != id.len)
        return false;
    struct buf text = buf_on(builder->mem);
    bool found = false;
    for (uint32_t i = 1; i + 1 < id.len && !found; i++) {
        bool is_path = (id.ptr[i] == '.' || id.ptr[i] == '-' || id.ptr[i] == '_') &&
                       try_split(builder, scope, written, step, i, "/", &text) != NONE;
        found = is_path || (id.ptr[i] == '-' && try_split(builder, scope, written, step, i, "..", &text) != NONE);
        if (found)
            offer_whole(finding, written, is_path ? MSG_help_path : MSG_help_run, buf_as_str(&text));
    }
    buf_free(&text);
    return found;
}

void help_joined(struct builder *builder, struct finding *finding, const struct arg *second)
{
    struct str first_id = name_of(builder, second[-1].value), second_id = name_of(builder, second->value);
    struct buf path = buf_on(builder->mem);
    buf_printf(&path, "%.*s/%.*s", STR_ARGS(first_id), STR_ARGS(second_id));
    help(finding, MSG_help_path, v_name(buf_as_str(&path)));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&path))),
             (struct span){second[-1].at.start, second->at.end}, buf_as_str(&path));
    buf_free(&path);
}

static component_id last_sibling(const struct library *library, model_id model, component_id first)
{
    const struct component *all = library->components.at;
    component_id last = first;
    uint32_t position, end = view_inside(library, model, sibling_parent(library, first), &position);
    for (; position < end; position++) {
        component_id id = view_component(library, model, position);
        if (all[id].kind == all[first].kind && all[id].id && !all[id].withdrawn &&
            sibling_parent(library, id) == sibling_parent(library, first))
            last = id;
    }
    return last;
}

bool report_open_end(struct builder *builder, struct scope scope, component_id first, const struct arg *end)
{
    const struct library *library = builder->library;
    atom name = end->value;
    if (first == NONE || end->n_steps != 1 || end->flags & ARG_QUALIFIED || !view_holds(library, scope.model, first) ||
        names_find(library, scope, &name, 1).target != NONE)
        return false;
    component_id last = last_sibling(library, scope.model, first);
    struct str text = name_of(builder, library->components.at[last].id);
    struct finding *finding = report(builder->diag, end->at, MSG_open_end, v_name(name_of(builder, name)),
                                     v_name(name_of(builder, library->components.at[first].id)));
    help(finding, MSG_help_last_sibling, v_name(text));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(text)), end->at, text);
    return true;
}

void help_split_run(struct builder *builder, struct finding *finding, model_id model, component_id first,
                    component_id last)
{
    enum { RUNS_MOST = 4 };
    const struct library *library = builder->library;
    kind_id kind = library->components.at[first].kind;
    uint32_t n_runs = 0, end = view_position(library, model, last);
    component_id from = first, to = first;
    struct buf runs = buf_on(builder->mem);
    for (uint32_t position = view_position(library, model, first); position <= end; position++) {
        component_id id = view_component(library, model, position);
        if (library->components.at[id].kind != kind || library->components.at[id].withdrawn)
            continue;
        if (sibling_parent(library, id) != sibling_parent(library, to)) {
            add_run_text(builder, &runs, from, to);
            from = id;
            n_runs++;
        }
        to = id;
    }
    add_run_text(builder, &runs, from, to);
    if (to == last && n_runs < RUNS_MOST)
        help(finding, n_runs ? MSG_help_runs : MSG_help_required, v_name(buf_as_str(&runs)));
    buf_free(&runs);
}

/* `CMMI-SVC/PP`, or `CMMI-SVC` alone. */
void help_model_step(struct builder *builder, struct finding *finding, const struct written *written)
{
    struct str model = name_of(builder, written->steps[0].name);
    if (written->n == 1) {
        note(finding, MSG_note_model_in_path, v_name(model));
        return;
    }
    struct str whole = written_text(builder, written);
    struct buf path = buf_on(builder->mem);
    buf_printf(&path, "%.*s:%.*s", STR_ARGS(model),
               STR_ARGS(str_from(whole, written->steps[1].at.start - written->steps[0].at.start)));
    offer_whole(finding, written, MSG_help_model_in_path, buf_as_str(&path));
    buf_free(&path);
}

model_id model_called(const struct builder *builder, struct str name)
{
    for (model_id model = 0; model < builder->library->models.n; model++)
        if (str_eq(name_of(builder, builder->library->models.at[model].id), name))
            return model;
    return NONE;
}

bool help_model_prefix(struct builder *builder, struct finding *finding, const struct written *written)
{
    struct str whole = written_text(builder, written), id = name_of(builder, written->steps[0].name);
    for (uint32_t i = 1; i + 1 < id.len; i++) {
        model_id model = id.ptr[i] == '.' ? model_called(builder, str_upto(id, i)) : NONE;
        atom inside = model == NONE ? 0 : atom_find(builder->units->atoms, str_from(id, i + 1));
        struct scope scope = {.model = model, .component = NONE};
        if (!inside || names_find(builder->library, scope, &inside, 1).target == NONE)
            continue;
        struct buf path = buf_on(builder->mem);
        buf_printf(&path, "%.*s:%.*s", STR_ARGS(str_upto(whole, i)), STR_ARGS(str_from(whole, i + 1)));
        offer_whole(finding, written, MSG_help_model_in_path, buf_as_str(&path));
        buf_free(&path);
        return true;
    }
    return false;
}

atom id_behind_kind(struct builder *builder, struct scope scope, const struct arg *kind_word)
{
    const struct library *library = builder->library;
    atom id = kind_word[1].value;
    if (kind_word[1].n_steps > 1 || names_find(library, scope, &id, 1).target != NONE)
        return id;
    kind_id kind = find_kind(builder, library->models.at[scope.model].architecture, kind_word->value);
    const struct kind *k = &library->kinds.at[kind];
    for (uint32_t i = 0; i < k->n_templates; i++) {
        const struct segment *first = &library->segments.at[library->templates.at[k->first_template + i].first_segment];
        struct buf text = buf_on(builder->mem);
        buf_printf(&text, "%.*s%.*s", STR_ARGS(first->text), STR_ARGS(name_of(builder, id)));
        atom whole = first->type == SEGMENT_LITERAL ? atom_find(library->atoms, buf_as_str(&text)) : 0;
        buf_free(&text);
        if (whole && names_find(library, scope, &whole, 1).target != NONE)
            return whole;
    }
    return 0;
}

bool help_level(struct builder *builder, struct finding *finding, struct scope scope, atom id)
{
    component_id level = names_find(builder->library, scope, &id, 1).target;
    if (level == NONE || !is_level(builder->library, level))
        return false;
    struct buf paths = buf_on(builder->mem);
    level_list(builder->library, scope.model, level, &paths);
    if (buf_as_str(&paths).len)
        help(finding, MSG_help_include_list, v_name(buf_as_str(&paths)));
    buf_free(&paths);
    return true;
}
