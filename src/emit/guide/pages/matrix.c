/* The matrix of a mapping, one side by the other, and the other way round. A large one is cut into blocks of
   rows, each with the columns that it needs, so that its size follows the number of pairs. */

#include <stdlib.h>

#include "emit/guide/headers.h"
#include "emit/guide/pages/mapping.h"
#include "emit/guide/rows.h"
#include "model/mapping/coverage.h"
#include "model/mapping/relation.h"
#include "model/view.h"

enum {
    WHOLE_MOST = 20000, /* cells of a matrix that is not cut */
    BLOCK_ROWS = 40,
    EMPTY_MOST = 60 /* rows without a pair; of more there is a sentence */
};

/* A pair, by the positions in the views of the two sides. */
struct cell {
    uint32_t row, column;
    struct edge edge; /* as it is seen from the row */
};

/* A row: its cells, or why it has none. */
struct line {
    uint32_t position;
    uint32_t first_cell, n_cells;
    enum coverage_class class; /* of one without */
};

typedef VEC(uint32_t) positions;

struct matrix {
    struct page *page;
    const struct mapping *mapping;
    bool reverse;
    model_id rows, columns; /* whose components they are */
    VEC(struct cell) cells; /* by row, then by column */
    VEC(struct line) lines;
    uint32_t n_without; /* lines without cells that were left out */
};

/* ---- Cells ---- */

static int by_cell(const void *a, const void *b)
{
    const struct cell *one = a, *other = b;
    if (one->row != other->row)
        return one->row < other->row ? -1 : 1;
    return (one->column > other->column) - (one->column < other->column);
}

static struct edge turned(const struct edge *edge)
{
    struct edge result = *edge;
    result.from = edge->to;
    result.to = edge->from;
    result.possible = relation_inverse((relation_set)edge->possible) & EDGE_POSSIBLE_MASK;
    result.supportive = edge->supportive == RELATION_SUPPORTS       ? RELATION_SUPPORTED_BY
                        : edge->supportive == RELATION_SUPPORTED_BY ? RELATION_SUPPORTS
                                                                    : edge->supportive;
    return result;
}

static void collect_cells(struct matrix *matrix)
{
    const struct library *library = matrix->page->library;
    const struct edge *edge = library->edges.at + matrix->mapping->first_edge;
    for (const struct edge *end = edge + matrix->mapping->n_edges; edge < end; edge++) {
        struct cell cell = {.edge = matrix->reverse ? turned(edge) : *edge};
        cell.row = view_position(library, matrix->rows, cell.edge.from);
        cell.column = view_position(library, matrix->columns, cell.edge.to);
        vec_push(library->mem, &matrix->cells, cell);
    }
    if (matrix->cells.n)
        qsort(matrix->cells.at, matrix->cells.n, sizeof *matrix->cells.at, by_cell);
}

/* ---- Rows ---- */

static int by_line(const void *a, const void *b)
{
    const struct line *one = a, *other = b;
    if (one->position != other->position)
        return one->position < other->position ? -1 : 1;
    return (one->n_cells < other->n_cells) - (one->n_cells > other->n_cells);
}

static void add_line(struct matrix *matrix, struct line line)
{
    vec_push(matrix->page->library->mem, &matrix->lines, line);
}

static void add_lines_with_cells(struct matrix *matrix)
{
    for (uint32_t first = 0, next; first < matrix->cells.n; first = next) {
        uint32_t row = matrix->cells.at[first].row;
        for (next = first + 1; next < matrix->cells.n && matrix->cells.at[next].row == row;)
            next++;
        add_line(matrix, (struct line){.position = row, .first_cell = first, .n_cells = next - first});
    }
}

