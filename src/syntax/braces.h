#ifndef SYNTAX_BRACES_H
#define SYNTAX_BRACES_H

#include "syntax/parser.h"

/* Finds out, by the indentation of the lines, where braces are missing or too many, in a file whose
   braces do not match; to be called with a scanner at its start. Returns false if the indentation
   does not tell. The repairs are kept in the parser. */
bool braces_repair(struct parser *parser);

/* Reports the repairs that were found. */
void braces_report(struct parser *parser);

#endif
