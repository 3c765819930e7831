#include "base/arena.h"
#include "unit/fixture.h"

static void allocations_are_zeroed_and_aligned(struct world *w)
{
    static const size_t sizes[] = {0, 1, 3, 16, 17, 255, 4096, 5000, 300000, 1 << 20, 7};
    struct arena arena = arena_on(&w->mem);
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < LENGTH(sizes); i++) {
            in_case("%zu bytes, round %d", sizes[i], round);
            arena_bytes(&arena, i + 1)[i] = 'x'; /* spoils the alignment */
            unsigned char *at = arena_alloc(&arena, sizes[i]);
            expect_number((uintptr_t)at % _Alignof(max_align_t), 0);
            for (size_t k = 0; k < sizes[i]; k++)
                if (at[k])
                    fail_msg("byte %zu is not 0", k);
            memset(at, 0xaa, sizes[i]);
        }
    arena_free(&arena);
}

static void allocations_do_not_overlap(struct world *w)
{
    enum { N = 3000 };
    uint32_t *at[N];
    struct arena arena = arena_on(&w->mem);
    for (uint32_t i = 0; i < N; i++) {
        at[i] = arena_array(&arena, uint32_t, i % 97 + 1);
        for (uint32_t k = 0; k <= i % 97; k++)
            at[i][k] = i;
    }
    for (uint32_t i = 0; i < N; i++)
        for (uint32_t k = 0; k <= i % 97; k++)
            assert_int_equal(at[i][k], i);
}

static void copies_of_text_end_with_nul(struct world *w)
{
    struct arena arena = arena_on(&w->mem);
    struct str copy = arena_str(&arena, str_upto(STR("abcdef"), 3));
    assert_string_equal(copy.ptr, "abc");
    assert_int_equal(copy.len, 3);
    struct str empty = arena_str(&arena, STR_NONE);
    assert_string_equal(empty.ptr, "");
    assert_int_equal(empty.len, 0);
    expect_str(copy, "abc");
}

static void a_copy_may_be_in_small_letters(struct world *w)
{
    struct arena arena = arena_on(&w->mem);
    struct str copy = arena_lower(&arena, str_upto(STR("AbZ[@\xc3\x84"
                                                       "1cdef"),
                                                   8));
    assert_string_equal(copy.ptr, "abz[@\xc3\x84"
                                  "1");
    assert_int_equal(copy.len, 8);
    assert_string_equal(arena_lower(&arena, STR_NONE).ptr, "");
}

static void a_freed_arena_is_empty_and_usable(struct world *w)
{
    struct arena arena = arena_on(&w->mem);
    struct mem_block *before = w->mem.blocks;
    for (int i = 0; i < 100; i++)
        arena_alloc(&arena, 10000);
    assert_ptr_not_equal(w->mem.blocks, before);
    arena_free(&arena);
    assert_ptr_equal(w->mem.blocks, before);
    assert_null(arena.chunks);
    expect_str(arena_str(&arena, STR("again")), "again");
}

/* Nothing of an arena that holds nothing: the sanitizer sees a memset() of NULL otherwise. */
static void an_empty_allocation_is_allowed(struct world *w)
{
    struct arena arena = arena_on(&w->mem);
    arena_alloc(&arena, 0);
    expect_str(arena_str(&arena, STR("a")), "a");
}

UNIT_MAIN("arena", UNIT(an_empty_allocation_is_allowed), UNIT(allocations_are_zeroed_and_aligned),
          UNIT(allocations_do_not_overlap), UNIT(copies_of_text_end_with_nul), UNIT(a_copy_may_be_in_small_letters),
          UNIT(a_freed_arena_is_empty_and_usable))
