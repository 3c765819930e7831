#include "unit/fixture.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check/check.h"
#include "known.h"
#include "model/build.h"
#include "model/names/path.h"
#include "syntax/literal.h"

enum { SECONDS_MOST = 60, SECONDS_OF_KNOWN = 3 };

/* ---- Worlds ---- */

static void open_world(struct world *w)
{
    w->arena = arena_on(&w->mem);
    w->library = (struct library){0};
    atoms_init(&w->atoms, &w->mem);
    keywords_intern(&w->atoms);
    sources_init(&w->sources, &w->mem);
    search_init(&w->search, &w->arena);
    diag_init(&w->diag, &w->mem, &w->sources);
    w->units = (struct units){
        .mem = &w->mem,
        .atoms = &w->atoms,
        .diag = &w->diag,
        .sources = &w->sources,
        .search = &w->search,
    };
}

static void remove_folder(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char inner[1024];
        struct stat info;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        if (lstat(inner, &info) == 0 && S_ISDIR(info.st_mode))
            remove_folder(inner);
        else
            unlink(inner);
    }
    closedir(folder);
    rmdir(path);
}

static void close_world(struct world *w)
{
    if (w->folder[0])
        remove_folder(w->folder);
    mem_release(&w->mem);
    memset(w, 0, sizeof *w);
}

void world_reset(struct world *w)
{
    mem_release(&w->mem);
    open_world(w);
    if (w->folder[0])
        search_add(&w->search, w->folder);
    if (w->has_words)
        search_add(&w->search, "models");
}

uint32_t world_read_bytes(struct world *w, const char *text, size_t n)
{
    FILE *file = tmpfile();
    uint32_t unit = w->units.at.n;
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, n, file), n);
    rewind(file);
    int saved = dup(STDIN_FILENO);
    dup2(fileno(file), STDIN_FILENO);
    fclose(file);
    enum file_status status = load_file(&w->units, "-");
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    assert_int_equal(status, FILE_READ);
    return unit;
}

uint32_t world_read(struct world *w, const char *text)
{
    return world_read_bytes(w, text, strlen(text));
}

uint32_t world_load(struct world *w, const char *path)
{
    uint32_t unit = w->units.at.n;
    enum file_status status = load_file(&w->units, path);
    if (status != FILE_READ)
        fail_msg("%s cannot be read", path);
    return unit;
}

void world_resolve(struct world *w)
{
    library_build(&w->library, &w->units);
}

void world_build(struct world *w)
{
    world_resolve(w);
    check_library(&w->library, &w->diag, &w->mem, &w->search);
    diag_settle(&w->diag);
}

void world_model(struct world *w, const char *text)
{
    world_read(w, text);
    world_build(w);
}

struct str findings_of(struct world *w, const char *text)
{
    char *copy = strdup(text); /* the text may lie in what is forgotten */
    assert_non_null(copy);
    world_reset(w);
    const char *kept_text = joined(w, copy, "");
    free(copy);
    world_model(w, kept_text);
    return world_findings(w);
}

const char *world_path(struct world *w, const char *name)
{
    if (!w->folder[0]) {
        const char *base = getenv("TMPDIR");
        snprintf(w->folder, sizeof w->folder, "%s/prmc-unit-XXXXXX", base && strlen(base) < 40 ? base : "/tmp");
        if (!mkdtemp(w->folder))
            fail_msg("no folder for files: %s", strerror(errno));
        search_add(&w->search, w->folder);
    }
    return formatted(w, "%s/%s", w->folder, name);
}

