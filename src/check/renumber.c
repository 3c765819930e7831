/* Fixes that renumber: every id that repeats a number, and every reference, changes with it. */

#include "check/renumber.h"

#include <stdlib.h>

#include "model/template.h"
#include "model/view.h"

/* Each fix looks through all components and references: together they may not take long. */
enum { COST_MOST = 10000, COST_OF_A_FIX = 100 };

struct renumbering renumbering_on(struct checking *checking)
{
    checking->renumbering_cost += COST_OF_A_FIX;
    return (struct renumbering){.checking = checking, .ids = map_on(checking->mem), .first = NONE};
}

/* The new id of a component, its old one if it keeps that. */
static struct str id_after(const struct renumbering *renumbering, component_id id)
{
    const struct library *library = renumbering->checking->library;
    return name_in(renumbering->checking, map_get(&renumbering->ids, id, library->components.at[id].id));
}

/* What `{KIND}` stands for once the component has its new id. */
static struct str number_after(const struct renumbering *renumbering, component_id id)
{
    const struct component *component = &renumbering->checking->library->components.at[id];
    struct str old = name_in(renumbering->checking, component->id), new = id_after(renumbering, id);
    uint32_t tail = old.len - component->number_end;
    return str_upto(str_from(new, component->number_start), new.len - tail - component->number_start);
}

/* Writes an id by the template of its component, for a new counter or new numbers around it. False for
   templates with a part that only the old id tells. */
static bool write_id(const struct renumbering *renumbering, component_id id, uint32_t counter, struct buf *out)
{
    const struct library *library = renumbering->checking->library;
    const struct component *component = &library->components.at[id];
    const struct id_template *id_template = template_of(library, component);
    for (uint32_t i = 0; i < id_template->n_segments; i++) {
        const struct segment *segment = &library->segments.at[id_template->first_segment + i];
        component_id around = NONE;
        switch (segment->type) {
        case SEGMENT_LITERAL: buf_str(out, segment->text); break;
        case SEGMENT_COUNTER: buf_printf(out, segment->digits == 2 ? "%02u" : "%u", counter); break;
        case SEGMENT_NUMBER:
            around = enclosing_component(library, component->parent, segment->kind);
            if (around == NONE)
                return false;
            buf_str(out, number_after(renumbering, around));
            break;
        default: return false;
        }
    }
    return true;
}

static void set_id(struct renumbering *renumbering, component_id id, uint32_t counter)
{
    struct checking *checking = renumbering->checking;
    const struct component *component = &checking->library->components.at[id];
    struct buf text = buf_on(checking->mem);
    if (checking->renumbering_cost++ > COST_MOST || component->withdrawn || component->numbered ||
        !write_id(renumbering, id, counter, &text))
        renumbering->failed = true;
    else
        *map_at(&renumbering->ids, id, 0) = atom_intern(checking->library->atoms, buf_as_str(&text));
    buf_free(&text);
}

/* True if the id of a component repeats that of one that gets another. */
static bool repeats(const struct renumbering *renumbering, component_id id)
{
    const struct library *library = renumbering->checking->library;
    const struct component *component = &library->components.at[id];
    if (component->fit != FIT_EXACT)
        return false;
    const struct id_template *id_template = template_of(library, component);
    for (uint32_t i = 0; i < id_template->n_segments; i++) {
        const struct segment *segment = &library->segments.at[id_template->first_segment + i];
        component_id around =
            segment->type == SEGMENT_NUMBER ? enclosing_component(library, component->parent, segment->kind) : NONE;
        if (around != NONE && map_find(&renumbering->ids, around))
            return true;
    }
    return false;
}

void renumber(struct renumbering *renumbering, component_id id, uint32_t counter)
{
    const struct library *library = renumbering->checking->library;
    model_id model = library->components.at[id].model;
    if (renumbering->first == NONE)
        renumbering->first = id;
    set_id(renumbering, id, counter);
    uint32_t position, end = view_inside(library, model, id, &position);
    for (; position < end && !renumbering->failed; position++) {
        component_id inside = view_component(library, model, position);
        if (repeats(renumbering, inside))
            set_id(renumbering, inside, library->components.at[inside].counter);
    }
}

/* ---- The edits ---- */

/* An elaboration has the id of what it elaborates; its definition is a use of that. */
static void rename_elaborations(struct renumbering *renumbering)
{
    const struct library *library = renumbering->checking->library;
    for (component_id id = 0; id < library_component_count(library); id++) {
        if (library_kind(library, id)->elaborates == NONE)
            continue;
        uint32_t first, end = library_references(library, id, &first);
        for (uint32_t i = first; i < end; i++) {
            const struct reference *reference = &library->references.at[i];
            const uint32_t *new = reference->property == BUILTIN_ELABORATES && reference->target != NONE
                                      ? map_find(&renumbering->ids, reference->target)
                                      : NULL;
            uint32_t id_new = new ? *new : 0;
            if (id_new)
                *map_at(&renumbering->ids, id, 0) = id_new;
        }
    }
}

