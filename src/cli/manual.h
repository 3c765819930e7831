#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "base/buf.h"

/* Appends the manual page prmc(1) in the language of man(7): all commands, options and rules. */
void write_manual(struct buf *out);

#endif
