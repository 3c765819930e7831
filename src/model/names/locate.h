#ifndef MODEL_NAMES_LOCATE_H
#define MODEL_NAMES_LOCATE_H

#include "model/library.h"

/* What a user names outside of any file, as on the command line. */

typedef VEC(component_id) component_list;

/* The model of this id, or NONE. */
model_id locate_model(const struct library *library, struct str id);

/* The id of a model that is nearly spelled so, {0} if there is none. */
struct str locate_near_model(const struct library *library, struct str id);

/* A component as a user names it: "PP/SP1.1" or "CMMI-SVC:PP/SP1.1", where ids need no backquotes. */
struct designation {
    struct str model; /* {0}: any that was read */
    atom *steps;      /* ids, outermost first */
    uint32_t n;
};

/* Splits a text into its ids; the steps are in `arena`. False if it is no path of ids. */
bool locate_split(const struct library *library, struct arena *arena, struct str text, struct designation *designation);

/* Appends the components that are meant, in the order of the documents; they belong to the library's memory.
   Those whose canonical path it is are meant alone; else those that the path leads to as a reference
   would, loosely spelled if nothing else. A model that is not there has none. */
void locate(const struct library *library, const struct designation *designation, component_list *found);

/* The same for what may be meant by a path that leads to nothing: the few components that are near. */
void locate_near(const struct library *library, const struct designation *designation, component_list *found);

#endif
