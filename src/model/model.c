/* Models: what they extend, their components, names and paths. */

#include "model/component.h"
#include "model/containment.h"
#include "model/names/names.h"
#include "model/names/path.h"
#include "model/names/reference.h"
#include "model/names/resolve.h"
#include "model/statements.h"
#include "model/view.h"

static struct model *model_at(struct builder *builder, model_id id)
{
    return &builder->library->models.at[id];
}

/* ---- Headers ---- */

model_id find_model(struct builder *builder, uint32_t unit, struct step id)
{
    model_id model = find_declaration(builder, DECLARATION_MODEL, unit, id.name);
    if (model == NONE)
        report_unknown_declaration(builder, DECLARATION_MODEL, unit, id);
    return model;
}

model_id find_inline_model(struct builder *builder, uint32_t unit, struct step id)
{
    model_id model = find_declaration(builder, DECLARATION_MODEL, unit, id.name);
    if (model == NONE)
        report(builder->diag, id.at, MSG_broken_inline_model, v_name(name_of(builder, id.name)));
    return model;
}

/* `architecture ARCH` */
static void read_architecture(struct builder *builder, model_id id, struct args *args)
{
    struct model *model = model_at(builder, id);
    const struct arg *name = args_take_declared(args, "the id of an architecture", DECLARATION_ARCHITECTURE);
    if (!name)
        return;
    struct step step = tree_path_step(args->tree, name, 0);
    model->architecture = find_declaration(builder, DECLARATION_ARCHITECTURE, model->unit, step.name);
    if (model->architecture == NONE)
        report_unknown_declaration(builder, DECLARATION_ARCHITECTURE, model->unit, step);
}

/* `extends MODEL` */
static void read_extends(struct builder *builder, model_id id, struct args *args)
{
    struct model *model = model_at(builder, id);
    const struct arg *name = args_take_declared(args, "the id of a model", DECLARATION_MODEL);
    if (!name)
        return;
    model->extends_at = name->at;
    model->extends = find_model(builder, model->unit, tree_path_step(args->tree, name, 0));
    if (model->extends == NONE)
        model->incomplete = true;
}

static void report_two_foundations(struct builder *builder, struct span first, struct span second)
{
    struct finding *finding = report(builder->diag, second, MSG_two_foundations);
    label(finding, first, MSG_label_first_here);
    if (!str_eq(source_text(builder->diag->sources, first), source_text(builder->diag->sources, second)))
        help(finding, MSG_help_one_foundation);
    else if (str_is(source_text(builder->diag->sources, first), "extends"))
        help(finding, MSG_help_which_extends);
}

/* `extend CMMI-SVC` at the top is `extends CMMI-SVC`, misspelt. */
static void label_extend(struct builder *builder, struct declared at, struct finding *finding)
{
    const struct tree *tree = unit_tree(builder, at.unit);
    uint32_t end = tree->statements.at[at.statement].next;
    for (uint32_t s = at.statement + 1; s < end; s = tree->statements.at[s].next) {
        struct args args = args_of(builder, at.unit, s);
        if (tree->statements.at[s].word != KW_EXTEND || !args_is(&args, ARG_REFERENCE) || args.at->n_steps != 1 ||
            find_declaration(builder, DECLARATION_MODEL, at.unit, args.at->value) == NONE)
            continue;
        label(finding, args_word_span(&args), MSG_label_misspelt);
        return;
    }
}

static void report_no_foundation(struct builder *builder, model_id id)
{
    const struct model *model = model_at(builder, id);
    struct finding *finding = report(builder->diag, model->at, MSG_no_foundation, v_name(name_of(builder, model->id)));
    label_extend(builder, builder->declared[DECLARATION_MODEL].at[id], finding);
    help(finding, MSG_help_foundation);
}

