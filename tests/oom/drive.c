/* Runs commands of prmc with one fault after the other, until a run does not reach its fault:

       drive FAULT_LIBRARY PROGRAM [COMMAND...]

   A run that meets a fault must end with status 2 or 3 (or as without the fault, if that did no harm) and
   a message, or 1 where an import cannot be read; the folder it works in must be as before, with nothing left behind;
   and no more memory may be allocated at the end than without the fault. See fault.c for the faults. */

#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "known.h"

enum { ARGS_MOST = 12, SECONDS_MOST = 10, RUNS_MOST = 20000 };

/* ---- What is run ---- */

/* `small.prm` as it stands when a command runs; the output in `out` is that of another version of it. */
static const char architecture[] = "architecture A \"A\" {\n"
                                   "  contains area *\n"
                                   "  component area \"Area\" {\n"
                                   "    id \"{acronym}\"\n"
                                   "    text purpose 0..1\n"
                                   "    reference related to area *\n"
                                   "    contains goal *\n"
                                   "  }\n"
                                   "  required component goal \"Goal\" {\n"
                                   "    id \"SG{n}\"\n"
                                   "    text statement 0..1 end-state\n"
                                   "  }\n"
                                   "}\n";

static const char model[] = "import \"a.prm\"\n"
                            "model M \"%s\" {\n"
                            "  architecture A\n"
                            "  area PP \"Planning *now*\" {\n"
                            "    purpose \"See [[CM]] and [a page](https://example.org/?a=1&amp;b=2).\"\n"
                            "    related CM\n"
                            "    goal SG1 \"One\" { statement \"It is \\\"done\\\".\" }\n"
                            "    goal SG2 \"Two\"   # a comment\n"
                            "  }\n"
                            "  area CM \"Control\"\n"
                            "}\n"
                            "model B \"Added\" {\n"
                            "  extends M\n"
                            "  extend CM {\n"
                            "    goal SG1 \"Three\"\n"
                            "  }\n"
                            "}\n"
                            "mapping X \"X\" {\n"
                            "  from M\n"
                            "  to   M\n"
                            "  PP, CM    -> PP, CM\n"
                            "  PP/SG1 subset-of cm  \"Loosely spelled.\"\n"
                            "}\n"
                            "mapping Y { from M\n to M\n via X, inverse X\n}\n"
                            "profile S { of M\n include PP\n}\n"
                            "glossary G { term \"a\" \"b\" { also \"c\" }\n}\n";

struct command {
    const char *name;
    const char *args[ARGS_MOST];
    bool writes;
    bool either; /* what it writes may be done or not, as long as each file is whole */
};

static const struct command commands[] = {
    {"check", {"check", "--format", "json", "small.prm"}, false, false},
    {"check-text", {"check", "small.prm", "bad.prm"}, false, false},
    {"build", {"build", "small.prm", "-o", "out"}, true, false},
    {"build-new", {"build", "small.prm", "-o", "new/folder"}, true, false},
    {"export", {"export", "json", "small.prm", "-o", "out/export.json"}, true, false},
    {"coverage", {"coverage", "small.prm"}, false, false},
    {"trace", {"trace", "M:PP", "small.prm"}, false, false},
    {"trace-json", {"trace", "M:PP", "--format", "json", "small.prm"}, false, false},
    {"skeleton", {"skeleton", "B", "M", "small.prm", "-o", "out/skeleton.prm"}, true, false},
    {"fmt", {"fmt", "small.prm"}, true, true},
    {"fmt-diff", {"fmt", "--diff", "small.prm"}, false, false},
    {"fix", {"check", "--fix", "small.prm"}, true, true},
    {"output", {"check", "--output", "json=out/findings.json", "small.prm"}, true, true},
    {"outputs",
     {"check", "--output", "sarif=out/findings.sarif", "--output", "junit=new/findings.xml", "--output",
      "github=findings.txt", "small.prm"},
     true,
     true},
    {"baseline", {"baseline", "write", "--baseline", "out/known.json", "small.prm"}, true, true},
    {"known", {"check", "--baseline", "known.json", "small.prm"}, false, false},
    {"rules", {"rules", "--format", "json"}, false, false},
};

