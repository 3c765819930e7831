#include "diag/columns.h"

#include "base/grapheme.h"

uint32_t cluster_column(struct clusters *clusters, const struct sources *sources, uint32_t position)
{
    struct source_file *file = source_of(sources, position);
    struct location place = source_locate(sources, position);
    struct str line = source_line(sources, file, place.line);
    uint32_t start = file->base + (uint32_t)(line.ptr - file->text);
    if (clusters->at == 0 || clusters->line_start != start || clusters->at > position)
        *clusters = (struct clusters){start, start, 1};
    const char *end = line.ptr + line.len;
    while (clusters->at < position) {
        const char *at = file->text + (clusters->at - file->base);
        uint32_t length = at < end ? grapheme_length(str_range(at, end)) : 1;
        if (clusters->at + length > position)
            break;
        clusters->at += length;
        clusters->column++;
    }
    return clusters->column;
}