/* `architecture` or `extends`, one of them. */
static void read_foundation(struct builder *builder, model_id id)
{
    struct declared at = builder->declared[DECLARATION_MODEL].at[id];
    const struct tree *tree = unit_tree(builder, at.unit);
    struct span found = SPAN_NONE;
    uint32_t end = tree->statements.at[at.statement].next;
    for (uint32_t s = at.statement + 1; s < end; s = tree->statements.at[s].next) {
        atom word = tree->statements.at[s].word;
        if (word != KW_ARCHITECTURE && word != KW_EXTENDS)
            continue;
        struct args args = args_of(builder, at.unit, s);
        if (found.end) {
            report_two_foundations(builder, found, args_word_span(&args));
            continue;
        }
        found = args_word_span(&args);
        if (word == KW_ARCHITECTURE)
            read_architecture(builder, id, &args);
        else
            read_extends(builder, id, &args);
        args_finish(&args);
    }
    if (!found.end && !tree->statements.at[at.statement].damaged)
        report_no_foundation(builder, id);
}

/* ---- Paths ---- */

/* The component of the models that this one extends whose path is the same, or NONE. */
static component_id in_bases(const struct library *library, model_id model, const struct component *c)
{
    for (model = library->models.at[model].extends; model != NONE; model = library->models.at[model].extends) {
        component_id taken = names_at_path(library, model, c->path_parent, c->id);
        if (taken != NONE)
            return taken;
    }
    return NONE;
}

/* The digits at the end of an id. */
static struct str last_number(struct str id)
{
    uint32_t n = 0;
    while (n < id.len && n < 9 && is_digit(id.ptr[id.len - n - 1]))
        n++;
    return str_from(id, id.len - n);
}

/* Offers a duplicate the number behind the last of its siblings. */
static void offer_free_id(struct builder *builder, struct finding *finding, component_id id)
{
    enum { OFFERS_MOST = 100 }; /* each looks through the model */
    struct library *library = builder->library;
    const struct component *component = &library->components.at[id];
    const struct model *model = &library->models.at[component->model];
    struct str own = name_of(builder, component->id), number = last_number(own);
    struct str prefix = str_upto(own, own.len - number.len);
    int64_t last = number_of(number);
    if (number.len == 0 || builder->n_searches >= OFFERS_MOST)
        return;
    builder->n_searches++;
    for (component_id other = model->first; other < model->first + model->n; other++) {
        const struct component *at = &library->components.at[other];
        struct str name = name_of(builder, at->id), digits = last_number(name);
        bool is_like = at->parent == component->parent && at->kind == component->kind && digits.len &&
                       str_eq(str_upto(name, name.len - digits.len), prefix);
        if (is_like && number_of(digits) > last)
            last = number_of(digits);
    }
    struct buf free_id = buf_on(builder->mem);
    buf_printf(&free_id, "%.*s%0*u", STR_ARGS(prefix), (int)number.len, (unsigned)last + 1);
    help(finding, MSG_help_free_id, v_name(buf_as_str(&free_id)));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&free_id))), component->at,
             buf_as_str(&free_id));
    buf_free(&free_id);
}

static void report_duplicate(struct builder *builder, component_id first, component_id second)
{
    struct library *library = builder->library;
    const struct component *a = &library->components.at[first], *b = &library->components.at[second];
    struct buf path = buf_on(builder->mem), full = buf_on(builder->mem);
    path_add(&path, library, second);
    path_add_full(&full, library, second);
    bool elaborations = library->kinds.at[a->kind].elaborates != NONE && a->kind == b->kind;
    struct finding *finding =
        elaborations ? report(builder->diag, b->at, MSG_duplicate_elaboration, v_name(name_of(builder, b->id)))
                     : report(builder->diag, b->at, MSG_duplicate_path, v_name(buf_as_str(&path)));
    label(finding, a->at, MSG_label_first_here);
    if (a->model != b->model)
        help(finding, MSG_help_extend, v_name(buf_as_str(&path)));
    else if (!elaborations)
        offer_free_id(builder, finding, second);
    about(finding, buf_as_str(&full));
    buf_free(&path);
    buf_free(&full);
}

enum { CLAIMS_AHEAD = 16 }; /* so many claims wait for memory together */

