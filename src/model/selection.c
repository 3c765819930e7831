#include "model/selection.h"

#include "model/view.h"

static void take_ancestors(const struct library *library, model_id model, component_id id, uint8_t *taken)
{
    for (id = library->components.at[id].parent; id != NONE; id = library->components.at[id].parent)
        taken[view_position(library, model, id)] = 1;
}

static void select_range(const struct library *library, model_id model, component_id id, uint8_t value,
                         uint8_t *taken)
{
    uint32_t position = view_position(library, model, id);
    memset(taken + position, value, view_end(library, model, position) - position);
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
            select_range(library, profile->model, id, 1, taken);
        else
            taken[view_position(library, profile->model, id)] = 1;
    }
    for (uint32_t i = 0; i < profile->n_selections; i++)
        if (selections[i].kind == SELECTION_EXCLUDE)
            select_range(library, profile->model, selections[i].component, 0, taken);
    return taken;
}
