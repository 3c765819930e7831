/* Strings that are not what they should be: unclosed, typographic, pasted with odd blanks. */

#include <stdio.h>

#include "base/utf8.h"
#include "syntax/stray.h"
#include "syntax/tree.h"

#include "prm.tab.h"

/* An unclosed string ends with its line, but a `{` at the very end of the line opens the block that
   the author meant to open. `quote` bytes at its start stay in any case. */
static uint32_t length_unclosed(struct str text, uint32_t quote)
{
    while (text.len > quote && is_blank(text.ptr[text.len - 1]))
        text.len--;
    if (text.len > quote && text.ptr[text.len - 1] == '{')
        text.len--;
    while (text.len > quote && is_blank(text.ptr[text.len - 1]))
        text.len--;
    return text.len;
}

static uint32_t count_quotes(struct str line)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < line.len; i++)
        n += line.ptr[i] == '"' && (i == 0 || line.ptr[i - 1] != '\\');
    return n;
}

/* True if the quote closes what the lines before hold: it stands behind a word, or alone. */
static bool ends_string(struct str line, const char *quote)
{
    struct str before = str_trim((struct str){line.ptr, (uint32_t)(quote - line.ptr)});
    return before.len == 0 || !is_blank(quote[-1]);
}

/* The line that begins at `from`, with its end. */
static struct str line_at(const struct parser *parser, uint32_t from)
{
    const char *first = parser->text + from, *last = memchr(first, '\n', parser->length - from);
    return (struct str){first, last ? (uint32_t)(last - first) + 1 : parser->length - from};
}

/* How far a string goes on behind its line, which ends at `end`: a few lines without quotes, then one in which they do
   not pair, up to the first. 0 if it looks as if it was only left open. The scanner keeps a NUL where the line ends. */
static uint32_t tail_of_string(const struct parser *parser, uint32_t end)
{
    enum { LINES_MOST = 10 };
    struct str line;
    uint32_t from = end + 1;
    for (uint32_t i = 0; i < LINES_MOST && from < parser->length; i++, from += line.len) {
        line = line_at(parser, from);
        const char *quote = memchr(line.ptr, '"', line.len);
        if (quote)
            return count_quotes(line) % 2 && ends_string(line, quote) ? from + (uint32_t)(quote - line.ptr) + 1 - end
                                                                      : 0;
        if (str_trim(line).len == 0 || memchr(line.ptr, '{', line.len) || memchr(line.ptr, '}', line.len))
            return 0;
    }
    return 0;
}

uint32_t parser_unclosed_string(struct parser *parser, struct span at)
{
    struct str text = parser_text_at(parser, at);
    uint32_t length = length_unclosed(text, 1);
    bool opens_block = memchr(text.ptr + length, '{', text.len - length) != NULL;
    if (!opens_block && parser->n_errors < SYNTAX_ERRORS_MOST)
        parser->tail = tail_of_string(parser, at.end - parser->file_base);
    if (parser->tail)
        parser->tail += text.len - length; /* blanks, and what the line ends with */
    help(parser_error(parser, (struct span){at.start, at.start + length}, MSG_unclosed_string), MSG_help_long_text);
    return length;
}

/* How far a text block goes on that begins beside its quotes: to the next ones, unless they open another. */
static uint32_t tail_of_block(const struct parser *parser, uint32_t end)
{
    for (uint32_t at = end; at + 3 <= parser->length; at++) {
        if (memcmp(parser->text + at, "\"\"\"", 3) != 0)
            continue;
        struct span quotes = {parser->file_base + at, parser->file_base + at + 3};
        struct str before = line_before(parser, quotes);
        bool opens = line_behind(parser, quotes).len == 0 && before.len && is_lower(before.ptr[0]) &&
                     !memchr(before.ptr, ' ', before.len);
        return opens ? 0 : at + 3 - end;
    }
    return 0;
}

static bool holds_quotes(struct str line)
{
    for (uint32_t i = 0; i + 3 <= line.len; i++)
        if (memcmp(line.ptr + i, "\"\"\"", 3) == 0)
            return true;
    return false;
}

/* Where the text that begins at `from` is closed by quotes on a line of their own, behind these; 0 if what stands there
   is no text, or other quotes come first. */
static uint32_t end_of_unopened(const struct parser *parser, uint32_t from)
{
    enum { LINES_MOST = 200 };
    struct str line;
    for (uint32_t at = from, i = 0; i < LINES_MOST && at < parser->length; i++, at += line.len) {
        line = line_at(parser, at);
        struct str said = str_trim(line);
        if (i > 0 && str_is(said, "\"\"\""))
            return (uint32_t)(said.ptr - parser->text) + 3;
        if (str_ends(said, STR("{")) || str_is(said, "}") || holds_quotes(line))
            return 0;
    }
    return 0;
}

static bool is_one_word(struct str text)
{
    for (uint32_t i = 0; i < text.len; i++)
        if (!is_lower(text.ptr[i]) && !is_digit(text.ptr[i]) && text.ptr[i] != '-')
            return false;
    return text.len && is_lower(text.ptr[0]);
}

