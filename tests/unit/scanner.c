/* The tokens of PRM: as the scanner finds them, and as lex.c makes them regular for the grammar. */

#include "syntax/parser.h"

#include "prm.tab.h"
#include "syntax/tree.h"
#include "unit/fixture.h"

static const char *const names[] = {
    [TOK_EOL - TOK_EOL] = "eol",         [TOK_NEWLINE - TOK_EOL] = "nl",
    [TOK_STRAY - TOK_EOL] = "stray",     [TOK_WORD - TOK_EOL] = "word",
    [TOK_ID - TOK_EOL] = "id",           [TOK_STRING - TOK_EOL] = "string",
    [TOK_TEXT - TOK_EOL] = "text",       [TOK_OPEN - TOK_EOL] = "{",
    [TOK_CLOSE - TOK_EOL] = "}",         [TOK_COMMA - TOK_EOL] = ",",
    [TOK_ARROW - TOK_EOL] = "->",        [TOK_RUN - TOK_EOL] = "..",
    [TOK_MAYBE - TOK_EOL] = "?",         [TOK_SLASH - TOK_EOL] = "/",
    [TOK_COLON - TOK_EOL] = ":",         [TOK_STAR - TOK_EOL] = "*",
    [TOK_IMPORT - TOK_EOL] = "import",   [TOK_ARCHITECTURE - TOK_EOL] = "architecture",
    [TOK_MODEL - TOK_EOL] = "model",     [TOK_MAPPING - TOK_EOL] = "mapping",
    [TOK_PROFILE - TOK_EOL] = "profile", [TOK_GLOSSARY - TOK_EOL] = "glossary",
    [TOK_NONE - TOK_EOL] = "none",       [TOK_NOT_APPLICABLE - TOK_EOL] = "not-applicable",
};

static struct tree tree;

/* A parser that stands at the beginning of a text, in an empty session. */
static struct parser parser_on(struct world *w, const char *text, size_t n)
{
    char kept[1000]; /* the text may lie in what is forgotten */
    assert_true(n <= sizeof kept);
    memcpy(kept, text, n);
    world_reset(w);
    char *copy = mem_alloc(&w->mem, n + FILE_PADDING);
    memcpy(copy, kept, n);
    memset(copy + n, 0, FILE_PADDING);
    struct file_bytes bytes = {copy, (uint32_t)n};
    uint32_t file = source_add(&w->sources, STR("<test>"), STR_NONE, bytes);
    tree = (struct tree){.file = file};
    struct parser parser = {.mem = &w->mem,
                            .atoms = &w->atoms,
                            .diag = &w->diag,
                            .tree = &tree,
                            .text = copy,
                            .length = bytes.n,
                            .file_base = w->sources.files.at[file].base,
                            .keeps_comments = true};
    return parser;
}

static void add_token(struct world *w, struct buf *out, const struct token *token)
{
    struct str text = source_text(&w->sources, token->at);
    const char *name = names[token->type - TOK_EOL];
    buf_printf(out, "%s%s", out->n ? " " : "", name);
    if (token->type == TOK_ID || token->type == TOK_WORD)
        text = atom_text(&w->atoms, token->name);
    if (token->type != TOK_NEWLINE && token->type != TOK_EOL && text.len && !str_is(text, name))
        buf_printf(out, "(%.*s)", STR_ARGS(text));
}

/* Every token up to the end, by the scanner or with line ends made regular. */
static struct str tokens_of(struct world *w, const char *text, size_t n, bool regular)
{
    struct parser parser = parser_on(w, text, n);
    struct buf out = buf_on(&w->mem);
    struct token token;
    uint32_t end = parser.file_base;
    scanner_start(&parser, 0);
    while (regular ? lex_next(&parser, &token) : scanner_next(&parser, &token), token.type != TOK_END) {
        expect_true(token.at.start >= end && token.at.end >= token.at.start);
        end = token.at.end;
        add_token(w, &out, &token);
    }
    expect_number(token.at.end, parser.file_base + parser.length);
    scanner_stop(&parser);
    return arena_str(&w->arena, buf_as_str(&out));
}

static void expect_tokens(struct world *w, const char *text, const char *wanted, bool regular)
{
    in_case("%s", text);
    expect_str(tokens_of(w, text, strlen(text), regular), wanted);
}

