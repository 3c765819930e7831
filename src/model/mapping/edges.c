#include "model/mapping/edges.h"

#include <stdlib.h>

#include "model/mapping/relation.h"
#include "model/names/path.h"
#include "model/view.h"

/* What one row says of one pair. Positions stand for components, so that sorting gives the order of
   the documents. */
struct claim {
    uint32_t from, to; /* positions in the views of the two models */
    uint32_t row;
    relation_set possible;
    bool tentative, supportive;
};

typedef VEC(struct claim) claim_list;

enum { PAIRS_MOST = 4 << 20 };

static int by_pair(const void *a, const void *b)
{
    const struct claim *one = a, *other = b;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    if (one->to != other->to)
        return one->to < other->to ? -1 : 1;
    return (one->row > other->row) - (one->row < other->row);
}

static void add_claims(const struct library *library, const struct mapping *mapping, uint32_t index, claim_list *out)
{
    const struct row *row = &library->rows.at[index];
    if (row->outcome != OUTCOME_TARGETS)
        return;
    struct claim claim = {
        .row = index,
        .possible = relation_claim(row->relation, row->n_sources > 1, row->n_targets > 1),
        .supportive = relation_is_supportive(row->relation),
    };
    for (uint32_t s = row->first_source; s < row->first_source + row->n_sources; s++)
        for (uint32_t t = row->first_target; t < row->first_target + row->n_targets; t++) {
            const struct member *target = &library->members.at[t];
            claim.from = view_position(library, mapping->from, library->members.at[s].component);
            claim.to = view_position(library, mapping->to, target->component);
            claim.tentative = target->tentative;
            vec_push(library->mem, out, claim);
        }
}

/* How the claims about a pair are weighed: firm ones before tentative ones before supportive ones. */
enum weight { WEIGHT_FIRM, WEIGHT_TENTATIVE, WEIGHT_SUPPORTIVE };

static enum weight weight_of(const struct claim *claim)
{
    return claim->supportive ? WEIGHT_SUPPORTIVE : claim->tentative ? WEIGHT_TENTATIVE : WEIGHT_FIRM;
}

/* The edge of a pair from its claims; 0 possible relations if they contradict each other. */
static struct edge merge(const struct library *library, const struct mapping *mapping, const struct claim *claims,
                         uint32_t n)
{
    enum weight weight = WEIGHT_SUPPORTIVE;
    relation_set possible = RELATE_ANY;
    for (uint32_t i = 0; i < n; i++)
        if (weight_of(&claims[i]) < weight)
            weight = weight_of(&claims[i]);
    struct edge edge = {
        .from = view_component(library, mapping->from, claims->from),
        .to = view_component(library, mapping->to, claims->to),
        .tentative = weight != WEIGHT_FIRM,
        .is_supportive = weight == WEIGHT_SUPPORTIVE,
    };
    for (uint32_t i = 0; i < n; i++) {
        if (weight_of(&claims[i]) == weight)
            possible &= claims[i].possible;
        if (weight == WEIGHT_SUPPORTIVE && !claims[i].tentative)
            edge.tentative = false;
    }
    if (edge.is_supportive)
        edge.supportive = library->rows.at[claims->row].relation & EDGE_SUPPORTIVE_MASK;
    if (possible == 0 && weight != WEIGHT_FIRM)
        possible = RELATE_ANY; /* tentative rows contradict nothing */
    edge.possible = possible & EDGE_POSSIBLE_MASK;
    return edge;
}

/* The row at fault is the first that leaves nothing; all others that count are labelled. */
static void report_contradiction(struct builder *builder, const struct mapping *mapping, const struct edge *edge,
                                 const struct claim *claims, uint32_t n)
{
    const struct library *library = builder->library;
    relation_set left = RELATE_ANY;
    uint32_t fault = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (weight_of(&claims[i]) != WEIGHT_FIRM)
            continue;
        left &= claims[i].possible;
        fault = i;
        if (left == 0)
            break;
    }
    struct finding *finding = report(builder->diag, library->rows.at[claims[fault].row].at, MSG_contradicting_rows,
                                     v_name(name_of(builder, library->components.at[edge->from].id)),
                                     v_name(name_of(builder, library->components.at[edge->to].id)));
    about_source_of(finding, library, mapping, edge->from);
    for (uint32_t i = 0; i < n; i++)
        if (i != fault && weight_of(&claims[i]) == WEIGHT_FIRM)
            label(finding, library->rows.at[claims[i].row].at, MSG_label_contradicts);
    help(finding, MSG_help_contradiction);
}

/* The number of pairs that the rows of a mapping relate, counted once for each row. */
static uint64_t count_pairs(const struct library *library, const struct mapping *mapping)
{
    uint64_t n = 0;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++)
        n += (uint64_t)library->rows.at[i].n_sources * library->rows.at[i].n_targets;
    return n;
}

/* What the rows of a mapping say is passed over by everybody from now on. */
static void give_up_rows(struct library *library, struct mapping *mapping)
{
    mapping->damaged = true;
    for (uint32_t i = 0; i < mapping->n_rows; i++)
        library->rows.at[mapping->first_row + i].damaged = true;
}

