#ifndef MODEL_NAMES_UNKNOWN_PART_H
#define MODEL_NAMES_UNKNOWN_PART_H

#include "model/component.h"
#include "model/statements.h"

/* Reports the word of a statement that is no part of a component of the kind. Returns what it was meant to be,
   if something is near: by its letters, or by the title of a kind; else 0. */
atom report_unknown_part(const struct model_builder *model, struct args *args, kind_id kind);

/* The same for a statement that stands directly in a model. */
atom report_unknown_in_model(const struct model_builder *model, struct args *args);

/* Reports a word that is the title of a kind, as in `process-area`: returns the kind's name; 0, and nothing is
   reported, if it is none. */
atom report_titled(const struct model_builder *model, struct args *args, struct str context);

/* `maturity-level 3` in a goal: an attribute of another kind that is the name of a kind, too. True, with a
   finding, if the statement is one. */
bool report_property_elsewhere(const struct model_builder *model, uint32_t statement, component_id in);

#endif