static void tokens_are_told_apart(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"model M \"T\" {", "model id(M) string(\"T\") {"},
        {"work-product", "word(work-product)"},
        {"none not-applicable nonesuch", "none not-applicable word(nonesuch)"},
        {"import architecture mapping profile glossary", "import architecture mapping profile glossary"},
        {"PP SP1.1 4.2.1 BP.01.05 A.5.1.1 2 CMMI-SVC a_b", "id(PP) id(SP1.1) id(4.2.1) id(BP.01.05) id(A.5.1.1) id(2)"
                                                           " id(CMMI-SVC) id(a_b)"},
        {"gp2.1 aB model.x", "id(gp2.1) id(aB) id(model.x)"},
        {"GP2.1..GP2.4", "id(GP2.1) .. id(GP2.4)"},
        {"1..5 1..* 0..1", "id(1) .. id(5) id(1) .. * id(0) .. id(1)"},
        {"a..b A->B a->b 4->PP", "word(a) .. word(b) id(A) -> id(B) word(a) -> word(b) id(4) -> id(PP)"},
        {"model-> model..", "model -> model .."},
        {"PP/SP1.1 CMMI:PP OPP? ?", "id(PP) / id(SP1.1) id(CMMI) : id(PP) id(OPP) ? ?"},
        {"PP. PP- a. A.-B", "id(PP) stray(.) id(PP) stray(-) word(a) stray(.) id(A) stray(.) stray(-) id(B)"},
        {"`AC-2(1)` `a b`", "id(AC-2(1)) id(a b)"},
        {"`` `a/b` `a:b`", "stray(`) id( ) word(a) / word(b) id( ) word(a) : word(b) stray(`)"},
        {"`a\nb`", "stray(`a) nl word(b) stray(`)"},
        {"\"a\\\"b\" \"\\\\\" \"\"", "string(\"a\\\"b\") string(\"\\\\\") string(\"\")"},
        {"\"# no comment\" # \"a comment", "string(\"# no comment\")"},
        {"a # c\n\n  # d\nb", "word(a) nl nl word(b)"},
        {"a\r\n\r\n b\r\n", "word(a) nl word(b) nl"},
        {"note \"\"\"\n  a \"\"\" b\n  \"\"\"\nc", "word(note) text(\"\"\"\n  a \"\"\" b\n  \"\"\") nl word(c)"},
        {"\"\"\"\n\"\"\" # c\na", "text(\"\"\"\n\"\"\") nl word(a)"},
        {"\"\"\"\r\na\r\n\"\"\"\r\nb", "text(\"\"\"\r\na\r\n\"\"\") nl word(b)"},
        {"\"\"\"\na\n\"\"\" b\n\"\"\"", "text(\"\"\"\na\n\"\"\" b\n\"\"\")"}, /* what stands behind makes it a line */
        {"a = b; 'c'", "word(a) stray(=) word(b) stray(;) stray(') word(c) stray(')"},
        {"_a -a a--b a-", "stray(_) word(a) stray(-) word(a) word(a) stray(-) stray(-) word(b) word(a) stray(-)"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        expect_tokens(w, rows[i][0], rows[i][1], false);
        expect_findings(w, "");
    }
}

