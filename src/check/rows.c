/* The rows of mappings, each for itself and against one another. */

#include <stdlib.h>

#include "check/check.h"
#include "model/mapping/edges.h"
#include "model/mapping/relation.h"

void check_version(struct checking *checking, const struct mapping *mapping)
{
    const struct {
        model_id model;
        struct str version;
        struct span at;
    } sides[] = {
        {mapping->from, mapping->from_version, mapping->from_version_at},
        {mapping->to, mapping->to_version, mapping->to_version_at},
    };
    for (size_t i = 0; i < 2; i++) {
        if (sides[i].model == NONE || !sides[i].version.ptr)
            continue;
        const struct model *model = &checking->library->models.at[sides[i].model];
        uint32_t n_findings = checking->diag->findings.n;
        if (!model->header.version.ptr)
            help(report(checking->diag, sides[i].at, MSG_no_version, v_string(sides[i].version),
                        v_name(name_in(checking, model->id))),
                 MSG_help_no_version, v_string(sides[i].version));
        else if (!str_eq(model->header.version, sides[i].version))
            report(checking->diag, sides[i].at, MSG_other_version, v_string(sides[i].version),
                   v_name(name_in(checking, model->id)), v_string(model->header.version));
        about_since(checking->diag, n_findings, name_in(checking, mapping->id));
    }
}

/* ---- What rows name ---- */

/* The only successor of a withdrawn component, or NONE. */
static component_id successor_of(const struct library *library, component_id id)
{
    component_id successor = NONE;
    uint32_t first, end = library_references(library, id, &first), n = 0;
    for (uint32_t i = first; i < end; i++)
        if (library->references.at[i].property == BUILTIN_REPLACED_BY) {
            successor = library->references.at[i].target;
            n++;
        }
    return n == 1 ? successor : NONE;
}

/* The component itself, or the one around it that is withdrawn. */
static const struct component *withdrawn_part(const struct library *library, component_id id)
{
    while (library->components.at[id].status != STATUS_WITHDRAWN)
        id = library->components.at[id].parent;
    return &library->components.at[id];
}

static void report_withdrawn(struct checking *checking, const struct mapping *mapping, const struct row *row,
                             const struct member *member)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[member->component];
    struct finding *finding =
        report(checking->diag, member->id_at, MSG_withdrawn, v_name(name_in(checking, component->id)));
    label(finding, withdrawn_part(library, member->component)->at, MSG_label_withdrawn_here);
    about_source(checking, finding, mapping, library->members.at[row->first_source].component);
    component_id successor = successor_of(library, member->component);
    if (successor == NONE || member->in_run)
        return;
    struct str path = path_of(checking, successor);
    struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_replace_by, v_name(path));
    fix_edit(finding, fix, member->at, path);
}

static void check_row_members(struct checking *checking, const struct mapping *mapping, const struct row *row)
{
    const struct library *library = checking->library;
    uint32_t n = row->n_sources + row->n_targets;
    for (uint32_t i = 0; i < n; i++) {
        bool is_source = i < row->n_sources;
        uint32_t k = is_source ? row->first_source + i : row->first_target + (i - row->n_sources);
        const struct member *member = &library->members.at[k];
        if (library->components.at[member->component].withdrawn) {
            report_withdrawn(checking, mapping, row, member);
            continue;
        }
        if (is_source || !relation_is_overlapping(row->relation) ||
            library_kind(library, member->component)->importance != IMPORTANCE_INFORMATIVE)
            continue;
        struct finding *finding =
            report(checking->diag, member->id_at, MSG_informative_target, v_name(path_of(checking, member->component)));
        about_source(checking, finding, mapping, library->members.at[row->first_source].component);
    }
}

void check_members(struct checking *checking, const struct mapping *mapping)
{
    for (uint32_t i = 0; i < mapping->n_rows; i++)
        check_row_members(checking, mapping, &checking->library->rows.at[mapping->first_row + i]);
}

/* ---- Outcomes ---- */

/* A source as one row has it. */
struct source_row {
    component_id source;
    uint32_t row;
};

typedef VEC(struct source_row) source_rows;

static int by_source(const void *a, const void *b)
{
    const struct source_row *one = a, *other = b;
    if (one->source != other->source)
        return one->source < other->source ? -1 : 1;
    return (one->row > other->row) - (one->row < other->row);
}

static bool excludes_targets(enum outcome outcome)
{
    return outcome == OUTCOME_NONE || outcome == OUTCOME_NOT_APPLICABLE;
}

