/* How long it takes to find a component by its path: prm_find() beside what else a program could do, and beside the
   least that any lookup takes, comparing the path with the one that is known to be right. Paths of random components
   (hits) and the same with another end (misses).

   Throughput: one lookup after the other. Latency: which path comes next depends on what was found. In both the
   questions lie in memory in the order in which they are asked; `scattered` is throughput when they lie anywhere, so
   that the question has to be waited for, too. All in ns a lookup, and as a multiple of the least.

   The contestants take turns, all with the same questions. A round is measured in parts; of each part the best
   round counts, since what disturbs one part for a while seldom disturbs it in every round. Beside that stands the
   median of whole rounds, with all disturbances: of caches that others use, too. */

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

enum { LOOKUPS = 100000, PART = 2000, PARTS = LOOKUPS / PART, ROUNDS_LEAST = 3, ROUNDS_MOST = 4000 };

#define SECONDS_DEFAULT 1.0

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

/* The numbers below n, in order or in none. */
static uint32_t *make_order(uint32_t n, int is_scattered)
{
    uint32_t *order = malloc(n * sizeof *order);
    for (uint32_t i = 0; i < n; i++)
        order[i] = i;
    for (uint32_t i = n - 1; is_scattered && i > 0; i--) {
        uint32_t k = next_random() % (i + 1), other = order[k];
        order[k] = order[i];
        order[i] = other;
    }
    return order;
}

/* The questions, their paths one behind the other in memory of their own. */
static struct question *make_questions(uint32_t n, int are_hits, int are_scattered)
{
    struct question *questions = malloc(n * sizeof *questions);
    uint32_t *order = make_order(n, are_scattered);
    size_t size = 0;
    for (uint32_t i = 0; i < n; i++) {
        prm_id id = next_random() % prm_count(m);
        questions[i].id = id;
        questions[i].length = (uint32_t)strlen(prm_path(m, id));
        size += questions[i].length + 1;
    }
    char *at = malloc(size);
    for (uint32_t i = 0; i < n; i++) {
        struct question *question = &questions[order[i]];
        memcpy(at, prm_path(m, question->id), question->length + 1);
        if (!are_hits)
            at[question->length - 1] = '?';
        question->path = at;
        at += question->length + 1;
    }
    free(order);
    return questions;
}

/* ---- The contestants ---- */

