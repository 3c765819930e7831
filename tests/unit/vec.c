#include "base/vec.h"
#include "unit/fixture.h"

static void elements_keep_their_order(struct world *w)
{
    VEC(uint32_t) vec = {0};
    for (uint32_t i = 0; i < 10000; i++)
        vec_push(&w->mem, &vec, i * 7);
    assert_int_equal(vec.n, 10000);
    assert_true(vec.cap >= vec.n);
    uint32_t next = 0;
    VEC_EACH (uint32_t, at, &vec)
        assert_int_equal(*at, next++ * 7);
    assert_int_equal(next, 10000);
    vec_free(&w->mem, &vec);
    assert_null(vec.at);
    assert_int_equal(vec.n + vec.cap, 0);
}

static void an_empty_loop_is_none(struct world *w)
{
    VEC(char) vec = {0};
    (void)w;
    VEC_EACH (char, at, &vec)
        fail_msg("an element at %p", (void *)at);
    assert_int_equal(vec.n, 0);
}

static void pushing_gives_the_value(struct world *w)
{
    VEC(int) vec = {0};
    for (int i = 0; i < 100; i++)
        assert_int_equal(vec_push(&w->mem, &vec, i * 3), i * 3);
    for (int i = 0; i < 100; i++)
        assert_int_equal(vec.at[i], i * 3);
}

static void reserved_room_does_not_move(struct world *w)
{
    VEC(uint64_t) vec = {0};
    vec_reserve(&w->mem, &vec, 1000);
    uint64_t *at = vec.at;
    for (uint64_t i = 0; i < 1000; i++)
        vec_push(&w->mem, &vec, i);
    assert_ptr_equal(vec.at, at);
    assert_int_equal(vec.cap, 1000);
}

/* A vector that could not grow is as it was: its owner may go on with what is there. */
static void a_failed_growth_changes_nothing(struct world *w)
{
    uint32_t cap = 8;
    jmp_buf here, *outer = w->mem.guard;
    volatile bool failed = false;
    w->mem.guard = &here;
    if (setjmp(here) == 0)
        vec_room(&w->mem, NULL, (size_t)1 << 53, 8, &cap, 1016);
    else
        failed = true;
    w->mem.guard = outer;
    assert_true(failed);
    assert_int_equal(cap, 8);
}

static void the_number_of_elements_does_not_wrap(struct world *w)
{
    uint32_t cap = UINT32_MAX;
    jmp_buf here, *outer = w->mem.guard;
    volatile bool failed = false;
    w->mem.guard = &here;
    if (setjmp(here) == 0)
        vec_room(&w->mem, NULL, 1, UINT32_MAX, &cap, 1);
    else
        failed = true;
    w->mem.guard = outer;
    assert_true(failed);
}

UNIT_MAIN("vec", UNIT(elements_keep_their_order), UNIT(an_empty_loop_is_none), UNIT(pushing_gives_the_value),
          UNIT(reserved_room_does_not_move), UNIT(a_failed_growth_changes_nothing),
          UNIT(the_number_of_elements_does_not_wrap))
