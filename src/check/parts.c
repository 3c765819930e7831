/* What a component is made of, against its architecture. */

#include "check/check.h"
#include "check/placeholder.h"
#include "model/view.h"

/* ---- Counts of children ---- */

/* The place whose children are counted. */
struct container {
    model_id model;
    component_id component; /* NONE: the model */
    struct span at;
    struct str name;
    uint32_t first, n; /* its containments */
};

/* Counts the children of one kind, those in groupings included, and finds the first too many. */
static uint32_t count_children(const struct library *library, const struct container *container,
                               const struct containment *containment, component_id *excess)
{
    uint32_t n = 0, position;
    uint32_t end = view_inside(library, container->model, container->component, &position);
    while (position < end) {
        component_id id = view_component(library, container->model, position);
        const struct component *child = &library->components.at[id];
        if (child->kind == containment->kind && !child->withdrawn && ++n > containment->count.most && *excess == NONE)
            *excess = id;
        bool enters = library_kind(library, id)->grouping;
        position = enters ? position + 1 : view_end(library, container->model, position);
    }
    return n;
}

static struct finding *report_too_few(struct checking *checking, struct span at, struct str name, uint32_t n,
                                      struct str part, uint32_t least)
{
    if (n == 0)
        return report(checking->diag, at, MSG_has_none, v_name(name), v_name(part), v_number(least));
    return report(checking->diag, at, MSG_too_few, v_name(name), v_number(n), v_name(part), v_number(least));
}

/* `contains step` without a count allows one; more were meant perhaps. */
static struct finding *report_too_many(struct checking *checking, const struct container *container,
                                       const struct containment *containment, component_id excess)
{
    struct str kind = name_in(checking, containment->name);
    struct finding *finding = report(checking->diag, checking->library->components.at[excess].at, MSG_too_many,
                                     v_name(container->name), v_number(containment->count.most), v_name(kind));
    if (containment->count.most > 1)
        return finding;
    struct buf any = buf_on(checking->mem);
    buf_printf(&any, "contains %.*s *", STR_ARGS(kind));
    help(finding, MSG_help_any_number, v_name(buf_as_str(&any)));
    buf_free(&any);
    return finding;
}

static void check_containment(struct checking *checking, const struct container *container,
                              const struct containment *containment)
{
    const struct library *library = checking->library;
    component_id excess = NONE;
    uint32_t n = count_children(library, container, containment, &excess);
    struct str kind = name_in(checking, containment->name);
    struct finding *finding = NULL;
    bool own = container->component == NONE || library->components.at[container->component].model == container->model;
    if (n < containment->count.least && own)
        finding = report_too_few(checking, container->at, container->name, n, kind, containment->count.least);
    else if (excess != NONE && library->components.at[excess].model == container->model)
        finding = report_too_many(checking, container, containment, excess);
    if (!finding)
        return;
    label(finding, containment->at, MSG_label_declared_here);
    if (container->component != NONE)
        about_component(checking, finding, container->component);
}

static void check_container(struct checking *checking, const struct container *container)
{
    for (uint32_t i = container->first; i < container->first + container->n; i++) {
        const struct containment *containment = &checking->library->containments.at[i];
        bool counted = containment->count.least > 0 || containment->count.most != NONE;
        if (containment->kind != NONE && counted)
            check_containment(checking, container, containment);
    }
}

void check_children(struct checking *checking, component_id id)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[id];
    const struct kind *kind = library_kind(library, id);
    if (component->withdrawn || kind->n_containments == 0)
        return;
    struct container container = {
        .model = component->model,
        .component = id,
        .at = component->at,
        .name = component->id ? name_in(checking, component->id) : name_in(checking, kind->name),
        .first = kind->first_containment,
        .n = kind->n_containments,
    };
    check_container(checking, &container);
}

/* What a bolt-on adds inside a component of its base counts with what is there. */
static void check_extended(struct checking *checking, model_id id)
{
    const struct library *library = checking->library;
    const struct model *model = &library->models.at[id];
    struct map checked = map_on(checking->mem);
    component_id end = model->first + model->n;
    for (component_id top = model->first; top < end; top = library->components.at[top].end) {
        component_id parent = library->components.at[top].parent;
        if (parent == NONE || map_find(&checked, parent))
            continue;
        map_at(&checked, parent, 1);
        const struct kind *kind = library_kind(library, parent);
        struct container container = {
            .model = id,
            .component = parent,
            .name = name_in(checking, library->components.at[parent].id),
            .first = kind->first_containment,
            .n = kind->n_containments,
        };
        check_container(checking, &container);
    }
    map_free(&checked);
}

void check_model_contents(struct checking *checking, model_id id)
{
    const struct library *library = checking->library;
    const struct model *model = &library->models.at[id];
    if (model->architecture == NONE)
        return;
    const struct architecture *architecture = &library->architectures.at[model->architecture];
    struct container container = {
        .model = id,
        .component = NONE,
        .at = model->at,
        .name = name_in(checking, model->id),
        .first = architecture->first_containment,
        .n = architecture->n_containments,
    };
    check_container(checking, &container);
    if (model->extends != NONE)
        check_extended(checking, id);
}

/* ---- Counts of properties ---- */

/* The values of one property of a component: how many, and where the first and the one too many are. */
struct values {
    uint32_t n;
    struct span first, excess;
};

static void count_value(struct values *values, const struct property *property, struct span at)
{
    if (values->n++ == 0)
        values->first = at;
    if (values->n == property->count.most + 1u && property->count.most != NONE)
        values->excess = at;
}

