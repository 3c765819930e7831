#include "lib/asked.h"

#include "base/path.h"
#include "diag/snippet.h"
#include "emit/skeleton.h"
#include "fmt/fmt.h"
#include "model/names/locate.h"
#include "model/names/path.h"
#include "syntax/literal.h"
#include "syntax/parser.h"

/* ---- Names ---- */

static void add_known_models(struct buf *out, const struct library *library)
{
    const char *before = "there are: ";
    if (library->models.n == 0)
        buf_text(out, "none was read");
    VEC_EACH (const struct model, model, &library->models) {
        buf_printf(out, "%s`%.*s`", before, STR_ARGS(atom_text(library->atoms, model->id)));
        before = ", ";
    }
}

static void add_no_model(struct buf *out, const struct library *library, struct str id)
{
    struct str near = locate_near_model(library, id);
    buf_printf(out, "no model `%.*s`; ", STR_ARGS(id));
    if (near.ptr)
        buf_printf(out, "there is `%.*s`", STR_ARGS(near));
    else
        add_known_models(out, library);
}

model_id asked_model(const struct library *library, const char *id, struct buf *problem)
{
    model_id model = locate_model(library, str_of(id));
    if (model == NONE)
        add_no_model(problem, library, str_of(id));
    return model;
}

/* The components that a name may mean, a line each. */
static void add_candidates(struct buf *out, const struct library *library, const component_list *candidates)
{
    enum { SHOWN_MOST = 12 };
    for (uint32_t i = 0; i < candidates->n && i < SHOWN_MOST; i++) {
        struct str title = library->components.at[candidates->at[i]].title;
        buf_text(out, "\n  ");
        path_add_full(out, library, candidates->at[i]);
        buf_text(out, title.len ? "  " : "");
        add_visible(out, title);
    }
    if (candidates->n > SHOWN_MOST)
        buf_printf(out, "\n  and %u more", candidates->n - SHOWN_MOST);
}

static void add_no_component(struct buf *out, const struct library *library, const char *name,
                             const struct designation *designation, component_list *near)
{
    if (locate_model(library, str_of(name)) != NONE) {
        buf_printf(out, "`%s` is a model; name a component of it, as in `%s:ID`", name, name);
        return;
    }
    locate_near(library, designation, near);
    buf_printf(out, "no component `%s`", name);
    buf_text(out, near->n == 0   ? "; components are named by their ids, as in `PP/SP1.1`"
                  : near->n == 1 ? "; there is:"
                                 : "; there are:");
    add_candidates(out, library, near);
}

component_id asked_component(const struct library *library, const char *name, struct buf *problem)
{
    struct arena arena = arena_on(library->mem);
    struct designation designation;
    component_list found = {0};
    component_id component = NONE;
    bool is_path = locate_split(library, &arena, str_of(name), &designation);
    if (is_path)
        locate(library, &designation, &found);
    if (!is_path) {
        buf_printf(problem, "`%s` is no reference; one looks like `PP/SP1.1` or `CMMI-SVC:PP/SP1.1`", name);
    } else if (designation.model.len && locate_model(library, designation.model) == NONE) {
        add_no_model(problem, library, designation.model);
    } else if (found.n == 0) {
        add_no_component(problem, library, name, &designation, &found);
    } else if (found.n > 1) {
        buf_printf(problem, "`%s` is ambiguous; there are:", name);
        add_candidates(problem, library, &found);
    } else {
        component = found.at[0];
    }
    vec_free(library->mem, &found);
    arena_free(&arena);
    return component;
}

/* ---- Skeletons ---- */

/* How a file in a folder imports another: from there, or from one of -I or of the installed models. */
static struct str import_name(const struct session *session, struct str folder, const struct source_file *file)
{
    const struct search *search = &session->search;
    bool is_working = search->working.len && path_within(search->working, file->real);
    for (uint32_t i = 0; i < search->folders.n && !is_working; i++)
        if (path_within(search->folders.at[i].real, file->real))
            return path_relative(search->arena, search->folders.at[i].real, file->real);
    return path_relative(search->arena, folder, file->real);
}

static void add_import(struct buf *out, const struct session *session, struct str folder, model_id id)
{
    const struct model *model = &session->library.models.at[id];
    const struct source_file *file = &session->sources.files.at[model->unit];
    if (file->real.len) {
        buf_text(out, "import ");
        literal_add(out, import_name(session, folder, file));
    } else {
        buf_printf(out, "# `%.*s` was read from standard input: import its file",
                   STR_ARGS(atom_text(session->library.atoms, model->id)));
    }
    buf_char(out, '\n');
}

/* Appends a text in the layout of the formatter; what does not parse as it is. */
static void add_formatted(struct buf *out, struct session *session, struct buf *text)
{
    struct file_bytes bytes = {.n = (uint32_t)text->n};
    struct str plain = buf_as_str(text);
    buf_repeat(text, '\0', FILE_PADDING);
    plain.ptr = bytes.at = text->at;
    struct tree tree = {.file = source_add(&session->sources, STR("<skeleton>"), STR_NONE, bytes)};
    if (tree.file != UINT32_MAX)
        parse_file(&tree, session->mem, &session->atoms, &session->diag, true);
    if (tree.file == UINT32_MAX || tree.broken)
        buf_str(out, plain);
    else
        format_file(out, &tree, &session->sources, &session->atoms);
}

void session_skeleton(struct session *session, model_id from, model_id to, struct str folder, struct buf *out)
{
    struct buf text = buf_on(session->mem);
    add_import(&text, session, folder, from);
    if (session->library.models.at[to].unit != session->library.models.at[from].unit)
        add_import(&text, session, folder, to);
    buf_char(&text, '\n');
    write_skeleton(&text, &session->library, from, to);
    add_formatted(out, session, &text);
}
