/* Mappings between the same two models, held against each other in both directions. */

#include "check/check.h"
#include "model/edges.h"
#include "model/relation.h"
#include "model/view.h"

static bool is_firm(const struct edge *edge)
{
    return !edge->tentative && !edge->is_supportive && edge->possible != 0;
}

/* A place that stands for an edge: the relation of its last row, or the id of a derived mapping. */
static struct span place_of(const struct library *library, const struct mapping *mapping,
                            const struct edge *edge)
{
    if (mapping->derived)
        return mapping->at;
    return library->rows.at[library->edge_rows.at[edge->first_row + edge->n_rows - 1]].at;
}

static void report_clash(struct checking *checking, const struct mapping *earlier, const struct edge *one,
                         const struct mapping *later, const struct edge *other)
{
    const struct library *library = checking->library;
    struct finding *finding =
        report(checking->diag, place_of(library, later, other), MSG_contradicting_mappings,
               v_name(path_of(checking, other->from)), v_name(path_of(checking, other->to)),
               v_name(name_in(checking, earlier->id)));
    if (earlier->derived) {
        label(finding, earlier->at, MSG_label_contradicts);
    } else {
        for (uint32_t i = one->first_row; i < one->first_row + one->n_rows; i++)
            label(finding, library->rows.at[library->edge_rows.at[i]].at, MSG_label_contradicts);
    }
    about_source(checking, finding, later, other->from);
}

static void compare(struct checking *checking, const struct mapping *earlier, const struct mapping *later,
                    bool inverse)
{
    const struct library *library = checking->library;
    for (uint32_t i = earlier->first_edge; i < earlier->first_edge + earlier->n_edges; i++) {
        const struct edge *one = &library->edges.at[i];
        if (!is_firm(one))
            continue;
        uint32_t k = inverse ? edge_between(library, later, one->to, one->from)
                             : edge_between(library, later, one->from, one->to);
        if (k == NONE || !is_firm(&library->edges.at[k]))
            continue;
        relation_set possible = library->edges.at[k].possible;
        if (inverse)
            possible = relation_inverse(possible);
        if ((possible & one->possible) == 0)
            report_clash(checking, earlier, one, later, &library->edges.at[k]);
    }
}

void check_contradictions(struct checking *checking)
{
    const struct library *library = checking->library;
    for (mapping_id i = 0; i < library->mappings.n; i++) {
        const struct mapping *earlier = &library->mappings.at[i];
        if (earlier->n_edges == 0)
            continue;
        for (mapping_id k = i + 1; k < library->mappings.n; k++) {
            const struct mapping *later = &library->mappings.at[k];
            if (later->n_edges == 0)
                continue;
            if (later->from == earlier->from && later->to == earlier->to)
                compare(checking, earlier, later, false);
            else if (later->from == earlier->to && later->to == earlier->from)
                compare(checking, earlier, later, true);
        }
    }
}
