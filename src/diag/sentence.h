#ifndef DIAG_SENTENCE_H
#define DIAG_SENTENCE_H

#include "base/buf.h"

/* Appends a message as a sentence of prose: with a capital and a full stop. */
void add_sentence(struct buf *out, struct str text);

#endif
