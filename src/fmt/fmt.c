/* The layout: two blanks for each block, a statement a line, one blank between arguments; rows of a
   mapping that follow each other have their relations in one column; lists go on after a comma. A block
   that its author wrote on one line stays there if it holds one statement and fits. */

#include "fmt/fmt.h"

#include "base/utf8.h"
#include "fmt/formatter.h"

/* ---- Heads of statements ---- */

/* The sources of a row on one line. */
static struct str sources_of(struct formatter *f, uint32_t s)
{
    const struct arg *args;
    uint32_t n = tree_args(f->tree, s, &args);
    const struct arg *relation = tree_relation_in(args, n);
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
    from = tree_relation_in(args, n);
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
    if (newline_between(f, at->open, at->end) || comment_between(f, at->open, at->end))
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

/* ---- Alignment ---- */

/* True if a statement with its block may take more than one line. That is asked of its head where it
   stands farthest to the right, so that the answer does not depend on the neighbours. */
static bool is_tall(struct formatter *f, uint32_t s, uint32_t indent)
{
    if (!statement_at(f, s)->open)
        return false;
    struct buf text = buf_on(f->out->mem);
    struct formatter trial = *f;
    trial.out = &text;
    trial.column = indent + ALIGNED_MOST;
    add_head(&trial, s, indent, 0);
    bool tall = memchr(text.at, '\n', text.n) || !add_short_block(&trial, s, indent);
    f->scratch = trial.scratch;
    buf_free(&text);
    return tall;
}

/* True if two statements stand together: of one sort, without a blank line between. */
static bool stand_together(struct formatter *f, uint32_t a, uint32_t b, uint32_t indent)
{
    const struct statement *one = statement_at(f, a), *other = statement_at(f, b);
    return is_aligned(f, a) && is_aligned(f, b) && one->kind == other->kind &&
           !blank_line_between(f, one->end, other->start) && !is_tall(f, a, indent);
}

/* The width of the first column of a run of rows that begins at `s`; `*end` is behind the run. */
static uint32_t column_width(struct formatter *f, uint32_t s, uint32_t block_end, uint32_t indent, uint32_t *end)
{
    uint32_t width = 0;
    for (*end = s; *end < block_end; *end = statement_at(f, *end)->next) {
        if (*end > s && !stand_together(f, s, *end, indent))
            break;
        uint32_t own = utf8_count(first_column(f, *end));
        width = own > width && own <= ALIGNED_MOST ? own : width;
        s = *end;
    }
    return width;
}

/* ---- Blocks ---- */

/* The statements of a block, and the comments in it. */
static void add_statements(struct formatter *f, uint32_t first, uint32_t end, uint32_t indent)
{
    bool is_first = true;
    uint32_t run_end = first, width = 0;
    for (uint32_t s = first; s < end; s = statement_at(f, s)->next) {
        const struct statement *at = statement_at(f, s);
        uint32_t head_end = at->open ? at->open : at->end;
        add_comments_before(f, at->start, indent, &is_first);
        if (!is_first && blank_line_before(f, at->start) && f->out->n > 1 && f->out->at[f->out->n - 2] != '\n')
            end_line(f);
        add_comments_of_head(f, head_end, indent);
        if (s >= run_end)
            width = is_aligned(f, s) ? column_width(f, s, end, indent, &run_end) : 0;
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
        bool imports = before != UINT32_MAX && statement_at(f, before)->word == KW_IMPORT && at->word == KW_IMPORT;
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

void format_file(struct buf *out, const struct tree *tree, const struct sources *sources, const struct atoms *atoms)
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
