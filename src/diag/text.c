/* Findings for people: each with the lines it is about, in the manner of rustc and codespan. */

#include <stdlib.h>

#include "diag/snippet.h"
#include "diag/writer.h"

enum paint { PAINT_OFF, PAINT_BOLD, PAINT_FRAME, PAINT_INFO, PAINT_WARNING, PAINT_ERROR };

struct frame {
    const char *corner, *side, *gap, *other_file;
    const char *cut; /* one cell, where the rest of a long line is left out */
};

static const struct frame unicode_frame = {"┌─", "│", "⋮", "├─", "…"};
static const struct frame ascii_frame = {"-->", "|", ":", "-->", "~"};

struct text_writer {
    struct buf *out;
    const struct diag *diag;
    struct style style;
    const struct frame *frame;
    uint32_t gutter; /* cells of the widest line number */
};

/* FILE:LINE:COLUMN */
static void add_place(struct buf *out, const struct location *at)
{
    add_visible(out, at->file->path);
    buf_printf(out, ":%u:%u", at->line, at->column);
}

/* A marked part of a line. */
struct mark {
    struct location at;
    uint32_t end; /* byte offset in the file */
    struct str text;
    bool primary;
};

static const char *paint(const struct text_writer *writer, enum paint paint)
{
    static const char *const codes[] = {"\033[0m", "\033[1m", "\033[34m", "\033[1;36m", "\033[1;33m", "\033[1;31m"};
    return writer->style.colour ? codes[paint] : "";
}

static enum paint severity_paint(enum severity severity)
{
    return severity == SEVERITY_ERROR ? PAINT_ERROR : severity == SEVERITY_WARNING ? PAINT_WARNING : PAINT_INFO;
}

static struct mark mark_of(const struct text_writer *writer, struct span at, struct str text, bool primary)
{
    struct mark mark = {.at = source_locate(writer->diag->sources, at.start), .text = text};
    mark.end = mark.at.byte + (at.end - at.start);
    mark.primary = primary;
    return mark;
}

static int by_line(const void *a, const void *b)
{
    const struct mark *one = a, *other = b;
    if (one->at.file != other->at.file)
        return one->at.file < other->at.file ? -1 : 1;
    if (one->at.line != other->at.line)
        return one->at.line < other->at.line ? -1 : 1;
    return (one->at.byte > other->at.byte) - (one->at.byte < other->at.byte);
}

/* The marks of a finding, those of its own file first. */
static uint32_t collect_marks(struct text_writer *writer, const struct finding *finding, struct mark **marks)
{
    uint32_t n = 1;
    for (const struct remark *label = finding->labels.first; label; label = label->next)
        n++;
    *marks = mem_alloc(writer->out->mem, n * sizeof **marks);
    (*marks)[0] = mark_of(writer, finding->at, STR_NONE, true);
    n = 1;
    for (const struct remark *label = finding->labels.first; label; label = label->next)
        (*marks)[n++] = mark_of(writer, label->at, label->text, false);
    const struct source_file *own = (*marks)[0].at.file;
    uint32_t n_own = 0;
    for (uint32_t i = 0; i < n; i++) {
        if ((*marks)[i].at.file != own)
            continue;
        struct mark mark = (*marks)[i];
        memmove(*marks + n_own + 1, *marks + n_own, (i - n_own) * sizeof mark);
        (*marks)[n_own++] = mark;
    }
    qsort(*marks, n_own, sizeof **marks, by_line);
    qsort(*marks + n_own, n - n_own, sizeof **marks, by_line);
    return n;
}

static uint32_t digits(uint32_t number)
{
    uint32_t n = 1;
    while (number >= 10) {
        number /= 10;
        n++;
    }
    return n;
}

static void add_gutter(struct text_writer *writer, uint32_t line, const char *side)
{
    buf_text(writer->out, paint(writer, PAINT_FRAME));
    if (line)
        buf_printf(writer->out, "%*u %s", (int)writer->gutter, line, side);
    else
        buf_printf(writer->out, "%*s %s", (int)writer->gutter, "", side);
    buf_text(writer->out, paint(writer, PAINT_OFF));
}

