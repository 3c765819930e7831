#ifndef EMIT_CSV_H
#define EMIT_CSV_H

#include "base/buf.h"

/* Appends one cell by RFC 4180, with what separates it from the next, or ends the record. A cell that
   a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"). */
void csv_cell(struct buf *out, struct str text, bool last);

#endif
