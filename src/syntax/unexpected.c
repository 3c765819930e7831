/* What the parser says about a token that cannot stand where it stands. */

#include "syntax/header.h"
#include "syntax/stray.h"

enum { EXPECTED_MOST = 5 };

static bool is_keyword(const char *name)
{
    return is_lower(name[0]) && strcmp(name, "word") != 0 && strcmp(name, "id") != 0 && strcmp(name, "string") != 0 &&
           strcmp(name, "text block") != 0 && !strchr(name, ' ');
}

/* A token as a sentence names it. */
static void add_name(struct buf *out, const char *name)
{
    if (strcmp(name, "id") == 0)
        buf_text(out, "an id");
    else if (strcmp(name, "word") == 0 || strcmp(name, "string") == 0 || strcmp(name, "text block") == 0)
        buf_printf(out, "a %s", name);
    else if (strncmp(name, "end of", 6) == 0)
        buf_printf(out, "the end of the %s", name + strlen("end of "));
    else
        buf_printf(out, "`%s`", name);
}

/* Keywords go without saying where any word may stand. */
static uint32_t drop_keywords(const char **names, uint32_t n)
{
    bool any_word = false;
    for (uint32_t i = 0; i < n; i++)
        any_word = any_word || strcmp(names[i], "word") == 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++)
        if (!any_word || !is_keyword(names[i]))
            names[kept++] = names[i];
    return kept;
}

static void add_list(struct buf *out, const char **names, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0)
            buf_text(out, i + 1 == n ? " or " : ", ");
        add_name(out, names[i]);
    }
}

static void add_token(struct buf *out, const char *name, struct str text)
{
    bool is_class = strchr(name, ' ') || strcmp(name, "string") == 0;
    if (strcmp(name, "word") == 0 || strcmp(name, "id") == 0)
        buf_printf(out, "%s `%.*s`", name, STR_ARGS(text));
    else
        buf_printf(out, is_class ? "%s" : "`%s`", name);
}

static bool is_expected(const char *name, const char *const *expected, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(expected[i], name) == 0)
            return true;
    return false;
}

/* `1..n`: a word stands where a run ends. Reports it; false if there is none before the place. */
static bool report_open_run(struct parser *parser, struct span at)
{
    struct str line = line_before(parser, at);
    uint32_t n = line.len;
    while (n > 0 && is_lower(line.ptr[n - 1]))
        n--;
    if (n == line.len || n < 3 || line.ptr[n - 1] != '.' || line.ptr[n - 2] != '.')
        return false;
    uint32_t start = parser->file_base + (uint32_t)(line.ptr - parser->text) + n;
    struct buf word = buf_on(parser->mem);
    buf_printf(&word, "word `%.*s`", STR_ARGS(str_from(line, n)));
    struct finding *finding =
        parser_error(parser, (struct span){start, start + line.len - n}, MSG_unexpected, v_text(buf_as_str(&word)));
    help(finding, stands_in(parser, "architecture") ? MSG_help_count : MSG_help_run_mark);
    buf_free(&word);
    return true;
}

/* A name with `?` behind it. */
static struct str marked(struct parser *parser, struct span at)
{
    struct str name = parser_text_at(parser, at);
    char *text = arena_bytes(&parser->diag->arena, name.len + 1u);
    memcpy(text, name.ptr, name.len);
    text[name.len] = '?';
    return (struct str){text, name.len + 1u};
}

/* An id where a statement begins: a word with a capital, an id without its kind, the rest of a list. */
static void help_id(struct parser *parser, struct finding *finding, struct span at)
{
    struct str id = parser_text_at(parser, at), behind = line_behind(parser, at);
    bool is_word = id.len > 1;
    for (uint32_t i = 1; i < id.len; i++)
        is_word = is_word && (is_lower(id.ptr[i]) || id.ptr[i] == '-');
    if (is_word) {
        struct str small = arena_lower(&parser->diag->arena, id);
        help(finding, MSG_help_small, v_name(small));
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(small)), at, small);
    } else if (behind.len == 0 || behind.ptr[0] == ',')
        help(finding, MSG_help_comma_above);
    else
        help(finding, MSG_help_kind_first);
}

/* A word where a file declares something: it may be one that stands in what is declared. */
static void help_at_top(struct parser *parser, struct finding *finding, struct span at)
{
    struct str word = parser_text_at(parser, at);
    atom known = atom_find(parser->atoms, word);
    if (known && known < KW_END)
        help(finding, MSG_help_inside, v_name(word));
    else
        help(finding, MSG_help_declarations);
}

/* `6.2 -> PMC "The progress."`: a row with its rationale stands on the line. */
static bool ends_rationale(const struct parser *parser, struct span at)
{
    struct str before = line_before(parser, at);
    return stands_in(parser, "mapping") && str_ends(before, STR("\"")) && !is_lower(before.ptr[0]);
}

static bool is_of_row(struct str word)
{
    static const char *const words[] = {"fit", "confidence", "strength", "rationale-kind", "note"};
    return str_is_any(word, words, sizeof words / sizeof words[0]);
}

/* `6.1 -> SD "Both." fit good`: what is said of a row stands in its block. */
static void help_row_block(struct parser *parser, struct finding *finding, struct span at)
{
    struct span rest = {at.start, at.end};
    struct str behind = line_behind(parser, at);
    if (memchr(behind.ptr, '{', behind.len) || memchr(behind.ptr, '#', behind.len))
        return;
    if (behind.len)
        rest.end = parser->file_base + (uint32_t)(behind.ptr + behind.len - parser->text);
    struct buf block = buf_on(parser->mem);
    buf_printf(&block, "{ %.*s }", STR_ARGS(parser_text_at(parser, rest)));
    help(finding, MSG_help_row_block, v_name(buf_as_str(&block)));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&block))), rest,
             buf_as_str(&block));
    buf_free(&block);
}

