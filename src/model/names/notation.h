#ifndef MODEL_NAMES_NOTATION_H
#define MODEL_NAMES_NOTATION_H

#include "model/names/reference.h"

/* The canonical path of a component; lives in the scratch arena of the builder. */
struct str path_text_of(struct builder *builder, component_id id);

/* Says in a finding about an unknown step how the reference is written here, if it is one in another notation:
   `PP.SP2.3` is a path, and `GP2.1-GP2.4` a run. False if it is none. */
bool help_notation(struct builder *builder, struct finding *finding, struct scope scope, const struct written *written,
                   uint32_t step);

/* The model whose id is `name`, in sight or not; NONE if there is none. */
model_id model_called(const struct builder *builder, struct str name);

/* Says in a finding about a path that begins with a model how that is written. */
void help_model_step(struct builder *builder, struct finding *finding, const struct written *written);

/* The same for `CMMI-SVC.PP`. False if no model in front of a point has that id. */
bool help_model_prefix(struct builder *builder, struct finding *finding, const struct written *written);

/* Says in a finding about a missing comma that the id and the one before it are a path. */
void help_joined(struct builder *builder, struct finding *finding, const struct arg *second);

/* Reports the end of a run, one id, that nothing has which `scope` sees; says which sibling of `first` (NONE: no run)
   is the last. False if something has it. */
bool report_open_end(struct builder *builder, struct scope scope, component_id first, const struct arg *end);

/* Says in a finding about a run that leaves its parent which runs it would be, from the first component to the
   last in the order of the model. */
void help_split_run(struct builder *builder, struct finding *finding, model_id model, component_id first,
                    component_id last);

/* What the word of a kind and the id behind it name in `scope`: the id alone, or the number of a component of the
   kind, as in `maturity-level 2`; 0 if neither is there. The model of the scope has an architecture. */
atom id_behind_kind(struct builder *builder, struct scope scope, const struct arg *kind_word);

/* Says in a finding about `maturity-level 2`, which names the level `id`, what is of that level: a level holds nothing.
   False if the id names no such level. */
bool help_level(struct builder *builder, struct finding *finding, struct scope scope, atom id);

#endif