static struct values values_of(const struct library *library, component_id id, property_id property)
{
    const struct property *declared = &library->properties.at[property];
    struct values values = {0};
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end && declared->type == PROPERTY_TEXT; i++)
        if (library->texts.at[i].property == property && str_trim(library->texts.at[i].value).len)
            count_value(&values, declared, library->texts.at[i].at);
    end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->attributes.at[i].property == property)
            count_value(&values, declared, library->attributes.at[i].at);
    end = library_references(library, id, &first);
    for (uint32_t i = first; i < end && declared->type == PROPERTY_REFERENCE; i++)
        if (library->references.at[i].property == property)
            count_value(&values, declared, library->references.at[i].at);
    return values;
}

static void report_missing(struct checking *checking, component_id id, const struct property *property, uint32_t n)
{
    const struct component *component = &checking->library->components.at[id];
    struct str name = component->id ? name_in(checking, component->id) : kind_name(checking, id);
    struct finding *finding;
    if (property->type == PROPERTY_TEXT && property->wording != WORDING_ANY)
        finding = report(checking->diag, component->at, MSG_no_statement, v_name(name),
                         v_name(name_in(checking, property->name)));
    else
        finding =
            report_too_few(checking, component->at, name, n, name_in(checking, property->name), property->count.least);
    about_component(checking, finding, id);
    if (property->type == PROPERTY_TEXT || property->type == PROPERTY_STRING || property->type == PROPERTY_URL)
        suggest_value(checking, finding, id, name_in(checking, property->name));
}

/* What is beside the point of a text can stand in another, of which there may be any number: a note. */
static void help_keep_one(struct checking *checking, struct finding *finding, component_id id,
                          const struct property *property)
{
    const struct library *library = checking->library;
    const struct kind *kind = library_kind(library, id);
    if (property->type != PROPERTY_TEXT)
        return;
    for (uint32_t i = 0; i < kind->n_properties; i++) {
        const struct property *other = &library->properties.at[kind->first_property + i];
        if (other->type != PROPERTY_TEXT || other->count.most != NONE)
            continue;
        help(finding, MSG_help_keep_one, v_name(name_in(checking, other->name)));
        return;
    }
}

static void report_excess(struct checking *checking, component_id id, const struct property *property,
                          const struct values *values)
{
    struct str name = name_in(checking, property->name);
    struct finding *finding;
    if (property->count.most == 1) {
        finding = report(checking->diag, values->excess, MSG_given_twice, v_name(name));
        label(finding, values->first, MSG_label_first_here);
        help_keep_one(checking, finding, id, property);
    } else {
        finding = report(checking->diag, values->excess, MSG_too_many,
                         v_name(name_in(checking, checking->library->components.at[id].id)),
                         v_number(property->count.most), v_name(name));
    }
    about_component(checking, finding, id);
}

static void check_property(struct checking *checking, component_id id, property_id property)
{
    const struct library *library = checking->library;
    const struct property *declared = &library->properties.at[property];
    if (declared->count.least == 0 && declared->count.most == NONE)
        return;
    struct values values = values_of(library, id, property);
    if (values.n < declared->count.least && !library->components.at[id].withdrawn)
        report_missing(checking, id, declared, values.n);
    else if (values.excess.start)
        report_excess(checking, id, declared, &values);
}

void check_properties(struct checking *checking, component_id id)
{
    const struct kind *kind = library_kind(checking->library, id);
    for (property_id p = BUILTIN_LABEL; p <= BUILTIN_SOURCE; p++)
        check_property(checking, id, p);
    for (uint32_t i = 0; i < kind->n_properties; i++)
        check_property(checking, id, kind->first_property + i);
}

/* `related-areas ASM` in the area ASM. An elaboration may elaborate its like. */
void check_own_references(struct checking *checking, component_id id)
{
    const struct library *library = checking->library;
    uint32_t first, end = library_references(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct reference *reference = &library->references.at[i];
        if (reference->target != id || reference->property == BUILTIN_ELABORATES)
            continue;
        struct finding *finding =
            report(checking->diag, reference->at, MSG_self_reference, v_name(path_of(checking, id)),
                   v_name(name_in(checking, library->properties.at[reference->property].name)));
        help(finding, MSG_help_self_reference);
        about_component(checking, finding, id);
    }
}

/* The first text of a kind; NULL. */
static const struct property *first_text_of(const struct library *library, const struct kind *kind)
{
    for (uint32_t i = 0; i < kind->n_properties; i++)
        if (library->properties.at[kind->first_property + i].type == PROPERTY_TEXT)
            return &library->properties.at[kind->first_property + i];
    return NULL;
}

static bool says_anything(const struct library *library, component_id id)
{
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (str_trim(library->texts.at[i].value).len)
            return true;
    return library->components.at[id].end > id + 1;
}

/* An elaboration has its title from what it elaborates: one of its own is as a rule what it should say. */
void check_elaboration(struct checking *checking, component_id id)
{
    const struct library *library = checking->library;
    const struct component *component = &library->components.at[id];
    const struct kind *kind = library_kind(library, id);
    const struct property *text = kind->elaborates == NONE ? NULL : first_text_of(library, kind);
    if (!text || component->withdrawn || component->title.len == 0 || says_anything(library, id))
        return;
    struct str name = name_in(checking, text->name);
    struct finding *finding = report(checking->diag, component->title_at, MSG_title_for_text,
                                     v_name(component->id ? name_in(checking, component->id) : STR_NONE), v_name(name));
    about_component(checking, finding, id);
    suggest_title_as(checking, finding, id, name);
}
