/* How long it takes to find a component by its path: prm_find() beside what else a program could do, and beside the
   least that any lookup takes, comparing the path with the one that is known to be right. Paths of random components
   (hits) and the same with another end (misses), in random order; the best of several rounds.

   Throughput: one lookup after the other. Latency: which path comes next depends on what was found. Both in ns a
   lookup, and as a multiple of the least. */

#define _POSIX_C_SOURCE 200809L

#include "big.h"

#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef WITH_GPERF
struct gperf_entry {
    const char *name;
    uint32_t id;
};
/* What gperf writes has no declaration. */
const struct gperf_entry *gperf_find(const char *path, size_t n);
#endif

enum { ROUNDS = 200, LOOKUPS = 100000 };

#define SECONDS_MOST 0.5

struct question {
    const char *path;
    uint32_t length;
    prm_id id;
};

static const struct prm_model *const m = &prm_BIG;
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

/* The questions, one behind the other in memory of their own. */
static struct question *make_questions(uint32_t n, int are_hits)
{
    struct question *questions = malloc(n * sizeof *questions);
    size_t size = 0;
    for (uint32_t i = 0; i < n; i++) {
        prm_id id = next_random() % prm_count(m);
        questions[i].id = id;
        questions[i].length = (uint32_t)strlen(prm_path(m, id));
        size += questions[i].length + 1;
    }
    char *at = malloc(size);
    for (uint32_t i = 0; i < n; i++) {
        memcpy(at, prm_path(m, questions[i].id), questions[i].length + 1);
        if (!are_hits)
            at[questions[i].length - 1] = '?';
        questions[i].path = at;
        at += questions[i].length + 1;
    }
    return questions;
}

/* ---- The contestants ---- */

static inline prm_id find_verify(const struct question *q)
{
    const unsigned char *at = m->paths + (size_t)prm_in_column(m->places, q->id) * 4;
    size_t n = strlen(q->path);
    return prm_in_column(at, 0) == n && prm_in_equal(at + 8, (const unsigned char *)q->path, n) ? prm_in_column(at, 1)
                                                                                                : PRM_NONE;
}

static inline prm_id find_tables(const struct question *q)
{
    return prm_find(m, q->path);
}

static const char **sorted;
static uint32_t n_sorted;

static int by_path(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void start_bsearch(void)
{
    n_sorted = prm_count(m);
    sorted = malloc(n_sorted * sizeof *sorted);
    for (uint32_t i = 0; i < n_sorted; i++)
        sorted[i] = prm_path(m, i);
    qsort(sorted, n_sorted, sizeof *sorted, by_path);
}

/* The number of the component stands before its path. */
static inline prm_id find_bsearch(const struct question *q)
{
    const char *const *found = bsearch(&q->path, sorted, n_sorted, sizeof *sorted, by_path);
    return found ? prm_in_column((const unsigned char *)*found - 8, 1) : PRM_NONE;
}

static GHashTable *table;

static void start_glib(void)
{
    table = g_hash_table_new(g_str_hash, g_str_equal);
    for (uint32_t i = 0; i < prm_count(m); i++)
        g_hash_table_insert(table, (gpointer)(uintptr_t)prm_path(m, i), GUINT_TO_POINTER(i + 1));
}

static inline prm_id find_glib(const struct question *q)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(table, q->path)) - 1;
}

static sqlite3_stmt *statement;

static void start_sqlite(void)
{
    sqlite3 *db;
    sqlite3_open(":memory:", &db);
    sqlite3_exec(db, "CREATE TABLE t (path TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID; BEGIN", NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "INSERT OR IGNORE INTO t VALUES (?, ?)", -1, &statement, NULL);
    for (uint32_t i = 0; i < prm_count(m); i++) {
        sqlite3_bind_text(statement, 1, prm_path(m, i), -1, SQLITE_STATIC);
        sqlite3_bind_int64(statement, 2, i);
        sqlite3_step(statement);
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "SELECT id FROM t WHERE path = ?", -1, &statement, NULL);
}

static inline prm_id find_sqlite(const struct question *q)
{
    prm_id id = PRM_NONE;
    sqlite3_bind_text(statement, 1, q->path, (int)q->length, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW)
        id = (prm_id)sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return id;
}