static int by_place(const void *a, const void *b)
{
    const struct mention *one = a, *other = b;
    return (one->at.start > other->at.start) - (one->at.start < other->at.start);
}

typedef VEC(struct mention) mentions;

/* Every place where an id that changes is written, each once. */
static mentions collect_mentions(const struct renumbering *renumbering)
{
    const struct library *library = renumbering->checking->library;
    struct mem *mem = renumbering->checking->mem;
    mentions all = {0};
    VEC_EACH (const struct mention, mention, &library->mentions)
        if (map_find(&renumbering->ids, mention->component))
            vec_push(mem, &all, *mention);
    for (component_id id = 0; id < library_component_count(library); id++) {
        struct mention definition = {id, library->components.at[id].at};
        if (library_kind(library, id)->elaborates == NONE && map_find(&renumbering->ids, id))
            vec_push(mem, &all, definition);
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_place);
    return all;
}

static void add_edits(const struct renumbering *renumbering, struct finding *finding, struct fix *fix)
{
    struct checking *checking = renumbering->checking;
    mentions all = collect_mentions(renumbering);
    for (uint32_t i = 0; i < all.n; i++) {
        if (i > 0 && all.at[i].at.start == all.at[i - 1].at.start)
            continue;
        struct str written = source_text(checking->library->sources, all.at[i].at);
        bool quoted = written.len && written.ptr[0] == '`';
        struct buf text = buf_on(checking->mem);
        buf_printf(&text, quoted ? "`%.*s`" : "%.*s", STR_ARGS(id_after(renumbering, all.at[i].component)));
        fix_edit(finding, fix, all.at[i].at, buf_as_str(&text));
        buf_free(&text);
    }
    vec_free(checking->mem, &all);
}

/* True if no component that stays has one of the new ids in the same place. */
static bool is_free(const struct renumbering *renumbering)
{
    const struct library *library = renumbering->checking->library;
    const struct component *first = &library->components.at[renumbering->first];
    component_id parent = sibling_parent(library, renumbering->first);
    atom new = map_get(&renumbering->ids, renumbering->first, 0);
    for (uint32_t i = 0; i < view_count(library, first->model); i++) {
        component_id other = view_component(library, first->model, i);
        if (library->components.at[other].id == new &&sibling_parent(library, other) == parent &&
            !map_find(&renumbering->ids, other))
            return false;
    }
    return true;
}

void suggest_renumbering(struct renumbering *renumbering, struct finding *finding)
{
    struct checking *checking = renumbering->checking;
    if (!renumbering->failed && renumbering->first != NONE && is_free(renumbering)) {
        uint32_t more = renumbering->ids.n - 1;
        struct str old = name_in(checking, checking->library->components.at[renumbering->first].id);
        struct str new = id_after(renumbering, renumbering->first);
        rename_elaborations(renumbering);
        struct fix *fix =
            more ? suggest(finding, SAFETY_UNSAFE, MSG_fix_renumber_more, v_name(old), v_name(new), v_number(more))
                 : suggest(finding, SAFETY_UNSAFE, MSG_fix_renumber, v_name(old), v_name(new));
        add_edits(renumbering, finding, fix);
    }
    map_free(&renumbering->ids);
}

void suggest_place(struct checking *checking, struct finding *finding, component_id id)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[id];
    component_id parent = sibling_parent(library, id);
    uint32_t last = 0, before = 0;
    for (uint32_t i = 0; i < view_count(library, component->model) && checking->renumbering_cost < COST_MOST; i++) {
        component_id other = view_component(library, component->model, i);
        const struct component *at = &library->components.at[other];
        if (at->kind != component->kind || at->n_template != component->n_template ||
            sibling_parent(library, other) != parent || at->counter == NONE)
            continue;
        if (at->fit == FIT_EXACT && at->counter > last)
            last = at->counter;
        before += at->fit == FIT_OUTSIDE && other < id;
    }
    struct renumbering renumbering = renumbering_on(checking);
    if (component->counter != NONE && checking->renumbering_cost < COST_MOST)
        renumber(&renumbering, id, last + before + 1);
    suggest_renumbering(&renumbering, finding);
}

/* The place of a component among its siblings of the kind, from 1. */
static uint32_t place_of(const struct library *library, component_id id)
{
    const struct component *component = &library->components.at[id];
    component_id parent = sibling_parent(library, id);
    uint32_t first, end = view_inside(library, component->model, parent, &first), place = 1;
    for (uint32_t i = first; i < end && view_component(library, component->model, i) != id; i++) {
        component_id other = view_component(library, component->model, i);
        place += library->components.at[other].kind == component->kind && sibling_parent(library, other) == parent;
    }
    return place;
}

void help_id_of_place(struct checking *checking, struct finding *finding, component_id id)
{
    if (checking->renumbering_cost >= COST_MOST)
        return;
    struct renumbering renumbering = renumbering_on(checking);
    struct buf text = buf_on(checking->mem);
    if (write_id(&renumbering, id, place_of(checking->library, id), &text))
        help(finding, MSG_help_id_here, v_name(buf_as_str(&text)));
    buf_free(&text);
    map_free(&renumbering.ids);
}
