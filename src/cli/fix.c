#include "cli/fix.h"

#include <errno.h>
#include <stdlib.h>

#include "base/diff.h"
#include "base/path.h"

typedef VEC(const struct edit *) edits;

/* Where something was chosen: for each place that an edit may start at, in order, how far the chosen
   edits reach. A Fenwick tree of the greatest ends, so that a question takes logarithmic time. */
struct taken {
    VEC(uint32_t) starts;
    uint32_t *ends;
};

struct fixing {
    const struct session *session;
    bool unsafe;
    struct taken taken;
    edits chosen; /* of all files, without overlaps */
};

static bool wants(const struct fixing *fixing, const struct fix *fix)
{
    return fix->safety == SAFETY_SAFE || (fixing->unsafe && fix->safety == SAFETY_UNSAFE);
}

/* The only fix of a finding that may be applied, or NULL. */
static const struct fix *fix_of(const struct fixing *fixing, const struct finding *finding)
{
    const struct fix *found = NULL;
    for (const struct fix *fix = finding->fixes; fix; fix = fix->next) {
        if (!wants(fixing, fix))
            continue;
        if (found)
            return NULL;
        found = fix;
    }
    return found;
}

/* Files outside of the working folder belong to somebody else. */
static bool is_own(const struct fixing *fixing, const struct edit *edit)
{
    const struct source_file *file = source_of(&fixing->session->sources, edit->at.start);
    return file->real.ptr && path_within(fixing->session->search.working, file->real);
}

static int by_number(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

/* Lists the places that may be edited. */
static void prepare(struct fixing *fixing)
{
    struct mem *mem = fixing->session->mem;
    struct taken *taken = &fixing->taken;
    VEC_EACH (struct finding *const, finding, &fixing->session->diag.findings) {
        const struct fix *fix = fix_of(fixing, *finding);
        for (const struct edit *edit = fix ? fix->first : NULL; edit; edit = edit->next)
            vec_push(mem, &taken->starts, edit->at.start);
    }
    if (taken->starts.n)
        qsort(taken->starts.at, taken->starts.n, sizeof *taken->starts.at, by_number);
    taken->ends = mem_alloc(mem, ((size_t)taken->starts.n + 1) * sizeof *taken->ends);
    memset(taken->ends, 0, ((size_t)taken->starts.n + 1) * sizeof *taken->ends);
}

/* How many of the places are not behind this one. */
static uint32_t places_upto(const struct taken *taken, uint32_t place)
{
    uint32_t low = 0, high = taken->starts.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (taken->starts.at[middle] <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void take(struct taken *taken, struct span at)
{
    for (uint32_t i = places_upto(taken, at.start); i <= taken->starts.n; i += i & -i)
        if (taken->ends[i] < at.end)
            taken->ends[i] = at.end;
}

/* True if the edit meets or touches one that was chosen: one that starts at its end or before, and
   reaches its start. */
static bool overlaps(const struct taken *taken, const struct edit *edit)
{
    for (uint32_t i = places_upto(taken, edit->at.end); i > 0; i -= i & -i)
        if (taken->ends[i] >= edit->at.start)
            return true;
    return false;
}

static bool choose(struct fixing *fixing, const struct fix *fix)
{
    for (const struct edit *edit = fix->first; edit; edit = edit->next)
        if (!is_own(fixing, edit) || overlaps(&fixing->taken, edit))
            return false;
    for (const struct edit *edit = fix->first; edit; edit = edit->next) {
        take(&fixing->taken, edit->at);
        vec_push(fixing->session->mem, &fixing->chosen, edit);
    }
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct edit *one = *(const struct edit *const *)a, *other = *(const struct edit *const *)b;
    return (one->at.start > other->at.start) - (one->at.start < other->at.start);
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
static void edit_file(const struct source_file *file, const struct edit *const *first, uint32_t n,
                      struct buf *out)
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

static int deliver(const struct fixing *fixing, struct buf *diff)
{
    const struct session *session = fixing->session;
    struct output *output = output_new(session->mem);
    for (uint32_t start = 0, end; start < fixing->chosen.n; start = end) {
        const struct source_file *file = source_of(&session->sources, fixing->chosen.at[start]->at.start);
        for (end = start; end < fixing->chosen.n &&
                          source_of(&session->sources, fixing->chosen.at[end]->at.start) == file;)
            end++;
        struct buf text = buf_on(session->mem);
        edit_file(file, fixing->chosen.at + start, end - start, &text);
        if (diff)
            diff_add(diff, file->path, (struct str){file->text, file->len}, buf_as_str(&text));
        else
            output_add(output, path_folder(&output->arena, file->real).ptr,
                       strrchr(file->real.ptr, '/') + 1, &text);
        buf_free(&text);
    }
    int status = EXIT_OK;
    if (!output_commit(output))
        status = usage_error("cannot write %s: %s", output->failed, strerror(output->error));
    output_close(output);
    return status;
}

int apply_fixes(const struct session *session, bool unsafe, struct buf *diff, uint32_t *applied)
{
    struct fixing fixing = {.session = session, .unsafe = unsafe};
    *applied = 0;
    prepare(&fixing);
    for (uint32_t i = 0; i < session->diag.findings.n; i++) {
        const struct fix *fix = fix_of(&fixing, session->diag.findings.at[i]);
        if (fix && choose(&fixing, fix))
            ++*applied;
    }
    if (fixing.chosen.n == 0)
        return EXIT_OK;
    qsort(fixing.chosen.at, fixing.chosen.n, sizeof *fixing.chosen.at, by_place);
    return deliver(&fixing, diff);
}
