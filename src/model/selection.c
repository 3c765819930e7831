#include "model/selection.h"

#include "model/view.h"

/* What is known of a component while a profile is worked out. */
enum {
    TAKEN = 1,
    CONTEXT = 2, /* it stands around something that was taken */
    NEEDED = 4,  /* something in it is left after the exclusions */
};

static void take_ancestors(const struct library *library, model_id model, component_id id, uint8_t *taken)
{
    for (id = library->components.at[id].parent; id != NONE; id = library->components.at[id].parent)
        taken[view_position(library, model, id)] |= CONTEXT;
}

static void select_range(const struct library *library, model_id model, component_id id, uint8_t value, uint8_t *taken)
{
    uint32_t position = view_position(library, model, id);
    memset(taken + position, value, view_end(library, model, position) - position);
}

/* Context that holds nothing any more goes; all that stays becomes 1. */
static void drop_empty_context(const struct library *library, model_id model, uint8_t *taken, uint32_t n)
{
    for (uint32_t position = n; position-- > 0;) {
        if (taken[position] == CONTEXT)
            taken[position] = 0;
        if (taken[position] == 0)
            continue;
        taken[position] = 1;
        component_id parent = library->components.at[view_component(library, model, position)].parent;
        if (parent != NONE && taken[view_position(library, model, parent)])
            taken[view_position(library, model, parent)] |= NEEDED;
    }
}

uint8_t *profile_components(const struct library *library, struct mem *mem, const struct profile *profile)
{
    if (profile->model == NONE)
        return NULL;
    uint32_t n = view_count(library, profile->model);
    uint8_t *taken = mem_alloc(mem, n + 1);
    memset(taken, 0, n);
    const struct selection *selections = library->selections.at + profile->first_selection;
    for (uint32_t i = 0; i < profile->n_selections; i++) {
        component_id id = selections[i].component;
        if (selections[i].kind == SELECTION_EXCLUDE)
            continue;
        take_ancestors(library, profile->model, id, taken);
        if (selections[i].kind == SELECTION_INCLUDE)
            select_range(library, profile->model, id, TAKEN, taken);
        else
            taken[view_position(library, profile->model, id)] |= TAKEN;
    }
    for (uint32_t i = 0; i < profile->n_selections; i++)
        if (selections[i].kind == SELECTION_EXCLUDE)
            select_range(library, profile->model, selections[i].component, 0, taken);
    drop_empty_context(library, profile->model, taken, n);
    return taken;
}
