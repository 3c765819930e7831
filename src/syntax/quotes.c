/* Strings that are not what they should be: unclosed, typographic, pasted with odd blanks. */

#include <stdio.h>

#include "base/utf8.h"
#include "syntax/parser.h"

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

uint32_t parser_unclosed_string(struct parser *parser, struct span at)
{
    uint32_t length = length_unclosed(parser_text_at(parser, at), 1);
    help(parser_error(parser, (struct span){at.start, at.start + length}, MSG_unclosed_string),
         MSG_help_long_text);
    return length;
}

uint32_t parser_unbroken_block(struct parser *parser, struct span at)
{
    struct str text = str_trim(parser_text_at(parser, at));
    struct span quotes = {at.start, at.start + 3};
    struct finding *finding = parser_error(parser, quotes, MSG_unbroken_text);
    struct str inner = str_from(text, 3);
    bool is_closed = inner.len > 3 && memcmp(inner.ptr + inner.len - 3, "\"\"\"", 3) == 0 &&
                     !memchr(inner.ptr, '"', inner.len - 3);
    help(finding, is_closed ? MSG_help_one_line : MSG_help_text_block);
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
    parser->swallowed = true;
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
    while (*length < line.len && ((unsigned char)line.ptr[*length] >= 0x80 ||
                                  !memchr(" \t\r,{}\"/:*?", line.ptr[*length], 11)))
        *length += 1;
    return TOK_STRAY;
}
