/* Profiles: what is taken from a model, and what is left out. */

#include "model/names/reference.h"
#include "model/statements.h"
#include "model/view.h"

struct profile_builder {
    struct builder *builder;
    uint32_t profile;
    uint32_t unit;
    const struct tree *tree;
    uint32_t declaration;
    struct said said;
};

static struct profile *own(const struct profile_builder *p)
{
    return &p->builder->library->profiles.at[p->profile];
}

static void read_of(struct profile_builder *p, uint32_t statement)
{
    struct args args = args_of(p->builder, p->unit, statement);
    say_once(&args, &p->said);
    const struct arg *name = args_take_declared(&args, "the id of a model", DECLARATION_MODEL);
    if (name)
        own(p)->model = find_model(p->builder, p->unit, tree_path_step(p->tree, name, 0));
    args_finish(&args);
}

/* How many references come next. */
static uint32_t count_references(const struct args *args)
{
    const struct arg *arg = args->at;
    while (arg < args->end && (arg->kind == ARG_REFERENCE || (arg->kind == ARG_WORD && arg->value != KW_BECAUSE)))
        arg++;
    return (uint32_t)(arg - args->at);
}

static void add_selections(const struct profile_builder *p, const members *found, enum selection_kind kind,
                           struct str reason)
{
    struct library *library = p->builder->library;
    VEC_EACH (const struct member, member, found) {
        if (!view_holds(library, own(p)->model, member->component)) {
            report_not_in_model(p->builder, member, own(p)->model);
            own(p)->damaged = true;
            continue;
        }
        struct selection selection = {kind, member->component, reason, member->at};
        vec_push(library->mem, &library->selections, selection);
    }
}

static void report_unreasoned(const struct profile_builder *p, const members *found, const struct args *args,
                              const struct arg *reason)
{
    VEC_EACH (const struct member, member, found) {
        if (member > found->at && member[-1].at.start == member->at.start)
            continue; /* the rest of a run */
        atom id = p->builder->library->components.at[member->component].id;
        struct finding *finding =
            report(p->builder->diag, member->at, MSG_no_exclusion_reason, v_name(name_of(p->builder, id)));
        help(finding, MSG_help_because);
        suggest_reason(args, finding, reason);
    }
}

/* `include REF, ...`, `include only REF, ...`, `exclude REF, ... because "..."` */
static void read_selection(const struct profile_builder *p, uint32_t statement, enum selection_kind kind)
{
    struct args args = args_of(p->builder, p->unit, statement);
    if (kind == SELECTION_INCLUDE && args_take_word(&args, KW_ONLY))
        kind = SELECTION_INCLUDE_ONLY;
    if (own(p)->model == NONE)
        return;
    uint32_t n = count_references(&args);
    if (n == 0) {
        args_take_reference(&args, "the path of a component");
        own(p)->damaged = true;
        return;
    }
    members found = {0};
    struct scope scope = {.model = own(p)->model, .component = NONE};
    if (!resolve_list(p->builder, p->unit, scope, args.at, n, (struct target_kinds){0}, &found))
        own(p)->damaged = true;
    args.at += n;
    struct str reason = STR_NONE;
    bool has_text = args_is(&args, ARG_STRING) || args_is(&args, ARG_TEXT);
    if (has_text)
        report_no_because(p->builder, args.at);
    else if (kind == SELECTION_EXCLUDE && !args_is_word(&args, KW_BECAUSE))
        report_unreasoned(p, &found, &args, NULL);
    if (has_text || args_take_word(&args, KW_BECAUSE)) {
        const struct arg *text = args_take_text(&args, "a reason");
        if (text) {
            reason = arg_text(p->builder, text);
            keep_text(p->builder, p->unit, own(p)->model, NONE, text, reason);
            if (kind == SELECTION_EXCLUDE && str_trim(reason).len == 0)
                report_unreasoned(p, &found, &args, text);
        }
    }
    add_selections(p, &found, kind, reason);
    vec_free(p->builder->mem, &found);
    args_finish(&args);
    own(p)->damaged = own(p)->damaged || args.failed;
}

