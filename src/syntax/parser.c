#include "syntax/parser.h"

#include "syntax/braces.h"
#include "syntax/encoding.h"
#include "syntax/tree.h"

#include "prm.tab.h"

struct finding *parser_error(struct parser *parser, struct span at, enum message message, ...)
{
    if (parser->n_errors++ >= SYNTAX_ERRORS_MOST)
        return NULL;
    va_list values;
    va_start(values, message);
    struct finding *finding = report_values(parser->diag, at, message, values);
    va_end(values);
    return finding;
}

void parser_missing_block(struct parser *parser, struct span head)
{
    parser_error(parser, (struct span){head.end, head.end}, MSG_missing_block);
}

void parser_text_too_long(struct parser *parser, struct span at)
{
    struct span start = {at.start, at.start + 1};
    parser_error(parser, start, MSG_text_too_long, v_number(at.end - at.start), v_number(TEXT_LENGTH_MOST));
}

void parser_comment(struct parser *parser, struct span at)
{
    if (!parser->keeps_comments)
        return;
    const char *text = parser->text - parser->file_base;
    while (at.end > at.start && is_blank(text[at.end - 1]))
        at.end--;
    vec_push(parser->mem, &parser->tree->comments, at);
}

static uint32_t mark_length(const struct source_file *file)
{
    return file->len >= 3 && memcmp(file->text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* One pass over the file, with the repairs that are known. */
static void read_through(struct parser *parser, uint32_t offset)
{
    scanner_start(parser, offset);
    prm_yyparse(parser);
    scanner_stop(parser);
}

/* Ready for a second pass, which knows where braces are missing. */
static void start_over(struct parser *parser)
{
    tree_reset(parser->tree);
    parser->n_errors = 0;
    parser->openers.n = 0;
    parser->n_ahead = 0;
    parser->n_ends = 0;
    parser->line_open = false;
    parser->joined = false;
    parser->first_arg = 0;
    parser->damaged = false;
    parser->leading_comma = false;
}

/* Room for what a file of this size usually holds, so that the vectors of a large one need not move.
   Memory that is not used is not paid for. */
static void reserve_tree(struct mem *mem, struct tree *tree, uint32_t length)
{
    vec_reserve(mem, &tree->statements, length / 48 + 16);
    vec_reserve(mem, &tree->args, length / 20 + 16);
    vec_reserve(mem, &tree->steps, length / 32 + 16);
}

void parse_file(struct tree *tree, struct mem *mem, struct atoms *atoms, struct diag *diag, bool keeps_comments)
{
    const struct source_file *file = &diag->sources->files.at[tree->file];
    uint32_t before = diag->findings.n;
    bool readable = encoding_check(diag, file);
    tree->broken = diag->findings.n > before;
    if (!readable)
        return;
    struct parser parser = {
        .mem = mem,
        .atoms = atoms,
        .diag = diag,
        .tree = tree,
        .text = file->text,
        .length = file->len,
        .file_base = file->base,
        .keeps_comments = keeps_comments,
    };
    uint32_t offset = mark_length(file);
    reserve_tree(mem, tree, file->len);
    before = diag->findings.n;
    read_through(&parser, offset);
    if (parser.unbalanced && !parser.tree->swallowed) {
        scanner_start(&parser, offset);
        bool repaired = braces_repair(&parser);
        scanner_stop(&parser);
        if (repaired) {
            diag_rewind(diag, before);
            start_over(&parser);
            braces_report(&parser);
            read_through(&parser, offset);
        }
    }
    tree->broken = tree->broken || parser.n_errors > 0;
    vec_free(mem, &parser.openers);
    vec_free(mem, &parser.repairs);
}
