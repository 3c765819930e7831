#ifndef CHECK_PLACEHOLDER_H
#define CHECK_PLACEHOLDER_H

#include "check/check.h"

/* Suggests to write `NAME "..."` as the first thing in the block of a component; makes the block if there is
   none. */
void suggest_value(struct checking *checking, struct finding *finding, component_id id, struct str name);

/* Suggests, as an unsafe fix, to make the title of a component its text `name`; nothing if a block follows. */
void suggest_title_as(struct checking *checking, struct finding *finding, component_id id, struct str name);

#endif
