/* Findings as commands of a GitHub workflow, which shows them at their lines. */

#include "diag/writer.h"

/* `%` and line ends are escaped everywhere, `:` and `,` where they end a property. Other controls have no place in a
 * log. */
static void add_escaped(struct buf *out, struct str text, bool is_property)
{
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ',')))
            buf_printf(out, "%%%02X", (unsigned char)c);
        else if ((unsigned char)c < ' ' && c != '\t')
            buf_text(out, "\xef\xbf\xbd"); /* U+FFFD */
        else
            buf_char(out, c);
    }
}

static const char *command_of(enum severity severity)
{
    return severity == SEVERITY_ERROR ? "error" : severity == SEVERITY_WARNING ? "warning" : "notice";
}

/* Columns mean something to GitHub within one line only. */
static void add_place(struct buf *out, const struct diag *diag, struct span at)
{
    struct location start = source_locate(diag->sources, at.start), end = source_locate(diag->sources, at.end);
    buf_text(out, "file=");
    add_escaped(out, start.file->path, true);
    buf_printf(out, ",line=%u,endLine=%u", start.line, end.line);
    if (start.line == end.line)
        buf_printf(out, ",col=%u,endColumn=%u", start.column, end.column);
}

static void add_remarks(struct buf *out, const char *kind, const struct remark *remark)
{
    for (; remark; remark = remark->next) {
        buf_printf(out, "%%0A%s: ", kind);
        add_escaped(out, remark->text, false);
    }
}

static void add_finding(struct buf *out, const struct diag *diag, const struct finding *finding)
{
    const struct rule_info *rule = rule_info(finding->rule);
    buf_printf(out, "::%s ", command_of(finding->severity));
    add_place(out, diag, finding->at);
    buf_printf(out, ",title=%s %s::", rule->code, rule->name);
    add_escaped(out, finding->text, false);
    add_remarks(out, "note", finding->notes.first);
    add_remarks(out, "help", finding->helps.first);
    buf_char(out, '\n');
}

void write_github(struct buf *out, const struct diag *diag)
{
    for (enum severity severity = SEVERITY_ERROR; severity >= SEVERITY_INFO; severity--)
        for (uint32_t i = 0; i < diag->findings.n; i++)
            if (diag->findings.at[i]->severity == severity)
                add_finding(out, diag, diag->findings.at[i]);
    buf_text(out, "::notice title=prmc::");
    write_summary(out, diag);
}
