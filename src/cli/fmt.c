/* prmc fmt */

#include "base/diff.h"
#include "cli/commands.h"
#include "fmt/fmt.h"

struct formatting {
    struct session session;
    struct options *options;
    uint32_t n_changed, n_broken;
};

/* Puts a formatted file in the place of the old one, or shows what would change. */
static int deliver(struct formatting *formatting, const char *path, const struct source_file *file, struct buf *text)
{
    struct str before = {file->text, file->len};
    bool is_stdin = strcmp(path, "-") == 0;
    bool changed = !str_eq(before, buf_as_str(text));
    formatting->n_changed += changed;
    if (formatting->options->diff) {
        struct buf diff = buf_on(text->mem);
        diff_add(&diff, file->path, before, buf_as_str(text));
        return write_stream(stdout, &diff);
    }
    if (formatting->options->check) {
        struct buf line = buf_on(text->mem);
        if (changed)
            buf_printf(&line, "%.*s\n", STR_ARGS(file->path));
        return write_stream(stdout, &line);
    }
    if (!is_stdin && !changed)
        return EXIT_OK;
    return write_file_or_stdout(text->mem, path, text);
}

static int format_one(struct formatting *formatting, const char *path)
{
    struct session *session = &formatting->session;
    uint32_t unit = session->units.at.n;
    enum file_status status = load_single(&session->units, path);
    if (status != FILE_READ)
        return session_unreadable(path, status);
    const struct tree *tree = &session->units.at.at[unit].tree;
    if (tree->broken) {
        formatting->n_broken++;
        return EXIT_OK;
    }
    struct buf text = buf_on(session->mem);
    format_file(&text, tree, &session->sources, &session->atoms);
    int written = deliver(formatting, path, &session->sources.files.at[unit], &text);
    buf_free(&text);
    return written;
}

int run_fmt(struct options *options)
{
    struct formatting formatting = {.options = options};
    session_init(&formatting.session, options);
    formatting.session.units.keeps_comments = true;
    if (options->files.n == 0)
        return usage_error("name a file, or `-` for standard input");
    VEC_EACH (const char *, path, &options->files) {
        int status = format_one(&formatting, *path);
        if (status != EXIT_OK)
            return status;
    }
    if (formatting.n_broken) {
        /* only what keeps files from being formatted is worth saying here */
        formatting.session.diag.is_chosen[RULE_non_breaking_space] = true;
        formatting.session.diag.is_chosen[RULE_empty_file] = true;
        diag_settle(&formatting.session.diag);
        session_report(&formatting.session);
    }
    bool shows = options->check || options->diff;
    return formatting.n_broken || (shows && formatting.n_changed) ? EXIT_FINDINGS : EXIT_OK;
}
