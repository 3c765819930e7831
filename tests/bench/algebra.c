/* The benchmark of derived mappings: how long it takes to compose all mappings of a network through one hub,
   beside a plain hash join of the same pairs, which tells only who meets whom.

       algebra FOLDER [MODELS COMPONENTS PAIRS]

   Each model has a mapping to the hub, whose rows relate that many pairs; between every two of the models, in
   both directions, a mapping is derived. A component stands for a stretch of a line and the rows are true of those,
   so nothing contradicts. Processor time and memory are those of one process each, the best of five runs;
   composing is building the library with the derived mappings less building it without. */

#define _DEFAULT_SOURCE /* wait4 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/build.h"
#include "syntax/load.h"

enum { RUNS = 5, LINE = 100 };

struct bench {
    uint32_t n_models, n_components, n_pairs; /* components and pairs of each model */
    char written[512], derived[512];          /* the files */
};

/* ---- The network ---- */

struct stretch {
    uint32_t from, to;
};

static uint32_t random_below(uint32_t n)
{
    static uint64_t state = 42;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % n;
}

static struct stretch *put_model(FILE *out, const char *name, uint32_t n)
{
    struct stretch *made = malloc(n * sizeof *made);
    fprintf(out, "model %s {\n  architecture A\n", name);
    for (uint32_t i = 0; i < n && made; i++) {
        made[i].from = random_below(LINE / 2);
        made[i].to = made[i].from + LINE / 4 + random_below(LINE / 4);
        fprintf(out, "  clause %u \"c\"\n", i + 1);
    }
    fputs("}\n", out);
    return made;
}

/* What one stretch is to another; now and then only that they overlap. */
static const char *relation_of(struct stretch a, struct stretch b)
{
    if (a.to <= b.from || b.to <= a.from)
        return "unrelated-to";
    if (random_below(3) == 0)
        return "->";
    if (a.from == b.from && a.to == b.to)
        return "equals";
    if (a.from >= b.from && a.to <= b.to)
        return "subset-of";
    return a.from <= b.from && a.to >= b.to ? "superset-of" : "intersects";
}

static void put_mapping(const struct bench *bench, FILE *out, uint32_t model, const struct stretch *hub)
{
    char name[20];
    snprintf(name, sizeof name, "M%u", model);
    struct stretch *own = put_model(out, name, bench->n_components);
    fprintf(out, "mapping X%u {\n  from M%u\n  to H\n", model, model);
    for (uint32_t i = 0; i < bench->n_pairs; i++) {
        uint32_t from = i % bench->n_components, to = random_below(bench->n_components);
        fprintf(out, "  %u %s %u\n", from + 1, relation_of(own[from], hub[to]), to + 1);
    }
    fputs("}\n", out);
    free(own);
}

static void put_network(const struct bench *bench)
{
    FILE *out = fopen(bench->written, "w");
    if (!out)
        exit(2);
    fputs("architecture A {\n  contains clause *\n  component clause \"Clause\" {\n    id \"{n}\"\n  }\n}\n", out);
    struct stretch *hub = put_model(out, "H", bench->n_components);
    for (uint32_t m = 0; m < bench->n_models; m++)
        put_mapping(bench, out, m, hub);
    free(hub);
    fclose(out);
    out = fopen(bench->derived, "w");
    if (!out)
        exit(2);
    fputs("import \"written.prm\"\n", out);
    for (uint32_t a = 0; a < bench->n_models; a++)
        for (uint32_t b = 0; b < bench->n_models; b++)
            if (a != b)
                fprintf(out, "mapping D%u-%u {\n  from M%u\n  to M%u\n  via X%u, inverse X%u\n}\n", a, b, a, b, a, b);
    fclose(out);
}

/* ---- What is measured ---- */

struct session {
    struct mem mem;
    jmp_buf exhausted;
    struct arena arena;
    struct atoms atoms;
    struct sources sources;
    struct search search;
    struct diag diag;
    struct units units;
    struct library library;
};

static const struct library *build(struct session *s, const char *path)
{
    *s = (struct session){0};
    s->mem.guard = &s->exhausted;
    if (setjmp(s->exhausted))
        exit(3);
    s->arena = arena_on(&s->mem);
    atoms_init(&s->atoms, &s->mem);
    keywords_intern(&s->atoms);
    sources_init(&s->sources, &s->mem);
    search_init(&s->search, &s->arena);
    diag_init(&s->diag, &s->mem, &s->sources);
    s->units = (struct units){
        .mem = &s->mem, .atoms = &s->atoms, .diag = &s->diag, .sources = &s->sources, .search = &s->search};
    if (load_file(&s->units, path) != FILE_READ)
        exit(2);
    library_build(&s->library, &s->units);
    if (s->diag.findings.n)
        exit(4);
    return &s->library;
}

/* What a child tells: how many edges are derived, and how many ways are behind them. */
struct found {
    double edges, ways;
};

static struct found build_all(const struct bench *bench, bool derived)
{
    static struct session session;
    const struct library *library = build(&session, derived ? bench->derived : bench->written);
    struct found count = {0};
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        for (uint32_t i = 0; i < mapping->n_edges && mapping->derived; i++) {
            count.edges++;
            count.ways += library->edges.at[mapping->first_edge + i].n_paths;
        }
    return count;
}

/* ---- The hash join ---- */

struct pair {
    uint32_t from, to;
};

