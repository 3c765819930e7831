/* Makes the scanner's tokens regular for the grammar: every statement ends with one EOL, and every
   block that is opened is closed. */

#include "base/near.h"
#include "syntax/parser.h"
#include "syntax/tree.h"

#include "prm.tab.h"

static void put_back(struct parser *parser, const struct token *token)
{
    parser->ahead[parser->n_ahead++] = *token;
}

/* Adds the brace that is missing before a token, or drops the token if it is a brace too many; true if
   the token was dropped. */
static bool apply_repair(struct parser *parser, struct token *token)
{
    struct repair repair = parser->repairs.at[parser->next_repair++];
    if (repair.kind == REPAIR_DROP)
        return true;
    put_back(parser, token);
    token->type = repair.kind == REPAIR_OPEN ? TOK_OPEN : TOK_CLOSE;
    token->at.end = token->at.start;
    return false;
}

/* Of the ids of a large model few are in the cache: what stands behind a word or a comma is fetched while the parser is
   busy with that. */
static void fetch_id(const struct parser *parser, uint32_t position)
{
    const char *at = parser->text + (position - parser->file_base);
    uint32_t n = 0;
    at += *at == ' ';
    if (!is_upper(*at))
        return;
    while (is_alnum(at[n]))
        n++;
    atom_prefetch(parser->atoms, (struct str){at, n});
}

/* The next token, with the braces that a repair adds and without those that it drops. */
static void take(struct parser *parser, struct token *token)
{
    bool dropped;
    do {
        if (parser->n_ahead)
            *token = parser->ahead[--parser->n_ahead];
        else
            scanner_next(parser, token);
        if (token->type == TOK_WORD || token->type == TOK_COMMA)
            fetch_id(parser, token->at.end);
        bool repairs =
            parser->next_repair < parser->repairs.n && parser->repairs.at[parser->next_repair].at == token->at.start;
        dropped = repairs && apply_repair(parser, token);
    } while (dropped);
}

static void queue(struct parser *parser, struct token token)
{
    parser->queue[parser->n_queued++] = token;
}

static void end_statement(struct parser *parser, uint32_t at)
{
    queue(parser, (struct token){.type = TOK_EOL, .at = {at, at}});
    parser->line_open = false;
    parser->joined = false;
}

/* Mends a brace on a line of its own: it moves behind the statement. A comment between the two stays,
   and so does the line end behind it. */
static void join_brace(struct parser *parser, struct finding *finding, struct span brace)
{
    struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_join_brace);
    struct span end = {parser->last_end, parser->last_end};
    const char *between = parser->text + (end.start - parser->file_base);
    if (str_trim((struct str){between, brace.start - end.start}).len == 0) {
        end.end = brace.end;
        brace = SPAN_NONE;
    }
    fix_edit(finding, fix, end, STR(" {"));
    if (brace.start)
        fix_edit(finding, fix, brace, STR(""));
}

static void read_newline(struct parser *parser, struct token token)
{
    if (parser->joined)
        parser->joint = (struct span){parser->last_start, parser->last_end};
    if (!parser->line_open || parser->joined)
        return;
    struct token next;
    do
        take(parser, &next);
    while (next.type == TOK_NEWLINE);
    put_back(parser, &next);
    if (next.type != TOK_OPEN) {
        end_statement(parser, token.at.start);
        return;
    }
    join_brace(parser, parser_error(parser, next.at, MSG_brace_on_own_line), next.at);
}

/* Drops everything up to the brace that closes a block which is too deep. */
static void skip_block(struct parser *parser)
{
    for (uint32_t depth = 1; depth > 0;) {
        struct token token;
        take(parser, &token);
        if (token.type == TOK_END) {
            put_back(parser, &token);
            return;
        }
        depth += token.type == TOK_OPEN;
        depth -= token.type == TOK_CLOSE;
    }
}

