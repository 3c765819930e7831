/* Marks of what is still to be written. */

#include "check/text/texts.h"
#include "syntax/literal.h"

static bool is_word(char c)
{
    return is_alnum(c) || c == '_';
}

/* The length of the mark at `at`, 0 if there is none. */
static uint32_t mark_length(const char *at, const char *end)
{
    static const char *const marks[] = {"TBD", "TBC", "TODO", "FIXME", "XXX"};
    uint32_t n = 0;
    while (at + n < end && at[n] == '?')
        n++;
    if (n >= 3)
        return n;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        uint32_t length = (uint32_t)strlen(marks[i]);
        if ((size_t)(end - at) >= length && memcmp(at, marks[i], length) == 0 &&
            (at + length == end || !is_word(at[length])))
            return length;
    }
    return 0;
}

/* True if the text holds a character that a mark begins with. */
static bool has_first_letter(struct str value)
{
    return value.len && (memchr(value.ptr, 'T', value.len) || memchr(value.ptr, 'F', value.len) ||
                         memchr(value.ptr, 'X', value.len) || memchr(value.ptr, '?', value.len));
}

void check_marks(struct texts *texts, component_id id, struct str value, struct span at)
{
    struct checking *checking = texts->checking;
    const char *end = value.ptr + value.len;
    if (!has_first_letter(value))
        return;
    for (const char *c = value.ptr; c < end; c++) {
        if (*c != 'T' && *c != 'F' && *c != 'X' && *c != '?')
            continue;
        uint32_t n = c > value.ptr && (is_word(c[-1]) || c[-1] == '?') ? 0 : mark_length(c, end);
        if (n == 0)
            continue;
        struct span where = literal_span(source_text(checking->library->sources, at), at, value, (struct str){c, n});
        struct finding *finding = report(checking->diag, where, MSG_mark, v_string((struct str){c, n}));
        if (id != NONE)
            about_component(checking, finding, id);
        c += n - 1;
    }
}
