#include "emit/guide/picture.h"

#include "base/grapheme.h"

enum {
    CHARACTER = 8, /* pixels that one takes, about */
    HEAD = 7,      /* of an arrow */
    BULGE = 50     /* of a way back */
};

void picture_begin(struct page *page)
{
    buf_printf(page->out, "<figure class=\"picture\"><figcaption id=\"prm:picture-%u\">", ++page->n_tables);
}

void picture_canvas(struct page *page, int width, int height)
{
    put(page, "</figcaption>\n");
    region_begin(page, "picture");
    buf_printf(page->out,
               "<svg class=\"canvas\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" aria-hidden=\"true\">\n", width,
               height, width, height);
}

void picture_end(struct page *page)
{
    put(page, "</svg></div></figure>\n");
}

/* As much of the text as fits, with dots if that is not all. */
static void put_fitting(struct page *page, struct str text, int width)
{
    uint32_t end = 0;
    int used = 0;
    while (end < text.len) {
        uint32_t length = grapheme_length(str_from(text, end));
        int cells = (int)grapheme_width((struct str){text.ptr + end, length});
        if (used + cells * CHARACTER > width - (end + length < text.len ? CHARACTER : 0))
            break;
        used += cells * CHARACTER;
        end += length;
    }
    put_text(page, str_upto(text, end));
    put(page, end < text.len ? "\xe2\x80\xa6" : "");
}

static void put_box(struct page *page, struct box box, const char *class, struct str text, bool middle)
{
    buf_printf(page->out,
               "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
               "<text%s x=\"%d\" y=\"%d\">",
               class, box.x, box.y, box.width, box.height, middle ? " class=\"middle\"" : "",
               middle ? box.x + box.width / 2 : box.x + CHARACTER, box.y + box.height / 2 + 5);
    put_fitting(page, text, box.width - 2 * CHARACTER);
    put(page, "</text>\n");
}

void picture_box(struct page *page, struct box box, const char *class, struct str text)
{
    put_box(page, box, class, text, true);
}

void picture_entry(struct page *page, struct box box, const char *class, struct str text)
{
    put_box(page, box, class, text, false);
}

void picture_way(struct page *page, const struct way *way)
{
    bool round = way->to.x <= way->from.x;
    int x1 = way->from.x + way->from.width, tip = round ? HEAD : -HEAD;
    int x2 = round ? way->to.x + way->to.width : way->to.x;
    int bend = round ? BULGE : (x2 - x1) / 2, end = way->head ? x2 + tip : x2;
    buf_printf(page->out, "<path class=\"%s\" d=\"M%d %dC%d %d %d %d %d %d\"/>", way->class, x1, way->y1, x1 + bend,
               way->y1, round ? x2 + bend : x2 - bend, way->y2, end, way->y2);
    if (way->head)
        buf_printf(page->out, "<path class=\"head\" d=\"M%d %dl%d %dv%dz\"/>", x2, way->y2, tip, -HEAD / 2,
                   HEAD / 2 * 2);
    put(page, "\n");
}
