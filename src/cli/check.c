/* prmc check */

#include "cli/commands.h"

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

int run_check(struct options *options)
{
    struct session session;
    int status = session_run(&session, options);
    if (status != EXIT_OK)
        return status;
    VEC_EACH (const struct output_option, output, &options->outputs) {
        struct buf text = buf_on(options->mem);
        write_findings(&text, &session, output->format, stderr);
        status = write_file_or_stdout(options->mem, output->file, &text);
        if (status != EXIT_OK)
            return status;
        buf_free(&text);
    }
    struct buf text = buf_on(options->mem);
    write_findings(&text, &session, options->format ? options->format : "text", stdout);
    status = write_stream(stdout, &text);
    return status != EXIT_OK ? status : session_status(&session);
}
