/* What a mapping expects to be mapped and covered. */

#include "check/check.h"
#include "model/coverage.h"
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

/* The row with targets of the nearest component of the kind around a source, or NULL. */
static const struct row *row_above(const struct expecting *expecting, component_id id)
{
    const struct library *library = expecting->checking->library;
    kind_id kind = library->components.at[id].kind;
    component_id a = library->components.at[id].parent;
    for (; a != NONE; a = library->components.at[a].parent) {
        uint32_t row = map_get(&expecting->rows, a, NONE);
        if (library->components.at[a].kind == kind && row != NONE)
            return &library->rows.at[row];
    }
    return NULL;
}

static void report_unmapped(const struct expecting *expecting, const struct expectation *expectation,
                            component_id id)
{
    struct checking *checking = expecting->checking;
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[id];
    const struct row *above = row_above(expecting, id);
    struct str path = path_of(checking, id);
    struct finding *finding;
    if (above) {
        component_id parent = library->members.at[above->first_source].component;
        finding = report(checking->diag, library->members.at[above->first_source].at, MSG_child_unmapped,
                         v_name(name_in(checking, library->components.at[parent].id)), v_name(path));
    } else {
        finding = report(checking->diag, expectation->at, MSG_source_unmapped, v_name(path),
                         v_text(component->title));
    }
    label(finding, component->at, MSG_label_no_row);
    about_source(checking, finding, expecting->mapping, id);
}

static void report_uncovered(struct checking *checking, const struct expectation *expectation, component_id id)
{
    const struct component *component = &checking->library->components.at[id];
    struct finding *finding = report(checking->diag, expectation->at, MSG_target_uncovered,
                                     v_name(path_of(checking, id)), v_text(component->title));
    label(finding, component->at, MSG_label_not_reached);
    about_component(checking, finding, id);
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
        check_expectation(&expecting, &sides[e->covered], e);
    }
    map_free(&expecting.rows);
}
