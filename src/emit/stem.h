#ifndef EMIT_STEM_H
#define EMIT_STEM_H

#include <stdbool.h>

#include "base/str.h"

enum { STEM_MOST = 64 }; /* bytes; longer words are cut */

/* Takes the next word off a text that is more than a joint between others ("of", "and", single letters). `stem` is
   what it has in common with its kin ("manag" of "managing"), in small letters, in `room`. False at the end. */
bool next_stem(struct str *text, char room[STEM_MOST], struct str *stem);

#endif
