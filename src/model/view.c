#include "model/view.h"

/* The tops of a bolt-on's own subtrees are put where they belong: into a component of the base, or
   behind everything. */
struct grafting {
    struct library *library;
    struct view *view;
    const struct model *model;
    struct map first_at, last_at; /* parent -> index of its first and last graft */
    VEC(uint32_t) next;           /* by index of the graft */
    VEC(component_id) tops;
};

uint32_t view_position(const struct library *library, model_id model, component_id component)
{
    const struct model *m = &library->models.at[model];
    if (component - m->first < m->n)
        return m->view.order ? m->view.from_own[component - m->first] : component - m->first;
    return m->view.from_base[view_position(library, m->extends, component)];
}

bool view_holds(const struct library *library, model_id model, component_id component)
{
    while (model != NONE && component - library->models.at[model].first >= library->models.at[model].n)
        model = library->models.at[model].extends;
    return model != NONE;
}

component_id sibling_parent(const struct library *library, component_id component)
{
    component_id parent = library->components.at[component].parent;
    while (parent != NONE && library->kinds.at[library->components.at[parent].kind].grouping)
        parent = library->components.at[parent].parent;
    return parent;
}

uint32_t view_inside(const struct library *library, model_id model, component_id component, uint32_t *first)
{
    *first = 0;
    if (component == NONE)
        return view_count(library, model);
    uint32_t position = view_position(library, model, component);
    *first = position + 1;
    return view_end(library, model, position);
}

/* Finds the tops among the model's own components, and chains those of one parent. */
static void collect_grafts(struct grafting *g)
{
    component_id end = g->model->first + g->model->n;
    for (component_id c = g->model->first; c < end; c = g->library->components.at[c].end) {
        component_id parent = g->library->components.at[c].parent;
        uint32_t graft = g->tops.n;
        vec_push(g->library->mem, &g->tops, c);
        vec_push(g->library->mem, &g->next, NONE);
        uint32_t *last = map_at(&g->last_at, parent, NONE);
        if (*last == NONE)
            *map_at(&g->first_at, parent, NONE) = graft;
        else
            g->next.at[*last] = graft;
        *last = graft;
    }
}

/* Puts the subtrees that were added to `parent` at the next positions. */
static void place_grafts(struct grafting *g, component_id parent, uint32_t *position)
{
    uint32_t graft = map_get(&g->first_at, parent, NONE);
    for (; graft != NONE; graft = g->next.at[graft]) {
        component_id top = g->tops.at[graft], end = g->library->components.at[top].end;
        uint32_t shift = *position - top;
        for (component_id c = top; c < end; c++) {
            g->view->order[*position] = c;
            g->view->end[*position] = g->library->components.at[c].end + shift;
            g->view->from_own[c - g->model->first] = (*position)++;
        }
    }
}

/* Places what the base's position holds, with everything that was added inside. */
static uint32_t place_base(struct grafting *g, uint32_t base_position, uint32_t *position)
{
    model_id base = g->model->extends;
    component_id c = view_component(g->library, base, base_position);
    uint32_t own = (*position)++, end = view_end(g->library, base, base_position);
    g->view->order[own] = c;
    g->view->from_base[base_position] = own;
    for (uint32_t inner = base_position + 1; inner < end;)
        inner = place_base(g, inner, position);
    place_grafts(g, c, position);
    g->view->end[own] = *position;
    return end;
}

void view_build(struct library *library, model_id id)
{
    struct model *model = &library->models.at[id];
    struct view *view = &model->view;
    if (model->extends == NONE) {
        *view = (struct view){.n = model->n};
        return;
    }
    uint32_t n_base = view_count(library, model->extends);
    view->n = n_base + model->n;
    view->order = arena_array(&library->arena, component_id, view->n);
    view->end = arena_array(&library->arena, uint32_t, view->n);
    view->from_base = arena_array(&library->arena, uint32_t, n_base);
    view->from_own = arena_array(&library->arena, uint32_t, model->n);
    struct grafting g = {.library = library,
                         .view = view,
                         .model = model,
                         .first_at = map_on(library->mem),
                         .last_at = map_on(library->mem)};
    collect_grafts(&g);
    uint32_t position = 0;
    for (uint32_t base_position = 0; base_position < n_base;)
        base_position = place_base(&g, base_position, &position);
    place_grafts(&g, NONE, &position);
    map_free(&g.first_at);
    map_free(&g.last_at);
    vec_free(library->mem, &g.next);
    vec_free(library->mem, &g.tops);
}
