#include "emit/titles.h"

#include <stdlib.h>

#include "base/vec.h"
#include "emit/stem.h"

enum {
    WORDS_MOST = 64,      /* of one title */
    POSTINGS_MOST = 1024, /* that one search looks at */
    LIKENESS_LEAST = 150, /* of 1 000 */
};

/* The words of a title at hand, as a set of numbers. */
struct word_set {
    uint32_t at[WORDS_MOST];
    uint32_t n;
};

struct titles titles_on(struct mem *mem, struct atoms *atoms)
{
    return (struct titles){.mem = mem, .atoms = atoms, .numbers = map_on(mem)};
}

void titles_free(struct titles *titles)
{
    map_free(&titles->numbers);
    vec_free(titles->mem, &titles->counts);
    vec_free(titles->mem, &titles->uses);
    vec_free(titles->mem, &titles->words);
    vec_free(titles->mem, &titles->all);
    mem_free(titles->mem, titles->weights);
    mem_free(titles->mem, titles->starts);
    mem_free(titles->mem, titles->postings);
    mem_free(titles->mem, titles->seen);
}

/* ---- Words ---- */

static void insert(struct word_set *set, uint32_t word)
{
    uint32_t place = set->n;
    while (place > 0 && set->at[place - 1] > word)
        place--;
    if (set->n == WORDS_MOST || (place > 0 && set->at[place - 1] == word))
        return;
    memmove(set->at + place + 1, set->at + place, (set->n++ - place) * sizeof *set->at);
    set->at[place] = word;
}

static uint32_t number_of(struct titles *titles, struct str stem)
{
    uint32_t number = *map_at(&titles->numbers, atom_intern(titles->atoms, stem), titles->counts.n);
    if (number == titles->counts.n) {
        vec_push(titles->mem, &titles->counts, 0);
        vec_push(titles->mem, &titles->uses, 0);
    }
    return number;
}

static void collect(struct titles *titles, struct str title, struct word_set *set)
{
    char room[STEM_MOST];
    struct str stem;
    set->n = 0;
    while (next_stem(&title, room, &stem))
        insert(set, number_of(titles, stem));
}

static void use(struct titles *titles, struct str title, struct word_set *set)
{
    collect(titles, title, set);
    for (uint32_t i = 0; i < set->n; i++)
        titles->uses.at[set->at[i]]++;
    titles->n_uses++;
}

void titles_expect(struct titles *titles, struct str title)
{
    struct word_set set;
    use(titles, title, &set);
}

void titles_add(struct titles *titles, uint32_t component, struct str title)
{
    struct word_set set;
    use(titles, title, &set);
    struct title added = {.component = component, .first = titles->words.n, .n = set.n};
    for (uint32_t i = 0; i < set.n; i++) {
        titles->counts.at[set.at[i]]++;
        vec_push(titles->mem, &titles->words, set.at[i]);
    }
    vec_push(titles->mem, &titles->all, added);
}

/* ---- Weights ---- */

/* 256 times the logarithm of n / m to the base of 2, n >= m > 0, straight between powers of 2: the same on
   every machine. */
static uint32_t log_ratio(uint32_t n, uint32_t m)
{
    uint64_t ratio = ((uint64_t)n << 8) / m;
    uint32_t whole = 0;
    for (; ratio >= 512; ratio >>= 1)
        whole++;
    return whole * 256 + (uint32_t)(ratio - 256);
}

static uint32_t weigh(const struct titles *titles, uint32_t word)
{
    uint32_t uses = titles->uses.at[word];
    return 1 + log_ratio(titles->n_uses + 1, uses ? uses : 1);
}

static inline uint32_t weight_of(const struct titles *titles, uint32_t word)
{
    return word < titles->n_weights ? titles->weights[word] : weigh(titles, word);
}

static uint32_t weight_of_all(const struct titles *titles, const uint32_t *words, uint32_t n)
{
    uint32_t weight = 0;
    for (uint32_t i = 0; i < n; i++)
        weight += weight_of(titles, words[i]);
    return weight;
}

void titles_index(struct titles *titles)
{
    uint32_t n_words = titles->counts.n;
    titles->starts = mem_alloc(titles->mem, (n_words + 2u) * sizeof *titles->starts);
    titles->postings = mem_alloc(titles->mem, (titles->words.n + 1u) * sizeof *titles->postings);
    titles->seen = mem_alloc(titles->mem, (titles->all.n + 1u) * sizeof *titles->seen);
    memset(titles->seen, 0, (titles->all.n + 1u) * sizeof *titles->seen);
    titles->weights = mem_alloc(titles->mem, (n_words + 1u) * sizeof *titles->weights);
    for (uint32_t word = 0; word < n_words; word++)
        titles->weights[word] = weigh(titles, word);
    titles->n_weights = n_words;
    titles->starts[0] = titles->starts[1] = 0;
    for (uint32_t word = 0; word < n_words; word++)
        titles->starts[word + 2] = titles->starts[word + 1] + titles->counts.at[word];
    for (uint32_t i = 0; i < titles->all.n; i++) {
        struct title *title = &titles->all.at[i];
        const uint32_t *words = titles->words.at + title->first;
        title->weight = weight_of_all(titles, words, title->n);
        for (uint32_t k = 0; k < title->n; k++)
            titles->postings[titles->starts[words[k] + 1]++] = i;
    }
}

