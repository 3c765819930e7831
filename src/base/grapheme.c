#include "base/grapheme.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* InCB=Linker and InCB=Consonant of Unicode 15.1, DerivedCoreProperties: utf8proc 2.8 knows neither. */
static bool is_linker(uint32_t c)
{
    return c == 0x094d || c == 0x09cd || c == 0x0acd || c == 0x0b4d || c == 0x0c4d || c == 0x0d4d;
}

static bool is_consonant(uint32_t c)
{
    static const struct {
        uint16_t first, last;
    } ranges[] = {
        {0x0915, 0x0939}, {0x0958, 0x095f}, {0x0978, 0x097f}, {0x0995, 0x09a8}, {0x09aa, 0x09b0}, {0x09b2, 0x09b2},
        {0x09b6, 0x09b9}, {0x09dc, 0x09dd}, {0x09df, 0x09df}, {0x09f0, 0x09f1}, {0x0a95, 0x0aa8}, {0x0aaa, 0x0ab0},
        {0x0ab2, 0x0ab3}, {0x0ab5, 0x0ab9}, {0x0af9, 0x0af9}, {0x0b15, 0x0b28}, {0x0b2a, 0x0b30}, {0x0b32, 0x0b33},
        {0x0b35, 0x0b39}, {0x0b5c, 0x0b5d}, {0x0b5f, 0x0b5f}, {0x0b71, 0x0b71}, {0x0c15, 0x0c28}, {0x0c2a, 0x0c39},
        {0x0c58, 0x0c5a}, {0x0d15, 0x0d3a},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c <= ranges[i].last)
            return c >= ranges[i].first;
    return false;
}

/* InCB=Extend: marks that reorder, and the joiner. */
static bool is_conjunct_extend(uint32_t c)
{
    return c == 0x200d || utf8proc_get_property((utf8proc_int32_t)c)->combining_class != 0;
}

/* Where GB9c is: no conjunct, behind a consonant, behind a consonant and a linker. */
enum conjunct { CONJUNCT_NONE, CONJUNCT_OPEN, CONJUNCT_LINKED };

static enum conjunct conjunct_after(enum conjunct before, uint32_t c)
{
    if (is_consonant(c))
        return CONJUNCT_OPEN;
    if (before != CONJUNCT_NONE && is_linker(c))
        return CONJUNCT_LINKED;
    return is_conjunct_extend(c) ? before : CONJUNCT_NONE;
}

uint32_t grapheme_length(struct str s)
{
    const char *at = s.ptr, *end = s.ptr + s.len;
    if (at == end)
        return 0;
    uint32_t len;
    uint32_t before = utf8_decode(at, end, &len);
    enum conjunct conjunct = conjunct_after(CONJUNCT_NONE, before);
    utf8proc_int32_t state = 0;
    for (at += len; at < end; at += len) {
        if ((unsigned char)*at < 0x80 && before < 0x80 && before != '\r')
            break;
        uint32_t c = utf8_decode(at, end, &len);
        bool breaks = utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)c, &state);
        if (breaks && !(conjunct == CONJUNCT_LINKED && is_consonant(c)))
            break;
        conjunct = conjunct_after(conjunct, c);
        before = c;
    }
    return (uint32_t)(at - s.ptr);
}

static uint32_t cells(uint32_t c)
{
    if (utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_MC)
        return 1;
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    return width > 0 ? (uint32_t)width : 0;
}

uint32_t grapheme_width(struct str cluster)
{
    uint32_t width = 0, len;
    bool emoji = false;
    for (const char *at = cluster.ptr, *end = at + cluster.len; at < end; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        emoji = emoji || c == 0xfe0f || c >= 0x1f000;
        width += cells(c);
    }
    return emoji && width > 2 ? 2 : width;
}

bool grapheme_is_uneven(struct str s)
{
    uint32_t len;
    for (const char *at = s.ptr, *end = at + s.len; at < end; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        if (c < 0x300)
            continue;
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
        if (category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_MN || c == 0x200c || c == 0x200d ||
            utf8proc_charwidth((utf8proc_int32_t)c) == 2)
            return true;
    }
    return false;
}

bool is_word_character(uint32_t c)
{
    if (c < 0x80)
        return is_alnum((char)c);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) || c == 0x200c || c == 0x200d;
}

uint32_t small_letter(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

void bare_letters(struct buf *out, struct str text)
{
    enum { MOST = 32 };
    utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    utf8proc_int32_t parts[MOST];
    int bounds = 0;
    uint32_t len;
    for (const char *at = text.ptr, *end = at + text.len; at < end; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, MOST, how, &bounds);
        for (utf8proc_ssize_t i = 0; i < n && n <= MOST; i++) {
            char bytes[4];
            uint32_t part = (uint32_t)parts[i];
            if (part == '-' || is_word_character(part))
                buf_str(out, (struct str){bytes, utf8_encode(part, bytes)});
        }
    }
}
