#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/mem.h"
#include "base/str.h"

/* Memory that is handed out in order and freed all at once. */
struct arena {
    struct mem *mem;
    struct arena_chunk *chunks;
    char *next, *end;
};

/* An empty arena on `mem`; nothing is allocated yet. */
struct arena arena_on(struct mem *mem);

/* Returns `size` zeroed bytes, aligned for any type; they live until the arena is freed. */
void *arena_alloc(struct arena *arena, size_t size);

/* A copy of `s` in the arena, with a NUL behind it. */
struct str arena_str(struct arena *arena, struct str s);

/* The same in small letters, as far as they are ASCII. */
struct str arena_lower(struct arena *arena, struct str s);

/* `n` uninitialised bytes without alignment, for text. */
char *arena_bytes(struct arena *arena, size_t n);

/* Frees everything in it at once. */
void arena_free(struct arena *arena);

#define arena_new(arena, type)      ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(n)))

#endif
