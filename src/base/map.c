#include "base/map.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { FIRST_BITS = 4 };

struct map_slot {
    uint32_t key_high, key_low; /* halves, so that a slot takes 12 bytes */
    uint32_t value;
};

static uint64_t key_of(const struct map_slot *slot)
{
    return map_key(slot->key_high, slot->key_low);
}

/* The high bits of the hash are taken: in a table of twice the size the slots are in the same order, so that
   growing goes through both from one end to the other and does not wait for memory. */
static uint32_t first_slot(const struct map *map, uint64_t key)
{
    return (uint32_t)(XXH3_64bits(&key, sizeof key) >> map->shift);
}

static struct map_slot *slot_of(const struct map *map, uint64_t key)
{
    uint32_t i = first_slot(map, key);
    while (key_of(&map->slots[i]) != key && key_of(&map->slots[i]) != MAP_NO_KEY)
        i = (i + 1) & map->mask;
    return &map->slots[i];
}

static void grow(struct map *map)
{
    struct map_slot *old = map->slots;
    uint32_t n_old = old ? map->mask + 1 : 0;
    uint32_t n = n_old ? n_old * 2 : 1u << FIRST_BITS;
    map->slots = mem_alloc(map->mem, n * sizeof *map->slots);
    memset(map->slots, 0xff, n * sizeof *map->slots);
    map->mask = n - 1;
    map->shift = old ? map->shift - 1 : 64 - FIRST_BITS;
    for (uint32_t i = 0; i < n_old; i++)
        if (key_of(&old[i]) != MAP_NO_KEY)
            *slot_of(map, key_of(&old[i])) = old[i];
    mem_free(map->mem, old);
}

uint32_t *map_at(struct map *map, uint64_t key, uint32_t initial)
{
    if (!map->slots || map->n >= map->mask - map->mask / 4)
        grow(map);
    struct map_slot *slot = slot_of(map, key);
    if (key_of(slot) == MAP_NO_KEY) {
        *slot = (struct map_slot){(uint32_t)(key >> 32), (uint32_t)key, initial};
        map->n++;
    }
    return &slot->value;
}

uint32_t *map_find(const struct map *map, uint64_t key)
{
    if (!map->slots)
        return NULL;
    struct map_slot *slot = slot_of(map, key);
    return key_of(slot) == MAP_NO_KEY ? NULL : &slot->value;
}

void map_prefetch(const struct map *map, uint64_t key)
{
    if (map->slots)
        __builtin_prefetch(&map->slots[first_slot(map, key)]);
}

void map_free(struct map *map)
{
    mem_free(map->mem, map->slots);
    *map = map_on(map->mem);
}
