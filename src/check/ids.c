/* Ids against the templates of their kinds, and the numbers in them. */

#include <stdlib.h>

#include "check/check.h"
#include "check/renumber.h"
#include "model/template.h"
#include "model/view.h"

static void note_templates(struct checking *checking, struct finding *finding, const struct kind *kind)
{
    const struct library *library = checking->library;
    struct buf list = buf_on(checking->mem);
    for (uint32_t i = 0; i < kind->n_templates; i++)
        buf_printf(&list, "%s\"%.*s\"", i ? " or " : "",
                   STR_ARGS(library->templates.at[kind->first_template + i].text));
    note(finding, MSG_note_ids_look_like, v_name(name_in(checking, kind->name)), v_text(buf_as_str(&list)));
    buf_free(&list);
}

/* The component around whose number the id does not repeat; NONE if there is none of the kind. */
static component_id wrong_parent(const struct library *library, const struct component *component)
{
    const struct id_template *id_template = template_of(library, component);
    for (uint32_t i = 0; i < id_template->n_segments; i++) {
        const struct segment *segment = &library->segments.at[id_template->first_segment + i];
        if (segment->type == SEGMENT_NUMBER)
            return enclosing_component(library, component->parent, segment->kind);
    }
    return NONE;
}

void check_id_fit(struct checking *checking, component_id id)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[id];
    const struct kind *kind = library_kind(library, id);
    struct str name = name_in(checking, component->id);
    if (component->fit == FIT_MISMATCH) {
        struct finding *finding =
            report(checking->diag, component->at, MSG_id_mismatch, v_name(name), v_name(name_in(checking, kind->name)));
        note_templates(checking, finding, kind);
        help_id_of_place(checking, finding, id);
        about_component(checking, finding, id);
    } else if (component->fit == FIT_OUTSIDE) {
        component_id around = wrong_parent(library, component);
        if (around == NONE || library->components.at[around].id == 0)
            return; /* it stands where it may not stand, or in what could not be read: that is reported */
        struct finding *finding = report(checking->diag, component->at, MSG_id_outside, v_name(name),
                                         v_name(name_in(checking, library->components.at[around].id)));
        label(finding, library->components.at[around].at, MSG_label_around);
        note_templates(checking, finding, kind);
        about_component(checking, finding, id);
        suggest_place(checking, finding, id);
    }
}

/* ---- Gaps ---- */

/* A number among the siblings that use one template. */
struct numbered {
    component_id parent; /* NONE at the top */
    uint32_t template, number;
    component_id component;
};

typedef VEC(struct numbered) numbers;

static int by_number(const void *a, const void *b)
{
    const struct numbered *one = a, *other = b;
    if (one->parent != other->parent)
        return one->parent < other->parent ? -1 : 1;
    if (one->template != other->template)
        return one->template <other->template ? -1 : 1;
    if (one->number != other->number)
        return one->number < other->number ? -1 : 1;
    return (one->component > other->component) - (one->component < other->component);
}

static bool number_of_component(const struct library *library, component_id id, struct numbered *numbered)
{
    const struct component *component = &library->components.at[id];
    if (component->fit != FIT_EXACT || component->counter == NONE || component->id == 0)
        return false;
    *numbered = (struct numbered){
        .parent = sibling_parent(library, id),
        .template = library->kinds.at[component->kind].first_template + component->n_template,
        .number = component->counter,
        .component = id,
    };
    return true;
}

/* The last numbers of the siblings around a position: those of what is further in lie further up. */
struct open_siblings {
    const struct library *library;
    model_id model;
    VEC(struct numbered) last;
};

static uint32_t end_of_siblings(const struct open_siblings *open, component_id parent)
{
    uint32_t first;
    return view_inside(open->library, open->model, parent, &first);
}

/* The last of the siblings before `n` that were numbered by the same template, or `n` itself. */
static struct numbered *last_sibling(struct open_siblings *open, const struct numbered *n)
{
    for (uint32_t i = open->last.n; i-- > 0 && open->last.at[i].parent == n->parent;)
        if (open->last.at[i].template == n->template)
            return &open->last.at[i];
    vec_push(open->library->mem, &open->last, *n);
    return &open->last.at[open->last.n - 1];
}

/* True if somewhere a number does not follow that of the sibling before: worth a closer look. */
static bool any_jump(struct checking *checking, model_id model)
{
    const struct library *library = checking->library;
    struct open_siblings open = {.library = library, .model = model};
    bool jump = false;
    for (uint32_t i = 0; i < view_count(library, model) && !jump; i++) {
        struct numbered n;
        if (!number_of_component(library, view_component(library, model, i), &n))
            continue;
        while (open.last.n && end_of_siblings(&open, open.last.at[open.last.n - 1].parent) <= i)
            open.last.n--;
        struct numbered *before = last_sibling(&open, &n);
        jump = n.number != before->number && n.number != before->number + 1;
        *before = n;
    }
    vec_free(checking->mem, &open.last);
    return jump;
}

static struct finding *report_gap(struct checking *checking, const struct numbered *before,
                                  const struct numbered *after)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[after->component];
    struct str name = name_in(checking, component->id);
    struct finding *finding;
    if (after->number == before->number + 2)
        finding = report(checking->diag, component->at, MSG_number_missing, v_number(before->number + 1), v_name(name));
    else
        finding = report(checking->diag, component->at, MSG_numbers_missing, v_number(before->number + 1),
                         v_number(after->number - 1), v_name(name));
    label(finding, library->components.at[before->component].at, MSG_label_before_gap);
    help(finding, MSG_help_withdrawn);
    about_component(checking, finding, after->component);
    return finding;
}

/* Suggests that what comes after a gap moves down, up to the last of the siblings. */
static void suggest_closing(struct checking *checking, struct finding *finding, const struct numbered *after,
                            const struct numbered *end)
{
    struct renumbering renumbering = renumbering_on(checking);
    uint32_t gap = after->number - after[-1].number - 1;
    for (; after < end && !renumbering.failed && after->parent == after[-1].parent &&
           after->template == after[-1].template;
         after++)
        renumber(&renumbering, after->component, after->number - gap);
    suggest_renumbering(&renumbering, finding);
}

/* False if a part that could not be read may have a number that seems to be missing. */
static bool is_whole(const struct library *library, model_id model, component_id parent)
{
    return parent == NONE ? !library->models.at[model].incomplete : !library->components.at[parent].incomplete;
}

void check_numbering(struct checking *checking, model_id model)
{
    const struct library *library = checking->library;
    if (!any_jump(checking, model))
        return;
    numbers all = {0};
    struct numbered n;
    for (uint32_t i = 0; i < view_count(library, model); i++)
        if (number_of_component(library, view_component(library, model, i), &n))
            vec_push(checking->mem, &all, n);
    qsort(all.at, all.n, sizeof *all.at, by_number);
    for (uint32_t i = 1; i < all.n; i++) {
        const struct numbered *before = &all.at[i - 1], *after = &all.at[i];
        bool siblings = before->parent == after->parent && before->template == after->template;
        if (siblings && after->number > before->number + 1 && library->components.at[after->component].model == model &&
            is_whole(library, model, after->parent))
            suggest_closing(checking, report_gap(checking, before, after), after, all.at + all.n);
    }
    vec_free(checking->mem, &all);
}
