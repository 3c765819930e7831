#ifndef EMIT_GUIDE_PICTURE_H
#define EMIT_GUIDE_PICTURE_H

#include "emit/guide/page.h"

/* Pictures of boxes and ways between them, as SVG. They are for the eye alone: the page says the same in words
   beside them, so they hold no links and are skipped by programs that read aloud. */

/* A box, in pixels of the picture. */
struct box {
    int x, y, width, height;
};

/* Opens a figure that scrolls by itself where it is too wide; the caption follows, then picture_canvas(). */
void picture_begin(struct page *page);

/* Ends the caption and opens the picture. */
void picture_canvas(struct page *page, int width, int height);

/* Ends the picture, and the figure. */
void picture_end(struct page *page);

/* A box with a text in its middle, cut where it would not fit. */
void picture_box(struct page *page, struct box box, const char *class, struct str text);

/* The same with the text at the beginning of the box. */
void picture_entry(struct page *page, struct box box, const char *class, struct str text);

/* A way from the right side of one box, `y1` down the picture, to the left side of another, `y2` down, or round to
   its right side if that lies no further right. */
struct way {
    struct box from, to;
    int y1, y2;
    const char *class;
    bool head; /* with the head of an arrow */
};

/* Draws it as a curve. */
void picture_way(struct page *page, const struct way *way);

#endif
