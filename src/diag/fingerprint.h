#ifndef DIAG_FINGERPRINT_H
#define DIAG_FINGERPRINT_H

#include "diag/diag.h"

/* A fingerprint is a hash of the code of the rule, of what the finding is about (where that is not known: the
   name of the file), and of the values in its sentence: neither of a line nor of our wording. Equal ones in a run are
   numbered in the order of their places. */

/* The part of it that the values of a message make. */
uint64_t fingerprint_values(struct mem *mem, enum message message, va_list values);

/* Sets the fingerprints of the settled findings. */
void diag_fingerprint(struct diag *diag);

/* Appends it as it is shown: 16 hexadecimal digits, `:`, the number among equals. */
void add_fingerprint(struct buf *out, const struct finding *finding);

#endif
