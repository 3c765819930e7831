#ifndef SYNTAX_STRAY_H
#define SYNTAX_STRAY_H

#include "syntax/parser.h"

/* Reports a character that means nothing, and says what other notation it comes from. */
void parser_stray(struct parser *parser, struct span at);

/* What stands before a place on its line, without the blanks around it. */
struct str line_before(const struct parser *parser, struct span at);

/* The same for what stands behind it. */
struct str line_behind(const struct parser *parser, struct span at);

/* Says that a value stands behind its word without the mark at `at`, and offers to take that out. */
void help_no_mark(struct finding *finding, struct span at);

/* True if the place stands in a declaration of this kind, as far as its first line tells. */
bool stands_in(const struct parser *parser, const char *declaration);

#endif
