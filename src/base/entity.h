#ifndef BASE_ENTITY_H
#define BASE_ENTITY_H

#include "base/str.h"

/* The code point of a character reference with its `&` and `;`: "&nbsp;", "&#8364;", "&#x20AC;".
   0 if it is none that is known. */
uint32_t entity_code_point(struct str entity);

#endif
