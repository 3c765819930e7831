#ifndef CHECK_RENUMBER_H
#define CHECK_RENUMBER_H

#include "check/check.h"

/* Ids that get other numbers. */
struct renumbering {
    struct checking *checking;
    struct map ids;     /* component -> atom of the new id */
    component_id first; /* the first that was renumbered; NONE */
    bool failed;        /* an id cannot be made, or may not change */
};

/* Nothing renumbered yet. */
struct renumbering renumbering_on(struct checking *checking);

/* Gives a component another counter; what is in it follows where its ids repeat the number. */
void renumber(struct renumbering *renumbering, component_id id, uint32_t counter);

/* Hangs an unsafe fix onto the finding that changes the ids where they are defined and wherever they are
   named. Nothing if one of them may not change. Frees the renumbering. */
void suggest_renumbering(struct renumbering *renumbering, struct finding *finding);

/* Suggests for a component whose id has the number of another parent the next number that is free in its
   own. */
void suggest_place(struct checking *checking, struct finding *finding, component_id id);

/* Says for a component whose id fits no template which id its place has. */
void help_id_of_place(struct checking *checking, struct finding *finding, component_id id);

#endif
