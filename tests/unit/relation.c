/* The algebra of relations against sets of the numbers 0 to 5. */

#include "model/relation.h"

#include "unit/fixture.h"

enum { SETS = 64 };

static relation_set between(unsigned a, unsigned b)
{
    if (a == b)
        return RELATE_EQ;
    if ((a & b) == 0)
        return RELATE_DR;
    return (a & ~b) == 0 ? RELATE_SUB : (b & ~a) == 0 ? RELATE_SUP : RELATE_INT;
}

static void the_inverse_swaps_the_sides(struct world *w)
{
    (void)w;
    for (unsigned a = 1; a < SETS; a++)
        for (unsigned b = 1; b < SETS; b++)
            assert_int_equal(relation_inverse(between(a, b)), between(b, a));
    for (unsigned set = 0; set <= RELATE_ANY; set++)
        assert_int_equal(relation_inverse(relation_inverse((relation_set)set)), set);
}

/* What is composed is what can be, no more and no less. */
static void compositions_are_those_of_sets(struct world *w)
{
    unsigned seen[RELATE_COUNT][RELATE_COUNT] = {{0}};
    (void)w;
    for (unsigned a = 1; a < SETS; a++)
        for (unsigned b = 1; b < SETS; b++)
            for (unsigned c = 1; c < SETS; c++)
                for (unsigned i = 0; i < RELATE_COUNT; i++)
                    for (unsigned k = 0; k < RELATE_COUNT; k++)
                        if (between(a, b) == 1u << i && between(b, c) == 1u << k)
                            seen[i][k] |= between(a, c);
    for (unsigned first = 0; first <= RELATE_ANY; first++)
        for (unsigned second = 0; second <= RELATE_ANY; second++) {
            unsigned wanted = 0;
            for (unsigned i = 0; i < RELATE_COUNT; i++)
                for (unsigned k = 0; k < RELATE_COUNT; k++)
                    if (first >> i & second >> k & 1)
                        wanted |= seen[i][k];
            in_case("%u with %u", first, second);
            expect_number(relation_compose((relation_set)first, (relation_set)second), wanted);
        }
}

static relation_set of_relation(enum relation relation)
{
    static const relation_set sets[RELATION_COUNT] = {
        [RELATION_EQUALS] = RELATE_EQ,         [RELATION_EQUIVALENT_TO] = RELATE_EQ, [RELATION_SUBSET_OF] = RELATE_SUB,
        [RELATION_SUPERSET_OF] = RELATE_SUP,   [RELATION_INTERSECTS] = RELATE_INT,   [RELATION_UNRELATED_TO] = RELATE_DR,
        [RELATION_ADDRESSED_BY] = RELATE_OVERLAP,
    };
    return sets[relation];
}

/* A row about several is about their union, and each of them takes part in the overlap. What it claims of
   one of them is what can be. */
static void claims_are_those_of_unions(struct world *w)
{
    (void)w;
    for (enum relation relation = 0; relation < RELATION_SUPPORTS; relation++) {
        relation_set all = of_relation(relation), alone = 0, targets = 0;
        bool apart = relation == RELATION_UNRELATED_TO;
        for (unsigned a = 1; a < SETS; a++)
            for (unsigned b = 1; b < SETS; b++) {
                if (between(a, b) & all)
                    alone |= between(a, b);
                for (unsigned c = 1; c < SETS; c++)
                    if (between(a, b | c) & all && (apart || (a & b && a & c)))
                        targets |= between(a, b);
            }
        in_case("%s", relation_name(relation));
        expect_number(relation_claim(relation, false, false), alone);
        expect_number(relation_claim(relation, false, true), targets);
    }
}

/* Seen from the other side, the sources are the targets. */
static void claims_have_two_sides(struct world *w)
{
    static const enum relation inverse[] = {
        [RELATION_ADDRESSED_BY] = RELATION_ADDRESSED_BY, [RELATION_EQUALS] = RELATION_EQUALS,
        [RELATION_EQUIVALENT_TO] = RELATION_EQUIVALENT_TO, [RELATION_SUBSET_OF] = RELATION_SUPERSET_OF,
        [RELATION_SUPERSET_OF] = RELATION_SUBSET_OF, [RELATION_INTERSECTS] = RELATION_INTERSECTS,
        [RELATION_UNRELATED_TO] = RELATION_UNRELATED_TO, [RELATION_SUPPORTS] = RELATION_SUPPORTED_BY,
        [RELATION_SUPPORTED_BY] = RELATION_SUPPORTS,
    };
    (void)w;
    for (enum relation relation = 0; relation < RELATION_COUNT; relation++)
        for (int several = 0; several < 4; several++) {
            in_case("%s %d", relation_name(relation), several);
            expect_number(relation_claim(inverse[relation], several & 1, several >> 1),
                          relation_inverse(relation_claim(relation, several >> 1, several & 1)));
        }
}

UNIT_MAIN("relation", UNIT(the_inverse_swaps_the_sides), UNIT(compositions_are_those_of_sets),
          UNIT(claims_are_those_of_unions), UNIT(claims_have_two_sides))
