#ifndef EMIT_TABLES_POOL_H
#define EMIT_TABLES_POOL_H

#include "base/buf.h"
#include "base/map.h"

/* The strings of one table, each once, with a NUL behind it. The empty one is at 0. */
struct pool {
    struct buf bytes;
    struct map places; /* hash -> where the string starts */
};

/* An empty pool, whose memory comes from `mem`. */
void pool_init(struct pool *pool, struct mem *mem);

/* Where the string starts in the pool; it is added if it is new. It must hold no NUL. A pool of
   more than 4 GiB jumps out as an allocation that fails. */
uint32_t pool_add(struct pool *pool, struct str string);

/* Frees it. */
void pool_free(struct pool *pool);

#endif
