/* prmc baseline, and --baseline of prmc check */

#include "cli/baseline.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/near.h"
#include "base/path.h"
#include "cli/commands.h"
#include "diag/baseline.h"

static const char DEFAULT_FILE[] = "prmc.baseline.json";

static const char *file_of(const struct options *options)
{
    return options->baseline ? options->baseline : DEFAULT_FILE;
}

/* The folder of a file, absolute; {0} if there is none. */
static struct str real_folder(struct arena *arena, const char *path)
{
    return file_real_path(arena, path_folder(arena, str_of(path)).ptr);
}

static int unusable(const char *path, const struct baseline *baseline)
{
    if (baseline->line)
        return usage_error("%s:%u: not a baseline: %.*s", path, baseline->line, STR_ARGS(baseline->problem));
    return usage_error("%s: not a baseline: %.*s", path, STR_ARGS(baseline->problem));
}

/* Reads the baseline of the options. A file that is not there is an empty one if `may_miss`. */
static int read_baseline(struct session *session, bool may_miss, struct baseline *baseline, struct file_bytes *bytes)
{
    const char *path = file_of(session->options);
    *baseline = baseline_on(session->mem, real_folder(&session->arena, path));
    *bytes = (struct file_bytes){0};
    enum file_status status = file_read(session->mem, path, bytes);
    if (status == FILE_MISSING && may_miss)
        return EXIT_OK;
    if (status == FILE_MISSING)
        return usage_error("%s: no such file; `prmc baseline write` makes it", path);
    if (status != FILE_READ)
        return session_unreadable(path, status);
    return baseline_read(baseline, (struct str){bytes->at, bytes->n}) ? EXIT_OK : unusable(path, baseline);
}

/* ---- prmc check --baseline ---- */

int use_baseline(struct session *session)
{
    struct baseline baseline;
    struct file_bytes bytes;
    struct diag *diag = &session->diag;
    if (!session->options->baseline)
        return EXIT_OK;
    int status = read_baseline(session, false, &baseline, &bytes);
    if (status != EXIT_OK)
        return status;
    bool blind = baseline_is_blind(diag);
    diag->has_baseline = true;
    diag->n_files = session->sources.files.n;
    baseline_count(&baseline, diag);
    baseline_hide(&baseline, diag);
    if (blind)
        return EXIT_OK;
    struct str shown = search_shown(&session->search, str_of(session->options->baseline));
    struct str real = file_real_path(&session->arena, session->options->baseline);
    uint32_t file = source_add(&session->sources, shown, real, bytes);
    if (file != UINT32_MAX)
        baseline_report_stale(&baseline, diag, session->sources.files.at[file].base);
    return EXIT_OK;
}

/* ---- prmc baseline ---- */

static void add_counts(struct buf *out, const struct baseline *baseline)
{
    uint64_t findings = 0;
    VEC_EACH (const struct baseline_entry, entry, &baseline->entries)
        findings += entry->count;
    buf_printf(out, "%llu finding%s in %u entr%s\n", (unsigned long long)findings, findings == 1 ? "" : "s",
               baseline->entries.n, baseline->entries.n == 1 ? "y" : "ies");
}

/* Writes the file and says what is in it. */
static int save(const struct session *session, struct baseline *baseline)
{
    struct buf text = buf_on(session->mem);
    const char *path = file_of(session->options);
    baseline_write(&text, baseline);
    int status = write_file_or_stdout(session->mem, path, &text);
    buf_free(&text);
    if (status != EXIT_OK)
        return status;
    buf_printf(&text, "%s: ", path);
    add_counts(&text, baseline);
    return write_stream(stdout, &text);
}

/* Reads and checks the models. Where something stands in the way of checking, says so, and no
   baseline is made of the rest. */
static int check_models(struct session *session)
{
    int status = session_read(session);
    if (status != EXIT_OK)
        return status;
    session_check(session);
    if (!baseline_is_blind(&session->diag))
        return EXIT_OK;
    session_report(session);
    fprintf(stderr, "prmc: the baseline is left as it is while there are errors that none can hold\n");
    return EXIT_FINDINGS;
}

static int run_write(struct session *session)
{
    struct baseline baseline;
    struct file_bytes bytes;
    int status = read_baseline(session, true, &baseline, &bytes);
    if (status == EXIT_OK)
        status = check_models(session);
    if (status != EXIT_OK)
        return status;
    baseline_extend(&baseline, &session->diag);
    baseline_prune(&baseline, &session->diag);
    return save(session, &baseline);
}

static int run_prune(struct session *session)
{
    struct baseline baseline;
    struct file_bytes bytes;
    int status = read_baseline(session, false, &baseline, &bytes);
    if (status == EXIT_OK)
        status = check_models(session);
    if (status != EXIT_OK)
        return status;
    baseline_count(&baseline, &session->diag);
    baseline_prune(&baseline, &session->diag);
    return save(session, &baseline);
}

static void add_entry(struct buf *out, const struct baseline_entry *entry)
{
    struct str place = entry->element.len ? entry->element : entry->file;
    struct str rule = entry->rule.len ? entry->rule : entry->code;
    buf_printf(out, "%.*s: %.*s: %.*s [%.*s]", STR_ARGS(entry->file), STR_ARGS(place), STR_ARGS(entry->message),
               STR_ARGS(rule));
    if (entry->count > 1)
        buf_printf(out, " %u times", entry->count);
    if (entry->reason.len)
        buf_printf(out, " because %.*s", STR_ARGS(entry->reason));
    buf_char(out, '\n');
}

static int run_show(struct session *session)
{
    struct baseline baseline;
    struct file_bytes bytes;
    struct buf out = buf_on(session->mem);
    if (session->options->files.n)
        return usage_error("baseline show takes no models; name the baseline with --baseline");
    int status = read_baseline(session, false, &baseline, &bytes);
    if (status != EXIT_OK)
        return status;
    VEC_EACH (const struct baseline_entry, entry, &baseline.entries)
        add_entry(&out, entry);
    add_counts(&out, &baseline);
    return write_stream(stdout, &out);
}

static const struct action {
    const char *name;
    int (*run)(struct session *session);
} actions[] = {{"write", run_write}, {"prune", run_prune}, {"show", run_show}};

static int unknown_action(const char *name)
{
    struct near near = near_word(str_of(name));
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++)
        near_try(&near, str_of(actions[i].name));
    if (near.best.ptr)
        return usage_error("baseline cannot `%s`; there is `%.*s`", name, STR_ARGS(near.best));
    return usage_error("baseline cannot `%s`; there are: write prune show", name);
}

int run_baseline(struct options *options)
{
    struct session session;
    if (options->files.n == 0)
        return usage_error("baseline takes what to do first: write, prune or show");
    const char *name = options->files.at[0];
    options->files.n--;
    memmove(options->files.at, options->files.at + 1, options->files.n * sizeof *options->files.at);
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++)
        if (strcmp(actions[i].name, name) == 0) {
            session_init(&session, options);
            return actions[i].run(&session);
        }
    return unknown_action(name);
}
