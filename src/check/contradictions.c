/* Mappings between the same two models, held against one another in both directions. A bolt-on counts as the
   model that it extends: they share components. */

#include <stdlib.h>

#include "check/check.h"
#include "model/mapping/evidence.h"
#include "model/mapping/relation.h"

/* A firm edge, seen from the component with the lower number. */
struct claim {
    component_id low, high;
    relation_set possible;
    uint32_t edge;
    mapping_id mapping;
};

typedef VEC(struct claim) claim_list;

/* A mapping and the two models at the bottom of its own. */
struct paired {
    model_id low, high;
    mapping_id mapping;
};

static int by_models(const void *a, const void *b)
{
    const struct paired *one = a, *other = b;
    if (one->low != other->low)
        return one->low < other->low ? -1 : 1;
    if (one->high != other->high)
        return one->high < other->high ? -1 : 1;
    return (one->mapping > other->mapping) - (one->mapping < other->mapping);
}

static void collect_claims(struct checking *checking, mapping_id id, claim_list *claims)
{
    const struct library *library = checking->library;
    const struct mapping *mapping = &library->mappings.at[id];
    vec_reserve(checking->mem, claims, mapping->n_edges);
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &library->edges.at[i];
        if (edge->tentative || edge->is_supportive || edge->possible == 0 || edge->possible == RELATE_ANY)
            continue;
        bool swaps = edge->from > edge->to;
        struct claim claim = {swaps ? edge->to : edge->from, swaps ? edge->from : edge->to,
                              swaps ? relation_inverse(edge->possible) : edge->possible, i, id};
        vec_push(checking->mem, claims, claim);
    }
}

/* Sorts by one of the two components, by counting: what is equal keeps its order. */
static void sort_by(struct checking *checking, claim_list *claims, bool by_low)
{
    uint32_t *counts =
        mem_alloc(checking->mem, ((size_t)library_component_count(checking->library) + 1) * sizeof *counts);
    struct claim *sorted = mem_alloc(checking->mem, claims->n * sizeof *sorted);
    component_id first = UINT32_MAX, last = 0;
    VEC_EACH (const struct claim, claim, claims) {
        component_id key = by_low ? claim->low : claim->high;
        first = key < first ? key : first;
        last = key > last ? key : last;
    }
    memset(counts, 0, ((size_t)last - first + 2) * sizeof *counts);
    VEC_EACH (const struct claim, claim, claims)
        counts[(by_low ? claim->low : claim->high) - first + 1]++;
    for (uint32_t i = 1; i <= last - first; i++)
        counts[i] += counts[i - 1];
    VEC_EACH (const struct claim, claim, claims)
        sorted[counts[(by_low ? claim->low : claim->high) - first]++] = *claim;
    memcpy(claims->at, sorted, claims->n * sizeof *sorted);
    mem_free(checking->mem, sorted);
    mem_free(checking->mem, counts);
}

/* A place that stands for an edge: the relation of its last row, or the id of a derived mapping. */
static struct span place_of(const struct library *library, const struct mapping *mapping, const struct edge *edge)
{
    if (mapping->derived)
        return mapping->at;
    uint32_t n;
    const uint32_t *rows = library_edge_rows(library, mapping, edge, &n);
    return library->rows.at[rows[n - 1]].at;
}

static void label_claim(const struct library *library, struct finding *finding, const struct claim *claim,
                        enum message phrase)
{
    label_evidence(finding, library, &library->mappings.at[claim->mapping], &library->edges.at[claim->edge], phrase);
}

/* Reports the last of some claims about a pair: it contradicts some before, or if none alone, all that have
   narrowed what is possible. */
static void report_clash(struct checking *checking, const struct claim *claims, const struct claim *last)
{
    const struct library *library = checking->library;
    const struct edge *edge = &library->edges.at[last->edge];
    const struct mapping *mapping = &library->mappings.at[last->mapping];
    const struct claim *first = claims;
    while (first < last && (first->possible & last->possible) != 0)
        first++;
    bool alone = first < last;
    mapping_id other = (alone ? first : claims)->mapping;
    struct span at = place_of(library, mapping, edge);
    struct str from = path_of(checking, edge->from), to = path_of(checking, edge->to);
    struct finding *finding = other == last->mapping
                                  ? report(checking->diag, at, MSG_contradicting_rows, v_name(from), v_name(to))
                                  : report(checking->diag, at, MSG_contradicting_mappings, v_name(from), v_name(to),
                                           v_name(name_in(checking, library->mappings.at[other].id)));
    about_source(checking, finding, mapping, edge->from);
    relation_set left = RELATE_ANY;
    for (const struct claim *claim = claims; claim < last; claim++) {
        if (alone ? (claim->possible & last->possible) == 0 : (left & claim->possible) != left)
            label_claim(library, finding, claim, MSG_label_contradicts);
        left &= claim->possible;
    }
    label_claim(library, finding, last, mapping->derived ? MSG_label_step_here : MSG_label_same_pair);
    help(finding, MSG_help_contradiction);
}

/* The claims about one pair, in the order of their mappings; what contradicts is left out of what follows. */
static void check_pair(struct checking *checking, struct claim *claims, uint32_t n)
{
    relation_set left = RELATE_ANY;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        struct claim claim = claims[i];
        claims[i] = claims[kept];
        claims[kept] = claim;
        if ((left & claim.possible) == 0) {
            report_clash(checking, claims, &claims[kept]);
        } else {
            left &= claim.possible;
            kept++;
        }
    }
}

/* True if the mapping stands in a file that somebody named, and not only imported. */
static bool is_named(const struct library *library, mapping_id mapping)
{
    return source_of(library->sources, library->mappings.at[mapping].at.start)->named;
}

static void check_group(struct checking *checking, const struct paired *group, uint32_t n)
{
    claim_list claims = {0};
    for (int named = 0; named < 2; named++) /* who wrote the mapping at hand is told there */
        for (uint32_t i = 0; i < n; i++)
            if (is_named(checking->library, group[i].mapping) == named)
                collect_claims(checking, group[i].mapping, &claims);
    if (claims.n) {
        sort_by(checking, &claims, false);
        sort_by(checking, &claims, true);
    }
    for (uint32_t start = 0, end; start < claims.n; start = end) {
        for (end = start + 1; end < claims.n && claims.at[end].low == claims.at[start].low &&
                              claims.at[end].high == claims.at[start].high;)
            end++;
        if (end - start > 1)
            check_pair(checking, claims.at + start, end - start);
    }
    vec_free(checking->mem, &claims);
}

void check_contradictions(struct checking *checking)
{
    const struct library *library = checking->library;
    VEC(struct paired) all = {0};
    for (mapping_id id = 0; id < library->mappings.n; id++) {
        const struct mapping *mapping = &library->mappings.at[id];
        if (mapping->n_edges == 0)
            continue;
        model_id from = library_root_model(library, mapping->from), to = library_root_model(library, mapping->to);
        struct paired paired = {from < to ? from : to, from < to ? to : from, id};
        vec_push(checking->mem, &all, paired);
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_models);
    for (uint32_t start = 0, end; start < all.n; start = end) {
        for (end = start + 1;
             end < all.n && all.at[end].low == all.at[start].low && all.at[end].high == all.at[start].high;)
            end++;
        /* a mapping of a model to itself may relate a pair in both directions */
        if (end - start > 1 || all.at[start].low == all.at[start].high)
            check_group(checking, all.at + start, end - start);
    }
    vec_free(checking->mem, &all);
}
