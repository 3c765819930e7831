/* What stands in the block of a model: components, what is added to those of its base, its header. */

#include "model/component.h"
#include "model/names/path.h"
#include "model/names/reference.h"
#include "model/names/unknown_part.h"
#include "model/statements.h"

/* True if a component of this id stands at the top of the model itself. */
static bool is_own(const struct model_builder *model, atom id)
{
    const struct library *library = library_of(model);
    for (component_id c = own(model)->first; c < library->components.n; c = library->components.at[c].end)
        if (library->components.at[c].id == id)
            return true;
    return false;
}

/* The component of the base that `extend` names, or NONE, with a finding. */
static component_id resolve_anchor(const struct model_builder *model, const struct arg *reference)
{
    struct diag *diag = model->builder->diag;
    uint32_t n_findings = diag->findings.n;
    component_id anchor = resolve_in_model(model->builder, model->unit, own(model)->extends, reference);
    atom first = tree_path_step(model->tree, reference, 0).name;
    if (anchor == NONE && diag->findings.n > n_findings && is_own(model, first)) {
        struct finding *finding = diag->findings.at[n_findings];
        finding->helps = (struct remarks){0}; /* what is near in the base is not meant */
        help(finding, MSG_help_own_block, v_name(name_of(model->builder, first)));
    }
    return anchor;
}

/* `extend REF { ... }`: components that are added inside one of the base. */
static void build_extend(const struct model_builder *model, uint32_t statement)
{
    struct args args = args_of(model->builder, model->unit, statement);
    const struct arg *reference = args_take_reference(&args, "the path of a component of the base model");
    args_finish(&args);
    if (!reference)
        return;
    if (own(model)->extends == NONE) {
        if (own(model)->architecture != NONE) /* else it is said that the model has neither */
            help(report(model->builder->diag, reference->at, MSG_extends_no_model,
                        v_name(name_of(model->builder, own(model)->id))),
                 MSG_help_extends_instead);
        return;
    }
    component_id anchor = resolve_anchor(model, reference);
    if (anchor == NONE) {
        lose_part(model, NONE);
        return;
    }
    kind_id kind = library_of(model)->components.at[anchor].kind;
    uint32_t end = model->tree->statements.at[statement].next;
    for (uint32_t s = statement + 1; s < end; s = model->tree->statements.at[s].next) {
        atom word = model->tree->statements.at[s].word;
        kind_id child = word ? find_child_kind(model, word) : NONE;
        if (word == KW_ALLOW) {
            read_allow(model->builder, model->unit, s, statement_span(model->tree, statement));
        } else if (child != NONE && !is_text(model, kind, word)) {
            build_component(model, s, child, anchor);
        } else if (word) {
            struct args part = args_of(model->builder, model->unit, s);
            help(report(model->builder->diag, args_word_span(&part), MSG_extend_adds_components,
                        v_name(name_of(model->builder, word))),
                 word == KW_EXTEND ? MSG_help_extend_path : MSG_help_base_stays);
        }
    }
}

static void read_unknown_in_model(const struct model_builder *model, uint32_t statement)
{
    struct args args = args_of(model->builder, model->unit, statement);
    atom meant = report_unknown_in_model(model, &args);
    model->tree->statements.at[statement].word = meant;
    if (meant == 0)
        lose_names(model, statement);
}

/* Builds what a statement of a model says; false if its word is not known. */
static bool build_statement(const struct model_builder *model, uint32_t declaration, uint32_t statement,
                            struct said *said)
{
    const struct statement *at = &model->tree->statements.at[statement];
    if (at->word == KW_ARCHITECTURE || at->word == KW_EXTENDS)
        return true; /* read before; see model.c */
    struct header_slots slots = {&own(model)->header, said, model->unit, {model->model, NONE}};
    kind_id kind = own(model)->architecture == NONE ? NONE : find_child_kind(model, at->word);
    if (kind != NONE)
        build_component(model, statement, kind, NONE);
    else if (read_header(model->builder, statement, slots))
        return true;
    else if (at->word == KW_ALLOW)
        read_allow(model->builder, model->unit, statement, statement_span(model->tree, declaration));
    else if (at->word == KW_EXTEND)
        build_extend(model, statement);
    else
        return false;
    return true;
}

/* Without an architecture nobody knows the kinds, and every word would be reported. */
static void judge_unknown_in_model(const struct model_builder *model, uint32_t declaration, uint32_t statement,
                                   struct said *said)
{
    struct statement *at = &model->tree->statements.at[statement];
    if (at->word == 0 || own(model)->architecture == NONE) {
        lose_part(model, NONE);
        return;
    }
    read_unknown_in_model(model, statement);
    if (at->word)
        build_statement(model, declaration, statement, said);
}

void build_components(const struct model_builder *model, uint32_t declaration)
{
    uint32_t end = model->tree->statements.at[declaration].next;
    struct said said = {0};
    for (uint32_t s = declaration + 1; s < end; s = model->tree->statements.at[s].next)
        if (!build_statement(model, declaration, s, &said))
            judge_unknown_in_model(model, declaration, s, &said);
}
