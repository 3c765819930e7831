#ifndef EMIT_BRANCHES_H
#define EMIT_BRANCHES_H

#include "diag/writer.h"

/* A tree as lines of text, with branches drawn in front of them. */

enum paint { PAINT_OFF, PAINT_STRONG, PAINT_FRAME, PAINT_DOUBT };

struct branches {
    struct buf *out;
    struct style style;
    struct buf lead; /* what stands in front of the lines of the node at hand */
    uint32_t lead_cells;
};

/* A tree without nodes; what is written goes to `out`. */
struct branches branches_on(struct buf *out, struct style style);

/* Begins a node on a line of its own, and ends what is in it; the root has none around it. */
void branch_open(struct branches *b, bool is_last);
void branch_close(struct branches *b);

/* Writes into the line at hand: text, or text of an author, where nothing hides. */
void branch_text(struct branches *b, enum paint paint, const char *text);
void branch_visible(struct branches *b, enum paint paint, struct str text);

/* Writes lines below that of the node, as many as the text takes: in the manner of a paragraph. */
void branch_paragraph(struct branches *b, struct str text);

/* The mark for what is left out. */
const char *branch_ellipsis(const struct branches *b);

#endif
