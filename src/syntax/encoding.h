#ifndef SYNTAX_ENCODING_H
#define SYNTAX_ENCODING_H

#include "diag/diag.h"

/* Reports what no PRM file may hold, wherever it stands: bytes that are not UTF-8, characters that
   nobody sees, lone carriage returns. Returns false if the file is no text at all and not worth
   reading. */
bool encoding_check(struct diag *diag, const struct source_file *file);

#endif
