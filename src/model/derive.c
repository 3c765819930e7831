/* Derived mappings: every way from a component of the one model through the steps to one of the other,
   and what all the ways between two components leave possible. */

#include <stdlib.h>

#include "model/edges.h"
#include "model/relation.h"
#include "model/view.h"

/* An edge of a step, seen in the direction of the derivation. */
struct hop {
    uint32_t near; /* position in the view of the model it starts from */
    component_id near_component, far;
    relation_set possible;
    bool tentative;
    uint32_t edge;
};

/* One step of the derivation: its hops in the order of where they start. */
struct hops {
    const struct mapping *mapping;
    bool inverse;
    VEC(struct hop) at;
};

/* One whole way, while the ways from one component are collected. */
struct way {
    component_id to;
    uint32_t to_position, order;
    relation_set possible;
    bool tentative;
    uint32_t first_component, n_components; /* in `between` */
    uint32_t first_edge;                    /* in `edges_taken`; as many as there are steps */
};

/* A network that joins everything to everything has more ways than anybody could read. */
enum { WAYS_MOST = 1 << 20, STEPS_MOST = 100 };

struct deriving {
    struct builder *builder;
    struct library *library;
    mapping_id id;
    struct hops *steps;
    uint32_t n_steps;
    VEC(struct way) ways;
    VEC(component_id) between; /* components of all ways, one after the other */
    VEC(uint32_t) edges_taken;
    VEC(component_id) trail;   /* components of the way that is being followed */
    VEC(uint32_t) edge_trail;
    bool too_many;
};

static int by_near(const void *a, const void *b)
{
    const struct hop *one = a, *other = b;
    if (one->near != other->near)
        return one->near < other->near ? -1 : 1;
    return (one->edge > other->edge) - (one->edge < other->edge);
}

static void collect_hops(struct deriving *d, struct hops *hops)
{
    const struct mapping *mapping = hops->mapping;
    model_id near_model = hops->inverse ? mapping->to : mapping->from;
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &d->library->edges.at[i];
        if (edge->is_supportive || edge->possible == 0)
            continue;
        struct hop hop = {
            .near_component = hops->inverse ? edge->to : edge->from,
            .far = hops->inverse ? edge->from : edge->to,
            .possible = hops->inverse ? relation_inverse(edge->possible) : edge->possible,
            .tentative = edge->tentative,
            .edge = i,
        };
        hop.near = view_position(d->library, near_model, hop.near_component);
        vec_push(d->library->mem, &hops->at, hop);
    }
    if (hops->at.n)
        qsort(hops->at.at, hops->at.n, sizeof *hops->at.at, by_near);
}

/* The hops of a step that start from a component. */
static uint32_t hops_from(const struct deriving *d, const struct hops *hops, component_id from,
                          uint32_t *first)
{
    model_id near_model = hops->inverse ? hops->mapping->to : hops->mapping->from;
    *first = 0;
    if (!view_holds(d->library, near_model, from))
        return 0;
    uint32_t position = view_position(d->library, near_model, from), low = 0, high = hops->at.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (hops->at.at[middle].near < position)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (low < hops->at.n && hops->at.at[low].near == position)
        low++;
    return low - *first;
}

/* ---- Ways ---- */

static void finish_way(struct deriving *d, component_id to, relation_set possible, bool tentative)
{
    const struct mapping *mapping = &d->library->mappings.at[d->id];
    if (!view_holds(d->library, mapping->to, to))
        return;
    struct way way = {
        .to = to,
        .to_position = view_position(d->library, mapping->to, to),
        .order = d->ways.n,
        .possible = possible,
        .tentative = tentative,
        .first_component = d->between.n,
        .n_components = d->trail.n,
        .first_edge = d->edges_taken.n,
    };
    for (uint32_t i = 0; i < d->trail.n; i++)
        vec_push(d->library->mem, &d->between, d->trail.at[i]);
    for (uint32_t i = 0; i < d->edge_trail.n; i++)
        vec_push(d->library->mem, &d->edges_taken, d->edge_trail.at[i]);
    vec_push(d->library->mem, &d->ways, way);
}

static void follow(struct deriving *d, uint32_t step, component_id at, relation_set possible, bool tentative);

