#include "model/mapping/hops.h"

#include "model/view.h"

static bool composes(const struct edge *edge)
{
    return !edge->is_supportive && edge->possible != 0;
}

/* The edges come sorted by source and target; put down by counting in that order, they are sorted by target
   and source as well. */
static struct hops *sort_hops(const struct library *library, const struct mapping *mapping, bool inverse)
{
    struct arena *arena = &library->writable->arena;
    const struct edge *edges = library->edges.at + mapping->first_edge, *end = edges + mapping->n_edges;
    model_id near = hops_near(mapping, inverse), far = hops_far(mapping, inverse);
    uint32_t n = view_count(library, near), total = 0;
    struct hops *hops = arena_new(arena, struct hops);
    hops->start = arena_array(arena, uint32_t, n + 2); /* while they are put down, one place further on */
    for (const struct edge *edge = edges; edge < end; edge++)
        if (composes(edge))
            hops->start[view_position(library, near, inverse ? edge->to : edge->from) + 2]++;
    for (uint32_t i = 2; i < n + 2; i++)
        total = hops->start[i] += hops->start[i - 1];
    hops->at = arena_array(arena, struct hop, total);
    hops->edges = arena_array(arena, uint32_t, total);
    hops->n_ways = mapping->derived ? arena_array(arena, uint32_t, total) : NULL;
    for (const struct edge *edge = edges; edge < end; edge++) {
        if (!composes(edge))
            continue;
        uint32_t i = hops->start[view_position(library, near, inverse ? edge->to : edge->from) + 1]++;
        hops->at[i].far = view_position(library, far, inverse ? edge->from : edge->to);
        hops->at[i].possible = inverse ? relation_inverse(edge->possible) : edge->possible;
        hops->at[i].tentative = edge->tentative;
        hops->edges[i] = (uint32_t)(edge - library->edges.at);
        if (hops->n_ways)
            hops->n_ways[i] = edge->n_paths;
    }
    return hops;
}

const struct hops *hops_of(const struct library *library, const struct mapping *mapping, bool inverse)
{
    struct mapping *own = &library->writable->mappings.at[mapping - library->mappings.at];
    if (!own->hops[inverse])
        own->hops[inverse] = sort_hops(library, mapping, inverse);
    return own->hops[inverse];
}

uint32_t hops_cross(const struct library *library, model_id from, model_id to, uint32_t position)
{
    if (from == to)
        return position;
    component_id component = view_component(library, from, position);
    return view_holds(library, to, component) ? view_position(library, to, component) : NONE;
}

static bool extends(const struct library *library, model_id model, model_id base)
{
    while (model != NONE && model != base)
        model = library->models.at[model].extends;
    return model != NONE;
}

bool hops_connect(const struct library *library, model_id one, model_id other)
{
    return extends(library, one, other) || extends(library, other, one);
}
