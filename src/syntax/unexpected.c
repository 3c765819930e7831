/* What the parser says about a token that cannot stand where it stands. */

#include <stdio.h>

#include "base/utf8.h"
#include "syntax/parser.h"

enum { EXPECTED_MOST = 5 };

static bool is_keyword(const char *name)
{
    return is_lower(name[0]) && strcmp(name, "word") != 0 && strcmp(name, "id") != 0 &&
           strcmp(name, "string") != 0 && strcmp(name, "text block") != 0 && !strchr(name, ' ');
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

/* Parts of arrows of other notations, and the arrows of word processors. */
static bool is_arrow(uint32_t c)
{
    return c == '-' || c == '>' || (c >= 0x2190 && c <= 0x21ff) || (c >= 0x27f0 && c <= 0x27ff) || c == 0xf0e0;
}

/* True if the line begins with a word, as statements do; rows begin with an id. */
static bool follows_word(const struct parser *parser, struct span at)
{
    const char *first = parser->text + (at.start - parser->file_base);
    while (first > parser->text && first[-1] != '\n')
        first--;
    while (*first == ' ' || *first == '\t')
        first++;
    return is_lower(*first);
}

static void report_stray(struct parser *parser, struct span at)
{
    struct str text = parser_text_at(parser, at);
    if (text.ptr[0] == '`') {
        parser_error(parser, at, MSG_unclosed_quoted_id);
        return;
    }
    struct buf out = buf_on(parser->mem);
    buf_printf(&out, "`%.*s`", STR_ARGS(text));
    uint32_t len, c = utf8_decode(text.ptr, text.ptr + text.len, &len);
    if (c >= 0x80)
        buf_printf(&out, " (U+%04X)", c);
    struct finding *finding = parser_error(parser, at, MSG_stray_character, v_text(buf_as_str(&out)));
    if (is_arrow(c) || (c == '=' && !follows_word(parser, at)))
        help(finding, MSG_help_relation);
    else if (c == '=')
        help(finding, MSG_help_no_mark);
    else if (c == ';')
        help(finding, follows_word(parser, at) ? MSG_help_line_ends : MSG_help_commas);
    else if (c == '(' || c == '[')
        help(finding, follows_word(parser, at) ? MSG_help_double_quotes : MSG_help_commas);
    else if (c == '\'')
        help(finding, MSG_help_double_quotes);
    else if (c >= 0x80 || c == '_')
        help(finding, MSG_help_ascii_id);
    buf_free(&out);
}

static bool is_expected(const char *name, const char *const *expected, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(expected[i], name) == 0)
            return true;
    return false;
}

static void add_help(struct finding *finding, const char *unexpected, const char *const *expected,
                     uint32_t n_expected)
{
    bool any_word = is_expected("word", expected, n_expected);
    bool any_argument = is_expected("string", expected, n_expected);
    bool any_id = is_expected("id", expected, n_expected);
    bool is_name = strcmp(unexpected, "id") == 0 || strcmp(unexpected, "word") == 0;
    if (n_expected == 1 && any_argument && is_name)
        help(finding, MSG_help_import);
    else if (is_expected("glossary", expected, n_expected) && !any_word && is_name)
        help(finding, MSG_help_declarations);
    else if (is_expected("->", expected, n_expected))
        help(finding, MSG_help_row);
    else if (strcmp(unexpected, "string") == 0 && any_id && !is_expected("}", expected, n_expected) && !any_argument)
        help(finding, MSG_help_targets);
    else if (strcmp(unexpected, ":") == 0)
        help(finding, MSG_help_no_mark);
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
    label(finding, parser->comma, MSG_label_goes_on);
    help(finding, MSG_help_comma_end);
}

void parser_unexpected(struct parser *parser, struct span at, const char *unexpected,
                       const char *const *expected, uint32_t n_expected)
{
    if (strcmp(unexpected, "stray character") == 0) {
        report_stray(parser, at);
        return;
    }
    if (strcmp(unexpected, "end of line") == 0 && parser->comma.end) {
        help(parser_error(parser, parser->comma, MSG_open_comma), MSG_help_comma_end);
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
        finding = parser_error(parser, at, MSG_unexpected_expected, v_text(buf_as_str(&token)),
                               v_text(buf_as_str(&list)));
    else
        finding = parser_error(parser, at, MSG_unexpected, v_text(buf_as_str(&token)));
    if (parser->comma.end && strcmp(unexpected, "->") == 0)
        help_comma(parser, finding);
    else
        add_help(finding, unexpected, expected, n_expected);
    buf_free(&token);
    buf_free(&list);
}