struct fault {
    const char *call;
    bool of_reading; /* what is imported and cannot be read is a finding: status 1 */
    int error;       /* 0: that of the call */
    const char *suffix;
    bool of_writing;
    const char *spare, *only; /* a library whose allocations do not fail; whose alone do */
    long step;                /* 0: in every place in turn; else in every step-th alone */
};

static const struct fault faults[] = {
    {.call = "malloc", .suffix = "", .spare = "libmd4c"},
    {.call = "malloc", .suffix = "+", .spare = "libmd4c", .step = 5},
    {.call = "malloc", .suffix = "", .only = "libmd4c"},
    {.call = "read", .of_reading = true, .error = EIO, .suffix = ""},
    {.call = "read", .of_reading = true, .error = EIO, .suffix = "+"},
    {.call = "open", .error = ENOSPC, .suffix = "", .of_writing = true},
    {.call = "write", .error = ENOSPC, .suffix = "", .of_writing = true},
    {.call = "write", .error = EIO, .suffix = "+", .of_writing = true},
    {.call = "close", .error = EIO, .suffix = "", .of_writing = true},
    {.call = "rename", .error = EIO, .suffix = "", .of_writing = true},
    {.call = "rename", .error = ENOSPC, .suffix = "+", .of_writing = true},
    {.call = "link", .error = EIO, .suffix = "", .of_writing = true},
    {.call = "mkdir", .error = ENOSPC, .suffix = "", .of_writing = true},
    {.call = "mkdtemp", .error = EIO, .suffix = "", .of_writing = true},
    {.call = "fsync", .error = EIO, .suffix = "", .of_writing = true},
};

/* ---- Helpers ---- */

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "drive: %s: %s\n", what, strerror(errno));
    exit(2);
}

static void write_text(const char *path, const char *format, ...)
{
    va_list args;
    FILE *file = fopen(path, "w");
    if (!file)
        give_up(path);
    va_start(args, format);
    vfprintf(file, format, args);
    va_end(args);
    if (fclose(file) != 0)
        give_up(path);
}

static void shell(const char *command)
{
    if (system(command) != 0)
        give_up(command);
}

static char *read_text(const char *path)
{
    FILE *file = fopen(path, "r");
    char *text = NULL;
    size_t cap = 0;
    if (!file)
        return strdup("");
    ssize_t n = getdelim(&text, &cap, '\0', file);
    fclose(file);
    if (n < 0) {
        free(text);
        return strdup("");
    }
    return text;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Writes what is in a folder, with modes and contents, as text. */
static void describe(FILE *out, const char *folder)
{
    char *names[256];
    size_t n = 0;
    DIR *listing = opendir(folder);
    if (!listing)
        give_up(folder);
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 && n < 256)
            names[n++] = strdup(entry->d_name);
    closedir(listing);
    qsort(names, n, sizeof *names, by_name);
    for (size_t i = 0; i < n; i++) {
        char path[PATH_MAX];
        struct stat info;
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        if (lstat(path, &info) != 0)
            give_up(path);
        fprintf(out, "%s %o\n", path, (unsigned)info.st_mode);
        if (S_ISDIR(info.st_mode)) {
            describe(out, path);
        } else {
            char *text = read_text(path);
            fprintf(out, "%s\n", text);
            free(text);
        }
        free(names[i]);
    }
}

static char *snapshot(void)
{
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);
    if (!out)
        give_up("memory");
    describe(out, "work");
    fclose(out);
    return text;
}

/* The first line in which two snapshots differ, of the second. */
static const char *first_difference(const char *before, const char *after)
{
    static char line[200];
    while (*before && *before == *after) {
        before++;
        after++;
    }
    snprintf(line, sizeof line, "%.*s", (int)strcspn(after, "\n"), after);
    return line;
}

/* ---- Runs ---- */

