#include "syntax/tree.h"

void tree_reset(struct tree *tree)
{
    tree->broken = false;
    tree->swallowed = 0;
    tree->statements.n = 0;
    tree->args.n = 0;
    tree->steps.n = 0;
    tree->comments.n = 0;
}

uint32_t tree_args(const struct tree *tree, uint32_t statement, const struct arg **first)
{
    uint32_t start = tree->statements.at[statement].args;
    bool is_last = statement + 1 == tree->statements.n;
    uint32_t end = is_last ? tree->args.n : tree->statements.at[statement + 1].args;
    *first = tree->args.at + start;
    return end - start;
}

const struct arg *tree_relation_in(const struct arg *args, uint32_t n)
{
    const struct arg *arg = args;
    while (arg < args + n && arg->kind != ARG_RELATION)
        arg++;
    return arg;
}

struct step tree_path_step(const struct tree *tree, const struct arg *arg, uint32_t i)
{
    if (arg->n_steps == 1 && !(arg->flags & ARG_QUALIFIED))
        return (struct step){arg->value, arg->at};
    return tree->steps.at[arg->value + i];
}

struct step tree_path_model(const struct tree *tree, const struct arg *arg)
{
    return tree->steps.at[arg->value + arg->n_steps];
}

uint32_t tree_open(struct parser *parser, enum statement_kind kind, atom word, struct span head)
{
    struct tree *tree = parser->tree;
    struct statement statement = {
        .word = word,
        .kind = (uint16_t)kind,
        .damaged = parser->damaged,
        .start = head.start,
        .end = head.end,
        .args = parser->first_arg,
        .next = tree->statements.n + 1, /* until it is closed, and if an error takes it off the stack */
    };
    vec_push(parser->mem, &tree->statements, statement);
    parser->first_arg = tree->args.n;
    parser->damaged = false;
    parser->leading_comma = false;
    return tree->statements.n - 1;
}

uint32_t tree_open_damaged(struct parser *parser, atom word, struct span head)
{
    tree_damage(parser);
    return tree_open(parser, STATEMENT_PLAIN, word, head);
}

uint32_t tree_open_sources(struct parser *parser, atom word, struct span head)
{
    struct tree *tree = parser->tree;
    tree_word(parser, word, (struct span){head.start, head.start + atom_text(parser->atoms, word).len});
    struct arg first = tree->args.at[tree->args.n - 1];
    if (parser->leading_comma)
        first.flags |= ARG_COMMA;
    struct arg *sources = tree->args.at + parser->first_arg;
    memmove(sources + 1, sources, (tree->args.n - 1 - parser->first_arg) * sizeof first);
    sources[0] = first;
    return tree_open(parser, STATEMENT_ROW, 0, head);
}

void tree_close(struct parser *parser, uint32_t statement, struct span whole, struct span block)
{
    struct statement *closed = &parser->tree->statements.at[statement];
    if (block.start) {
        closed->open = block.start;
        closed->end = block.end;
    } else if (closed->end < whole.end) {
        closed->end = whole.end;
    }
    closed->next = parser->tree->statements.n;
}

static struct arg *push(struct parser *parser, enum arg_kind kind, struct span at, uint32_t value)
{
    struct arg arg = {.kind = (uint8_t)kind, .at = at, .value = value};
    vec_push(parser->mem, &parser->tree->args, arg);
    return &parser->tree->args.at[parser->tree->args.n - 1];
}

void tree_word(struct parser *parser, atom word, struct span at)
{
    push(parser, ARG_WORD, at, word);
}

void tree_relation(struct parser *parser, atom word, struct span at)
{
    /* the line end that may follow a relation is no part of it */
    at.end = at.start + atom_text(parser->atoms, word).len;
    push(parser, ARG_RELATION, at, word);
}

void tree_mark(struct parser *parser, enum arg_kind kind, struct span at)
{
    if (at.end - at.start > TEXT_LENGTH_MOST)
        parser_text_too_long(parser, at);
    push(parser, kind, at, 0);
}

/* The length of a path as far as it was kept; reports one that was not kept whole. */
static uint16_t path_length(struct parser *parser, struct path path, struct span at)
{
    if (path.n <= PATH_LENGTH_MOST)
        return path.n;
    struct span start = {at.start, at.start + 1};
    parser_error(parser, start, MSG_path_too_long, v_number(PATH_LENGTH_MOST));
    return PATH_LENGTH_MOST;
}

void tree_reference(struct parser *parser, struct path path, struct span at)
{
    struct arg *arg = push(parser, ARG_REFERENCE, at, path.value);
    arg->n_steps = path_length(parser, path, at);
}

/* The only id of a path becomes the first of several steps. */
static void unfold(struct parser *parser, struct path *path, struct span at)
{
    struct step only = {path->value, at};
    path->value = parser->tree->steps.n;
    vec_push(parser->mem, &parser->tree->steps, only);
}

void tree_qualified(struct parser *parser, struct step model, struct path path, struct span path_at, struct span at)
{
    if (path.n == 1)
        unfold(parser, &path, path_at);
    vec_push(parser->mem, &parser->tree->steps, model);
    struct arg *arg = push(parser, ARG_REFERENCE, at, path.value);
    arg->n_steps = path_length(parser, path, at);
    arg->flags = ARG_QUALIFIED;
}

static void flag_last(struct parser *parser, enum arg_flag flag)
{
    struct tree *tree = parser->tree;
    if (tree->args.n > parser->first_arg)
        tree->args.at[tree->args.n - 1].flags |= (uint8_t)flag;
}

void tree_comma(struct parser *parser)
{
    if (parser->tree->args.n == parser->first_arg)
        parser->leading_comma = true;
    flag_last(parser, ARG_COMMA);
}

void tree_run(struct parser *parser)
{
    flag_last(parser, ARG_RUN);
}

void tree_tentative(struct parser *parser)
{
    flag_last(parser, ARG_TENTATIVE);
}

void tree_damage(struct parser *parser)
{
    parser->damaged = true;
}

struct path tree_step(atom name)
{
    return (struct path){name, 1};
}

struct path tree_path(struct parser *parser, struct path path, struct span at, struct step step)
{
    if (path.n == 1)
        unfold(parser, &path, at);
    if (path.n < PATH_LENGTH_MOST)
        vec_push(parser->mem, &parser->tree->steps, step);
    path.n = path.n <= PATH_LENGTH_MOST ? path.n + 1 : path.n; /* one more than is kept says: too long */
    return path;
}
