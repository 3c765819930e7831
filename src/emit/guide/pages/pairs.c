/* The pairs of a mapping as CSV: what rows say, or what follows, one pair a record. */

#include "emit/csv.h"
#include "emit/guide/headers.h"
#include "emit/guide/pages/mapping.h"
#include "model/mapping/relation.h"
#include "model/mapping/ways.h"
#include "model/names/path.h"

static void add_path(struct page *page, struct buf *out, struct buf *cell, component_id id)
{
    cell->n = 0;
    path_add(cell, page->library, id);
    csv_cell(out, buf_as_str(cell), false);
    put_csv_title(page, out, id);
}

static void add_possible(struct buf *out, struct buf *cell, relation_set possible)
{
    cell->n = 0;
    for (uint32_t i = 0; i < RELATE_COUNT; i++)
        if (possible >> i & 1)
            buf_printf(cell, "%s%s", cell->n ? " " : "", relation_set_name(i));
    csv_cell(out, buf_as_str(cell), false);
}

static void add_ways(struct buf *out, struct buf *cell, const struct library *library, const struct mapping *mapping,
                     const struct edge *edge)
{
    struct edge_paths ways = {0};
    cell->n = 0;
    edge_paths_of(library, mapping, edge, UINT32_MAX, &ways);
    VEC_EACH (const struct edge_path, way, &ways.at) {
        buf_text(cell, way > ways.at.at ? "; " : "");
        for (uint32_t k = way->first; k < way->first + way->n; k++) {
            buf_text(cell, k > way->first ? " > " : "");
            path_add(cell, library, ways.components.at[k]);
        }
    }
    csv_cell(out, buf_as_str(cell), true);
    edge_paths_free(library, &ways);
}

void emit_pairs_csv(struct page *page, mapping_id id)
{
    static const struct csv_head head[] = {
        {"from", WORD_FROM},           {"from_title", WORD_TITLE},       {"to", WORD_TO},
        {"to_title", WORD_TITLE},      {"possible", WORD_RELATION},      {"tentative", WORD_TENTATIVE},
        {"supportive", WORD_SUPPORTS}, {"through", WORD_DERIVED_THROUGH}};
    struct guide *guide = page->guide;
    const struct library *library = guide->library;
    const struct mapping *mapping = &library->mappings.at[id];
    struct buf out = buf_on(guide->mem), cell = buf_on(guide->mem);
    put_csv_head(page, &out, head, sizeof head / sizeof head[0]);
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &library->edges.at[i];
        add_path(page, &out, &cell, edge->from);
        add_path(page, &out, &cell, edge->to);
        add_possible(&out, &cell, edge->possible);
        csv_cell(&out, str_of(edge->tentative ? "tentative" : ""), false);
        csv_cell(&out, str_of(edge->is_supportive ? relation_name(edge->supportive) : ""), false);
        add_ways(&out, &cell, library, mapping, edge);
    }
    guide_add(guide, &guide->site.mappings[id].pairs_csv, &out);
    buf_free(&cell);
    buf_free(&out);
}
