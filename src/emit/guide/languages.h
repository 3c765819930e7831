#ifndef EMIT_GUIDE_LANGUAGES_H
#define EMIT_GUIDE_LANGUAGES_H

#include "emit/guide/names.h"

/* The guide in several languages: each has a folder with all pages, named alike, so a page leads to itself in
   every other language. */

/* The links of the head that tell browsers of them. */
void put_alternates(struct page *page);

/* The switch of the header; nothing if there is one language. */
void put_languages(struct page *page);

#endif
