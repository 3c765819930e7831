/* Statements that say nearly the same: sets of pairs of neighbouring words that are alike to 85 in 100 by
   Jaccard's measure. Found by prefix filtering (Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007):
   two sets that are so alike share one of the rarest members of each, so only those are looked up. */

#include <stdlib.h>

#include "check/text/texts.h"

enum {
    ALIKE_PERCENT = 85,
    WORDS_LEAST = 6,      /* shorter statements are alike by chance */
    CANDIDATES_MOST = 32, /* for one statement: keeps the work linear where thousands are made by one form */
};

struct shingled {
    component_id component;
    model_id model;    /* the first of its chain of bolt-ons */
    uint32_t first, n; /* in `shingles`: a set, rarest first once sorted */
};

struct similar {
    struct texts *texts;
    struct map numbers;     /* two words of a model's statements -> number of the shingle */
    VEC(uint32_t) counts;   /* by number: statements that hold it */
    VEC(uint32_t) shingles; /* numbers, later ranks */
    VEC(struct shingled) statements;
};

struct similar *similar_new(struct texts *texts)
{
    struct mem *mem = texts->checking->mem;
    struct similar *similar = mem_alloc(mem, sizeof *similar);
    *similar = (struct similar){.texts = texts, .numbers = map_on(mem)};
    return similar;
}

void similar_free(struct similar *similar)
{
    struct mem *mem = similar->texts->checking->mem;
    map_free(&similar->numbers);
    vec_free(mem, &similar->counts);
    vec_free(mem, &similar->shingles);
    vec_free(mem, &similar->statements);
    mem_free(mem, similar);
}

/* ---- Sets ---- */

