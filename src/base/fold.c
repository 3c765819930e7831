#include "base/fold.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* Signs of Devanagari, and what hides between letters. */
enum {
    CHANDRABINDU = 0x901,
    ANUSVARA = 0x902,
    NUKTA = 0x93c,
    VIRAMA = 0x94d,
    SOFT_HYPHEN = 0xad,
    NON_JOINER = 0x200c,
    JOINER = 0x200d,
};

/* ---- Letters ---- */

static bool is_ascii(struct str text)
{
    return utf8_skip_ascii(text.ptr, text.ptr + text.len) == text.ptr + text.len;
}

/* Makes the letters from `start` on small ones. */
static void lower(struct buf *out, size_t start)
{
    for (char *at = out->at + start, *end = out->at + out->n; at < end; at++)
        *at = to_lower(*at);
}

static bool is_dropped(int32_t c)
{
    return c == NUKTA || c == NON_JOINER || c == JOINER || c == SOFT_HYPHEN;
}

static bool is_nasal(int32_t c)
{
    return c == 0x919 || c == 0x91e || c == 0x923 || c == 0x928 || c == 0x92e;
}

static bool is_consonant(int32_t c)
{
    return c >= 0x915 && c <= 0x939;
}

/* Folds the spelling of Hindi in place; returns how many characters are left. */
static utf8proc_ssize_t fold_spelling(int32_t *at, utf8proc_ssize_t n)
{
    utf8proc_ssize_t kept = 0, done = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++)
        if (!is_dropped(at[i]))
            at[kept++] = at[i] == CHANDRABINDU ? ANUSVARA : at[i];
    for (utf8proc_ssize_t i = 0; i < kept; i++) {
        bool anusvara = i + 2 < kept && is_nasal(at[i]) && at[i + 1] == VIRAMA && is_consonant(at[i + 2]);
        at[done++] = anusvara ? ANUSVARA : at[i];
        i += anusvara;
    }
    return done;
}

static void add_characters(struct buf *out, const int32_t *at, utf8proc_ssize_t n)
{
    char bytes[4];
    for (utf8proc_ssize_t i = 0; i < n; i++)
        buf_add(out, bytes, utf8_encode((uint32_t)at[i], bytes));
}

void fold_add(struct buf *out, struct str text)
{
    if (is_ascii(text)) {
        size_t start = out->n;
        buf_str(out, text);
        lower(out, start);
        return;
    }
    const utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD;
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    utf8proc_ssize_t n = utf8proc_decompose(bytes, text.len, NULL, 0, options);
    if (n < 0)
        return; /* no text at all */
    int32_t *at = mem_alloc(out->mem, ((size_t)n + 1) * sizeof *at);
    utf8proc_decompose(bytes, text.len, at, n, options);
    n = fold_spelling(at, n);
    n = utf8proc_normalize_utf32(at, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    add_characters(out, at, n);
    mem_free(out->mem, at);
}

/* ---- Words ---- */

/* Letters, marks and numbers. */
static bool is_of_word(uint32_t c)
{
    if (c < 0x80)
        return is_alnum((char)c);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* Most texts have no other letters than those of ASCII. */
static inline uint32_t decode(const char *at, const char *end, uint32_t *len)
{
    *len = 1;
    return (unsigned char)*at < 0x80 ? (unsigned char)*at : utf8_decode(at, end, len);
}

bool fold_next_word(struct str *rest, struct str *word)
{
    const char *at = rest->ptr, *end = at + rest->len;
    uint32_t len = 0, n = 0;
    while (at < end && !is_of_word(decode(at, end, &len)))
        at += len;
    const char *start = at, *cut = NULL;
    while (at < end && is_of_word(decode(at, end, &len))) {
        at += len;
        if (++n == FOLD_WORD_MOST)
            cut = at;
    }
    *word = str_range(start, cut ? cut : at);
    *rest = str_range(at, end);
    return n > 0;
}

/* ---- Keys ---- */

static bool is_decimal(uint32_t c)
{
    return c < 0x80 ? is_digit((char)c) : utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ND;
}

static void add_key(struct buf *out, struct str folded)
{
    bool digit = false, gap = false;
    size_t start = 0; /* of the number at hand */
    uint32_t len;
    for (const char *at = folded.ptr, *end = at + folded.len; at < end; at += len) {
        uint32_t c = decode(at, end, &len);
        if (!is_of_word(c)) {
            gap = true;
            continue;
        }
        bool number = is_decimal(c);
        if (number && digit && gap)
            buf_char(out, '.');
        if (number && (!digit || gap))
            start = out->n;
        else if (number && out->n == start + 1 && out->at[start] == '0')
            out->n = start;
        buf_add(out, at, len);
        digit = number;
        gap = false;
    }
}

void fold_add_key(struct buf *out, struct str identifier)
{
    if (is_ascii(identifier)) { /* its small letters are letters as well: they can wait */
        size_t start = out->n;
        add_key(out, identifier);
        lower(out, start);
        return;
    }
    struct buf folded = buf_on(out->mem);
    fold_add(&folded, identifier);
    add_key(out, buf_as_str(&folded));
    buf_free(&folded);
}

/* UTF-8 orders by code point; UTF-16 has the surrogates, which spell those above U+FFFF, below U+E000. */
static unsigned rank(char byte)
{
    unsigned c = (unsigned char)byte;
    return c >= 0xf0 ? c - 0xf0 + 0xee : c >= 0xee ? c + 0x10 : c;
}

int fold_compare(struct str a, struct str b)
{
    uint32_t n = a.len < b.len ? a.len : b.len;
    for (uint32_t i = 0; i < n; i++)
        if (a.ptr[i] != b.ptr[i])
            return rank(a.ptr[i]) < rank(b.ptr[i]) ? -1 : 1;
    return (a.len > b.len) - (a.len < b.len);
}
