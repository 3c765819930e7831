/* Derived mappings: what all ways from a component of the one model through the steps to one of the other
   leave possible. Ways are not followed one by one: of all that meet in a component on their way only the
   different sets of relations that they leave so far are kept, and there are no more than 62 of those. */

#include "model/mapping/edges.h"
#include "model/mapping/evidence.h"
#include "model/mapping/front.h"
#include "model/mapping/hops.h"
#include "model/mapping/relation.h"
#include "model/mapping/ways.h"
#include "model/names/path.h"
#include "model/view.h"

/* A network that joins everything to everything has more ways than anybody could read. */
enum { WAYS_MOST = 1 << 20, STEPS_MOST = 100 };

_Static_assert(WAYS_MOST <= EDGE_PATHS_MOST, "an edge tells how many ways are behind it");

struct leg {
    const struct mapping *mapping;
    bool inverse;
    const struct hops *hops;
    struct front front; /* what is reached behind it */
};

struct deriving {
    struct builder *builder;
    struct library *library;
    struct mapping *mapping;
    struct leg *steps;
    uint32_t n_steps;
    bool too_many;
};

/* ---- Contradictions ---- */

/* The first ways that together leave nothing; there is such a number. */
static uint32_t find_conflict(const struct deriving *d, const struct edge *edge, struct edge_paths *paths)
{
    enum { FIRST_TRY = 64, FACTOR = 16 };
    for (uint32_t most = FIRST_TRY; most <= WAYS_MOST * FACTOR; most *= FACTOR) {
        edge_paths_of(d->library, d->mapping, edge, most, paths);
        relation_set left = RELATE_ANY;
        for (uint32_t i = 0; i < paths->at.n; i++)
            if ((left &= paths->at.at[i].possible) == 0)
                return i;
    }
    return 0;
}

/* The way that leaves nothing, and the one before that it contradicts; or, if none does it alone, all that
   have narrowed the possible relations before. */
static void report_contradiction(const struct deriving *d, const struct edge *edge)
{
    const struct library *library = d->library;
    struct edge_paths paths = {0};
    uint32_t last = find_conflict(d, edge, &paths), first = 0;
    struct finding *finding = report(d->builder->diag, d->mapping->at, MSG_contradicting_paths,
                                     v_name(name_of(d->builder, library->components.at[edge->from].id)),
                                     v_name(name_of(d->builder, library->components.at[edge->to].id)));
    about_source_of(finding, library, d->mapping, edge->from);
    while (first < last && (paths.at.at[first].possible & paths.at.at[last].possible) != 0)
        first++;
    relation_set left = RELATE_ANY;
    for (uint32_t i = 0; i < last; i++) {
        const struct edge_path *path = &paths.at.at[i];
        if (first < last ? i == first : (left & path->possible) != left)
            label_way(finding, library, d->mapping, &paths, i, MSG_label_first_way);
        left &= path->possible;
    }
    if (paths.at.n)
        label_way(finding, library, d->mapping, &paths, last, MSG_label_second_way);
    help(finding, MSG_help_contradiction);
    edge_paths_free(library, &paths);
}

/* ---- Edges ---- */

static inline relation_set common_of(uint32_t sets)
{
    uint32_t common = RELATE_ANY;
    for (uint32_t left = sets; left; left &= left - 1)
        common &= (uint32_t)__builtin_ctz(left);
    return (relation_set)common;
}

/* The edge of one pair: firm ways, or if there is none the tentative ones. */
static inline void set_edge(struct edge *edge, component_id from, component_id to, const struct reached *reached)
{
    bool tentative = reached->sets[0] == 0;
    relation_set possible = common_of(reached->sets[tentative]);
    if (possible == 0 && tentative)
        possible = RELATE_ANY; /* tentative ways contradict nothing */
    *edge = (struct edge){
        .from = from,
        .to = to,
        .possible = possible & EDGE_POSSIBLE_MASK,
        .tentative = tentative,
        .n_paths = reached->n[tentative] & EDGE_PATHS_MOST,
    };
}

/* The edges to all that is reached, in its order. */
static void add_edges(struct deriving *d, component_id from)
{
    struct library *library = d->library;
    struct leg *last = &d->steps[d->n_steps - 1];
    model_id far = hops_far(last->mapping, last->inverse), to = d->mapping->to;
    uint32_t n = front_order(&last->front);
    uint64_t n_ways = 0; /* behind the edges from this component */
    vec_reserve(library->mem, &library->edges, n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t position = last->front.order[i];
        uint32_t crossed = far == to ? position : hops_cross(library, far, to, position);
        struct reached *reached = &last->front.at[position];
        n_ways += crossed == NONE ? 0 : (uint64_t)reached->n[0] + reached->n[1];
        if (crossed != NONE && n_ways <= WAYS_MOST) {
            struct edge *edge = &library->edges.at[library->edges.n++];
            set_edge(edge, from, view_component(library, to, crossed), reached);
            if (edge->possible == 0)
                report_contradiction(d, edge);
        }
        *reached = (struct reached){0};
    }
    d->too_many = d->too_many || n_ways > WAYS_MOST;
}

/* Goes on from what is reached behind a step over the next one. Where the hops stand is known in time to have
   them at hand when it is their turn. */
