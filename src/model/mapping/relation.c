#include "model/mapping/relation.h"

enum { EQ = RELATE_EQ, SUB = RELATE_SUB, SUP = RELATE_SUP, INT = RELATE_INT, DR = RELATE_DR, ANY = RELATE_ANY };

relation_set relation_inverse(relation_set set)
{
    relation_set kept = set & (EQ | INT | DR);
    return (relation_set)(kept | (set & SUB ? SUP : 0) | (set & SUP ? SUB : 0));
}

/* The composition of single relations; the language reference shows the same table. A line is a relation of
   A to B, and what stands in it what A may be to C if B is EQ, SUB, SUP, INT or DR to C. */
#define EACH_SINGLE(a, b)                                                                             \
    (SINGLE(a, b, EQ, EQ, SUB, SUP, INT, DR) | SINGLE(a, b, SUB, SUB, SUB, ANY, SUB | INT | DR, DR) | \
     SINGLE(a, b, SUP, SUP, EQ | SUB | SUP | INT, SUP, SUP | INT, SUP | INT | DR) |                   \
     SINGLE(a, b, INT, INT, SUB | INT, SUP | INT | DR, ANY, SUP | INT | DR) |                         \
     SINGLE(a, b, DR, DR, SUB | INT | DR, DR, SUB | INT | DR, ANY))

#define SINGLE(a, b, line, eq, sub, sup, both, dr)                                                                 \
    ((a) & (line) ? ((b)&EQ ? (eq) : 0) | ((b)&SUB ? (sub) : 0) | ((b)&SUP ? (sup) : 0) | ((b)&INT ? (both) : 0) | \
                        ((b)&DR ? (dr) : 0)                                                                        \
                  : 0)

/* The composition of sets: that of all their members, worked out by the compiler. */
#define FOUR(a, b) EACH_SINGLE(a, b), EACH_SINGLE(a, (b) + 1), EACH_SINGLE(a, (b) + 2), EACH_SINGLE(a, (b) + 3)
#define LINE(a)                                                                                             \
    {                                                                                                       \
        FOUR(a, 0), FOUR(a, 4), FOUR(a, 8), FOUR(a, 12), FOUR(a, 16), FOUR(a, 20), FOUR(a, 24), FOUR(a, 28) \
    }
#define LINES(a) LINE(a), LINE((a) + 1), LINE((a) + 2), LINE((a) + 3)

const relation_set relation_composition[ANY + 1][ANY + 1] = {
    LINES(0), LINES(4), LINES(8), LINES(12), LINES(16), LINES(20), LINES(24), LINES(28),
};

relation_set relation_claim(enum relation relation, bool several_sources, bool several_targets)
{
    /* one to one, several targets, several sources, several of both */
    static const relation_set claims[RELATION_COUNT][4] = {
        [RELATION_ADDRESSED_BY] = {RELATE_OVERLAP, RELATE_OVERLAP, RELATE_OVERLAP, RELATE_OVERLAP},
        [RELATION_EQUALS] = {EQ, EQ | SUP, EQ | SUB, ANY},
        [RELATION_EQUIVALENT_TO] = {EQ, EQ | SUP, EQ | SUB, ANY},
        [RELATION_SUBSET_OF] = {SUB, RELATE_OVERLAP, SUB, ANY},
        [RELATION_SUPERSET_OF] = {SUP, SUP, RELATE_OVERLAP, ANY},
        [RELATION_INTERSECTS] = {INT, SUP | INT, SUB | INT, ANY},
        [RELATION_UNRELATED_TO] = {DR, DR, DR, DR},
        [RELATION_SUPPORTS] = {ANY, ANY, ANY, ANY},
        [RELATION_SUPPORTED_BY] = {ANY, ANY, ANY, ANY},
    };
    return claims[relation][(several_sources ? 2 : 0) + (several_targets ? 1 : 0)];
}

const char *relation_name(enum relation relation)
{
    static const char *const names[] = {"->",         "equals",       "equivalent-to", "subset-of",   "superset-of",
                                        "intersects", "unrelated-to", "supports",      "supported-by"};
    return names[relation];
}

const char *relation_set_name(uint32_t i)
{
    static const char *const names[] = {"EQ", "SUB", "SUP", "INT", "DR"};
    return names[i];
}

const char *outcome_name(enum outcome outcome)
{
    static const char *const names[] = {"targets", "none", "not-applicable", "undecided"};
    return names[outcome];
}

const char *fit_name(enum fit fit)
{
    static const char *const names[] = {NULL, "good", "partial", "poor"};
    return names[fit];
}

const char *confidence_name(enum confidence confidence)
{
    static const char *const names[] = {NULL, "low", "medium", "high"};
    return names[confidence];
}

const char *rationale_kind_name(enum rationale_kind kind)
{
    static const char *const names[] = {NULL, "syntactic", "semantic", "functional"};
    return names[kind];
}

const char *status_name(enum status status)
{
    static const char *const names[] = {NULL, "draft", "pseudo", "optional", "deprecated", "withdrawn"};
    return names[status];
}

const char *importance_name(enum importance importance)
{
    static const char *const names[] = {NULL, "required", "expected", "informative"};
    return names[importance];
}
