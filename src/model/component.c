/* Models: from their statements to components. References stay as they are written until every name
   is known; see resolve.c. */

#include "model/component.h"

#include "model/containment.h"

#include "model/names/path.h"
#include "model/names/reference.h"
#include "model/names/unknown_part.h"
#include "model/statements.h"
#include "model/template.h"

void lose_part(const struct model_builder *model, component_id id)
{
    own(model)->incomplete = true;
    if (id != NONE)
        library_of(model)->components.at[id].incomplete = true;
}

/* ---- Ids ---- */

/* What stands for the parent where siblings at the top are counted: the first model of the chain. */
static uint32_t sibling_scope(const struct model_builder *model, component_id parent)
{
    const struct library *library = library_of(model);
    while (parent != NONE && library->kinds.at[library->components.at[parent].kind].grouping)
        parent = library->components.at[parent].parent;
    if (parent != NONE)
        return parent;
    return 0x80000000u | library_root_model(library, model->model);
}

/* The highest number that siblings have by a template of their own kind. */
static uint32_t *last_number(const struct model_builder *model, component_id parent, uint32_t template)
{
    return map_at(&model->builder->counters, map_key(sibling_scope(model, parent), template), 0);
}

/* A component without id is known by its place among the siblings of its kind. */
static uint32_t next_place(const struct model_builder *model, component_id parent, kind_id kind)
{
    return ++*last_number(model, parent, 0x80000000u | kind);
}

/* The template that begins with most of the letters of an id that fits none. */
static uint8_t nearest_template(const struct library *library, const struct kind *kind, struct str id)
{
    uint32_t best = 0, most = 0;
    for (uint32_t n = 0; n < kind->n_templates; n++) {
        const struct id_template *id_template = &library->templates.at[kind->first_template + n];
        const struct segment *first = &library->segments.at[id_template->first_segment];
        bool begins = first->type == SEGMENT_LITERAL && str_starts(id, first->text);
        if (begins && first->text.len > most) {
            most = first->text.len;
            best = n;
        }
    }
    return (uint8_t)best;
}

/* A template that fits; then one whose shape fits where it stands, so that a control in a theme is not
   taken for one in an objective; then one whose shape fits. */
static void fit_id(const struct model_builder *model, struct component *component)
{
    const struct library *library = library_of(model);
    const struct kind *kind = &library->kinds.at[component->kind];
    struct str id = name_of(model->builder, component->id);
    struct id_match match;
    component->fit = kind->n_templates ? FIT_MISMATCH : FIT_ANY;
    component->number_end = (uint16_t)id.len;
    while (component->number_start < id.len && !is_digit(id.ptr[component->number_start]))
        component->number_start++;
    if (component->number_start == id.len)
        component->number_start = 0;
    for (uint32_t i = 0; i < 3 * kind->n_templates; i++) {
        uint32_t pass = i / kind->n_templates, n = i % kind->n_templates;
        bool exact = pass == 0;
        const struct id_template *id_template = &library->templates.at[kind->first_template + n];
        if (pass == 1 && !template_is_at_home(library, id_template, component->parent))
            continue;
        if (!template_match(library, id_template, id, component->parent, exact, &match))
            continue;
        component->fit = exact ? FIT_EXACT : FIT_OUTSIDE;
        component->n_template = (uint8_t)n;
        component->number_start = (uint16_t)match.number_start;
        component->number_end = (uint16_t)match.number_end;
        component->counter = match.counter;
        return;
    }
    component->n_template = nearest_template(library, kind, id);
}

/* Keeps count of the numbers that are given, so that the next one that is left out follows. */
static void count_number(const struct model_builder *model, const struct component *component)
{
    const struct library *library = library_of(model);
    uint32_t template = library->kinds.at[component->kind].first_template + component->n_template;
    if (component->fit != FIT_EXACT || !library->templates.at[template].is_plain)
        return;
    uint32_t *last = last_number(model, component->parent, template);
    *last = component->counter > *last ? component->counter : *last;
}

static const struct id_template *plain_template(const struct library *library, kind_id kind, uint32_t *n)
{
    for (*n = 0; *n < library->kinds.at[kind].n_templates; ++*n) {
        uint32_t i = library->kinds.at[kind].first_template + *n;
        if (library->templates.at[i].is_plain)
            return &library->templates.at[i];
    }
    return NULL;
}

/* Makes the id that was left out: the first template that needs a number only, and the next number. */
static bool make_id(const struct model_builder *model, struct component *component)
{
    struct library *library = library_of(model);
    uint32_t n;
    const struct id_template *id_template = plain_template(library, component->kind, &n);
    if (!id_template)
        return false;
    uint32_t template = library->kinds.at[component->kind].first_template + n;
    uint32_t number = ++*last_number(model, component->parent, template);
    struct buf id = buf_on(model->builder->mem);
    for (uint32_t i = 0; i < id_template->n_segments; i++) {
        const struct segment *segment = &library->segments.at[id_template->first_segment + i];
        if (segment->type == SEGMENT_LITERAL)
            buf_str(&id, segment->text);
        else
            buf_printf(&id, "%u", number);
    }
    component->id = atom_intern(model->builder->units->atoms, buf_as_str(&id));
    component->numbered = true;
    buf_free(&id);
    fit_id(model, component);
    return true;
}

