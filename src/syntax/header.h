#ifndef SYNTAX_HEADER_H
#define SYNTAX_HEADER_H

#include "syntax/parser.h"

/* Helps with what stands on the first line of a declaration and belongs into its block: `mapping M from A to B {`.
   `at` is its first word; `finding` may be NULL. Where the line ends with `{` it says how to write it. */
void help_header(struct parser *parser, struct finding *finding, struct span at);

#endif
