/* Whether what authors judge goes together: strength with relation, the fit of a parent with that of its parts. */

#include "check/check.h"
#include "model/mapping/relation.h"
#include "model/view.h"

/* ---- Strength ---- */

/* NIST IR 8477 gives a strength beside the relation: how much the two have in common, of 10. So it is 10 for
   what is equal, 0 for what is unrelated, and neither for all else. */
static bool strength_fits(enum relation relation, uint32_t strength)
{
    switch (relation) {
    case RELATION_EQUALS:
    case RELATION_EQUIVALENT_TO: return strength == 10;
    case RELATION_UNRELATED_TO: return strength == 0;
    default: return strength > 0 && strength < 10;
    }
}

/* True if a row says that there are no targets. */
static bool has_no_targets(const struct row *row)
{
    return row->outcome == OUTCOME_NONE || row->outcome == OUTCOME_NOT_APPLICABLE;
}

static void about_row(struct checking *checking, struct finding *finding, const struct mapping *mapping,
                      const struct row *row)
{
    about_source(checking, finding, mapping, checking->library->members.at[row->first_source].component);
}

static void check_strength(struct checking *checking, const struct mapping *mapping, const struct row *row)
{
    struct finding *finding = NULL;
    if (has_no_targets(row)) {
        finding = report(checking->diag, row->outcome_at, MSG_strength_mismatch, v_number(row->strength),
                         v_name(str_of(outcome_name(row->outcome))));
        help(finding, MSG_help_nothing_judged);
    } else if (row->outcome == OUTCOME_TARGETS && !strength_fits(row->relation, row->strength)) {
        finding = report(checking->diag, row->at, MSG_strength_mismatch, v_number(row->strength),
                         v_name(str_of(relation_name(row->relation))));
        note(finding, MSG_note_strengths);
    }
    if (finding)
        about_row(checking, finding, mapping, row);
}

void check_strengths(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        if (row->strength != NONE && !row->damaged)
            check_strength(checking, mapping, row);
    }
}

/* ---- Fit ---- */

/* What is the same does not fit badly, what has nothing in common does not fit well, and where there is nothing,
   nothing fits. */
static bool fit_goes(const struct row *row)
{
    if (has_no_targets(row))
        return false;
    if (row->outcome != OUTCOME_TARGETS)
        return true;
    switch (row->relation) {
    case RELATION_EQUALS:
    case RELATION_EQUIVALENT_TO: return row->fit != FIT_POOR;
    case RELATION_UNRELATED_TO: return row->fit != FIT_GOOD;
    default: return true;
    }
}

/* What the header says for all rows is not said of one. */
void check_fit_of_rows(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        if (row->damaged || row->fit == FIT_UNSAID || row->fit == mapping->fit || fit_goes(row))
            continue;
        bool none = has_no_targets(row);
        const char *name = none ? outcome_name(row->outcome) : relation_name(row->relation);
        struct finding *finding = report(checking->diag, none ? row->outcome_at : row->at, MSG_fit_mismatch,
                                         v_name(str_of(fit_name(row->fit))), v_name(str_of(name)));
        help(finding, none ? MSG_help_nothing_judged : MSG_help_other_fit);
        about_row(checking, finding, mapping, row);
    }
}

/* What rows say of a source: the best of their fits; a known gap is worse than a poor fit. */
enum { GRADE_GOOD = FIT_GOOD, GRADE_GAP = FIT_POOR + 1, GRADE_UNSAID };

struct graded {
    uint8_t *grades; /* by position */
    uint32_t *rows;  /* the row that says so */
};

static uint32_t grade_of(const struct row *row)
{
    if (row->outcome == OUTCOME_NONE)
        return GRADE_GAP;
    bool judged = row->outcome == OUTCOME_TARGETS && relation_is_overlapping(row->relation) && row->fit != FIT_UNSAID;
    return judged ? row->fit : GRADE_UNSAID;
}

static struct graded grade_sources(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    uint32_t n = view_count(library, mapping->from);
    struct graded graded = {arena_array(&checking->scratch, uint8_t, n + 1),
                            arena_array(&checking->scratch, uint32_t, n + 1)};
    memset(graded.grades, GRADE_UNSAID, n + 1);
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        uint32_t grade = grade_of(row);
        for (uint32_t s = row->first_source; s < row->first_source + row->n_sources; s++) {
            uint32_t position = view_position(library, mapping->from, library->members.at[s].component);
            if (grade >= graded.grades[position])
                continue;
            graded.grades[position] = (uint8_t)grade;
            graded.rows[position] = i;
        }
    }
    return graded;
}

static void report_rollup(struct checking *checking, const struct mapping *mapping, const struct graded *graded,
                          uint32_t parent, uint32_t part)
{
    const struct library *library = checking->library;
    component_id id = view_component(library, mapping->from, parent);
    struct finding *finding =
        report(checking->diag, library->rows.at[graded->rows[parent]].at, MSG_rollup_conflict,
               v_name(path_of(checking, id)), v_name(str_of(fit_name((enum fit)graded->grades[parent]))),
               v_name(path_of(checking, view_component(library, mapping->from, part))),
               v_name(str_of(graded->grades[part] == GRADE_GAP ? outcome_name(OUTCOME_NONE)
                                                               : fit_name((enum fit)graded->grades[part]))));
    label(finding, library->rows.at[graded->rows[part]].at, MSG_label_worse_part);
    about_source(checking, finding, mapping, id);
}

/* The worst part of a component, by position, is looked for among all that it holds. Parts hand it up: what is
   inside of a part counts for the component as well. */
void check_rollups(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    uint32_t n = view_count(library, mapping->from);
    if (mapping->n_rows == 0)
        return;
    struct graded graded = grade_sources(checking, mapping);
    uint32_t *worst = arena_array(&checking->scratch, uint32_t, n + 1); /* position + 1; 0: none */
    for (uint32_t i = n; i-- > 0;) {
        uint8_t grade = graded.grades[i];
        if (worst[i] && grade < GRADE_GAP && grade < graded.grades[worst[i] - 1])
            report_rollup(checking, mapping, &graded, i, worst[i] - 1);
        component_id parent = library->components.at[view_component(library, mapping->from, i)].parent;
        uint32_t own = grade != GRADE_UNSAID && (!worst[i] || grade >= graded.grades[worst[i] - 1]) ? i + 1 : worst[i];
        if (parent == NONE || !own)
            continue;
        uint32_t *above = &worst[view_position(library, mapping->from, parent)];
        if (!*above || graded.grades[own - 1] >= graded.grades[*above - 1])
            *above = own;
    }
}
