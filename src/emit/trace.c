#include "emit/trace.h"

#include <stdlib.h>

#include "model/view.h"

/* ---- Kin ---- */

static bool is_inside(const struct library *library, component_id id, component_id around)
{
    while (id != NONE && id != around)
        id = library->components.at[id].parent;
    return id != NONE;
}

static void find_kin(struct trace *trace)
{
    const struct library *library = trace->library;
    uint32_t n = library_component_count(library);
    trace->kin = mem_alloc(library->mem, n);
    for (component_id id = 0; id < n; id++)
        trace->kin[id] = is_inside(library, id, trace->component) ? KIN_INSIDE : KIN_NONE;
    for (component_id id = trace->component; id != NONE; id = library->components.at[id].parent)
        trace->kin[id] = id == trace->component ? KIN_SELF : KIN_AROUND;
}

/* ---- Entries ---- */

static void add_entry(struct trace *trace, component_id component, uint32_t index)
{
    struct trace_entry entry = {(enum kin)trace->kin[component], component, index};
    if (entry.kin != KIN_NONE)
        vec_push(trace->library->mem, &trace->entries, entry);
}

/* A row is shown once, for the nearest of its members. */
static void add_row(struct trace *trace, uint32_t index, bool inverse)
{
    const struct row *row = &trace->library->rows.at[index];
    uint32_t first = inverse ? row->first_target : row->first_source, n = inverse ? row->n_targets : row->n_sources;
    component_id nearest = NONE;
    for (uint32_t i = first; i < first + n; i++) {
        component_id id = trace->library->members.at[i].component;
        if (trace->kin[id] != KIN_NONE && (nearest == NONE || trace->kin[id] < trace->kin[nearest]))
            nearest = id;
    }
    if (nearest != NONE)
        add_entry(trace, nearest, index);
}

static int by_nearness(const void *a, const void *b)
{
    const struct trace_entry *one = a, *other = b;
    if (one->kin != other->kin)
        return one->kin < other->kin ? -1 : 1;
    if (one->component != other->component)
        return one->component < other->component ? -1 : 1;
    return (one->index > other->index) - (one->index < other->index);
}

/* Moves what is undecided behind the rest of the entries about the same component. */
static void settle_edges(struct trace *trace, struct trace_entry *entries, uint32_t n)
{
    struct mem *mem = trace->library->mem;
    VEC(struct trace_entry) undecided = {0};
    for (uint32_t start = 0, end; start < n; start = end) {
        uint32_t kept = start;
        undecided.n = 0;
        for (end = start; end < n && entries[end].component == entries[start].component; end++) {
            if (trace_is_undecided(trace->library->edges.at[entries[end].index].possible))
                vec_push(mem, &undecided, entries[end]);
            else
                entries[kept++] = entries[end];
        }
        for (uint32_t i = 0; i < undecided.n; i++)
            entries[kept + i] = undecided.at[i];
    }
    vec_free(mem, &undecided);
}

static void gather_side(struct trace *trace, mapping_id id, bool inverse)
{
    const struct library *library = trace->library;
    const struct mapping *mapping = &library->mappings.at[id];
    struct trace_side side = {.mapping = id, .inverse = inverse, .first = trace->entries.n};
    if (mapping->from == NONE || mapping->to == NONE)
        return;
    for (uint32_t i = mapping->first_row; !mapping->derived && i < mapping->first_row + mapping->n_rows; i++)
        add_row(trace, i, inverse);
    for (uint32_t i = mapping->first_edge; mapping->derived && i < mapping->first_edge + mapping->n_edges; i++)
        add_entry(trace, inverse ? library->edges.at[i].to : library->edges.at[i].from, i);
    side.n = trace->entries.n - side.first;
    struct trace_entry *entries = trace->entries.at + side.first;
    if (side.n)
        qsort(entries, side.n, sizeof *entries, by_nearness);
    if (side.n && mapping->derived)
        settle_edges(trace, entries, side.n);
    if (side.n || view_holds(library, inverse ? mapping->to : mapping->from, trace->component))
        vec_push(library->mem, &trace->sides, side);
}

void trace_gather(struct trace *trace, const struct library *library, component_id component)
{
    *trace = (struct trace){.library = library, .component = component};
    find_kin(trace);
    for (mapping_id i = 0; i < 2 * library->mappings.n; i++) {
        mapping_id id = i % library->mappings.n;
        if (library->mappings.at[id].derived != (i >= library->mappings.n))
            continue; /* what is stated comes first */
        gather_side(trace, id, false);
        gather_side(trace, id, true);
    }
}

void trace_free(struct trace *trace)
{
    mem_free(trace->library->mem, trace->kin);
    vec_free(trace->library->mem, &trace->entries);
    vec_free(trace->library->mem, &trace->sides);
}

/* ---- Ways ---- */

/* The step as it is seen from the other end. */
static void turn(struct trace_step *step)
{
    component_id from = step->from;
    step->from = step->to;
    step->to = from;
    step->possible = relation_inverse(step->possible);
    step->inverse = !step->inverse;
    step->backwards = !step->backwards;
}

/* The steps of a way in the direction of its mapping. */
static void add_steps(const struct library *library, const struct mapping *mapping, const struct edge *edge,
                      const struct edge_paths *ways, uint32_t way, trace_steps *steps)
{
    const struct edge_path *path = &ways->at.at[way];
    const component_id *between = ways->components.at + path->first;
    component_id at = edge->from;
    for (uint32_t i = 0; i < path->n_steps; i++) {
        const struct via *via = &library->vias.at[mapping->first_via + i];
        uint32_t index = ways->steps.at[path->first_step + i];
        const struct edge *taken = &library->edges.at[index];
        struct trace_step step = {
            .mapping = &library->mappings.at[via->mapping],
            .from = at,
            .to = via->inverse ? taken->from : taken->to,
            .possible = via->inverse ? relation_inverse(taken->possible) : taken->possible,
            .inverse = via->inverse,
            .edge = index,
            .between = between,
        };
        step.n_between = step.mapping->derived ? step.mapping->n_steps - 1 : 0;
        between += step.n_between + 1;
        at = step.to;
        vec_push(library->mem, steps, step);
    }
}

void trace_way(const struct library *library, const struct mapping *mapping, const struct edge *edge,
               const struct edge_paths *ways, uint32_t way, bool inverse, trace_steps *steps)
{
    steps->n = 0;
    add_steps(library, mapping, edge, ways, way, steps);
    if (!inverse)
        return;
    for (uint32_t i = 0; i < steps->n / 2; i++) {
        struct trace_step step = steps->at[i];
        steps->at[i] = steps->at[steps->n - 1 - i];
        steps->at[steps->n - 1 - i] = step;
    }
    VEC_EACH (struct trace_step, step, steps)
        turn(step);
}
