#include "syntax/header.h"

#include "syntax/stray.h"

/* The length of the string or word at the start of a text; 0 if it cannot stand on the first line of a declaration. */
static uint32_t piece_length(struct str text)
{
    uint32_t n = 0;
    if (text.ptr[0] == '"') {
        for (n = 1; n < text.len && text.ptr[n] != '"'; n++)
            n += text.ptr[n] == '\\';
        return n < text.len ? n + 1 : 0;
    }
    while (n < text.len && !memchr(" \t\"{}#", text.ptr[n], 6))
        n++;
    return n;
}

/* The words of statements that have one argument, or a list. */
static bool is_of_header(struct str word)
{
    static const char *const words[] = {"architecture", "date",      "extends", "from",   "language", "license",
                                        "of",           "publisher", "source",  "status", "to",       "version"};
    return str_is_any(word, words, sizeof words / sizeof words[0]);
}

/* Writes statements that stand one behind the other on a line of their own each. False if they are others than
   those of a header. */
static bool put_statements(struct buf *out, struct str text)
{
    bool has_argument = true;
    for (uint32_t n; text.len > 0; text = str_trim(str_from(text, n))) {
        n = piece_length(text);
        struct str piece = str_upto(text, n);
        bool begins = has_argument && n > 0 && is_lower(piece.ptr[0]);
        if (n == 0 || (begins && !is_of_header(piece)))
            return false;
        buf_printf(out, begins ? "\n  %.*s" : " %.*s", STR_ARGS(piece));
        has_argument = !begins;
    }
    return has_argument;
}

/* The end of the `{` that opens the block: at the end of the line, or alone on the next one; 0 if there is none. */
static uint32_t end_of_brace(const struct parser *parser, struct str line)
{
    const char *at = line.ptr + line.len, *end = parser->text + parser->length;
    if (str_ends(line, STR("{")))
        return parser->file_base + (uint32_t)(at - parser->text);
    while (at < end && (is_blank(*at) || *at == '\r' || *at == '\n'))
        at++;
    uint32_t position = parser->file_base + (uint32_t)(at - parser->text);
    return str_is(line_behind(parser, (struct span){position, position}), "{") ? position + 1 : 0;
}

void help_header(struct parser *parser, struct finding *finding, struct span at)
{
    struct str line = line_behind(parser, (struct span){at.start, at.start});
    struct str said = str_ends(line, STR("{")) ? str_trim(str_upto(line, line.len - 1)) : line;
    uint32_t end = end_of_brace(parser, line);
    struct buf block = buf_on(parser->mem);
    buf_text(&block, "{");
    if (end && put_statements(&block, said))
        fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_into_block, v_name(said)), (struct span){at.start, end},
                 buf_as_str(&block));
    else
        help(finding, MSG_help_in_block);
    buf_free(&block);
}
