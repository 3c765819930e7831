#include "emit/guide/html.h"

#include <limits.h>

#include "base/entity.h"
#include "base/utf8.h"

/* ---- Text and attributes ---- */

/* True for the bytes that begin something that must be looked at: marks, controls of one byte and of two, and what
   may be a noncharacter. */
static const bool wants_look[UCHAR_MAX + 1] = {
    1,          1,          1,          1,          1,          1,          1,          1,
    1,          1,          1,          1,          1,          1,          1,          1,
    1,          1,          1,          1,          1,          1,          1,          1,
    1,          1,          1,          1,          1,          1,          1,          1,
    ['&'] = 1,  ['<'] = 1,  ['>'] = 1,  ['"'] = 1,  [0x7f] = 1, [0xc2] = 1, [0xef] = 1, [0xf0] = 1,
    [0xf1] = 1, [0xf2] = 1, [0xf3] = 1, [0xf4] = 1, [0xf5] = 1, [0xf6] = 1, [0xf7] = 1, [0xf8] = 1,
    [0xf9] = 1, [0xfa] = 1, [0xfb] = 1, [0xfc] = 1, [0xfd] = 1, [0xfe] = 1, [0xff] = 1,
};

/* True for what neither HTML nor XML may hold: controls and noncharacters. */
static bool is_forbidden(uint32_t c)
{
    return (c < ' ' && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f) || (c >= 0xfdd0 && c <= 0xfdef) ||
           (c & 0xfffe) == 0xfffe;
}

static void add_character(struct buf *out, const char *at, uint32_t len, uint32_t c)
{
    switch (c) {
    case '&': buf_text(out, "&amp;"); return;
    case '<': buf_text(out, "&lt;"); return;
    case '>': buf_text(out, "&gt;"); return;
    case '"': buf_text(out, "&#34;"); return;
    default: break;
    }
    bool invalid = len == 1 && c >= 0x80;
    if (invalid || is_forbidden(c))
        buf_text(out, "\xef\xbf\xbd");
    else
        buf_add(out, at, len);
}

/* Letters of other scripts, and the backslash, stand for themselves as well. */
static const char *skip_harmless(const char *at, const char *end)
{
    for (const char *from = NULL; at != from;) {
        from = at = utf8_skip_unmarked(at, end);
        while (at < end && !wants_look[(unsigned char)*at] && ((unsigned char)*at >= 0x80 || *at == '\\'))
            at++;
    }
    return at;
}

static void escape(struct buf *out, struct str text)
{
    const char *at = text.ptr, *end = at + text.len;
    while (at < end) {
        const char *start = at;
        at = skip_harmless(at, end);
        buf_add(out, start, (size_t)(at - start));
        if (at == end)
            return;
        uint32_t len, c = utf8_decode(at, end, &len);
        add_character(out, at, len, c);
        at += len;
    }
}

void html_text(struct buf *out, struct str text)
{
    escape(out, text);
}

void html_attribute(struct buf *out, struct str text)
{
    escape(out, text);
}

/* ---- Addresses ---- */

/* What stays as it is in a step of a path. */
static bool is_plain_step(char c)
{
    return is_alnum(c) || (c && strchr("-._~/:@!$()*+,;=", c));
}

static void add_percent(struct buf *out, char c)
{
    buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
}

void html_url_step(struct buf *out, struct str name)
{
    for (uint32_t i = 0, start; i < name.len;) {
        for (start = i; i < name.len && is_plain_step(name.ptr[i]);)
            i++;
        buf_add(out, name.ptr + start, i - start);
        if (i < name.len)
            add_percent(out, name.ptr[i++]);
    }
}

static bool is_percent_code(struct str address, uint32_t i)
{
    static const char digits[] = "0123456789ABCDEFabcdef";
    return i + 2 < address.len && memchr(digits, address.ptr[i + 1], sizeof digits - 1) &&
           memchr(digits, address.ptr[i + 2], sizeof digits - 1);
}

void html_address(struct buf *out, struct str address)
{
    bool in_fragment = false;
    for (uint32_t i = 0; i < address.len; i++) {
        char c = address.ptr[i];
        bool second_hash = c == '#' && in_fragment;
        in_fragment = in_fragment || c == '#';
        if (c == '&')
            buf_text(out, "&amp;");
        else if (is_alnum(c) || (c && strchr("-._~/:@!$()*+,;='?", c)) || (c == '#' && !second_hash) ||
                 (c == '%' && is_percent_code(address, i)))
            buf_char(out, c);
        else
            add_percent(out, c);
    }
}

void html_entity(struct buf *out, struct str entity)
{
    char bytes[4];
    uint32_t c = entity_code_point(entity);
    html_text(out, c ? (struct str){bytes, utf8_encode(c, bytes)} : entity);
}
