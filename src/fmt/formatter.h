#ifndef FMT_FORMATTER_H
#define FMT_FORMATTER_H

#include "base/arena.h"
#include "base/buf.h"
#include "syntax/tree.h"

/* What the formatter writes statements of: lines, comments, arguments. */

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

static inline const struct statement *statement_at(const struct formatter *f, uint32_t s)
{
    return &f->tree->statements.at[s];
}

/* Each writes to the line that is being written, and counts its cells. */
void add(struct formatter *f, struct str text);
void add_text(struct formatter *f, const char *text);
void add_blanks(struct formatter *f, uint32_t n);
void end_line(struct formatter *f);

/* True if a line ends between two positions of the source. */
bool newline_between(const struct formatter *f, uint32_t from, uint32_t to);

/* True if a line of blanks stands right before the line of this position. */
bool blank_line_before(const struct formatter *f, uint32_t position);

/* True if a line of blanks stands somewhere between two positions. */
bool blank_line_between(const struct formatter *f, uint32_t from, uint32_t to);

/* The comment to be written next; behind everything if there is none. */
struct span next_comment(const struct formatter *f);

/* True if a comment begins between two positions. */
bool comment_between(const struct formatter *f, uint32_t from, uint32_t to);

/* Writes the comments before a position, each on a line of its own. `*first` is true while nothing
   stands in the block yet: no blank line then. */
void add_comments_before(struct formatter *f, uint32_t position, uint32_t indent, bool *first);

/* Writes the comments between the parts of a head, which go before it. No blank line is kept: it would
   come between the statement and those that it is aligned with. */
void add_comments_of_head(struct formatter *f, uint32_t end, uint32_t indent);

/* Writes the comment that stands right behind a position on its line: what stands between belongs to
   something else, and so does the comment. */
void add_trailing_comment(struct formatter *f, uint32_t position);

/* An argument and those that `..` joins to it. */
struct str piece_at(struct formatter *f, const struct arg **arg, const struct arg *end);

/* Writes arguments up to `end`, with a blank before each; a line that gets too long goes on after a
   comma. */
void add_args(struct formatter *f, const struct arg *arg, const struct arg *end, uint32_t indent);

#endif
