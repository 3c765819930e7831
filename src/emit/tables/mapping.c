/* The tables of a mapping: see struct prm_mapping in prm/tables.h. */

#include "emit/tables/tables.h"

#include "emit/tables/literal.h"
#include "emit/tables/pool.h"
#include "model/cnames.h"
#include "model/mapping/coverage.h"
#include "model/mapping/relation.h"
#include "model/view.h"
#include "prm/tables.h"

_Static_assert((int)RELATE_EQ == PRM_EQ && (int)RELATE_SUB == PRM_SUB && (int)RELATE_SUP == PRM_SUP &&
                   (int)RELATE_INT == PRM_INT && (int)RELATE_DR == PRM_DR,
               "relations have the same bits in the tables");

/* An edge as the tables have it. */
struct table_edge {
    uint32_t ends[2]; /* positions of source and target */
    uint32_t first, n_rows;
    uint32_t possible, flags;
};

struct mapping_tables {
    const struct library *library;
    struct mem *mem;
    const struct mapping *mapping;
    model_id models[2];
    uint32_t n[2]; /* components on each side */
    struct pool text;
    struct buf starts[2], edge_rows, source_rows, rows;
    uint32_t *orders[2]; /* the edges by source, by target */
    uint32_t n_rows, n_edge_rows;
    VEC(struct table_edge) edges;
    struct prm_mapping object; /* its numbers; where the columns lie is not known yet */
};

static uint32_t position_of(const struct mapping_tables *t, uint32_t side, component_id component)
{
    return view_position(t->library, t->models[side], component);
}

/* ---- Rows ---- */

static void add_row(struct mapping_tables *t, const uint8_t bytes[8], struct str rationale, struct str note,
                    struct str source)
{
    buf_add(&t->rows, bytes, 8);
    column_add(&t->rows, pool_add(&t->text, rationale));
    column_add(&t->rows, pool_add(&t->text, note));
    column_add(&t->rows, pool_add(&t->text, source));
    t->n_rows++;
}

static void add_plain_row(struct mapping_tables *t, enum prm_outcome outcome)
{
    const uint8_t bytes[8] = {0, 0, (uint8_t)outcome, 0, 0, 0, 0, 0};
    add_row(t, bytes, STR_NONE, STR_NONE, STR_NONE);
}

static void add_rows(struct mapping_tables *t)
{
    const struct mapping *mapping = t->mapping;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &t->library->rows.at[i];
        uint32_t strength = row->strength == NONE ? 0 : row->strength + 1;
        const uint8_t bytes[8] = {
            (uint8_t)(row->relation + 1), (uint8_t)(row->written + 1),  (uint8_t)(row->outcome + 1), (uint8_t)row->fit,
            (uint8_t)row->confidence,     (uint8_t)row->rationale_kind, (uint8_t)strength,           0,
        };
        add_row(t, bytes, row->rationale, row->note, row->source);
    }
    if (mapping->derived) {
        add_plain_row(t, PRM_TARGETS); /* DERIVED_TARGETS */
        add_plain_row(t, PRM_UNDECIDED);
    }
}

/* ---- Edges ---- */

/* How much a row weighs for an edge: 0 for firm ones, which decide if there are any, then tentative
   ones, then supportive ones. */
static uint32_t weight_of(const struct mapping_tables *t, const struct row *row, component_id target)
{
    if (relation_is_supportive(row->relation))
        return 2;
    for (uint32_t i = row->first_target; i < row->first_target + row->n_targets; i++) {
        const struct member *member = &t->library->members.at[i];
        if (member->component == target && !member->tentative)
            return 0;
    }
    return 1;
}

static void add_edge_row(struct mapping_tables *t, uint32_t row)
{
    column_add(&t->edge_rows, row);
    t->n_edge_rows++;
}

/* A row that names a pair twice stands there twice. */
static void add_edge_rows(struct mapping_tables *t, const struct edge *edge)
{
    uint32_t n;
    const uint32_t *rows = library_edge_rows(t->library, t->mapping, edge, &n);
    for (uint32_t weight = 0; weight < 3; weight++)
        for (uint32_t i = 0; i < n; i++)
            if ((i == 0 || rows[i] != rows[i - 1]) && weight_of(t, &t->library->rows.at[rows[i]], edge->to) == weight)
                add_edge_row(t, rows[i] - t->mapping->first_row);
}

