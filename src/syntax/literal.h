#ifndef SYNTAX_LITERAL_H
#define SYNTAX_LITERAL_H

#include "base/buf.h"
#include "source/source.h"

/* The text of a string or text block as it stands in the source, quotes and all: escapes replaced,
   indentation taken off, lines joined by LF. A slice of the source where nothing had to change, else
   in the arena. Typographic quotes, and quotes that are missing at the end, are taken as they are. */
struct str literal_text(struct arena *arena, struct str source);

/* Where byte `offset` of literal_text(source) stands in the source. */
uint32_t literal_offset(struct str source, uint32_t offset);

/* Where a slice of literal_text(source) stands, whose literal is at `at`; all of the literal if the part is
   no slice of the value. */
struct span literal_span(struct str source, struct span at, struct str value, struct str part);

/* Appends a text of one line as a string, with quotes and escapes. */
void literal_add(struct buf *out, struct str text);

#endif
