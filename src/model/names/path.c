#include "model/names/path.h"

#include "model/template.h"

enum { REPEATED_MOST = 16 };

/* The components whose number an id repeats. */
struct repeated {
    component_id at[REPEATED_MOST];
    uint32_t n;
};

static bool is_repeated(const struct repeated *repeated, component_id component)
{
    for (uint32_t i = 0; i < repeated->n; i++)
        if (repeated->at[i] == component)
            return true;
    return false;
}

/* Adds what the id of this component repeats through `{KIND}`. */
static void add_repeated(const struct library *library, const struct component *component, struct repeated *repeated)
{
    if (component->fit != FIT_EXACT)
        return;
    const struct kind *kind = &library->kinds.at[component->kind];
    const struct id_template *id_template = &library->templates.at[kind->first_template + component->n_template];
    for (uint32_t i = 0; i < id_template->n_segments; i++) {
        const struct segment *segment = &library->segments.at[id_template->first_segment + i];
        if (segment->type != SEGMENT_NUMBER || repeated->n == REPEATED_MOST)
            continue;
        component_id around = enclosing_component(library, component->parent, segment->kind);
        if (around != NONE && !is_repeated(repeated, around))
            repeated->at[repeated->n++] = around;
    }
}

component_id path_parent_of(const struct library *library, const struct component *component)
{
    struct repeated repeated = {.n = 0};
    add_repeated(library, component, &repeated);
    component_id ancestor = component->parent;
    while (ancestor != NONE) {
        const struct component *at = &library->components.at[ancestor];
        bool grouping = library->kinds.at[at->kind].grouping;
        if (!grouping && !is_repeated(&repeated, ancestor))
            break;
        if (!grouping)
            add_repeated(library, at, &repeated);
        ancestor = at->parent;
    }
    return library->kinds.at[component->kind].grouping ? NONE : ancestor;
}

void path_add(struct buf *out, const struct library *library, component_id id)
{
    const struct component *component = &library->components.at[id];
    if (component->path_parent != NONE) {
        path_add(out, library, component->path_parent);
        buf_char(out, component->id ? '/' : '#');
    } else if (!component->id) {
        buf_char(out, '#');
    }
    if (component->id)
        buf_str(out, atom_text(library->atoms, component->id));
    else
        buf_number(out, component->counter);
}

void path_add_full(struct buf *out, const struct library *library, component_id id)
{
    const struct model *model = &library->models.at[library->components.at[id].model];
    buf_str(out, atom_text(library->atoms, model->id));
    buf_char(out, ':');
    path_add(out, library, id);
}

void path_add_titled(struct buf *out, const struct library *library, component_id id)
{
    struct str title = library->components.at[id].title;
    buf_char(out, '`');
    path_add(out, library, id);
    buf_char(out, '`');
    if (title.len)
        buf_printf(out, " (%.*s)", STR_ARGS(title));
}

void about_source_of(struct finding *finding, const struct library *library, const struct mapping *mapping,
                     component_id source)
{
    struct buf element = buf_on(library->mem);
    buf_printf(&element, "%.*s:", STR_ARGS(atom_text(library->atoms, mapping->id)));
    path_add(&element, library, source);
    about(finding, buf_as_str(&element));
    buf_free(&element);
}

void about_component_since(struct diag *diag, const struct library *library, uint32_t n, component_id id)
{
    if (diag->findings.n == n)
        return;
    struct buf path = buf_on(diag->mem);
    path_add_full(&path, library, id);
    about_since(diag, n, buf_as_str(&path));
    buf_free(&path);
}
