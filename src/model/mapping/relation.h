#ifndef MODEL_MAPPING_RELATION_H
#define MODEL_MAPPING_RELATION_H

#include "model/library.h"

/* The algebra of relations between two components, taken as sets of what they ask for: the five of
   RCC5 (region connection calculus; Bennett 1994), as NIST IR 8477 and OSCAL's mapping model name
   them. What is known of a pair is the set of relations that are still possible. */

enum {
    RELATE_EQ = 1,  /* equal */
    RELATE_SUB = 2, /* the first within the second */
    RELATE_SUP = 4, /* the second within the first */
    RELATE_INT = 8, /* they overlap, each with something more */
    RELATE_DR = 16, /* nothing in common */
    RELATE_OVERLAP = RELATE_EQ | RELATE_SUB | RELATE_SUP | RELATE_INT,
    RELATE_ANY = RELATE_OVERLAP | RELATE_DR,
    RELATE_COUNT = 5
};

/* The same knowledge seen from the other side: SUB and SUP change places. */
relation_set relation_inverse(relation_set set);

/* By sets of relations, what relation_compose() tells. */
extern const relation_set relation_composition[RELATE_ANY + 1][RELATE_ANY + 1];

/* What may hold between A and C if `first` may hold between A and B and `second` between B and C. */
static inline relation_set relation_compose(relation_set first, relation_set second)
{
    return relation_composition[first][second];
}

/* What a row claims about one source and one target. */
relation_set relation_claim(enum relation relation, bool several_sources, bool several_targets);

/* True for `supports` and `supported-by`, which say nothing about overlap. */
static inline bool relation_is_supportive(enum relation relation)
{
    return relation == RELATION_SUPPORTS || relation == RELATION_SUPPORTED_BY;
}

/* True for the relations that a source's coverage rests on. */
static inline bool relation_is_overlapping(enum relation relation)
{
    return relation <= RELATION_INTERSECTS;
}

/* The name of a relation as it is written. */
const char *relation_name(enum relation relation);

/* The name of the i-th relation of a set: "EQ", "SUB", "SUP", "INT", "DR". */
const char *relation_set_name(uint32_t i);

/* The words of the language for these; NULL for what is left unsaid. */
const char *outcome_name(enum outcome outcome);
const char *fit_name(enum fit fit);
const char *confidence_name(enum confidence confidence);
const char *rationale_kind_name(enum rationale_kind kind);
const char *status_name(enum status status);
const char *importance_name(enum importance importance);

#endif
