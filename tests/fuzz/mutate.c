/* Breaks one token of a shipped model at a time, at random but always in the same way, and looks at what
   prmc says of it:

       mutate PROGRAM NUMBER FILE...

   No mutation may crash the program or keep it busy. Where one breaks the syntax, 9 in 10 times the first
   error must stand within a line of the fault, and 9 in 10 times there must be 3 errors at most. Run in a
   folder that holds what the files import; MUTANT.prm is written beside each. */

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TOKENS_MOST = 1 << 16, SECONDS_MOST = 20, ERRORS_MOST = 3, LINES_AWAY = 1, SHARE_LEAST = 90, SHOWN_MOST = 20 };

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "mutate: %s: %s\n", what, strerror(errno));
    exit(2);
}

/* ---- Random numbers: xorshift64*, by S. Vigna ---- */

static uint64_t state;

static uint32_t random_below(uint32_t n)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * UINT64_C(2685821657736338717)) >> 32) % n;
}

/* ---- Tokens ---- */

/* A token with the blanks in front of it. */
struct token {
    const char *start, *text, *end;
};

struct source {
    const char *path;
    char *text;
    size_t n;
    struct token *tokens;
    uint32_t n_tokens;
};

static bool is_name(char c)
{
    return c == '-' || c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static const char *skip_string(const char *at)
{
    if (strncmp(at, "\"\"\"", 3) == 0) {
        const char *end = strstr(at + 3, "\"\"\"");
        return end ? end + 3 : at + strlen(at);
    }
    for (at++; *at && *at != '"' && *at != '\n'; at++)
        if (*at == '\\' && at[1])
            at++;
    return *at == '"' ? at + 1 : at;
}

static const char *token_end(const char *at)
{
    if (*at == '"')
        return skip_string(at);
    if (*at == '#')
        return at + strcspn(at, "\n");
    if (strncmp(at, "->", 2) == 0 || strncmp(at, "..", 2) == 0)
        return at + 2;
    if (!is_name(*at))
        return at + 1;
    while (is_name(*at) && strncmp(at, "..", 2) != 0)
        at++;
    return at;
}

static void split(struct source *source)
{
    source->tokens = calloc(TOKENS_MOST, sizeof *source->tokens);
    if (!source->tokens)
        give_up("memory");
    for (const char *at = source->text; *at && source->n_tokens < TOKENS_MOST;) {
        const char *text = at + strspn(at, " \t\r");
        if (!*text)
            break;
        const char *end = token_end(text);
        source->tokens[source->n_tokens++] = (struct token){at, text, end};
        at = end;
    }
}

static struct source read_source(const char *path)
{
    struct source source = {.path = path};
    FILE *file = fopen(path, "r");
    size_t cap = 0;
    if (!file)
        give_up(path);
    ssize_t n = getdelim(&source.text, &cap, '\0', file);
    fclose(file);
    if (n <= 0)
        give_up(path);
    source.n = (size_t)n;
    split(&source);
    return source;
}

/* ---- Mutations ---- */

enum mutation { DELETE, DOUBLE, SWAP, REPLACE, MUTATIONS };

static const char *const names[MUTATIONS] = {"delete", "double", "swap", "replace"};

struct fault {
    const struct source *source;
    enum mutation mutation;
    uint32_t token, other;
    uint32_t first_line, last_line; /* of the fault, in the mutated text */
};

static uint32_t count_lines(const char *from, const char *to)
{
    uint32_t n = 0;
    for (; from < to; from++)
        n += *from == '\n';
    return n;
}

static void put(FILE *out, const char *from, const char *to)
{
    fwrite(from, 1, (size_t)(to - from), out);
}

static void put_token(FILE *out, const struct token *token)
{
    fputc(' ', out);
    put(out, token->text, token->end);
}

static struct fault choose(const struct source *sources, uint32_t n_sources)
{
    struct fault fault = {.source = &sources[random_below(n_sources)]};
    fault.mutation = (enum mutation)random_below(MUTATIONS);
    fault.token = random_below(fault.source->n_tokens);
    fault.other = random_below(fault.source->n_tokens);
    if (fault.mutation == SWAP && fault.token + 1 == fault.source->n_tokens)
        fault.mutation = DOUBLE;
    return fault;
}

/* Writes the mutated text and works out which lines the fault takes. */
static void write_mutant(struct fault *fault, const char *path)
{
    const struct source *source = fault->source;
    const struct token *token = &source->tokens[fault->token];
    const char *rest = fault->mutation == SWAP ? token[1].end : token->end;
    char *changed = NULL;
    size_t n;
    FILE *out = open_memstream(&changed, &n);
    if (!out)
        give_up("memory");
    switch (fault->mutation) {
    case DOUBLE:
        put_token(out, token);
        put_token(out, token);
        break;
    case SWAP:
        put_token(out, &token[1]);
        put_token(out, token);
        break;
    case REPLACE: put_token(out, &source->tokens[fault->other]); break;
    case DELETE:
    case MUTATIONS: break;
    }
    fclose(out);
    fault->first_line = 1 + count_lines(source->text, token->start);
    fault->last_line = fault->first_line + count_lines(changed, changed + n);
    FILE *file = fopen(path, "w");
    if (!file)
        give_up(path);
    put(file, source->text, token->start);
    put(file, changed, changed + n);
    put(file, rest, source->text + source->n);
    if (fclose(file) != 0)
        give_up(path);
    free(changed);
}

/* ---- Runs ---- */

struct result {
    int status; /* of waitpid() */
    uint32_t n_errors, line;
    bool is_here, breaks_syntax; /* the first error stands in the mutant; an error is one of syntax */
};

static void start(const char *program, const char *mutant, int output)
{
    struct rlimit limit = {SECONDS_MOST, SECONDS_MOST};
    setrlimit(RLIMIT_CPU, &limit);
    alarm(10 * SECONDS_MOST);
    if (dup2(output, STDOUT_FILENO) < 0)
        _exit(99);
    execl(program, program, "check", "--format", "short", "--max-errors", "1000000", mutant, (char *)NULL);
    _exit(98);
}

/* Reads "path:line:column: error: text [rule]". */
static void read_finding(struct result *result, const char *line, const char *mutant)
{
    const char *error = strstr(line, ": error: "), *place = strstr(line, mutant);
    if (!error)
        return;
    if (result->n_errors++ == 0) {
        result->is_here = place && place < error;
        result->line = result->is_here ? (uint32_t)strtoul(place + strlen(mutant) + 1, NULL, 10) : 0;
    }
    if (strstr(error, "[syntax-error]") || strstr(error, "[unclosed-block]"))
        result->breaks_syntax = true;
}

static struct result run(const char *program, const char *mutant)
{
    struct result result = {0};
    char line[4096], *name = strdup(mutant);
    FILE *output = tmpfile();
    if (!output || !name)
        give_up("a temporary file");
    pid_t child = fork();
    if (child == 0)
        start(program, mutant, fileno(output));
    waitpid(child, &result.status, 0);
    rewind(output);
    while (fgets(line, sizeof line, output))
        read_finding(&result, line, basename(name));
    fclose(output);
    free(name);
    return result;
}

/* ---- Sums ---- */

struct sums {
    uint32_t n, n_broken, n_near, n_few, n_ended_badly, n_shown;
};

static void show(struct sums *sums, const struct fault *fault, const char *what)
{
    const struct token *token = &fault->source->tokens[fault->token];
    if (sums->n_shown++ >= SHOWN_MOST)
        return;
    printf("%s:%u: %s `%.*s`", fault->source->path, fault->first_line, names[fault->mutation],
           (int)(token->end - token->text > 30 ? 30 : token->end - token->text),
           *token->text == '\n' ? "\\n" : token->text);
    if (fault->mutation == REPLACE)
        printf(" by `%.*s`", (int)strcspn(fault->source->tokens[fault->other].text, " \n"),
               fault->source->tokens[fault->other].text);
    printf(": %s\n", what);
}

static void judge(struct sums *sums, const struct fault *fault, const struct result *result)
{
    char text[100];
    sums->n++;
    if (!WIFEXITED(result->status) || WEXITSTATUS(result->status) > 1) {
        sums->n_ended_badly++;
        snprintf(text, sizeof text, "FAILED: ends with %s %d", WIFEXITED(result->status) ? "status" : "signal",
                 WIFEXITED(result->status) ? WEXITSTATUS(result->status) : WTERMSIG(result->status));
        show(sums, fault, text);
    }
    if (!result->breaks_syntax)
        return;
    bool near = result->is_here && result->line + LINES_AWAY >= fault->first_line &&
                result->line <= fault->last_line + LINES_AWAY;
    bool few = result->n_errors <= ERRORS_MOST;
    sums->n_broken++;
    sums->n_near += near;
    sums->n_few += few;
    snprintf(text, sizeof text, "%u errors, the first in line %u", result->n_errors, result->line);
    if (!near || !few)
        show(sums, fault, text);
}

static uint32_t share(uint32_t part, uint32_t whole)
{
    return whole ? part * 100 / whole : 100;
}

int main(int argc, char **argv)
{
    struct sums sums = {0};
    char program[PATH_MAX];
    if (argc < 4 || !realpath(argv[1], program))
        give_up("usage: mutate PROGRAM NUMBER FILE...");
    uint32_t n_sources = (uint32_t)argc - 3, n = (uint32_t)strtoul(argv[2], NULL, 10);
    struct source *sources = calloc(n_sources, sizeof *sources);
    if (!sources)
        give_up("memory");
    for (uint32_t i = 0; i < n_sources; i++)
        sources[i] = read_source(argv[3 + i]);
    for (uint32_t i = 0; i < n; i++) {
        char mutant[PATH_MAX], *path = NULL;
        state = UINT64_C(0x9e3779b97f4a7c15) * (i + 1);
        struct fault fault = choose(sources, n_sources);
        path = strdup(fault.source->path);
        snprintf(mutant, sizeof mutant, "%s/MUTANT.prm", path ? dirname(path) : ".");
        free(path);
        write_mutant(&fault, mutant);
        struct result result = run(program, mutant);
        judge(&sums, &fault, &result);
        unlink(mutant);
    }
    uint32_t near = share(sums.n_near, sums.n_broken), few = share(sums.n_few, sums.n_broken);
    printf("%u mutations, %u break the syntax: the first error within a line %u %%, at most %d errors %u %%\n", sums.n,
           sums.n_broken, near, ERRORS_MOST, few);
    return sums.n_ended_badly || near < SHARE_LEAST || few < SHARE_LEAST;
}