/* A table from components of the hub to the pairs that name them, chained. */
struct join {
    uint32_t mask, *heads, *next;
    VEC(struct pair) joined;
};

static uint32_t hash_of(uint32_t key)
{
    return key * UINT32_C(2654435769) >> 7;
}

static void hash_join(struct mem *mem, struct join *join, const struct edge *left, uint32_t n_left,
                      const struct edge *right, uint32_t n_right)
{
    memset(join->heads, 0xff, ((size_t)join->mask + 1) * sizeof *join->heads);
    for (uint32_t i = 0; i < n_right; i++) {
        uint32_t slot = hash_of(right[i].to) & join->mask;
        join->next[i] = join->heads[slot];
        join->heads[slot] = i;
    }
    for (uint32_t i = 0; i < n_left; i++)
        for (uint32_t k = join->heads[hash_of(left[i].to) & join->mask]; k != NONE; k = join->next[k])
            if (right[k].to == left[i].to) {
                struct pair pair = {left[i].from, right[k].from};
                vec_push(mem, &join->joined, pair);
            }
}

static struct found join_all(const struct bench *bench)
{
    static struct session session;
    const struct library *library = build(&session, bench->written);
    struct join join = {.mask = 1};
    while (join.mask < bench->n_pairs * 2)
        join.mask = join.mask * 2 + 1;
    join.heads = mem_alloc(&session.mem, ((size_t)join.mask + 1) * sizeof *join.heads);
    join.next = mem_alloc(&session.mem, bench->n_pairs * sizeof *join.next);
    VEC_EACH (const struct mapping, left, &library->mappings)
        VEC_EACH (const struct mapping, right, &library->mappings)
            if (left != right)
                hash_join(&session.mem, &join, library->edges.at + left->first_edge, left->n_edges,
                          library->edges.at + right->first_edge, right->n_edges);
    return (struct found){.ways = join.joined.n};
}

/* ---- Processes ---- */

enum job { JOB_WRITTEN, JOB_DERIVED, JOB_JOIN, JOB_COUNT };

struct measure {
    double cpu, memory;
    struct found count;
};

static struct measure run_once(const struct bench *bench, enum job job)
{
    struct measure measure = {0};
    struct rusage usage;
    int status, ends[2];
    if (pipe(ends) != 0)
        exit(2);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        struct found count = job == JOB_JOIN ? join_all(bench) : build_all(bench, job == JOB_DERIVED);
        _exit(write(ends[1], &count, sizeof count) == sizeof count ? 0 : 1);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &measure.count, sizeof measure.count) != sizeof measure.count ||
        wait4(child, &status, 0, &usage) < 0 || status != 0) {
        fprintf(stderr, "algebra: not run\n");
        exit(1);
    }
    close(ends[0]);
    measure.cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                  (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    measure.memory = (double)usage.ru_maxrss * 1024;
    return measure;
}

/* The best of each job. They take turns, so that a machine that slows down for a while slows down all of them. */
static void run_all(const struct bench *bench, struct measure best[JOB_COUNT])
{
    for (int i = 0; i < RUNS; i++)
        for (enum job job = 0; job < JOB_COUNT; job++) {
            struct measure next = run_once(bench, job);
            if (i == 0)
                best[job] = next;
            best[job].cpu = next.cpu < best[job].cpu ? next.cpu : best[job].cpu;
            best[job].memory = next.memory < best[job].memory ? next.memory : best[job].memory;
        }
}

int main(int argc, char **argv)
{
    struct bench bench = {.n_models = 40, .n_components = 1400, .n_pairs = 7000};
    if (argc != 2 && argc != 5) {
        fputs("usage: algebra FOLDER [MODELS COMPONENTS PAIRS]\n", stderr);
        return 2;
    }
    snprintf(bench.written, sizeof bench.written, "%s/written.prm", argv[1]);
    snprintf(bench.derived, sizeof bench.derived, "%s/derived.prm", argv[1]);
    if (argc == 5) {
        bench.n_models = (uint32_t)strtoul(argv[2], NULL, 10);
        bench.n_components = (uint32_t)strtoul(argv[3], NULL, 10);
        bench.n_pairs = (uint32_t)strtoul(argv[4], NULL, 10);
    }
    put_network(&bench);
    struct measure best[JOB_COUNT];
    run_all(&bench, best);
    struct measure written = best[JOB_WRITTEN], derived = best[JOB_DERIVED], joined = best[JOB_JOIN];
    double ways = derived.count.ways, compose = derived.cpu - written.cpu, join = joined.cpu - written.cpu;
    double memory = derived.memory - written.memory;
    printf("%u mappings of %u pairs, %u derived: %.1f million ways, %.1f million edges\n", bench.n_models,
           bench.n_pairs, bench.n_models * (bench.n_models - 1), ways / 1e6, derived.count.edges / 1e6);
    printf("  read       %8.3f s %8.1f MB\n", written.cpu, written.memory / 1e6);
    printf("  compose    %8.3f s %8.1f MB %8.1f ns a way %8.1f bytes an edge %8.1f x join\n", compose, memory / 1e6,
           compose / ways * 1e9, memory / derived.count.edges, compose / join);
    printf("  hash join  %8.3f s %8.1f MB %8.1f ns a way\n", join, (joined.memory - written.memory) / 1e6,
           join / joined.count.ways * 1e9);
    return joined.count.ways == ways ? 0 : 1;
}
