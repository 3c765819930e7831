/* The ways of one edge: first what leads to its target is marked from behind, then every way through what is
   marked is followed, so that none is followed in vain. */

#include "model/mapping/ways.h"

#include "model/mapping/hops.h"
#include "model/view.h"

struct leg {
    const struct mapping *mapping;
    bool inverse;
    const struct hops *hops;
};

typedef VEC(uint32_t) positions;

struct walk {
    const struct library *library;
    const struct mapping *mapping;
    const struct edge *edge;
    uint32_t most;
    struct edge_paths *paths;
    struct map marked; /* (step, position where it begins) -> it leads to the target */
    uint32_t target;   /* position in the view that the last step leads to */
    VEC(component_id) trail;
    VEC(uint32_t) edges;
};

static struct leg step_of(const struct walk *walk, uint32_t i, bool backwards)
{
    const struct via *via = &walk->library->vias.at[walk->mapping->first_via + i];
    const struct mapping *mapping = &walk->library->mappings.at[via->mapping];
    bool inverse = via->inverse != backwards;
    return (struct leg){mapping, inverse, hops_of(walk->library, mapping, inverse)};
}

static bool is_used(const struct walk *walk, const struct hop *hop)
{
    return walk->edge->tentative || !hop->tentative;
}

/* Marks where step `i` begins for what leads to `behind`, and collects that in `before`. */
static void mark_step(struct walk *walk, uint32_t i, const positions *behind, positions *before)
{
    const struct leg back = step_of(walk, i, true);
    before->n = 0;
    VEC_EACH (const uint32_t, position, behind)
        for (uint32_t k = back.hops->start[*position]; k < back.hops->start[*position + 1]; k++) {
            const struct hop *hop = &back.hops->at[k];
            uint32_t *mark = is_used(walk, hop) ? map_at(&walk->marked, map_key(i, hop->far), 0) : NULL;
            if (!mark || *mark)
                continue;
            *mark = 1;
            vec_push(walk->library->mem, before, hop->far);
        }
}

/* Takes positions where a step begins to where the one before ends. */
static void cross_back(const struct walk *walk, uint32_t i, positions *at)
{
    struct leg step = step_of(walk, i, false), before = step_of(walk, i - 1, false);
    uint32_t kept = 0;
    VEC_EACH (const uint32_t, position, at) {
        uint32_t crossed = hops_cross(walk->library, hops_near(step.mapping, step.inverse),
                                      hops_far(before.mapping, before.inverse), *position);
        if (crossed != NONE)
            at->at[kept++] = crossed;
    }
    at->n = kept;
}

/* The first step is gone over from the start of the edge alone and needs no marks. */
static void mark_all(struct walk *walk)
{
    struct mem *mem = walk->library->mem;
    positions behind = {0}, before = {0};
    vec_push(mem, &behind, walk->target);
    for (uint32_t i = walk->mapping->n_vias - 1; i > 0; i--) {
        mark_step(walk, i, &behind, &before);
        cross_back(walk, i, &before);
        positions swapped = behind;
        behind = before;
        before = swapped;
    }
    vec_free(mem, &behind);
    vec_free(mem, &before);
}

static void finish_way(struct walk *walk, relation_set possible)
{
    struct mem *mem = walk->library->mem;
    struct edge_paths *paths = walk->paths;
    struct edge_path path = {paths->components.n, walk->trail.n, paths->steps.n, walk->edges.n, possible};
    VEC_EACH (const component_id, component, &walk->trail)
        vec_push(mem, &paths->components, *component);
    VEC_EACH (const uint32_t, edge, &walk->edges)
        vec_push(mem, &paths->steps, *edge);
    vec_push(mem, &paths->at, path);
}

static void follow(struct walk *walk, uint32_t i, uint32_t position, relation_set possible);

