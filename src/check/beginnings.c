/* Siblings whose numbers begin above 1 where those of others begin with it: the first was lost, or miscounted. */

#include "check/check.h"
#include "check/renumber.h"
#include "model/view.h"

/* Siblings of one kind. */
struct siblings {
    component_id parent;
    component_id first; /* the one with the lowest number */
    uint32_t lowest;
};

/* Of one kind: how many siblings begin with 1, or with 0, and how many above. */
struct habit {
    uint32_t n_usual, n_late;
    struct siblings open; /* the parent whose children are looked at */
};

struct beginnings {
    struct checking *checking;
    model_id model;
    struct habit *habits; /* by kind */
    VEC(kind_id) open;    /* those of the parent at hand */
    VEC(struct siblings) late;
};

static void see_child(struct beginnings *b, component_id parent, component_id id)
{
    const struct component *child = &b->checking->library->components.at[id];
    struct siblings *open = &b->habits[child->kind].open;
    if (child->fit != FIT_EXACT || child->counter == NONE || child->id == 0)
        return;
    if (open->parent != parent) {
        *open = (struct siblings){parent, id, child->counter};
        vec_push(b->checking->mem, &b->open, child->kind);
    } else if (child->counter < open->lowest) {
        open->first = id;
        open->lowest = child->counter;
    }
}

static void close_parent(struct beginnings *b)
{
    VEC_EACH (const kind_id, kind, &b->open) {
        struct habit *habit = &b->habits[*kind];
        if (habit->open.lowest > 1) {
            habit->n_late++;
            vec_push(b->checking->mem, &b->late, habit->open);
        } else {
            habit->n_usual++;
        }
    }
    b->open.n = 0;
}

static void see_parent(struct beginnings *b, uint32_t parent)
{
    const struct library *library = b->checking->library;
    uint32_t position = parent + 1, end = view_end(library, b->model, parent);
    component_id id = view_component(library, b->model, parent);
    while (position < end) {
        component_id child = view_component(library, b->model, position);
        see_child(b, id, child);
        bool enters = library_kind(library, child)->grouping;
        position = enters ? position + 1 : view_end(library, b->model, position);
    }
    close_parent(b);
}

/* Suggests that all siblings of the template move down. */
static void suggest_beginning(const struct beginnings *b, struct finding *finding, const struct siblings *late)
{
    const struct library *library = b->checking->library;
    const struct component *first = &library->components.at[late->first];
    struct renumbering renumbering = renumbering_on(b->checking);
    uint32_t position, end = view_inside(library, b->model, late->parent, &position);
    while (position < end && !renumbering.failed) {
        component_id id = view_component(library, b->model, position);
        const struct component *component = &library->components.at[id];
        if (component->kind == first->kind && component->n_template == first->n_template &&
            component->counter != NONE && component->fit == FIT_EXACT)
            renumber(&renumbering, id, component->counter - late->lowest + 1);
        bool enters = library_kind(library, id)->grouping;
        position = enters ? position + 1 : view_end(library, b->model, position);
    }
    suggest_renumbering(&renumbering, finding);
}

static void report_late(const struct beginnings *b, const struct siblings *late)
{
    struct checking *checking = b->checking;
    const struct component *first = &checking->library->components.at[late->first];
    struct finding *finding = report(checking->diag, first->at, MSG_late_first, v_name(name_in(checking, first->id)),
                                     v_name(kind_name(checking, late->first)), v_name(path_of(checking, late->parent)));
    help(finding, MSG_help_withdrawn);
    about_component(checking, finding, late->first);
    suggest_beginning(b, finding, late);
}

/* Where most siblings of a kind begin above 1, that is a habit, such as clauses with the numbers of another standard.
   What is added to a component of a base goes on behind what is there. */
static bool is_odd(const struct beginnings *b, const struct siblings *late)
{
    const struct library *library = b->checking->library;
    const struct component *parent = &library->components.at[late->parent];
    const struct habit *habit = &b->habits[library->components.at[late->first].kind];
    return parent->model == b->model && !parent->incomplete && habit->n_usual > habit->n_late;
}

void check_beginnings(struct checking *checking, model_id model)
{
    const struct library *library = checking->library;
    struct beginnings b = {.checking = checking, .model = model};
    b.habits = mem_alloc(checking->mem, (library->kinds.n + 1) * sizeof *b.habits);
    memset(b.habits, 0, (library->kinds.n + 1) * sizeof *b.habits);
    for (kind_id kind = 0; kind < library->kinds.n; kind++)
        b.habits[kind].open.parent = NONE;
    for (uint32_t i = 0; i < view_count(library, model); i++)
        if (!library_kind(library, view_component(library, model, i))->grouping)
            see_parent(&b, i);
    VEC_EACH (const struct siblings, late, &b.late)
        if (is_odd(&b, late))
            report_late(&b, late);
    vec_free(checking->mem, &b.open);
    vec_free(checking->mem, &b.late);
    mem_free(checking->mem, b.habits);
}
