/* The words of the search and where they stand. */

#include <stdlib.h>

#include "base/json.h"
#include "emit/guide/search/search.h"

void lexicon_init(struct lexicon *lexicon, struct mem *mem)
{
    *lexicon = (struct lexicon){.mem = mem};
    atoms_init(&lexicon->words, mem);
}

void lexicon_add(struct lexicon *lexicon, struct str word, uint32_t entry, bool strong, bool first)
{
    if (word.len == 0)
        return;
    atom name = atom_intern(&lexicon->words, word);
    while (lexicon->last.n <= name)
        vec_push(lexicon->mem, &lexicon->last, (struct last_seen){0});
    struct last_seen *last = &lexicon->last.at[name];
    if (strong && last->strong != entry + 1) {
        last->strong = entry + 1;
        vec_push(lexicon->mem, &lexicon->strong, ((struct index_pair){name, entry * 2 + first}));
    } else if (!strong && last->strong != entry + 1 && last->weak != entry + 1) {
        last->weak = entry + 1;
        vec_push(lexicon->mem, &lexicon->weak, ((struct index_pair){name, entry * 2}));
    }
}

/* ---- Writing ---- */

void search_add_number(struct buf *out, uint32_t number)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (; number >= 32; number >>= 5)
        buf_char(out, digits[32 + (number & 31)]);
    buf_char(out, digits[number]);
}

struct listed {
    struct str text;
    atom name;
};

static int by_text(const void *a, const void *b)
{
    const struct listed *one = a, *other = b;
    return fold_compare(one->text, other->text);
}

static struct listed *sorted_words(struct lexicon *lexicon, struct arena *arena, uint32_t *n)
{
    struct listed *words = arena_array(arena, struct listed, lexicon->words.names.n + 1);
    *n = 0;
    for (atom name = 1; name < lexicon->words.names.n; name++)
        words[(*n)++] = (struct listed){atom_text(&lexicon->words, name), name};
    qsort(words, *n, sizeof *words, by_text);
    return words;
}

/* What stands in a list: how often, then the way from each to the next. */
static void add_places(struct buf *out, const struct index *places, atom name, bool strong)
{
    uint32_t n, before = 0;
    const uint32_t *at = index_at(places, name, &n);
    search_add_number(out, n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t entry = at[i] / 2, step = entry - before;
        search_add_number(out, strong ? step * 2 + at[i] % 2 : step);
        before = entry;
    }
}

void lexicon_write(struct lexicon *lexicon, struct buf *out)
{
    struct arena arena = arena_on(lexicon->mem);
    struct buf text = buf_on(lexicon->mem);
    uint32_t n, n_names = lexicon->words.names.n;
    struct listed *words = sorted_words(lexicon, &arena, &n);
    struct index strong = index_build(&arena, n_names, &lexicon->strong);
    struct index weak = index_build(&arena, n_names, &lexicon->weak);
    for (uint32_t i = 0; i < n; i++) {
        buf_str(&text, words[i].text);
        buf_char(&text, i + 1 < n ? ' ' : '\0');
    }
    json_add_string(out, str_upto(buf_as_str(&text), (uint32_t)text.n - (n > 0)));
    buf_text(out, ",\n\"");
    for (uint32_t i = 0; i < n; i++) {
        add_places(out, &strong, words[i].name, true);
        add_places(out, &weak, words[i].name, false);
    }
    buf_char(out, '"');
    buf_free(&text);
    arena_free(&arena);
    vec_free(lexicon->mem, &lexicon->last);
    lexicon->words.names.n = 0;
}