static void go_on(struct deriving *d, struct leg *before, struct leg *step)
{
    model_id far = hops_far(before->mapping, before->inverse), near = hops_near(step->mapping, step->inverse);
    enum { AHEAD = 2 };
    uint32_t n = front_order(&before->front);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t position = before->front.order[i];
        if (i + AHEAD < n && far == near)
            __builtin_prefetch(step->hops->at + step->hops->start[before->front.order[i + AHEAD]]);
        struct reached reached = front_take(&before->front, position);
        uint32_t crossed = hops_cross(d->library, far, near, position);
        if (crossed != NONE)
            front_go(&step->front, &reached, step->hops, crossed);
    }
}

static void derive_from(struct deriving *d, uint32_t position)
{
    static const struct reached start = {.sets = {1u << RELATE_EQ}, .n = {1}};
    struct leg *first = &d->steps[0];
    model_id from = d->mapping->from;
    uint32_t crossed = hops_cross(d->library, from, hops_near(first->mapping, first->inverse), position);
    if (crossed == NONE)
        return;
    front_go(&first->front, &start, first->hops, crossed);
    for (uint32_t i = 1; i < d->n_steps; i++)
        go_on(d, &d->steps[i - 1], &d->steps[i]);
    add_edges(d, view_component(d->library, from, position));
}

/* ---- Steps ---- */

/* A step that would connect if it were taken the other way round. */
static void offer_other_direction(struct builder *builder, struct finding *finding, const struct via *via)
{
    const struct mapping *mapping = &builder->library->mappings.at[via->mapping];
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "%s%.*s", via->inverse ? "" : "inverse ", STR_ARGS(name_of(builder, mapping->id)));
    help(finding, MSG_help_other_direction, v_name(buf_as_str(&text)));
    buf_free(&text);
}

/* The steps down to the written mappings: those of a derived step count. */
static uint32_t count_steps(const struct library *library, const struct mapping *mapping)
{
    uint32_t n = 0;
    for (uint32_t i = mapping->first_via; i < mapping->first_via + mapping->n_vias; i++) {
        mapping_id step = library->vias.at[i].mapping;
        uint32_t within = step == NONE ? 0 : library->mappings.at[step].n_steps;
        n += within ? within : 1;
    }
    return n;
}

/* Checks that each step starts where the one before ends; reports where they do not. */
static bool check_steps(struct builder *builder, const struct mapping *mapping)
{
    const struct library *library = builder->library;
    if (mapping->damaged)
        return false;
    model_id at = mapping->from;
    struct span at_span = mapping->from_at;
    if (count_steps(library, mapping) > STEPS_MOST) {
        report(builder->diag, mapping->at, MSG_too_many_steps, v_number(STEPS_MOST));
        return false;
    }
    for (uint32_t i = 0; i <= mapping->n_vias; i++) {
        const struct via *via = i < mapping->n_vias ? &library->vias.at[mapping->first_via + i] : NULL;
        const struct mapping *step = via && via->mapping != NONE ? &library->mappings.at[via->mapping] : NULL;
        if ((via && !step) || (step && (step->from == NONE || step->to == NONE || (step->derived && step->damaged))))
            return false;
        model_id start = !step ? mapping->to : via->inverse ? step->to : step->from;
        if (!hops_connect(library, at, start)) {
            struct finding *finding = report(builder->diag, via ? via->at : mapping->to_at, MSG_steps_do_not_connect,
                                             v_name(name_of(builder, library->models.at[start].id)),
                                             v_name(name_of(builder, library->models.at[at].id)));
            label(finding, at_span, MSG_label_ends_there);
            if (step && hops_connect(library, at, via->inverse ? step->from : step->to))
                offer_other_direction(builder, finding, via);
            return false;
        }
        at = !step ? at : via->inverse ? step->from : step->to;
        at_span = via ? via->at : at_span;
    }
    return true;
}

static void open_steps(struct deriving *d)
{
    const struct library *library = d->library;
    d->steps = mem_alloc(library->mem, d->n_steps * sizeof *d->steps);
    for (uint32_t i = 0; i < d->n_steps; i++) {
        const struct via *via = &library->vias.at[d->mapping->first_via + i];
        const struct mapping *mapping = &library->mappings.at[via->mapping];
        d->steps[i] = (struct leg){mapping, via->inverse, hops_of(library, mapping, via->inverse), {0}};
        front_init(&d->steps[i].front, library->mem, view_count(library, hops_far(mapping, via->inverse)));
    }
}

static void close_steps(struct deriving *d)
{
    for (uint32_t i = 0; i < d->n_steps; i++)
        front_free(&d->steps[i].front, d->library->mem);
    mem_free(d->library->mem, d->steps);
}

void derive_edges(struct builder *builder, mapping_id id)
{
    struct library *library = builder->library;
    struct mapping *mapping = &library->mappings.at[id];
    struct deriving d = {.builder = builder, .library = library, .mapping = mapping, .n_steps = mapping->n_vias};
    mapping->first_edge = library->edges.n;
    if (mapping->from == NONE || mapping->to == NONE || !check_steps(builder, mapping)) {
        mapping->damaged = true;
        return;
    }
    mapping->n_steps = count_steps(library, mapping);
    open_steps(&d);
    for (uint32_t i = 0; i < view_count(library, mapping->from) && !d.too_many; i++)
        derive_from(&d, i);
    if (d.too_many)
        report(builder->diag, mapping->at, MSG_too_many_ways, v_number(WAYS_MOST));
    mapping->n_edges = library->edges.n - mapping->first_edge;
    close_steps(&d);
}
