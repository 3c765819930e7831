#ifndef MODEL_ARGS_H
#define MODEL_ARGS_H

#include "model/builder.h"

/* The arguments of a statement, read one after the other. */
struct args {
    struct builder *builder;
    const struct tree *tree;
    uint32_t statement;
    const struct arg *at, *end;
    bool failed; /* something else was expected, and reported */
};

/* The arguments of a statement, none of them read yet. */
struct args args_of(struct builder *builder, uint32_t unit, uint32_t statement);

/* The span of the word of the statement. */
struct span args_word_span(const struct args *args);

/* The first argument of the statement, read or not. */
const struct arg *args_first(const struct args *args);

/* A point behind the last argument that was read, for what is missing there. */
struct span args_here(const struct args *args);

/* True if the next argument is of this kind. */
static inline bool args_is(const struct args *args, enum arg_kind kind)
{
    return args->at < args->end && args->at->kind == (uint8_t)kind;
}

static inline bool args_is_word(const struct args *args, atom word)
{
    return args_is(args, ARG_WORD) && args->at->value == word;
}

/* Takes the next argument if it is that word. */
bool args_take_word(struct args *args, atom word);

/* Takes a string or text block, or reports that `what` is missing; NULL then. */
const struct arg *args_take_text(struct args *args, const char *what);

/* Takes a string or text block if one is next. */
const struct arg *args_maybe_text(struct args *args);

/* Takes a reference, or reports that `what` is missing; NULL then. */
const struct arg *args_take_reference(struct args *args, const char *what);

/* Takes the id of a declaration, or reports that `what` is missing and which there are; NULL then. */
const struct arg *args_take_declared(struct args *args, const char *what, enum declaration kind);

/* Takes a word, or reports that `what` is missing; 0 then. */
atom args_take_any_word(struct args *args, const char *what);

/* Takes a count such as 1, *, 0..1, 1..*; false if none is next. */
bool args_maybe_count(struct args *args, struct count *count);

/* Reports what is left over. */
void args_finish(struct args *args);

/* Offers an id, a number or a word without the quotes in which it stands. */
void offer_bare(struct builder *builder, const struct arg *arg, struct finding *finding);

/* Reports a reason without `because` before it. */
void report_no_because(struct builder *builder, const struct arg *reason);

/* Suggests to write `because "..."` behind the last argument that was read, or in the place of a reason that
   says nothing (NULL: there is none). */
void suggest_reason(const struct args *args, struct finding *finding, const struct arg *reason);

/* The number that an id spells, or -1. */
int64_t number_of(struct str digits);

#endif
