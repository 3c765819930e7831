#ifndef EMIT_TABLES_LITERAL_H
#define EMIT_TABLES_LITERAL_H

#include "base/buf.h"

/* Bytes as string literals of C: the form that compilers read fastest, by far. What is written is
   ASCII and means the same with and without trigraphs. */

/* Appends the definition of a static constant array of bytes. The compiler adds a NUL. */
void literal_bytes(struct buf *out, const char *name, const struct buf *bytes);

/* Appends the definition of a static constant array of characters that holds strings with a NUL
   behind each. A line of source ends where a line of theirs does. */
void literal_strings(struct buf *out, const char *name, const struct buf *strings);

/* Appends a number as 32 bits, the lowest first, to the content of a column. */
static inline void column_add(struct buf *column, uint32_t number)
{
    buf_char(column, (char)(number & 0xff));
    buf_char(column, (char)(number >> 8 & 0xff));
    buf_char(column, (char)(number >> 16 & 0xff));
    buf_char(column, (char)(number >> 24));
}

#endif
