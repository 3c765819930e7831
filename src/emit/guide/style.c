/* The style sheet, which the program carries in it. */

#include "emit/guide/guide.h"

void emit_style(struct guide *guide)
{
    static const char *const lines[] = {
#include "style.css.inc"
    };
    struct buf out = buf_on(guide->mem);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        buf_text(&out, lines[i]);
    guide_add(guide, &guide->site.style, &out);
    buf_free(&out);
}
