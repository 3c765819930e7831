/* The matrix of a mapping, sources by targets, and its pairs as CSV. A large one is cut into blocks of
   sources, each with the targets that it needs, so that its size follows the number of pairs. */

#include <stdlib.h>

#include "emit/csv.h"
#include "emit/guide/headers.h"
#include "emit/guide/rows.h"
#include "model/mapping/relation.h"
#include "model/mapping/ways.h"
#include "model/names/path.h"
#include "model/view.h"

enum {
    WHOLE_MOST = 20000, /* cells of a matrix that is not cut */
    BLOCK_ROWS = 40
};

/* A source: its pairs, or why it has none. */
struct line {
    uint32_t position; /* in the view of the `from` model */
    uint32_t first_edge, n_edges;
    enum outcome outcome;
};

typedef VEC(struct line) lines;
typedef VEC(uint32_t) positions;

static int by_position(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

static int by_line(const void *a, const void *b)
{
    const struct line *one = a, *other = b;
    if (one->position != other->position)
        return one->position < other->position ? -1 : 1;
    return (one->n_edges < other->n_edges) - (one->n_edges > other->n_edges);
}

/* ---- Sources ---- */

static void add_sources_with_pairs(const struct library *library, const struct mapping *mapping, lines *found)
{
    uint32_t end = mapping->first_edge + mapping->n_edges;
    for (uint32_t first = mapping->first_edge, next; first < end; first = next) {
        component_id from = library->edges.at[first].from;
        for (next = first + 1; next < end && library->edges.at[next].from == from;)
            next++;
        struct line line = {view_position(library, mapping->from, from), first, next - first, OUTCOME_TARGETS};
        vec_push(library->mem, found, line);
    }
}

static void add_sources_without(const struct library *library, const struct mapping *mapping, lines *found)
{
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        for (uint32_t k = row->first_source; row->outcome != OUTCOME_TARGETS && k < row->first_source + row->n_sources; k++) {
            uint32_t position = view_position(library, mapping->from, library->members.at[k].component);
            vec_push(library->mem, found, ((struct line){position, 0, 0, row->outcome}));
        }
    }
}

/* Every source once, in document order; what has pairs stands for itself. */
static lines sources_of(const struct library *library, const struct mapping *mapping)
{
    lines found = {0};
    add_sources_with_pairs(library, mapping, &found);
    add_sources_without(library, mapping, &found);
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, by_line);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < found.n; i++)
        if (kept == 0 || found.at[kept - 1].position != found.at[i].position)
            found.at[kept++] = found.at[i];
    found.n = kept;
    return found;
}

/* ---- Targets ---- */

static positions targets_of(const struct library *library, const struct mapping *mapping, const struct line *first,
                            uint32_t n)
{
    positions found = {0};
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = first[i].first_edge; k < first[i].first_edge + first[i].n_edges; k++)
            vec_push(library->mem, &found, view_position(library, mapping->to, library->edges.at[k].to));
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, by_position);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < found.n; i++)
        if (kept == 0 || found.at[kept - 1] != found.at[i])
            found.at[kept++] = found.at[i];
    found.n = kept;
    return found;
}

/* ---- Tables ---- */

static void put_heads(struct page *page, const struct mapping *mapping, const positions *targets)
{
    put(page, "<thead><tr><td></td>");
    page->model = mapping->to;
    for (uint32_t i = 0; i < targets->n; i++) {
        component_id id = view_component(page->library, mapping->to, targets->at[i]);
        put(page, "<th scope=\"col\">");
        open_component(page, id);
        put(page, "<b>");
        put_path(page, id);
        put(page, "</b> <span class=\"hidden\">");
        put_title(page, id, TEXT_PLAIN);
        put(page, "</span></a></th>");
    }
    put(page, "</tr></thead>\n");
}

static void put_cell(struct page *page, const struct edge *edge)
{
    put(page, "<td data-to=\"");
    put_path(page, edge->to);
    put(page, "\">");
    put_edge_mark(page, edge);
    put(page, "</td>");
}

static void put_line(struct page *page, const struct mapping *mapping, const struct line *line,
                     const positions *targets)
{
    const struct edge *edge = page->library->edges.at + line->first_edge, *end = edge + line->n_edges;
    page->model = mapping->from;
    put(page, "<tr><th scope=\"row\">");
    put_reference(page, view_component(page->library, mapping->from, line->position));
    put(page, "</th>");
    if (line->n_edges == 0) {
        buf_printf(page->out, "<td class=\"none\" colspan=\"%u\">", targets->n ? targets->n : 1);
        put_outcome(page, line->outcome);
        put(page, "</td></tr>\n");
        return;
    }
    for (uint32_t i = 0; i < targets->n; i++)
        if (edge < end && view_position(page->library, mapping->to, edge->to) == targets->at[i])
            put_cell(page, edge++);
        else
            put(page, "<td></td>");
    put(page, "</tr>\n");
}

