#ifndef SYNTAX_TREE_H
#define SYNTAX_TREE_H

#include "syntax/parser.h"

/* The syntax tree of one file: what its author wrote, with places, and nothing more.

   Statements stand in document order, so that what is in the block of statement s are the statements
   s + 1 to next(s) - 1, and the arguments of s those from args(s) to args(s + 1) - 1. A declaration
   (`model`, `mapping`, ...) is a statement, too. */

enum statement_kind {
    STATEMENT_PLAIN,
    STATEMENT_ROW, /* of a mapping: sources, ARG_RELATION, targets or an outcome, perhaps a string */
};

struct statement {
    atom word;      /* 0 in a row, and in a damaged statement whose word is lost */
    uint16_t kind;  /* enum statement_kind */
    bool damaged;   /* something in it could not be read; what could is there */
    bool read;      /* somebody asked what it says */
    uint32_t start; /* position of its first byte */
    uint32_t end;   /* one past its last */
    uint32_t open;  /* position of its `{`; 0 if it has no block */
    uint32_t args;  /* index of its first argument */
    uint32_t next;  /* index of the first statement behind its block */
};

enum arg_kind {
    ARG_WORD,
    ARG_REFERENCE, /* a path of ids, perhaps behind a model */
    ARG_STRING,
    ARG_TEXT,
    ARG_STAR,
    ARG_MAYBE,    /* the outcome `?` */
    ARG_RELATION, /* `->` or a word; between sources and targets */
};

enum arg_flag {
    ARG_COMMA = 1,     /* a comma follows */
    ARG_RUN = 2,       /* `..` follows: the next argument is the other end */
    ARG_TENTATIVE = 4, /* `?` follows */
    ARG_QUALIFIED = 8, /* a model and `:` stand before the path */
};

struct arg {
    uint8_t kind;  /* enum arg_kind */
    uint8_t flags; /* enum arg_flag */
    uint16_t n_steps;
    struct span at;
    uint32_t value; /* a word, or the only step of a path: its atom; longer paths: the first step */
};

/* One id of a path and its place. */
struct step {
    atom name;
    struct span at;
};

struct tree {
    uint32_t file;      /* index in the sources */
    bool broken;        /* something could not be read */
    uint32_t swallowed; /* where a text block begins that is never closed, with all that was behind it; 0: nowhere */
    VEC(struct statement) statements;
    VEC(struct arg) args;
    VEC(struct step) steps;
    VEC(struct span) comments; /* if the parser was asked for them; from `#` to the last character */
};

/* The arguments of a statement: from `*first`, as many as returned. */
uint32_t tree_args(const struct tree *tree, uint32_t statement, const struct arg **first);

/* The relation among the `n` arguments of a row; `args + n` if it is missing. */
const struct arg *tree_relation_in(const struct arg *args, uint32_t n);

/* The i-th step of the path of an ARG_REFERENCE. */
struct step tree_path_step(const struct tree *tree, const struct arg *arg, uint32_t i);

/* The model before the path of an ARG_QUALIFIED reference. */
struct step tree_path_model(const struct tree *tree, const struct arg *arg);

/* What follows is for the grammar. */

void tree_reset(struct tree *tree);

/* Opens a statement with the arguments that were recorded since the last one was opened. */
uint32_t tree_open(struct parser *parser, enum statement_kind kind, atom word, struct span head);

/* Opens a statement of which something was skipped. */
uint32_t tree_open_damaged(struct parser *parser, atom word, struct span head);

/* Opens a row whose first source was read as the word of a statement. */
uint32_t tree_open_sources(struct parser *parser, atom word, struct span head);

/* Closes a statement behind everything in its block. */
void tree_close(struct parser *parser, uint32_t statement, struct span whole, struct span block);

/* Record an argument of the statement that is being read. */
void tree_word(struct parser *parser, atom word, struct span at);
void tree_relation(struct parser *parser, atom word, struct span at);
void tree_mark(struct parser *parser, enum arg_kind kind, struct span at);
void tree_reference(struct parser *parser, struct path path, struct span at);
void tree_qualified(struct parser *parser, struct step model, struct path path, struct span path_at, struct span at);

/* Flags of the last argument. */
void tree_comma(struct parser *parser);
void tree_run(struct parser *parser);
void tree_tentative(struct parser *parser);

/* The statement that is being read is damaged. */
void tree_damage(struct parser *parser);

/* A path of one id, and one with another id behind it; `at` is where the path before stands. */
struct path tree_step(atom name);
struct path tree_path(struct parser *parser, struct path path, struct span at, struct step step);

#endif