#ifdef WITH_GPERF
static inline prm_id find_gperf(const struct question *q)
{
    const struct gperf_entry *entry = gperf_find(q->path, strlen(q->path));
    return entry ? entry->id : PRM_NONE;
}
#endif

/* ---- Measuring ---- */

/* 0, since no component has that number; a processor does not know before the id is there. */
static inline uint32_t zero_of(prm_id id)
{
    return (uint32_t)(((uint64_t)(id ^ (PRM_NONE - 1)) - 1) >> 63);
}

/* A loop over the questions for each, so that what can be inlined is. */
#define LOOPS(name)                                                                                                    \
    static uint64_t each_##name(const struct question *q, uint32_t n)                                                  \
    {                                                                                                                  \
        uint64_t sum = 0;                                                                                              \
        for (uint32_t i = 0; i < n; i++)                                                                               \
            sum += find_##name(&q[i]);                                                                                 \
        return sum;                                                                                                    \
    }                                                                                                                  \
    static uint64_t chase_##name(const struct question *q, uint32_t n)                                                 \
    {                                                                                                                  \
        uint64_t sum = 0;                                                                                              \
        for (uint32_t i = 0, at = 0; i < n - 1; i++) {                                                                 \
            prm_id id = find_##name(&q[at]);                                                                           \
            sum += id;                                                                                                 \
            at = i + 1 + zero_of(id);                                                                                  \
        }                                                                                                              \
        return sum + find_##name(&q[n - 1]);                                                                           \
    }

LOOPS(verify)
LOOPS(tables)
LOOPS(bsearch)
LOOPS(glib)
LOOPS(sqlite)
#ifdef WITH_GPERF
LOOPS(gperf)
#endif

typedef uint64_t loop(const struct question *q, uint32_t n);

static const struct contestant {
    const char *name;
    void (*start)(void);
    loop *each, *chase;
} contestants[] = {
    {"verify only", NULL, each_verify, chase_verify}, {"prm_find", NULL, each_tables, chase_tables},
#ifdef WITH_GPERF
    {"gperf", NULL, each_gperf, chase_gperf},
#endif
    {"GHashTable", start_glib, each_glib, chase_glib}, {"bsearch", start_bsearch, each_bsearch, chase_bsearch},
    {"SQLite", start_sqlite, each_sqlite, chase_sqlite},
};

enum { N_CONTESTANTS = sizeof contestants / sizeof contestants[0] };

static double best(loop *run, const struct question *q, uint32_t n, uint64_t expected)
{
    double least = 1e9, begun = now();
    for (int i = 0; i < ROUNDS && (i < 3 || now() - begun < SECONDS_MOST); i++) {
        double start = now();
        uint64_t sum = run(q, n);
        double took = (now() - start) / n * 1e9;
        least = took < least ? took : least;
        if (sum != expected) {
            fputs("bench: a contestant finds something else\n", stderr);
            exit(1);
        }
    }
    return least;
}

int main(void)
{
    const struct question *questions[2];
    uint64_t expected[2];
    double base[4] = {0};
    double start = now();
    prm_id first = prm_find(m, "PB/SP1.1");
    printf("%u components; first answer after %.1f us\n", (unsigned)prm_count(m), (now() - start) * 1e6);
    for (int i = 0; i < 2; i++) {
        questions[i] = make_questions(LOOKUPS, i == 0);
        expected[i] = each_tables(questions[i], LOOKUPS);
    }
    if (first == PRM_NONE || expected[1] != (uint64_t)PRM_NONE * LOOKUPS)
        return 1;
    printf("%-12s %10s %18s %18s %18s %18s\n", "", "start-up", "hit", "hit, latency", "miss", "miss, latency");
    for (int c = 0; c < N_CONTESTANTS; c++) {
        const struct contestant *contestant = &contestants[c];
        start = now();
        if (contestant->start)
            contestant->start();
        printf("%-12s %7.0f us", contestant->name, (now() - start) * 1e6);
        for (int i = 0; i < 4; i++) {
            double took = best(i % 2 ? contestant->chase : contestant->each, questions[i / 2], LOOKUPS, expected[i / 2]);
            if (c == 0)
                base[i] = took;
            printf("   %7.1f (%5.2f)", took, took / base[i]);
        }
        putchar('\n');
    }
    return 0;
}