static void add_edge(struct mapping_tables *t, const struct edge *edge)
{
    struct table_edge made = {
        .ends = {position_of(t, 0, edge->from), position_of(t, 1, edge->to)},
        .first = t->n_edge_rows,
        .possible = edge->possible,
        .flags = (edge->tentative ? (uint32_t)PRM_TENTATIVE : 0) |
                 (edge->is_supportive ? (uint32_t)PRM_SUPPORTIVE : 0) |
                 (t->mapping->derived ? (uint32_t)PRM_DERIVED : 0),
    };
    if (t->mapping->derived)
        add_edge_row(t, edge_is_undecided(edge) ? DERIVED_UNDECIDED : DERIVED_TARGETS);
    else
        add_edge_rows(t, edge);
    made.n_rows = t->n_edge_rows - made.first;
    vec_push(t->mem, &t->edges, made);
}

static void add_edges(struct mapping_tables *t)
{
    const struct mapping *mapping = t->mapping;
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++)
        add_edge(t, &t->library->edges.at[i]);
    column_add(&t->edge_rows, t->n_rows); /* for edges that are none */
}

/* Orders the edges by one of their ends, those of one end as they are; `starts` becomes the start
   of each end's edges, one more than there are ends. */
static uint32_t *order_edges(struct mapping_tables *t, uint32_t side)
{
    uint32_t n = t->n[side], sum = 0;
    uint32_t *next = mem_alloc(t->mem, ((size_t)n + 1) * sizeof *next);
    uint32_t *order = mem_alloc(t->mem, ((size_t)t->edges.n + 1) * sizeof *order);
    memset(next, 0, ((size_t)n + 1) * sizeof *next);
    for (uint32_t i = 0; i < t->edges.n; i++)
        next[t->edges.at[i].ends[side]]++;
    for (uint32_t i = 0; i <= n; i++) {
        uint32_t count = next[i];
        column_add(&t->starts[side], sum);
        next[i] = sum;
        sum += count;
    }
    for (uint32_t i = 0; i < t->edges.n; i++)
        order[next[t->edges.at[i].ends[side]]++] = i;
    mem_free(t->mem, next);
    return order;
}

static void add_source_rows(struct mapping_tables *t)
{
    uint32_t *rows = outcome_rows(t->library, t->mem, t->mapping);
    for (uint32_t i = 0; i < t->n[0]; i++)
        column_add(&t->source_rows, rows[i] == NONE ? t->n_rows : rows[i]);
    column_add(&t->source_rows, t->n_rows);
    mem_free(t->mem, rows);
}

/* As prm_coverage_from() reads it. */
static const uint8_t coverage_codes[COVERAGE_COUNT] = {
    [COVERAGE_FULL] = PRM_FULLY,         [COVERAGE_PARTIAL] = PRM_PARTLY, [COVERAGE_TENTATIVE] = PRM_TENTATIVELY,
    [COVERAGE_UNDECIDED] = PRM_OPEN,     [COVERAGE_GAP] = PRM_NOWHERE,    [COVERAGE_NOT_APPLICABLE] = PRM_EXEMPT,
    [COVERAGE_UNMAPPED] = PRM_UNCOVERED,
};

/* Behind the rows of the sources. */
static void add_coverage(struct mapping_tables *t, uint32_t side)
{
    struct arena arena = arena_on(t->mem);
    struct coverage coverage = coverage_of(t->library, &arena, t->mapping, side == 1);
    for (uint32_t i = 0; i < t->n[side]; i++)
        buf_char(&t->source_rows, (char)(coverage_codes[coverage.classes[i]] ^ 0x20));
    buf_char(&t->source_rows, PRM_UNCOVERED ^ 0x20);
    arena_free(&arena);
}

static void add_names(struct mapping_tables *t)
{
    t->object.id = pool_add(&t->text, atom_text(t->library->atoms, t->mapping->id));
    t->object.title = pool_add(&t->text, t->mapping->title);
    t->object.version = pool_add(&t->text, t->mapping->header.version);
}

static struct mapping_tables make_tables(const struct library *library, struct mem *mem, const struct mapping *mapping)
{
    struct buf none = buf_on(mem);
    struct mapping_tables t = {
        .library = library,
        .mem = mem,
        .mapping = mapping,
        .models = {mapping->from, mapping->to},
        .n = {view_count(library, mapping->from), view_count(library, mapping->to)},
        .starts = {none, none},
        .edge_rows = none,
        .source_rows = none,
        .rows = none,
    };
    pool_init(&t.text, mem);
    add_names(&t);
    add_rows(&t);
    add_edges(&t);
    for (uint32_t side = 0; side < 2; side++)
        t.orders[side] = order_edges(&t, side);
    add_source_rows(&t);
    add_coverage(&t, 0);
    add_coverage(&t, 1);
    t.object.n_edge_rows = t.n_edge_rows;
    t.object.n_rows = t.n_rows;
    add_plain_row(&t, PRM_UNMAPPED); /* behind the last: what is said where nothing is said */
    return t;
}

