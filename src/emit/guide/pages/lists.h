#ifndef EMIT_GUIDE_PAGES_LISTS_H
#define EMIT_GUIDE_PAGES_LISTS_H

#include "emit/guide/page.h"

/* What the page at hand lists, as CSV beside it. */

/* The components of its model, with what that extends. */
void emit_components_csv(struct page *page);

/* What a profile takes and leaves out; `taken`: by position in the view of its model. */
void emit_profile_csv(struct page *page, const struct profile *profile, const uint8_t *taken);

/* The terms of a glossary. */
void emit_glossary_csv(struct page *page, const struct glossary *glossary);

#endif
