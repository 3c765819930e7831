/* What a mapping says of each of its sources. */

#include "emit/tables/tables.h"

#include "model/mapping/relation.h"
#include "model/view.h"

/* While rows are looked for; all by source. */
struct outcome_search {
    const struct library *library;
    const struct mapping *mapping;
    uint32_t n;
    uint32_t *rows;    /* the row that gives the outcome, or NONE */
    uint32_t *passing; /* the row that holds for what is inside, too, or NONE */
};

static uint32_t source_position(const struct outcome_search *search, component_id component)
{
    return view_position(search->library, search->mapping->from, component);
}

/* Which row of a source gives its outcome: one with targets, else an undecided one, else a gap. The
   same order as for coverage. */
static uint32_t rank_of(enum outcome outcome)
{
    static const uint8_t ranks[] = {
        [OUTCOME_TARGETS] = 0,
        [OUTCOME_UNDECIDED] = 1,
        [OUTCOME_NONE] = 2,
        [OUTCOME_NOT_APPLICABLE] = 3,
    };
    return ranks[outcome];
}

static void take_row(struct outcome_search *search, uint32_t i)
{
    const struct row *rows = search->library->rows.at + search->mapping->first_row, *row = &rows[i];
    bool passes = row->outcome == OUTCOME_NONE || row->outcome == OUTCOME_NOT_APPLICABLE;
    for (uint32_t k = row->first_source; k < row->first_source + row->n_sources; k++) {
        uint32_t source = source_position(search, search->library->members.at[k].component);
        uint32_t *there = &search->rows[source];
        if (*there == NONE || rank_of(row->outcome) < rank_of(rows[*there].outcome))
            *there = i;
        if (passes && search->passing[source] == NONE)
            search->passing[source] = i;
    }
}

/* `none` and `not-applicable` hold for what is inside and has no row. */
static void pass_down(struct outcome_search *search)
{
    const struct library *library = search->library;
    for (uint32_t i = 0; i < search->n; i++) {
        component_id id = view_component(library, search->mapping->from, i);
        component_id parent = library->components.at[id].parent;
        if (search->passing[i] == NONE && parent != NONE)
            search->passing[i] = search->passing[source_position(search, parent)];
        if (search->rows[i] == NONE)
            search->rows[i] = search->passing[i];
    }
}

bool edge_is_undecided(const struct edge *edge)
{
    return edge->possible & RELATE_DR && edge->possible != RELATE_DR;
}

static void take_derived_edges(struct outcome_search *search)
{
    const struct mapping *mapping = search->mapping;
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &search->library->edges.at[i];
        uint32_t *there = &search->rows[source_position(search, edge->from)];
        if (*there != DERIVED_TARGETS)
            *there = edge_is_undecided(edge) ? DERIVED_UNDECIDED : DERIVED_TARGETS;
    }
}

uint32_t *outcome_rows(const struct library *library, struct mem *mem, const struct mapping *mapping)
{
    struct outcome_search search = {.library = library, .mapping = mapping};
    search.n = view_count(library, mapping->from);
    size_t size = ((size_t)search.n + 1) * sizeof(uint32_t);
    search.rows = memset(mem_alloc(mem, size), 0xff, size);
    search.passing = memset(mem_alloc(mem, size), 0xff, size);
    if (mapping->derived)
        take_derived_edges(&search);
    for (uint32_t i = 0; i < mapping->n_rows && !mapping->derived; i++)
        take_row(&search, i);
    pass_down(&search);
    mem_free(mem, search.passing);
    return search.rows;
}