static void build_written(struct builder *builder, mapping_id id)
{
    struct library *library = builder->library;
    struct mapping *mapping = &library->mappings.at[id];
    claim_list all = {0};
    mapping->first_edge = library->edges.n;
    mapping->first_edge_start = library->edge_row_starts.n;
    bool too_many = count_pairs(library, mapping) > PAIRS_MOST;
    if (too_many) {
        report(builder->diag, mapping->at, MSG_too_many_pairs, v_number(PAIRS_MOST));
        give_up_rows(library, mapping);
    }
    if (mapping->from != NONE && mapping->to != NONE && !too_many)
        for (uint32_t i = 0; i < mapping->n_rows; i++)
            add_claims(library, mapping, mapping->first_row + i, &all);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_pair);
    for (uint32_t start = 0, end; start < all.n; start = end) {
        for (end = start + 1;
             end < all.n && all.at[end].from == all.at[start].from && all.at[end].to == all.at[start].to;)
            end++;
        struct edge edge = merge(library, mapping, all.at + start, end - start);
        if (edge.possible == 0)
            report_contradiction(builder, mapping, &edge, all.at + start, end - start);
        vec_push(library->mem, &library->edge_row_starts, library->edge_rows.n);
        for (uint32_t i = start; i < end; i++)
            vec_push(library->mem, &library->edge_rows, all.at[i].row);
        vec_push(library->mem, &library->edges, edge);
    }
    vec_push(library->mem, &library->edge_row_starts, library->edge_rows.n);
    mapping->n_edges = library->edges.n - mapping->first_edge;
    vec_free(library->mem, &all);
}

uint32_t edges_from(const struct library *library, const struct mapping *mapping, component_id from, uint32_t *first)
{
    uint32_t position = view_position(library, mapping->from, from);
    uint32_t low = mapping->first_edge, high = low + mapping->n_edges, end = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (view_position(library, mapping->from, library->edges.at[middle].from) < position)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    for (high = end; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        if (library->edges.at[middle].from == from)
            low = middle + 1;
        else
            high = middle;
    }
    return low - *first;
}

uint32_t edge_between(const struct library *library, const struct mapping *mapping, component_id from, component_id to)
{
    uint32_t low, high = edges_from(library, mapping, from, &low) + low;
    uint32_t position = view_position(library, mapping->to, to);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t at = view_position(library, mapping->to, library->edges.at[middle].to);
        if (at == position)
            return middle;
        if (at < position)
            low = middle + 1;
        else
            high = middle;
    }
    return NONE;
}

/* ---- The order of derivation ---- */

/* How far the mappings are: a derived one waits for its steps. */
enum progress { UNTOUCHED, WAITING, DONE };

struct derivation {
    struct builder *builder;
    uint8_t *progress;
    VEC(mapping_id) waiting;
};

/* The first step that still has to be built, NONE if all are; a ring is reported. */
static mapping_id next_step(struct derivation *d, mapping_id id)
{
    const struct library *library = d->builder->library;
    const struct mapping *mapping = &library->mappings.at[id];
    for (uint32_t i = mapping->first_via; i < mapping->first_via + mapping->n_vias; i++) {
        struct via *via = &d->builder->library->vias.at[i];
        if (via->mapping == NONE || d->progress[via->mapping] == DONE)
            continue;
        if (d->progress[via->mapping] == UNTOUCHED)
            return via->mapping;
        struct finding *finding = report(d->builder->diag, via->at, MSG_derived_from_itself,
                                         v_name(name_of(d->builder, library->mappings.at[via->mapping].id)));
        label(finding, library->mappings.at[via->mapping].at, MSG_label_ring_via);
        about_since(d->builder->diag, d->builder->diag->findings.n - 1, name_of(d->builder, mapping->id));
        via->mapping = NONE;
    }
    return NONE;
}

static void build_in_order(struct derivation *d, mapping_id start)
{
    struct library *library = d->builder->library;
    vec_push(library->mem, &d->waiting, start);
    while (d->waiting.n) {
        mapping_id id = d->waiting.at[d->waiting.n - 1];
        mapping_id step = NONE;
        if (d->progress[id] != DONE && library->mappings.at[id].derived) {
            d->progress[id] = WAITING;
            step = next_step(d, id);
        }
        if (step != NONE) {
            vec_push(library->mem, &d->waiting, step);
            continue;
        }
        d->waiting.n--;
        if (d->progress[id] == DONE)
            continue;
        if (library->mappings.at[id].derived)
            derive_edges(d->builder, id);
        else
            build_written(d->builder, id);
        d->progress[id] = DONE;
    }
}

void build_edges(struct builder *builder)
{
    uint32_t n = builder->library->mappings.n;
    struct derivation d = {.builder = builder, .progress = arena_array(&builder->scratch, uint8_t, n)};
    for (mapping_id id = 0; id < n; id++)
        if (d.progress[id] == UNTOUCHED)
            build_in_order(&d, id);
    vec_free(builder->mem, &d.waiting);
}
