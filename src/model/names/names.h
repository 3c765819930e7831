#ifndef MODEL_NAMES_NAMES_H
#define MODEL_NAMES_NAMES_H

#include "model/builder.h"

/* What a search for a name reads of a component. It is kept apart, small, so that an area and what is in it
   lie in a few lines of the cache: references lead all over a model. */
struct outline {
    atom name; /* its id; 0 if it has none, or its path is taken by an earlier one */
    kind_id kind;
    component_id parent, end;
};

/* Where a reference stands, and what may be meant. */
struct scope {
    model_id model;
    component_id component; /* the component it stands in; NONE: the model as a whole */
    bool wants_elaboration; /* an elaboration is meant, not what it elaborates */
};

/* What a path of ids leads to. */
struct lookup {
    component_id target; /* NONE: nothing */
    component_id other;  /* a second candidate on the same footing, or NONE */
    bool loose;          /* found only by ignoring case, blanks and zero padding, or by a label */
};

/* Makes the names of a model ready for names_claim_path(). */
void names_prepare(struct library *library, model_id model);

/* Indexes the ids of a model; its components are numbered and its view is there. */
void names_build(struct library *library, model_id model);

/* False while a model is still being built: what is in it cannot be named yet. */
bool names_are_built(const struct library *library, model_id model);

/* Looks a path up from its scope outwards, as the language lays down: exactly, and if nothing is
   found, loosely. Near linear: it visits no more components than the rarest of the ids has. */
struct lookup names_find(const struct library *library, struct scope scope, const atom *path, uint32_t n);

/* The first and the last id of a path that will be looked up. */
struct path_ends {
    model_id model;
    atom first, last;
};

enum { PREFETCH_MOST = 16 };

/* Asks the processor for what names_find() will read for these paths, at most PREFETCH_MOST, so that they wait for
   memory together and not each for itself. It only saves time. */
void names_prefetch(const struct library *library, const struct path_ends *paths, uint32_t n);

/* The sibling of a component (of any kind) that has this name, or NONE. */
struct lookup names_find_sibling(const struct library *library, model_id model, component_id of, atom name);

/* The component of the model itself whose path is that of `parent` (NONE: none) and then `id`. */
component_id names_at_path(const struct library *library, model_id model, component_id parent, atom id);

/* Puts a component under its path; returns the one that is there, or the component itself. */
component_id names_claim_path(struct library *library, model_id model, component_id component);

/* Asks the processor for the place of a path that will soon be claimed. */
void names_prefetch_claim(const struct library *library, model_id model, component_id component);

/* True if the folded name of the component, or its label, is this. */
bool names_matches(const struct library *library, component_id component, atom folded);

/* A name without what people vary: small letters, no blanks, no zeros in front of numbers. */
atom names_fold(struct atoms *atoms, struct str name);

#endif