/* Goes over a hop; if its edge is derived itself, once for each of its own paths. */
static void take_hop(struct deriving *d, uint32_t step, const struct hop *hop, relation_set possible,
                     bool tentative)
{
    const struct edge *edge = &d->library->edges.at[hop->edge];
    uint32_t n_trail = d->trail.n, n_variants = edge->n_paths ? edge->n_paths : 1;
    possible = step == 0 ? hop->possible : relation_compose(possible, hop->possible);
    vec_push(d->library->mem, &d->edge_trail, hop->edge);
    for (uint32_t variant = 0; variant < n_variants; variant++) {
        if (edge->n_paths) {
            struct edge_path path = d->library->paths.at[edge->first_path + variant];
            for (uint32_t i = 0; i < path.n; i++) {
                uint32_t k = d->steps[step].inverse ? path.n - 1 - i : i;
                component_id between = d->library->path_components.at[path.first + k];
                vec_push(d->library->mem, &d->trail, between);
            }
        }
        if (step + 1 < d->n_steps)
            vec_push(d->library->mem, &d->trail, hop->far);
        follow(d, step + 1, hop->far, possible, tentative || hop->tentative);
        d->trail.n = n_trail;
    }
    d->edge_trail.n--;
}

static void follow(struct deriving *d, uint32_t step, component_id at, relation_set possible, bool tentative)
{
    d->too_many = d->too_many || d->ways.n == WAYS_MOST;
    if (d->too_many)
        return;
    if (step == d->n_steps) {
        finish_way(d, at, possible, tentative);
        return;
    }
    uint32_t first, n = hops_from(d, &d->steps[step], at, &first);
    for (uint32_t i = first; i < first + n; i++)
        take_hop(d, step, &d->steps[step].at.at[i], possible, tentative);
}

static int by_target(const void *a, const void *b)
{
    const struct way *one = a, *other = b;
    if (one->to_position != other->to_position)
        return one->to_position < other->to_position ? -1 : 1;
    return (one->order > other->order) - (one->order < other->order);
}

/* ---- Contradictions ---- */

/* Labels the rows behind an edge; behind a derived one, those of its first path. */
static void label_edge(const struct deriving *d, struct finding *finding, uint32_t index, enum message says)
{
    const struct edge *edge = &d->library->edges.at[index];
    if (edge->n_paths) {
        struct edge_path path = d->library->paths.at[edge->first_path];
        for (uint32_t i = 0; i < path.n_steps; i++)
            label_edge(d, finding, d->library->path_steps.at[path.first_step + i], says);
        return;
    }
    const struct row *row = &d->library->rows.at[d->library->edge_rows.at[edge->first_row]];
    label(finding, row->at, says);
}

static void label_way(const struct deriving *d, struct finding *finding, const struct way *way,
                      enum message says)
{
    for (uint32_t i = 0; i < d->n_steps; i++)
        label_edge(d, finding, d->edges_taken.at[way->first_edge + i], says);
}

static void report_contradiction(const struct deriving *d, component_id from, const struct way *ways,
                                 uint32_t n)
{
    const struct library *library = d->library;
    relation_set left = RELATE_ANY;
    uint32_t last = 0, first = 0;
    for (; last < n && (left &= ways[last].possible) != 0; last++)
        continue;
    while (first < last && (ways[first].possible & ways[last].possible) != 0)
        first++;
    struct finding *finding =
        report(d->builder->diag, library->mappings.at[d->id].at, MSG_contradicting_paths,
               v_name(name_of(d->builder, library->components.at[from].id)),
               v_name(name_of(d->builder, library->components.at[ways->to].id)));
    bool is_pair = first < last;
    for (uint32_t i = is_pair ? first : 0; i < last; i = is_pair ? last : i + 1)
        label_way(d, finding, &ways[i], MSG_label_first_way);
    label_way(d, finding, &ways[last], MSG_label_second_way);
}

/* ---- Edges ---- */

static void keep_path(struct deriving *d, const struct way *way)
{
    struct library *library = d->library;
    struct edge_path path = {library->path_components.n, way->n_components, library->path_steps.n, d->n_steps};
    for (uint32_t i = 0; i < way->n_components; i++)
        vec_push(library->mem, &library->path_components, d->between.at[way->first_component + i]);
    for (uint32_t i = 0; i < d->n_steps; i++)
        vec_push(library->mem, &library->path_steps, d->edges_taken.at[way->first_edge + i]);
    vec_push(library->mem, &library->paths, path);
}

/* The edge of one pair: firm ways, or if there is none the tentative ones. */
static void add_edge(struct deriving *d, component_id from, struct way *ways, uint32_t n)
{
    struct library *library = d->library;
    uint32_t n_firm = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (ways[i].tentative)
            continue;
        struct way firm = ways[i];
        ways[i] = ways[n_firm];
        ways[n_firm++] = firm;
    }
    struct edge edge = {.from = from, .to = ways->to, .possible = RELATE_ANY, .tentative = n_firm == 0,
                        .first_path = library->paths.n};
    edge.n_paths = n_firm ? n_firm : n;
    for (uint32_t i = 0; i < edge.n_paths; i++) {
        edge.possible &= ways[i].possible;
        keep_path(d, &ways[i]);
    }
    if (edge.possible == 0 && edge.tentative)
        edge.possible = RELATE_ANY;
    if (edge.possible == 0)
        report_contradiction(d, from, ways, edge.n_paths);
    vec_push(library->mem, &library->edges, edge);
}

