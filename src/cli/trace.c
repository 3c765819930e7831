/* prmc trace, skeleton: what is asked about a component, or two models. */

#include <sys/stat.h>

#include "base/path.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "diag/snippet.h"
#include "emit/skeleton.h"
#include "emit/trace.h"
#include "fmt/fmt.h"
#include "model/names/locate.h"
#include "model/names/path.h"
#include "syntax/literal.h"
#include "syntax/parser.h"

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

static int no_model(const struct library *library, struct str id)
{
    struct str near = locate_near_model(library, id);
    if (near.ptr)
        return usage_error("no model `%.*s`; there is `%.*s`", STR_ARGS(id), STR_ARGS(near));
    struct buf known = buf_on(library->mem);
    VEC_EACH (const struct model, model, &library->models)
        buf_printf(&known, "%s`%.*s`", known.n ? ", " : "", STR_ARGS(atom_text(library->atoms, model->id)));
    int status = usage_error("no model `%.*s`; %s%s", STR_ARGS(id), known.n ? "there are: " : "none was read",
                             buf_cstr(&known));
    buf_free(&known);
    return status;
}

/* Says which components a name may mean. */
static int no_component(const char *before, const char *name, const char *after, const struct library *library,
                        const component_list *candidates)
{
    enum { SHOWN_MOST = 12 };
    struct buf text = buf_on(library->mem);
    for (uint32_t i = 0; i < candidates->n && i < SHOWN_MOST; i++) {
        struct str title = library->components.at[candidates->at[i]].title;
        buf_text(&text, "\n  ");
        path_add_full(&text, library, candidates->at[i]);
        buf_text(&text, title.len ? "  " : "");
        add_visible(&text, title);
    }
    if (candidates->n > SHOWN_MOST)
        buf_printf(&text, "\n  and %u more", candidates->n - SHOWN_MOST);
    int status = usage_error("%s`%s`%s%s", before, name, after, buf_cstr(&text));
    buf_free(&text);
    return status;
}

static int unknown_component(const struct library *library, const char *name, const struct designation *designation,
                             component_list *near)
{
    if (locate_model(library, str_of(name)) != NONE)
        return usage_error("`%s` is a model; name a component of it, as in `%s:ID`", name, name);
    locate_near(library, designation, near);
    const char *after = near->n == 0   ? "; components are named by their ids, as in `PP/SP1.1`"
                        : near->n == 1 ? "; there is:"
                                       : "; there are:";
    return no_component("no component ", name, after, library, near);
}

/* Finds the one component that a name means, EXIT_USAGE with a message if there is not exactly one. */
static int find_component(const struct library *library, const char *name, component_id *component)
{
    struct arena arena = arena_on(library->mem);
    struct designation designation;
    component_list found = {0};
    int status = EXIT_OK;
    bool is_path = locate_split(library, &arena, str_of(name), &designation);
    if (is_path)
        locate(library, &designation, &found);
    if (!is_path)
        status = usage_error("`%s` is no reference; one looks like `PP/SP1.1` or `CMMI-SVC:PP/SP1.1`", name);
    else if (designation.model.len && locate_model(library, designation.model) == NONE)
        status = no_model(library, designation.model);
    else if (found.n == 0)
        status = unknown_component(library, name, &designation, &found);
    else if (found.n > 1)
        status = no_component("", name, " is ambiguous; there are:", library, &found);
    else
        *component = found.at[0];
    vec_free(library->mem, &found);
    arena_free(&arena);
    return status;
}

/* ---- trace ---- */

int run_trace(struct options *options)
{
    const char *name = NULL;
    component_id component = NONE;
    struct session session;
    int status = take_names(options, &name, 1, "trace takes a component, then files: `prmc trace REF FILE...`");
    if (status == EXIT_OK)
        status = prepare(&session, options);
    if (status == EXIT_OK)
        status = find_component(&session.library, name, &component);
    if (status != EXIT_OK)
        return status;
    struct buf text = buf_on(options->mem);
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

/* How the skeleton imports a file: from its own folder, or from one of -I or of the installed models. */
static struct str import_name(const struct session *session, const struct source_file *file)
{
    const struct search *search = &session->search;
    bool is_working = search->working.len && path_within(search->working, file->real);
    for (uint32_t i = 0; i < search->folders.n && !is_working; i++)
        if (path_within(search->folders.at[i].real, file->real))
            return path_relative(search->arena, search->folders.at[i].real, file->real);
    return path_relative(search->arena, skeleton_folder(session), file->real);
}

static void add_import(struct buf *out, const struct session *session, model_id id)
{
    const struct model *model = &session->library.models.at[id];
    const struct source_file *file = &session->sources.files.at[model->unit];
    if (file->real.len) {
        buf_text(out, "import ");
        literal_add(out, import_name(session, file));
    } else {
        buf_printf(out, "# `%.*s` was read from standard input: import its file",
                   STR_ARGS(atom_text(session->library.atoms, model->id)));
    }
    buf_char(out, '\n');
}

/* Puts a text into the layout of the formatter; what does not parse stays as it is. */
static void format(struct session *session, struct buf *text)
{
    struct file_bytes bytes = {.n = (uint32_t)text->n};
    buf_repeat(text, '\0', FILE_PADDING);
    bytes.at = text->at;
    text->n = bytes.n;
    struct tree tree = {.file = source_add(&session->sources, STR("<skeleton>"), STR_NONE, bytes)};
    if (tree.file == UINT32_MAX)
        return;
    parse_file(&tree, session->mem, &session->atoms, &session->diag, true);
    if (tree.broken)
        return;
    struct buf formatted = buf_on(text->mem);
    format_file(&formatted, &tree, &session->sources, &session->atoms);
    *text = formatted;
}

/* A skeleton is begun once and then worked on: it replaces nothing. */
static int check_new(const char *path)
{
    struct stat info;
    if (is_there(path, &info) && S_ISREG(info.st_mode))
        return usage_error("%s is there already; a skeleton replaces nothing", path);
    return EXIT_OK;
}

/* Finds the two models by their ids, EXIT_USAGE with a message if there is no such model. */
static int find_models(const struct library *library, const char *const names[2], model_id models[2])
{
    for (uint32_t i = 0; i < 2; i++) {
        models[i] = locate_model(library, str_of(names[i]));
        if (models[i] == NONE)
            return no_model(library, str_of(names[i]));
    }
    return EXIT_OK;
}

int run_skeleton(struct options *options)
{
    const char *names[2] = {NULL, NULL};
    model_id models[2];
    struct session session;
    int status = take_names(options, names, 2,
                            "skeleton takes two models, then files: `prmc skeleton FROM TO FILE...`");
    if (status == EXIT_OK)
        status = check_new(options->out);
    if (status == EXIT_OK)
        status = prepare(&session, options);
    if (status == EXIT_OK)
        status = find_models(&session.library, names, models);
    if (status != EXIT_OK)
        return status;
    struct buf text = buf_on(options->mem);
    add_import(&text, &session, models[0]);
    if (session.library.models.at[models[1]].unit != session.library.models.at[models[0]].unit)
        add_import(&text, &session, models[1]);
    buf_char(&text, '\n');
    write_skeleton(&text, &session.library, models[0], models[1]);
    format(&session, &text);
    status = write_file_or_stdout(options->mem, options->out, &text);
    return status != EXIT_OK ? status : session_status(&session);
}
