#include "fmt/formatter.h"

#include "base/utf8.h"
#include "syntax/literal.h"

/* ---- Writing ---- */

void add(struct formatter *f, struct str text)
{
    buf_str(f->out, text);
    f->column += utf8_count(text);
}

void add_text(struct formatter *f, const char *text)
{
    add(f, str_of(text));
}

void add_blanks(struct formatter *f, uint32_t n)
{
    buf_repeat(f->out, ' ', n);
    f->column += n;
}

void end_line(struct formatter *f)
{
    buf_char(f->out, '\n');
    f->column = 0;
}

/* ---- The source ---- */

static const char *at_position(const struct formatter *f, uint32_t position)
{
    return f->file->text + (position - f->file->base);
}

bool newline_between(const struct formatter *f, uint32_t from, uint32_t to)
{
    return from < to && memchr(at_position(f, from), '\n', to - from) != NULL;
}

bool blank_line_before(const struct formatter *f, uint32_t position)
{
    const char *at = at_position(f, position);
    uint32_t newlines = 0;
    while (at > f->file->text && is_blank(at[-1])) {
        at--;
        newlines += *at == '\n';
    }
    return newlines > 1;
}

bool blank_line_between(const struct formatter *f, uint32_t from, uint32_t to)
{
    bool blank = false;
    for (const char *at = at_position(f, from), *end = at_position(f, to); at < end; at++) {
        if (*at == '\n' && blank)
            return true;
        blank = *at == '\n' || (blank && is_blank(*at));
    }
    return false;
}

/* ---- Comments ---- */

struct span next_comment(const struct formatter *f)
{
    bool any = f->next_comment < f->tree->comments.n;
    return any ? f->tree->comments.at[f->next_comment] : (struct span){UINT32_MAX, UINT32_MAX};
}

bool comment_between(const struct formatter *f, uint32_t from, uint32_t to)
{
    uint32_t low = 0, high = f->tree->comments.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (f->tree->comments.at[middle].start < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low < f->tree->comments.n && f->tree->comments.at[low].start < to;
}

static void take_comment(struct formatter *f)
{
    add(f, source_text(f->sources, next_comment(f)));
    f->next_comment++;
}

void add_comments_before(struct formatter *f, uint32_t position, uint32_t indent, bool *first)
{
    while (next_comment(f).start < position) {
        if (!*first && blank_line_before(f, next_comment(f).start))
            end_line(f);
        add_blanks(f, indent);
        take_comment(f);
        end_line(f);
        *first = false;
    }
}

void add_comments_of_head(struct formatter *f, uint32_t end, uint32_t indent)
{
    while (next_comment(f).start < end) {
        add_blanks(f, indent);
        take_comment(f);
        end_line(f);
    }
}

void add_trailing_comment(struct formatter *f, uint32_t position)
{
    struct span comment = next_comment(f);
    if (comment.start == UINT32_MAX || comment.start < position)
        return;
    for (uint32_t at = position; at < comment.start; at++)
        if (*at_position(f, at) != ' ' && *at_position(f, at) != '\t')
            return;
    add_text(f, "  ");
    take_comment(f);
}

/* ---- Arguments ---- */

static void add_step(struct buf *out, const struct formatter *f, struct step step)
{
    buf_str(out, source_text(f->sources, step.at));
}

static void add_reference(struct buf *out, const struct formatter *f, const struct arg *arg)
{
    if (arg->flags & ARG_QUALIFIED) {
        add_step(out, f, tree_path_model(f->tree, arg));
        buf_char(out, ':');
    }
    for (uint32_t i = 0; i < arg->n_steps; i++) {
        if (i > 0)
            buf_char(out, '/');
        add_step(out, f, tree_path_step(f->tree, arg, i));
    }
}

/* One argument without what joins it to the next; text blocks are written by add_text_block(). */
static void add_plain(struct buf *out, const struct formatter *f, const struct arg *arg)
{
    switch ((enum arg_kind)arg->kind) {
    case ARG_REFERENCE: add_reference(out, f, arg); break;
    case ARG_STAR: buf_char(out, '*'); break;
    case ARG_MAYBE: buf_char(out, '?'); break;
    case ARG_WORD:
    case ARG_RELATION: buf_str(out, atom_text(f->atoms, arg->value)); break;
    case ARG_STRING:
    case ARG_TEXT: buf_str(out, source_text(f->sources, arg->at)); break;
    }
    if (arg->flags & ARG_TENTATIVE)
        buf_char(out, '?');
    if (arg->flags & ARG_RUN)
        buf_text(out, "..");
    if (arg->flags & ARG_COMMA)
        buf_char(out, ',');
}

struct str piece_at(struct formatter *f, const struct arg **arg, const struct arg *end)
{
    struct buf piece = buf_on(f->out->mem);
    bool joined = true;
    while (joined && *arg < end) {
        joined = (*arg)->flags & ARG_RUN;
        add_plain(&piece, f, (*arg)++);
    }
    struct str text = arena_str(&f->scratch, buf_as_str(&piece));
    buf_free(&piece);
    return text;
}

static void add_text_block(struct formatter *f, const struct arg *arg, uint32_t indent)
{
    struct str text = literal_text(&f->scratch, source_text(f->sources, arg->at));
    add_text(f, "\"\"\"");
    end_line(f);
    for (const char *at = text.ptr, *end = at + text.len; text.len && at <= end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        struct str line = str_range(at, newline ? newline : end);
        if (line.len) {
            add_blanks(f, indent);
            add(f, line);
        }
        end_line(f);
        at = newline ? newline + 1 : end + 1;
    }
    add_blanks(f, indent);
    add_text(f, "\"\"\"");
}

void add_args(struct formatter *f, const struct arg *arg, const struct arg *end, uint32_t indent)
{
    bool after_comma = false;
    while (arg < end) {
        if (arg->kind == ARG_TEXT) {
            add_blanks(f, 1);
            add_text_block(f, arg++, indent + INDENT);
            after_comma = false;
            continue;
        }
        struct str piece = piece_at(f, &arg, end);
        if (after_comma && f->column + 1 + utf8_count(piece) > WIDTH) {
            end_line(f);
            add_blanks(f, indent + CONTINUATION);
        } else {
            add_blanks(f, 1);
        }
        add(f, piece);
        after_comma = arg[-1].flags & ARG_COMMA;
    }
}