static void leave_out_id(const struct model_builder *model, const struct args *args, struct component *component)
{
    const struct kind *kind = &library_of(model)->kinds.at[component->kind];
    if (!args->tree->statements.at[args->statement].damaged && make_id(model, component))
        return;
    component->fit = FIT_ANY;
    component->counter = next_place(model, component->parent, component->kind);
    if (args->tree->statements.at[args->statement].damaged) {
        lose_part(model, NONE);
        return;
    }
    if (kind->n_templates == 0)
        return;
    const struct id_template *first = &library_of(model)->templates.at[kind->first_template];
    struct finding *finding =
        report(model->builder->diag, component->at, MSG_id_left_out, v_name(name_of(model->builder, kind->name)));
    note(finding, MSG_note_templates, v_string(first->text));
}

/* `goal SG 1`: two ids that fit a template together are read as one. */
static void join_ids(const struct model_builder *model, struct args *args, struct component *component)
{
    if (!args_is(args, ARG_REFERENCE) || args->at->n_steps != 1 || args->at->flags || args->at[-1].flags)
        return;
    struct builder *builder = model->builder;
    struct buf text = buf_on(builder->mem);
    buf_str(&text, name_of(builder, component->id));
    buf_str(&text, name_of(builder, args->at->value));
    struct component joined = *component;
    joined.id = atom_intern(builder->units->atoms, buf_as_str(&text));
    joined.at.end = args->at->at.end;
    fit_id(model, &joined);
    if (joined.fit != FIT_MISMATCH) {
        *component = joined;
        args->at++;
        struct str written = source_text(builder->diag->sources, joined.at);
        struct finding *finding =
            report(builder->diag, joined.at, MSG_loose_spelling, v_name(written), v_name(buf_as_str(&text)));
        help(finding, MSG_help_one_word, v_name(buf_as_str(&text)));
        struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_replace_by, v_name(buf_as_str(&text)));
        fix_edit(finding, fix, joined.at, buf_as_str(&text));
    }
    buf_free(&text);
}

/* `elaboration GP2.1..GP2.3` */
static void report_several(struct args *args)
{
    struct span several = {args->at[-1].at.start, args->end[-1].at.end};
    help(report(args->builder->diag, several, MSG_one_elaborated), MSG_help_elaborate_each);
    while (args_is(args, ARG_REFERENCE))
        args->at++;
}

/* Takes the id from the head of a component. */
static void take_id(const struct model_builder *model, struct args *args, struct component *component)
{
    const struct kind *kind = &library_of(model)->kinds.at[component->kind];
    component->at = args_word_span(args);
    component->counter = NONE;
    bool is_reference = args_is(args, ARG_REFERENCE);
    if (!is_reference && !args_is(args, ARG_WORD)) {
        if (kind->elaborates != NONE)
            args_take_reference(args, "the id of what is elaborated");
        leave_out_id(model, args, component);
        return;
    }
    const struct arg *arg = args->at++;
    component->at = arg->at;
    if (kind->n_templates == 0)
        next_place(model, component->parent, component->kind);
    component->id = is_reference ? tree_path_step(args->tree, arg, arg->n_steps - 1u).name : arg->value;
    if (kind->elaborates != NONE) {
        component->fit = FIT_ANY;
        add_pending(model, NONE, BUILTIN_ELABORATES, (uint32_t)(arg - args->tree->args.at), 1);
        if (arg->flags & (ARG_COMMA | ARG_RUN))
            report_several(args);
        else if (args_is(args, ARG_REFERENCE))
            args->at++; /* `GP 2.1`: judged with the reference */
        return;
    }
    if (is_reference && (arg->n_steps > 1 || arg->flags))
        report(model->builder->diag, arg->at, MSG_id_not_path);
    fit_id(model, component);
    if (component->fit == FIT_MISMATCH)
        join_ids(model, args, component);
    count_number(model, component);
}

/* ---- Components ---- */

void add_pending(const struct model_builder *model, component_id owner, property_id property, uint32_t arg, uint32_t n)
{
    if (owner == NONE)
        owner = library_of(model)->components.n;
    struct pending pending = {owner, property, arg, n, NONE};
    vec_push(model->builder->mem, &model->builder->pending, pending);
}

void lose_names(const struct model_builder *model, uint32_t statement)
{
    for (uint32_t s = statement; s < model->tree->statements.at[statement].next; s++) {
        const struct arg *args;
        if (tree_args(model->tree, s, &args) > 0 && args[0].kind == ARG_REFERENCE)
            map_at(&model->builder->lost_names, tree_path_step(model->tree, &args[0], args[0].n_steps - 1u).name,
                   model->builder->diag->findings.n - 1);
    }
}