static struct snippet snippet_for(struct text_writer *writer, const struct mark *mark, enum severity severity)
{
    struct source_file *file = source_of(writer->diag->sources, mark->at.file->base + mark->at.byte);
    struct str line = source_line(writer->diag->sources, file, mark->at.line);
    uint32_t start = mark->at.byte - (uint32_t)(line.ptr - file->text);
    uint32_t end = mark->end - (uint32_t)(line.ptr - file->text);
    start = start < line.len ? start : line.len;
    end = end < line.len ? end : line.len;
    enum paint colour = mark->primary ? severity_paint(severity) : PAINT_FRAME;
    return snippet_of(writer->out->mem, line, start, end, paint(writer, colour), paint(writer, PAINT_OFF),
                      writer->frame->cut);
}

/* The row of carets below a line. */
static void add_marker(struct text_writer *writer, const struct mark *mark, const struct snippet *snippet,
                       const struct finding *finding)
{
    add_gutter(writer, 0, writer->frame->side);
    buf_repeat(writer->out, ' ', snippet->start + 1);
    buf_text(writer->out, paint(writer, mark->primary ? severity_paint(finding->severity) : PAINT_FRAME));
    buf_repeat(writer->out, mark->primary ? '^' : '-', snippet->width);
    if (mark->text.len)
        buf_printf(writer->out, " %.*s", STR_ARGS(mark->text));
    if (snippet->uneven && mark->end > mark->at.byte) {
        struct str part = {mark->at.file->text + mark->at.byte, mark->end - mark->at.byte};
        const char *newline = memchr(part.ptr, '\n', part.len);
        if (newline)
            part = str_range(part.ptr, newline);
        buf_printf(writer->out, " at character %u: %.*s", mark->at.column, STR_ARGS(str_trim(part)));
    }
    buf_printf(writer->out, "%s\n", paint(writer, PAINT_OFF));
}

static void add_marks(struct text_writer *writer, const struct finding *finding, const struct mark *marks, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const struct mark *mark = &marks[i], *before = i > 0 ? &marks[i - 1] : NULL;
        bool same_file = before && before->at.file == mark->at.file;
        struct snippet snippet = snippet_for(writer, mark, finding->severity);
        if (before && !same_file) {
            add_gutter(writer, 0, writer->frame->other_file);
            buf_char(writer->out, ' ');
            add_place(writer->out, &mark->at);
            buf_char(writer->out, '\n');
        }
        if (!same_file || before->at.line != mark->at.line) {
            if (same_file && mark->at.line > before->at.line + 1) {
                add_gutter(writer, 0, writer->frame->gap);
                buf_char(writer->out, '\n');
            }
            add_gutter(writer, mark->at.line, writer->frame->side);
            buf_printf(writer->out, " %s\n", buf_cstr(&snippet.text));
        }
        add_marker(writer, mark, &snippet, finding);
        buf_free(&snippet.text);
    }
}

static void add_remarks(struct text_writer *writer, const char *kind, const struct remark *remark)
{
    for (; remark; remark = remark->next)
        buf_printf(writer->out, "%*s %s=%s %s: %.*s\n", (int)writer->gutter, "", paint(writer, PAINT_FRAME),
                   paint(writer, PAINT_OFF), kind, STR_ARGS(remark->text));
}

static void add_fixes(struct text_writer *writer, const struct finding *finding)
{
    for (const struct fix *fix = finding->fixes; fix; fix = fix->next) {
        const char *how = fix->safety > SAFETY_UNSAFE || fix != finding_fix(finding, fix->safety) ? ""
                          : fix->safety == SAFETY_SAFE                                            ? " (--fix)"
                                                                                                  : " (--fix --unsafe)";
        buf_printf(writer->out, "%*s %s=%s fix: %.*s%s\n", (int)writer->gutter, "", paint(writer, PAINT_FRAME),
                   paint(writer, PAINT_OFF), STR_ARGS(fix->title), how);
    }
}

/* Words that a terminal can link to the page of the rule (OSC 8). */
static void add_linked(struct text_writer *writer, const struct rule_info *rule, const char *words)
{
    const char *folder = writer->style.pages;
    if (folder)
        buf_printf(writer->out, "\033]8;;%s/%s.md\033\\%s\033]8;;\033\\", folder, rule->name, words);
    else
        buf_text(writer->out, words);
}

