#include "diag/sentence.h"

void add_sentence(struct buf *out, struct str text)
{
    if (text.len == 0)
        return;
    char last = text.ptr[text.len - 1];
    buf_char(out, to_upper(text.ptr[0]));
    buf_str(out, str_from(text, 1));
    if (last != '.' && last != '!' && last != '?')
        buf_char(out, '.');
}