struct result {
    int status; /* of waitpid() */
    char *errors;
    long calls, blocks, bytes;
    int reached;
};

static const char *library, *program;

static struct result run(const struct command *command, const char *setting, const struct fault *fault)
{
    struct result result = {.calls = -1};
    char *args[ARGS_MOST + 2] = {(char *)(uintptr_t)program};
    for (int i = 0; i < ARGS_MOST && command->args[i]; i++)
        args[i + 1] = (char *)(uintptr_t)command->args[i];
    unlink("log");
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        alarm(SECONDS_MOST);
        setenv("FAULT", setting, 1);
        if (fault && fault->spare)
            setenv("FAULT_SPARE", fault->spare, 1);
        if (fault && fault->only)
            setenv("FAULT_ONLY", fault->only, 1);
        setenv("FAULT_LOG", "../log", 1);
        setenv("LD_PRELOAD", library, 1);
        if (!freopen("errors", "w", stderr) || !freopen("/dev/null", "w", stdout) || chdir("work") != 0)
            _exit(99);
        execv(program, args);
        _exit(98);
    }
    waitpid(child, &result.status, 0);
    result.errors = read_text("errors");
    FILE *log = fopen("log", "r");
    if (log) {
        if (fscanf(log, "%ld %ld %ld %d", &result.calls, &result.blocks, &result.bytes, &result.reached) != 4)
            result.calls = -1;
        fclose(log);
    }
    return result;
}

/* What is wrong with a run that met a fault; NULL if nothing is. `kept` and `done` are the folder before
   and after a run without fault. */
static const char *judge(const struct command *command, const struct fault *fault, const struct result *result,
                         const struct result *normal, const char *now, const char *kept, const char *done)
{
    static char text[300];
    int status = WIFEXITED(result->status) ? WEXITSTATUS(result->status) : -1;
    bool as_normal = result->status == normal->status;
    bool finding = fault->of_reading && status == 1;
    if (WIFSIGNALED(result->status))
        snprintf(text, sizeof text, "ended by signal %d", WTERMSIG(result->status));
    else if (!as_normal && status != 2 && status != 3 && !finding)
        snprintf(text, sizeof text, "status %d", status);
    else if (!as_normal && !finding && result->errors[0] == '\0')
        snprintf(text, sizeof text, "status %d without a message", status);
    else if (strcmp(now, as_normal ? done : kept) != 0 && !(command->either && (finding || strcmp(now, done) == 0)))
        snprintf(text, sizeof text, "status %d, and the folder is not as it was: %s", status,
                 first_difference(as_normal ? done : kept, now));
    else if (result->blocks > normal->blocks)
        snprintf(text, sizeof text, "%ld blocks are not freed, %ld bytes", result->blocks - normal->blocks,
                 result->bytes - normal->bytes);
    else
        return NULL;
    return text;
}

static void restore(void)
{
    shell("rm -rf work && cp -a saved work");
}

static long n_runs;

/* Runs a command with a fault in every place; returns 1 if something is wrong. */
static int try_fault(const struct command *command, const struct fault *fault, const struct result *normal,
                     const char *kept, const char *done)
{
    enum { SHOWN_MOST = 5 };
    char name[64], shown[SHOWN_MOST][400];
    long n_wrong = 0, n_shown = 0, n = 1, step = fault->step ? fault->step : 1;
    snprintf(name, sizeof name, "oom/%s:%s%s%s", command->name, fault->call, *fault->suffix ? "-and-after" : "",
             fault->only ? "-of-libraries" : "");
    for (; n < RUNS_MOST; n += step) {
        char setting[64];
        snprintf(setting, sizeof setting, fault->error ? "%s:%ld%s:%d" : "%s:%ld%s", fault->call, n, fault->suffix,
                 fault->error);
        struct result result = run(command, setting, fault);
        char *now = snapshot();
        bool reached = result.reached || result.calls < 0;
        const char *wrong = reached ? judge(command, fault, &result, normal, now, kept, done) : NULL;
        n_wrong += wrong != NULL;
        if (wrong && n_shown < SHOWN_MOST)
            snprintf(shown[n_shown++], sizeof shown[0], "%s: %s", setting, wrong);
        if (strcmp(now, kept) != 0)
            restore();
        free(now);
        free(result.errors);
        if (!reached)
            break;
    }
    n_runs += n / step;
    if (is_known_failure(name)) {
        printf("%s %s\n", n_wrong ? "known failure:" : "passes, take it out of tests/known-failures:", name);
        return n_wrong == 0;
    }
    if (n_wrong)
        printf("FAILED %s: %ld of %ld\n", name, n_wrong, n - 1);
    for (long i = 0; i < n_shown; i++)
        printf("    %s\n", shown[i]);
    return n_wrong > 0;
}

