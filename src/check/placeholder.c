/* Fixes that insert what an author has to complete. */

#include "check/placeholder.h"

/* The blanks that the line around a place begins with. */
static struct str indentation(struct str text, uint32_t at)
{
    uint32_t start = at, end;
    while (start > 0 && text.ptr[start - 1] != '\n')
        start--;
    for (end = start; end < at && (text.ptr[end] == ' ' || text.ptr[end] == '\t');)
        end++;
    return str_upto(str_from(text, start), end - start);
}

/* The first byte from `at` on that is no blank of its line. */
static uint32_t behind_blanks(struct str text, uint32_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at;
}

static bool ends_line(struct str text, uint32_t at)
{
    at = behind_blanks(text, at);
    return at == text.len || text.ptr[at] == '\n' || text.ptr[at] == '\r' || text.ptr[at] == '#';
}

void suggest_value(struct checking *checking, struct finding *finding, component_id id, struct str name)
{
    const struct component *component = &checking->library->components.at[id];
    struct span head = component->title_at.end ? component->title_at : component->at;
    const struct source_file *file = source_of(checking->library->sources, head.start);
    struct str text = {file->text, file->len};
    uint32_t at = head.end - file->base, brace = behind_blanks(text, at);
    struct str indent = indentation(text, at);
    bool has_block = brace < text.len && text.ptr[brace] == '{';
    struct buf insert = buf_on(checking->mem);
    if (has_block)
        at = brace + 1;
    buf_printf(&insert, "%s\n%.*s%s%.*s \"...\"", has_block ? "" : " {", STR_ARGS(indent),
               str_ends(indent, STR("\t")) ? "\t" : "  ", STR_ARGS(name));
    if (!has_block)
        buf_printf(&insert, "\n%.*s}", STR_ARGS(indent));
    else if (!ends_line(text, at))
        buf_printf(&insert, "\n%.*s ", STR_ARGS(indent));
    struct fix *fix = suggest(finding, SAFETY_PLACEHOLDER, MSG_fix_add, v_name(name));
    fix_edit(finding, fix, (struct span){file->base + at, file->base + at}, buf_as_str(&insert));
    buf_free(&insert);
}

void suggest_title_as(struct checking *checking, struct finding *finding, component_id id, struct str name)
{
    struct span at = checking->library->components.at[id].title_at;
    const struct source_file *file = source_of(checking->library->sources, at.start);
    struct str text = {file->text, file->len};
    uint32_t behind = behind_blanks(text, at.end - file->base);
    struct str indent = indentation(text, at.start - file->base);
    if (behind < text.len && text.ptr[behind] == '{')
        return;
    struct buf block = buf_on(checking->mem);
    buf_printf(&block, "{\n%.*s%s%.*s %.*s\n%.*s}", STR_ARGS(indent), str_ends(indent, STR("\t")) ? "\t" : "  ",
               STR_ARGS(name), STR_ARGS(source_text(checking->library->sources, at)), STR_ARGS(indent));
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_title_as, v_name(name)), at, buf_as_str(&block));
    buf_free(&block);
}
