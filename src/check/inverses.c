/* A mapping and the one that leads back: what the one relates, the other should. */

#include "check/check.h"
#include "model/mapping/edges.h"

/* Where two models have several mappings in one direction, those share the work, and none of them is the inverse
   of another. */
enum { SEVERAL = NONE - 1 };

/* What leads back may be about something else. It is taken for an inverse if it knows half of the pairs of the
   smaller of the two: then what it lacks was rather forgotten. */
static bool is_inverse(uint32_t n_shared, const struct mapping *one, const struct mapping *other)
{
    uint32_t fewer = one->n_edges < other->n_edges ? one->n_edges : other->n_edges;
    return n_shared > 0 && n_shared >= fewer - fewer / 2;
}

static bool has_back(const struct library *library, const struct mapping *back, const struct edge *edge)
{
    return edge_between(library, back, edge->to, edge->from) != NONE;
}

static void report_missing(struct checking *checking, const struct mapping *mapping, const struct mapping *back,
                           const struct edge *edge)
{
    const struct library *library = checking->library;
    uint32_t n;
    const uint32_t *rows = library_edge_rows(library, mapping, edge, &n);
    const struct row *row = &library->rows.at[rows[0]];
    struct finding *finding = report(checking->diag, row->at, MSG_inverse_missing, v_name(name_in(checking, back->id)),
                                     v_name(path_of(checking, edge->to)), v_name(path_of(checking, edge->from)));
    label(finding, back->at, MSG_label_leads_back);
    about_source(checking, finding, mapping, edge->from);
}

static void compare(struct checking *checking, const struct mapping *mapping, const struct mapping *back)
{
    const struct edge *edges = checking->library->edges.at + mapping->first_edge;
    uint32_t n_shared = 0;
    for (uint32_t i = 0; i < mapping->n_edges; i++)
        n_shared += has_back(checking->library, back, &edges[i]);
    if (!is_inverse(n_shared, mapping, back) || n_shared == mapping->n_edges)
        return;
    for (uint32_t i = 0; i < mapping->n_edges; i++)
        if (!has_back(checking->library, back, &edges[i]))
            report_missing(checking, mapping, back, &edges[i]);
}

void check_inverses(struct checking *checking)
{
    const struct library *library = checking->library;
    struct map by_models = map_on(checking->mem); /* (from, to) -> its only written mapping, or SEVERAL */
    for (mapping_id id = 0; id < library->mappings.n; id++) {
        const struct mapping *mapping = &library->mappings.at[id];
        if (mapping->derived || mapping->from == NONE || mapping->to == NONE || mapping->from == mapping->to)
            continue;
        uint32_t *only = map_at(&by_models, map_key(mapping->from, mapping->to), NONE);
        *only = *only == NONE && !mapping->damaged ? id : SEVERAL;
    }
    for (mapping_id id = 0; id < library->mappings.n; id++) {
        const struct mapping *mapping = &library->mappings.at[id];
        if (map_get(&by_models, map_key(mapping->from, mapping->to), NONE) != id)
            continue;
        mapping_id back = map_get(&by_models, map_key(mapping->to, mapping->from), NONE);
        if (back < SEVERAL)
            compare(checking, mapping, &library->mappings.at[back]);
        arena_free(&checking->scratch);
    }
    map_free(&by_models);
}
