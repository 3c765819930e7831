#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

void buf_room(struct buf *buf, size_t more)
{
    if (more <= buf->cap - buf->n)
        return;
    size_t cap = buf->cap ? buf->cap * 2 : 256;
    while (cap - buf->n < more)
        cap *= 2;
    buf->at = mem_resize(buf->mem, buf->at, cap);
    buf->cap = cap;
}

void buf_number(struct buf *buf, int64_t number)
{
    char digits[24], *end = digits + sizeof digits, *at = end;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (number < 0)
        *--at = '-';
    buf_add(buf, at, (size_t)(end - at));
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args;
    buf_room(buf, 64);
    va_start(args, format);
    int n = vsnprintf(buf->at + buf->n, buf->cap - buf->n, format, args);
    va_end(args);
    if (n < 0)
        mem_exhausted(buf->mem);
    if ((size_t)n >= buf->cap - buf->n) {
        buf_room(buf, (size_t)n + 1);
        va_start(args, format);
        vsnprintf(buf->at + buf->n, buf->cap - buf->n, format, args);
        va_end(args);
    }
    buf->n += (size_t)n;
}

void buf_repeat(struct buf *buf, char c, size_t count)
{
    buf_room(buf, count + 1);
    memset(buf->at + buf->n, c, count);
    buf->n += count;
}

const char *buf_cstr(struct buf *buf)
{
    buf_room(buf, 1);
    buf->at[buf->n] = '\0';
    return buf->at;
}

void buf_free(struct buf *buf)
{
    mem_free(buf->mem, buf->at);
    *buf = buf_on(buf->mem);
}
