/* The formats of `prmc check`, and where they go. */

#include "cli/formats.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/path.h"
#include "cli/terminal.h"

static void text_and_summary(struct buf *out, const struct session *session, struct style style)
{
    write_text(out, &session->diag, style);
    write_summary(out, &session->diag);
}

static void short_lines(struct buf *out, const struct session *session, struct style style)
{
    write_short(out, &session->diag, style);
}

static void json(struct buf *out, const struct session *session, struct style style)
{
    (void)style;
    write_json(out, &session->diag);
}

static void jsonl(struct buf *out, const struct session *session, struct style style)
{
    (void)style;
    write_jsonl(out, &session->diag);
}

static void sarif(struct buf *out, const struct session *session, struct style style)
{
    (void)style;
    write_sarif(out, &session->diag);
}

static void github(struct buf *out, const struct session *session, struct style style)
{
    (void)style;
    write_github(out, &session->diag);
}

static void junit(struct buf *out, const struct session *session, struct style style)
{
    (void)style;
    write_junit(out, &session->diag, session->options->fail_on);
}

/* Their names are listed in main.c, too, for the help. */
static const struct format {
    const char *name;
    void (*write)(struct buf *out, const struct session *session, struct style style);
} formats[] = {
    {"text", text_and_summary}, {"short", short_lines}, {"json", json},   {"jsonl", jsonl},
    {"sarif", sarif},           {"github", github},     {"junit", junit},
};

static void write_as(struct buf *out, const struct session *session, const char *name, struct style style)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].name, name) == 0)
            formats[i].write(out, session, style);
}

static bool is_stdout(const struct output_option *output)
{
    return strcmp(output->file, "-") == 0;
}

/* A pipe or a device is written to, not replaced. */
static bool is_replaced(const char *path)
{
    struct stat info;
    return stat(path, &info) != 0 || S_ISREG(info.st_mode) || S_ISDIR(info.st_mode);
}

int check_outputs(const struct options *options)
{
    bool taken = options->format != NULL;
    VEC_EACH (const struct output_option, output, &options->outputs) {
        if (is_stdout(output) && taken)
            return usage_error("two formats are to go to standard output");
        taken = taken || is_stdout(output);
        for (const struct output_option *other = options->outputs.at; other < output; other++)
            if (strcmp(other->file, output->file) == 0)
                return usage_error("two formats are to go to %s", output->file);
    }
    return EXIT_OK;
}

/* What lies in a file has no terminal: it has colours only where they were asked for. */
static struct style file_style(const struct session *session)
{
    struct style style = terminal_style(session, stdout);
    style.colour = session->options->colour == WHEN_ALWAYS;
    style.pages = NULL;
    return style;
}

/* Files of one disk are written all or none; nothing can be moved from one disk to another. */
struct transaction {
    dev_t disk;
    struct output *output;
};

typedef VEC(struct transaction) transactions;

/* The disk of the folder that a file will be in, which may not be there yet. */
static dev_t disk_of(struct mem *mem, const char *path)
{
    struct arena arena = arena_on(mem);
    struct stat info = {0};
    struct str folder = path_folder(&arena, str_of(path)), last = STR_NONE;
    while (stat(folder.ptr, &info) != 0 && !str_eq(folder, last)) {
        last = folder;
        folder = path_folder(&arena, folder);
    }
    arena_free(&arena);
    return info.st_dev;
}

static struct output *output_on(const struct session *session, transactions *all, dev_t disk)
{
    VEC_EACH (struct transaction, transaction, all)
        if (transaction->disk == disk)
            return transaction->output;
    struct transaction transaction = {disk, output_new(session->mem)};
    vec_push(session->mem, all, transaction);
    return transaction.output;
}

static void stage(const struct session *session, transactions *all, const struct output_option *option)
{
    struct output *output = output_on(session, all, disk_of(session->mem, option->file));
    struct buf text = buf_on(session->mem);
    struct str folder = path_folder(&output->arena, str_of(option->file));
    const char *slash = strrchr(option->file, '/');
    write_as(&text, session, option->format, file_style(session));
    output_add(output, folder.ptr, slash ? slash + 1 : option->file, &text);
    buf_free(&text);
}

static int write_error(const struct output *output)
{
    return usage_error("cannot write %s: %s", output->failed, strerror(output->error));
}

/* Stages all files, then moves all to their places. */
static int write_files(const struct session *session)
{
    transactions all = {0};
    int status = EXIT_OK;
    VEC_EACH (const struct output_option, option, &session->options->outputs)
        if (!is_stdout(option) && is_replaced(option->file))
            stage(session, &all, option);
    for (uint32_t i = 0; i < all.n && status == EXIT_OK; i++)
        if (all.at[i].output->failed)
            status = write_error(all.at[i].output);
    for (uint32_t i = 0; i < all.n && status == EXIT_OK; i++)
        if (!output_commit(all.at[i].output))
            status = write_error(all.at[i].output);
    VEC_EACH (struct transaction, transaction, &all)
        output_close(transaction->output);
    vec_free(session->mem, &all);
    return status;
}

static int write_devices(const struct session *session)
{
    int status = EXIT_OK;
    VEC_EACH (const struct output_option, output, &session->options->outputs) {
        if (is_stdout(output) || is_replaced(output->file) || status != EXIT_OK)
            continue;
        struct buf text = buf_on(session->mem);
        write_as(&text, session, output->format, file_style(session));
        status = write_file_or_stdout(session->mem, output->file, &text);
        buf_free(&text);
    }
    return status;
}

/* What goes to standard output: the format of --format or of `--output FORMAT=-`, else text. */
static const char *stdout_format(const struct options *options)
{
    VEC_EACH (const struct output_option, output, &options->outputs)
        if (is_stdout(output))
            return output->format;
    return options->format ? options->format : "text";
}

int write_findings(const struct session *session)
{
    int status = write_files(session);
    if (status == EXIT_OK)
        status = write_devices(session);
    if (status != EXIT_OK)
        return status;
    struct buf text = buf_on(session->mem);
    write_as(&text, session, stdout_format(session->options), terminal_style(session, stdout));
    status = write_stream(stdout, &text);
    buf_free(&text);
    return status;
}
