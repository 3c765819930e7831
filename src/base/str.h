#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* A run of bytes that somebody else owns: a slice of a source, an atom, text in an arena. Not
   NUL-terminated unless its maker says so. */
struct str {
    const char *ptr;
    uint32_t len;
};

#define STR(literal) ((struct str){"" literal, (uint32_t)(sizeof(literal) - 1)})
#define STR_NONE     ((struct str){0})

/* For printf: "%.*s", STR_ARGS(s) */
#define STR_ARGS(s) (int)(s).len, (s).ptr

static inline struct str str_of(const char *text)
{
    return (struct str){text, (uint32_t)strlen(text)};
}

static inline struct str str_range(const char *start, const char *end)
{
    return (struct str){start, (uint32_t)(end - start)};
}

static inline bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool str_is(struct str a, const char *text)
{
    return str_eq(a, str_of(text));
}

/* True if it is one of n texts. */
static inline bool str_is_any(struct str a, const char *const *texts, size_t n)
{
    while (n > 0)
        if (str_is(a, texts[--n]))
            return true;
    return false;
}

static inline bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && memcmp(s.ptr, prefix.ptr, prefix.len) == 0;
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && memcmp(s.ptr + (s.len - suffix.len), suffix.ptr, suffix.len) == 0;
}

/* True if it ends with one of n texts. */
static inline bool str_ends_any(struct str s, const char *const *endings, size_t n)
{
    while (n > 0)
        if (str_ends(s, str_of(endings[--n])))
            return true;
    return false;
}

/* What is left of `s` from byte `from` on. */
static inline struct str str_from(struct str s, uint32_t from)
{
    return (struct str){s.ptr + from, s.len - from};
}

static inline struct str str_upto(struct str s, uint32_t len)
{
    return (struct str){s.ptr, len};
}

/* Byte order; a prefix comes first. */
static inline int str_compare(struct str a, struct str b)
{
    uint32_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static inline bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Letters are those of ASCII, here and below. */
static inline bool is_letter(char c)
{
    return is_lower((char)(c | 0x20));
}

static inline bool is_alnum(char c)
{
    return is_letter(c) || is_digit(c);
}

static inline char to_lower(char c)
{
    return is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static inline char to_upper(char c)
{
    return is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

/* Equal, whatever the case of the letters. */
static inline bool str_eq_folded(struct str a, struct str b)
{
    bool equal = a.len == b.len;
    for (uint32_t i = 0; i < a.len && equal; i++)
        equal = to_lower(a.ptr[i]) == to_lower(b.ptr[i]);
    return equal;
}

/* `s` without blanks and line ends at either end. */
static inline struct str str_trim(struct str s)
{
    while (s.len && is_blank(s.ptr[0]))
        s = str_from(s, 1);
    while (s.len && is_blank(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

#endif
