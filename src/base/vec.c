#include "base/vec.h"

enum { FIRST_CAPACITY = 8 };

/* Grows by half: vectors of a whole model are large, and what is reserved is paid for. */
void *vec_room(struct mem *mem, void *at, size_t size, uint32_t n, uint32_t *cap, uint32_t more)
{
    if (more <= *cap - n)
        return at;
    if (more > UINT32_MAX - n)
        mem_exhausted(mem);
    uint64_t wanted = (uint64_t)*cap + *cap / 2;
    if (wanted < FIRST_CAPACITY)
        wanted = FIRST_CAPACITY;
    if (wanted < (uint64_t)n + more)
        wanted = (uint64_t)n + more;
    if (wanted > UINT32_MAX)
        wanted = UINT32_MAX;
    at = mem_resize(mem, at, size * (size_t)wanted);
    *cap = (uint32_t)wanted;
    return at;
}
