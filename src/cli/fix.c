#include "cli/fix.h"

#include <errno.h>

#include "base/diff.h"
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

/* Errors after which it is a guess what the author meant. */
static bool is_syntax_error(const struct finding *finding)
{
    switch (finding->rule) {
    case RULE_syntax_error:
    case RULE_unclosed_block:
    case RULE_invalid_utf8:
    case RULE_curly_quote_delimiter:
    case RULE_nesting_too_deep: return true;
    default: return false;
    }
}

void refuse_damaged_files(struct session *session)
{
    VEC_EACH (struct finding *const, at, &session->diag.findings) {
        struct source_file *file = source_of(&session->sources, (*at)->at.start);
        size_t index = (size_t)(file - session->sources.files.at);
        bool is_model = index < session->units.at.n; /* translations stand behind */
        if (!is_model || !session->units.at.at[index].tree.broken || !is_syntax_error(*at))
            continue;
        for (enum safety most = SAFETY_SAFE; most <= SAFETY_UNSAFE; most++)
            if (!finding_fix(*at, most))
                file->damaged[most] = true;
    }
}

/* The files that a fix changes though nobody named them, each once, with commas between; where the finding
   stands it says itself. */
static struct str files_elsewhere(struct session *session, const struct finding *finding, const struct fix *fix)
{
    struct buf list = buf_on(session->mem);
    const struct source_file *last = source_of(&session->sources, finding->at.start);
    for (const struct edit *edit = fix->first; edit; edit = edit->next) {
        const struct source_file *file = source_of(&session->sources, edit->at.start);
        if (file == last || file->named)
            continue;
        buf_printf(&list, "%s`%.*s`", list.n ? ", " : "", STR_ARGS(file->path));
        last = file;
    }
    struct str text = arena_str(&session->arena, buf_as_str(&list));
    buf_free(&list);
    return text;
}

void note_files_elsewhere(struct session *session)
{
    VEC_EACH (struct finding *const, finding, &session->diag.findings)
        for (const struct fix *fix = (*finding)->fixes; fix; fix = fix->next) {
            struct str files = fix->safety <= SAFETY_UNSAFE ? files_elsewhere(session, *finding, fix) : STR_NONE;
            if (files.len)
                note(*finding, MSG_note_fix_elsewhere, v_text(files));
        }
}

int apply_fixes(const struct session *session, enum safety most, struct buf *diff, uint32_t *applied)
{
    struct fixing fixing = {.session = session};
    *applied = 0;
    for (uint32_t i = 0; i < session->diag.findings.n; i++) {
        const struct fix *fix = finding_fix(session->diag.findings.at[i], most);
        if (fix && choose(&fixing, fix))
            ++*applied;
    }
    return fixing.chosen.n ? deliver(&fixing, diff) : EXIT_OK;
}
