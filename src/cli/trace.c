/* prmc trace, skeleton: what is asked about a component, or two models. */

#include <sys/stat.h>

#include "base/path.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "emit/trace.h"
#include "lib/asked.h"

/* ---- What is named ---- */

/* Takes the first arguments, which are no files, off the options; EXIT_USAGE if there are too few or they look
   like files. */
static int take_names(struct options *options, const char **names, uint32_t n, const char *usage)
{
    bool are_names = options->files.n > n;
    for (uint32_t i = 0; i < n && are_names; i++) {
        names[i] = options->files.at[i];
        are_names = !str_ends(str_of(names[i]), STR(".prm"));
    }
    if (!are_names)
        return usage_error("%s", usage);
    options->files.n -= n;
    memmove(options->files.at, options->files.at + n, options->files.n * sizeof *options->files.at);
    return EXIT_OK;
}

/* Reads and checks; what is found is shown where it fails the run: the answer is what was asked for. */
static int prepare(struct session *session, struct options *options)
{
    int status = session_run(session, options);
    if (status != EXIT_OK)
        return status;
    if (session_has_errors(session) || session_status(session) != EXIT_OK)
        session_report(session);
    return session_has_errors(session) ? EXIT_FINDINGS : EXIT_OK;
}

/* Says what the user has named that is not there. */
static int unknown(const struct buf *problem)
{
    return usage_error("%.*s", (int)problem->n, problem->at);
}

/* ---- trace ---- */

int run_trace(struct options *options)
{
    const char *name = NULL;
    struct session session;
    int status = take_names(options, &name, 1, "trace takes a component, then files: `prmc trace REF FILE...`");
    if (status == EXIT_OK)
        status = prepare(&session, options);
    if (status != EXIT_OK)
        return status;
    struct buf text = buf_on(options->mem), problem = buf_on(options->mem);
    component_id component = asked_component(&session.library, name, &problem);
    if (component == NONE)
        return unknown(&problem);
    if (options->format && strcmp(options->format, "json") == 0)
        write_trace_json(&text, &session.library, component);
    else
        write_trace_text(&text, &session.library, component, options->all, terminal_style(&session, stdout));
    status = write_stream(stdout, &text);
    return status != EXIT_OK ? status : session_status(&session);
}

/* ---- skeleton ---- */

static bool is_there(const char *path, struct stat *info)
{
    return path && stat(path, info) == 0;
}

/* The folder that the skeleton will lie in, absolute: the working folder, if it goes to a pipe or the like. */
static struct str skeleton_folder(const struct session *session)
{
    const struct search *search = &session->search;
    const char *out = session->options->out;
    struct stat info;
    struct str folder = out && !is_there(out, &info) ? path_folder(search->arena, str_of(out)) : STR(".");
    struct str real = file_real_path(search->arena, folder.ptr);
    return real.ptr ? real : path_normal(search->arena, path_join(search->arena, search->working, folder));
}

/* A skeleton is begun once and then worked on: it replaces nothing. */
static int check_new(const char *path)
{
    struct stat info;
    if (is_there(path, &info) && S_ISREG(info.st_mode))
        return usage_error("%s is there already; a skeleton replaces nothing", path);
    return EXIT_OK;
}

int run_skeleton(struct options *options)
{
    const char *names[2] = {NULL, NULL};
    model_id models[2] = {NONE, NONE};
    struct session session;
    struct buf text = buf_on(options->mem), problem = buf_on(options->mem);
    int status =
        take_names(options, names, 2, "skeleton takes two models, then files: `prmc skeleton FROM TO FILE...`");
    if (status == EXIT_OK)
        status = check_new(options->out);
    if (status == EXIT_OK)
        status = prepare(&session, options);
    for (int i = 0; i < 2 && status == EXIT_OK; i++) {
        models[i] = asked_model(&session.library, names[i], &problem);
        status = models[i] == NONE ? unknown(&problem) : EXIT_OK;
    }
    if (status != EXIT_OK)
        return status;
    session_skeleton(&session, models[0], models[1], skeleton_folder(&session), &text);
    status = write_file_or_stdout(options->mem, options->out, &text);
    return status != EXIT_OK ? status : session_status(&session);
}
