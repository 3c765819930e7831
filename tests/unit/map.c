#include "base/map.h"
#include "unit/fixture.h"

static void values_are_kept_by_key(struct world *w)
{
    enum { N = 50000 };
    struct map map = map_on(&w->mem);
    for (uint64_t i = 0; i < N; i++)
        *map_at(&map, i * UINT64_C(0x9e3779b97f4a7c15), 7) += (uint32_t)i;
    assert_int_equal(map.n, N);
    for (uint64_t i = 0; i < N; i++)
        assert_int_equal(map_get(&map, i * UINT64_C(0x9e3779b97f4a7c15), 0), i + 7);
    for (uint64_t i = 0; i < N; i++)
        assert_int_equal(*map_at(&map, i * UINT64_C(0x9e3779b97f4a7c15), 9), i + 7);
    assert_int_equal(map.n, N);
    map_free(&map);
    assert_int_equal(map.n, 0);
    assert_null(map_find(&map, 0));
}

static void an_empty_map_has_nothing(struct world *w)
{
    struct map map = map_on(&w->mem);
    assert_null(map_find(&map, 0));
    assert_int_equal(map_get(&map, 5, 11), 11);
    *map_at(&map, 1, 0) = 3;
    assert_null(map_find(&map, 0));
    assert_int_equal(map_get(&map, 2, 11), 11);
}

static void both_halves_of_a_key_count(struct world *w)
{
    static const uint32_t halves[] = {0, 1, 2, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
    struct map map = map_on(&w->mem);
    uint32_t n = 0;
    for (size_t i = 0; i < LENGTH(halves); i++)
        for (size_t k = 0; k < LENGTH(halves); k++)
            if (map_key(halves[i], halves[k]) != MAP_NO_KEY) {
                assert_int_equal(*map_at(&map, map_key(halves[i], halves[k]), n), n);
                n++;
            }
    assert_int_equal(map.n, n);
    assert_int_equal(n, 48);
}

UNIT_MAIN("map", UNIT(values_are_kept_by_key), UNIT(an_empty_map_has_nothing), UNIT(both_halves_of_a_key_count))
