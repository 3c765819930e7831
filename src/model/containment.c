#include "model/containment.h"

const struct containment *containment_of(const struct library *library, uint32_t first, uint32_t n, kind_id kind)
{
    for (uint32_t i = first; i < first + n; i++)
        if (library->containments.at[i].kind == kind)
            return &library->containments.at[i];
    return NULL;
}

const struct containment *containment_at(const struct library *library, component_id id)
{
    const struct component *component = &library->components.at[id];
    if (component->parent != NONE) {
        const struct kind *parent = library_kind(library, component->parent);
        return containment_of(library, parent->first_containment, parent->n_containments, component->kind);
    }
    const struct architecture *architecture =
        &library->architectures.at[library->models.at[component->model].architecture];
    return containment_of(library, architecture->first_containment, architecture->n_containments, component->kind);
}

bool may_hold(const struct library *library, kind_id kind, kind_id other)
{
    const struct kind *k = &library->kinds.at[kind];
    return containment_of(library, k->first_containment, k->n_containments, other) != NULL;
}

component_id holder_before(const struct library *library, component_id id)
{
    const struct component *component = &library->components.at[id];
    if (id == library->models.at[component->model].first || id - 1 == component->parent)
        return NONE;
    component_id before = id - 1;
    while (before != NONE && library->components.at[before].parent != component->parent)
        before = library->components.at[before].parent;
    return before != NONE && may_hold(library, library->components.at[before].kind, component->kind) ? before : NONE;
}

kind_id replaced_kind(const struct library *library, kind_id kind)
{
    const struct kind *k = &library->kinds.at[kind];
    uint32_t base = library->architectures.at[k->architecture].extends;
    if (base == NONE)
        return NONE;
    const struct architecture *architecture = &library->architectures.at[base];
    for (kind_id old = architecture->first_kind; old < architecture->first_kind + architecture->n_kinds; old++)
        if (library->kinds.at[old].name == k->name)
            return library->kinds.at[old].at.start == k->at.start ? NONE : old; /* an inherited one is a copy */
    return NONE;
}
