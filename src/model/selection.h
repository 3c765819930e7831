#ifndef MODEL_SELECTION_H
#define MODEL_SELECTION_H

#include "model/library.h"

/* Which components a profile takes: one byte for each position of its model's view, 1 if it is taken,
   what it stands in included. Owned by `mem`. NULL if the model is not known. */
uint8_t *profile_components(const struct library *library, struct mem *mem, const struct profile *profile);

#endif
