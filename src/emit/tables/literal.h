#ifndef EMIT_TABLES_LITERAL_H
#define EMIT_TABLES_LITERAL_H

#include "base/buf.h"

/* Bytes as string literals of C: the form that compilers read fastest, by far. What is written is
   ASCII and means the same with and without trigraphs. Portable ones are lists of numbers and characters instead, for
   compilers that limit how long a literal is. */

/* How constants are written. */
enum literal_form { FORM_LITERALS, FORM_PORTABLE };

/* Appends the definition of a static constant array of bytes, perhaps with a NUL behind it. */
void literal_bytes(struct buf *out, enum literal_form form, const char *name, const struct buf *bytes);

/* Appends the definition of a static constant array of characters that holds strings with a NUL
   behind each. A line of source ends where a line of theirs does. */
void literal_strings(struct buf *out, enum literal_form form, const char *name, const struct buf *strings);

/* Appends a number to a column, as prm_in_column() of prm/tables.h reads it. */
static inline void column_add(struct buf *column, uint32_t number)
{
    for (uint32_t i = 0; i < 4; i++)
        buf_char(column, (char)((number >> 8 * i & 0xff) ^ 0x20));
}

#endif