/* `model CMMI-SVC` for `of CMMI-SVC` */
static void report_model(const struct profile_builder *p, uint32_t statement)
{
    struct args args = args_of(p->builder, p->unit, statement);
    struct span at = args_word_span(&args);
    struct finding *finding =
        report(p->builder->diag, at, MSG_unknown_word, v_name(STR("model")), v_text(STR("a profile")));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(STR("of"))), at, STR("of"));
}

static void read_statement(struct profile_builder *p, uint32_t statement)
{
    static const atom known[] = {KW_OF,     KW_INCLUDE, KW_EXCLUDE,   KW_ALLOW,   KW_VERSION, KW_DESCRIPTION,
                                 KW_SOURCE, KW_DATE,    KW_PUBLISHER, KW_LICENSE, KW_NOTE};
    struct header_slots slots = {&own(p)->header, &p->said, p->unit, {own(p)->model, NONE}};
    atom word = p->tree->statements.at[statement].word;
    own(p)->damaged = own(p)->damaged || p->tree->statements.at[statement].damaged;
    switch (word) {
    case 0:
    case KW_OF: break;
    case KW_MODEL: report_model(p, statement); break;
    case KW_INCLUDE: read_selection(p, statement, SELECTION_INCLUDE); break;
    case KW_EXCLUDE: read_selection(p, statement, SELECTION_EXCLUDE); break;
    case KW_ALLOW: read_allow(p->builder, p->unit, statement, statement_span(p->tree, p->declaration)); break;
    default:
        if (!read_header(p->builder, statement, slots)) {
            struct args args = args_of(p->builder, p->unit, statement);
            report_unknown_word(p->builder, args_word_span(&args), word, STR("a profile"), known,
                                sizeof known / sizeof known[0]);
            own(p)->damaged = true;
        }
    }
}

/* Says which models `of` can name. */
static void report_no_model(const struct profile_builder *p)
{
    enum { MODELS_MOST = 4 };
    struct builder *builder = p->builder;
    struct finding *finding =
        report(builder->diag, own(p)->at, MSG_profile_needs_model, v_name(name_of(builder, own(p)->id)));
    struct buf list = buf_on(builder->mem);
    uint32_t n = 0;
    VEC_EACH (const struct declared, known, &builder->declared[DECLARATION_MODEL])
        if (unit_sees(builder->units, p->unit, known->unit) && ++n <= MODELS_MOST)
            buf_printf(&list, "%s`of %.*s`", n > 1 ? " or " : "", STR_ARGS(name_of(builder, known->id.name)));
    if (n > 0)
        help(finding, MSG_help_one_of, v_text(buf_as_str(&list)));
    else
        help(finding, MSG_help_import_some);
    buf_free(&list);
}

static void build_profile(struct profile_builder *p)
{
    struct library *library = p->builder->library;
    uint32_t end = p->tree->statements.at[p->declaration].next;
    bool has_model = false;
    for (uint32_t s = p->declaration + 1; s < end; s = p->tree->statements.at[s].next)
        if (p->tree->statements.at[s].word == KW_OF || p->tree->statements.at[s].word == KW_MODEL) {
            read_of(p, s);
            has_model = true;
        }
    if (!has_model && !p->tree->statements.at[p->declaration].damaged)
        report_no_model(p);
    own(p)->first_selection = library->selections.n;
    for (uint32_t s = p->declaration + 1; s < end; s = p->tree->statements.at[s].next)
        read_statement(p, s);
    own(p)->n_selections = library->selections.n - own(p)->first_selection;
}

void build_profiles(struct builder *builder)
{
    for (uint32_t id = 0; id < builder->declared[DECLARATION_PROFILE].n; id++) {
        struct declared at = builder->declared[DECLARATION_PROFILE].at[id];
        struct profile_builder p = {builder, id, at.unit, unit_tree(builder, at.unit), at.statement, {{0}}};
        build_profile(&p);
    }
}
