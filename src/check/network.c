#include "check/network.h"

#include <stdlib.h>

#include "model/mapping/evidence.h"

/* A link before it is in its place. */
struct loose {
    component_id component;
    struct link link;
};

typedef VEC(struct loose) loose_list;

static int by_place(const void *a, const void *b)
{
    const struct loose *one = a, *other = b;
    if (one->component != other->component)
        return one->component < other->component ? -1 : 1;
    if (one->link.other != other->link.other)
        return one->link.other < other->link.other ? -1 : 1;
    return (one->link.edge > other->link.edge) - (one->link.edge < other->link.edge);
}

static void collect_links(struct checking *checking, mapping_id id, loose_list *all)
{
    const struct library *library = checking->library;
    const struct mapping *mapping = &library->mappings.at[id];
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &library->edges.at[i];
        if (edge->tentative || edge->is_supportive || edge->possible == 0 || edge->possible == RELATE_ANY ||
            edge->from == edge->to)
            continue;
        struct loose forward = {edge->from, {edge->to, i, id, edge->possible}};
        struct loose back = {edge->to, {edge->from, i, id, relation_inverse(edge->possible)}};
        vec_push(checking->mem, all, forward);
        vec_push(checking->mem, all, back);
    }
}

struct network network_of(struct checking *checking)
{
    const struct library *library = checking->library;
    size_t n = (size_t)library_component_count(library) + 1;
    struct network network;
    loose_list all = {0};
    for (mapping_id id = 0; id < library->mappings.n; id++)
        if (!library->mappings.at[id].derived)
            collect_links(checking, id, &all);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_place);
    network.start = memset(mem_alloc(checking->mem, n * sizeof *network.start), 0, n * sizeof *network.start);
    network.at = mem_alloc(checking->mem, all.n * sizeof *network.at);
    for (uint32_t i = 0; i < all.n; i++) {
        network.at[i] = all.at[i].link;
        network.start[all.at[i].component + 1] = i + 1;
    }
    for (size_t i = 1; i < n; i++)
        if (network.start[i] < network.start[i - 1])
            network.start[i] = network.start[i - 1];
    vec_free(checking->mem, &all);
    return network;
}

void network_free(struct checking *checking, struct network *network)
{
    mem_free(checking->mem, network->start);
    mem_free(checking->mem, network->at);
}

const struct link *network_between(const struct network *network, component_id one, component_id other)
{
    uint32_t low = network->start[one], end = network->start[one + 1], high = end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (network->at[middle].other < other)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && network->at[low].other == other ? &network->at[low] : NULL;
}

struct span link_place(const struct library *library, const struct link *link)
{
    const struct edge *edge = &library->edges.at[link->edge];
    uint32_t n;
    const uint32_t *rows = library_edge_rows(library, &library->mappings.at[link->mapping], edge, &n);
    for (uint32_t i = n; i-- > 0;) {
        enum relation relation = library->rows.at[rows[i]].relation;
        if (relation != RELATION_ADDRESSED_BY && !relation_is_supportive(relation))
            return library->rows.at[rows[i]].at;
    }
    return library->rows.at[rows[n - 1]].at;
}

void label_link(struct finding *finding, const struct library *library, const struct link *link, enum message phrase)
{
    label_evidence(finding, library, &library->mappings.at[link->mapping], &library->edges.at[link->edge], phrase);
}
