#include "syntax/literal.h"

/* What stands between the quotes of a string. */
static struct str inside_quotes(struct str source)
{
    uint32_t open = 1, close = 0;
    if ((unsigned char)source.ptr[0] >= 0x80)
        open = (unsigned char)source.ptr[0] >= 0xe0 ? 3 : 2;
    if (source.len > open) {
        const unsigned char *end = (const unsigned char *)source.ptr + source.len;
        if (end[-1] == '"')
            close = 1;
        else if (open > 1 && source.len >= open + 3 && end[-3] == 0xe2 && end[-2] == 0x80)
            close = 3;
        else if (open > 1 && source.len >= open + 2 && end[-2] == 0xc2)
            close = 2;
    }
    return (struct str){source.ptr + open, source.len - open - close};
}

/* A string that only looks closed: its last quote is escaped. */
static bool ends_escaped(struct str source)
{
    uint32_t backslashes = 0;
    while (backslashes + 2 < source.len && source.ptr[source.len - 2 - backslashes] == '\\')
        backslashes++;
    return backslashes % 2 == 1;
}

static bool is_escape(struct str text, uint32_t i)
{
    return text.ptr[i] == '\\' && i + 1 < text.len && (text.ptr[i + 1] == '"' || text.ptr[i + 1] == '\\');
}

static bool is_block(struct str source)
{
    return source.len > 3 && memcmp(source.ptr, "\"\"\"", 3) == 0 && memchr(source.ptr, '\n', source.len);
}

static struct str string_body(struct str source)
{
    struct str body = inside_quotes(source);
    if (source.ptr[source.len - 1] == '"' && source.len > 1 && ends_escaped(source))
        body.len++;
    return body;
}

static struct str unescape(struct arena *arena, struct str body)
{
    if (body.len == 0 || !memchr(body.ptr, '\\', body.len))
        return body;
    char *out = arena_bytes(arena, body.len);
    uint32_t n = 0;
    for (uint32_t i = 0; i < body.len; i++) {
        i += is_escape(body, i);
        out[n++] = body.ptr[i];
    }
    return (struct str){out, n};
}

/* The lines of a text block, and the indentation of the line that closes it. */
static struct str block_lines(struct str source, uint32_t *indent)
{
    const char *start = (const char *)memchr(source.ptr, '\n', source.len) + 1;
    const char *end = source.ptr + source.len;
    const char *close = end;
    *indent = 0;
    if (str_ends(source, STR("\"\"\"")) && end - 3 >= start) {
        for (close = end - 3; close > start && (close[-1] == ' ' || close[-1] == '\t'); close--)
            ++*indent;
        if (close > start && close[-1] != '\n')
            close = end; /* no line of its own: the block is not closed */
    }
    return str_range(start, close);
}

/* The line at `at` without its end; `*next` is where the one behind it starts. */
static struct str line_at(const char *at, const char *end, const char **next)
{
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *next = newline ? newline + 1 : end;
    struct str line = str_range(at, newline ? newline : end);
    if (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    return line;
}

static uint32_t blanks_of(struct str line, uint32_t most)
{
    uint32_t n = 0;
    while (n < most && n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t'))
        n++;
    return n;
}

static struct str block_text(struct arena *arena, struct str source)
{
    uint32_t indent;
    struct str lines = block_lines(source, &indent);
    char *out = arena_bytes(arena, (size_t)lines.len + 1);
    uint32_t n = 0;
    const char *end = lines.ptr + lines.len;
    for (const char *at = lines.ptr, *next; at < end; at = next) {
        struct str line = line_at(at, end, &next);
        line = str_from(line, blanks_of(line, indent));
        if (line.len)
            memcpy(out + n, line.ptr, line.len);
        n += line.len;
        out[n++] = '\n';
    }
    return (struct str){out, n ? n - 1 : 0};
}

struct str literal_text(struct arena *arena, struct str source)
{
    if (is_block(source))
        return block_text(arena, source);
    return unescape(arena, string_body(source));
}

static uint32_t block_offset(struct str source, uint32_t offset)
{
    uint32_t indent;
    struct str lines = block_lines(source, &indent);
    const char *end = lines.ptr + lines.len;
    for (const char *at = lines.ptr, *next; at < end; at = next) {
        struct str line = line_at(at, end, &next);
        line = str_from(line, blanks_of(line, indent));
        if (offset <= line.len)
            return (uint32_t)(line.ptr - source.ptr) + offset;
        offset -= line.len + 1;
    }
    return (uint32_t)(end - source.ptr);
}

uint32_t literal_offset(struct str source, uint32_t offset)
{
    if (is_block(source))
        return block_offset(source, offset);
    struct str body = string_body(source);
    uint32_t i = 0;
    for (uint32_t n = 0; i < body.len && n < offset; n++)
        i += is_escape(body, i) ? 2 : 1;
    return (uint32_t)(body.ptr - source.ptr) + i;
}

struct span literal_span(struct str source, struct span at, struct str value, struct str part)
{
    if (part.ptr < value.ptr || part.ptr + part.len > value.ptr + value.len)
        return at;
    uint32_t offset = (uint32_t)(part.ptr - value.ptr);
    return (struct span){at.start + literal_offset(source, offset),
                         at.start + literal_offset(source, offset + part.len)};
}

void literal_add(struct buf *out, struct str text)
{
    buf_char(out, '"');
    for (uint32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\')
            buf_char(out, '\\');
        buf_char(out, text.ptr[i]);
    }
    buf_char(out, '"');
}
