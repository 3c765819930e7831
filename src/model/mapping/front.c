#include "model/mapping/front.h"

void front_init(struct front *front, struct mem *mem, uint32_t n)
{
    uint32_t n_words = n / FRONT_WORD + 1;
    *front = (struct front){.n_tops = n_words / FRONT_WORD + 1};
    front->at = memset(mem_alloc(mem, (n + 1) * sizeof *front->at), 0, (n + 1) * sizeof *front->at);
    front->words = memset(mem_alloc(mem, n_words * sizeof *front->words), 0, n_words * sizeof *front->words);
    front->tops = memset(mem_alloc(mem, front->n_tops * sizeof *front->tops), 0, front->n_tops * sizeof *front->tops);
    front->order = mem_alloc(mem, (n + 1) * sizeof *front->order);
}

void front_free(struct front *front, struct mem *mem)
{
    mem_free(mem, front->at);
    mem_free(mem, front->words);
    mem_free(mem, front->tops);
    mem_free(mem, front->order);
}

static inline void mark(struct front *front, uint32_t position)
{
    uint32_t word = position / FRONT_WORD, top = word / FRONT_WORD;
    front->words[word] |= UINT64_C(1) << position % FRONT_WORD;
    front->tops[top] |= UINT64_C(1) << word % FRONT_WORD;
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

/* Adds ways that go over a hop, and leave these sets behind it. */
static inline void add(struct front *front, const struct hop *hop, bool tentative, uint32_t sets, uint64_t n)
{
    struct reached *to = &front->at[hop->far];
    if ((to->sets[0] | to->sets[1]) == 0)
        mark(front, hop->far);
    tentative = tentative || hop->tentative;
    to->sets[tentative] |= sets;
    to->n[tentative] = capped(to->n[tentative] + n);
}

/* All ways leave one set, over hops that are one way each, as nearly everywhere. */
static void go_plain(struct front *front, bool tentative, relation_set set, uint32_t n, const struct hop *hop,
                     const struct hop *end)
{
    struct front local = *front;
    const relation_set *composed = relation_composition[set];
    for (; hop < end; hop++)
        add(&local, hop, tentative, 1u << composed[hop->possible], n);
}

static void go_all(struct front *front, bool tentative, uint32_t sets, uint64_t n, const struct hops *hops,
                   uint32_t position)
{
    for (uint32_t i = hops->start[position]; i < hops->start[position + 1]; i++)
        add(front, &hops->at[i], tentative, sets_over(sets, hops->at[i].possible),
            n * (hops->n_ways ? hops->n_ways[i] : 1));
}

void front_go(struct front *front, const struct reached *reached, const struct hops *hops, uint32_t position)
{
    for (int tentative = 0; tentative < 2; tentative++) {
        uint32_t sets = reached->sets[tentative];
        if (sets && (sets & (sets - 1)) == 0 && !hops->n_ways)
            go_plain(front, tentative, (relation_set)__builtin_ctz(sets), reached->n[tentative],
                     hops->at + hops->start[position], hops->at + hops->start[position + 1]);
        else if (sets)
            go_all(front, tentative, sets, reached->n[tentative], hops, position);
    }
}

/* Appends the numbers of the bits that are set. A word of a front has few, and how many cannot be foreseen by
   the processor: so the first ones are put down without asking. */
static inline uint32_t *put_bits(uint32_t *out, uint64_t bits, uint32_t first)
{
    enum { UNASKED = 3 };
    const uint64_t last = UINT64_C(1) << (FRONT_WORD - 1);
    for (int i = 0; i < UNASKED; i++) {
        *out = first + (uint32_t)__builtin_ctzll(bits | last);
        out += bits != 0;
        bits &= bits - 1; /* without its lowest bit */
    }
    for (; bits; bits &= bits - 1)
        *out++ = first + (uint32_t)__builtin_ctzll(bits);
    return out;
}

uint32_t front_order(struct front *front)
{
    uint32_t *out = front->order;
    for (uint32_t top = 0; top < front->n_tops; top++) {
        for (uint64_t left = front->tops[top]; left; left &= left - 1) {
            uint32_t word = top * FRONT_WORD + (uint32_t)__builtin_ctzll(left);
            out = put_bits(out, front->words[word], word * FRONT_WORD);
            front->words[word] = 0;
        }
        front->tops[top] = 0;
    }
    return (uint32_t)(out - front->order);
}
