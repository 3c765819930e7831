/* prmc check */

#include "cli/commands.h"
#include "cli/fix.h"

static void write_findings(struct buf *out, const struct session *session, const char *format, FILE *stream)
{
    struct style style = session_style(session, stream);
    if (strcmp(format, "json") == 0) {
        write_json(out, &session->diag);
    } else if (strcmp(format, "jsonl") == 0) {
        write_jsonl(out, &session->diag);
    } else if (strcmp(format, "short") == 0) {
        write_short(out, &session->diag, style);
    } else {
        write_text(out, &session->diag, style);
        write_summary(out, &session->diag);
    }
}

static enum safety most_unsafe(const struct options *options)
{
    return options->unsafe ? SAFETY_UNSAFE : SAFETY_SAFE;
}

/* Says which of the files that the user wants fixed are left alone. */
static void report_refused(const struct session *session)
{
    VEC_EACH (const struct source_file, file, &session->sources.files)
        if (file->named && file->damaged[most_unsafe(session->options)])
            fprintf(stderr, "prmc: %.*s is not fixed while it has errors of syntax\n", STR_ARGS(file->path));
}

/* Applies fixes until none is left; each round may make new ones possible. */
static int fix_and_check(struct session *session, struct options *options)
{
    enum { ROUNDS_MOST = 10 };
    uint32_t applied = 1;
    int status = EXIT_OK;
    for (int round = 0; round < ROUNDS_MOST && applied && status == EXIT_OK; round++) {
        status = apply_fixes(session, most_unsafe(options), NULL, &applied);
        if (status == EXIT_OK && applied)
            status = session_run(session, options);
    }
    if (status == EXIT_OK)
        report_refused(session);
    return status;
}

static int show_fixes(struct session *session, struct options *options)
{
    uint32_t applied;
    struct buf diff = buf_on(options->mem);
    report_refused(session);
    int status = apply_fixes(session, most_unsafe(options), &diff, &applied);
    if (status == EXIT_OK)
        status = write_stream(stdout, &diff);
    return status != EXIT_OK ? status : session_status(session);
}

static int write_outputs(const struct session *session, const struct options *options)
{
    VEC_EACH (const struct output_option, output, &options->outputs) {
        struct buf text = buf_on(options->mem);
        write_findings(&text, session, output->format, stderr);
        int status = write_file_or_stdout(options->mem, output->file, &text);
        if (status != EXIT_OK)
            return status;
        buf_free(&text);
    }
    return EXIT_OK;
}

static bool reads_stdin(const struct options *options)
{
    VEC_EACH (const char *const, path, &options->files)
        if (strcmp(*path, "-") == 0)
            return true;
    return false;
}

int run_check(struct options *options)
{
    struct session session;
    if ((options->unsafe || options->diff) && !options->fix)
        return usage_error("--unsafe and --diff go with --fix");
    if (options->fix && reads_stdin(options))
        return usage_error("standard input cannot be fixed");
    int status = session_run(&session, options);
    if (status == EXIT_OK && options->fix && options->diff)
        return show_fixes(&session, options);
    if (status == EXIT_OK && options->fix)
        status = fix_and_check(&session, options);
    if (status == EXIT_OK)
        status = write_outputs(&session, options);
    if (status != EXIT_OK)
        return status;
    struct buf text = buf_on(options->mem);
    write_findings(&text, &session, options->format ? options->format : "text", stdout);
    status = write_stream(stdout, &text);
    return status != EXIT_OK ? status : session_status(&session);
}
