/* The layout: two blanks for each block, a statement a line, one blank between arguments; rows of a
   mapping that follow each other have their relations in one column; lists go on after a comma. A block
   that its author wrote on one line stays there if it holds one statement and fits. */

#include "fmt/fmt.h"

#include "base/utf8.h"
#include "syntax/literal.h"

enum { INDENT = 2, CONTINUATION = 4, WIDTH = 100, ALIGNED_MOST = 30 };

struct formatter {
    struct buf *out;
    const struct tree *tree;
    const struct sources *sources;
    const struct atoms *atoms;
    const struct source_file *file;
    struct arena scratch;
    uint32_t next_comment;
    uint32_t column; /* of the line that is being written */
};

static const struct statement *statement_at(const struct formatter *f, uint32_t s)
{
    return &f->tree->statements.at[s];
}

/* ---- Writing ---- */

static void add(struct formatter *f, struct str text)
{
    buf_str(f->out, text);
    f->column += utf8_count(text);
}

static void add_text(struct formatter *f, const char *text)
{
    add(f, str_of(text));
}

static void add_blanks(struct formatter *f, uint32_t n)
{
    buf_repeat(f->out, ' ', n);
    f->column += n;
}

static void end_line(struct formatter *f)
{
    buf_char(f->out, '\n');
    f->column = 0;
}

/* ---- The source ---- */

static const char *at_position(const struct formatter *f, uint32_t position)
{
    return f->file->text + (position - f->file->base);
}

static bool newline_between(const struct formatter *f, uint32_t from, uint32_t to)
{
    return from < to && memchr(at_position(f, from), '\n', to - from) != NULL;
}

/* True if a line of blanks stands right before the line of this position. */
static bool blank_line_before(const struct formatter *f, uint32_t position)
{
    const char *at = at_position(f, position);
    uint32_t newlines = 0;
    while (at > f->file->text && is_blank(at[-1])) {
        at--;
        newlines += *at == '\n';
    }
    return newlines > 1;
}

/* True if a line of blanks stands somewhere between two statements. */
static bool blank_line_between(const struct formatter *f, uint32_t from, uint32_t to)
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

static struct span next_comment(const struct formatter *f)
{
    bool any = f->next_comment < f->tree->comments.n;
    return any ? f->tree->comments.at[f->next_comment] : (struct span){UINT32_MAX, UINT32_MAX};
}

static void take_comment(struct formatter *f)
{
    add(f, source_text(f->sources, next_comment(f)));
    f->next_comment++;
}

/* Writes the comments before a position, each on a line of its own. `*first` is true while nothing
   stands in the block yet: no blank line then. */
static void add_comments_before(struct formatter *f, uint32_t position, uint32_t indent, bool *first)
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

/* Writes the comments between the parts of a head, which go before it. No blank line is kept: it would
   come between the statement and those that it is aligned with. */
static void add_comments_of_head(struct formatter *f, uint32_t end, uint32_t indent)
{
    while (next_comment(f).start < end) {
        add_blanks(f, indent);
        take_comment(f);
        end_line(f);
    }
}

