#include "emit/branches.h"

#include "base/grapheme.h"
#include "diag/snippet.h"

enum { WIDTH = 80, WIDTH_LEAST = 30, INDENT = 3 };

struct drawing {
    const char *branch, *last, *trunk; /* of INDENT cells */
};

static const struct drawing unicode = {"├─ ", "╰─ ", "│  "};
static const struct drawing ascii = {"|- ", "`- ", "|  "};

static const struct drawing *drawing_of(const struct branches *b)
{
    return b->style.ascii ? &ascii : &unicode;
}

static void paint(struct branches *b, enum paint paint)
{
    static const char *const codes[] = {"\033[0m", "\033[1m", "\033[34m", "\033[33m"};
    if (b->style.colour)
        buf_text(b->out, codes[paint]);
}

struct branches branches_on(struct buf *out, struct style style)
{
    return (struct branches){.out = out, .style = style, .lead = buf_on(out->mem)};
}

static void add_lead(struct branches *b, const char *end)
{
    paint(b, PAINT_FRAME);
    buf_str(b->out, buf_as_str(&b->lead));
    buf_text(b->out, end);
    paint(b, PAINT_OFF);
}

void branch_open(struct branches *b, bool is_last)
{
    const struct drawing *drawing = drawing_of(b);
    buf_char(b->out, '\n');
    add_lead(b, is_last ? drawing->last : drawing->branch);
    buf_text(&b->lead, is_last ? "   " : drawing->trunk);
    b->lead_cells += INDENT;
}

void branch_close(struct branches *b)
{
    bool is_blank_lead = b->lead.at[b->lead.n - INDENT] == ' ';
    b->lead.n -= is_blank_lead ? INDENT : strlen(drawing_of(b)->trunk);
    b->lead_cells -= INDENT;
}

void branch_text(struct branches *b, enum paint colour, const char *text)
{
    branch_visible(b, colour, str_of(text));
}

void branch_visible(struct branches *b, enum paint colour, struct str text)
{
    if (colour != PAINT_OFF)
        paint(b, colour);
    add_visible(b->out, text);
    if (colour != PAINT_OFF)
        paint(b, PAINT_OFF);
}

static uint32_t cells_of(struct str text)
{
    uint32_t cells = 0;
    while (text.len) {
        uint32_t length = grapheme_length(text);
        cells += grapheme_width(str_upto(text, length));
        text = str_from(text, length);
    }
    return cells;
}

/* Takes the next word off a text; empty at the end. */
static struct str next_word(struct str *text)
{
    uint32_t n = 0;
    *text = str_trim(*text);
    while (n < text->len && !is_blank(text->ptr[n]))
        n++;
    struct str word = str_upto(*text, n);
    *text = str_from(*text, n);
    return word;
}

void branch_paragraph(struct branches *b, struct str text)
{
    uint32_t room = b->lead_cells + WIDTH_LEAST > WIDTH ? WIDTH_LEAST : WIDTH - b->lead_cells, column = room;
    for (struct str word = next_word(&text); word.len; word = next_word(&text)) {
        uint32_t cells = cells_of(word);
        if (column + 1 + cells > room) {
            buf_char(b->out, '\n');
            add_lead(b, "  ");
            column = 2;
        } else {
            buf_char(b->out, ' ');
            column++;
        }
        add_visible(b->out, word);
        column += cells;
    }
}

const char *branch_ellipsis(const struct branches *b)
{
    return b->style.ascii ? "..." : "…";
}
