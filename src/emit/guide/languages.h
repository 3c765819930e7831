#ifndef EMIT_GUIDE_LANGUAGES_H
#define EMIT_GUIDE_LANGUAGES_H

#include "emit/guide/names.h"

/* The guide in several languages: each has a folder with all pages, named alike, so a page leads to itself in
   every other language. */

/* The links of the head that tell browsers of them. */
void put_alternates(struct page *page);

/* What writes data of the model or mapping `id`. */
typedef void data_writer(struct buf *out, const struct library *library, uint32_t id);

/* A link to data that are the same in every language, which are staged with the pages of the first. */
void put_data(struct page *page, const struct site_file *file, data_writer *write, uint32_t id);

/* The switch of the header; nothing if there is one language. */
void put_languages(struct page *page);

#endif