static inline prm_id find_verify(const struct question *q)
{
    const unsigned char *cell = m->cells + ((size_t)prm_in_column(m->places, q->id) << m->shift);
    size_t n = strlen(q->path);
    return prm_in_holds(m, cell, (const unsigned char *)q->path, n) ? prm_in_column(cell, 1) : PRM_NONE;
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

/* The number of the component stands before its path, if the path is short. */
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
#define LOOPS(name)                                                    \
    static uint64_t each_##name(const struct question *q, uint32_t n)  \
    {                                                                  \
        uint64_t sum = 0;                                              \
        for (uint32_t i = 0; i < n; i++)                               \
            sum += find_##name(&q[i]);                                 \
        return sum;                                                    \
    }                                                                  \
    static uint64_t chase_##name(const struct question *q, uint32_t n) \
    {                                                                  \
        uint64_t sum = 0;                                              \
        for (uint32_t i = 0, at = 0; i < n - 1; i++) {                 \
            prm_id id = find_##name(&q[at]);                           \
            sum += id;                                                 \
            at = i + 1 + zero_of(id);                                  \
        }                                                              \
        return sum + find_##name(&q[n - 1]);                           \
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
    {"verify only", NULL, each_verify, chase_verify},
    {"prm_find", NULL, each_tables, chase_tables},
#ifdef WITH_GPERF
    {"gperf", NULL, each_gperf, chase_gperf},
#endif
    {"GHashTable", start_glib, each_glib, chase_glib},
    {"bsearch", start_bsearch, each_bsearch, chase_bsearch},
    {"SQLite", start_sqlite, each_sqlite, chase_sqlite},
};

enum { N_CONTESTANTS = sizeof contestants / sizeof contestants[0] };

/* One of the columns: questions, and how they are asked. */
struct column {
    const char *name;
    int are_hits, are_scattered, is_chase;
    const struct question *questions;
    uint64_t expected;
};

static struct column columns[] = {
    {"hit", 1, 0, 0, NULL, 0},  {"hit, scattered", 1, 1, 0, NULL, 0},  {"hit, latency", 1, 0, 1, NULL, 0},
    {"miss", 0, 0, 0, NULL, 0}, {"miss, scattered", 0, 1, 0, NULL, 0}, {"miss, latency", 0, 0, 1, NULL, 0},
};

enum { N_COLUMNS = sizeof columns / sizeof columns[0] };

/* What a contestant took for each part at its best, and for everything. */
struct measure {
    double least[PARTS], rounds[ROUNDS_MOST], spent;
    int n_rounds;
};

static void run_round(const struct contestant *contestant, const struct column *column, struct measure *measure)
{
    loop *run = column->is_chase ? contestant->chase : contestant->each;
    double begun = now();
    uint64_t sum = 0;
    for (int i = 0; i < PARTS; i++) {
        double start = now();
        sum += run(column->questions + i * PART, PART);
        double took = now() - start;
        if (measure->n_rounds == 0 || took < measure->least[i])
            measure->least[i] = took;
    }
    measure->rounds[measure->n_rounds++] = now() - begun;
    measure->spent += now() - begun;
    if (sum != column->expected) {
        fprintf(stderr, "bench: %s finds something else\n", contestant->name);
        exit(1);
    }
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(struct measure *measure)
{
    qsort(measure->rounds, (size_t)measure->n_rounds, sizeof(double), by_size);
    return measure->rounds[measure->n_rounds / 2] / LOOKUPS * 1e9;
}

static int is_done(const struct measure *measure, double seconds)
{
    return measure->n_rounds == ROUNDS_MOST || (measure->spent > seconds && measure->n_rounds >= ROUNDS_LEAST);
}

/* Fills `took` with ns a lookup for each contestant, at best and in the median. */
static void run_column(const struct column *column, double seconds, double *took, double *medians)
{
    static struct measure measures[N_CONTESTANTS];
    memset(measures, 0, sizeof measures);
    for (int n_running = 1; n_running > 0;) {
        n_running = 0;
        for (int c = 0; c < N_CONTESTANTS; c++) {
            if (is_done(&measures[c], seconds))
                continue;
            run_round(&contestants[c], column, &measures[c]);
            n_running++;
        }
    }
    for (int c = 0; c < N_CONTESTANTS; c++) {
        took[c] = 0;
        for (int i = 0; i < PARTS; i++)
            took[c] += measures[c].least[i] / LOOKUPS * 1e9;
        medians[c] = median(&measures[c]);
    }
}

/* ---- What is touched ---- */

enum { LINE = 64 };

static uint32_t lines_of(const unsigned char *at, size_t n)
{
    return (uint32_t)(((uintptr_t)at + n - 1) / LINE - (uintptr_t)at / LINE) + 1;
}

/* The lines of the cache that a hit touches, besides the question: of each array how many, and how large it is. */
static void print_lines(void)
{
    uint64_t n_cell = 0, n = prm_count(m);
    for (prm_id id = 0; id < n; id++) {
        const unsigned char *cell = m->cells + ((size_t)prm_in_column(m->places, id) << m->shift);
        n_cell += lines_of(cell, prm_in_column(cell, 0) + 8);
    }
    printf("lines of %d bytes that a hit touches: pilot 1 of %.0f kB, print 1 of %.0f kB, cell %.2f of %.0f kB; "
           "verify only: place 1 of %.0f kB, cell\n",
           LINE, m->n_pilots / 1e3, m->n_slots / 1e3, (double)n_cell / (double)n,
           (double)((uint64_t)m->n_slots << m->shift) / 1e3, (double)n * 4 / 1e3);
}

static void print_table(const char *what, double took[N_COLUMNS][N_CONTESTANTS])
{
    printf("%-12s", what);
    for (int i = 0; i < N_COLUMNS; i++)
        printf(" %17s", columns[i].name);
    putchar('\n');
    for (int c = 0; c < N_CONTESTANTS; c++) {
        printf("%-12s", contestants[c].name);
        for (int i = 0; i < N_COLUMNS; i++)
            printf("  %7.1f (%6.2f)", took[i][c], took[i][c] / took[i][0]);
        putchar('\n');
    }
}

/* Fills what has to be filled, and says how long that takes. */
static void start_all(void)
{
    for (int c = 0; c < N_CONTESTANTS; c++) {
        double start = now();
        if (!contestants[c].start)
            continue;
        contestants[c].start();
        printf("%s is filled in %.0f us; ", contestants[c].name, (now() - start) * 1e6);
    }
    printf("the others need nothing\n");
}

/* The argument is for how many seconds each contestant is measured in each column. */
int main(int argc, char **argv)
{
    static double took[N_COLUMNS][N_CONTESTANTS], medians[N_COLUMNS][N_CONTESTANTS];
    double seconds = argc > 1 ? strtod(argv[1], NULL) : SECONDS_DEFAULT;
    printf("%u components\n", (unsigned)prm_count(m));
    print_lines();
    start_all();
    for (int i = 0; i < N_COLUMNS; i++) {
        struct column *column = &columns[i];
        column->questions = make_questions(LOOKUPS, column->are_hits, column->are_scattered);
        column->expected = each_tables(column->questions, LOOKUPS);
        if (!column->are_hits && column->expected != (uint64_t)PRM_NONE * LOOKUPS)
            return 1;
        run_column(column, seconds, took[i], medians[i]);
    }
    print_table("ns, best", took);
    print_table("ns, median", medians);
    return 0;
}
