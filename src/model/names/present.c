/* What there is, where what is written is not there and nothing is near to it. */

#include "model/names/present.h"

#include "model/names/path.h"
#include "model/names/notation.h"
#include "model/view.h"

/* The beginning of a list that may be long, and how many more there are. */
struct some {
    struct buf list;
    uint32_t n, more;
};

static void add_some(struct some *some, struct str name)
{
    enum { SHOWN_MOST = 6 };
    if (some->n == SHOWN_MOST)
        some->more++;
    else
        buf_printf(&some->list, "%s`%.*s`", some->n++ ? ", " : "", STR_ARGS(name));
}

static void help_some(struct finding *finding, enum message message, struct str holder, struct some *some)
{
    if (some->more)
        buf_printf(&some->list, " and %u more", some->more);
    if (some->n && holder.len)
        help(finding, message, v_name(holder), v_text(buf_as_str(&some->list)));
    else if (some->n)
        help(finding, message, v_text(buf_as_str(&some->list)));
    buf_free(&some->list);
}

static bool is_of_kinds(const struct library *library, component_id id, struct target_kinds kinds)
{
    atom name = library->kinds.at[library->components.at[id].kind].name;
    for (uint32_t i = 0; i < kinds.n; i++)
        if (kinds.at[i] != NONE && library->kinds.at[kinds.at[i]].name == name)
            return true;
    return false;
}

void help_of_kind(struct builder *builder, struct finding *finding, component_id target, struct target_kinds kinds)
{
    const struct library *library = builder->library;
    const struct component *component = &library->components.at[target];
    component_id around = component->parent;
    while (around != NONE && !is_of_kinds(library, around, kinds))
        around = library->components.at[around].parent;
    if (around != NONE) {
        help(finding, MSG_help_stands_within, v_name(name_of(builder, component->id)),
             v_name(path_text_of(builder, around)));
        return;
    }
    struct some some = {.list = buf_on(builder->mem)};
    for (component_id id = target + 1; id < component->end; id++)
        if (is_of_kinds(library, id, kinds) && !library->components.at[id].withdrawn && library->components.at[id].id)
            add_some(&some, name_of(builder, library->components.at[id].id));
    help_some(finding, MSG_help_its_parts, name_of(builder, component->id), &some);
}

/* What stands before the number of an id. */
static struct str letters_of(struct str id)
{
    uint32_t n = 0;
    while (n < id.len && !is_digit(id.ptr[n]))
        n++;
    return str_upto(id, n);
}

/* True if an author would look for a component of this id among those of a place: it is there, and cited from there. */
static bool is_part(const struct library *library, component_id id, component_id around)
{
    const struct component *component = &library->components.at[id];
    const struct kind *kind = library_kind(library, id);
    return component->id && !component->duplicate && !component->withdrawn && !kind->grouping &&
           kind->elaborates == NONE && (around != NONE || component->path_parent == NONE);
}

/* Adds what stands in a component (NONE: the model): with the letters of the id that is wanted, or directly in it. */
static void add_parts(struct builder *builder, struct some *some, model_id model, component_id around,
                      struct str wanted)
{
    const struct library *library = builder->library;
    struct str letters = letters_of(wanted);
    uint32_t position, end = view_inside(library, model, around, &position);
    for (; position < end; position++) {
        component_id id = view_component(library, model, position);
        struct str name = name_of(builder, library->components.at[id].id);
        bool fits =
            wanted.len ? letters.len && str_eq(letters, letters_of(name)) : sibling_parent(library, id) == around;
        if (fits && is_part(library, id, around))
            add_some(some, name);
    }
}

/* Where nothing is near: what there is, in the component before the step or at the top of the model. */
void help_parts(struct builder *builder, struct finding *finding, struct scope scope, const struct written *written,
                uint32_t step)
{
    const struct library *library = builder->library;
    component_id around = step ? find_written(library, scope, written, step).target : NONE;
    struct scope other = {.model = builder->other_side, .component = NONE};
    if (around != NONE && !view_holds(library, scope.model, around))
        return;
    if (other.model != NONE && find_written(library, other, written, written->n).target != NONE)
        return; /* the sides are swapped: that is said */
    struct some some = {.list = buf_on(builder->mem)};
    add_parts(builder, &some, scope.model, around, name_of(builder, written->steps[step].name));
    if (some.n == 0)
        add_parts(builder, &some, scope.model, around, STR_NONE);
    atom holder = around == NONE ? library->models.at[scope.model].id : library->components.at[around].id;
    help_some(finding, MSG_help_its_parts, name_of(builder, holder), &some);
}

/* True if the place stands in the block of the declaration, which cannot be meant there. */
bool declaration_holds(const struct builder *builder, const struct declared *declared, struct span at)
{
    const struct statement *statement = &unit_tree(builder, declared->unit)->statements.at[declared->statement];
    return statement->start <= at.start && at.end <= statement->end;
}

void help_declared(struct builder *builder, struct finding *finding, enum declaration kind, uint32_t unit)
{
    struct some some = {.list = buf_on(builder->mem)};
    VEC_EACH (const struct declared, known, &builder->declared[kind])
        if (unit_sees(builder->units, unit, known->unit) && !declaration_holds(builder, known, finding->at))
            add_some(&some, name_of(builder, known->id.name));
    help_some(finding, MSG_help_declared, STR_NONE, &some);
}
