#include "emit/tables/pool.h"

#include "prm/tables.h"

void pool_init(struct pool *pool, struct mem *mem)
{
    *pool = (struct pool){.bytes = buf_on(mem), .places = map_on(mem)};
    buf_char(&pool->bytes, '\0');
}

static bool stands_at(const struct pool *pool, uint32_t place, struct str string)
{
    return pool->bytes.n - place > string.len && pool->bytes.at[place + string.len] == '\0' &&
           memcmp(pool->bytes.at + place, string.ptr, string.len) == 0;
}

uint32_t pool_add(struct pool *pool, struct str string)
{
    if (string.len == 0)
        return 0;
    if (pool->bytes.n + string.len >= UINT32_MAX)
        mem_exhausted(pool->bytes.mem);
    uint32_t end = (uint32_t)pool->bytes.n;
    uint64_t hash = prm_in_hash((const unsigned char *)string.ptr, string.len, 1);
    uint32_t place = *map_at(&pool->places, hash - (hash == MAP_NO_KEY), end);
    if (place != end && stands_at(pool, place, string))
        return place;
    buf_str(&pool->bytes, string);
    buf_char(&pool->bytes, '\0');
    return end;
}

void pool_free(struct pool *pool)
{
    buf_free(&pool->bytes);
    map_free(&pool->places);
}
