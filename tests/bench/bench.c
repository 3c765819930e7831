/* The benchmark: CPU time and memory of each phase on synthetic models, beside other programs that read
   the same content in another notation.

       bench PRMC SYNTH FOLDER [N...]

   Each line is the best of three runs of a whole process, so that what the machine does besides disturbs
   least; `x scan` is the CPU time against that of the bare scanner on the same file, `x file` the
   memory against the size of the file. `check` leaves the rules about texts out; `structure` and `all rules` are
   checks without and with them of a model that is mapped, two edges for each practice. */

#define _DEFAULT_SOURCE /* wait4 */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "syntax/tree.h"

enum { RUNS = 3 };

struct measure {
    double cpu;    /* seconds, user and system */
    double memory; /* bytes */
    bool ran;
};

struct bench {
    const char *prmc, *synth, *folder;
    char prm[512], mapped[512], xml[512], txtpb[512], proto[512], out[512];
    double size; /* of the .prm file */
    double scan_cpu;
};

/* ---- What is run in a child ---- */

/* Scans or parses a file with the library, as a program that does nothing else. */
static int scan_or_parse(const char *path, bool parse)
{
    struct mem mem = {0};
    jmp_buf exhausted;
    mem.guard = &exhausted;
    if (setjmp(exhausted))
        return 1;
    struct atoms atoms;
    struct sources sources;
    struct diag diag;
    struct file_bytes bytes;
    struct tree tree = {0};
    atoms_init(&atoms, &mem);
    keywords_intern(&atoms);
    sources_init(&sources, &mem);
    diag_init(&diag, &mem, &sources);
    if (file_read(&mem, path, &bytes) != FILE_READ)
        return 1;
    source_add(&sources, str_of(path), STR_NONE, bytes);
    if (parse) {
        parse_file(&tree, &mem, &atoms, &diag, false);
    } else {
        struct parser parser = {.mem = &mem,
                                .atoms = &atoms,
                                .diag = &diag,
                                .tree = &tree,
                                .text = bytes.at,
                                .length = bytes.n,
                                .file_base = 1};
        struct token token = {.type = 1};
        scanner_start(&parser, 0);
        while (token.type != 0)
            scanner_next(&parser, &token);
        scanner_stop(&parser);
    }
    return 0;
}