const char *world_write(struct world *w, const char *name, const char *text)
{
    const char *path = world_path(w, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

/* ---- Text ---- */

const char *formatted(struct world *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_bytes(&w->arena, (size_t)n + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)n + 1, format, args);
    va_end(args);
    return text;
}

const char *joined(struct world *w, const char *first, const char *second)
{
    return formatted(w, "%s%s", first, second);
}

const char *repeated(struct world *w, const char *text, uint32_t n)
{
    size_t length = strlen(text);
    char *all = arena_bytes(&w->arena, length * n + 1);
    for (uint32_t i = 0; i < n; i++)
        memcpy(all + i * length, text, length);
    all[length * n] = '\0';
    return all;
}

static struct str kept(struct world *w, struct buf *text)
{
    struct str copy = arena_str(&w->arena, buf_as_str(text));
    buf_free(text);
    return copy;
}

struct str world_findings(struct world *w)
{
    struct buf out = buf_on(&w->mem);
    VEC_EACH (struct finding *, at, &w->diag.findings) {
        struct location place = source_locate(&w->sources, (*at)->at.start);
        buf_printf(&out, "%s%s ", out.n ? ", " : "", rule_info((*at)->rule)->name);
        if (place.file != w->sources.files.at)
            buf_printf(&out, "%.*s:", STR_ARGS(place.file->path));
        buf_printf(&out, "%u:%u", place.line, place.column);
    }
    return kept(w, &out);
}

struct str world_fixed(struct world *w, uint32_t finding)
{
    assert_true(finding < w->diag.findings.n);
    const struct source_file *file = &w->sources.files.at[0];
    const struct fix *fix = w->diag.findings.at[finding]->fixes;
    struct buf out = buf_on(&w->mem);
    uint32_t done = 0;
    assert_non_null(fix);
    for (const struct edit *edit = fix->first; edit; edit = edit->next) {
        uint32_t start = edit->at.start - file->base;
        assert_true(start >= done && edit->at.end - file->base <= file->len);
        buf_add(&out, file->text + done, start - done);
        buf_str(&out, edit->text);
        done = edit->at.end - file->base;
    }
    buf_add(&out, file->text + done, file->len - done);
    return kept(w, &out);
}

struct str world_findings_at(struct world *w)
{
    struct buf out = buf_on(&w->mem);
    VEC_EACH (struct finding *, at, &w->diag.findings)
        buf_printf(&out, "%s%s '%.*s'", out.n ? ", " : "", rule_info((*at)->rule)->name,
                   STR_ARGS(source_text(&w->sources, (*at)->at)));
    return kept(w, &out);
}

/* A model with a component for each statement. */
static struct str found_in(struct world *w, const char *const *statements, size_t n, bool orders)
{
    w->has_words = true;
    world_reset(w);
    struct buf text = buf_on(&w->mem);
    buf_text(&text, SMALL "model M {\n  architecture Small\n  area AREA \"A\" {\n");
    if (orders)
        buf_text(&text, "    goal SG1 \"G\" {\n");
    for (size_t i = 0; i < n; i++)
        buf_printf(&text, "%s%zu \"T%zu\" {\nstatement %s\n}\n", orders ? "practice SP1." : "goal SG", i + 1, i + 1,
                   statements[i]);
    buf_text(&text, orders ? "    }\n  }\n}\n" : "  }\n}\n");
    world_model(w, buf_cstr(&text));
    return world_findings_at(w);
}

struct str found_in_orders(struct world *w, const char *const *statements, size_t n)
{
    return found_in(w, statements, n, true);
}

struct str found_in_states(struct world *w, const char *const *statements, size_t n)
{
    return found_in(w, statements, n, false);
}

static void add_steps(struct world *w, struct buf *out, const struct tree *tree, const struct arg *arg)
{
    if (arg->flags & ARG_QUALIFIED)
        buf_printf(out, "%.*s:", STR_ARGS(atom_text(&w->atoms, tree_path_model(tree, arg).name)));
    for (uint32_t i = 0; i < arg->n_steps; i++)
        buf_printf(out, "%s%.*s", i ? "/" : "", STR_ARGS(atom_text(&w->atoms, tree_path_step(tree, arg, i).name)));
}

static void add_arg(struct world *w, struct buf *out, const struct tree *tree, const struct arg *arg)
{
    struct str spelling = source_text(&w->sources, arg->at);
    switch ((enum arg_kind)arg->kind) {
    case ARG_WORD: buf_str(out, atom_text(&w->atoms, arg->value)); break;
    case ARG_RELATION: buf_printf(out, "<%.*s>", STR_ARGS(atom_text(&w->atoms, arg->value))); break;
    case ARG_REFERENCE: add_steps(w, out, tree, arg); break;
    case ARG_STRING: buf_printf(out, "\"%.*s\"", STR_ARGS(literal_text(&w->arena, spelling))); break;
    case ARG_TEXT: buf_printf(out, "'%.*s'", STR_ARGS(literal_text(&w->arena, spelling))); break;
    case ARG_STAR: buf_char(out, '*'); break;
    case ARG_MAYBE: buf_char(out, '?'); break;
    }
    if (arg->flags & ARG_TENTATIVE)
        buf_char(out, '?');
    if (arg->flags & ARG_RUN)
        buf_text(out, "..");
    if (arg->flags & ARG_COMMA)
        buf_char(out, ',');
}

/* Statements from `s` to `end`; those in a block in braces behind their head. */
static void add_statements(struct world *w, struct buf *out, const struct tree *tree, uint32_t s, uint32_t end)
{
    for (bool first = true; s < end; s = tree->statements.at[s].next, first = false) {
        const struct statement *at = &tree->statements.at[s];
        const struct arg *args;
        uint32_t n = tree_args(tree, s, &args);
        buf_text(out, first ? "" : "; ");
        if (at->damaged)
            buf_char(out, '!');
        buf_text(out, at->kind == STATEMENT_ROW ? "row" : atom_text(&w->atoms, at->word).ptr);
        for (uint32_t i = 0; i < n; i++) {
            buf_char(out, ' ');
            add_arg(w, out, tree, &args[i]);
        }
        if (at->open) {
            buf_text(out, " {");
            add_statements(w, out, tree, s + 1, at->next);
            buf_char(out, '}');
        }
        assert_true(at->next > s);
    }
}

struct str world_tree(struct world *w, uint32_t unit)
{
    struct buf out = buf_on(&w->mem);
    const struct tree *tree = &w->units.at.at[unit].tree;
    add_statements(w, &out, tree, 0, tree->statements.n);
    return kept(w, &out);
}

model_id world_model_named(struct world *w, const char *id)
{
    for (model_id m = 0; m < w->library.models.n; m++)
        if (str_is(atom_text(&w->atoms, w->library.models.at[m].id), id))
            return m;
    fail_msg("no model %s", id);
    return NONE;
}

struct mapping *world_mapping(struct world *w, const char *id)
{
    VEC_EACH (struct mapping, mapping, &w->library.mappings)
        if (str_is(atom_text(&w->atoms, mapping->id), id))
            return mapping;
    fail_msg("no mapping %s", id);
    return NULL;
}

struct str world_path_of(struct world *w, component_id id)
{
    struct buf out = buf_on(&w->mem);
    if (id == NONE)
        buf_char(&out, '-');
    else
        path_add(&out, &w->library, id);
    return kept(w, &out);
}

component_id world_component(struct world *w, const char *model, const char *path)
{
    model_id m = world_model_named(w, model);
    const struct model *at = &w->library.models.at[m];
    for (component_id id = at->first; id < at->first + at->n; id++)
        if (str_is(world_path_of(w, id), path))
            return id;
    fail_msg("no component %s in %s", path, model);
    return NONE;
}

/* ---- Assertions ---- */

static char current_case[512];

void in_case(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(current_case, sizeof current_case, format, args);
    va_end(args);
}

static void fail_at(const char *file, int line)
{
    if (current_case[0])
        print_error("in the case: %s\n", current_case);
    _fail(file, line);
}

void expect_str_at(struct str actual, const char *wanted, const char *file, int line)
{
    if (str_is(actual, wanted))
        return;
    print_error("got:    %.*s\nwanted: %s\n", STR_ARGS(actual), wanted);
    fail_at(file, line);
}

void expect_number_at(int64_t actual, int64_t wanted, const char *file, int line)
{
    if (actual == wanted)
        return;
    print_error("got %lld, wanted %lld\n", (long long)actual, (long long)wanted);
    fail_at(file, line);
}

void expect_true_at(bool condition, const char *text, const char *file, int line)
{
    if (condition)
        return;
    print_error("does not hold: %s\n", text);
    fail_at(file, line);
}

/* ---- Running ---- */

static struct world world;
static const char *running = "";
static unsigned seconds = SECONDS_MOST;

static void on_alarm(int number)
{
    static const char message[] = " does not end\n";
    (void)number;
    if (write(STDERR_FILENO, running, strlen(running)) >= 0 && write(STDERR_FILENO, message, sizeof message - 1) >= 0)
        _exit(3);
    _exit(3);
}

static void run_in_world(void **state)
{
    const struct unit_test *test = *state;
    if (world.mem.guard)
        close_world(&world); /* the test before failed */
    current_case[0] = '\0';
    running = test->name;
    world.mem.guard = &world.exhausted;
    if (setjmp(world.exhausted) != 0)
        fail_msg("out of memory in %s", running);
    alarm(seconds);
    open_world(&world);
    test->run(&world);
    close_world(&world);
    alarm(0);
}

static int run_group(const char *file, const struct unit_test *tests, size_t n)
{
    struct CMUnitTest *group = calloc(n + 1, sizeof *group);
    if (!group)
        return 1;
    for (size_t i = 0; i < n; i++)
        group[i] = (struct CMUnitTest){tests[i].name, run_in_world, NULL, NULL, (void *)(uintptr_t)&tests[i]};
    int failed = _cmocka_run_group_tests(file, group, n, NULL, NULL);
    free(group);
    if (world.mem.guard)
        close_world(&world);
    return failed;
}

static bool is_known(const char *file, const char *test)
{
    char name[256];
    snprintf(name, sizeof name, "unit/%s:%s", file, test);
    return is_known_failure(name);
}

/* Runs a test that is known to fail in a process of its own. Returns 1 if it passes. */
static int run_known(const char *file, const struct unit_test *test)
{
    fflush(stdout);
    fflush(stderr);
    pid_t child = fork();
    if (child == 0) {
        seconds = SECONDS_OF_KNOWN;
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
            _exit(2);
        exit(run_group(file, test, 1) ? 1 : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        printf("[  FAILED  ] %s passes: take unit/%s:%s out of tests/known-failures\n", test->name, file, test->name);
        return 1;
    }
    printf("[  KNOWN   ] unit/%s:%s\n", file, test->name);
    return 0;
}

int unit_main(const char *file, const struct unit_test *tests, size_t n, int argc, char **argv)
{
    int failed = 0;
    size_t n_wanted = 0;
    struct unit_test *wanted = calloc(n, sizeof *wanted);
    if (!wanted || signal(SIGALRM, on_alarm) == SIG_ERR)
        return 1;
    for (size_t i = 0; i < n; i++)
        if (argc > 1 ? strcmp(tests[i].name, argv[1]) == 0 : !is_known(file, tests[i].name))
            wanted[n_wanted++] = tests[i];
    if (n_wanted)
        failed += run_group(file, wanted, n_wanted);
    for (size_t i = 0; i < n && argc == 1; i++)
        if (is_known(file, tests[i].name))
            failed += run_known(file, &tests[i]);
    free(wanted);
    return argc > 1 && n_wanted == 0 ? 2 : failed ? 1 : 0;
}
