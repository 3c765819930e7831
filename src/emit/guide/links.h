#ifndef EMIT_GUIDE_LINKS_H
#define EMIT_GUIDE_LINKS_H

#include "emit/guide/index.h"
#include "model/library.h"

/* Who has to do with a component, worked out once for all pages. */

/* A component that names another. */
struct backlink {
    component_id from;
    property_id property; /* by which it does; NONE: in a text */
};

struct links {
    VEC(struct backlink) backlinks;
    struct index referred;                 /* component -> backlinks that lead to it */
    struct index as_source;                /* component -> rows that it is a source of */
    struct index as_target;                /* component -> rows that it is a target of */
    struct index derived_from, derived_to; /* component -> edges of derived mappings */
    struct index applies;                  /* kind -> components that apply to all of it */
    mapping_id *of_row, *of_edge;          /* the mapping that a row or an edge is of */
};

/* Finds them for a library; the arrays are in `arena`. */
void links_build(struct links *links, const struct library *library, struct arena *arena);

#endif
