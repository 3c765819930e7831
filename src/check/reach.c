/* How far rows reach: many targets of one source, many sources of one target, targets of several levels. */

#include "check/check.h"
#include "model/mapping/relation.h"
#include "model/view.h"

/* Whoever reads a row wants to see what answers it. In the mapping of ISO/IEC 20000-1 to CMMI-SVC that comes with
   prmc 18 of the 20 sources with targets have at most 8, the two others 10; its 30 targets have at most 6 sources,
   and nobody is to be told who has twice as many. */
enum { FAN_OUT_MOST = 8, FAN_IN_MOST = 12 };

/* Levels 4 and 5 of CMMI are called high maturity; what a standard asks of everybody seldom needs them. */
enum { HIGH_LEVEL = 4 };

/* ---- Fans ---- */

/* The first row with a relation that overlaps among those of an edge, NULL if there is none. */
static const struct row *overlapping_row(const struct library *library, const struct mapping *mapping,
                                         const struct edge *edge)
{
    uint32_t n;
    const uint32_t *rows = library_edge_rows(library, mapping, edge, &n);
    for (uint32_t i = 0; i < n; i++) {
        const struct row *row = &library->rows.at[rows[i]];
        if (relation_is_overlapping(row->relation))
            return row;
    }
    return NULL;
}

static struct span member_span(const struct library *library, const struct row *row, component_id component)
{
    for (uint32_t i = row->first_source; i < row->first_source + row->n_sources; i++)
        if (library->members.at[i].component == component)
            return library->members.at[i].at;
    for (uint32_t i = row->first_target; i < row->first_target + row->n_targets; i++)
        if (library->members.at[i].component == component)
            return library->members.at[i].at;
    return row->at;
}

/* Labels all rows of the edges, each once, but the first of them. */
static void label_rows(struct checking *checking, struct finding *finding, const struct mapping *mapping,
                       const struct row *first, const struct edge *edges, uint32_t n, component_id component)
{
    const struct row *before = first;
    for (uint32_t i = 0; i < n; i++) {
        const struct row *row = overlapping_row(checking->library, mapping, &edges[i]);
        if (row && row > before)
            label(finding, member_span(checking->library, row, component), MSG_label_more_targets);
        before = row && row > before ? row : before;
    }
}

void check_fan_out(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    const struct edge *edges = library->edges.at + mapping->first_edge;
    if (mapping->derived)
        return;
    for (uint32_t start = 0, end; start < mapping->n_edges; start = end) {
        const struct row *first = NULL;
        uint32_t n = 0;
        for (end = start; end < mapping->n_edges && edges[end].from == edges[start].from; end++) {
            const struct row *row = overlapping_row(library, mapping, &edges[end]);
            n += row != NULL;
            first = row && (!first || row < first) ? row : first;
        }
        if (n <= FAN_OUT_MOST)
            continue;
        struct finding *finding = report(checking->diag, member_span(library, first, edges[start].from),
                                         MSG_wide_fan_out, v_name(path_of(checking, edges[start].from)), v_number(n));
        label_rows(checking, finding, mapping, first, edges + start, end - start, edges[start].from);
        about_source(checking, finding, mapping, edges[start].from);
    }
}

void check_fan_in(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    uint32_t *counts =
        arena_array(&checking->scratch, uint32_t, mapping->derived ? 1 : view_count(library, mapping->to) + 1);
    for (uint32_t i = mapping->first_edge; !mapping->derived && i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &library->edges.at[i];
        const struct row *row = overlapping_row(library, mapping, edge);
        if (row && ++counts[view_position(library, mapping->to, edge->to)] == FAN_IN_MOST + 1) {
            struct finding *finding = report(checking->diag, member_span(library, row, edge->to), MSG_wide_fan_in,
                                             v_name(path_of(checking, edge->to)), v_number(FAN_IN_MOST));
            about_component(checking, finding, edge->to);
        }
    }
}

/* ---- Levels of detail ---- */

