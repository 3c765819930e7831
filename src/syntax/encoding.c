#include "syntax/encoding.h"

#include <stdio.h>

#include "base/utf8.h"

enum { FINDINGS_MOST = 20 };

/* The code points right before and behind a character of three bytes; 0 at the ends of the file. */
static uint32_t code_point_before(const struct source_file *file, const char *at)
{
    const char *before = at;
    uint32_t len;
    while (before > file->text && ((unsigned char)*--before & 0xc0) == 0x80)
        continue;
    return before < at ? utf8_decode(before, at, &len) : 0;
}

static uint32_t code_point_behind(const struct source_file *file, const char *at)
{
    const char *end = file->text + file->len;
    uint32_t len;
    return at + 3 < end ? utf8_decode(at + 3, end, &len) : 0;
}

/* Characters that show nothing but are spelling where they stand: joiners in the scripts of South Asia
   and between emoji, direction marks beside letters that are written from right to left. */
static bool is_spelling(const struct source_file *file, const char *at, uint32_t c)
{
    if (c == 0x200c || c == 0x200d)
        return utf8_is_indic(code_point_before(file, at)) || (c == 0x200d && code_point_behind(file, at) >= 0x2600);
    if (c == 0x200e || c == 0x200f)
        return utf8_is_right_to_left(code_point_before(file, at)) || utf8_is_right_to_left(code_point_behind(file, at));
    return false;
}

static void report_hidden(struct diag *diag, struct span at, uint32_t c)
{
    char name[16];
    snprintf(name, sizeof name, "U+%04X", c);
    struct finding *finding = report(diag, at, MSG_hidden_character, v_text(str_of(name)));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_remove), at, STR(""));
}

/* Judges one character that utf8_skip_plain() stopped at; returns how many bytes it takes. */
static uint32_t check_character(struct diag *diag, const struct source_file *file, const char *at)
{
    const char *end = file->text + file->len;
    uint32_t len, c = utf8_decode(at, end, &len);
    uint32_t start = file->base + (uint32_t)(at - file->text);
    struct span span = {start, start + len};
    if (c == '\r') {
        if (at + 1 == end || at[1] != '\n')
            report(diag, span, MSG_lone_carriage_return);
    } else if (len == 1 && (unsigned char)*at >= 0x80) {
        char byte[8];
        snprintf(byte, sizeof byte, "0x%02X", (unsigned char)*at);
        report(diag, span, MSG_invalid_utf8, v_text(str_of(byte)));
    } else if (!is_spelling(file, at, c)) {
        report_hidden(diag, span, c);
    }
    return len;
}

static bool is_utf16(const struct source_file *file)
{
    return file->len >= 2 && (memcmp(file->text, "\xff\xfe", 2) == 0 || memcmp(file->text, "\xfe\xff", 2) == 0);
}

bool encoding_check(struct diag *diag, const struct source_file *file)
{
    if (is_utf16(file)) {
        report(diag, (struct span){file->base, file->base + 2}, MSG_utf16);
        return false;
    }
    const char *at = file->text, *end = at + file->len;
    if (file->len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    uint32_t before = diag->findings.n;
    while ((at = utf8_skip_plain(at, end)) < end) {
        at += check_character(diag, file, at);
        if (diag->findings.n - before == FINDINGS_MOST)
            return false;
    }
    return true;
}
