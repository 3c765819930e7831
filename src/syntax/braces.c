/* A brace that is missing is noticed at the end of the file, far from where it should be. Authors
   indent what is in a block, so the indentation says which block was meant to be closed where. The
   idea is that of rustc's lexer, which blames the delimiter whose indentation does not match. */

#include "syntax/braces.h"

#include "prm.tab.h"

enum { TAB_WIDTH = 4, REPAIRS_MOST = 8 };

struct open_block {
    struct span brace;
    uint32_t indent;      /* of the line that opens it */
    uint32_t line;        /* its number */
    uint32_t line_inside; /* indentation of the first line in it; 0 while there is none */
};

struct braces {
    struct parser *parser;
    VEC(struct open_block) open;
    uint32_t line;              /* number of the line at hand */
    uint32_t indent;            /* its indentation */
    uint32_t last_newline;      /* position of the line end before it */
    int last;                   /* the token before, line ends apart */
    uint32_t n_deeper, n_level; /* lines that stand deeper than the block they are in, and that do not */
};

static void repair(struct braces *braces, enum repair_kind kind, uint32_t at, struct span about)
{
    struct repair repair = {.at = at, .kind = kind, .about = about};
    vec_push(braces->parser->mem, &braces->parser->repairs, repair);
}

static struct open_block *innermost(struct braces *braces)
{
    return braces->open.n ? &braces->open.at[braces->open.n - 1] : NULL;
}

static uint32_t indent_of(const struct parser *parser, uint32_t position)
{
    const char *at = parser->text + (position - parser->file_base), *start = at;
    while (start > parser->text && start[-1] != '\n')
        start--;
    uint32_t indent = 0;
    for (; start < at; start++)
        indent = *start == '\t' ? (indent / TAB_WIDTH + 1) * TAB_WIDTH : indent + 1;
    return indent;
}

static void push_open(struct braces *braces, struct span brace)
{
    struct open_block block = {.brace = brace, .indent = braces->indent, .line = braces->line};
    vec_push(braces->parser->mem, &braces->open, block);
}

/* Closes what should have been closed before a line of this indentation. */
static void close_deeper(struct braces *braces, uint32_t least, uint32_t at)
{
    for (struct open_block *block; (block = innermost(braces)) && block->indent >= least;) {
        repair(braces, REPAIR_CLOSE, at, block->brace);
        braces->open.n--;
    }
}

static void begin_with_close(struct braces *braces, struct token token)
{
    close_deeper(braces, braces->indent + 1, token.at.start);
    struct open_block *block = innermost(braces);
    if (block && block->indent == braces->indent)
        braces->open.n--;
    else
        repair(braces, REPAIR_DROP, token.at.start, token.at);
}

static void begin_with_statement(struct braces *braces, struct token token)
{
    struct open_block *block = innermost(braces);
    if (block && braces->indent > block->indent)
        braces->n_deeper++;
    else if (block)
        braces->n_level++;
    close_deeper(braces, braces->indent, token.at.start);
    block = innermost(braces);
    uint32_t level = block ? block->line_inside : 0;
    bool deeper = braces->indent > level && (!block || level > 0) && braces->line > 1;
    /* a line that begins with an id may go on with the targets of a row */
    if (deeper && braces->last != TOK_OPEN && token.type != TOK_ID) {
        struct span end = {braces->last_newline, braces->last_newline};
        uint32_t indent = braces->indent;
        braces->indent = level;
        repair(braces, REPAIR_OPEN, end.start, token.at);
        push_open(braces, end);
        braces->indent = indent;
        block = innermost(braces);
        level = 0;
    }
    if (block && level == 0)
        block->line_inside = braces->indent;
}

static void begin_line(struct braces *braces, struct token token)
{
    braces->line++;
    braces->indent = indent_of(braces->parser, token.at.start);
    if (token.type == TOK_CLOSE)
        begin_with_close(braces, token);
    else
        begin_with_statement(braces, token);
}

/* A brace that is not the first token of its line: `}` closes what was opened on the line, and `{` does
   not follow another. */
static void read_brace(struct braces *braces, struct token token)
{
    const struct open_block *block = innermost(braces);
    if (token.type == TOK_OPEN && braces->last == TOK_OPEN)
        repair(braces, REPAIR_DROP, token.at.start, token.at);
    else if (token.type == TOK_OPEN)
        push_open(braces, token.at);
    else if (block && (block->line == braces->line || braces->last == TOK_CLOSE))
        braces->open.n--;
    else
        repair(braces, REPAIR_DROP, token.at.start, token.at);
}

bool braces_repair(struct parser *parser)
{
    struct braces braces = {.parser = parser};
    bool at_start = true, joined = false;
    struct token token;
    while (scanner_next(parser, &token), token.type != TOK_END) {
        if (token.type == TOK_NEWLINE) {
            braces.last_newline = token.at.start;
            at_start = !joined;
            continue;
        }
        if (at_start)
            begin_line(&braces, token);
        if (token.type == TOK_OPEN || (token.type == TOK_CLOSE && !at_start))
            read_brace(&braces, token);
        at_start = false;
        joined = token.type == TOK_COMMA || token.type == TOK_ARROW || token.type == TOK_RUN;
        braces.last = token.type;
    }
    close_deeper(&braces, 0, token.at.start);
    vec_free(parser->mem, &braces.open);
    bool indents = braces.n_deeper > 3 * braces.n_level;
    bool found = indents && parser->repairs.n > 0 && parser->repairs.n <= REPAIRS_MOST;
    if (!found)
        parser->repairs.n = 0;
    return found;
}

void braces_report(struct parser *parser)
{
    VEC_EACH (const struct repair, repair, &parser->repairs) {
        struct span at = {repair->at, repair->at};
        struct finding *finding;
        switch (repair->kind) {
        case REPAIR_CLOSE:
            finding = parser_error(parser, repair->about, MSG_unclosed_block);
            label(finding, at, MSG_label_close_before);
            break;
        case REPAIR_OPEN:
            finding = parser_error(parser, at, MSG_missing_open);
            label(finding, repair->about, MSG_label_deeper);
            break;
        case REPAIR_DROP: parser_error(parser, repair->about, MSG_stray_close); break;
        }
    }
}
