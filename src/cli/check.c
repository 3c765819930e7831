/* prmc check */

#include "cli/commands.h"
#include "cli/fix.h"
#include "cli/formats.h"

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
    if (status == EXIT_OK && applied == 0)
        fputs("prmc: nothing can be fixed\n", stderr);
    return status != EXIT_OK ? status : session_status(session);
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
    int status = check_outputs(options);
    if (status == EXIT_OK)
        status = session_run(&session, options);
    if (status == EXIT_OK && options->fix && options->diff)
        return show_fixes(&session, options);
    if (status == EXIT_OK && options->fix)
        status = fix_and_check(&session, options);
    if (status == EXIT_OK)
        status = write_findings(&session);
    return status != EXIT_OK ? status : session_status(&session);
}
