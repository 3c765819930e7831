/* Characters that mean nothing: most come from another notation, and the help says how it is written here. */

#include "syntax/stray.h"

#include "base/utf8.h"

static const char *start_of_line(const struct parser *parser, uint32_t position)
{
    const char *first = parser->text + (position - parser->file_base);
    while (first > parser->text && first[-1] != '\n')
        first--;
    return first;
}

struct str line_before(const struct parser *parser, struct span at)
{
    const char *first = start_of_line(parser, at.start);
    return str_trim((struct str){first, (uint32_t)(parser->text + (at.start - parser->file_base) - first)});
}

struct str line_behind(const struct parser *parser, struct span at)
{
    const char *first = parser->text + (at.end - parser->file_base), *end = parser->text + parser->length;
    const char *last = memchr(first, '\n', (size_t)(end - first));
    return str_trim((struct str){first, (uint32_t)((last ? last : end) - first)});
}

bool stands_in(const struct parser *parser, const char *declaration)
{
    if (parser->openers.n == 0)
        return false;
    const char *line = start_of_line(parser, parser->openers.at[0].start);
    size_t length = strlen(declaration);
    size_t rest = parser->length - (size_t)(line - parser->text);
    return rest > length && memcmp(line, declaration, length) == 0 && is_blank(line[length]);
}

void help_no_mark(struct finding *finding, struct span at)
{
    help(finding, MSG_help_no_mark);
    fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_remove), at, STR(""));
}

/* Statements begin with a word, rows with an id. */
static bool follows_word(const struct parser *parser, struct span at)
{
    struct str before = line_before(parser, at);
    return before.len && is_lower(before.ptr[0]);
}

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* The arrows of word processors, and parts of those of other notations. */
static bool is_arrow(uint32_t c)
{
    return c == '>' || c == '=' || (c >= 0x2190 && c <= 0x21ff) || (c >= 0x27f0 && c <= 0x27ff) || c == 0xf0e0;
}

static bool is_bullet(uint32_t c)
{
    return is_dash(c) || c == '+' || c == 0x2022 || c == 0x25aa || c == 0x25cf || c == 0xb7 || c == 0xf0b7;
}

/* The value of a digit of an Indic script, whose blocks of Unicode hold them at 66 to 6F (hexadecimal); 10 if it is
 * none. */
static uint32_t indic_digit(uint32_t c)
{
    uint32_t place = c & 0x7f;
    return c >= 0x0966 && c <= 0x0d6f && place >= 0x66 && place <= 0x6f ? place - 0x66 : 10;
}

/* Writes digits of an Indic script as those that are read here; true if there were any. */
static bool add_with_digits(struct buf *out, struct str text)
{
    bool any = false;
    for (uint32_t i = 0, len; i < text.len; i += len) {
        uint32_t digit = indic_digit(utf8_decode(text.ptr + i, text.ptr + text.len, &len));
        if (digit < 10)
            buf_char(out, (char)('0' + digit));
        else
            buf_str(out, (struct str){text.ptr + i, len});
        any = any || digit < 10;
    }
    return any;
}

/* `GP2.1–GP2.4`, `GP2.1...GP2.4`: a run with another mark. */
static void help_run(struct finding *finding, struct span mark, const char *text)
{
    help(finding, MSG_help_run_mark);
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(STR(".."))), mark, str_of(text));
}

static bool is_in_id(char c)
{
    return is_alnum(c) || c == '.';
}

static void help_dash(const struct parser *parser, struct finding *finding, struct span at, uint32_t len)
{
    struct str before = line_before(parser, at), behind = line_behind(parser, (struct span){at.start, at.start + len});
    bool in_list = before.len && is_in_id(before.ptr[before.len - 1]) && behind.len && is_in_id(behind.ptr[0]);
    if (parser->openers.n == 0 && before.len == 0)
        help(finding, MSG_help_header);
    else if (behind.len && behind.ptr[0] == '-')
        help(finding, MSG_help_comment);
    else if (before.len == 0)
        help(finding, MSG_help_bullet);
    else if (str_ends(before, STR("->")))
        help(finding, MSG_help_no_target);
    else if (in_list && behind.len > 1)
        help_run(finding, (struct span){at.start, at.start + len}, "..");
    else if (behind.len && behind.ptr[0] == '"' && follows_word(parser, at))
        help_no_mark(finding, (struct span){at.start, at.start + len});
    else if (stands_in(parser, "mapping"))
        help(finding, MSG_help_relation);
}

