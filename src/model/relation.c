#include "model/relation.h"

enum { EQ = RELATE_EQ, SUB = RELATE_SUB, SUP = RELATE_SUP, INT = RELATE_INT, DR = RELATE_DR,
       ANY = RELATE_ANY };

relation_set relation_inverse(relation_set set)
{
    relation_set kept = set & (EQ | INT | DR);
    return (relation_set)(kept | (set & SUB ? SUP : 0) | (set & SUP ? SUB : 0));
}

/* The composition of single relations; the language reference shows the same table. */
static const relation_set composition[RELATE_COUNT][RELATE_COUNT] = {
    {EQ, SUB, SUP, INT, DR},
    {SUB, SUB, ANY, SUB | INT | DR, DR},
    {SUP, EQ | SUB | SUP | INT, SUP, SUP | INT, SUP | INT | DR},
    {INT, SUB | INT, SUP | INT | DR, ANY, SUP | INT | DR},
    {DR, SUB | INT | DR, DR, SUB | INT | DR, ANY},
};

relation_set relation_compose(relation_set first, relation_set second)
{
    relation_set result = 0;
    for (uint32_t i = 0; i < RELATE_COUNT; i++)
        for (uint32_t j = 0; j < RELATE_COUNT; j++)
            if (first >> i & 1 && second >> j & 1)
                result |= composition[i][j];
    return result;
}

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
    static const char *const names[] = {"->",           "equals",       "equivalent-to",
                                        "subset-of",    "superset-of",  "intersects",
                                        "unrelated-to", "supports",     "supported-by"};
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
