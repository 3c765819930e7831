/* Fixes are applied: to files as they were read. */

#include "lib/fixes.h"

#include "base/path.h"

typedef VEC(const struct edit *) edits;

struct fixing {
    const struct session *session;
    edits chosen; /* of all files, by place, without overlaps */
};

/* Where the edit would stand among the chosen, which are sorted by place. */
static uint32_t place_of(const struct fixing *fixing, const struct edit *edit)
{
    uint32_t low = 0, high = fixing->chosen.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (fixing->chosen.at[middle]->at.start <= edit->at.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* True if the edit overlaps or touches a chosen one: those beside its place are the nearest. */
static bool overlaps(const struct fixing *fixing, const struct edit *edit)
{
    uint32_t place = place_of(fixing, edit);
    const struct edit *const *chosen = fixing->chosen.at;
    return (place > 0 && chosen[place - 1]->at.end >= edit->at.start) ||
           (place < fixing->chosen.n && chosen[place]->at.start <= edit->at.end);
}

static void choose_edit(struct fixing *fixing, const struct edit *edit)
{
    uint32_t place = place_of(fixing, edit);
    vec_push(fixing->session->mem, &fixing->chosen, edit);
    const struct edit **at = fixing->chosen.at + place;
    memmove(at + 1, at, (fixing->chosen.n - 1 - place) * sizeof *at);
    *at = edit;
}

static bool choose(struct fixing *fixing, const struct fix *fix)
{
    for (const struct edit *edit = fix->first; edit; edit = edit->next)
        if (overlaps(fixing, edit))
            return false;
    for (const struct edit *edit = fix->first; edit; edit = edit->next)
        choose_edit(fixing, edit);
    return true;
}

static bool all_blank(const char *from, const char *to)
{
    while (from < to && is_blank(*from))
        from++;
    return from == to;
}

/* The span of an edit in its file; one that removes all that stands on its lines takes the lines. */
static struct str edited_part(const struct source_file *file, const struct edit *edit)
{
    const char *start = file->text + (edit->at.start - file->base);
    const char *end = file->text + (edit->at.end - file->base), *file_end = file->text + file->len;
    const char *line = start, *next = memchr(end, '\n', (size_t)(file_end - end));
    while (line > file->text && line[-1] != '\n')
        line--;
    if (edit->text.len == 0 && next && all_blank(line, start) && all_blank(end, next))
        return str_range(line, next + 1);
    return str_range(start, end);
}

/* The text of a file with its edits done; `first` to `end` are those of the file. */
static void edit_file(const struct source_file *file, const struct edit *const *first, uint32_t n, struct buf *out)
{
    const char *done = file->text;
    for (uint32_t i = 0; i < n; i++) {
        struct str part = edited_part(file, first[i]);
        buf_add(out, done, (size_t)(part.ptr - done));
        buf_str(out, first[i]->text);
        done = part.ptr + part.len;
    }
    buf_add(out, done, (size_t)(file->text + file->len - done));
}

/* The file of the chosen edits from `start` on, and in `*end` where the next file begins. */
static const struct source_file *next_file(const struct fixing *fixing, uint32_t start, uint32_t *end)
{
    const struct sources *sources = &fixing->session->sources;
    const struct source_file *file = source_of(sources, fixing->chosen.at[start]->at.start);
    for (*end = start; *end < fixing->chosen.n; ++*end)
        if (source_of(sources, fixing->chosen.at[*end]->at.start) != file)
            break;
    return file;
}

uint32_t fixes_apply(const struct session *session, enum safety most, fixed_files *files)
{
    struct fixing fixing = {.session = session};
    uint32_t applied = 0;
    for (uint32_t i = 0; i < session->diag.findings.n; i++) {
        const struct fix *fix = finding_fix(session->diag.findings.at[i], most);
        if (fix && choose(&fixing, fix))
            applied++;
    }
    for (uint32_t start = 0, end; start < fixing.chosen.n; start = end) {
        struct fixed_file fixed = {next_file(&fixing, start, &end), buf_on(session->mem)};
        edit_file(fixed.file, fixing.chosen.at + start, end - start, &fixed.text);
        vec_push(session->mem, files, fixed);
    }
    vec_free(session->mem, &fixing.chosen);
    return applied;
}

void fixes_stage(const fixed_files *files, struct output *output)
{
    VEC_EACH (const struct fixed_file, fixed, files) {
        struct str real = fixed->file->real;
        output_add(output, path_folder(&output->arena, real).ptr, strrchr(real.ptr, '/') + 1, &fixed->text);
    }
}

void fixes_free(fixed_files *files, struct mem *mem)
{
    VEC_EACH (struct fixed_file, fixed, files)
        buf_free(&fixed->text);
    vec_free(mem, files);
}