/* ---- Looking up ---- */

/* The best so far, best first. */
struct ranking {
    struct {
        uint32_t title, likeness;
    } at[ALIKE_MOST];
    uint32_t n;
};

static void rank(struct ranking *ranking, uint32_t title, uint32_t likeness)
{
    uint32_t place = ranking->n;
    while (place > 0 && (ranking->at[place - 1].likeness < likeness ||
                         (ranking->at[place - 1].likeness == likeness && ranking->at[place - 1].title > title)))
        place--;
    if (place == ALIKE_MOST)
        return;
    ranking->n += ranking->n < ALIKE_MOST;
    for (uint32_t i = ranking->n - 1; i > place; i--)
        ranking->at[i] = ranking->at[i - 1];
    ranking->at[place].title = title;
    ranking->at[place].likeness = likeness;
}

/* What a title is compared with. */
struct wanted {
    struct word_set set;
    uint32_t weight, heaviest; /* of all words, of the rarest */
};

/* Of 1 000. */
static uint32_t likeness_of(const struct titles *titles, const struct wanted *wanted, const struct title *title)
{
    const uint32_t *word = titles->words.at + title->first, *end = word + title->n;
    uint64_t shared = 0;
    for (uint32_t i = 0; i < wanted->set.n; i++) {
        while (word < end && *word < wanted->set.at[i])
            word++;
        if (word < end && *word == wanted->set.at[i])
            shared += weight_of(titles, *word);
    }
    return (uint32_t)(1000 * shared / (wanted->weight + title->weight - shared));
}

/* The rarest word of a set that was not yet taken, which is marked so; its place. */
static uint32_t take_rarest(const struct titles *titles, const struct word_set *set, bool *taken)
{
    uint32_t rarest = set->n;
    for (uint32_t i = 0; i < set->n; i++)
        if (!taken[i] && (rarest == set->n || titles->uses.at[set->at[i]] < titles->uses.at[set->at[rarest]]))
            rarest = i;
    taken[rarest] = true;
    return rarest;
}

static struct wanted wanted_of(struct titles *titles, struct str title)
{
    struct wanted wanted = {.heaviest = 0};
    collect(titles, title, &wanted.set);
    wanted.weight = weight_of_all(titles, wanted.set.at, wanted.set.n);
    for (uint32_t i = 0; i < wanted.set.n; i++) {
        uint32_t weight = weight_of(titles, wanted.set.at[i]);
        wanted.heaviest = weight > wanted.heaviest ? weight : wanted.heaviest;
    }
    return wanted;
}

/* Compares with the titles that hold a word and were not looked at yet, at most so many; returns how many hold it. */
static uint32_t compare(struct titles *titles, const struct wanted *wanted, uint32_t word, uint32_t most,
                        struct ranking *ranking)
{
    uint32_t count = titles->counts.at[word]; /* 0: the index does not know it */
    for (uint32_t k = 0; k < count && k < most; k++) {
        uint32_t candidate = titles->postings[titles->starts[word] + k];
        if (titles->seen[candidate] == titles->n_searches)
            continue;
        titles->seen[candidate] = titles->n_searches;
        uint32_t likeness = likeness_of(titles, wanted, &titles->all.at[candidate]);
        if (likeness >= LIKENESS_LEAST)
            rank(ranking, candidate, likeness);
    }
    return count;
}

uint32_t titles_like(struct titles *titles, struct str title, uint32_t components[ALIKE_MOST])
{
    struct wanted wanted = wanted_of(titles, title);
    struct ranking ranking = {.n = 0};
    bool taken[WORDS_MOST] = {false};
    titles->n_searches++;
    for (uint32_t i = 0, looked = 0; i < wanted.set.n && looked < POSTINGS_MOST; i++) {
        uint32_t word = wanted.set.at[take_rarest(titles, &wanted.set, taken)];
        if (2 * weight_of(titles, word) < wanted.heaviest)
            break; /* what shares no rarer word shares too little */
        looked += compare(titles, &wanted, word, POSTINGS_MOST - looked, &ranking);
    }
    for (uint32_t i = 0; i < ranking.n; i++)
        components[i] = titles->all.at[ranking.at[i].title].component;
    return ranking.n;
}