/* What rows say to be covered by nothing, or to need nothing, or not to be decided. */
static void add_outcomes(struct matrix *matrix)
{
    static const enum coverage_class classes[] = {COVERAGE_PARTIAL, COVERAGE_GAP, COVERAGE_NOT_APPLICABLE,
                                                  COVERAGE_UNDECIDED};
    const struct library *library = matrix->page->library;
    const struct mapping *mapping = matrix->mapping;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        for (uint32_t k = row->first_source; row->outcome != OUTCOME_TARGETS && k < row->first_source + row->n_sources;
             k++)
            add_line(matrix,
                     (struct line){.position = view_position(library, matrix->rows, library->members.at[k].component),
                                   .class = classes[row->outcome]});
    }
}

/* What is counted and has no row at all. */
static void add_unmapped(struct matrix *matrix)
{
    struct page *page = matrix->page;
    const struct guide *guide = page->guide;
    mapping_id id = page->item;
    struct arena arena = arena_on(guide->mem);
    struct coverage coverage = coverage_of(page->library, &arena, matrix->mapping, matrix->reverse);
    uint32_t n_lines = matrix->lines.n;
    for (uint32_t i = guide->first_summary[id]; i < guide->first_summary[id + 1]; i++) {
        const struct summary *summary = &guide->summaries.at[i];
        if (summary->scope.covered_side != matrix->reverse)
            continue;
        for (uint32_t p = 0; p < view_count(page->library, matrix->rows); p++)
            if (coverage.classes[p] == COVERAGE_UNMAPPED &&
                coverage_counts(page->library, &coverage, &summary->scope, p))
                add_line(matrix, (struct line){.position = p, .class = COVERAGE_UNMAPPED});
    }
    if (matrix->lines.n - n_lines > EMPTY_MOST) {
        matrix->n_without = matrix->lines.n - n_lines;
        matrix->lines.n = n_lines;
    }
    arena_free(&arena);
}

/* Every row once, in document order; what has pairs stands for itself. */
static void collect_lines(struct matrix *matrix)
{
    uint32_t kept = 0;
    add_lines_with_cells(matrix);
    if (!matrix->reverse)
        add_outcomes(matrix);
    add_unmapped(matrix);
    if (matrix->lines.n)
        qsort(matrix->lines.at, matrix->lines.n, sizeof *matrix->lines.at, by_line);
    for (uint32_t i = 0; i < matrix->lines.n; i++)
        if (kept == 0 || matrix->lines.at[kept - 1].position != matrix->lines.at[i].position)
            matrix->lines.at[kept++] = matrix->lines.at[i];
    matrix->lines.n = kept;
}

/* ---- Columns ---- */

