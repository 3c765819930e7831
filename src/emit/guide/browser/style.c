/* The style sheets, which the program carries in it, and the icon of the guide. */

#include "emit/guide/guide.h"

static void emit_sheet(struct guide *guide, const struct site_file *file, const char *const *lines, size_t n)
{
    struct buf out = buf_on(guide->mem);
    for (size_t i = 0; i < n; i++)
        buf_text(&out, lines[i]);
    guide_add(guide, file, &out);
    buf_free(&out);
}

void emit_style(struct guide *guide)
{
    static const char *const style[] = {
#include "style.css.inc"
    };
    static const char *const added[] = {
#include "added.css.inc"
    };
    emit_sheet(guide, &guide->site.style, style, sizeof style / sizeof style[0]);
    emit_sheet(guide, &guide->site.added, added, sizeof added / sizeof added[0]);
}

/* Three lines that become one: practices of several models on one page. */
void emit_icon(struct guide *guide)
{
    struct buf out = buf_on(guide->mem);
    buf_text(&out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">"
             "<rect width=\"32\" height=\"32\" rx=\"6\" fill=\"#0b5688\"/>"
             "<path d=\"M7 8h6l6 8h6M7 16h18M7 24h6l6-8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"3\"/></svg>\n");
    guide_add(guide, &guide->site.icon, &out);
    buf_free(&out);
}
