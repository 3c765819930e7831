/* A line difference by the greedy algorithm of E. Myers, "An O(ND) Difference Algorithm and Its
   Variations" (1986). */

#include "base/diff.h"

#include "base/vec.h"

enum { CONTEXT = 3 };

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
   k. Returns the number of edits. */
static int32_t search(struct mem *mem, const lines *a, const lines *b, int32_t ***trace_out)
{
    int32_t n = (int32_t)a->n, m = (int32_t)b->n, most = n + m;
    VEC(int32_t *) trace = {0};
    for (int32_t d = 0; d <= most; d++) {
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
    return most;
}

/* Walks the paths back from the end; the changes come out in reverse. */
static void collect(struct mem *mem, const lines *a, const lines *b, int32_t **trace, int32_t edits,
                    changes *out)
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

static void add_hunk(struct buf *out, const changes *all, uint32_t from, uint32_t to, uint32_t line_a,
                     uint32_t line_b)
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

void diff_add(struct buf *out, struct str path, struct str before, struct str after)
{
    struct mem *mem = out->mem;
    lines a = {0}, b = {0};
    changes all = {0};
    int32_t **trace;
    if (str_eq(before, after))
        return;
    split(mem, before, &a);
    split(mem, after, &b);
    int32_t edits = search(mem, &a, &b, &trace);
    collect(mem, &a, &b, trace, edits, &all);
    for (uint32_t i = 0; i < all.n / 2; i++) {
        struct change swapped = all.at[i];
        all.at[i] = all.at[all.n - 1 - i];
        all.at[all.n - 1 - i] = swapped;
    }
    buf_printf(out, "--- %.*s\n+++ %.*s\n", STR_ARGS(path), STR_ARGS(path));
    add_hunks(out, &all);
    for (int32_t d = 0; d <= edits; d++)
        mem_free(mem, trace[d]);
    mem_free(mem, trace);
    vec_free(mem, &a);
    vec_free(mem, &b);
    vec_free(mem, &all);
}