bool parser_unopened_text(struct parser *parser, struct span *at)
{
    uint32_t from = at->end - parser->file_base, place = at->start - parser->file_base;
    while (place > 0 && (parser->text[place - 1] == ' ' || parser->text[place - 1] == '\t'))
        place--;
    if (place == 0 || !is_lower(parser->text[place - 1]) || parser->n_errors >= SYNTAX_ERRORS_MOST)
        return false; /* as for nearly all lines */
    struct str word = line_before(parser, *at);
    uint32_t end = is_one_word(word) ? end_of_unopened(parser, from) : 0;
    if (end == 0)
        return false;
    struct span quotes = {parser->file_base + place, parser->file_base + place},
                head = {quotes.start - word.len, quotes.start};
    struct finding *finding = parser_error(parser, head, MSG_unopened_text, v_name(word));
    fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_write, v_name(STR("\"\"\""))), quotes, STR(" \"\"\""));
    parser->tail = end - from;
    *at = (struct span){parser->file_base + from - 1, parser->file_base + end - 3}; /* a blank where a quote would be */
    return true;
}

bool parser_foreign_comment(struct parser *parser, struct span at)
{
    uint32_t place = at.start - parser->file_base;
    if (place > 0 && is_alnum(parser->text[place - 1]))
        return false; /* a path */
    help(parser_error(parser, at, MSG_foreign_comment), MSG_help_comment);
    return true;
}

uint32_t parser_unbroken_block(struct parser *parser, struct span at)
{
    struct str text = str_trim(parser_text_at(parser, at));
    struct span quotes = {at.start, at.start + 3};
    struct finding *finding = parser_error(parser, quotes, MSG_unbroken_text);
    struct str inner = str_from(text, 3);
    bool is_closed =
        inner.len > 3 && memcmp(inner.ptr + inner.len - 3, "\"\"\"", 3) == 0 && !memchr(inner.ptr, '"', inner.len - 3);
    if (!is_closed && parser->n_errors < SYNTAX_ERRORS_MOST)
        parser->tail = tail_of_block(parser, at.start + text.len - parser->file_base);
    help(finding, is_closed ? MSG_help_one_line : parser->tail ? MSG_help_break_text : MSG_help_text_block);
    if (is_closed) {
        struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_single_quotes);
        fix_edit(finding, fix, quotes, STR("\""));
        fix_edit(finding, fix, (struct span){at.start + text.len - 3, at.start + text.len}, STR("\""));
    }
    return text.len;
}

void parser_unclosed_text(struct parser *parser, struct span at)
{
    struct span quotes = {at.start, at.start + 3};
    parser->tree->swallowed = at.start;
    help(parser_error(parser, quotes, MSG_unclosed_text), MSG_help_text_block);
}

static bool is_typographic(uint32_t c)
{
    return (c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb || c == 0x2033;
}

static struct str character_at(struct str rest)
{
    uint32_t len;
    utf8_decode(rest.ptr, rest.ptr + rest.len, &len);
    return str_upto(rest, len);
}

/* Reads a string between typographic quotes; returns its length. */
static uint32_t read_typographic(struct parser *parser, struct str line, uint32_t position)
{
    struct str opening = character_at(line), closing = STR_NONE;
    uint32_t length = opening.len, unclosed = length_unclosed(line, opening.len);
    while (length < line.len && !closing.len) {
        struct str character = character_at(str_from(line, length));
        uint32_t len;
        uint32_t c = utf8_decode(character.ptr, character.ptr + character.len, &len);
        if (c == '\r')
            break;
        if (c == '"' || is_typographic(c))
            closing = character;
        length += character.len;
    }
    length = closing.len ? length : unclosed;
    struct span at = {position, position + length};
    struct buf pair = buf_on(parser->mem);
    buf_printf(&pair, "%.*s%.*s", STR_ARGS(opening), STR_ARGS(closing));
    struct finding *finding = parser_error(parser, at, MSG_curly_quotes, v_text(buf_as_str(&pair)));
    buf_free(&pair);
    if (closing.len) {
        struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_straight_quotes);
        fix_edit(finding, fix, (struct span){position, position + opening.len}, STR("\""));
        fix_edit(finding, fix, (struct span){at.end - closing.len, at.end}, STR("\""));
    }
    return length;
}

static uint32_t read_odd_blanks(struct parser *parser, struct str line, uint32_t position)
{
    uint32_t length = 0, first = 0, len;
    while (length < line.len) {
        uint32_t c = utf8_decode(line.ptr + length, line.ptr + line.len, &len);
        if (!utf8_is_odd_blank(c))
            break;
        first = first ? first : c;
        length += len;
    }
    char name[16];
    snprintf(name, sizeof name, "U+%04X", first);
    struct span at = {position, position + length};
    struct finding *finding = report(parser->diag, at, MSG_odd_blank, v_text(str_of(name)));
    fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_plain_blank), at, STR(" "));
    return length;
}

int parser_odd_character(struct parser *parser, struct span at, uint32_t *length)
{
    struct str line = parser_text_at(parser, at);
    uint32_t c = utf8_decode(line.ptr, line.ptr + line.len, length);
    if (is_typographic(c)) {
        *length = read_typographic(parser, line, at.start);
        return TOK_STRING;
    }
    if (utf8_is_odd_blank(c)) {
        *length = read_odd_blanks(parser, line, at.start);
        return 0;
    }
    if (utf8_is_hidden(c))
        return 0; /* reported with the encoding */
    while (*length < line.len &&
           ((unsigned char)line.ptr[*length] >= 0x80 || !memchr(" \t\r,{}\"/:*?", line.ptr[*length], 11)))
        *length += 1;
    return TOK_STRAY;
}
