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
    struct finding *finding =
        report(checking->diag, exclusion ? exclusion->at : taking->profile->at,
               exclusion ? MSG_excluded_dependency : MSG_left_out_dependency,
               v_name(path_of(checking, reference->target)), v_name(path_of(checking, id)));
    label(finding, reference->at, MSG_label_needs_it);
    about_component(checking, finding, id);
}

void check_profiles(struct checking *checking)
{
    const struct library *library = checking->library;
    VEC_EACH (const struct profile, profile, &library->profiles) {
        uint8_t *taken = profile_components(library, checking->mem, profile);
        struct taking taking = {checking, profile, taken};
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
