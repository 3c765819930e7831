#include "diag/snippet.h"

#include "base/grapheme.h"
#include "base/utf8.h"
#include "base/vec.h"

enum { TAB_WIDTH = 4, WINDOW = 100, CONTEXT = 30, LINE_MOST = 4096 };

/* One grapheme cluster of the line and the cells it takes. */
struct cell_run {
    struct str source;
    uint32_t first, width;
    uint32_t code_point; /* what is shown escaped; 0 otherwise */
    bool is_byte;        /* it is a byte that is not UTF-8 */
};

struct layout {
    struct mem *mem;
    VEC(struct cell_run) runs;
    uint32_t from, to; /* the runs of the part */
};

static uint32_t escaped_width(uint32_t code_point, bool is_byte)
{
    if (is_byte)
        return 6;                       /* <0xE0> */
    return code_point > 0xffff ? 9 : 8; /* <U+202E> */
}

static void add_escaped(struct buf *out, uint32_t code_point, bool is_byte)
{
    const char *format = is_byte ? "<0x%02X>" : code_point > 0xffff ? "<U+%05X>" : "<U+%04X>";
    buf_printf(out, format, code_point);
}

void add_visible(struct buf *out, struct str text)
{
    const char *end = text.ptr + text.len;
    uint32_t len;
    for (const char *at = text.ptr; at < end; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        bool is_byte = len == 1 && c >= 0x80;
        if (is_byte || utf8_is_hidden(c) || c == '\t' || c == '\n')
            add_escaped(out, is_byte ? (unsigned char)*at : c, is_byte);
        else
            buf_add(out, at, len);
    }
}

static struct cell_run measure(struct str rest, uint32_t column)
{
    uint32_t len, c = utf8_decode(rest.ptr, rest.ptr + rest.len, &len);
    if (c == '\t')
        return (struct cell_run){str_upto(rest, 1), column, TAB_WIDTH - column % TAB_WIDTH, 0, false};
    bool hidden = utf8_is_hidden(c) && c != 0x200c && c != 0x200d;
    bool invalid = len == 1 && c >= 0x80;
    if (hidden || invalid) {
        uint32_t shown = invalid ? (unsigned char)rest.ptr[0] : c;
        return (struct cell_run){str_upto(rest, len), column, escaped_width(shown, invalid), shown, invalid};
    }
    struct str cluster = str_upto(rest, grapheme_length(rest));
    return (struct cell_run){cluster, column, grapheme_width(cluster), 0, false};
}

/* Splits the line into clusters; a part that begins or ends inside of one takes it whole. */
static void lay_out(struct layout *layout, struct str line, uint32_t start, uint32_t end)
{
    uint32_t at = 0, column = 0;
    layout->from = layout->to = UINT32_MAX;
    while (at < line.len) {
        struct cell_run run = measure(str_from(line, at), column);
        at += run.source.len;
        column += run.width;
        if (layout->from == UINT32_MAX && at > start)
            layout->from = layout->runs.n;
        if (layout->to == UINT32_MAX && at - run.source.len >= end)
            layout->to = layout->runs.n;
        vec_push(layout->mem, &layout->runs, run);
    }
    struct cell_run end_of_line = {{line.ptr + line.len, 0}, column, 0, 0, false};
    vec_push(layout->mem, &layout->runs, end_of_line);
    if (layout->from == UINT32_MAX)
        layout->from = layout->runs.n - 1;
    if (layout->to == UINT32_MAX || layout->to < layout->from)
        layout->to = layout->to == UINT32_MAX ? layout->runs.n - 1 : layout->from;
}

static void add_run(struct buf *out, const struct cell_run *run)
{
    if (run->code_point)
        add_escaped(out, run->code_point, run->is_byte);
    else if (run->source.len && run->source.ptr[0] == '\t')
        buf_repeat(out, ' ', run->width);
    else
        buf_str(out, run->source);
}

/* The window [*first, *last) of runs that is shown. */
static void choose_window(const struct layout *layout, uint32_t *first, uint32_t *last)
{
    const struct cell_run *runs = layout->runs.at;
    uint32_t n = layout->runs.n - 1;
    *first = 0;
    *last = n;
    if (runs[n].first <= WINDOW)
        return;
    uint32_t part = runs[layout->from].first;
    uint32_t left = part > CONTEXT ? part - CONTEXT : 0;
    if (part < WINDOW / 2)
        left = 0;
    while (runs[*first].first < left)
        ++*first;
    while (*last > *first + 1 && runs[*last].first > runs[*first].first + WINDOW)
        --*last;
}

/* Cuts a very long line to the neighbourhood of the part; true if something in front is gone. */
static bool clip(struct str *line, uint32_t *start, uint32_t *end)
{
    if (line->len <= LINE_MOST)
        return false;
    uint32_t from = *start > LINE_MOST / 4 ? *start - LINE_MOST / 4 : 0;
    while (from > 0 && ((unsigned char)line->ptr[from] & 0xc0) == 0x80)
        from--;
    uint32_t n = line->len - from < LINE_MOST ? line->len - from : LINE_MOST;
    while (n < line->len - from && ((unsigned char)line->ptr[from + n] & 0xc0) == 0x80)
        n--;
    *line = str_upto(str_from(*line, from), n);
    *start -= from;
    *end = *end - from < n ? *end - from : n;
    return from > 0;
}

struct snippet snippet_of(struct mem *mem, struct str line, uint32_t start, uint32_t end, const char *mark_on,
                          const char *mark_off, const char *cut)
{
    bool clipped = clip(&line, &start, &end);
    struct layout layout = {.mem = mem};
    lay_out(&layout, line, start, end);
    uint32_t first, last;
    choose_window(&layout, &first, &last);
    struct snippet snippet = {.text = buf_on(mem), .uneven = grapheme_is_uneven(str_upto(line, end))};
    const struct cell_run *runs = layout.runs.at;
    uint32_t to = layout.to < last ? layout.to : last;
    clipped = clipped || first > 0;
    if (clipped)
        buf_text(&snippet.text, cut);
    for (uint32_t i = first; i < last; i++) {
        if (i == layout.from && layout.from < to)
            buf_text(&snippet.text, mark_on);
        add_run(&snippet.text, &runs[i]);
        if (i + 1 == to && layout.from < to)
            buf_text(&snippet.text, mark_off);
    }
    if (last + 1 < layout.runs.n)
        buf_text(&snippet.text, cut);
    snippet.start = runs[layout.from].first - runs[first].first + clipped;
    snippet.width = runs[to].first > runs[layout.from].first ? runs[to].first - runs[layout.from].first : 1;
    vec_free(mem, &layout.runs);
    return snippet;
}
