/* Components that stand where their kind may not stand: what may stand there, and where they belong. */

#include "check/check.h"
#include "model/containment.h"

static const struct architecture *architecture_of(const struct library *library, component_id id)
{
    return &library->architectures.at[library->models.at[library->components.at[id].model].architecture];
}

/* "`area` holds `goal`, `elaboration`" */
static void note_held(struct checking *checking, struct finding *finding, const struct kind *kind)
{
    const struct library *library = checking->library;
    struct buf list = buf_on(checking->mem);
    for (uint32_t i = kind->first_containment; i < kind->first_containment + kind->n_containments; i++)
        buf_printf(&list, "%s`%.*s`", list.n ? ", " : "",
                   STR_ARGS(name_in(checking, library->containments.at[i].name)));
    note(finding, MSG_note_holds, v_name(name_in(checking, kind->name)),
         v_text(list.n ? buf_as_str(&list) : STR("no components")));
    buf_free(&list);
}

/* "`practice` stands in `goal`": every kind that may hold it, and the model. */
static void help_holders(struct checking *checking, struct finding *finding, component_id id)
{
    const struct library *library = checking->library;
    const struct architecture *architecture = architecture_of(library, id);
    kind_id kind = library->components.at[id].kind;
    struct buf list = buf_on(checking->mem);
    for (kind_id holder = architecture->first_kind; holder < architecture->first_kind + architecture->n_kinds; holder++)
        if (may_hold(library, holder, kind))
            buf_printf(&list, "%s`%.*s`", list.n ? " or " : "",
                       STR_ARGS(name_in(checking, library->kinds.at[holder].name)));
    if (containment_of(library, architecture->first_containment, architecture->n_containments, kind))
        buf_printf(&list, "%s", list.n ? " or directly in the model" : "the model, outside of every block");
    if (list.n) {
        help(finding, MSG_help_stands_in, v_name(kind_name(checking, id)), v_text(buf_as_str(&list)));
    } else {
        buf_printf(&list, "contains %.*s *", STR_ARGS(kind_name(checking, id)));
        if (library->components.at[id].parent == NONE)
            help(finding, MSG_help_no_kind_at_top, v_name(buf_as_str(&list)));
        else
            help(finding, MSG_help_no_kind, v_name(kind_name(checking, id)), v_name(buf_as_str(&list)));
    }
    buf_free(&list);
}

/* The kind by which components at this place elaborate the kind that was written, or NONE. */
static kind_id elaboration_of(const struct library *library, kind_id parent, kind_id kind)
{
    const struct kind *k = &library->kinds.at[parent];
    for (uint32_t i = k->first_containment; i < k->first_containment + k->n_containments; i++) {
        kind_id held = library->containments.at[i].kind;
        if (held != NONE && library->kinds.at[held].elaborates == kind)
            return held;
    }
    return NONE;
}

static bool holds_named(const struct library *library, kind_id kind, atom name)
{
    const struct kind *k = &library->kinds.at[kind];
    for (uint32_t i = k->first_containment; i < k->first_containment + k->n_containments; i++)
        if (library->containments.at[i].name == name)
            return true;
    return false;
}

/* The kind around replaces one that held it. */
static void help_replaced(struct checking *checking, struct finding *finding, component_id id, kind_id old)
{
    const struct library *library = checking->library;
    const struct kind *around = library_kind(library, library->components.at[id].parent);
    struct buf text = buf_on(checking->mem);
    buf_printf(&text, "contains %.*s *", STR_ARGS(kind_name(checking, id)));
    label(finding, around->at, MSG_label_replaced_here);
    help(finding, MSG_help_replaced, v_name(name_in(checking, around->name)),
         v_name(name_in(checking, library->architectures.at[library->kinds.at[old].architecture].id)),
         v_name(buf_as_str(&text)));
    buf_free(&text);
}

/* The nearest component around what `id` stands in that may hold its kind, or NONE. */
static component_id holder_around(const struct library *library, component_id id)
{
    component_id around = library->components.at[id].parent;
    while (around != NONE && !may_hold(library, library->components.at[around].kind, library->components.at[id].kind))
        around = library->components.at[around].parent;
    return around;
}

static void help_misplaced(struct checking *checking, struct finding *finding, component_id id)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[id];
    kind_id elaboration =
        component->parent == NONE
            ? NONE
            : elaboration_of(library, library->components.at[component->parent].kind, component->kind);
    component_id before = holder_before(library, id), around = holder_around(library, id);
    kind_id old =
        component->parent == NONE ? NONE : replaced_kind(library, library->components.at[component->parent].kind);
    if (old != NONE && holds_named(library, old, library->kinds.at[component->kind].name))
        help_replaced(checking, finding, id, old);
    else if (elaboration != NONE && component->id)
        help(finding, MSG_help_elaborate, v_name(name_in(checking, component->id)),
             v_name(name_in(checking, library->kinds.at[elaboration].name)), v_name(name_in(checking, component->id)));
    else if (before != NONE && library->components.at[before].model != component->model)
        help(finding, MSG_help_extend, v_name(path_of(checking, before))); /* a part of the base */
    else if (before != NONE)
        help(finding, MSG_help_move_into, v_name(kind_name(checking, before)), v_name(path_of(checking, before)));
    else if (around != NONE && library->components.at[around].model == component->model)
        help(finding, MSG_help_move_out, v_name(kind_name(checking, component->parent)),
             v_name(kind_name(checking, around)), v_name(path_of(checking, around)));
    else
        help_holders(checking, finding, id);
}

void check_place(struct checking *checking, component_id id)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[id];
    if (containment_at(library, id))
        return;
    struct finding *finding;
    if (component->parent == NONE) {
        finding = report(checking->diag, component->at, MSG_misplaced_at_top, v_name(kind_name(checking, id)),
                         v_name(name_in(checking, architecture_of(library, id)->id)));
    } else {
        finding = report(checking->diag, component->at, MSG_misplaced, v_name(kind_name(checking, id)),
                         v_name(kind_name(checking, component->parent)));
        label(finding, library->components.at[component->parent].at, MSG_label_around);
        note_held(checking, finding, library_kind(library, component->parent));
    }
    help_misplaced(checking, finding, id);
    about_component(checking, finding, id);
}
