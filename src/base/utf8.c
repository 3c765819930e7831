#include "base/utf8.h"

static bool is_tail(const char *at, const char *end, uint32_t n)
{
    if ((uint32_t)(end - at) <= n)
        return false;
    for (uint32_t i = 1; i <= n; i++)
        if (((unsigned char)at[i] & 0xc0) != 0x80)
            return false;
    return true;
}

static uint32_t tail(const char *at, uint32_t lead, uint32_t n)
{
    for (uint32_t i = 1; i <= n; i++)
        lead = lead << 6 | ((unsigned char)at[i] & 0x3f);
    return lead;
}

/* The well-formed sequences of The Unicode Standard, table 3-7: shortest form, no surrogates. */
uint32_t utf8_decode(const char *at, const char *end, uint32_t *len)
{
    uint32_t lead = (unsigned char)*at;
    uint32_t n = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    *len = 1;
    if (n == 0)
        return lead;
    if (lead < 0xc2 || lead > 0xf4 || !is_tail(at, end, n))
        return 0xfffd;
    static const uint32_t lead_mask[] = {0x7f, 0x1f, 0x0f, 0x07};
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    uint32_t c = tail(at, lead & lead_mask[n], n);
    if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        return 0xfffd;
    *len = n + 1;
    return c;
}

uint32_t utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    uint32_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const uint32_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (uint32_t i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3f));
    out[0] = (char)(lead[n] | c);
    return n;
}

const char *utf8_skip_ascii(const char *at, const char *end)
{
    uint64_t word;
    for (; end - at >= 8; at += 8) {
        memcpy(&word, at, sizeof word);
        if (word & UINT64_MAX / 255 * 0x80)
            break;
    }
    while (at < end && (unsigned char)*at < 0x80)
        at++;
    return at;
}

/* How many bytes begin a character, counting those of four bytes `long_one` times. */
static uint32_t count(struct str s, uint32_t long_one)
{
    uint32_t n = 0;
    for (const char *at = s.ptr, *end = at + s.len; at < end;) {
        const char *start = at;
        at = utf8_skip_ascii(at, end);
        n += (uint32_t)(at - start);
        for (; at < end && (unsigned char)*at >= 0x80; at++)
            n += (unsigned char)*at >= 0xf0 ? long_one : (unsigned char)*at >= 0xc0;
    }
    return n;
}

uint32_t utf8_count(struct str s)
{
    return count(s, 1);
}

uint32_t utf8_utf16_count(struct str s)
{
    return count(s, 2);
}

bool utf8_is_indic(uint32_t c)
{
    return c >= 0x0900 && c <= 0x0dff;
}

bool utf8_is_right_to_left(uint32_t c)
{
    return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
}

bool utf8_is_odd_blank(uint32_t c)
{
    return c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool utf8_is_hidden(uint32_t c)
{
    if (c < 0xa0)
        return (c < 0x20 && c != '\t' && c != '\n') || c >= 0x7f;
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x00ad, 0x00ad}, {0x034f, 0x034f},   {0x061c, 0x061c},   {0x115f, 0x1160},
        {0x17b4, 0x17b5}, {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},
        {0x2060, 0x206f}, {0x3164, 0x3164},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
        {0xfff9, 0xfffb}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c <= ranges[i].last)
            return c >= ranges[i].first;
    return false;
}

/* True if none of eight bytes is below 0x20 or above 0x7e: the tests of all bytes of a word at once
   called "hasless" and "hasmore" in "Bit Twiddling Hacks", S. E. Anderson. */
static bool all_printable(const char *at)
{
    const uint64_t ones = UINT64_MAX / 255;
    uint64_t word;
    memcpy(&word, at, sizeof word);
    uint64_t below = (word - ones * 0x20) & ~word;
    uint64_t above = (word + ones * (127 - 0x7e)) | word;
    return ((below | above) & ones * 0x80) == 0;
}

/* True if one of eight bytes of ASCII is among "&<>\; two and two of them differ in one bit. */
static bool any_mark(const char *at)
{
    const uint64_t ones = UINT64_MAX / 255;
    uint64_t word;
    memcpy(&word, at, sizeof word);
    uint64_t quote = (word | ones * ('"' ^ '&')) ^ ones * '&', angle = (word | ones * ('<' ^ '>')) ^ ones * '>',
             slash = word ^ ones * '\\';
    return (((quote - ones) | (angle - ones) | (slash - ones)) & ones * 0x80) != 0;
}

static bool is_unmarked(char c)
{
    return c >= ' ' && c < 0x7f && c != '"' && c != '&' && c != '<' && c != '>' && c != '\\';
}

const char *utf8_skip_unmarked(const char *at, const char *end)
{
    const char *start = at;
    while (end - at >= 8 && all_printable(at) && !any_mark(at))
        at += 8;
    if (end - at < 8 && end - start >= 8 && all_printable(end - 8) && !any_mark(end - 8))
        return end; /* some of the last eight bytes for the second time, all at once */
    while (at < end && is_unmarked(*at))
        at++;
    return at;
}

/* Skips ASCII that anybody may write, line feeds and tabs included. */
static const char *skip_ascii(const char *at, const char *end)
{
    while (end - at >= 8) {
        if (all_printable(at)) {
            at += 8;
            continue;
        }
        const char *stop = at + 8;
        while (at < stop && (((unsigned char)*at >= 0x20 && (unsigned char)*at < 0x7f) || *at == '\n' || *at == '\t'))
            at++;
        if (at < stop)
            return at;
    }
    return at;
}

const char *utf8_skip_plain(const char *at, const char *end)
{
    while ((at = skip_ascii(at, end)) < end) {
        uint32_t len;
        uint32_t code_point = utf8_decode(at, end, &len);
        if ((len == 1 && code_point >= 0x80) || utf8_is_hidden(code_point))
            return at;
        at += len;
    }
    return at;
}
