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

UNIT_MAIN("relation", UNIT(the_inverse_swaps_the_sides), UNIT(compositions_are_those_of_sets))
