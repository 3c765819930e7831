#include "source/source.h"

#include "base/utf8.h"

enum { COUNTED_BYTES = 1024 };

static const char BYTE_ORDER_MARK[] = "\xef\xbb\xbf";

void sources_init(struct sources *sources, struct mem *mem)
{
    *sources = (struct sources){.mem = mem, .arena = arena_on(mem)};
}

uint32_t source_add(struct sources *sources, struct str path, struct str real, struct file_bytes bytes)
{
    uint32_t base = 1;
    if (sources->files.n) {
        const struct source_file *last = &sources->files.at[sources->files.n - 1];
        base = last->base + last->len + 1;
    }
    if (bytes.n > UINT32_MAX - 2 - base)
        return UINT32_MAX;
    struct source_file file = {
        .path = arena_str(&sources->arena, path),
        .real = real.ptr ? arena_str(&sources->arena, real) : STR_NONE,
        .text = bytes.at,
        .len = bytes.n,
        .base = base,
    };
    vec_push(sources->mem, &sources->files, file);
    return sources->files.n - 1;
}

struct source_file *source_of(const struct sources *sources, uint32_t position)
{
    uint32_t low = 0, high = sources->files.n;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (sources->files.at[middle].base <= position)
            low = middle;
        else
            high = middle;
    }
    return &sources->files.at[low];
}

struct str source_text(const struct sources *sources, struct span span)
{
    const struct source_file *file = source_of(sources, span.start);
    return (struct str){file->text + (span.start - file->base), span.end - span.start};
}

static struct counts counts_of(struct str text)
{
    return (struct counts){utf8_count(text), utf8_utf16_count(text)};
}

/* Notes every so many bytes how much stands before them: a line may be as long as the file. */
static void index_counts(const struct sources *sources, struct source_file *file)
{
    uint32_t n = file->len / COUNTED_BYTES + 1;
    struct counts sum = {0, 0};
    file->counts = mem_alloc(sources->mem, n * sizeof *file->counts);
    for (uint32_t i = 0; i < n; i++) {
        file->counts[i] = sum;
        if (i + 1 == n)
            break;
        struct counts more = counts_of((struct str){file->text + i * COUNTED_BYTES, COUNTED_BYTES});
        sum = (struct counts){sum.points + more.points, sum.units + more.units};
    }
}

/* What stands before an offset of the file. */
static struct counts counts_before(const struct source_file *file, uint32_t offset)
{
    struct counts known = file->counts[offset / COUNTED_BYTES];
    uint32_t rest = offset % COUNTED_BYTES;
    struct counts more = counts_of((struct str){file->text + (offset - rest), rest});
    return (struct counts){known.points + more.points, known.units + more.units};
}

/* What stands between two offsets: looked up if they are far apart, which few files ask for. */
static struct counts counts_between(const struct sources *sources, struct source_file *file, uint32_t start,
                                    uint32_t end)
{
    if (end - start <= COUNTED_BYTES)
        return counts_of((struct str){file->text + start, end - start});
    if (!file->counts)
        index_counts(sources, file);
    struct counts first = counts_before(file, start), last = counts_before(file, end);
    return (struct counts){last.points - first.points, last.units - first.units};
}

static void index_lines(const struct sources *sources, struct source_file *file)
{
    VEC(uint32_t) lines = {0};
    bool marked = file->len >= 3 && memcmp(file->text, BYTE_ORDER_MARK, 3) == 0;
    vec_push(sources->mem, &lines, marked ? 3 : 0);
    const char *at = file->text, *end = at + file->len;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL)
        vec_push(sources->mem, &lines, (uint32_t)(++at - file->text));
    file->lines = lines.at;
    file->n_lines = lines.n;
}

/* The index of the line that holds the offset. */
static uint32_t line_of(const struct source_file *file, uint32_t offset)
{
    uint32_t low = 0, high = file->n_lines;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (file->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const struct source_file *source_line_of(const struct sources *sources, uint32_t position, uint32_t *line)
{
    struct source_file *file = source_of(sources, position);
    if (!file->lines)
        index_lines(sources, file);
    *line = line_of(file, position - file->base) + 1;
    return file;
}

struct location source_locate(const struct sources *sources, uint32_t position)
{
    struct source_file *file = source_of(sources, position);
    if (!file->lines)
        index_lines(sources, file);
    uint32_t offset = position - file->base;
    uint32_t line = line_of(file, offset);
    uint32_t start = file->lines[line] < offset ? file->lines[line] : offset;
    struct counts before = counts_between(sources, file, start, offset);
    return (struct location){
        .file = file,
        .byte = offset,
        .line = line + 1,
        .column = before.points + 1,
        .utf16_column = before.units + 1,
    };
}

struct str source_line(const struct sources *sources, struct source_file *file, uint32_t line)
{
    if (!file->lines)
        index_lines(sources, file);
    uint32_t start = file->lines[line - 1];
    uint32_t end = line < file->n_lines ? file->lines[line] : file->len;
    if (end > start && file->text[end - 1] == '\n')
        end--;
    if (end > start && file->text[end - 1] == '\r')
        end--;
    return (struct str){file->text + start, end - start};
}