static uint32_t depth_of(const struct library *library, component_id id)
{
    uint32_t depth = 0;
    while ((id = sibling_parent(library, id)) != NONE)
        depth++;
    return depth;
}

static bool is_expected(const struct library *library, const struct mapping *mapping, kind_id kind)
{
    for (uint32_t i = 0; i < mapping->n_expectations; i++) {
        const struct expectation *e = &library->expectations.at[mapping->first_expectation + i];
        if (e->covered && e->kind == kind)
            return true;
    }
    return false;
}

/* The first target of a row whose kind and depth are other than those of its first, NULL if there is none. Informative
   targets are reported as such. */
static const struct member *other_level(const struct library *library, const struct row *row)
{
    const struct member *targets = library->members.at + row->first_target;
    for (uint32_t i = 1; i < row->n_targets && relation_is_overlapping(row->relation); i++)
        if (library->components.at[targets[i].component].kind != library->components.at[targets[0].component].kind &&
            library_kind(library, targets[i].component)->importance != IMPORTANCE_INFORMATIVE &&
            depth_of(library, targets[i].component) != depth_of(library, targets[0].component))
            return &targets[i];
    return NULL;
}

/* One finding for a mapping: it is a habit of its author, not a slip. */
void check_granularity(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    const struct member *first = NULL, *other = NULL;
    uint32_t n = 0;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        const struct member *found = row->n_targets ? other_level(library, row) : NULL;
        if (!found || (is_expected(library, mapping, library->components.at[found->component].kind) &&
                       is_expected(library, mapping,
                                   library->components.at[library->members.at[row->first_target].component].kind)))
            continue;
        n++;
        other = other ? other : found;
        first = first ? first : &library->members.at[row->first_target];
    }
    if (n == 0)
        return;
    struct finding *finding =
        report(checking->diag, other->at, MSG_mixed_granularity, v_name(kind_name(checking, first->component)),
               v_name(kind_name(checking, other->component)), v_number(n));
    label(finding, first->at, MSG_label_other_level);
    kind_id missing =
        library->components
            .at[is_expected(library, mapping, library->components.at[first->component].kind) ? other->component
                                                                                             : first->component]
            .kind;
    help(finding, MSG_help_expect_kind, v_name(name_in(checking, library->kinds.at[missing].name)));
    about_since(checking->diag, checking->diag->findings.n - 1, name_in(checking, mapping->id));
}

/* ---- Maturity ---- */

/* The maturity level that a component states, 0 if it states none. */
static int64_t level_of(const struct library *library, component_id id)
{
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct property *property = &library->properties.at[library->attributes.at[i].property];
        if (property->type == PROPERTY_INTEGER &&
            str_eq(atom_text(library->atoms, property->name), STR("maturity-level")))
            return library->attributes.at[i].number;
    }
    return 0;
}

static void check_row_level(struct checking *checking, const struct mapping *mapping, const struct row *row)
{
    const struct library *library = checking->library;
    component_id source = library->members.at[row->first_source].component;
    struct finding *finding = NULL;
    for (uint32_t t = row->first_target; t < row->first_target + row->n_targets; t++) {
        const struct member *target = &library->members.at[t];
        int64_t level = level_of(library, target->component);
        if (level < HIGH_LEVEL || level_of(library, source) >= level)
            continue;
        if (finding) {
            label(finding, target->at, MSG_label_high_level);
            continue;
        }
        finding = report(checking->diag, target->at, MSG_high_level_target,
                         v_name(path_of(checking, target->component)), v_number((uint32_t)level));
        about_source(checking, finding, mapping, source);
    }
}

void check_levels(struct checking *checking, const struct mapping *mapping)
{
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &checking->library->rows.at[i];
        if (row->outcome == OUTCOME_TARGETS && relation_is_overlapping(row->relation) && row->n_sources &&
            !row->rationale.len && !row->note.len)
            check_row_level(checking, mapping, row);
    }
}