static void what_is_not_closed_ends(struct world *w)
{
    static const char *const rows[][3] = {
        {"a \"b", "word(a) string(\"b)", "unclosed-block 1:3"},
        {"\"b\\", "string(\"b\\)", "unclosed-block 1:1"},
        {"\"b\\\nc", "string(\"b\\) nl word(c)", "unclosed-block 1:1"},
        {"\"b {\nc", "string(\"b) { nl word(c)", "unclosed-block 1:1"},
        {"\"b { c \nd", "string(\"b { c) nl word(d)", "unclosed-block 1:1"},
        {"\"", "string(\")", "unclosed-block 1:1"},
        {"\"{", "string(\") {", "unclosed-block 1:1"},
        {"\"\"\"a\"\"\"", "string(\"\"\"a\"\"\")", "syntax-error 1:1"},
        {"\"\"\"", "string(\"\"\")", "syntax-error 1:1"},
        {"\"\"\"\na }\n", "text(\"\"\"\na }\n)", "unclosed-block 1:1"},
        {"\"\"\"\n", "text(\"\"\"\n)", "unclosed-block 1:1"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        expect_tokens(w, rows[i][0], rows[i][1], false);
        expect_findings(w, rows[i][2]);
    }
}

static void characters_beyond_ascii_are_read(struct world *w)
{
    static const char *const rows[][3] = {
        {"a “b” c", "word(a) string(“b”) word(c)", "curly-quote-delimiter 1:3"},
        {"«b» “c\" „d“", "string(«b») string(“c\") string(„d“)",
         "curly-quote-delimiter 1:1, curly-quote-delimiter 1:5, curly-quote-delimiter 1:9"},
        {"“b {\nc", "string(“b) { nl word(c)", "curly-quote-delimiter 1:1"},
        {"“b\r\nc", "string(“b) nl word(c)", "curly-quote-delimiter 1:1"},
        {"“", "string(“)", "curly-quote-delimiter 1:1"},
        {"a\xc2\xa0\xe2\x80\xaf"
         "b",
         "word(a) word(b)", "non-breaking-space 1:2"},
        {"\"a\xc2\xa0"
         "b\"",
         "string(\"a\xc2\xa0"
         "b\")",
         ""},
        {"A → B", "id(A) stray(→) id(B)", ""},
        {"Größe: x", "id(Gr) stray(öße) : word(x)", ""},
        {"सु{", "stray(सु) {", ""},
        {"a\xe2\x80\x8b"
         "b",
         "word(a) word(b)", ""}, /* the encoding is checked before */
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        expect_tokens(w, rows[i][0], rows[i][1], false);
        expect_findings(w, rows[i][2]);
    }
}

/* A NUL is a character like others, and so is what stands behind it. */
static void nul_bytes_do_not_end_a_text(struct world *w)
{
    expect_str(tokens_of(w, "a\0b", 3, false), "word(a) stray() word(b)"); /* printf ends at it */
    expect_str(tokens_of(w, "\"a\0b\" c", 7, false), "string(\"a) word(c)");
}

static void comments_are_kept(struct world *w)
{
    static const char text[] = "a # one  \r\n#\n\"# none\"\n  # two";
    static const char *const wanted[] = {"# one", "#", "# two"};
    tokens_of(w, text, strlen(text), false);
    assert_int_equal(tree.comments.n, LENGTH(wanted));
    for (uint32_t i = 0; i < tree.comments.n; i++)
        expect_str(source_text(&w->sources, tree.comments.at[i]), wanted[i]);
}

static void line_ends_end_statements(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"\n\n", ""},
        {"model M", "model id(M) eol"},
        {"model M\n\nmodel N\n", "model id(M) eol model id(N) eol"},
        {"model M { a, b }", "model id(M) { word(a) , word(b) eol }"},
        {"model M { a,\n b }", "model id(M) { word(a) , word(b) eol }"},
        {"model M { a ->\n\n b }", "model id(M) { word(a) -> word(b) eol }"},
        {"model M { 1 ..\n 2 }", "model id(M) { id(1) .. id(2) eol }"},
        {"model M { a, # c\n b }", "model id(M) { word(a) , word(b) eol }"},
        {"model M {\n a\n { b }\n}", "model id(M) { word(a) { word(b) eol } }"},
        {"model M { }\n", "model id(M) { }"},
        {"model M {{}}", "model id(M) { { } }"},
        {"model M { a", "model id(M) { word(a) eol }"},
        {"}", "} eol"},
        {"model M { a } }\nb", "model id(M) { word(a) eol } } eol word(b) eol"},
        {"modle M { a }", "model(modle) id(M) { word(a) eol }"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_tokens(w, rows[i][0], rows[i][1], true);
}

static void blocks_are_closed(struct world *w)
{
    const char *deep = joined(w, "model M ", repeated(w, "{", NESTING_MOST + 5));
    const char *tokens =
        formatted(w, "model id(M)%s eol%s", repeated(w, " {", NESTING_MOST), repeated(w, " }", NESTING_MOST));
    char copy[1000];
    assert_true(strlen(tokens) < sizeof copy);
    strcpy(copy, tokens);
    struct str found = tokens_of(w, deep, strlen(deep), true);
    expect_str(found, copy);
}

/* 255 bytes of an id are kept, and one is not. */
static void long_ids_are_cut(struct world *w)
{
    char id[400];
    memset(id, 'A', sizeof id);
    tokens_of(w, id, 255, false);
    expect_findings(w, "");
    assert_true(atom_find(&w->atoms, (struct str){id, 255}) != 0);
    tokens_of(w, id, 256, false);
    expect_findings(w, "input-limit 1:1");
    assert_true(atom_find(&w->atoms, (struct str){id, 256}) == 0);
}

UNIT_MAIN("scanner", UNIT(tokens_are_told_apart), UNIT(what_is_not_closed_ends), UNIT(characters_beyond_ascii_are_read),
          UNIT(nul_bytes_do_not_end_a_text), UNIT(comments_are_kept), UNIT(line_ends_end_statements),
          UNIT(blocks_are_closed), UNIT(long_ids_are_cut))
