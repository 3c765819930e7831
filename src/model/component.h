#ifndef MODEL_COMPONENT_H
#define MODEL_COMPONENT_H

#include "model/args.h"

/* The model that is being built. */
struct model_builder {
    struct builder *builder;
    model_id model;
    uint32_t unit;
    struct tree *tree; /* a word that is misspelt is mended in it, once reported */
};

static inline struct library *library_of(const struct model_builder *model)
{
    return model->builder->library;
}

static inline struct model *own(const struct model_builder *model)
{
    return &library_of(model)->models.at[model->model];
}

/* The kind of this name in the architecture of the model, or NONE. */
static inline kind_id find_child_kind(const struct model_builder *model, atom word)
{
    return find_kind(model->builder, own(model)->architecture, word);
}

/* Builds the components of a model from the block of its declaration; what it extends is built. */
void build_components(const struct model_builder *model, uint32_t declaration);

/* Builds a component, and what is in its block, inside `parent` (NONE: at the top). */
void build_component(const struct model_builder *model, uint32_t statement, kind_id kind, component_id parent);

/* Something in the component, or in the model if it is NONE, cannot be known. */
void lose_part(const struct model_builder *model, component_id id);

/* The ids in a statement that is not understood, and in its block, are known to be lost: references to
   them follow from what was reported last. */
void lose_names(const struct model_builder *model, uint32_t statement);

/* True if the word is a property of the kind, or one that every component has. */
bool is_property(const struct model_builder *model, kind_id kind, atom word);

/* True if the word is a property that the kind declares. */
bool is_text(const struct model_builder *model, kind_id kind, atom word);

/* Reads a property of a component. `block` is the statement of the component. */
void build_property(const struct model_builder *model, component_id id, uint32_t statement, struct span block);

/* Queues `n` arguments of the tree as references of a component (NONE: the one that comes next). */
void add_pending(const struct model_builder *model, component_id owner, property_id property, uint32_t arg, uint32_t n);

#endif
