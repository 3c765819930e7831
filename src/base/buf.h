#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/mem.h"
#include "base/str.h"

/* A growing run of bytes, for everything that is written. Start with buf_on(). */
struct buf {
    struct mem *mem;
    char *at;
    size_t n, cap;
};

static inline struct buf buf_on(struct mem *mem)
{
    return (struct buf){.mem = mem};
}

/* Makes room for `n` more bytes at least. */
void buf_room(struct buf *buf, size_t n);

/* Appends `n` bytes. */
static inline void buf_add(struct buf *buf, const void *bytes, size_t n)
{
    if (n == 0)
        return;
    if (n > buf->cap - buf->n)
        buf_room(buf, n);
    memcpy(buf->at + buf->n, bytes, n);
    buf->n += n;
}

/* Appends a number in decimal digits. */
void buf_number(struct buf *buf, int64_t number);

/* Appends text formatted as printf does. */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends `count` times the character. */
void buf_repeat(struct buf *buf, char c, size_t count);

/* The content, NUL-terminated; valid until the next change. */
const char *buf_cstr(struct buf *buf);

/* Frees the text; the buffer is empty and can be used again. */
void buf_free(struct buf *buf);

static inline void buf_str(struct buf *buf, struct str s)
{
    buf_add(buf, s.ptr, s.len);
}

static inline void buf_text(struct buf *buf, const char *text)
{
    buf_add(buf, text, strlen(text));
}

static inline void buf_char(struct buf *buf, char c)
{
    if (buf->n < buf->cap)
        buf->at[buf->n++] = c;
    else
        buf_add(buf, &c, 1);
}

static inline struct str buf_as_str(const struct buf *buf)
{
    return (struct str){buf->at, (uint32_t)buf->n};
}

#endif