static void add_help(struct parser *parser, struct finding *finding, struct span at, const char *unexpected,
                     const char *const *expected, uint32_t n_expected)
{
    bool any_word = is_expected("word", expected, n_expected);
    bool any_argument = is_expected("string", expected, n_expected);
    bool any_id = is_expected("id", expected, n_expected);
    bool is_name = strcmp(unexpected, "id") == 0 || strcmp(unexpected, "word") == 0;
    if (strcmp(unexpected, "/") == 0 &&
        (str_starts(line_behind(parser, at), STR("/")) || str_ends(line_before(parser, at), STR("/"))))
        help(finding, MSG_help_comment);
    else if (strcmp(unexpected, "string") == 0 && stands_in(parser, "glossary") && line_before(parser, at).len == 0)
        help(finding, MSG_help_term);
    else if (strcmp(unexpected, "string") == 0 && stands_in(parser, "mapping") && line_before(parser, at).len == 0)
        help(finding, line_behind(parser, at).len ? MSG_help_sources_bare : MSG_help_rationale);
    else if (strcmp(unexpected, "word") == 0 && is_of_row(parser_text_at(parser, at)) && ends_rationale(parser, at))
        help_row_block(parser, finding, at);
    else if (n_expected == 1 && any_argument && is_name)
        help(finding, MSG_help_import);
    else if (is_expected("glossary", expected, n_expected) && !any_word && is_name)
        help_at_top(parser, finding, at);
    else if (strcmp(unexpected, ",") == 0 && ends_rationale(parser, at))
        help(finding, MSG_help_row_each);
    else if (str_ends(line_before(parser, at), STR(":")))
        help(finding, MSG_help_no_mark);
    else if (is_name && str_ends(line_before(parser, at), STR("?")))
        help(finding, MSG_help_tentative, v_name(marked(parser, at)));
    else if (is_expected("->", expected, n_expected))
        help(finding, MSG_help_row);
    else if (parser->openers.n == 0 && strcmp(unexpected, "word") == 0 &&
             (is_expected("{", expected, n_expected) || any_argument))
        help_header(parser, finding, at);
    else if (strcmp(unexpected, "string") == 0 && parser->openers.n == 0)
        help(finding, MSG_help_id_first);
    else if (strcmp(unexpected, ",") == 0 && line_before(parser, at).len == 0)
        help(finding, MSG_help_comma_above);
    else if (strcmp(unexpected, "id") == 0 && any_word && !any_id && !any_argument)
        help_id(parser, finding, at);
    else if (strcmp(unexpected, "string") == 0 && any_id && !is_expected("}", expected, n_expected) && !any_argument)
        help(finding, MSG_help_targets);
    else if (strcmp(unexpected, ":") == 0)
        help_no_mark(finding, at);
    else if (strcmp(unexpected, "/") == 0 && !any_id)
        help(finding, MSG_help_comment);
    else if (is_name && any_argument && !any_id)
        help(finding, MSG_help_double_quotes);
    else if (strcmp(unexpected, "word") == 0 && any_id && !any_word)
        help(finding, MSG_help_capital);
    else if (any_word && !any_argument)
        help(finding, MSG_help_opening_word);
}

/* Without the comma the next line would be a row of its own. */
static void help_comma(const struct parser *parser, struct finding *finding)
{
    label(finding, parser->joint, MSG_label_goes_on);
    help(finding, MSG_help_comma_end);
}

void parser_unexpected(struct parser *parser, struct span at, const char *unexpected, const char *const *expected,
                       uint32_t n_expected)
{
    if (parser->n_errors >= SYNTAX_ERRORS_MOST)
        return; /* what is not said needs no help: looking around in a long line takes time */
    if (strcmp(unexpected, "stray character") == 0) {
        parser_stray(parser, at);
        return;
    }
    if (report_open_run(parser, at))
        return;
    bool is_arrow = parser->joint.end - parser->joint.start == 2;
    bool is_row = strcmp(unexpected, "->") == 0;
    if (parser->joint.end && is_arrow && (is_row || strcmp(unexpected, "end of line") == 0)) {
        help(parser_error(parser, parser->joint, MSG_open_arrow), MSG_help_no_target);
        return;
    }
    if (parser->joint.end && strcmp(unexpected, "end of line") == 0) {
        help(parser_error(parser, parser->joint, MSG_open_comma), MSG_help_comma_end);
        return;
    }
    const char *names[64];
    uint32_t n = n_expected < 64 ? n_expected : 64;
    memcpy(names, expected, n * sizeof *names);
    n = drop_keywords(names, n);
    struct buf token = buf_on(parser->mem), list = buf_on(parser->mem);
    add_token(&token, unexpected, parser_text_at(parser, at));
    add_list(&list, names, n);
    struct finding *finding;
    if (n > 0 && n <= EXPECTED_MOST + 1)
        finding =
            parser_error(parser, at, MSG_unexpected_expected, v_text(buf_as_str(&token)), v_text(buf_as_str(&list)));
    else
        finding = parser_error(parser, at, MSG_unexpected, v_text(buf_as_str(&token)));
    if (parser->joint.end && is_row)
        help_comma(parser, finding);
    else
        add_help(parser, finding, at, unexpected, expected, n_expected);
    buf_free(&token);
    buf_free(&list);
}