static int try_command(const struct command *command)
{
    int n_failed = 0;
    restore();
    char *kept = snapshot();
    struct result normal = run(command, "malloc:0", NULL);
    char *done = snapshot();
    if (!WIFEXITED(normal.status) || WEXITSTATUS(normal.status) > 1 || normal.calls < 1) {
        printf("FAILED oom/%s: without a fault: %s\n", command->name, normal.errors);
        n_failed++;
    }
    restore();
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
        if (command->writes || !faults[i].of_writing)
            n_failed += try_fault(command, &faults[i], &normal, kept, done);
    free(normal.errors);
    free(kept);
    free(done);
    return n_failed;
}

/* The folder `saved`: sources, and the output of an older version of them. */
static void prepare(void)
{
    char folder[64], command[2 * PATH_MAX];
    bool shared = access("/dev/shm", W_OK | X_OK) == 0; /* memory: half the time */
    snprintf(folder, sizeof folder, "%s/prmc-oom-XXXXXX", shared ? "/dev/shm" : "/tmp");
    if (!mkdtemp(folder) || chdir(folder) != 0 || mkdir("saved", 0755) != 0)
        give_up(folder);
    write_text("saved/a.prm", "%s", architecture);
    write_text("saved/bad.prm", "model = \"x\" {\n  area PP {\n    goal SG1 \"x\n  }\n}\n}\n");
    write_text("saved/other.prm", "model   N {\n}\n");
    write_text("saved/known.json", "{\"schema\": \"prmc-baseline/1\", \"findings\": [\n {\"file\": \"small.prm\", "
                                   "\"code\": \"PRM0317\", \"fingerprint\": \"0123456789abcdef\", \"count\": 1}]}\n");
    write_text("saved/small.prm", model, "Old");
    snprintf(command, sizeof command,
             "cd saved && '%s' build small.prm -o out 2>/dev/null && '%s' export json small.prm -o out/export.json "
             "2>/dev/null && echo '{}' >out/findings.json && echo kept >out/kept",
             program, program);
    shell(command);
    write_text("saved/small.prm", model, "New");
    shell("cp -a saved work");
}

static bool is_wanted(const char *name, char **wanted)
{
    bool all = !*wanted;
    while (*wanted && strcmp(*wanted, name) != 0)
        wanted++;
    return all || *wanted;
}

int main(int argc, char **argv)
{
    char lib[PATH_MAX], prog[PATH_MAX], list[PATH_MAX], here[PATH_MAX];
    int failed = 0;
    if (argc < 3 || !realpath(argv[1], lib) || !realpath(argv[2], prog) || !getcwd(here, sizeof here))
        give_up("usage: drive FAULT_LIBRARY PROGRAM [COMMAND...]");
    if (realpath("tests/known-failures", list))
        setenv("KNOWN_FAILURES", list, 0);
    library = lib;
    program = prog;
    prepare();
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (is_wanted(commands[i].name, argv + 3))
            failed += try_command(&commands[i]);
    char folder[PATH_MAX + 16] = "rm -rf ";
    if (getcwd(folder + strlen(folder), PATH_MAX) && chdir("/") == 0)
        shell(folder);
    printf("%ld runs with a fault\n", n_runs);
    return failed ? 1 : 0;
}