/* Writes the comment that stands on the line of a position, behind it. */
static void add_trailing_comment(struct formatter *f, uint32_t position)
{
    struct span comment = next_comment(f);
    if (comment.start == UINT32_MAX || comment.start < position ||
        newline_between(f, position, comment.start))
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

/* An argument and those that `..` joins to it. */
static struct str piece_at(struct formatter *f, const struct arg **arg, const struct arg *end)
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

/* Writes arguments up to `end`, with a blank before each; a line that gets too long goes on after a
   comma. */
static void add_args(struct formatter *f, const struct arg *arg, const struct arg *end, uint32_t indent)
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

/* ---- Heads of statements ---- */

static const struct arg *relation_of(const struct arg *args, uint32_t n)
{
    const struct arg *arg = args;
    while (arg < args + n && arg->kind != ARG_RELATION)
        arg++;
    return arg;
}

/* The sources of a row on one line. */
static struct str sources_of(struct formatter *f, uint32_t s)
{
    const struct arg *args;
    uint32_t n = tree_args(f->tree, s, &args);
    const struct arg *relation = relation_of(args, n);
    struct buf text = buf_on(f->out->mem);
    for (const struct arg *arg = args; arg < relation;) {
        if (arg > args)
            buf_char(&text, ' ');
        buf_str(&text, piece_at(f, &arg, relation));
    }
    struct str sources = arena_str(&f->scratch, buf_as_str(&text));
    buf_free(&text);
    return sources;
}

static bool is_side(atom word)
{
    return word == KW_FROM || word == KW_TO || word == KW_VIA;
}

/* True if the statement's first column is aligned with that of its neighbours. */
static bool is_aligned(const struct formatter *f, uint32_t s)
{
    return statement_at(f, s)->kind == STATEMENT_ROW || is_side(statement_at(f, s)->word);
}

static struct str first_column(struct formatter *f, uint32_t s)
{
    if (statement_at(f, s)->kind == STATEMENT_ROW)
        return sources_of(f, s);
    return atom_text(f->atoms, statement_at(f, s)->word);
}

/* True if two statements stand together: of one sort, without a blank line between. */
static bool stand_together(const struct formatter *f, uint32_t a, uint32_t b)
{
    const struct statement *one = statement_at(f, a), *other = statement_at(f, b);
    bool tall = one->open && newline_between(f, one->open, one->end);
    return is_aligned(f, a) && is_aligned(f, b) && one->kind == other->kind && !tall &&
           !blank_line_between(f, one->end, other->start);
}

/* The width of the first column of a run of rows that begins at `s`; `*end` is behind the run. */
static uint32_t column_width(struct formatter *f, uint32_t s, uint32_t block_end, uint32_t *end)
{
    uint32_t width = 0;
    for (*end = s; *end < block_end; *end = statement_at(f, *end)->next) {
        if (*end > s && !stand_together(f, s, *end))
            break;
        uint32_t own = utf8_count(first_column(f, *end));
        width = own > width && own <= ALIGNED_MOST ? own : width;
        s = *end;
    }
    return width;
}

/* Writes the head of a statement; `width` pads the first column of a row. */
static void add_head(struct formatter *f, uint32_t s, uint32_t indent, uint32_t width)
{
    const struct arg *args;
    uint32_t n = tree_args(f->tree, s, &args);
    const struct arg *end = args + n, *from = args;
    struct str first = first_column(f, s);
    add(f, first);
    if (utf8_count(first) < width)
        add_blanks(f, width - utf8_count(first));
    if (statement_at(f, s)->kind != STATEMENT_ROW) {
        add_args(f, from, end, indent);
        return;
    }
    from = relation_of(args, n);
    bool rationale = end[-1].kind == ARG_STRING;
    add_args(f, from, end - rationale, indent);
    if (rationale) {
        add_blanks(f, 1);
        add_args(f, end - 1, end, indent);
    }
}

/* ---- Statements ---- */

static void add_statement(struct formatter *f, uint32_t s, uint32_t indent, uint32_t width);

/* True if a block that its author wrote on one line may stay there: it holds one statement or none. */
static bool may_be_short(const struct formatter *f, uint32_t s)
{
    const struct statement *at = statement_at(f, s);
    uint32_t inner = s + 1;
    if (newline_between(f, at->open, at->end) || next_comment(f).start < at->end)
        return false;
    return inner == at->next || (statement_at(f, inner)->next == at->next && !statement_at(f, inner)->open);
}

/* ` { statement }` if it fits; false, with nothing written, if not. */
static bool add_short_block(struct formatter *f, uint32_t s, uint32_t indent)
{
    uint32_t column = f->column;
    size_t before = f->out->n;
    if (!may_be_short(f, s))
        return false;
    add_text(f, " { ");
    if (statement_at(f, s)->next > s + 1) {
        add_head(f, s + 1, indent, 0);
        add_text(f, " ");
    }
    add_text(f, "}");
    if (f->column <= WIDTH && !memchr(f->out->at + before, '\n', f->out->n - before))
        return true;
    f->out->n = before;
    f->column = column;
    return false;
}

/* The statements of a block, and the comments in it. */
static void add_statements(struct formatter *f, uint32_t first, uint32_t end, uint32_t indent)
{
    bool is_first = true;
    uint32_t run_end = first, width = 0;
    for (uint32_t s = first; s < end; s = statement_at(f, s)->next) {
        const struct statement *at = statement_at(f, s);
        uint32_t head_end = at->open ? at->open : at->end;
        add_comments_before(f, at->start, indent, &is_first);
        if (!is_first && blank_line_before(f, at->start) && f->out->n > 1 &&
            f->out->at[f->out->n - 2] != '\n')
            end_line(f);
        add_comments_of_head(f, head_end, indent);
        if (s >= run_end)
            width = is_aligned(f, s) ? column_width(f, s, end, &run_end) : 0;
        add_blanks(f, indent);
        add_statement(f, s, indent, is_aligned(f, s) ? width : 0);
        end_line(f);
        is_first = false;
        arena_free(&f->scratch);
    }
}

static void add_block(struct formatter *f, uint32_t s, uint32_t indent)
{
    const struct statement *at = statement_at(f, s);
    if (add_short_block(f, s, indent))
        return;
    add_text(f, " {");
    add_trailing_comment(f, at->open + 1);
    end_line(f);
    bool is_first = at->next == s + 1;
    add_statements(f, s + 1, at->next, indent + INDENT);
    add_comments_before(f, at->end, indent + INDENT, &is_first);
    add_blanks(f, indent);
    add_text(f, "}");
}

static void add_statement(struct formatter *f, uint32_t s, uint32_t indent, uint32_t width)
{
    const struct statement *at = statement_at(f, s);
    add_head(f, s, indent, width);
    if (at->open)
        add_block(f, s, indent);
    add_trailing_comment(f, at->end);
}

/* ---- Files ---- */

/* Declarations are set off by a blank line; imports stand together as their author put them. */
static void add_declarations(struct formatter *f)
{
    bool is_first = true;
    uint32_t before = UINT32_MAX;
    for (uint32_t s = 0; s < f->tree->statements.n; s = statement_at(f, s)->next) {
        const struct statement *at = statement_at(f, s);
        uint32_t head_end = at->open ? at->open : at->end;
        bool imports = before != UINT32_MAX && statement_at(f, before)->word == KW_IMPORT &&
                       at->word == KW_IMPORT;
        uint32_t leading = next_comment(f).start < head_end ? next_comment(f).start : at->start;
        if (!is_first && (!imports || blank_line_before(f, leading)))
            end_line(f);
        bool nothing_yet = true;
        add_comments_before(f, at->start, 0, &nothing_yet);
        if (!nothing_yet && blank_line_before(f, at->start))
            end_line(f);
        add_comments_of_head(f, head_end, 0);
        add_statement(f, s, 0, 0);
        end_line(f);
        is_first = false;
        before = s;
        arena_free(&f->scratch);
    }
    add_comments_before(f, UINT32_MAX, 0, &is_first);
}

/* Puts a carriage return before every line feed. */
static void restore_line_ends(struct buf *out)
{
    struct buf lines = buf_on(out->mem);
    for (size_t i = 0; i < out->n; i++) {
        if (out->at[i] == '\n')
            buf_char(&lines, '\r');
        buf_char(&lines, out->at[i]);
    }
    out->n = 0;
    buf_add(out, lines.at, lines.n);
    buf_free(&lines);
}

void format_file(struct buf *out, const struct tree *tree, const struct sources *sources,
                 const struct atoms *atoms)
{
    const struct source_file *file = &sources->files.at[tree->file];
    struct formatter f = {out, tree, sources, atoms, file, arena_on(out->mem), 0, 0};
    if (file->len >= 3 && memcmp(file->text, "\xef\xbb\xbf", 3) == 0)
        buf_text(out, "\xef\xbb\xbf");
    add_declarations(&f);
    arena_free(&f.scratch);
    const char *newline = file->len ? memchr(file->text, '\n', file->len) : NULL;
    if (newline && newline > file->text && newline[-1] == '\r')
        restore_line_ends(out);
}
