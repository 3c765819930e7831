/* A line difference by the greedy algorithm of E. Myers, "An O(ND) Difference Algorithm and Its
   Variations" (1986). */

#include "base/diff.h"

#include "base/vec.h"

/* What takes more edits is shown as replaced from the first difference to the last: the paths of the
   search take memory that grows with the square of the edits. */
enum { CONTEXT = 3, EDITS_MOST = 3000 };

typedef VEC(struct str) lines;

/* A line of the result: ' ', '-' or '+'. */
struct change {
    char kind;
    struct str text;
};

typedef VEC(struct change) changes;

static void split(struct mem *mem, struct str text, lines *out)
{
    for (const char *at = text.ptr, *end = at + text.len; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *next = newline ? newline + 1 : end;
        vec_push(mem, out, str_range(at, next));
        at = next;
    }
}

/* The furthest reaching paths after each number of edits: trace[d][k + d] is the x reached on diagonal
   k. Returns the number of edits; above EDITS_MOST, one more than that. */
static int32_t search(struct mem *mem, const lines *a, const lines *b, int32_t ***trace_out)
{
    int32_t n = (int32_t)a->n, m = (int32_t)b->n;
    VEC(int32_t *) trace = {0};
    for (int32_t d = 0; d <= EDITS_MOST; d++) {
        int32_t *row = mem_alloc(mem, (size_t)(2 * d + 1) * sizeof *row);
        const int32_t *before = d > 0 ? trace.at[d - 1] + d - 1 : NULL;
        vec_push(mem, &trace, row);
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t x = 0;
            if (d > 0 && (k == -d || (k != d && before[k - 1] < before[k + 1])))
                x = before[k + 1];
            else if (d > 0)
                x = before[k - 1] + 1;
            int32_t y = x - k;
            while (x < n && y < m && str_eq(a->at[x], b->at[y])) {
                x++;
                y++;
            }
            row[k + d] = x;
            if (x >= n && y >= m) {
                *trace_out = trace.at;
                return d;
            }
        }
    }
    *trace_out = trace.at;
    return EDITS_MOST + 1;
}

/* Walks the paths back from the end; the changes are added in reverse. */
static void collect(struct mem *mem, const lines *a, const lines *b, int32_t **trace, int32_t edits, changes *out)
{
    int32_t x = (int32_t)a->n, y = (int32_t)b->n;
    for (int32_t d = edits; d >= 0; d--) {
        int32_t k = x - y, before_k = k, before_x = 0, before_y = 0;
        if (d > 0) {
            const int32_t *before = trace[d - 1] + d - 1;
            before_k = k == -d || (k != d && before[k - 1] < before[k + 1]) ? k + 1 : k - 1;
            before_x = before[before_k];
            before_y = before_x - before_k;
        }
        while (x > before_x && y > before_y && x > 0 && y > 0) {
            vec_push(mem, out, ((struct change){' ', a->at[--x]}));
            y--;
        }
        if (d == 0)
            break;
        if (before_k == k + 1)
            vec_push(mem, out, ((struct change){'+', b->at[--y]}));
        else
            vec_push(mem, out, ((struct change){'-', a->at[--x]}));
    }
}

/* True if a change stands within the context of line i. */
static bool near_change(const changes *all, uint32_t i)
{
    uint32_t from = i > CONTEXT ? i - CONTEXT : 0;
    uint32_t to = i + CONTEXT < all->n ? i + CONTEXT : all->n - 1;
    for (uint32_t k = from; k <= to; k++)
        if (all->at[k].kind != ' ')
            return true;
    return false;
}

static void add_hunk(struct buf *out, const changes *all, uint32_t from, uint32_t to, uint32_t line_a, uint32_t line_b)
{
    uint32_t n_a = 0, n_b = 0;
    for (uint32_t i = from; i < to; i++) {
        n_a += all->at[i].kind != '+';
        n_b += all->at[i].kind != '-';
    }
    buf_printf(out, "@@ -%u,%u +%u,%u @@\n", n_a ? line_a : line_a - 1, n_a, n_b ? line_b : line_b - 1, n_b);
    for (uint32_t i = from; i < to; i++) {
        struct str text = all->at[i].text;
        buf_char(out, all->at[i].kind);
        buf_str(out, text);
        if (text.len == 0 || text.ptr[text.len - 1] != '\n')
            buf_text(out, "\n\\ No newline at end of file\n");
    }
}

static void add_hunks(struct buf *out, const changes *all)
{
    uint32_t line_a = 1, line_b = 1;
    for (uint32_t i = 0; i < all->n;) {
        uint32_t end = i;
        while (end < all->n && near_change(all, end))
            end++;
        if (end > i)
            add_hunk(out, all, i, end, line_a, line_b);
        else
            end = i + 1;
        for (; i < end; i++) {
            line_a += all->at[i].kind != '+';
            line_b += all->at[i].kind != '-';
        }
    }
}

static void add_lines(struct mem *mem, changes *all, char kind, const lines *text)
{
    VEC_EACH (const struct str, line, text)
        vec_push(mem, all, ((struct change){kind, *line}));
}

/* The changes between two lists of lines, in their order. */
static void compare(struct mem *mem, const lines *a, const lines *b, changes *all)
{
    int32_t **trace;
    int32_t edits = search(mem, a, b, &trace);
    uint32_t first = all->n;
    if (edits > EDITS_MOST) {
        add_lines(mem, all, '-', a);
        add_lines(mem, all, '+', b);
    } else {
        collect(mem, a, b, trace, edits, all);
        for (uint32_t i = first, k = all->n; i + 1 < k; i++) {
            struct change swapped = all->at[i];
            all->at[i] = all->at[--k];
            all->at[k] = swapped;
        }
    }
    for (int32_t d = 0; d <= edits && d <= EDITS_MOST; d++)
        mem_free(mem, trace[d]);
    mem_free(mem, trace);
}

/* The number of lines that both start with. */
static uint32_t common_start(const lines *a, const lines *b)
{
    uint32_t n = 0;
    while (n < a->n && n < b->n && str_eq(a->at[n], b->at[n]))
        n++;
    return n;
}

/* The number of lines that both end with, apart from the first `start`. */
static uint32_t common_end(const lines *a, const lines *b, uint32_t start)
{
    uint32_t n = 0;
    while (start + n < a->n && start + n < b->n && str_eq(a->at[a->n - 1 - n], b->at[b->n - 1 - n]))
        n++;
    return n;
}

/* Some of the lines; they stay with their owner. */
static lines part_of(const lines *all, uint32_t from, uint32_t to)
{
    return (lines){.at = all->at ? all->at + from : NULL, .n = to - from};
}

void diff_add(struct buf *out, struct str path, struct str before, struct str after)
{
    struct mem *mem = out->mem;
    lines a = {0}, b = {0};
    changes all = {0};
    if (str_eq(before, after))
        return;
    split(mem, before, &a);
    split(mem, after, &b);
    uint32_t start = common_start(&a, &b), end = common_end(&a, &b, start);
    lines head = part_of(&a, 0, start), tail = part_of(&a, a.n - end, a.n);
    lines old = part_of(&a, start, a.n - end), new = part_of(&b, start, b.n - end);
    add_lines(mem, &all, ' ', &head);
    compare(mem, &old, &new, &all);
    add_lines(mem, &all, ' ', &tail);
    buf_printf(out, "--- %.*s\n+++ %.*s\n", STR_ARGS(path), STR_ARGS(path));
    add_hunks(out, &all);
    vec_free(mem, &a);
    vec_free(mem, &b);
    vec_free(mem, &all);
}
