#include <stdlib.h>

#include "unit/fixture.h"

static void blocks_hold_what_is_written(struct world *w)
{
    enum { N = 500 };
    unsigned char *blocks[N];
    for (size_t i = 0; i < N; i++) {
        blocks[i] = mem_alloc(&w->mem, i);
        memset(blocks[i], (int)(i % 251), i);
    }
    for (size_t i = 0; i < N; i += 2)
        blocks[i] = mem_resize(&w->mem, blocks[i], i * 3);
    for (size_t i = 1; i < N; i += 3) {
        mem_free(&w->mem, blocks[i]);
        blocks[i] = NULL;
    }
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; blocks[i] && k < i; k++)
            assert_int_equal(blocks[i][k], i % 251);
}

static void blocks_are_aligned(struct world *w)
{
    for (size_t i = 0; i < 40; i++)
        assert_int_equal((uintptr_t)mem_alloc(&w->mem, i) % _Alignof(max_align_t), 0);
}

static void null_is_freed_and_resized(struct world *w)
{
    mem_free(&w->mem, NULL);
    char *made = mem_resize(&w->mem, NULL, 4);
    memcpy(made, "abc", 4);
    made = mem_resize(&w->mem, made, 4000);
    assert_string_equal(made, "abc");
}

/* What fails jumps to the guard, and leaves what is there as it was. */
static void failure_jumps_to_the_guard(struct world *w)
{
    char *before = mem_alloc(&w->mem, 8);
    memcpy(before, "kept", 5);
    jmp_buf here, *outer = w->mem.guard;
    volatile int jumps = 0;
    w->mem.guard = &here;
    if (setjmp(here) == 0)
        mem_alloc(&w->mem, SIZE_MAX / 2 + 1);
    else
        jumps++;
    if (setjmp(here) == 0)
        mem_resize(&w->mem, before, SIZE_MAX - 8);
    else
        jumps++;
    if (setjmp(here) == 0)
        mem_exhausted(&w->mem);
    else
        jumps++;
    w->mem.guard = outer;
    assert_int_equal(jumps, 3);
    assert_string_equal(before, "kept");
}

static int given_back;

static void count_back(void *thing)
{
    given_back += *(int *)thing;
}

static void foreign_things_are_given_back(struct world *w)
{
    struct mem mem = {.guard = w->mem.guard};
    int one = 1, ten = 10, hundred = 100;
    given_back = 0;
    mem_adopt(&mem, &one, count_back);
    struct mem_foreign *middle = mem_adopt(&mem, &ten, count_back);
    mem_adopt(&mem, &hundred, count_back);
    mem_disown(&mem, middle);
    assert_int_equal(given_back, 0);
    mem_release(&mem);
    assert_int_equal(given_back, 101);
    assert_null(mem.blocks);
    assert_null(mem.foreign);
    mem_release(&mem);
    assert_int_equal(given_back, 101);
}

static void disowning_works_in_any_order(struct world *w)
{
    static const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    int one = 1;
    given_back = 0;
    for (size_t i = 0; i < LENGTH(orders); i++) {
        struct mem_foreign *things[3];
        for (int k = 0; k < 3; k++)
            things[k] = mem_adopt(&w->mem, &one, count_back);
        for (int k = 0; k < 3; k++)
            mem_disown(&w->mem, things[orders[i][k]]);
        assert_null(w->mem.foreign);
    }
    assert_int_equal(given_back, 0);
}

/* Frees the blocks of a list in every order of three; what is left is still whole. */
static void freeing_works_in_any_order(struct world *w)
{
    static const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    struct mem mem = {.guard = w->mem.guard};
    for (size_t i = 0; i < LENGTH(orders); i++) {
        char *blocks[3];
        for (int k = 0; k < 3; k++)
            blocks[k] = mem_alloc(&mem, 100);
        for (int k = 0; k < 3; k++)
            mem_free(&mem, blocks[orders[i][k]]);
        assert_null(mem.blocks);
    }
}

UNIT_MAIN("mem", UNIT(blocks_hold_what_is_written), UNIT(blocks_are_aligned), UNIT(null_is_freed_and_resized),
          UNIT(failure_jumps_to_the_guard), UNIT(foreign_things_are_given_back), UNIT(disowning_works_in_any_order),
          UNIT(freeing_works_in_any_order))