/* Judges a statement in a component whose word is neither a property nor a kind. If a known word is
   near, the statement is read on as if it were written. */
static void judge_unknown(const struct model_builder *model, component_id id, uint32_t statement)
{
    struct statement *at = &model->tree->statements.at[statement];
    kind_id kind = library_of(model)->components.at[id].kind;
    if (at->word == 0) {
        lose_part(model, id);
        return;
    }
    struct args args = args_of(model->builder, model->unit, statement);
    atom meant = report_unknown_part(model, &args, kind);
    if (meant)
        at->word = meant;
    else
        lose_names(model, statement);
    if (!meant) /* it may be what else would be missing */
        library_of(model)->components.at[id].incomplete = true;
}

/* The texts, attributes and references of a component: all of them before its first child. */
static void build_properties(const struct model_builder *model, component_id id, uint32_t statement)
{
    uint32_t end = model->tree->statements.at[statement].next;
    kind_id kind = library_of(model)->components.at[id].kind;
    for (uint32_t s = statement + 1; s < end; s = model->tree->statements.at[s].next) {
        const struct statement *at = &model->tree->statements.at[s];
        if (!is_property(model, kind, at->word) && find_child_kind(model, at->word) == NONE)
            judge_unknown(model, id, s);
        if (is_property(model, kind, at->word))
            build_property(model, id, s, statement_span(model->tree, statement));
    }
}

static void build_children(const struct model_builder *model, component_id id, uint32_t statement)
{
    uint32_t end = model->tree->statements.at[statement].next;
    kind_id kind = library_of(model)->components.at[id].kind;
    for (uint32_t s = statement + 1; s < end; s = model->tree->statements.at[s].next) {
        atom word = model->tree->statements.at[s].word;
        kind_id child = find_child_kind(model, word);
        if (child == NONE || is_property(model, kind, word))
            continue;
        if (!report_property_elsewhere(model, s, id))
            build_component(model, s, child, id);
    }
}

/* What stands at a wrong place is missing elsewhere: around it, or in the one before. */
static void excuse_places(struct library *library, component_id id)
{
    component_id parent = library->components.at[id].parent;
    if (parent == NONE || may_hold(library, library->components.at[parent].kind, library->components.at[id].kind))
        return;
    library->components.at[parent].incomplete = true;
    component_id before = holder_before(library, id);
    if (before != NONE)
        library->components.at[before].incomplete = true;
}

/* True if what is in the block was read as part of a text. */
static bool holds_swallowed(const struct tree *tree, uint32_t statement)
{
    const struct statement *at = &tree->statements.at[statement];
    return tree->swallowed && at->start < tree->swallowed && tree->swallowed < at->end;
}

/* `goal ESG1 "Run It" "Services are run."`: a text beside the title, where the kind has a word for it. */
static void report_second_text(const struct model_builder *model, struct args *args, const struct component *component)
{
    const struct library *library = library_of(model);
    const struct kind *kind = &library->kinds.at[component->kind];
    bool is_second = !args->failed && component->title.ptr && (args_is(args, ARG_STRING) || args_is(args, ARG_TEXT)) &&
                     args->at[-1].at.end < args->at->at.start;
    for (uint32_t i = 0; is_second && i < kind->n_properties; i++) {
        const struct property *property = &library->properties.at[kind->first_property + i];
        if (property->type != PROPERTY_TEXT)
            continue;
        struct str word = name_of(model->builder, property->name);
        struct buf text = buf_on(model->builder->mem);
        buf_printf(&text, "%.*s \"...\"", STR_ARGS(word));
        struct finding *finding =
            report(model->builder->diag, args->at->at, MSG_left_over, v_name(name_of(model->builder, kind->name)));
        help(finding, MSG_help_text_word, v_name(buf_as_str(&text)));
        buf_free(&text);
        args->failed = true;
        args->at = args->end;
        return;
    }
}

void build_component(const struct model_builder *model, uint32_t statement, kind_id kind, component_id parent)
{
    struct library *library = library_of(model);
    struct diag *diag = model->builder->diag;
    uint32_t n_findings = diag->findings.n;
    struct args args = args_of(model->builder, model->unit, statement);
    struct component component = {
        .kind = kind,
        .model = model->model,
        .parent = parent,
        .first_text = library->texts.n,
        .first_attribute = library->attributes.n,
    };
    take_id(model, &args, &component);
    component.title = read_title(&args, &component.title_at);
    report_second_text(model, &args, &component);
    args_finish(&args);
    bool has_lost = holds_swallowed(model->tree, statement);
    component.incomplete = args.failed || has_lost;
    if (args.failed || has_lost)
        lose_part(model, NONE);
    component.path_parent = path_parent_of(library, &component);
    component_id id = library->components.n;
    vec_push(library->mem, &library->components, component);
    excuse_places(library, id);
    build_properties(model, id, statement);
    about_component_since(diag, library, n_findings, id);
    build_children(model, id, statement);
    library->components.at[id].end = library->components.n;
}
