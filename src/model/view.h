#ifndef MODEL_VIEW_H
#define MODEL_VIEW_H

#include "model/library.h"

/* A model with what it extends as one, in document order. */

/* Computes the view of a model; that of its base is there. */
void view_build(struct library *library, model_id model);

static inline uint32_t view_count(const struct library *library, model_id model)
{
    return library->models.at[model].view.n;
}

/* The component at a position. */
static inline component_id view_component(const struct library *library, model_id model, uint32_t position)
{
    const struct model *m = &library->models.at[model];
    return m->view.order ? m->view.order[position] : m->first + position;
}

/* One past the last position of the subtree at a position. */
static inline uint32_t view_end(const struct library *library, model_id model, uint32_t position)
{
    const struct model *m = &library->models.at[model];
    return m->view.end ? m->view.end[position] : library->components.at[m->first + position].end - m->first;
}

/* The position of a component of the model or of what it extends. */
uint32_t view_position(const struct library *library, model_id model, component_id component);

/* True if the component belongs to the model or to what it extends. */
bool view_holds(const struct library *library, model_id model, component_id component);

/* The nearest ancestor that is no grouping, or NONE: where siblings meet. */
component_id sibling_parent(const struct library *library, component_id component);

/* Sets `first` and returns the end of the range of positions that hold what is in the component;
   NONE: the whole model. */
uint32_t view_inside(const struct library *library, model_id model, component_id component, uint32_t *first);

#endif