static int by_position(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

static positions columns_of(const struct matrix *matrix, const struct line *first, uint32_t n)
{
    positions found = {0};
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = first[i].first_cell; k < first[i].first_cell + first[i].n_cells; k++)
            vec_push(matrix->page->library->mem, &found, matrix->cells.at[k].column);
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

static void put_heads(const struct matrix *matrix, const positions *columns)
{
    struct page *page = matrix->page;
    put(page, "<thead><tr><td></td>");
    page->model = matrix->columns;
    for (uint32_t i = 0; i < columns->n; i++) {
        component_id id = view_component(page->library, matrix->columns, columns->at[i]);
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

static void put_line(const struct matrix *matrix, const struct line *line, const positions *columns)
{
    struct page *page = matrix->page;
    const struct cell *cell = matrix->cells.at + line->first_cell, *end = cell + line->n_cells;
    page->model = matrix->rows;
    put(page, "<tr><th scope=\"row\">");
    put_reference(page, view_component(page->library, matrix->rows, line->position));
    put(page, "</th>");
    if (line->n_cells == 0) {
        buf_printf(page->out, "<td class=\"none\" colspan=\"%u\">", columns->n ? columns->n : 1);
        put_class(page, line->class);
        put(page, "</td></tr>\n");
        return;
    }
    for (uint32_t i = 0; i < columns->n; i++)
        if (cell < end && cell->column == columns->at[i])
            put_cell(page, &cell++->edge);
        else
            put(page, "<td></td>");
    put(page, "</tr>\n");
}

static void put_part_of_matrix(const struct matrix *matrix, const struct line *first, uint32_t n)
{
    struct page *page = matrix->page;
    positions columns = columns_of(matrix, first, n);
    table_begin(page, "matrix");
    put_atom(page, page->library->models.at[matrix->rows].id);
    put(page, " \xc3\x97 ");
    put_atom(page, page->library->models.at[matrix->columns].id);
    if (page->n_tables > 1) {
        put(page, ", ");
        put_counted(page, WORD_PART_N, page->n_tables);
    }
    put(page, "</caption>\n");
    put_heads(matrix, &columns);
    put(page, "<tbody>\n");
    for (uint32_t i = 0; i < n; i++)
        put_line(matrix, &first[i], &columns);
    table_end(page);
    vec_free(page->library->mem, &columns);
}

static void put_blocks(const struct matrix *matrix)
{
    positions columns = columns_of(matrix, matrix->lines.at, matrix->lines.n);
    bool whole = (uint64_t)matrix->lines.n * columns.n <= WHOLE_MOST;
    for (uint32_t first = 0, n; first < matrix->lines.n; first += n) {
        n = whole || matrix->lines.n - first < BLOCK_ROWS ? matrix->lines.n - first : BLOCK_ROWS;
        put_part_of_matrix(matrix, matrix->lines.at + first, n);
    }
    vec_free(matrix->page->library->mem, &columns);
}

/* What the marks mean that stand in this matrix. */
static void put_key(const struct matrix *matrix)
{
    struct page *page = matrix->page;
    bool used[EDGE_MARK_COUNT] = {false};
    VEC_EACH (const struct cell, cell, &matrix->cells) {
        used[mark_of_edge(&cell->edge)] = true;
        if (cell->edge.tentative)
            used[EDGE_TENTATIVE] = true;
    }
    put(page, "<ul class=\"legend\">");
    for (uint32_t mark = 0; mark < EDGE_MARK_COUNT; mark++)
        if (used[mark])
            put_key_entry(page, mark);
    put(page, "</ul>\n");
}

/* Says how many rows have no pair and are left out. */
static void put_without(const struct matrix *matrix)
{
    struct page *page = matrix->page;
    if (matrix->n_without == 0)
        return;
    put(page, "<p class=\"more\"><a href=\"");
    put_url(page, &page->guide->site.mappings[page->item].gaps, STR(""));
    put(page, "\">");
    put_counted(page, WORD_N_UNMAPPED, matrix->n_without);
    put(page, "</a></p>\n");
}

static void put_matrix(struct page *page, const struct mapping *mapping, bool reverse)
{
    struct matrix matrix = {page, mapping, reverse, .rows = reverse ? mapping->to : mapping->from,
                            .columns = reverse ? mapping->from : mapping->to};
    if (matrix.rows == NONE || matrix.columns == NONE)
        return;
    collect_cells(&matrix);
    collect_lines(&matrix);
    if (matrix.cells.n)
        put_key(&matrix);
    put_download(page, &page->guide->site.mappings[page->item].pairs_csv, WORD_PAIRS_AS_CSV);
    put_without(&matrix);
    put_blocks(&matrix);
    page->model = NONE;
    vec_free(page->library->mem, &matrix.cells);
    vec_free(page->library->mem, &matrix.lines);
}

static void emit_one(struct guide *guide, mapping_id id, bool reverse)
{
    const struct mapping *mapping = &guide->library->mappings.at[id];
    const struct site_mapping *files = &guide->site.mappings[id];
    struct page page = page_begin(guide, reverse ? &files->reverse : &files->matrix, SUBJECT_MAPPING, id, NONE);
    struct voice voice = voice_of_mapping(guide->library, id);
    put_part(&page, &voice, mapping->title, mapping->id, reverse ? WORD_REVERSE_MATRIX : WORD_MATRIX);
    put_views(&page, id);
    page_lead_end(&page);
    put_matrix(&page, mapping, reverse);
    if (!reverse)
        emit_pairs_csv(&page, id);
    page_end(&page);
}

void emit_matrix(struct guide *guide, mapping_id id)
{
    emit_one(guide, id, false);
    emit_one(guide, id, true);
}