static void claim_paths(struct builder *builder, model_id id)
{
    struct library *library = builder->library;
    component_id end = library->models.at[id].first + library->models.at[id].n;
    for (component_id c = library->models.at[id].first; c < end; c++) {
        struct component *component = &library->components.at[c];
        if (c + CLAIMS_AHEAD < end)
            names_prefetch_claim(library, id, c + CLAIMS_AHEAD);
        if (component->id == 0)
            continue;
        component_id first = in_bases(library, id, component);
        if (first == NONE)
            first = names_claim_path(library, id, c);
        component->duplicate = first != c;
        for (component_id inside = c; first != c && inside < component->end; inside++)
            library->components.at[inside].incomplete = true; /* the rest stands with the first */
        if (first != c && containment_at(library, c))         /* one at the wrong place has the wrong path */
            report_duplicate(builder, first, c);
    }
}

/* ---- Models ---- */

/* Resolves the ids of elaborations, among those of everything else. */
static void resolve_elaborations(struct builder *builder, model_id model, uint32_t first_pending)
{
    bool any = false;
    for (uint32_t i = first_pending; i < builder->pending.n && !any; i++)
        any = builder->pending.at[i].property == BUILTIN_ELABORATES;
    if (!any)
        return;
    names_build(builder->library, model);
    for (uint32_t i = first_pending; i < builder->pending.n; i++)
        if (builder->pending.at[i].property == BUILTIN_ELABORATES)
            resolve_elaboration(builder, &builder->pending.at[i]);
}

/* What stands in something withdrawn is withdrawn with it. Whatever holds a component is built before. */
static void mark_withdrawn(struct library *library, const struct model *model)
{
    for (component_id id = model->first; id < model->first + model->n; id++) {
        struct component *component = &library->components.at[id];
        component->withdrawn = component->status == STATUS_WITHDRAWN ||
                               (component->parent != NONE && library->components.at[component->parent].withdrawn);
    }
}

static void build_model(struct builder *builder, model_id id)
{
    struct library *library = builder->library;
    struct declared at = builder->declared[DECLARATION_MODEL].at[id];
    struct model_builder made = {builder, id, at.unit, unit_tree(builder, at.unit)};
    uint32_t first_pending = builder->pending.n;
    struct model *model = &library->models.at[id];
    if (model->extends != NONE)
        model->architecture = library->models.at[model->extends].architecture;
    model->first = library->components.n;
    build_components(&made, at.statement);
    model->n = library->components.n - model->first;
    mark_withdrawn(library, model);
    view_build(library, id);
    names_prepare(library, id);
    resolve_elaborations(builder, id, first_pending);
    claim_paths(builder, id);
    names_build(library, id);
}

/* A model that extends itself, at its end by way of others. */
static void report_ring(struct builder *builder, model_id id)
{
    const struct model *model = model_at(builder, id);
    struct finding *finding =
        report(builder->diag, model->extends_at, MSG_extends_itself, v_name(name_of(builder, model->id)));
    for (model_id m = model->extends; m != id; m = model_at(builder, m)->extends)
        label(finding, model_at(builder, m)->extends_at, MSG_label_ring_extends);
}

void build_models(struct builder *builder)
{
    uint32_t n = builder->declared[DECLARATION_MODEL].n;
    uint32_t *bases = arena_array(&builder->scratch, uint32_t, n);
    uint32_t *order = arena_array(&builder->scratch, uint32_t, n);
    uint32_t *depths = arena_array(&builder->scratch, uint32_t, n);
    for (model_id id = 0; id < n; id++) {
        read_foundation(builder, id);
        bases[id] = model_at(builder, id)->extends;
    }
    order_bases_first(&builder->scratch, bases, order, n);
    for (uint32_t i = 0; i < n; i++) {
        struct model *model = model_at(builder, order[i]);
        if (model->extends != bases[order[i]])
            report_ring(builder, order[i]);
        if (base_is_too_deep(depths, bases, order[i]))
            report(builder->diag, model->extends_at, MSG_extends_too_deep, v_name(name_of(builder, model->id)),
                   v_number(EXTENDS_MOST));
        model->extends = bases[order[i]];
        build_model(builder, order[i]);
    }
}
