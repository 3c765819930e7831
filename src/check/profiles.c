/* Profiles: what they take and what that depends on. */

#include "check/check.h"
#include "model/names/path.h"
#include "model/selection.h"
#include "model/view.h"

/* A profile with what it takes, by position in the view of its model. */
struct taking {
    struct checking *checking;
    const struct profile *profile;
    const uint8_t *taken;
};

/* The selection that excludes a component, itself or with something around it; NULL. */
static const struct selection *exclusion_of(const struct taking *taking, component_id id)
{
    const struct library *library = taking->checking->library;
    const struct selection *selections = library->selections.at + taking->profile->first_selection;
    for (; id != NONE; id = library->components.at[id].parent)
        for (uint32_t i = 0; i < taking->profile->n_selections; i++)
            if (selections[i].kind == SELECTION_EXCLUDE && selections[i].component == id)
                return &selections[i];
    return NULL;
}

static void check_dependency(const struct taking *taking, component_id id, const struct reference *reference)
{
    struct checking *checking = taking->checking;
    const struct library *library = checking->library;
    if (reference->target == NONE || !view_holds(library, taking->profile->model, reference->target) ||
        taking->taken[view_position(library, taking->profile->model, reference->target)])
        return;
    const struct selection *exclusion = exclusion_of(taking, reference->target);
    bool is_needed = library->properties.at[reference->property].count.least > 0;
    if (!exclusion && !is_needed)
        return;
    struct finding *finding = report(checking->diag, exclusion ? exclusion->at : taking->profile->at,
                                     exclusion ? MSG_excluded_dependency : MSG_left_out_dependency,
                                     v_name(path_of(checking, reference->target)), v_name(path_of(checking, id)));
    label(finding, reference->at, MSG_label_needs_it);
    about_component(checking, finding, id);
}

/* ---- Selections without effect ---- */

/* Marks what is included, or what is excluded, by position. */
static uint8_t *mark_selected(const struct taking *taking, bool excluded)
{
    struct checking *checking = taking->checking;
    const struct library *library = checking->library;
    model_id model = taking->profile->model;
    uint32_t n = view_count(library, model);
    uint8_t *marked = mem_alloc(checking->mem, n + 1);
    memset(marked, 0, n + 1);
    for (uint32_t i = 0; i < taking->profile->n_selections; i++) {
        const struct selection *selection = &library->selections.at[taking->profile->first_selection + i];
        uint32_t position = view_position(library, model, selection->component);
        bool alone = selection->kind == SELECTION_INCLUDE_ONLY;
        if ((selection->kind == SELECTION_EXCLUDE) == excluded)
            memset(marked + position, 1, alone ? 1 : view_end(library, model, position) - position);
    }
    return marked;
}

static void report_excluded_anyway(const struct taking *taking, const struct selection *selection)
{
    struct checking *checking = taking->checking;
    struct str path = path_of(checking, selection->component);
    help(report(checking->diag, selection->at, MSG_not_included, v_name(path)), MSG_help_not_included);
}

/* What is included and then excluded as a whole says why it is left out; a part of that was meant to stay. */
static void check_inclusion(const struct taking *taking, const struct selection *selection)
{
    struct checking *checking = taking->checking;
    const struct selection *exclusion = exclusion_of(taking, selection->component);
    if (exclusion->component == selection->component)
        return;
    struct str path = path_of(checking, selection->component), around = path_of(checking, exclusion->component);
    struct finding *finding = report(checking->diag, selection->at, MSG_included_in_vain, v_name(path));
    label(finding, exclusion->at, MSG_label_excluded_here);
    help(finding, MSG_help_included_in_vain, v_name(around), v_name(path));
}

/* A range of the view in which nothing is marked. */
static bool is_unmarked(const struct taking *taking, const uint8_t *marked, component_id id)
{
    const struct library *library = taking->checking->library;
    uint32_t position = view_position(library, taking->profile->model, id);
    return !memchr(marked + position, 1, view_end(library, taking->profile->model, position) - position);
}

/* Exclusions of what no `include` takes, and inclusions within what is excluded. */
static void check_selections(const struct taking *taking)
{
    struct checking *checking = taking->checking;
    const struct library *library = checking->library;
    const struct profile *profile = taking->profile;
    uint8_t *included = mark_selected(taking, false), *excluded = mark_selected(taking, true);
    bool takes_any = memchr(included, 1, view_count(library, profile->model)) != NULL;
    if (!takes_any)
        help(report(checking->diag, profile->at, MSG_nothing_included, v_name(name_in(checking, profile->id))),
             MSG_help_nothing_included);
    for (uint32_t i = 0; i < profile->n_selections && takes_any; i++) {
        const struct selection *selection = &library->selections.at[profile->first_selection + i];
        bool excludes = selection->kind == SELECTION_EXCLUDE;
        if (excludes && is_unmarked(taking, included, selection->component))
            report_excluded_anyway(taking, selection);
        else if (!excludes && excluded[view_position(library, profile->model, selection->component)])
            check_inclusion(taking, selection);
    }
    mem_free(checking->mem, included);
    mem_free(checking->mem, excluded);
}

void check_profiles(struct checking *checking)
{
    const struct library *library = checking->library;
    VEC_EACH (const struct profile, profile, &library->profiles) {
        uint8_t *taken = profile_components(library, checking->mem, profile);
        struct taking taking = {checking, profile, taken};
        if (taken && !profile->damaged) {
            check_selections(&taking);
            if (!library->models.at[profile->model].incomplete)
                check_scope(checking, profile, taken);
        }
        for (uint32_t i = 0; taken && i < view_count(library, profile->model); i++) {
            component_id id = view_component(library, profile->model, i);
            uint32_t first, end = library_references(library, id, &first);
            for (uint32_t r = first; taken[i] && r < end; r++)
                check_dependency(&taking, id, &library->references.at[r]);
        }
        mem_free(checking->mem, taken);
        arena_free(&checking->scratch);
    }
}
