#include "cli/session.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "check/check.h"
#include "cli/baseline.h"
#include "cli/fix.h"
#include "cli/terminal.h"
#include "model/build.h"
#include "model/translation/translation.h"

/* Where the models are that come with the program: beside it when it runs from its source tree, and
   where `make install` puts them. */
static void add_installed_models(struct session *session)
{
    static const char *const places[] = {"../share/prmc/models", "../models"};
    struct str program = file_real_path(&session->arena, "/proc/self/exe");
    if (!program.ptr)
        return;
    struct str folder = path_folder(&session->arena, program);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        struct str place = path_join(&session->arena, folder, str_of(places[i]));
        search_add_installed(&session->search, path_normal(&session->arena, place).ptr);
    }
}

/* What a preset makes of a rule: `core` leaves the others out, `strict` lets none be less than a warning. */
static void choose_preset(struct diag *diag, enum preset preset)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
        bool is_out = preset == PRESET_CORE && rule_preset(rule) != PRESET_CORE;
        bool is_raised = preset == PRESET_STRICT && diag_severity(diag, rule) < SEVERITY_WARNING;
        if (!is_out && !is_raised)
            continue;
        diag->chosen[rule] = is_out ? SEVERITY_OFF : SEVERITY_WARNING;
        diag->is_chosen[rule] = true;
    }
}

static void choose_levels(struct session *session)
{
    VEC_EACH (const struct level_option, level, &session->options->levels)
        for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
            if (rule_is_fixed(rule) || !rule_selected(rule, str_of(level->selector)))
                continue;
            session->diag.chosen[rule] = level->severity;
            session->diag.is_chosen[rule] = true;
        }
}

void session_init(struct session *session, struct options *options)
{
    struct mem *mem = options->mem;
    *session = (struct session){.mem = mem, .options = options, .arena = arena_on(mem)};
    atoms_init(&session->atoms, mem);
    keywords_intern(&session->atoms);
    sources_init(&session->sources, mem);
    search_init(&session->search, &session->arena);
    VEC_EACH (const char *, folder, &options->include)
        search_add(&session->search, *folder);
    add_installed_models(session);
    diag_init(&session->diag, mem, &session->sources);
    session->diag.stage = options->stage;
    choose_preset(&session->diag, options->preset);
    choose_levels(session);
    session->units = (struct units){
        .mem = mem,
        .atoms = &session->atoms,
        .diag = &session->diag,
        .sources = &session->sources,
        .search = &session->search,
    };
}

int session_unreadable(const char *path, enum file_status status)
{
    if (*path == '\0')
        return usage_error("the name of a file is empty");
    switch (status) {
    case FILE_MISSING: return usage_error("%s: no such file", path);
    case FILE_FOLDER: return usage_error("%s: a folder; name the files in it", path);
    case FILE_NOT_REGULAR: return usage_error("%s: not a regular file", path);
    case FILE_TOO_LARGE: return usage_error("%s: larger than 1 GiB", path);
    default: return usage_error("%s: %s", path, strerror(errno));
    }
}

enum { LARGE_INPUT = 8 << 20 };

/* Work on a small input is done before anybody could read what is going on. */
static bool wants_progress(const struct options *options)
{
    off_t size = 0;
    struct stat info;
    VEC_EACH (const char *const, path, &options->files)
        if (stat(*path, &info) == 0)
            size += info.st_size;
    return size > LARGE_INPUT && isatty(STDERR_FILENO);
}

void session_progress(const struct session *session, const char *what)
{
    if (!session->shows_progress)
        return;
    fputs("\r\033[K", stderr);
    if (what)
        fprintf(stderr, "prmc: %s ...", what);
    fflush(stderr);
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

int session_read(struct session *session)
{
    if (session->options->files.n == 0)
        return usage_error("name a file, or `-` for standard input");
    VEC_EACH (const char *const, folder, &session->options->po)
        if (!is_folder(*folder))
            return usage_error("--po: %s: no such folder", *folder);
    session->shows_progress = wants_progress(session->options);
    session_progress(session, "reading");
    VEC_EACH (const char *, path, &session->options->files) {
        enum file_status status = load_file(&session->units, *path);
        if (status != FILE_READ) {
            session_progress(session, NULL);
            return session_unreadable(*path, status);
        }
    }
    session_progress(session, NULL);
    return EXIT_OK;
}

/* Reads the translations that the options name. */
static void read_translations(struct session *session)
{
    VEC_EACH (const char *const, folder, &session->options->po)
        translations_read(&session->library, &session->diag, &session->sources, &session->search, *folder);
    translations_borrow(&session->library, &session->search);
}

void session_check(struct session *session)
{
    session_progress(session, "resolving");
    library_build(&session->library, &session->units);
    read_translations(session);
    session_progress(session, "checking");
    check_library(&session->library, &session->diag, session->mem, &session->search);
    diag_settle(&session->diag);
    refuse_damaged_files(session);
    note_files_elsewhere(session);
    session_progress(session, NULL);
}

int session_run(struct session *session, struct options *options)
{
    session_init(session, options);
    int status = session_read(session);
    if (status == EXIT_OK)
        session_check(session);
    if (status == EXIT_OK)
        status = use_baseline(session);
    return status;
}

bool session_has_errors(const struct session *session)
{
    return session->diag.counts[SEVERITY_ERROR] > 0;
}

int session_status(const struct session *session)
{
    for (enum severity severity = SEVERITY_INFO; severity <= SEVERITY_ERROR; severity++)
        if (severity >= session->options->fail_on && session->diag.counts[severity])
            return EXIT_FINDINGS;
    return EXIT_OK;
}

void session_report(const struct session *session)
{
    struct buf text = buf_on(session->mem);
    if (session->diag.findings.n) {
        write_text(&text, &session->diag, terminal_style(session, stderr));
        write_summary(&text, &session->diag);
    }
    write_stream(stderr, &text);
    buf_free(&text);
}

int write_stream(FILE *stream, const struct buf *text)
{
    if (text->n && fwrite(text->at, 1, text->n, stream) != text->n)
        return usage_error("cannot write: %s", strerror(errno));
    if (fflush(stream) != 0)
        return usage_error("cannot write: %s", strerror(errno));
    return EXIT_OK;
}

/* A pipe or a device is written to, not replaced. */
static bool is_device(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static int write_device(const char *path, const struct buf *text)
{
    FILE *stream = fopen(path, "w");
    if (!stream)
        return usage_error("cannot write %s: %s", path, strerror(errno));
    int status = write_stream(stream, text);
    if (fclose(stream) != 0 && status == EXIT_OK)
        status = usage_error("cannot write %s: %s", path, strerror(errno));
    return status;
}

int write_file_or_stdout(struct mem *mem, const char *path, struct buf *text)
{
    if (!path || strcmp(path, "-") == 0)
        return write_stream(stdout, text);
    if (is_device(path))
        return write_device(path, text);
    struct output *output = output_new(mem);
    struct str folder = path_folder(&output->arena, str_of(path));
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    output_add(output, folder.ptr, name, text);
    bool done = output_commit(output);
    int status = done ? EXIT_OK : usage_error("cannot write %s: %s", path, strerror(output->error));
    output_close(output);
    return status;
}
