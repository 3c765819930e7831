#include "emit/csv.h"

void csv_cell(struct buf *out, struct str text, bool last)
{
    bool formula = text.len && memchr("=+-@\t\r", text.ptr[0], 6) != NULL;
    buf_char(out, '"');
    if (formula)
        buf_char(out, '\'');
    for (const char *quote; text.len && (quote = memchr(text.ptr, '"', text.len)) != NULL;) {
        buf_str(out, str_range(text.ptr, quote + 1));
        buf_char(out, '"');
        text = str_from(text, (uint32_t)(quote + 1 - text.ptr));
    }
    buf_str(out, text);
    buf_text(out, last ? "\"\r\n" : "\",");
}
