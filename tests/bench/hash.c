/* How long a perfect hash of many paths takes to find:

       hash PATHS

   The best of three runs, in seconds of the processor. */

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "emit/tables/pilots.h"

enum { RUNS = 3 };

/* Paths as those of practices are: "PABC/SP1.2/3", in an area of a number. */
static struct str *make_paths(struct mem *mem, uint32_t n)
{
    struct buf text = buf_on(mem);
    struct str *paths = mem_alloc(mem, n * sizeof *paths);
    uint32_t *ends = mem_alloc(mem, n * sizeof *ends);
    for (uint32_t i = 0; i < n; i++) {
        buf_printf(&text, "P%u/SP%u.%u/%u", i / 45, i / 15 % 3 + 1, i / 3 % 5 + 1, i % 3 + 1);
        ends[i] = (uint32_t)text.n;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t start = i ? ends[i - 1] : 0;
        paths[i] = (struct str){text.at + start, ends[i] - start};
    }
    return paths;
}

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* The best of the runs. */
static double measure(struct mem *mem, const struct str *paths, uint32_t n)
{
    double least = 1e9;
    for (int i = 0; i < RUNS; i++) {
        struct pilots pilots;
        double start = seconds();
        pilots_find(&pilots, mem, paths, n);
        double took = seconds() - start;
        least = took < least ? took : least;
        pilots_free(&pilots, mem);
    }
    return least;
}

int main(int argc, char **argv)
{
    uint32_t n = argc == 2 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0;
    struct mem mem = {0};
    jmp_buf exhausted;
    mem.guard = &exhausted;
    if (n == 0 || setjmp(exhausted))
        return 1;
    printf("a perfect hash of %u paths in %.2f s\n", n, measure(&mem, make_paths(&mem, n), n));
    mem_release(&mem);
    return 0;
}
