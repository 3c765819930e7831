#ifndef MODEL_INLINE_H
#define MODEL_INLINE_H

#include "model/builder.h"
#include "model/names/names.h"

/* The component that a `[[REF]]` in a text means, or NONE. `text` is what stands in front of `|`;
   `scopes` are tried in order. For back ends: nothing is reported. */
component_id inline_target(const struct library *library, const struct scope *scopes, uint32_t n_scopes,
                           struct str text);

/* Checks the scheme of an address that is given as a value. */
void check_url(struct builder *builder, const struct arg *literal, struct str value);

/* Checks the references and links in every text: those of components, rows, terms, headers, titles. */
void check_inline_references(struct builder *builder);

#endif
