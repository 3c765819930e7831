/* The queue of references: resolved when every name is known. */

#include "model/names/path.h"
#include "model/names/reference.h"
#include "model/names/resolve.h"

static struct target_kinds kinds_of(const struct library *library, property_id property, kind_id owner_kind)
{
    if (property == BUILTIN_ELABORATES)
        return (struct target_kinds){&library->kinds.at[owner_kind].elaborates, 1};
    const struct property *declared = &library->properties.at[property];
    return (struct target_kinds){library->kind_lists.at + declared->first_kind, declared->n_kinds};
}

/* True if one of the kinds that may be named is an elaboration. */
static bool wants_elaboration(const struct library *library, struct target_kinds kinds)
{
    for (uint32_t i = 0; i < kinds.n; i++)
        if (kinds.at[i] != NONE && library->kinds.at[kinds.at[i]].elaborates != NONE)
            return true;
    return false;
}

void resolve_elaboration(struct builder *builder, struct pending *pending)
{
    struct library *library = builder->library;
    struct component *owner = &library->components.at[pending->owner];
    uint32_t unit = library->models.at[owner->model].unit;
    const struct arg *arg = unit_tree(builder, unit)->args.at + pending->arg;
    struct scope scope = {.model = owner->model, .component = owner->parent};
    members found = {0};
    resolve_list(builder, unit, scope, arg, pending->n, kinds_of(library, BUILTIN_ELABORATES, owner->kind), &found);
    pending->target = found.n == 1 ? found.at[0].component : NONE;
    if (pending->target != NONE) {
        owner->id = library->components.at[pending->target].id;
        owner->at = found.at[0].at;
    }
    vec_free(builder->mem, &found);
}

static void add_reference(struct library *library, const struct pending *pending, component_id target, struct span at)
{
    struct reference reference = {pending->property, target, at};
    vec_push(library->mem, &library->references, reference);
}

static void resolve_pending(struct builder *builder, const struct pending *pending, members *found)
{
    struct library *library = builder->library;
    struct component *owner = &library->components.at[pending->owner];
    if (pending->property == BUILTIN_ELABORATES) {
        if (pending->target != NONE)
            add_reference(library, pending, pending->target, owner->at);
        return;
    }
    struct target_kinds kinds = kinds_of(library, pending->property, owner->kind);
    uint32_t unit = library->models.at[owner->model].unit;
    struct scope scope = {owner->model, pending->owner, wants_elaboration(library, kinds)};
    const struct arg *args = unit_tree(builder, unit)->args.at + pending->arg;
    found->n = 0;
    if (!resolve_list(builder, unit, scope, args, pending->n, kinds, found))
        owner->incomplete = true;
    VEC_EACH (const struct member, member, found)
        add_reference(library, pending, member->component, member->at);
}

/* The paths of what waits, as far as there is room for them; returns up to where they are collected. */
static uint32_t collect_paths(struct builder *builder, uint32_t next, struct path_ends paths[PREFETCH_MOST],
                              uint32_t *n)
{
    const struct library *library = builder->library;
    for (*n = 0; next < builder->pending.n; next++) {
        const struct pending *pending = &builder->pending.at[next];
        model_id model = library->components.at[pending->owner].model;
        const struct tree *tree = unit_tree(builder, library->models.at[model].unit);
        for (const struct arg *arg = tree->args.at + pending->arg, *end = arg + pending->n; arg < end; arg++) {
            if (*n == PREFETCH_MOST)
                return next + 1;
            if (arg->kind == ARG_REFERENCE && !(arg->flags & ARG_QUALIFIED))
                paths[(*n)++] = (struct path_ends){model, tree_path_step(tree, arg, 0).name,
                                                   tree_path_step(tree, arg, arg->n_steps - 1u).name};
        }
    }
    return next;
}

void resolve_references(struct builder *builder)
{
    struct library *library = builder->library;
    members found = {0};
    struct path_ends paths[PREFETCH_MOST];
    uint32_t next = 0, prefetched = 0, n_paths;
    for (component_id id = 0; id < library->components.n; id++) {
        if (next >= prefetched) {
            prefetched = collect_paths(builder, next, paths, &n_paths);
            names_prefetch(library, paths, n_paths);
        }
        uint32_t n_findings = builder->diag->findings.n;
        library->components.at[id].first_reference = library->references.n;
        for (; next < builder->pending.n && builder->pending.at[next].owner == id; next++)
            resolve_pending(builder, &builder->pending.at[next], &found);
        about_component_since(builder->diag, library, n_findings, id);
    }
    vec_free(builder->mem, &found);
}
