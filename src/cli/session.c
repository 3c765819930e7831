#include "cli/session.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "cli/baseline.h"
#include "cli/terminal.h"

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

void session_init(struct session *session, struct options *options)
{
    session_begin(session, options->mem);
    session->options = options;
    VEC_EACH (const char *, folder, &options->include)
        search_add(&session->search, *folder);
    VEC_EACH (const char *, folder, &options->po)
        vec_push(session->mem, &session->translations, *folder);
    add_installed_models(session);
    session->diag.stage = options->stage;
    session_choose_preset(session, options->preset);
    VEC_EACH (const struct level_option, level, &options->levels)
        session_choose_level(session, str_of(level->selector), level->severity);
}

int session_unreadable(const char *path, enum file_status status)
{
    if (*path == '\0')
        return usage_error("the name of a file is empty");
    return usage_error("%s: %s", path, unreadable_reason(status));
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

static void show_progress(const char *what)
{
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
    if (wants_progress(session->options))
        session->progress = show_progress;
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
