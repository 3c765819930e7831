/* prmc build, tables, guide, export, coverage, po: the back ends that write files. */

#include <errno.h>
#include <unistd.h>

#include "cli/commands.h"
#include "emit/emit.h"
#include "lib/earlier.h"
#include "lib/outputs.h"
#include "prm/prmc.h"

/* The script of the search loads its index when a reader first goes to it. */
static void warn_of_search(const struct heavy_search *heavy)
{
    fprintf(stderr,
            "prmc: the search is slow to load: %.*s has %zu kB, about %zu kB compressed; more than 150 kB for 1000 "
            "practices (here: %u)\n",
            STR_ARGS(heavy->file), heavy->size / 1000, heavy->about / 1000, heavy->practices);
}

static int commit(struct output *output, const struct heavy_search *heavy)
{
    int status = EXIT_OK;
    if (!output_commit(output))
        status = usage_error("cannot write %s: %s", output->failed, strerror(output->error));
    else if (output->n_foreign)
        fprintf(stderr, "prmc: left alone: %u %s not of the guide, such as %s\n", output->n_foreign,
                output->n_foreign == 1 ? "file that is" : "files that are", output->foreign);
    if (status == EXIT_OK && heavy->file.ptr)
        warn_of_search(heavy);
    output_close(output);
    return status;
}

static struct processes all_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return (struct processes){cores > 1 ? (uint32_t)cores : 1, fork, _exit};
}

/* Runs the back ends of a set of enum prmc_output; nothing is written unless all of it can be. */
static int build(struct options *options, unsigned outputs)
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
    struct output *output = output_new(session.mem);
    outputs |= options->portable ? PRMC_PORTABLE : 0;
    session.publication.base_url = options->base_url;
    session.publication.permalink = options->permalink;
    session.publication.source_url = options->source_url;
    const char *problem;
    if (options->since && !session_compare_with(&session, options->since, &problem))
        return usage_error("--since: %s", problem);
    struct heavy_search heavy = {0};
    session.publication.heavy = &heavy;
    session.processes = all_cores();
    session_emit(&session, output, outputs, options->out);
    status = commit(output, &heavy);
    return status != EXIT_OK ? status : session_status(&session);
}

int run_build(struct options *options)
{
    return build(options, PRMC_TABLES | PRMC_GUIDE | PRMC_JSON);
}

int run_tables(struct options *options)
{
    return build(options, PRMC_TABLES);
}

int run_guide(struct options *options)
{
    return build(options, PRMC_GUIDE);
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