static void derive_from(struct deriving *d, component_id from)
{
    d->ways.n = d->between.n = d->edges_taken.n = 0;
    follow(d, 0, from, RELATE_ANY, false);
    if (d->ways.n)
        qsort(d->ways.at, d->ways.n, sizeof *d->ways.at, by_target);
    for (uint32_t start = 0, end; start < d->ways.n; start = end) {
        for (end = start + 1; end < d->ways.n && d->ways.at[end].to == d->ways.at[start].to;)
            end++;
        add_edge(d, from, d->ways.at + start, end - start);
    }
}

/* True if the components of the one model are among those of the other. */
static bool connects(const struct library *library, model_id one, model_id other)
{
    for (model_id m = one; m != NONE; m = library->models.at[m].extends)
        if (m == other)
            return true;
    for (model_id m = other; m != NONE; m = library->models.at[m].extends)
        if (m == one)
            return true;
    return false;
}

/* A step that would connect if it were taken the other way round. */
static void offer_other_direction(struct builder *builder, struct finding *finding, const struct via *via)
{
    const struct mapping *mapping = &builder->library->mappings.at[via->mapping];
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "%s%.*s", via->inverse ? "" : "inverse ", STR_ARGS(name_of(builder, mapping->id)));
    help(finding, MSG_help_other_direction, v_name(buf_as_str(&text)));
    buf_free(&text);
}

/* Checks that each step starts where the one before ends; reports where they do not. */
static bool check_steps(struct builder *builder, const struct mapping *mapping)
{
    const struct library *library = builder->library;
    if (mapping->damaged)
        return false;
    model_id at = mapping->from;
    struct span at_span = mapping->from_at;
    if (mapping->n_vias > STEPS_MOST) {
        report(builder->diag, mapping->at, MSG_too_many_steps, v_number(STEPS_MOST));
        return false;
    }
    for (uint32_t i = 0; i <= mapping->n_vias; i++) {
        const struct via *via = i < mapping->n_vias ? &library->vias.at[mapping->first_via + i] : NULL;
        const struct mapping *step = via && via->mapping != NONE ? &library->mappings.at[via->mapping] : NULL;
        if ((via && !step) || (step && (step->from == NONE || step->to == NONE)))
            return false;
        model_id start = !step ? mapping->to : via->inverse ? step->to : step->from;
        if (!connects(library, at, start)) {
            struct finding *finding =
                report(builder->diag, via ? via->at : mapping->to_at, MSG_steps_do_not_connect,
                       v_name(name_of(builder, library->models.at[start].id)),
                       v_name(name_of(builder, library->models.at[at].id)));
            label(finding, at_span, MSG_label_ends_there);
            if (step && connects(library, at, via->inverse ? step->from : step->to))
                offer_other_direction(builder, finding, via);
            return false;
        }
        at = !step ? at : via->inverse ? step->from : step->to;
        at_span = via ? via->at : at_span;
    }
    return true;
}

void derive_edges(struct builder *builder, mapping_id id)
{
    struct library *library = builder->library;
    struct mapping *mapping = &library->mappings.at[id];
    mapping->first_edge = library->edges.n;
    if (mapping->from == NONE || mapping->to == NONE || !check_steps(builder, mapping))
        return;
    struct deriving d = {.builder = builder, .library = library, .id = id, .n_steps = mapping->n_vias};
    d.steps = mem_alloc(library->mem, d.n_steps * sizeof *d.steps);
    for (uint32_t i = 0; i < d.n_steps; i++) {
        const struct via *via = &library->vias.at[mapping->first_via + i];
        d.steps[i] = (struct hops){.mapping = &library->mappings.at[via->mapping], .inverse = via->inverse};
        collect_hops(&d, &d.steps[i]);
    }
    for (uint32_t i = 0; i < view_count(library, mapping->from) && !d.too_many; i++)
        derive_from(&d, view_component(library, mapping->from, i));
    if (d.too_many)
        report(builder->diag, mapping->at, MSG_too_many_ways, v_number(WAYS_MOST));
    mapping->n_edges = library->edges.n - mapping->first_edge;
    for (uint32_t i = 0; i < d.n_steps; i++)
        vec_free(library->mem, &d.steps[i].at);
    mem_free(library->mem, d.steps);
    vec_free(library->mem, &d.ways);
    vec_free(library->mem, &d.between);
    vec_free(library->mem, &d.edges_taken);
    vec_free(library->mem, &d.trail);
    vec_free(library->mem, &d.edge_trail);
}
