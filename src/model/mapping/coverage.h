#ifndef MODEL_MAPPING_COVERAGE_H
#define MODEL_MAPPING_COVERAGE_H

#include "model/library.h"

/* How well the components of one side of a mapping are covered, as the language defines it. */

enum coverage_class {
    COVERAGE_FULL,
    COVERAGE_PARTIAL,
    COVERAGE_TENTATIVE,
    COVERAGE_UNDECIDED,
    COVERAGE_GAP,
    COVERAGE_NOT_APPLICABLE,
    COVERAGE_UNMAPPED,
    COVERAGE_COUNT
};

/* "full", ..., "not_applicable", "unmapped". */
const char *coverage_class_name(enum coverage_class class);

/* What a side of a mapping says of every component of its model; by position in the view. */
struct coverage {
    const struct mapping *mapping;
    bool covered_side; /* the `to` side */
    model_id model;
    uint8_t *classes; /* enum coverage_class, with that of the parts where a component has no row */
    uint8_t *has_row; /* a row or edge names the component */
    uint8_t *outcome; /* enum outcome of the nearest `none` or `not-applicable` here or above */
    uint8_t *reached; /* the component or something in it is reached, tentatively or not */
};

/* Works a side out; the arrays are in `arena`. Where the model of the side is not known there are none. */
struct coverage coverage_of(const struct library *library, struct arena *arena, const struct mapping *mapping,
                            bool covered_side);

/* What is counted on a side: the components of a kind, perhaps only those inside of some. */
struct coverage_scope {
    bool covered_side;
    kind_id kind;
    uint32_t first_within, n_within;       /* in the library's `within` */
    const struct expectation *expectation; /* NULL: the mapping expects nothing there */
};

typedef VEC(struct coverage_scope) coverage_scopes;

/* The scopes of a mapping: one for each expectation; for a side without one, one for each kind that
   rows or edges name there. Sides whose model is not known have none. */
void coverage_scopes_of(const struct library *library, const struct mapping *mapping, coverage_scopes *scopes);

/* True if the component at a position is counted: of the kind, inside, not withdrawn, and on the
   `from` side a leaf of its kind. */
bool coverage_counts(const struct library *library, const struct coverage *coverage, const struct coverage_scope *scope,
                     uint32_t position);

/* How many are in each class. */
struct coverage_tally {
    uint32_t total, applicable;
    uint32_t classes[COVERAGE_COUNT];
};

/* Counts the components of a scope. */
struct coverage_tally coverage_tally_of(const struct library *library, const struct coverage *coverage,
                                        const struct coverage_scope *scope);

#endif
