#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/arena.h"

/* Language tags as BCP 47 has them: "hi", "hi-IN", "sr-Latn". */

/* True if the tag is well formed, without regard to registries. */
bool is_language_tag(struct str tag);

/* Takes the first subtag off `rest`: what stands before a hyphen. */
struct str language_subtag(struct str *rest);

/* The name of a locale as a tag: with `-` for `_`, without what POSIX hangs on, as in `hi_IN.UTF-8`. */
struct str language_as_tag(struct arena *arena, struct str locale);

#endif
