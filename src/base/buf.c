#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

static void make_room(struct buf *buf, size_t more)
{
    if (more <= buf->cap - buf->n)
        return;
    size_t cap = buf->cap ? buf->cap * 2 : 256;
    while (cap - buf->n < more)
        cap *= 2;
    buf->at = mem_resize(buf->mem, buf->at, cap);
    buf->cap = cap;
}

void buf_add(struct buf *buf, const void *bytes, size_t n)
{
    if (n == 0)
        return;
    make_room(buf, n);
    memcpy(buf->at + buf->n, bytes, n);
    buf->n += n;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    make_room(buf, 64);
    va_start(args, format);
    int n = vsnprintf(buf->at + buf->n, buf->cap - buf->n, format, args);
    va_end(args);
    if (n < 0)
        mem_exhausted(buf->mem);
    if ((size_t)n >= buf->cap - buf->n) {
        make_room(buf, (size_t)n + 1);
        va_start(args, format);
        vsnprintf(buf->at + buf->n, buf->cap - buf->n, format, args);
        va_end(args);
    }
    buf->n += (size_t)n;
}

void buf_repeat(struct buf *buf, char c, size_t count)
{
    make_room(buf, count + 1);
    memset(buf->at + buf->n, c, count);
    buf->n += count;
}

const char *buf_cstr(struct buf *buf)
{
    make_room(buf, 1);
    buf->at[buf->n] = '\0';
    return buf->at;
}

void buf_free(struct buf *buf)
{
    mem_free(buf->mem, buf->at);
    *buf = buf_on(buf->mem);
}
