#include "model/front.h"

void front_init(struct front *front, struct mem *mem, uint32_t n)
{
    uint32_t n_words = n / FRONT_WORD + 1;
    *front = (struct front){.n_tops = n_words / FRONT_WORD + 1};
    front->first_top = front->n_tops;
    front->at = memset(mem_alloc(mem, (n + 1) * sizeof *front->at), 0, (n + 1) * sizeof *front->at);
    front->words = memset(mem_alloc(mem, n_words * sizeof *front->words), 0, n_words * sizeof *front->words);
    front->tops = memset(mem_alloc(mem, front->n_tops * sizeof *front->tops), 0, front->n_tops * sizeof *front->tops);
}

void front_free(struct front *front, struct mem *mem)
{
    mem_free(mem, front->at);
    mem_free(mem, front->words);
    mem_free(mem, front->tops);
}

static inline void mark(struct front *front, uint32_t position)
{
    uint32_t word = position / FRONT_WORD, top = word / FRONT_WORD;
    front->words[word] |= UINT64_C(1) << position % FRONT_WORD;
    front->tops[top] |= UINT64_C(1) << word % FRONT_WORD;
    if (top < front->first_top)
        front->first_top = top;
}

static inline uint32_t capped(uint64_t n)
{
    return n < UINT32_MAX ? (uint32_t)n : UINT32_MAX;
}

/* What becomes of sets of relations by going over a hop. */
static inline uint32_t sets_over(uint32_t sets, relation_set possible)
{
    uint32_t result = 0;
    for (uint32_t left = sets; left; left &= left - 1)
        result |= 1u << relation_compose((relation_set)__builtin_ctz(left), possible);
    return result;
}

/* Adds ways that are firm, or are tentative, so far. */
static inline void add(struct front *front, const struct hop *hop, bool tentative, uint32_t sets, uint64_t n)
{
    struct reached *to = &front->at[hop->far];
    tentative = tentative || hop->tentative;
    if ((to->sets[0] | to->sets[1]) == 0)
        mark(front, hop->far);
    to->sets[tentative] |= sets_over(sets, hop->possible);
    to->n[tentative] = capped(to->n[tentative] + n);
}

void front_go(struct front *front, const struct reached *reached, const struct hops *hops, uint32_t position)
{
    for (int tentative = 0; tentative < 2; tentative++) {
        uint32_t sets = reached->sets[tentative];
        uint64_t n = reached->n[tentative];
        for (uint32_t i = hops->start[position]; sets && i < hops->start[position + 1]; i++)
            add(front, &hops->at[i], tentative, sets, n * (hops->n_ways ? hops->n_ways[i] : 1));
    }
}
