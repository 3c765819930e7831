#include "emit/guide/changes/word_diff.h"

enum { CELLS_MOST = 1 << 20 };

typedef VEC(struct str) words;

static bool is_gap(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static void cut(struct mem *mem, struct str text, words *found)
{
    uint32_t at = 0;
    while (at < text.len) {
        uint32_t start = at;
        while (at < text.len && !is_gap(text.ptr[at]))
            at++;
        while (at < text.len && is_gap(text.ptr[at]))
            at++;
        vec_push(mem, found, str_range(text.ptr + start, text.ptr + at));
    }
}

/* Blanks behind a word do not count. */
static bool same_word(struct str a, struct str b)
{
    while (a.len && is_gap(a.ptr[a.len - 1]))
        a.len--;
    while (b.len && is_gap(b.ptr[b.len - 1]))
        b.len--;
    return str_eq(a, b);
}

/* Adds a word to the piece before it if that is of the same sort. */
static void add(struct mem *mem, word_pieces *pieces, struct str word, bool common)
{
    if (pieces->n && pieces->at[pieces->n - 1].common == common)
        pieces->at[pieces->n - 1].text.len += word.len;
    else
        vec_push(mem, pieces, ((struct word_piece){word, common}));
}

/* The part of two lists of words that neither begins nor ends alike. */
struct middle {
    const struct str *old, *new;
    uint32_t n, m;
};

/* How long a common subsequence can be from each pair of places on, row by row: by Wagner and Fischer. */
static uint16_t *lengths_of(struct arena *arena, const struct middle *middle)
{
    uint32_t width = middle->m + 1;
    uint16_t *length = arena_array(arena, uint16_t, (size_t)(middle->n + 1) * width);
    for (uint32_t i = middle->n; i-- > 0;)
        for (uint32_t k = middle->m; k-- > 0;) {
            uint16_t down = length[(i + 1) * width + k], right = length[i * width + k + 1];
            if (same_word(middle->old[i], middle->new[k]))
                length[i * width + k] = (uint16_t)(length[(i + 1) * width + k + 1] + 1);
            else
                length[i * width + k] = down > right ? down : right;
        }
    return length;
}

static void add_middle(struct mem *mem, const struct middle *middle, word_pieces *old, word_pieces *new)
{
    struct arena arena = arena_on(mem);
    bool is_small = (uint64_t)(middle->n + 1) * (middle->m + 1) <= CELLS_MOST;
    const uint16_t *length = is_small ? lengths_of(&arena, middle) : NULL;
    uint32_t i = 0, k = 0, width = middle->m + 1;
    while (i < middle->n || k < middle->m) {
        if (length && i < middle->n && k < middle->m && same_word(middle->old[i], middle->new[k])) {
            add(mem, old, middle->old[i++], true);
            add(mem, new, middle->new[k++], true);
        } else if (k == middle->m ||
                   (i < middle->n && (!length || length[(i + 1) * width + k] >= length[i * width + k + 1]))) {
            add(mem, old, middle->old[i++], false);
        } else {
            add(mem, new, middle->new[k++], false);
        }
    }
    arena_free(&arena);
}

void word_diff(struct mem *mem, struct str before, struct str after, word_pieces *old, word_pieces *new)
{
    words a = {0}, b = {0};
    cut(mem, before, &a);
    cut(mem, after, &b);
    uint32_t first = 0, n = a.n, m = b.n;
    for (; first < n && first < m && same_word(a.at[first], b.at[first]); first++) {
        add(mem, old, a.at[first], true);
        add(mem, new, b.at[first], true);
    }
    for (; n > first && m > first && same_word(a.at[n - 1], b.at[m - 1]); n--)
        m--;
    const struct middle middle = {a.n ? a.at + first : NULL, b.n ? b.at + first : NULL, n - first, m - first};
    add_middle(mem, &middle, old, new);
    for (; n < a.n; n++, m++) {
        add(mem, old, a.at[n], true);
        add(mem, new, b.at[m], true);
    }
    vec_free(mem, &a);
    vec_free(mem, &b);
}