static void add_finding(struct text_writer *writer, const struct finding *finding)
{
    const struct rule_info *rule = rule_info(finding->rule);
    struct mark *marks;
    uint32_t n = collect_marks(writer, finding, &marks);
    writer->gutter = 1;
    for (uint32_t i = 0; i < n; i++)
        if (digits(marks[i].at.line) > writer->gutter)
            writer->gutter = digits(marks[i].at.line);
    struct location at = source_locate(writer->diag->sources, finding->at.start);
    buf_printf(writer->out, "%s%s[", paint(writer, severity_paint(finding->severity)),
               severity_name(finding->severity));
    add_linked(writer, rule, rule->code);
    buf_printf(writer->out, "]%s: %s%.*s%s (", paint(writer, PAINT_OFF), paint(writer, PAINT_BOLD),
               STR_ARGS(finding->text), paint(writer, PAINT_OFF));
    add_linked(writer, rule, rule->name);
    buf_text(writer->out, ")\n");
    add_gutter(writer, 0, writer->frame->corner);
    buf_char(writer->out, ' ');
    add_place(writer->out, &at);
    buf_char(writer->out, '\n');
    add_marks(writer, finding, marks, n);
    add_remarks(writer, "note", finding->notes.first);
    add_remarks(writer, "help", finding->helps.first);
    add_fixes(writer, finding);
    buf_char(writer->out, '\n');
    mem_free(writer->out->mem, marks);
}

/* Says how many findings are not shown. */
static void add_rest(struct buf *out, const struct diag *diag, uint32_t shown)
{
    if (diag->findings.n > shown)
        buf_printf(out, "%u more not shown (--max-errors)\n", diag->findings.n - shown);
}

static uint32_t shown_count(const struct diag *diag, struct style style)
{
    return diag->findings.n < style.most ? diag->findings.n : style.most;
}

void write_text(struct buf *out, const struct diag *diag, struct style style)
{
    struct text_writer writer = {
        .out = out,
        .diag = diag,
        .style = style,
        .frame = style.ascii ? &ascii_frame : &unicode_frame,
    };
    uint32_t shown = shown_count(diag, style);
    for (uint32_t i = 0; i < shown; i++)
        add_finding(&writer, diag->findings.at[i]);
    add_rest(out, diag, shown);
}

void write_short(struct buf *out, const struct diag *diag, struct style style)
{
    uint32_t shown = shown_count(diag, style);
    for (uint32_t i = 0; i < shown; i++) {
        const struct finding *finding = diag->findings.at[i];
        struct location at = source_locate(diag->sources, finding->at.start);
        add_place(out, &at);
        buf_printf(out, ": %s: %.*s [%s]\n", severity_name(finding->severity), STR_ARGS(finding->text),
                   rule_info(finding->rule)->name);
    }
    add_rest(out, diag, shown);
}

static void add_count(struct buf *out, uint32_t n, const char *what, bool *any)
{
    if (n == 0)
        return;
    buf_printf(out, "%s%u %s%s", *any ? ", " : "", n, what, n == 1 || *what == 'i' ? "" : "s");
    *any = true;
}

void write_summary(struct buf *out, const struct diag *diag)
{
    bool any = false;
    add_count(out, diag->counts[SEVERITY_ERROR], "error", &any);
    add_count(out, diag->counts[SEVERITY_WARNING], "warning", &any);
    add_count(out, diag->counts[SEVERITY_INFO], "info", &any);
    if (!any)
        buf_text(out, "no findings");
    uint32_t fixable = 0;
    for (uint32_t i = 0; i < diag->findings.n; i++)
        fixable += finding_fix(diag->findings.at[i], SAFETY_SAFE) != NULL;
    if (fixable)
        buf_printf(out, " (%u fixable with --fix)", fixable);
    uint32_t files = diag_files(diag);
    buf_printf(out, " in %u file%s", files, files == 1 ? "" : "s");
    if (diag->hidden)
        buf_printf(out, ", %u more in the baseline", diag->hidden);
    if (diag->foreign)
        buf_printf(out, ", %u more in installed models", diag->foreign);
    buf_char(out, '\n');
}
