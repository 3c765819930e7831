/* `allow RULE because "..."`: a rule that is silenced in a block. */

#include "model/args.h"
#include "model/statements.h"

/* What is to be removed of the statement, that it does not name the rule `at` any more: all of it if that is
   its only one. */
static struct span part_of(const struct args *args, const struct arg *at)
{
    const struct statement *statement = &args->tree->statements.at[args->statement];
    const struct arg *first = args_first(args);
    if (at->flags & ARG_COMMA && at + 1 < args->end)
        return (struct span){at->at.start, at[1].at.start};
    if (at > first)
        return (struct span){at[-1].at.end, at->at.end};
    return (struct span){statement->start, statement->end};
}

/* The rule that an argument names; a suppression of what cannot be silenced is reported. */
static enum rule take_rule(struct args *args)
{
    struct builder *builder = args->builder;
    if (!args_is(args, ARG_WORD) && !args_is(args, ARG_REFERENCE)) {
        args_take_any_word(args, "the name of a rule");
        return RULE_COUNT;
    }
    const struct arg *arg = args->at++;
    struct str name = source_text(builder->diag->sources, arg->at);
    enum rule rule = rule_find(name);
    if (rule == RULE_COUNT) {
        struct finding *finding = report(builder->diag, arg->at, MSG_unknown_rule, v_name(name));
        struct str near = rule_nearest(name);
        if (near.ptr && str_eq(near, name)) {
            help(finding, MSG_help_group, v_name(name));
        } else if (near.ptr) {
            help(finding, MSG_help_similar_rule, v_name(near));
            struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(near));
            fix_edit(finding, fix, arg->at, near);
        }
    } else if (rule_is_fixed(rule)) {
        struct finding *finding = report(builder->diag, arg->at, MSG_unsuppressible, v_name(name));
        fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_remove), part_of(args, arg), STR(""));
        rule = RULE_COUNT;
    }
    return rule;
}

/* Takes the reason; false if there is none. `*text` is the one that says nothing. */
static bool take_reason(struct args *args, const struct arg **text)
{
    *text = NULL;
    bool is_bare = args->at > args_first(args) && (args_is(args, ARG_STRING) || args_is(args, ARG_TEXT));
    if (is_bare)
        report_no_because(args->builder, args->at);
    else if (!args_take_word(args, KW_BECAUSE))
        return false;
    *text = args_take_text(args, "a reason");
    return *text && str_trim(arg_text(args->builder, *text)).len > 0;
}

void read_allow(struct builder *builder, uint32_t unit, uint32_t statement, struct span scope)
{
    struct args args = args_of(builder, unit, statement);
    enum { RULES_MOST = 16 };
    enum rule rules[RULES_MOST];
    const struct arg *names[RULES_MOST], *reason;
    uint32_t n = 0;
    bool more = true;
    while (more && n < RULES_MOST) {
        enum rule rule = take_rule(&args);
        more = args.at > args_first(&args) && args.at[-1].flags & ARG_COMMA && args.at < args.end;
        if (rule == RULE_COUNT)
            continue;
        names[n] = &args.at[-1];
        rules[n++] = rule;
    }
    const struct statement *at = &args.tree->statements.at[statement];
    bool reasoned = take_reason(&args, &reason) || at->damaged;
    if (!reasoned && n > 0)
        suggest_reason(
            &args,
            report(builder->diag, args_word_span(&args), MSG_no_reason, v_name(str_of(rule_info(rules[0])->name))),
            reason);
    args_finish(&args);
    for (uint32_t i = 0; i < n && (reasoned || builder->diag->stage != STAGE_RELEASE); i++)
        diag_suppress(builder->diag, (struct suppression){.rule = rules[i],
                                                          .scope = scope,
                                                          .at = names[i]->at,
                                                          .part = part_of(&args, names[i]),
                                                          .used = at->damaged});
}