static int by_value(const void *a, const void *b)
{
    const uint32_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

/* Statements have few shingles: insertion is three times as fast as qsort() then. */
static void sort(uint32_t *at, uint32_t n)
{
    enum { FEW = 48 };
    if (n > FEW) {
        qsort(at, n, sizeof *at, by_value);
        return;
    }
    for (uint32_t i = 1; i < n; i++) {
        uint32_t value = at[i], k = i;
        for (; k > 0 && at[k - 1] > value; k--)
            at[k] = at[k - 1];
        at[k] = value;
    }
}

/* Sorts numbers and drops those that are there twice; returns how many are left. */
static uint32_t make_set(uint32_t *at, uint32_t n)
{
    uint32_t kept = 0;
    sort(at, n);
    for (uint32_t i = 0; i < n; i++)
        if (kept == 0 || at[kept - 1] != at[i])
            at[kept++] = at[i];
    return kept;
}

static uint32_t number_of_pair(struct similar *similar, atom one, atom other)
{
    struct mem *mem = similar->texts->checking->mem;
    uint32_t number = *map_at(&similar->numbers, map_key(one, other), similar->counts.n);
    if (number == similar->counts.n)
        vec_push(mem, &similar->counts, 0);
    return number;
}

/* The words of a statement, those that a glossary does not want replaced by the first of their term. */
static atom folded(const struct similar *similar, const struct prose_word **word, const struct prose_word *end)
{
    const struct phrase *variant = phrases_match(&similar->texts->variants, *word, end);
    atom name = (*word)->name;
    *word += variant ? variant->n : 1;
    return variant ? UINT32_MAX - variant_term(variant) : name;
}

void similar_add(struct similar *similar, const struct statement_text *statement)
{
    const struct library *library = similar->texts->checking->library;
    struct mem *mem = similar->texts->checking->mem;
    const struct prose_word *word = statement->prose->words.at, *end = word + statement->prose->words.n;
    if (statement->prose->words.n < WORDS_LEAST)
        return;
    struct shingled made = {
        .component = statement->component,
        .model = library_root_model(library, library->components.at[statement->component].model),
        .first = similar->shingles.n,
    };
    for (atom before = folded(similar, &word, end); word < end;) {
        atom name = folded(similar, &word, end);
        uint32_t number = number_of_pair(similar, before, name);
        vec_push(mem, &similar->shingles, number);
        before = name;
    }
    made.n = make_set(similar->shingles.at + made.first, similar->shingles.n - made.first);
    similar->shingles.n = made.first + made.n;
    for (uint32_t i = 0; i < made.n; i++)
        similar->counts.at[similar->shingles.at[made.first + i]]++;
    vec_push(mem, &similar->statements, made);
}

/* ---- Comparing ---- */

/* Shingles become their rank by rarity, sorted, so that the rarest come first everywhere. */
static void rank_shingles(struct similar *similar)
{
    struct checking *checking = similar->texts->checking;
    uint32_t n = similar->counts.n;
    uint32_t *start = arena_array(&checking->scratch, uint32_t, similar->statements.n + 2);
    uint32_t *rank = arena_array(&checking->scratch, uint32_t, n);
    memset(start, 0, (similar->statements.n + 2) * sizeof *start);
    for (uint32_t i = 0; i < n; i++)
        start[similar->counts.at[i] + 1]++;
    for (uint32_t i = 1; i < similar->statements.n + 2; i++)
        start[i] += start[i - 1];
    for (uint32_t i = 0; i < n; i++)
        rank[i] = start[similar->counts.at[i]]++;
    VEC_EACH (const struct shingled, statement, &similar->statements) {
        uint32_t *shingles = similar->shingles.at + statement->first;
        for (uint32_t i = 0; i < statement->n; i++)
            shingles[i] = rank[shingles[i]];
        sort(shingles, statement->n);
    }
}

/* How many shingles two statements share; 0 once it is clear that they are fewer than `least`. */
static uint32_t shared(const struct similar *similar, const struct shingled *one, const struct shingled *other,
                       uint32_t least)
{
    const uint32_t *a = similar->shingles.at + one->first, *a_end = a + one->n;
    const uint32_t *b = similar->shingles.at + other->first, *b_end = b + other->n;
    uint32_t n = 0;
    while (a < a_end && b < b_end) {
        uint32_t left = (uint32_t)(a_end - a < b_end - b ? a_end - a : b_end - b);
        if (n + left < least)
            return 0;
        n += *a == *b;
        uint32_t x = *a, y = *b;
        a += x <= y;
        b += y <= x;
    }
    return n;
}

/* How alike two statements are, in percent; anything less than what counts is 0. */
static uint32_t likeness(const struct similar *similar, const struct shingled *one, const struct shingled *other)
{
    uint32_t all = one->n + other->n, least = (all * ALIKE_PERCENT + 184) / (100 + ALIKE_PERCENT);
    uint32_t both = one->n < least || other->n < least ? 0 : shared(similar, one, other, least);
    return both * 100 / (all - both);
}

static void report_similar(struct similar *similar, const struct shingled *first, const struct shingled *second,
                           uint32_t percent)
{
    struct checking *checking = similar->texts->checking;
    const struct component *components = checking->library->components.at;
    struct str paths[2] = {path_of(checking, second->component), path_of(checking, first->component)};
    struct finding *finding = percent == 100 ? report(checking->diag, components[second->component].at,
                                                      MSG_duplicate_statement, v_name(paths[0]), v_name(paths[1]))
                                             : report(checking->diag, components[second->component].at,
                                                      MSG_similar_statement, v_name(paths[0]), v_name(paths[1]));
    label(finding, components[first->component].at, MSG_label_similar);
    if (percent < 100)
        note(finding, MSG_note_similar, v_number(percent));
    about_component(checking, finding, second->component);
}

/* One statement on the list of a rare shingle. */
struct posting {
    uint32_t statement;
    uint32_t next; /* NONE */
};

/* Looks for the first statement that is alike among those that share a rare shingle, then joins them. */
static void compare_one(struct similar *similar, uint32_t index, uint32_t *heads, struct posting *postings,
                        uint32_t *n_postings)
{
    const struct shingled *one = &similar->statements.at[index];
    uint32_t prefix = one->n - (one->n * ALIKE_PERCENT + 99) / 100 + 1, tried = 0, best = NONE, percent = 0;
    for (uint32_t i = 0; i < prefix; i++) {
        uint32_t at = heads[similar->shingles.at[one->first + i]];
        for (; at != NONE && tried < CANDIDATES_MOST; at = postings[at].next, tried++) {
            const struct shingled *other = &similar->statements.at[postings[at].statement];
            uint32_t alike = other->model == one->model ? likeness(similar, one, other) : 0;
            if (alike < ALIKE_PERCENT || alike < percent || (alike == percent && postings[at].statement > best))
                continue;
            best = postings[at].statement;
            percent = alike;
        }
    }
    if (best != NONE)
        report_similar(similar, &similar->statements.at[best], one, percent);
    for (uint32_t i = 0; i < prefix && percent < 100; i++) {
        uint32_t *head = &heads[similar->shingles.at[one->first + i]];
        postings[*n_postings] = (struct posting){index, *head};
        *head = (*n_postings)++;
    }
}

void similar_check(struct similar *similar)
{
    struct checking *checking = similar->texts->checking;
    if (similar->statements.n < 2)
        return;
    rank_shingles(similar);
    uint32_t n_postings = 0, *heads = arena_array(&checking->scratch, uint32_t, similar->counts.n);
    struct posting *postings = arena_array(&checking->scratch, struct posting, similar->shingles.n);
    memset(heads, 0xff, similar->counts.n * sizeof *heads);
    for (uint32_t i = 0; i < similar->statements.n; i++)
        compare_one(similar, i, heads, postings, &n_postings);
}
