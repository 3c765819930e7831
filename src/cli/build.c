/* prmc build, tables, guide, export, coverage, po: the back ends that write files. */

#include <errno.h>

#include "cli/commands.h"
#include "emit/emit.h"

typedef void back_end(struct emission *emission);

/* A back end and the folder below the output folder that is its own. */
struct target {
    back_end *emit;
    const char *folder;
    const char *progress;
};

static int commit(struct output *output)
{
    int status = EXIT_OK;
    if (!output_commit(output))
        status = usage_error("cannot write %s: %s", output->failed, strerror(output->error));
    output_close(output);
    return status;
}

/* Runs the back ends; nothing is written unless all of it can be. */
static int emit_all(struct session *session, const struct target *targets, uint32_t n)
{
    struct output *output = output_new(session->mem);
    for (uint32_t i = 0; i < n; i++) {
        struct buf folder = buf_on(session->mem);
        buf_text(&folder, session->options->out);
        if (*targets[i].folder)
            buf_printf(&folder, "/%s", targets[i].folder);
        struct emission emission = {&session->library, session->mem, output, buf_cstr(&folder)};
        session_progress(session, targets[i].progress);
        targets[i].emit(&emission);
    }
    session_progress(session, NULL);
    return commit(output);
}

static int build(struct options *options, const struct target *targets, uint32_t n)
{
    struct session session;
    if (!options->out)
        return usage_error("-o DIR says where to write");
    int status = session_run(&session, options);
    if (status != EXIT_OK)
        return status;
    session_report(&session);
    if (session_has_errors(&session))
        return EXIT_FINDINGS;
    status = emit_all(&session, targets, n);
    return status != EXIT_OK ? status : session_status(&session);
}

int run_build(struct options *options)
{
    static const struct target targets[] = {
        {emit_tables, "tables", "writing tables"},
        {emit_guide, "guide", "writing the guide"},
        {emit_json, "", "writing model.json"},
    };
    return build(options, targets, 3);
}

int run_tables(struct options *options)
{
    static const struct target targets[] = {{emit_tables, "", "writing tables"}};
    return build(options, targets, 1);
}

int run_guide(struct options *options)
{
    static const struct target targets[] = {{emit_guide, "", "writing the guide"}};
    return build(options, targets, 1);
}

/* Takes the word off that stands before the files; false if it is another. */
static bool take_word(struct options *options, const char *word)
{
    if (options->files.n == 0 || strcmp(options->files.at[0], word) != 0)
        return false;
    memmove(options->files.at, options->files.at + 1, --options->files.n * sizeof *options->files.at);
    return true;
}

/* Writes one document to the file of `-o` or to standard output. */
static int write_document(struct options *options, void (*write)(struct buf *, const struct library *))
{
    struct session session;
    int status = session_run(&session, options);
    if (status != EXIT_OK)
        return status;
    session_report(&session);
    if (session_has_errors(&session))
        return EXIT_FINDINGS;
    struct buf text = buf_on(options->mem);
    write(&text, &session.library);
    status = write_file_or_stdout(options->mem, options->out, &text);
    return status != EXIT_OK ? status : session_status(&session);
}

int run_export(struct options *options)
{
    if (!take_word(options, "json"))
        return usage_error("export takes the format first: `prmc export json FILE...`");
    return write_document(options, write_model_json);
}

int run_po(struct options *options)
{
    if (!take_word(options, "extract"))
        return usage_error("po takes what to do first: `prmc po extract FILE...`");
    return write_document(options, write_pot);
}

int run_coverage(struct options *options)
{
    struct session session;
    int status = session_run(&session, options);
    if (status != EXIT_OK)
        return status;
    session_report(&session);
    if (session_has_errors(&session))
        return EXIT_FINDINGS;
    struct buf text = buf_on(options->mem);
    if (options->format && strcmp(options->format, "json") == 0)
        write_coverage_json(&text, &session.library);
    else if (options->format && strcmp(options->format, "csv") == 0)
        write_coverage_csv(&text, &session.library);
    else
        write_coverage_text(&text, &session.library);
    status = write_stream(stdout, &text);
    return status != EXIT_OK ? status : session_status(&session);
}
