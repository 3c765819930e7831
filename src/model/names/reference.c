/* References: from what is written to components, with findings for what is wrong. */

#include "model/names/reference.h"

#include "model/names/path.h"
#include "model/names/spelling.h"
#include "model/names/present.h"
#include "model/names/suggest.h"
#include "model/view.h"

/* ---- Single references ---- */

struct lookup find_written(const struct library *library, struct scope scope, const struct written *written, uint32_t n)
{
    atom path[PATH_LENGTH_MOST];
    for (uint32_t i = 0; i < n; i++)
        path[i] = written->steps[i].name;
    return names_find(library, scope, path, n);
}

/* How many of the steps lead somewhere. */
static uint32_t known_steps(const struct library *library, struct scope scope, const struct written *written)
{
    uint32_t known = 0;
    while (known + 1 < written->n && find_written(library, scope, written, known + 1).target != NONE)
        known++;
    return known;
}

static bool chain_incomplete(const struct library *library, model_id model)
{
    for (; model != NONE; model = library->models.at[model].extends)
        if (library->models.at[model].incomplete)
            return true;
    return false;
}

/* An unknown name is reported once in a file; true if it was before, and counts the use. */
static bool was_reported(struct builder *builder, uint32_t unit, atom name, enum message message)
{
    uint32_t *index = map_at(&builder->unknown_index, map_key(unit << 8 | message, name), builder->unknown.n);
    if (*index == builder->unknown.n) {
        struct unknown_name first = {.finding = NULL, .more = 0};
        vec_push(builder->mem, &builder->unknown, first);
        return false;
    }
    builder->unknown.at[*index].more++;
    return true;
}

static void report_undefined(struct builder *builder, uint32_t unit, struct scope scope, const struct written *written,
                             enum message undefined)
{
    struct library *library = builder->library;
    if (chain_incomplete(library, scope.model))
        return; /* what could not be read may have defined it */
    uint32_t known = known_steps(library, scope, written);
    struct step fault = written->steps[known];
    enum message message = known == 0                       ? undefined
                           : undefined == MSG_broken_inline ? MSG_broken_inline_in
                                                            : MSG_undefined_in;
    const uint32_t *lost = map_find(&builder->lost_names, fault.name);
    if (lost)
        follow_up(builder->diag->findings.at[*lost], message_rule(message), 1);
    if (lost || (known == 0 && was_reported(builder, unit, fault.name, message)))
        return;
    atom around = known == 0 ? library->models.at[scope.model].id : written->steps[known - 1].name;
    struct finding *finding = report(builder->diag, fault.at, message, v_name(name_of(builder, fault.name)),
                                     v_name(name_of(builder, around)));
    if (known == 0)
        builder->unknown.at[builder->unknown.n - 1].finding = finding;
    if (known > 0 || !help_other_model(builder, finding, scope, written))
        suggest_ids(builder, finding, scope, written, known);
}

/* True if the step spells the id of the component, in some way if `loose`. */
static bool spells(const struct library *library, component_id id, struct step step, bool loose)
{
    atom own = library->outlines.at[id].name;
    if (own == step.name || !loose)
        return own == step.name;
    return names_fold(library->atoms, atom_text(library->atoms, own)) ==
           names_fold(library->atoms, atom_text(library->atoms, step.name));
}

/* Keeps where a component, and those around it that a path names, are named. */
static void record_uses(struct builder *builder, const struct written *written, component_id target, bool loose)
{
    struct library *library = builder->library;
    for (uint32_t i = written->n; i-- > 0 && target != NONE;) {
        while (target != NONE && i + 1 < written->n && !spells(library, target, written->steps[i], loose))
            target = library->outlines.at[target].parent;
        if (target == NONE || !spells(library, target, written->steps[i], loose))
            continue; /* by its label */
        struct mention use = {target, written->steps[i].at};
        vec_push(library->mem, &library->mentions, use);
        target = library->outlines.at[target].parent;
    }
}

void accept_target(struct builder *builder, struct scope scope, const struct written *written, component_id target,
                   bool loose)
{
    if (loose)
        report_loose(builder, scope, written, target);
    record_uses(builder, written, target, loose);
}

component_id resolve_written(struct builder *builder, uint32_t unit, struct scope scope, const struct written *written,
                             enum message undefined)
{
    if (written->model.name) {
        model_id own = scope.model;
        scope.model = undefined == MSG_broken_inline ? find_inline_model(builder, unit, written->model)
                                                     : find_model(builder, unit, written->model);
        scope.component = NONE;
        if (scope.model == NONE)
            return NONE;
        if (scope.model != own && !names_are_built(builder->library, scope.model)) {
            struct str path = source_text(builder->diag->sources, written->at);
            report(builder->diag, written->at, MSG_not_in_model, v_name(path),
                   v_name(name_of(builder, builder->library->models.at[own].id)));
            return NONE;
        }
    }
    struct lookup lookup = find_written(builder->library, scope, written, written->n);
    if (lookup.other != NONE) {
        report_ambiguous(builder, written, lookup);
        return NONE;
    }
    if (lookup.target == NONE)
        report_undefined(builder, unit, scope, written, undefined);
    else
        accept_target(builder, scope, written, lookup.target, lookup.loose || written->joined);
    return lookup.target;
}

/* True if the one model extends the other, by way of others perhaps. */
static bool extends_model(const struct library *library, model_id model, model_id base)
{
    while (model != NONE && model != base)
        model = library->models.at[model].extends;
    return model != NONE;
}

void report_not_in_model(struct builder *builder, const struct member *member, model_id model)
{
    const struct library *library = builder->library;
    const struct component *component = &library->components.at[member->component];
    struct finding *finding =
        report(builder->diag, member->at, MSG_not_in_model, v_name(name_of(builder, component->id)),
               v_name(name_of(builder, library->models.at[model].id)));
    label(finding, component->at, MSG_label_defined_here);
    if (extends_model(library, component->model, model))
        help(finding, MSG_help_extension, v_name(name_of(builder, library->models.at[component->model].id)),
             v_name(name_of(builder, library->models.at[model].id)));
}

void check_target_kind(struct builder *builder, struct span at, component_id target, struct target_kinds kinds)
{
    struct library *library = builder->library;
    atom kind = library->kinds.at[library->outlines.at[target].kind].name; /* another architecture may share the name */
    for (uint32_t i = 0; i < kinds.n; i++)
        if (kinds.at[i] == NONE || library->kinds.at[kinds.at[i]].name == kind)
            return;
    if (kinds.n == 0)
        return;
    const struct component *component = &library->components.at[target];
    struct buf wanted = buf_on(builder->mem);
    for (uint32_t i = 0; i < kinds.n; i++)
        buf_printf(&wanted, "%s`%.*s`", i == 0 ? "" : " or ",
                   STR_ARGS(name_of(builder, library->kinds.at[kinds.at[i]].name)));
    struct finding *finding = report(builder->diag, at, MSG_wrong_kind, v_name(name_of(builder, component->id)),
                                     v_name(name_of(builder, kind)), v_text(buf_as_str(&wanted)));
    label(finding, component->at, MSG_label_defined_here);
    help_of_kind(builder, finding, target, kinds);
    buf_free(&wanted);
}
