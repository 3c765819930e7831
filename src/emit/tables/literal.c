#include "emit/tables/literal.h"

/* Bytes to the line: a compiler takes its time for each line, and nobody reads them. */
enum { LINE = 1024 };

static bool is_octal_digit(char c)
{
    return c >= '0' && c <= '7';
}

/* A byte that is no plain character: in as few digits as the character behind it allows. */
static void add_octal(struct buf *out, unsigned char byte, bool digit_follows)
{
    buf_char(out, '\\');
    if (digit_follows || byte >= 0100)
        buf_char(out, (char)('0' + (byte >> 6)));
    if (digit_follows || byte >= 010)
        buf_char(out, (char)('0' + (byte >> 3 & 7)));
    buf_char(out, (char)('0' + (byte & 7)));
}

/* `\?` keeps two question marks from beginning a trigraph. */
static void add_byte(struct buf *out, char c, bool digit_follows)
{
    if (c == '"' || c == '\\' || c == '?') {
        buf_char(out, '\\');
        buf_char(out, c);
    } else if (c == '\n') {
        buf_text(out, "\\n");
    } else if (c >= ' ' && c <= '~') {
        buf_char(out, c);
    } else {
        add_octal(out, (unsigned char)c, digit_follows);
    }
}

/* Adds bytes on a line of their own. */
static void add_line(struct buf *out, const char *bytes, size_t n)
{
    buf_text(out, "\n\"");
    for (size_t i = 0; i < n; i++)
        add_byte(out, bytes[i], i + 1 < n && is_octal_digit(bytes[i + 1]));
    buf_char(out, '"');
}

static void begin(struct buf *out, const char *type, const char *name, const struct buf *content)
{
    buf_printf(out, "\nstatic const %s %s[] =", type, name);
    if (content->n == 0)
        buf_text(out, " \"\"");
}

/* ---- Lists ---- */

enum { LIST_LINE = 32 };

static void add_number(struct buf *out, char c)
{
    buf_printf(out, "%u,", (unsigned char)c);
}

/* A byte above 127 is a character by its octal number, whatever the sign of characters is. */
static void add_character(struct buf *out, char c)
{
    if (c == '\'' || c == '\\')
        buf_printf(out, "'\\%c',", c);
    else if (c >= ' ' && c <= '~')
        buf_printf(out, "'%c',", c);
    else
        buf_printf(out, "'\\%o',", (unsigned char)c);
}

static void write_list(struct buf *out, const char *type, const char *name, const struct buf *content,
                       void (*add)(struct buf *, char))
{
    buf_printf(out, "\nstatic const %s %s[] = {", type, name);
    for (size_t i = 0; i < content->n; i++) {
        if (i % LIST_LINE == 0)
            buf_char(out, '\n');
        add(out, content->at[i]);
    }
    buf_text(out, content->n ? "\n};\n" : "0};\n");
}

/* ---- Definitions ---- */

void literal_bytes(struct buf *out, enum literal_form form, const char *name, const struct buf *bytes)
{
    if (form == FORM_PORTABLE) {
        write_list(out, "unsigned char", name, bytes, add_number);
        return;
    }
    begin(out, "unsigned char", name, bytes);
    for (size_t at = 0; at < bytes->n; at += LINE)
        add_line(out, bytes->at + at, bytes->n - at < LINE ? bytes->n - at : LINE);
    buf_text(out, ";\n");
}

/* Where the string or the line ends that `at` is in. */
static size_t end_of_line(const struct buf *strings, size_t at)
{
    while (strings->at[at] && strings->at[at] != '\n')
        at++;
    return at + 1;
}

void literal_strings(struct buf *out, enum literal_form form, const char *name, const struct buf *strings)
{
    if (form == FORM_PORTABLE) {
        write_list(out, "char", name, strings, add_character);
        return;
    }
    begin(out, "char", name, strings);
    for (size_t at = 0, end; at < strings->n; at = end) {
        end = end_of_line(strings, at);
        while (end < strings->n && end - at < LINE / 2)
            end = end_of_line(strings, end);
        add_line(out, strings->at + at, end - at);
    }
    buf_text(out, ";\n");
}
