#ifndef MODEL_NAMES_REFERENCE_H
#define MODEL_NAMES_REFERENCE_H

#include "model/names/names.h"
#include "syntax/tree.h"

/* A reference as it is written. */
struct written {
    struct step *steps; /* the ids of the path */
    uint32_t n;
    struct step model; /* the model in front of it; name 0: none */
    struct span at;
    bool bare;   /* in a text: ids need no backquotes */
    bool joined; /* two ids in a row that name one component */
};

/* Looks up what the first `n` ids of a reference lead to in a scope, whatever model stands in front of it. */
struct lookup find_written(const struct library *library, struct scope scope, const struct written *written,
                           uint32_t n);

typedef VEC(struct member) members;

/* What a reference must be. */
struct target_kinds {
    const kind_id *at; /* NULL: any */
    uint32_t n;
};

/* Resolves one reference and reports what is wrong with it. `unit` is the file it stands in.
   Returns NONE if there is nothing that could be meant. */
component_id resolve_written(struct builder *builder, uint32_t unit, struct scope scope, const struct written *written,
                             enum message undefined);

/* Keeps where a reference names its target; `loose` if it is spelled in another way, which is reported. */
void accept_target(struct builder *builder, struct scope scope, const struct written *written, component_id target,
                   bool loose);

/* Reports a component that a mapping or a profile names, though it is of another model. */
void report_not_in_model(struct builder *builder, const struct member *member, model_id model);

/* Reports a target that is of no kind that may stand at the place. */
void check_target_kind(struct builder *builder, struct span at, component_id target, struct target_kinds kinds);

/* Resolves a list of references in a tree: runs, `GP 2.1`, words in place of ids, `?` behind one.
   Appends what is found to `out`; false if something could not be resolved. */
bool resolve_list(struct builder *builder, uint32_t unit, struct scope scope, const struct arg *args, uint32_t n,
                  struct target_kinds kinds, members *out);

/* A side of a mapping: its model, and that of the other side. */
struct row_side {
    model_id model, other;
};

/* The same for the sources or targets of a row, where every one but the last has a comma behind it. */
bool resolve_row_side(struct builder *builder, uint32_t unit, struct row_side side, const struct arg *args, uint32_t n,
                      members *out);

/* Resolves one argument that names a component of a model, from the model as a whole. */
component_id resolve_in_model(struct builder *builder, uint32_t unit, model_id model, const struct arg *arg);

/* The model of this id that the unit can see; NONE, with a finding, if there is none. */
model_id find_model(struct builder *builder, uint32_t unit, struct step id);

/* The same for the model in front of a reference in a text. */
model_id find_inline_model(struct builder *builder, uint32_t unit, struct step id);

#endif
