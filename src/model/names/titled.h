#ifndef MODEL_NAMES_TITLED_H
#define MODEL_NAMES_TITLED_H

#include "model/names/reference.h"

/* How often a build looks through whole models for what may be meant. */
enum { SEARCHES_MOST = 100 };

/* True if an id or a few words spell a title, as in `Project-Planning`: case, blanks and hyphens do not count. */
bool spells_title(struct str wanted, struct str title);

/* Offers the component of a model (NONE: none) that has the title which a string says; false if there is none. */
bool suggest_titled(struct builder *builder, struct finding *finding, model_id model, const struct arg *string);

/* The same for a title without quotes that begins with an unknown id: `6.3 -> Capacity and Availability Management`.
   The finding then covers all of it. */
bool suggest_spelt_out(struct builder *builder, struct finding *finding, model_id model, const struct written *written);

#endif
