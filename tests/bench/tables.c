/* How long prm_find() takes, beside the least that any lookup takes: comparing the path with the
   one that is known to be right. Random order; each number is the best of several rounds, in ns a
   lookup. */

#define _POSIX_C_SOURCE 200112L

#include "big.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 200, LOOKUPS = 100000 };

struct question {
    const char *path;
    uint32_t length;
    prm_id id;
};

static uint32_t random_state = 1;

/* xorshift32 (Marsaglia, Xorshift RNGs, 2003) */
static uint32_t next_random(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    return random_state ^= random_state << 5;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Paths of random components, and the same with another end, which are none, one behind the other
   in memory of their own. */
static void make_questions(struct question *questions, uint32_t n, int are_hits)
{
    size_t size = 0;
    for (uint32_t i = 0; i < n; i++) {
        prm_id id = next_random() % prm_count(&prm_BIG);
        questions[i].id = id;
        questions[i].length = (uint32_t)strlen(prm_path(&prm_BIG, id));
        size += questions[i].length + 1;
    }
    char *at = malloc(size);
    for (uint32_t i = 0; i < n; i++) {
        memcpy(at, prm_path(&prm_BIG, questions[i].id), questions[i].length + 1);
        if (!are_hits)
            at[questions[i].length - 1] = '?';
        questions[i].path = at;
        at += questions[i].length + 1;
    }
}

/* What remains if the component is known. */
static prm_id verify(const struct prm_model *m, const char *path, size_t n, prm_id id)
{
    const unsigned char *at = m->paths + (size_t)prm_in_column(m->places, id) * 4;
    return prm_in_column(at, 0) == n && prm_in_equal(at + 8, (const unsigned char *)path, n)
               ? id
               : PRM_NONE;
}

static uint32_t run_verify(const struct question *q, uint32_t n)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += verify(&prm_BIG, q[i].path, strlen(q[i].path), q[i].id);
    return sum;
}

static uint32_t run_find(const struct question *q, uint32_t n)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += prm_find(&prm_BIG, q[i].path);
    return sum;
}

static uint32_t run_find_n(const struct question *q, uint32_t n)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += prm_find_n(&prm_BIG, q[i].path, q[i].length);
    return sum;
}

static double best(uint32_t (*run)(const struct question *, uint32_t), const struct question *q,
                   uint32_t n, uint32_t *sum)
{
    double least = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        double start = now();
        *sum += run(q, n);
        double took = (now() - start) / n * 1e9;
        least = took < least ? took : least;
    }
    return least;
}

int main(void)
{
    uint32_t n = LOOKUPS, sum = 0;
    struct question *hits = malloc(n * sizeof *hits), *misses = malloc(n * sizeof *misses);
    double start = now();
    prm_id first = prm_find(&prm_BIG, "PB/SP1.1");
    double first_answer = now() - start;
    make_questions(hits, n, 1);
    make_questions(misses, n, 0);
    double least = best(run_verify, hits, n, &sum), least_miss = best(run_verify, misses, n, &sum);
    printf("%7u components: verify %5.1f  hit %5.1f  hit with length %5.1f | verify a miss %5.1f  "
           "miss %5.1f\n",
           (unsigned)prm_count(&prm_BIG), least, best(run_find, hits, n, &sum),
           best(run_find_n, hits, n, &sum), least_miss, best(run_find, misses, n, &sum));
    printf("        first answer after %.1f us (%u, %u)\n", first_answer * 1e6, (unsigned)first,
           (unsigned)sum);
    return 0;
}
