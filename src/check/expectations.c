/* What a mapping expects to be mapped and covered. */

#include "check/check.h"
#include "model/mapping/coverage.h"
#include "model/view.h"

/* The mapping whose expectations are checked. */
struct expecting {
    struct checking *checking;
    const struct mapping *mapping;
    struct map rows; /* source -> its first row with targets */
};

static void index_rows(struct expecting *expecting)
{
    const struct library *library = expecting->checking->library;
    const struct mapping *mapping = expecting->mapping;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        for (uint32_t s = row->first_source; s < row->first_source + row->n_sources; s++)
            if (row->outcome == OUTCOME_TARGETS)
                map_at(&expecting->rows, library->members.at[s].component, i);
    }
}

/* The nearest component of the same kind around a source that has targets, or NONE; `*row` is its row. */
static component_id mapped_above(const struct expecting *expecting, component_id id, const struct row **row)
{
    const struct library *library = expecting->checking->library;
    kind_id kind = library->components.at[id].kind;
    component_id a = library->components.at[id].parent;
    for (; a != NONE; a = library->components.at[a].parent) {
        uint32_t found = map_get(&expecting->rows, a, NONE);
        if (library->components.at[a].kind != kind || found == NONE)
            continue;
        *row = &library->rows.at[found];
        return a;
    }
    return NONE;
}

/* Where a row names a source. */
static struct span source_span(const struct library *library, const struct row *row, component_id source)
{
    for (uint32_t s = row->first_source; s < row->first_source + row->n_sources; s++)
        if (library->members.at[s].component == source)
            return library->members.at[s].at;
    return row->at;
}

static void report_unmapped(const struct expecting *expecting, const struct expectation *expectation, component_id id)
{
    struct checking *checking = expecting->checking;
    const struct library *library = checking->library;
    const struct row *row = NULL;
    component_id above = mapped_above(expecting, id, &row);
    bool derived = expecting->mapping->derived;
    struct finding *finding;
    if (above != NONE)
        finding = report(checking->diag, source_span(library, row, above), MSG_child_unmapped,
                         v_name(name_in(checking, library->components.at[above].id)), v_name(path_of(checking, id)));
    else
        finding = report(checking->diag, expectation->at, derived ? MSG_source_unrelated : MSG_source_unmapped,
                         v_text(titled(checking, id)));
    label(finding, library->components.at[id].at, derived ? MSG_label_unrelated : MSG_label_no_row);
    about_source(checking, finding, expecting->mapping, id);
}

static void report_uncovered(struct checking *checking, const struct expectation *expectation, component_id id)
{
    struct finding *finding =
        report(checking->diag, expectation->at, MSG_target_uncovered, v_text(titled(checking, id)));
    label(finding, checking->library->components.at[id].at, MSG_label_not_reached);
    about_component(checking, finding, id);
}

static bool counts_any(const struct library *library, const struct coverage *coverage,
                       const struct coverage_scope *scope)
{
    for (uint32_t i = 0; i < view_count(library, coverage->model); i++)
        if (coverage_counts(library, coverage, scope, i))
            return true;
    return false;
}

/* An expectation, or a part of one, that no component can fail. */
static void check_vacuous(struct checking *checking, const struct coverage *coverage, const struct expectation *e)
{
    const struct library *library = checking->library;
    struct value kind = v_name(name_in(checking, library->kinds.at[e->kind].name));
    struct coverage_scope scope = {e->covered, e->kind, e->first_within, 0, e};
    if (!counts_any(library, coverage, &scope)) {
        report(checking->diag, e->at, MSG_expects_nothing, kind, v_text(e->covered ? STR("covered") : STR("mapped")));
        return;
    }
    for (scope.n_within = 1; scope.first_within < e->first_within + e->n_within; scope.first_within++)
        if (!counts_any(library, coverage, &scope))
            help(report(checking->diag, e->at, MSG_expects_nothing_in, kind,
                        v_name(path_of(checking, library->within.at[scope.first_within]))),
                 MSG_help_expect_all, kind);
}

static void check_expectation(const struct expecting *expecting, const struct coverage *coverage,
                              const struct expectation *e)
{
    const struct library *library = expecting->checking->library;
    struct coverage_scope scope = {e->covered, e->kind, e->first_within, e->n_within, e};
    for (uint32_t i = 0; i < view_count(library, coverage->model); i++) {
        if (!coverage_counts(library, coverage, &scope, i))
            continue;
        component_id id = view_component(library, coverage->model, i);
        bool said = coverage->has_row[i] || coverage->outcome[i] != OUTCOME_TARGETS;
        if (e->covered && !coverage->reached[i])
            report_uncovered(expecting->checking, e, id);
        else if (!e->covered && !said)
            report_unmapped(expecting, e, id);
    }
}

void check_expectations(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    if (mapping->n_expectations == 0)
        return;
    struct expecting expecting = {checking, mapping, map_on(checking->mem)};
    index_rows(&expecting);
    struct coverage sides[2];
    for (int side = 0; side < 2; side++)
        sides[side] = coverage_of(library, &checking->scratch, mapping, side == 1);
    for (uint32_t i = 0; i < mapping->n_expectations; i++) {
        const struct expectation *e = &library->expectations.at[mapping->first_expectation + i];
        check_vacuous(checking, &sides[e->covered], e);
        check_expectation(&expecting, &sides[e->covered], e);
    }
    map_free(&expecting.rows);
}
