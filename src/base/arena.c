#include "base/arena.h"

#include <stdint.h>
#include <string.h>

enum { CHUNK_FIRST = 4 << 10, CHUNK_MOST = 256 << 10 };

struct arena_chunk {
    struct arena_chunk *before;
    size_t size;
    max_align_t data[];
};

struct arena arena_on(struct mem *mem)
{
    return (struct arena){.mem = mem};
}

static void add_chunk(struct arena *arena, size_t least)
{
    size_t size = arena->chunks ? arena->chunks->size * 2 : CHUNK_FIRST;
    if (size > CHUNK_MOST)
        size = CHUNK_MOST;
    if (size < least)
        size = least;
    struct arena_chunk *chunk = mem_alloc(arena->mem, sizeof *chunk + size);
    chunk->before = arena->chunks;
    chunk->size = size;
    arena->chunks = chunk;
    arena->next = (char *)chunk->data;
    arena->end = arena->next + size;
}

char *arena_bytes(struct arena *arena, size_t n)
{
    if ((size_t)(arena->end - arena->next) < n)
        add_chunk(arena, n);
    char *at = arena->next;
    arena->next += n;
    return at;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size == 0)
        size = 1;
    size_t mask = sizeof(max_align_t) - 1;
    size_t pad = (size_t)(-(uintptr_t)arena->next & mask);
    if ((size_t)(arena->end - arena->next) < size + pad) {
        add_chunk(arena, size);
        pad = 0;
    }
    char *at = arena->next + pad;
    arena->next = at + size;
    return memset(at, 0, size);
}

struct str arena_str(struct arena *arena, struct str s)
{
    char *at = arena_bytes(arena, (size_t)s.len + 1);
    if (s.len)
        memcpy(at, s.ptr, s.len);
    at[s.len] = '\0';
    return (struct str){at, s.len};
}

struct str arena_lower(struct arena *arena, struct str s)
{
    char *at = arena_bytes(arena, (size_t)s.len + 1);
    for (uint32_t i = 0; i < s.len; i++)
        at[i] = to_lower(s.ptr[i]);
    at[s.len] = '\0';
    return (struct str){at, s.len};
}

void arena_free(struct arena *arena)
{
    for (struct arena_chunk *chunk = arena->chunks, *before; chunk; chunk = before) {
        before = chunk->before;
        mem_free(arena->mem, chunk);
    }
    *arena = arena_on(arena->mem);
}
