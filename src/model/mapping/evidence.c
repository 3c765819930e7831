#include "model/mapping/evidence.h"

#include "model/mapping/relation.h"

/* Ways of a derived edge that are looked at: a relation is excluded by one of them, so five would do if they
   came first. */
enum { WAYS_MOST = 1000 };

/* Nobody reads more. */
enum { LABELS_MOST = 100 };

static void label_row(struct finding *finding, const struct row *row, enum message phrase)
{
    uint32_t n = 0;
    if (row->at.start == finding->at.start)
        return;
    for (const struct remark *label = finding->labels.first; label; label = label->next, n++)
        if (label->at.start == row->at.start)
            return;
    if (n < LABELS_MOST)
        label(finding, row->at, phrase);
}

/* True if the row has a say in what the edge leaves possible. */
static bool has_say(const struct library *library, const struct row *row, const struct edge *edge)
{
    if (relation_is_supportive(row->relation))
        return edge->is_supportive;
    for (uint32_t t = row->first_target; t < row->first_target + row->n_targets; t++)
        if (library->members.at[t].component == edge->to && library->members.at[t].tentative == edge->tentative)
            return true;
    return false;
}

void label_way(struct finding *finding, const struct library *library, const struct mapping *mapping,
               const struct edge_paths *paths, uint32_t way, enum message phrase)
{
    const struct edge_path *path = &paths->at.at[way];
    for (uint32_t i = 0; i < path->n_steps; i++) {
        const struct via *via = &library->vias.at[mapping->first_via + i];
        label_evidence(finding, library, &library->mappings.at[via->mapping],
                       &library->edges.at[paths->steps.at[path->first_step + i]], phrase);
    }
}

void label_evidence(struct finding *finding, const struct library *library, const struct mapping *mapping,
                    const struct edge *edge, enum message phrase)
{
    struct edge_paths paths = {0};
    relation_set left = RELATE_ANY;
    if (!finding)
        return;
    uint32_t n_rows;
    const uint32_t *rows = library_edge_rows(library, mapping, edge, &n_rows);
    for (uint32_t i = 0; i < n_rows; i++) {
        const struct row *row = &library->rows.at[rows[i]];
        if (has_say(library, row, edge))
            label_row(finding, row, phrase);
    }
    edge_paths_of(library, mapping, edge, WAYS_MOST, &paths);
    for (uint32_t i = 0; i < paths.at.n; i++) {
        relation_set narrowed = left & paths.at.at[i].possible;
        if (narrowed != left || (i == 0 && edge->possible == RELATE_ANY))
            label_way(finding, library, mapping, &paths, i, phrase);
        left = narrowed;
    }
    edge_paths_free(library, &paths);
}
