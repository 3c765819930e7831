#ifndef EMIT_GUIDE_PAGES_HOME_H
#define EMIT_GUIDE_PAGES_HOME_H

#include "emit/guide/names.h"

/* The parts of the home page; each writes nothing if there is nothing to say. */

/* How the models map to one another, as a picture and in words. */
void put_atlas(struct page *page);

/* What is new: drafts, pseudo components, what bolt-ons add, what had another id, what is not decided. */
void put_news(struct page *page);

#endif
