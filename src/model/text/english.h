#ifndef MODEL_TEXT_ENGLISH_H
#define MODEL_TEXT_ENGLISH_H

#include "base/buf.h"

/* Appends a word with its s: the plural of a noun, the third person of a verb. Irregular ones are as if they were not.
 */
void english_add_s(struct buf *out, struct str word);

/* True for a language tag of English, such as "en-GB". */
bool is_english(struct str language);

#endif