static void read_open(struct parser *parser, struct token token)
{
    if (parser->openers.n == NESTING_MOST) {
        parser_error(parser, token.at, MSG_nesting_too_deep, v_number(NESTING_MOST));
        skip_block(parser);
        end_statement(parser, token.at.start);
        return;
    }
    vec_push(parser->mem, &parser->openers, token.at);
    queue(parser, token);
    parser->line_open = false;
    parser->joined = false;
}

static void read_close(struct parser *parser, struct token token)
{
    if (parser->line_open)
        end_statement(parser, token.at.start);
    queue(parser, token);
    if (parser->openers.n) {
        parser->openers.n--;
        return;
    }
    parser->unbalanced = true;
    end_statement(parser, token.at.end);
}

static void read_end(struct parser *parser, struct token token)
{
    if (parser->line_open)
        end_statement(parser, token.at.start);
    if (parser->openers.n == 0) {
        queue(parser, token);
        return;
    }
    parser->unbalanced = true;
    if (!parser->tree->swallowed)
        parser_error(parser, parser->openers.at[parser->openers.n - 1], MSG_unclosed_block);
    put_back(parser, &token);
    read_close(parser, (struct token){.type = TOK_CLOSE, .at = token.at});
}

/* A misspelt word before a declaration is read as the word that it is near to. */
static void mend_declaration(struct parser *parser, struct token *token)
{
    struct str word = atom_text(parser->atoms, token->name);
    struct near near = near_word(word);
    for (atom keyword = KW_IMPORT; keyword <= KW_GLOSSARY; keyword++)
        near_try(&near, atom_text(parser->atoms, keyword));
    if (!near.best.ptr)
        return;
    struct finding *finding = parser_error(parser, token->at, MSG_misspelt_declaration, v_name(word));
    help(finding, MSG_help_similar_word, v_name(near.best));
    struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(near.best));
    fix_edit(finding, fix, token->at, near.best);
    token->name = atom_find(parser->atoms, near.best);
    token->type = parser_word(token->name);
}

static void read_plain(struct parser *parser, struct token *token)
{
    parser->last_start = token->at.start;
    parser->last_end = token->at.end;
    if (token->type == TOK_WORD && !parser->line_open && parser->openers.n == 0)
        mend_declaration(parser, token);
    if (!parser->line_open)
        parser->joint = SPAN_NONE;
    parser->line_open = true;
    parser->joined = token->type == TOK_COMMA || token->type == TOK_ARROW || token->type == TOK_RUN;
}

void lex_next(struct parser *parser, struct token *token)
{
    while (parser->n_queued == 0) {
        take(parser, token);
        switch (token->type) {
        case TOK_NEWLINE: read_newline(parser, *token); break;
        case TOK_OPEN: read_open(parser, *token); break;
        case TOK_CLOSE: read_close(parser, *token); break;
        case TOK_END: read_end(parser, *token); break;
        default: read_plain(parser, token); return;
        }
    }
    *token = parser->queue[0];
    parser->n_queued--;
    for (uint32_t i = 0; i < parser->n_queued; i++)
        parser->queue[i] = parser->queue[i + 1];
}

atom parser_atom(struct parser *parser, struct str name, struct span at)
{
    if (name.len > ID_LENGTH_MOST) {
        struct span start = {at.start, at.start + 1};
        parser_error(parser, start, MSG_id_too_long, v_number(name.len), v_number(ID_LENGTH_MOST));
        name.len = ID_LENGTH_MOST;
    }
    return atom_intern(parser->atoms, name);
}

int parser_word(atom word)
{
    return word >= KW_IMPORT && word <= KW_NOT_APPLICABLE ? TOK_IMPORT + (int)(word - KW_IMPORT) : TOK_WORD;
}

static bool is_word(struct str name)
{
    if (name.len == 0 || !is_lower(name.ptr[0]))
        return false;
    for (uint32_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (!is_lower(c) && !is_digit(c) && c != '-')
            return false;
    }
    return true;
}

int parser_name(struct parser *parser, atom name)
{
    return is_word(atom_text(parser->atoms, name)) ? parser_word(name) : TOK_ID;
}
