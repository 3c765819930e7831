#include "model/args.h"

#include "model/statements.h"

struct args args_of(struct builder *builder, uint32_t unit, uint32_t statement)
{
    struct args args = {.builder = builder, .tree = unit_tree(builder, unit), .statement = statement};
    unit_tree(builder, unit)->statements.at[statement].read = true;
    uint32_t n = tree_args(args.tree, statement, &args.at);
    args.end = args.at + n;
    return args;
}

struct span args_word_span(const struct args *args)
{
    const struct statement *statement = &args->tree->statements.at[args->statement];
    uint32_t length = name_of(args->builder, statement->word).len;
    return (struct span){statement->start, statement->start + length};
}

const struct arg *args_first(const struct args *args)
{
    const struct arg *first;
    tree_args(args->tree, args->statement, &first);
    return first;
}

struct span args_here(const struct args *args)
{
    uint32_t end = args->at > args_first(args) ? args->at[-1].at.end : args_word_span(args).end;
    return (struct span){end, end};
}

static bool is_damaged(const struct args *args)
{
    return args->tree->statements.at[args->statement].damaged;
}

/* A word among the arguments is often the next statement, which needs a line of its own; false if it is not. */
static bool help_new_line(struct args *args, struct finding *finding)
{
    bool is_next =
        args->at->kind == ARG_WORD && args->at > args_first(args) && begins_statement(args->builder, args->at->value);
    if (is_next)
        help(finding, MSG_help_new_line, v_name(name_of(args->builder, args->at->value)));
    return is_next;
}

/* Reports that something else is expected where the next argument stands, or at the end. NULL if
   something of the statement could not be read. */
static struct finding *report_expected(struct args *args, const char *what)
{
    args->failed = true;
    if (is_damaged(args))
        return NULL;
    if (args->at == args->end)
        return report(args->builder->diag, args_here(args), MSG_expected_here, v_text(str_of(what)),
                      v_name(name_of(args->builder, args->tree->statements.at[args->statement].word)));
    struct finding *finding = report(args->builder->diag, args->at->at, MSG_expected_instead, v_text(str_of(what)));
    help_new_line(args, finding);
    return finding;
}

void offer_bare(struct builder *builder, const struct arg *arg, struct finding *finding)
{
    if (arg->kind != ARG_STRING)
        return;
    struct str text = source_text(builder->diag->sources, arg->at);
    text = (struct str){text.ptr + 1, text.len - 2};
    for (uint32_t i = 0; i < text.len; i++)
        if (!is_alnum(text.ptr[i]) && (!strchr("._-/", text.ptr[i]) || i + 1 == text.len))
            return;
    help(finding, MSG_help_no_quotes);
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(text)), arg->at, text);
}

/* The same for the argument that was expected to be none. */
static void offer_bare_here(const struct args *args, struct finding *finding)
{
    if (args->at < args->end)
        offer_bare(args->builder, args->at, finding);
}

/* Offers to put the words and ids that stand here into quotes. */
static void offer_quotes(const struct args *args, struct finding *finding)
{
    const struct arg *end = args->at;
    while (end < args->end && (end->kind == ARG_WORD || end->kind == ARG_REFERENCE))
        end++;
    if (end == args->at)
        return;
    struct builder *builder = args->builder;
    struct span bare = {args->at->at.start, end[-1].at.end};
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "\"%.*s\"", STR_ARGS(source_text(builder->diag->sources, bare)));
    help(finding, MSG_help_double_quotes);
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&text))), bare,
             buf_as_str(&text));
    buf_free(&text);
}

bool args_take_word(struct args *args, atom word)
{
    bool taken = args_is_word(args, word);
    args->at += taken;
    return taken;
}

const struct arg *args_maybe_text(struct args *args)
{
    return args_is(args, ARG_STRING) || args_is(args, ARG_TEXT) ? args->at++ : NULL;
}

const struct arg *args_take_text(struct args *args, const char *what)
{
    const struct arg *text = args_maybe_text(args);
    if (text)
        return text;
    struct finding *finding = report_expected(args, what);
    if (finding)
        offer_quotes(args, finding);
    args->at = args->end;
    return NULL;
}

/* A word with a capital, or in quotes. */
static void offer_small_or_bare(const struct args *args, struct finding *finding)
{
    offer_bare_here(args, finding);
    if (!args_is(args, ARG_REFERENCE) || args->at->n_steps > 1)
        return;
    struct str small = arena_lower(&args->builder->scratch, source_text(args->builder->diag->sources, args->at->at));
    help(finding, MSG_help_small, v_name(small));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(small)), args->at->at, small);
}