static void help_semicolon(const struct parser *parser, struct finding *finding, struct span at)
{
    struct str behind = line_behind(parser, at);
    bool goes_on = behind.len && is_in_id(behind.ptr[0]) && !is_lower(behind.ptr[0]);
    help(finding, follows_word(parser, at) && !goes_on ? MSG_help_line_ends : MSG_help_commas);
}

/* What is beyond ASCII: a digit, a word or an id of another script. */
static void help_foreign(const struct parser *parser, struct finding *finding, struct span at)
{
    struct buf text = buf_on(parser->mem);
    if (add_with_digits(&text, parser_text_at(parser, at))) {
        help(finding, MSG_help_digits);
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&text))), at,
                 buf_as_str(&text));
    } else {
        help(finding, line_before(parser, at).len ? MSG_help_ascii_id : MSG_help_ascii_word);
    }
    buf_free(&text);
}

/* `confidence 80%`: what the word in front can have. */
static void help_percent(const struct parser *parser, struct finding *finding, struct span at)
{
    struct str before = line_before(parser, at);
    if (str_starts(before, STR("confidence ")))
        help(finding, MSG_help_one_of, v_text(STR("`confidence low`, `medium` or `high`")));
    else if (str_starts(before, STR("fit ")))
        help(finding, MSG_help_one_of, v_text(STR("`fit good`, `partial` or `poor`")));
    else
        help(finding, MSG_help_percent);
}

static void help_ascii(const struct parser *parser, struct finding *finding, struct span at, char c)
{
    struct str before = line_before(parser, at);
    bool in_mapping = stands_in(parser, "mapping"), behind_word = follows_word(parser, at);
    if (c == ';')
        help_semicolon(parser, finding, at);
    else if (c == '(' && in_mapping && str_starts(line_behind(parser, at), STR("?")))
        help(finding, MSG_help_tentative, v_name(STR("REQM?")));
    else if (c == '(' && in_mapping && is_lower(line_behind(parser, at).ptr[0]))
        help(finding, MSG_help_percent);
    else if ((c == '&' || c == '+') && before.len && !behind_word)
        help(finding, MSG_help_commas);
    else if ((c == '(' || c == '[') && str_starts(before, STR("via ")))
        help(finding, MSG_help_via);
    else if (c == '(' || c == '[')
        help(finding, behind_word ? MSG_help_double_quotes : MSG_help_commas);
    else if (c == '\'')
        help(finding, MSG_help_double_quotes);
    else if (c == '=' && behind_word)
        help_no_mark(finding, at);
    else if (c == '<' && str_starts(line_behind(parser, at), STR("!--")))
        help(finding, MSG_help_comment);
    else if (c == '.' && str_ends(before, STR("..")))
        help_run(finding, at, "");
    else if (c == '.' && behind_word)
        help(finding, MSG_help_double_quotes);
    else if (c == '%' && in_mapping)
        help_percent(parser, finding, at);
    else if ((c == '|' || c == '<') && in_mapping)
        help(finding, MSG_help_row);
    else if (c == '|' || c == '>')
        help(finding, in_mapping ? MSG_help_relation : MSG_help_lines);
    else if (c == '+' && stands_in(parser, "architecture"))
        help(finding, MSG_help_count);
    else if (is_arrow((unsigned char)c))
        help(finding, in_mapping ? MSG_help_relation : MSG_help_no_mark);
    else if (c == '+' && before.len == 0)
        help(finding, MSG_help_bullet);
    else if (c == '_')
        help(finding, MSG_help_ascii_id);
}

void parser_stray(struct parser *parser, struct span at)
{
    struct str text = parser_text_at(parser, at);
    if (text.ptr[0] == '`') {
        struct finding *unclosed = parser_error(parser, at, MSG_unclosed_quoted_id);
        if (str_starts(text, STR("```")))
            help(unclosed, MSG_help_lines);
        return;
    }
    struct buf out = buf_on(parser->mem);
    buf_printf(&out, "`%.*s`", STR_ARGS(text));
    uint32_t len, c = utf8_decode(text.ptr, text.ptr + text.len, &len);
    if (c >= 0x80)
        buf_printf(&out, " (U+%04X)", c);
    struct finding *finding = parser_error(parser, at, MSG_stray_character, v_text(buf_as_str(&out)));
    if (is_dash(c))
        help_dash(parser, finding, at, len);
    else if (c < 0x80)
        help_ascii(parser, finding, at, (char)c);
    else if (is_bullet(c) && line_before(parser, at).len == 0)
        help(finding, MSG_help_bullet);
    else if (is_arrow(c))
        help(finding, MSG_help_relation);
    else
        help_foreign(parser, finding, at);
    buf_free(&out);
}
