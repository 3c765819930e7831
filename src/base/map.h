#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>

#include "base/mem.h"

#include <stdint.h>

/* A hash table from 64-bit keys to 32-bit values; start from map_on(). Any key but MAP_NO_KEY. */
struct map {
    struct mem *mem;
    struct map_slot *slots;
    uint32_t n, mask;
    uint32_t shift; /* of a hash, down to the number of a slot */
};

#define MAP_NO_KEY UINT64_MAX

static inline struct map map_on(struct mem *mem)
{
    return (struct map){.mem = mem};
}

/* One key of two numbers. */
static inline uint64_t map_key(uint32_t high, uint32_t low)
{
    return (uint64_t)high << 32 | low;
}

/* The place of the key's value, added with `initial` if it is new; valid until the next addition. */
uint32_t *map_at(struct map *map, uint64_t key, uint32_t initial);

/* The place of the key's value, or NULL. */
uint32_t *map_find(const struct map *map, uint64_t key);

/* Asks the processor for the place of a key that will be looked up soon. */
void map_prefetch(const struct map *map, uint64_t key);

/* The key's value, or `otherwise`. */
static inline uint32_t map_get(const struct map *map, uint64_t key, uint32_t otherwise)
{
    const uint32_t *value = map_find(map, key);
    return value ? *value : otherwise;
}

/* Frees the table; it is empty and can be used again. */
void map_free(struct map *map);

#endif