/* Goes on behind a hop, with what lies in between on the trail. */
static void go_on(struct walk *walk, uint32_t i, const struct leg *step, const struct hop *hop, relation_set possible)
{
    uint32_t n = walk->mapping->n_vias, n_trail = walk->trail.n, next = hop->far;
    model_id far = hops_far(step->mapping, step->inverse);
    if (i + 1 < n) {
        struct leg behind = step_of(walk, i + 1, false);
        next = hops_cross(walk->library, far, hops_near(behind.mapping, behind.inverse), hop->far);
        vec_push(walk->library->mem, &walk->trail, view_component(walk->library, far, hop->far));
    }
    follow(walk, i + 1, next, possible);
    walk->trail.n = n_trail;
}

/* Goes over a derived edge, once for each of its own ways. */
static void go_derived(struct walk *walk, uint32_t i, const struct leg *step, const struct hop *hop,
                       relation_set possible)
{
    struct mem *mem = walk->library->mem;
    struct edge_paths inner = {0};
    uint32_t n_trail = walk->trail.n;
    edge_paths_of(walk->library, step->mapping, &walk->library->edges.at[walk->edges.at[walk->edges.n - 1]], walk->most,
                  &inner);
    VEC_EACH (const struct edge_path, path, &inner.at) {
        for (uint32_t k = 0; k < path->n; k++)
            vec_push(mem, &walk->trail, inner.components.at[path->first + (step->inverse ? path->n - 1 - k : k)]);
        go_on(walk, i, step, hop, possible);
        walk->trail.n = n_trail;
    }
    edge_paths_free(walk->library, &inner);
}

static bool leads_on(const struct walk *walk, uint32_t i, const struct leg *step, const struct hop *hop)
{
    if (!is_used(walk, hop))
        return false;
    if (i + 1 == walk->mapping->n_vias)
        return hop->far == walk->target;
    struct leg next = step_of(walk, i + 1, false);
    uint32_t position = hops_cross(walk->library, hops_far(step->mapping, step->inverse),
                                   hops_near(next.mapping, next.inverse), hop->far);
    return position != NONE && map_find(&walk->marked, map_key(i + 1, position));
}

static void follow(struct walk *walk, uint32_t i, uint32_t position, relation_set possible)
{
    if (i == walk->mapping->n_vias) {
        finish_way(walk, possible);
        return;
    }
    struct leg step = step_of(walk, i, false);
    for (uint32_t k = step.hops->start[position]; k < step.hops->start[position + 1]; k++) {
        const struct hop *hop = &step.hops->at[k];
        uint32_t edge = step.hops->edges[k];
        if (walk->paths->at.n >= walk->most)
            return;
        if (!leads_on(walk, i, &step, hop))
            continue;
        relation_set so_far = i == 0 ? hop->possible : relation_compose(possible, hop->possible);
        vec_push(walk->library->mem, &walk->edges, edge);
        if (step.mapping->derived)
            go_derived(walk, i, &step, hop, so_far);
        else
            go_on(walk, i, &step, hop, so_far);
        walk->edges.n--;
    }
}

void edge_paths_of(const struct library *library, const struct mapping *mapping, const struct edge *edge, uint32_t most,
                   struct edge_paths *paths)
{
    paths->at.n = paths->components.n = paths->steps.n = 0;
    if (!mapping->derived)
        return;
    struct walk walk = {.library = library,
                        .mapping = mapping,
                        .edge = edge,
                        .most = most,
                        .paths = paths,
                        .marked = map_on(library->mem)};
    struct leg first = step_of(&walk, 0, false), last = step_of(&walk, mapping->n_vias - 1, false);
    walk.target = view_position(library, hops_far(last.mapping, last.inverse), edge->to);
    mark_all(&walk);
    follow(&walk, 0, view_position(library, hops_near(first.mapping, first.inverse), edge->from), RELATE_ANY);
    map_free(&walk.marked);
    vec_free(library->mem, &walk.trail);
    vec_free(library->mem, &walk.edges);
}

void edge_paths_free(const struct library *library, struct edge_paths *paths)
{
    vec_free(library->mem, &paths->at);
    vec_free(library->mem, &paths->components);
    vec_free(library->mem, &paths->steps);
}
