/* The grammar of PRM: shared vocabulary of every file. An action records what was written and looks
   nothing up. Statements are opened when their head is read, so that they stand in the tree in
   document order; see src/syntax/tree.h. */

%require "3.8"
%define api.pure full
%define api.prefix {prm_yy}
%define api.token.prefix {TOK_}
%define api.location.type {struct span}
%define parse.error custom
%define parse.lac full
%locations
%expect 0
%param {struct parser *parser}

%code requires {
#include "syntax/parser.h"
}

%union {
    atom name;
    uint32_t statement;
    struct path path;
}

%code {
#include "syntax/tree.h"

#define YYLLOC_DEFAULT(current, rhs, n)                                                            \
    do {                                                                                           \
        (current).start = (n) ? YYRHSLOC(rhs, 1).start : YYRHSLOC(rhs, 0).end;                     \
        (current).end = YYRHSLOC(rhs, n).end;                                                      \
    } while (0)

/* Room for every legal nesting; the stack never grows, so it needs no memory of its own. */
#define YYINITDEPTH 1000
#define YYMAXDEPTH  1000

static int prm_yylex(PRM_YYSTYPE *value, PRM_YYLTYPE *at, struct parser *parser);
static void prm_yyerror(const PRM_YYLTYPE *at, struct parser *parser, const char *message);

/* Skips what is wrong up to `{` or the end of the statement. Ends the parsing where there is nothing left to skip to. */
#define SKIP()                                                                                     \
    do {                                                                                           \
        if (!parser_skip(parser, &yychar, &yylval, &yylloc))                                       \
            YYABORT;                                                                               \
        yyerrok;                                                                                   \
    } while (0)
}

%token END 0            "end of file"
%token EOL              "end of line"
%token NEWLINE          /* the scanner's; becomes EOL or nothing */
%token STRAY            "stray character"
%token <name> WORD      "word"
%token <name> ID        "id"
%token STRING           "string"
%token TEXT             "text block"
%token OPEN             "{"
%token CLOSE            "}"
%token COMMA            ","
%token ARROW            "->"
%token RUN              ".."
%token MAYBE            "?"
%token SLASH            "/"
%token COLON            ":"
%token STAR             "*"
%token <name> IMPORT         "import"
%token <name> ARCHITECTURE   "architecture"
%token <name> MODEL          "model"
%token <name> MAPPING        "mapping"
%token <name> PROFILE        "profile"
%token <name> GLOSSARY       "glossary"
%token <name> NONE           "none"
%token <name> NOT_APPLICABLE "not-applicable"

%type <name> keyword declaration step
%type <path> path
%type <statement> import head mapping_head row_head damaged_head declaration_head

%%

/* ---- A file is a list of declarations. ---- */

file: %empty
    | file item
    ;

item: import "end of line"                      { tree_close(parser, $1, @1, SPAN_NONE); }
    | declaration_head block  { tree_close(parser, $1, @1, @2); }
    | mapping_head mapping_block  { tree_close(parser, $1, @1, @2); }
    | damaged_head "end of line"                { tree_close(parser, $1, @1, SPAN_NONE); }
    | damaged_head mapping_block  { tree_close(parser, $1, @1, @2); }
    | declaration_head "end of line"            { parser_missing_block(parser, @1);
                                                  tree_close(parser, $1, @1, SPAN_NONE); }
    | mapping_head "end of line"                { parser_missing_block(parser, @1);
                                                  tree_close(parser, $1, @1, SPAN_NONE); }
    ;

import: "import" string     { $$ = tree_open(parser, STATEMENT_PLAIN, $1, @$); }
    | "import" string error { SKIP(); $$ = tree_open_damaged(parser, $1, @$); }
    | "import" error        { SKIP(); $$ = tree_open_damaged(parser, $1, @$); }
    ;

declaration: "architecture" | "model" | "profile" | "glossary"
    ;

declaration_head: declaration name title
                            { $$ = tree_open(parser, STATEMENT_PLAIN, $1, @$); }
    | declaration name title error
                            { SKIP(); $$ = tree_open_damaged(parser, $1, @$); }
    | declaration error     { SKIP(); $$ = tree_open_damaged(parser, $1, @$); }
    ;

mapping_head: "mapping" name title
                            { $$ = tree_open(parser, STATEMENT_PLAIN, $1, @$); }
    | "mapping" name title error
                            { SKIP(); $$ = tree_open_damaged(parser, $1, @$); }
    | "mapping" error       { SKIP(); $$ = tree_open_damaged(parser, $1, @$); }
    ;

name: "id"                  { tree_reference(parser, tree_step($1), @1); }
    ;

title: %empty
    | string
    ;

string: "string"            { tree_mark(parser, ARG_STRING, @1); }
    ;

/* ---- A block is a list of statements; a statement is a word, arguments, perhaps a block. ---- */

block: "{" statements "}"
    ;

statements: %empty
    | statements statement
    ;

statement: head "end of line"                   { tree_close(parser, $1, @1, SPAN_NONE); }
    | head block  { tree_close(parser, $1, @1, @2); }
    | damaged_head "end of line"                { tree_close(parser, $1, @1, SPAN_NONE); }
    | damaged_head mapping_block  { tree_close(parser, $1, @1, @2); }
    ;

head: "word" arguments      { $$ = tree_open(parser, STATEMENT_PLAIN, $1, @$); }
    | keyword arguments     { $$ = tree_open(parser, STATEMENT_PLAIN, $1, @$); }
    ;