/* ---- The file ---- */

/* The edges are no literal: programs see them as an array of structures. */
static void write_edges(struct buf *out, enum literal_form form, const struct mapping_tables *t, uint32_t side)
{
    static const char *const names[] = {"by_source", "by_target"};
    static const char *const starts[] = {"sources", "targets"};
    literal_bytes(out, form, starts[side], &t->starts[side]);
    buf_printf(out, "\nstatic const struct prm_edge %s[] = {", names[side]);
    for (uint32_t i = 0; i < t->edges.n; i++) {
        const struct table_edge *edge = &t->edges.at[t->orders[side][i]];
        buf_printf(out, "%s{%u,%u,%u,%u,%u},", i % 8 ? " " : "\n", edge->ends[1 - side], edge->first, edge->n_rows,
                   edge->possible, edge->flags);
    }
    buf_text(out, t->edges.n ? "\n};\n" : "{0, 0, 0, 0, 0}};\n");
}

static void write_object(struct buf *out, const struct mapping_tables *t)
{
    const struct library *library = t->library;
    const struct prm_mapping *map = &t->object;
    buf_text(out, "\nconst struct prm_mapping ");
    cname_object(out, atom_text(library->atoms, t->mapping->id));
    buf_text(out, " = {\n");
    for (uint32_t side = 0; side < 2; side++) {
        buf_char(out, '&');
        cname_object(out, atom_text(library->atoms, library->models.at[t->models[side]].id));
        buf_text(out, ", ");
    }
    buf_printf(out, "%u, %u, %u, %u, %u,\n", map->n_edge_rows, map->n_rows, map->id, map->title, map->version);
    buf_text(out, "{sources, targets}, {by_source, by_target},\n"
                  "edge_rows, source_rows, rows, text\n};\n");
}

static void free_tables(struct mapping_tables *t)
{
    struct buf *columns[] = {&t->starts[0], &t->starts[1], &t->edge_rows, &t->source_rows, &t->rows};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        buf_free(columns[i]);
    mem_free(t->mem, t->orders[0]);
    mem_free(t->mem, t->orders[1]);
    pool_free(&t->text);
    vec_free(t->mem, &t->edges);
}

void mapping_source(struct buf *out, enum literal_form form, const struct library *library, struct mem *mem,
                    const struct mapping *mapping)
{
    struct mapping_tables t = make_tables(library, mem, mapping);
    write_edges(out, form, &t, 0);
    write_edges(out, form, &t, 1);
    literal_bytes(out, form, "source_rows", &t.source_rows);
    literal_bytes(out, form, "edge_rows", &t.edge_rows);
    literal_bytes(out, form, "rows", &t.rows);
    literal_strings(out, form, "text", &t.text.bytes);
    write_object(out, &t);
    free_tables(&t);
}

/* ---- In memory ---- */

static const struct prm_edge *edges_of(const struct mapping_tables *t, uint32_t side)
{
    struct prm_edge *edges = mem_alloc(t->mem, ((size_t)t->edges.n + 1) * sizeof *edges);
    for (uint32_t i = 0; i < t->edges.n; i++) {
        const struct table_edge *edge = &t->edges.at[t->orders[side][i]];
        edges[i] = (struct prm_edge){edge->ends[1 - side], edge->first, edge->n_rows, (uint8_t)edge->possible,
                                     (uint8_t)edge->flags};
    }
    return edges;
}

static const unsigned char *bytes_of(struct buf *column)
{
    return (const unsigned char *)buf_cstr(column);
}

const struct prm_mapping *mapping_tables(const struct library *library, struct mem *mem, const struct mapping *mapping,
                                         const struct prm_model *from, const struct prm_model *to)
{
    struct mapping_tables t = make_tables(library, mem, mapping);
    struct prm_mapping *made = mem_alloc(mem, sizeof *made);
    *made = t.object;
    made->from = from;
    made->to = to;
    for (uint32_t side = 0; side < 2; side++) {
        made->starts[side] = bytes_of(&t.starts[side]);
        made->edges[side] = edges_of(&t, side);
    }
    made->edge_rows = bytes_of(&t.edge_rows);
    made->source_rows = bytes_of(&t.source_rows);
    made->rows = bytes_of(&t.rows);
    made->text = buf_cstr(&t.text.bytes);
    mem_free(mem, t.orders[0]);
    mem_free(mem, t.orders[1]);
    map_free(&t.text.places);
    vec_free(mem, &t.edges);
    return made;
}