static void put_matrix(struct page *page, const struct mapping *mapping, const struct line *first, uint32_t n)
{
    positions targets = targets_of(page->library, mapping, first, n);
    table_begin(page, "matrix");
    put_atom(page, page->library->models.at[mapping->from].id);
    put(page, " \xc3\x97 ");
    put_atom(page, page->library->models.at[mapping->to].id);
    if (page->n_tables > 1) {
        put(page, ", ");
        put_counted(page, WORD_PART_N, page->n_tables);
    }
    put(page, "</caption>\n");
    put_heads(page, mapping, &targets);
    put(page, "<tbody>\n");
    for (uint32_t i = 0; i < n; i++)
        put_line(page, mapping, &first[i], &targets);
    table_end(page);
    vec_free(page->library->mem, &targets);
}

static void put_blocks(struct page *page, const struct mapping *mapping)
{
    lines sources = sources_of(page->library, mapping);
    positions targets = targets_of(page->library, mapping, sources.at, sources.n);
    bool whole = (uint64_t)sources.n * targets.n <= WHOLE_MOST;
    for (uint32_t first = 0, n; first < sources.n; first += n) {
        n = whole || sources.n - first < BLOCK_ROWS ? sources.n - first : BLOCK_ROWS;
        put_matrix(page, mapping, sources.at + first, n);
    }
    vec_free(page->library->mem, &targets);
    vec_free(page->library->mem, &sources);
}

/* What the marks mean that stand in this matrix. */
static void put_key(struct page *page, const struct mapping *mapping)
{
    bool used[EDGE_MARK_COUNT] = {false};
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &page->library->edges.at[i];
        used[mark_of_edge(edge)] = true;
        if (edge->tentative)
            used[EDGE_TENTATIVE] = true;
    }
    put(page, "<ul class=\"legend\">");
    for (uint32_t mark = 0; mark < EDGE_MARK_COUNT; mark++)
        if (used[mark])
            put_key_entry(page, mark);
    put(page, "</ul>\n");
}

/* ---- CSV ---- */

static void add_path(struct buf *out, struct buf *cell, const struct library *library, component_id id)
{
    cell->n = 0;
    path_add(cell, library, id);
    csv_cell(out, buf_as_str(cell), false);
    csv_cell(out, library->components.at[id].title, false);
}

static void add_possible(struct buf *out, struct buf *cell, relation_set possible)
{
    cell->n = 0;
    for (uint32_t i = 0; i < RELATE_COUNT; i++)
        if (possible >> i & 1)
            buf_printf(cell, "%s%s", cell->n ? " " : "", relation_set_name(i));
    csv_cell(out, buf_as_str(cell), false);
}

static void add_ways(struct buf *out, struct buf *cell, const struct library *library,
                     const struct mapping *mapping, const struct edge *edge)
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

static void emit_pairs_csv(struct guide *guide, mapping_id id)
{
    const struct library *library = guide->library;
    const struct mapping *mapping = &library->mappings.at[id];
    struct buf out = buf_on(guide->mem), cell = buf_on(guide->mem);
    buf_text(&out, "from,from_title,to,to_title,possible,tentative,supportive,through\r\n");
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &library->edges.at[i];
        add_path(&out, &cell, library, edge->from);
        add_path(&out, &cell, library, edge->to);
        add_possible(&out, &cell, edge->possible);
        csv_cell(&out, str_of(edge->tentative ? "tentative" : ""), false);
        csv_cell(&out, str_of(edge->is_supportive ? relation_name(edge->supportive) : ""), false);
        add_ways(&out, &cell, library, mapping, edge);
    }
    guide_add(guide, &guide->site.mappings[id].pairs_csv, &out);
    buf_free(&cell);
    buf_free(&out);
}

void emit_matrix(struct guide *guide, mapping_id id)
{
    const struct mapping *mapping = &guide->library->mappings.at[id];
    struct page page = page_begin(guide, &guide->site.mappings[id].matrix, SUBJECT_MAPPING, id, NONE);
    struct voice voice = voice_of_mapping(guide->library, id);
    put_part(&page, &voice, mapping->title, mapping->id, WORD_MATRIX);
    put_views(&page, id);
    page_lead_end(&page);
    if (mapping->n_edges)
        put_key(&page, mapping);
    put_download(&page, &guide->site.mappings[id].pairs_csv, WORD_PAIRS_AS_CSV);
    put_blocks(&page, mapping);
    page.model = NONE;
    page_end(&page);
    emit_pairs_csv(guide, id);
}
