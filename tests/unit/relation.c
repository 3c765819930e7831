/* The algebra of relations against sets of the numbers 0 to 5. */

#include "model/mapping/relation.h"

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

/* The laws of a relation algebra (Maddux 2006), for all sets of relations. Each comes with what it says here. */

/* What is equal can take the other's place. */
static void equality_changes_nothing(struct world *w)
{
    (void)w;
    for (relation_set a = 0; a <= RELATE_ANY; a++) {
        expect_number(relation_compose(a, RELATE_EQ), a);
        expect_number(relation_compose(RELATE_EQ, a), a);
        expect_number(relation_compose(a, 0), 0);
        expect_number(relation_compose(0, a), 0);
    }
}

/* The way back is composed of the steps back, in the other order. */
static void inverses_compose_backwards(struct world *w)
{
    (void)w;
    for (relation_set a = 0; a <= RELATE_ANY; a++)
        for (relation_set b = 0; b <= RELATE_ANY; b++) {
            in_case("%u with %u", a, b);
            expect_number(relation_inverse(relation_compose(a, b)),
                          relation_compose(relation_inverse(b), relation_inverse(a)));
        }
}

/* Who knows more of a step never knows less of the way; and what holds by either of two sets holds by both. */
static void more_knowledge_never_yields_less(struct world *w)
{
    (void)w;
    for (relation_set a = 0; a <= RELATE_ANY; a++)
        for (relation_set b = 0; b <= RELATE_ANY; b++)
            for (relation_set c = 0; c <= RELATE_ANY; c++) {
                in_case("%u, %u, %u", a, b, c);
                relation_set both = a | b;
                expect_number(relation_compose(both, c), relation_compose(a, c) | relation_compose(b, c));
                expect_number(relation_compose(c, both), relation_compose(c, a) | relation_compose(c, b));
                if ((a & b) == a)
                    expect_number(relation_compose(a, c) & ~relation_compose(b, c), 0);
            }
}

/* It does not matter which steps of a way are taken together. */
static void composition_is_associative(struct world *w)
{
    (void)w;
    for (relation_set a = 0; a <= RELATE_ANY; a++)
        for (relation_set b = 0; b <= RELATE_ANY; b++)
            for (relation_set c = 0; c <= RELATE_ANY; c++) {
                in_case("%u, %u, %u", a, b, c);
                expect_number(relation_compose(relation_compose(a, b), c), relation_compose(a, relation_compose(b, c)));
            }
}

/* Two ways that meet before their end would leave less if they were joined where they meet: composing does
   not go into intersections. SUB and INT have nothing in common; each followed by SUP may be the same. */
static void ways_are_intersected_at_their_ends(struct world *w)
{
    (void)w;
    relation_set a = RELATE_SUB, b = RELATE_INT, c = RELATE_SUP;
    expect_number(relation_compose(a & b, c), 0);
    expect_true((relation_compose(a, c) & relation_compose(b, c)) != 0);
}

static relation_set of_relation(enum relation relation)
{
    static const relation_set sets[RELATION_COUNT] = {
        [RELATION_EQUALS] = RELATE_EQ,
        [RELATION_EQUIVALENT_TO] = RELATE_EQ,
        [RELATION_SUBSET_OF] = RELATE_SUB,
        [RELATION_SUPERSET_OF] = RELATE_SUP,
        [RELATION_INTERSECTS] = RELATE_INT,
        [RELATION_UNRELATED_TO] = RELATE_DR,
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
        [RELATION_ADDRESSED_BY] = RELATION_ADDRESSED_BY,   [RELATION_EQUALS] = RELATION_EQUALS,
        [RELATION_EQUIVALENT_TO] = RELATION_EQUIVALENT_TO, [RELATION_SUBSET_OF] = RELATION_SUPERSET_OF,
        [RELATION_SUPERSET_OF] = RELATION_SUBSET_OF,       [RELATION_INTERSECTS] = RELATION_INTERSECTS,
        [RELATION_UNRELATED_TO] = RELATION_UNRELATED_TO,   [RELATION_SUPPORTS] = RELATION_SUPPORTED_BY,
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
          UNIT(equality_changes_nothing), UNIT(inverses_compose_backwards), UNIT(more_knowledge_never_yields_less),
          UNIT(composition_is_associative), UNIT(ways_are_intersected_at_their_ends), UNIT(claims_are_those_of_unions),
          UNIT(claims_have_two_sides))