/* Looks for a row with targets beside one that says that there are none. */
static void check_source(struct checking *checking, const struct mapping *mapping, const struct source_row *rows,
                         uint32_t n)
{
    const struct library *library = checking->library;
    const struct row *outcome = NULL, *targets = NULL;
    for (uint32_t i = 0; i < n; i++) {
        const struct row *row = &library->rows.at[rows[i].row];
        if (excludes_targets(row->outcome))
            outcome = row;
        else if (row->outcome == OUTCOME_TARGETS && relation_is_overlapping(row->relation))
            targets = row;
    }
    if (!outcome || !targets)
        return;
    struct finding *finding = report(checking->diag, outcome->outcome_at, MSG_outcome_elsewhere_targets,
                                     v_name(name_in(checking, library->components.at[rows->source].id)),
                                     v_name(str_of(outcome_name(outcome->outcome))));
    label(finding, targets->n_targets ? library->members.at[targets->first_target].at : targets->at,
          MSG_label_targets_here);
    help(finding, MSG_help_one_row, v_name(name_in(checking, library->components.at[rows->source].id)));
    about_source(checking, finding, mapping, rows->source);
}

void check_outcomes(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    source_rows all = {0};
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        for (uint32_t s = row->first_source; s < row->first_source + row->n_sources; s++) {
            struct source_row source = {library->members.at[s].component, i};
            vec_push(checking->mem, &all, source);
        }
        if (row->outcome != OUTCOME_UNDECIDED)
            continue;
        component_id source = library->members.at[row->first_source].component;
        struct finding *finding = report(checking->diag, row->outcome_at, MSG_undecided,
                                         v_name(name_in(checking, library->components.at[source].id)));
        about_source(checking, finding, mapping, source);
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_source);
    for (uint32_t start = 0, end; start < all.n; start = end) {
        for (end = start + 1; end < all.n && all.at[end].source == all.at[start].source;)
            end++;
        check_source(checking, mapping, all.at + start, end - start);
    }
    vec_free(checking->mem, &all);
}

/* ---- Fit ---- */

static bool wants_fit(const struct row *row)
{
    return row->outcome == OUTCOME_TARGETS && relation_is_overlapping(row->relation);
}

/* Where some rows say how well their targets fit, all do. */
void check_fits(struct checking *checking, const struct mapping *mapping)
{
    const struct row *rows = checking->library->rows.at + mapping->first_row, *judged = NULL;
    for (uint32_t i = 0; i < mapping->n_rows && !judged; i++)
        judged = wants_fit(&rows[i]) && rows[i].fit != FIT_UNSAID ? &rows[i] : NULL;
    for (uint32_t i = 0; i < mapping->n_rows && judged; i++) {
        if (!wants_fit(&rows[i]) || rows[i].fit != FIT_UNSAID)
            continue;
        component_id source = checking->library->members.at[rows[i].first_source].component;
        struct finding *finding = report(checking->diag, rows[i].at, MSG_no_fit, v_name(path_of(checking, source)));
        label(finding, judged->at, MSG_label_has_fit);
        help(finding, MSG_help_fit);
        about_source(checking, finding, mapping, source);
    }
}

/* ---- Parents ---- */

static bool edge_overlaps(const struct library *library, const struct mapping *mapping, const struct edge *edge)
{
    uint32_t n;
    const uint32_t *rows = library_edge_rows(library, mapping, edge, &n);
    for (uint32_t i = 0; i < n; i++)
        if (relation_is_overlapping(library->rows.at[rows[i]].relation))
            return true;
    return false;
}

/* Where the rows of an edge name its target. */
static struct span target_span(const struct library *library, const struct mapping *mapping, const struct edge *edge)
{
    uint32_t n;
    const uint32_t *rows = library_edge_rows(library, mapping, edge, &n);
    const struct row *row = &library->rows.at[rows[0]];
    for (uint32_t t = row->first_target; t < row->first_target + row->n_targets; t++)
        if (library->members.at[t].component == edge->to)
            return library->members.at[t].at;
    return row->at;
}

/* The nearest component around the source that is mapped to the same target, or NONE. */
static uint32_t edge_above(const struct library *library, const struct mapping *mapping, const struct edge *edge)
{
    component_id a = library->components.at[edge->from].parent;
    for (; a != NONE; a = library->components.at[a].parent) {
        uint32_t above = edge_between(library, mapping, a, edge->to);
        if (above != NONE && edge_overlaps(library, mapping, &library->edges.at[above]))
            return above;
    }
    return NONE;
}

void check_redundant_parents(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    if (mapping->derived)
        return;
    struct map reported = map_on(checking->mem); /* edge of the parent -> it is reported */
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &library->edges.at[i];
        uint32_t above = edge_overlaps(library, mapping, edge) ? edge_above(library, mapping, edge) : NONE;
        if (above == NONE || map_find(&reported, above))
            continue;
        map_at(&reported, above, 1);
        const struct edge *parent = &library->edges.at[above];
        struct finding *finding = report(checking->diag, target_span(library, mapping, parent), MSG_redundant_parent,
                                         v_name(name_in(checking, library->components.at[parent->from].id)),
                                         v_name(name_in(checking, library->components.at[edge->from].id)),
                                         v_name(path_of(checking, edge->to)));
        label(finding, target_span(library, mapping, edge), MSG_label_inner_row);
        about_source(checking, finding, mapping, parent->from);
    }
    map_free(&reported);
}
