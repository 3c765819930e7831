#include "emit/csv.h"

void csv_cell(struct buf *out, struct str text, bool last)
{
    bool formula = text.len && memchr("=+-@\t\r", text.ptr[0], 6) != NULL;
    buf_char(out, '"');
    if (formula)
        buf_char(out, '\'');
    for (uint32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            buf_char(out, '"');
        buf_char(out, text.ptr[i]);
    }
    buf_text(out, last ? "\"\r\n" : "\",");
}