static int execute(char *const *argv, const char *input)
{
    int null = open("/dev/null", O_RDWR);
    int in = input ? open(input, O_RDONLY) : null;
    dup2(in, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execvp(argv[0], argv);
    return 127;
}

/* What a line of the table runs: a command, or with `argv` NULL the scanner or the parser. */
struct job {
    const char *name;
    char *const *argv;
    const char *input;
    const char *file;
    bool parse;
};

static struct measure run_once(const struct job *job)
{
    struct measure measure = {0};
    struct rusage usage;
    int status;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0)
        _exit(job->argv ? execute(job->argv, job->input) : scan_or_parse(job->file, job->parse));
    if (child < 0 || wait4(child, &status, 0, &usage) < 0)
        return measure;
    measure.ran = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    measure.cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                  (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    measure.memory = (double)usage.ru_maxrss * 1024;
    return measure;
}

static struct measure best_of_runs(const struct job *job)
{
    struct measure best = run_once(job);
    for (int i = 1; i < RUNS && best.ran; i++) {
        struct measure next = run_once(job);
        best.cpu = next.cpu < best.cpu ? next.cpu : best.cpu;
        best.memory = next.memory < best.memory ? next.memory : best.memory;
    }
    return best;
}

static double file_size(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? (double)info.st_size : 0;
}

static void print_line(struct bench *bench, const struct job *job)
{
    struct measure measure = best_of_runs(job);
    if (!measure.ran) {
        printf("  %-10s not run\n", job->name);
        return;
    }
    if (strcmp(job->name, "scan") == 0)
        bench->scan_cpu = measure.cpu;
    double size = file_size(job->file);
    printf("  %-10s %8.3f s %8.1f MB/s %8.1f MB", job->name, measure.cpu, size / measure.cpu / 1e6,
           measure.memory / 1e6);
    printf(" %8.1f x scan %8.1f x file\n", bench->scan_cpu > 0 ? measure.cpu / bench->scan_cpu : 0,
           measure.memory / size);
}

/* ---- The table ---- */

static void make_file(const struct bench *bench, const char *path, const char *n, const char *notation)
{
    char command[2048];
    snprintf(command, sizeof command, "'%s' %s %s > '%s'", bench->synth, n, notation, path);
    if (system(command) != 0) {
        fprintf(stderr, "bench: cannot write %s\n", path);
        exit(2);
    }
}

static void run_size(struct bench *bench, const char *n)
{
    make_file(bench, bench->prm, n, "prm");
    make_file(bench, bench->mapped, n, "mapped");
    make_file(bench, bench->xml, n, "xml");
    make_file(bench, bench->txtpb, n, "txtpb");
    make_file(bench, bench->proto, n, "proto");
    bench->size = file_size(bench->prm);
    printf("%s practices, %.1f MB\n", n, bench->size / 1e6);
    char *prmc = (char *)(uintptr_t)bench->prmc;
    char folder_option[600];
    snprintf(folder_option, sizeof folder_option, "--proto_path=%s", bench->folder);
    char *const check[] = {prmc, "check", "--allow", "text", bench->prm, NULL};
    char *const structure[] = {prmc, "check", "--allow", "text", bench->mapped, NULL};
    char *const all_rules[] = {prmc, "check", bench->mapped, NULL};
    char *const export_json[] = {prmc, "export", "json", bench->prm, NULL};
    char *const tables[] = {prmc, "tables", bench->prm, "-o", bench->out, NULL};
    char *const guide[] = {prmc, "guide", bench->prm, "-o", bench->out, NULL};
    char *const xmllint[] = {"xmllint", "--huge", "--noout", bench->xml, NULL};
    char *const protoc[] = {"protoc", folder_option, "--encode=Model", bench->proto, NULL};
    const struct job jobs[] = {
        {"scan", NULL, NULL, bench->prm, false},
        {"parse", NULL, NULL, bench->prm, true},
        {"check", check, NULL, bench->prm, false},
        {"export", export_json, NULL, bench->prm, false},
        {"tables", tables, NULL, bench->prm, false},
        {"guide", guide, NULL, bench->prm, false},
        {"xmllint", xmllint, NULL, bench->xml, false},
        {"protoc", protoc, bench->txtpb, bench->txtpb, false},
        {"structure", structure, NULL, bench->mapped, false},
        {"all rules", all_rules, NULL, bench->mapped, false},
    };
    for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++) {
        char command[700];
        snprintf(command, sizeof command, "rm -rf '%s'", bench->out);
        if (system(command) != 0)
            return;
        print_line(bench, &jobs[i]);
    }
}

int main(int argc, char **argv)
{
    static char *const sizes[] = {"1000", "10000", "100000", "1000000"};
    if (argc < 4) {
        fputs("usage: bench PRMC SYNTH FOLDER [N...]\n", stderr);
        return 2;
    }
    struct bench bench = {.prmc = argv[1], .synth = argv[2], .folder = argv[3]};
    snprintf(bench.prm, sizeof bench.prm, "%s/model.prm", bench.folder);
    snprintf(bench.mapped, sizeof bench.mapped, "%s/mapped.prm", bench.folder);
    snprintf(bench.xml, sizeof bench.xml, "%s/model.xml", bench.folder);
    snprintf(bench.txtpb, sizeof bench.txtpb, "%s/model.txtpb", bench.folder);
    snprintf(bench.proto, sizeof bench.proto, "%s/model.proto", bench.folder);
    snprintf(bench.out, sizeof bench.out, "%s/out", bench.folder);
    if (argc > 4)
        for (int i = 4; i < argc; i++)
            run_size(&bench, argv[i]);
    else
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
            run_size(&bench, sizes[i]);
    return 0;
}