const struct arg *args_take_reference(struct args *args, const char *what)
{
    if (args_is(args, ARG_REFERENCE))
        return args->at++;
    struct finding *finding = report_expected(args, what);
    if (finding)
        offer_bare_here(args, finding);
    args->at = args->end;
    return NULL;
}

atom args_take_any_word(struct args *args, const char *what)
{
    if (args_is(args, ARG_WORD))
        return args->at++->value;
    struct finding *finding = report_expected(args, what);
    if (finding)
        offer_small_or_bare(args, finding);
    args->at = args->end;
    return 0;
}

int64_t number_of(struct str digits)
{
    int64_t number = 0;
    if (digits.len == 0 || digits.len > 18)
        return -1;
    for (uint32_t i = 0; i < digits.len; i++) {
        if (!is_digit(digits.ptr[i]))
            return -1;
        number = number * 10 + (digits.ptr[i] - '0');
    }
    return number;
}

static int64_t arg_number(const struct args *args, const struct arg *arg)
{
    if (arg->kind != ARG_REFERENCE || arg->n_steps != 1 || arg->flags & ARG_QUALIFIED)
        return -1;
    int64_t number = number_of(name_of(args->builder, arg->value));
    return number < NONE ? number : -1;
}

bool args_maybe_count(struct args *args, struct count *count)
{
    if (args_is(args, ARG_STAR)) {
        args->at++;
        *count = (struct count){0, NONE};
        return true;
    }
    int64_t least = args->at < args->end ? arg_number(args, args->at) : -1, most = least;
    if (least < 0)
        return false;
    const struct arg *first = args->at++;
    if (first->flags & ARG_RUN) {
        most = args_is(args, ARG_STAR) ? NONE : arg_number(args, args->at);
        struct span whole = {first->at.start, args->at->at.end};
        args->at++;
        if (most < least)
            report(args->builder->diag, whole, MSG_count_backwards);
    }
    *count = (struct count){(uint32_t)least, (uint32_t)most};
    return true;
}

/* `"each "asset""`: the next argument touches a string. */
static bool follows_string(const struct args *args)
{
    return args->at > args_first(args) && args->at[-1].kind == ARG_STRING && args->at[-1].at.end == args->at->at.start;
}

/* A comma behind something that is no list. */
static void report_comma(struct args *args)
{
    struct builder *builder = args->builder;
    struct str text = source_text(builder->diag->sources, (struct span){args->at[-1].at.end, args->at->at.start});
    const char *comma = memchr(text.ptr, ',', text.len);
    uint32_t at = args->at[-1].at.end + (comma ? (uint32_t)(comma - text.ptr) : 0);
    struct finding *finding = report(builder->diag, (struct span){at, at + 1}, MSG_stray_comma);
    if (!help_new_line(args, finding))
        help(finding, MSG_help_each, v_name(source_text(builder->diag->sources, args_word_span(args))));
}

/* What stands behind the end of a statement on its line: another, or words that the language does not know. */
static void help_left_over(struct args *args, struct finding *finding)
{
    struct span rest = {args->at->at.start, args->end[-1].at.end};
    if (follows_string(args))
        help(finding, MSG_help_inner_quote);
    else if (!help_new_line(args, finding))
        help(finding, MSG_help_left_over, v_text(source_text(args->builder->diag->sources, rest)));
}

void args_finish(struct args *args)
{
    args->failed = args->failed || args->at < args->end;
    if (args->at < args->end && args->at > args_first(args) && args->at[-1].flags & ARG_COMMA && !is_damaged(args)) {
        report_comma(args);
    } else if (args->at < args->end && !is_damaged(args)) {
        atom word = args->tree->statements.at[args->statement].word;
        struct finding *finding =
            report(args->builder->diag, args->at->at, MSG_left_over, v_name(name_of(args->builder, word)));
        help_left_over(args, finding);
    }
    args->at = args->end;
}

void report_no_because(struct builder *builder, const struct arg *reason)
{
    struct finding *finding = report(builder->diag, reason->at, MSG_no_because);
    struct span before = {reason->at.start, reason->at.start};
    fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_write, v_name(STR("because"))), before, STR("because "));
}

void suggest_reason(const struct args *args, struct finding *finding, const struct arg *reason)
{
    struct fix *fix = suggest(finding, SAFETY_PLACEHOLDER, MSG_fix_because);
    if (reason)
        fix_edit(finding, fix, reason->at, STR("\"...\""));
    else
        fix_edit(finding, fix, args_here(args), STR(" because \"...\""));
}
