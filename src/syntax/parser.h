#ifndef SYNTAX_PARSER_H
#define SYNTAX_PARSER_H

#include "diag/diag.h"
#include "source/source.h"
#include "syntax/keywords.h"

enum {
    NESTING_MOST = 100,         /* blocks in one another */
    TEXT_LENGTH_MOST = 1 << 20, /* bytes of one text */
    PATH_LENGTH_MOST = 255,     /* ids of one reference */
    ID_LENGTH_MOST = 255,       /* bytes of one id or word */
    SYNTAX_ERRORS_MOST = 100,   /* findings of one file before its syntax errors go unsaid */
};

struct token {
    int type; /* a token of prm.tab.h */
    atom name;
    struct span at;
};

/* A path while it is read: its only id, or where its ids are if there are several. */
struct path {
    uint32_t value; /* n == 1: the atom; else the first step in the tree */
    uint16_t n;
};

/* What the indentation says about braces that do not match; see braces.h. */
enum repair_kind { REPAIR_CLOSE, REPAIR_OPEN, REPAIR_DROP };

struct repair {
    uint32_t at; /* position of the token before which a brace is missing, or of the `}` too many */
    enum repair_kind kind;
    struct span about; /* the `{` that is not closed; the line that stands deeper; the `}` */
};

/* The state of reading one file. */
struct parser {
    struct mem *mem;
    struct atoms *atoms;
    struct diag *diag;
    struct tree *tree;
    const char *text;
    uint32_t length;
    uint32_t file_base; /* position of the first byte of `text` */
    bool keeps_comments;
    uint32_t n_errors;

    /* the scanner, prm.l */
    void *scanner;
    struct span block; /* the `"""` of the text block that is open */
    uint32_t n_ends;   /* how often the end of the file was skipped to */
    uint32_t tail;     /* bytes of a text that goes on behind its first line, where it should not */

    /* line ends and braces, lex.c */
    struct token queue[3]; /* tokens that are ready, next first */
    uint32_t n_queued;
    struct token ahead[3]; /* tokens of the scanner that were looked at, next last */
    uint32_t n_ahead;
    bool line_open;                /* a statement is open that the end of the line would end */
    bool joined;                   /* the last token makes the line go on */
    uint32_t last_start, last_end; /* where the last token of the open statement stands */
    struct span joint;             /* the last `,` or `->` of the statement behind which a line ended; SPAN_NONE */
    bool unbalanced;               /* a brace is missing or too many */
    VEC(struct span) openers;
    VEC(struct repair) repairs;
    uint32_t next_repair;

    /* the statement that is being read, tree.c */
    uint32_t first_arg;
    bool damaged;
    bool leading_comma;
};

/* What stands at a place of the file; a slice of its text. */
static inline struct str parser_text_at(const struct parser *parser, struct span at)
{
    return (struct str){parser->text + (at.start - parser->file_base), at.end - at.start};
}

/* Reads a file of the sources into `tree`, whose `file` is set; findings go to `diag`. The tree is
   complete but for what could not be read; then it is `broken`. */
void parse_file(struct tree *tree, struct mem *mem, struct atoms *atoms, struct diag *diag, bool keeps_comments);

/* The next token for the grammar, with line ends and braces made regular. */
void lex_next(struct parser *parser, struct token *token);

/* The scanner of prm.l: starts at a byte of the text, gives token after token, and ends. */
void scanner_start(struct parser *parser, uint32_t offset);
void scanner_next(struct parser *parser, struct token *token);
void scanner_stop(struct parser *parser);

/* Skips to the next `{`, end of line or end of file; `token` and `value` are bison's. False if the end was skipped to
 * before. */
bool parser_skip(struct parser *parser, int *token, void *value, struct span *at);

/* Reports an unexpected token; names as in prm.y. */
void parser_unexpected(struct parser *parser, struct span at, const char *unexpected, const char *const *expected,
                       uint32_t n_expected);

/* Reports what is wrong with the syntax; values as in report(). NULL once there were too many. */
struct finding *parser_error(struct parser *parser, struct span at, enum message message, ...);

/* Reports a declaration without a block, and a text that is longer than TEXT_LENGTH_MOST. */
void parser_missing_block(struct parser *parser, struct span head);
void parser_text_too_long(struct parser *parser, struct span at);

/* What follows is for the scanner. Those that return a length say how much of the match to keep. */

void parser_comment(struct parser *parser, struct span at);
uint32_t parser_unclosed_string(struct parser *parser, struct span at);
uint32_t parser_unbroken_block(struct parser *parser, struct span at);
void parser_unclosed_text(struct parser *parser, struct span at);

/* `at` is a line end: if a text follows the word in front of it whose quotes are missing, reports it, sets `at` to the
   text and leaves what the scanner is to pass over in `tail`. False if not. */
bool parser_unopened_text(struct parser *parser, struct span *at);

/* Reports the beginning of a comment of C; false if it is a `/` of a path. */
bool parser_foreign_comment(struct parser *parser, struct span at);

/* The rest of a line that begins with a character beyond ASCII: a blank, a string in typographic
   quotes, or something stray. Returns the token, 0 for a blank. */
int parser_odd_character(struct parser *parser, struct span at, uint32_t *length);

/* The atom of a name; one that is too long is reported and cut. */
atom parser_atom(struct parser *parser, struct str name, struct span at);

/* The token of a word, and of a name that may be a word or an id. */
int parser_word(atom word);
int parser_name(struct parser *parser, atom name);

#endif
