#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stdint.h>

#include "base/mem.h"

/* A growing array of T, owned by a `struct mem`; start from zero. Elements move when it grows:
   keep indices, not pointers. */
#define VEC(T)           \
    struct {             \
        T *at;           \
        uint32_t n, cap; \
    }

/* Appends one value, which is worked out before the element is there and must not use the vector; the
   value of the whole expression is that of the new element. */
#define vec_push(mem, vec, value)                                                                                 \
    (*((vec)->n < (vec)->cap ? &(vec)->at[(vec)->n++]                                                             \
                             : ((vec)->at = vec_grow((mem), (vec)->at, sizeof *(vec)->at, (vec)->n, &(vec)->cap), \
                                &(vec)->at[(vec)->n++])) = (value))

/* Room for `more` elements behind the last. */
#define vec_reserve(mem, vec, more) \
    ((vec)->at = vec_room((mem), (vec)->at, sizeof *(vec)->at, (vec)->n, &(vec)->cap, (more)))

#define vec_free(mem, vec) (mem_free((mem), (vec)->at), (vec)->at = NULL, (vec)->n = 0, (vec)->cap = 0)

/* A loop over the elements; the vector must not grow in it. */
#define VEC_EACH(T, item, vec) for (T *item = (vec)->at; (size_t)(item - (vec)->at) < (vec)->n; item++)

/* The block with room for `more` elements behind `n`; `*cap` is changed once it is there. */
void *vec_room(struct mem *mem, void *at, size_t size, uint32_t n, uint32_t *cap, uint32_t more);

static inline void *vec_grow(struct mem *mem, void *at, size_t size, uint32_t n, uint32_t *cap)
{
    return vec_room(mem, at, size, n, cap, 1);
}

#endif
