/* A session in which one allocation after the other fails: every call must return, and prmc_close() must give all
   memory back. Stands in for the functions of the C library (glibc). */

#include <prm/prmc.h>

#include <stdio.h>
#include <string.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void __libc_free(void *block);

void *malloc(size_t size);
void *calloc(size_t n, size_t size);
void *realloc(void *block, size_t size);
void free(void *block);

static long until_fault = -1, n_blocks;

static int fails(void)
{
    return until_fault >= 0 && until_fault-- == 0;
}

static void *counted(void *block)
{
    n_blocks += block != NULL;
    return block;
}

void *malloc(size_t size)
{
    return fails() ? NULL : counted(__libc_malloc(size));
}

void *calloc(size_t n, size_t size)
{
    return fails() ? NULL : counted(__libc_calloc(n, size));
}

void *realloc(void *block, size_t size)
{
    if (fails())
        return NULL;
    void *moved = __libc_realloc(block, size);
    n_blocks += moved && !block;
    return moved;
}

void free(void *block)
{
    n_blocks -= block != NULL;
    __libc_free(block);
}

static const char model[] =
    "architecture A \"A\" {\n  contains area *\n  component area \"Area\" {\n    id \"{acronym}\"\n"
    "    text purpose 0..1\n  }\n}\n"
    "model M \"One\" {\n  architecture A\n  area PP \"Planning\" {\n"
    "    purpose \"See [[CM]], *now*.\"\n  }\n  area CM \"Control\"\n}\n"
    "mapping X \"X\" {\n  from M\n  to M\n  PP -> CM?, cm\n}\n";

/* A whole session; how far it came does not matter. Returns 1 if it ran out of memory. */
static int run(void)
{
    struct prmc *c = prmc_open();
    const struct prm_mapping *map;
    struct prmc_file_list files;
    const char *text;
    size_t n;
    prmc_use_folder(c, ".");
    prmc_set_level(c, "numbering-gap", PRMC_ERROR);
    prmc_hold(c, "m.prm", model, strlen(model));
    prmc_read(c, "m.prm");
    prmc_check(c);
    prmc_mapping(c, 0, &map);
    prmc_print(c, PRMC_FINDINGS_TEXT, &text, &n);
    prmc_print_about(c, PRMC_TRACE_JSON, "PP", NULL, &text, &n);
    prmc_print_about(c, PRMC_SKELETON, "M", "M", &text, &n);
    prmc_format(c, model, strlen(model), &text, &n);
    prmc_apply_fixes(c, PRMC_UNSAFE, &files);
    enum prmc_status last = prmc_make(c, PRMC_TABLES | PRMC_GUIDE | PRMC_JSON, &files);
    int exhausted = !c || last == PRMC_NO_MEMORY;
    if (exhausted && c && strcmp(prmc_problem(c), "there is not enough memory") != 0)
        fprintf(stderr, "exhaust: prmc_problem() says nothing of memory\n");
    prmc_close(c);
    return exhausted;
}

int main(void)
{
    enum { RUNS_MOST = 20000 };
    long n_exhausted = 0, i = 0;
    run();
    long before = n_blocks;
    for (until_fault = 0; i < RUNS_MOST; i++) {
        until_fault = i;
        n_exhausted += run();
        int reached = until_fault < 0;
        until_fault = -1;
        if (n_blocks != before) {
            fprintf(stderr, "exhaust: fault %ld: %ld blocks are left\n", i, n_blocks - before);
            return 1;
        }
        if (!reached)
            break;
    }
    printf("%ld faults, %ld sessions out of memory\n", i, n_exhausted);
    return i == RUNS_MOST || n_exhausted < i / 2;
}