damaged_head: error         { SKIP(); $$ = tree_open_damaged(parser, 0, @$); }
    ;

arguments: %empty
    | arguments "word"      { tree_word(parser, $2, @2); }
    | arguments keyword     { tree_word(parser, $2, @2); }
    | arguments references
    | arguments reference ".." "*"
                            { tree_run(parser); tree_mark(parser, ARG_STAR, @4); }
    | arguments "*"         { tree_mark(parser, ARG_STAR, @2); }
    | arguments "string"    { tree_mark(parser, ARG_STRING, @2); }
    | arguments "text block" { tree_mark(parser, ARG_TEXT, @2); }
    | arguments ","         { tree_comma(parser); }
    | arguments error       { SKIP(); tree_damage(parser); }
    ;

/* The words with tokens of their own may begin a statement or stand among its arguments, too. */
keyword: "import" | "architecture" | "model" | "mapping" | "profile" | "glossary" | "none"
    | "not-applicable"
    ;

/* ---- References: a path of ids, perhaps behind a model; a run has two ends. ---- */

references: reference
    | reference ".." path   { tree_run(parser); tree_reference(parser, $3, @3); }
    ;

reference: path             { tree_reference(parser, $1, @1); }
    | step ":" path         { tree_qualified(parser, (struct step){$1, @1}, $3, @3, @$); }
    ;

/* An id in small letters is a word to the scanner; its spelling is judged when the names are known. */
path: "id"                  { $$ = tree_step($1); }
    | "word" "/" step       { $$ = tree_path(parser, tree_step($1), @1, (struct step){$3, @3}); }
    | path "/" step         { $$ = tree_path(parser, $1, @1, (struct step){$3, @3}); }
    ;

step: "id" | "word"
    ;

/* ---- A mapping holds rows beside statements; so may anything whose head is damaged. ---- */

mapping_block: "{" mapping_items "}"
    ;

mapping_items: %empty
    | mapping_items statement
    | mapping_items row_head "end of line"      { tree_close(parser, $2, @2, SPAN_NONE); }
    | mapping_items row_head block  { tree_close(parser, $2, @2, @3); }
    ;

row_head: sources relation targets rationale
                            { $$ = tree_open(parser, STATEMENT_ROW, 0, @$); }
    | row_start error       { SKIP(); tree_damage(parser);
                              $$ = tree_open(parser, STATEMENT_ROW, 0, @$); }
    /* sources spelled in small letters look like a statement until the arrow comes */
    | "word" arguments arrow targets rationale
                            { $$ = tree_open_sources(parser, $1, @$); }
    | "word" arguments arrow error
                            { SKIP(); tree_damage(parser);
                              $$ = tree_open_sources(parser, $1, @$); }
    ;

/* What is left of a row when something is wrong in it. */
row_start: sources
    | sources relation
    | sources relation targets
    | sources relation targets rationale_text
    ;

sources: references
    | sources comma references
    | sources comma "word"  { tree_word(parser, $3, @3); }
    ;

relation: arrow
    | "word"                { tree_relation(parser, $1, @1); }
    | "word" "end of line"  { tree_relation(parser, $1, @1); }
    ;

arrow: "->"                 { tree_relation(parser, KW_ADDRESSED_BY, @1); }
    ;

targets: target
    | targets comma target
    ;

comma: ","                  { tree_comma(parser); }
    ;

target: target_references
    | target_references "?" { tree_tentative(parser); }
    | "none"                { tree_word(parser, $1, @1); }
    | "not-applicable"      { tree_word(parser, $1, @1); }
    | "?"                   { tree_mark(parser, ARG_MAYBE, @1); }
    ;

/* Two ids in a row (`GP 2.1`) are read here and judged when the names are known. */
target_references: target_reference
    | target_references target_reference
    ;

target_reference: references
    | "word"                { tree_word(parser, $1, @1); }
    ;

rationale: %empty
    | rationale_text
    ;

rationale_text: string
    | "text block"          { tree_mark(parser, ARG_TEXT, @1); }
    ;

%%

static int prm_yylex(PRM_YYSTYPE *value, PRM_YYLTYPE *at, struct parser *parser)
{
    struct token token;
    lex_next(parser, &token);
    value->name = token.name;
    *at = token.at;
    return token.type;
}

bool parser_skip(struct parser *parser, int *token, void *value, struct span *at)
{
    if (*token == TOK_PRM_YYEMPTY)
        *token = prm_yylex(value, at, parser);
    while (*token != TOK_OPEN && *token != TOK_EOL && *token != TOK_END)
        *token = prm_yylex(value, at, parser);
    return *token != TOK_END || parser->n_ends++ == 0;
}

/* Called only when the stack is full, which the limit on nesting prevents. */
static void prm_yyerror(const PRM_YYLTYPE *at, struct parser *parser, const char *message)
{
    (void)at;
    (void)message;
    mem_exhausted(parser->mem);
}

static int yyreport_syntax_error(const yypcontext_t *context, struct parser *parser)
{
    enum { SYMBOLS = 40 };
    yysymbol_kind_t expected[SYMBOLS];
    int n = yypcontext_expected_tokens(context, expected, SYMBOLS);
    const char *names[SYMBOLS];
    for (int i = 0; i < n; i++)
        names[i] = yysymbol_name(expected[i]);
    parser_unexpected(parser, *yypcontext_location(context),
                      yysymbol_name(yypcontext_token(context)), names, n > 0 ? (uint32_t)n : 0);
    return 0;
}
