#include "syntax/load.h"

#include <errno.h>

#include "base/path.h"
#include "source/nearby.h"
#include "syntax/literal.h"

/* A unit whose imports are being read, and the statement to look at next. */
struct frame {
    uint32_t unit;
    uint32_t statement;
    uint32_t top;       /* the next statement outside of every block */
    struct span import; /* the import through which it was reached */
};

struct loading {
    struct units *units;
    VEC(struct frame) path;
};

static uint64_t path_key(const struct units *units, struct str real)
{
    return map_key(0, atom_intern(units->atoms, real));
}

static uint32_t find_unit(const struct units *units, struct str real)
{
    return real.ptr && units->by_path.mem ? map_get(&units->by_path, path_key(units, real), UINT32_MAX) : UINT32_MAX;
}

static void remember_unit(struct units *units, struct str real, uint32_t index)
{
    if (!units->by_path.mem)
        units->by_path = map_on(units->mem);
    if (real.ptr)
        map_at(&units->by_path, path_key(units, real), index);
}

/* Adds a file that was read to the sources and parses it; UINT32_MAX if there is no room. */
static uint32_t add_unit(struct units *units, struct str path, struct str real, struct file_bytes bytes)
{
    uint32_t index = source_add(units->sources, path, real, bytes);
    if (index == UINT32_MAX)
        return index;
    remember_unit(units, real, index);
    struct unit unit = {.tree.file = index};
    parse_file(&unit.tree, units->mem, units->atoms, units->diag, units->keeps_comments);
    unit.lost_names = unit.tree.broken && unit.tree.statements.n == 0;
    vec_push(units->mem, &units->at, unit);
    if (unit.tree.statements.n == 0 && !unit.tree.broken) {
        uint32_t start = units->sources->files.at[index].base;
        report(units->diag, (struct span){start, start}, MSG_empty_file);
    }
    return index;
}

static void report_ring(struct loading *loading, uint32_t closing, struct span at)
{
    struct finding *finding = report(loading->units->diag, at, MSG_import_cycle);
    uint32_t first = loading->path.n - 1;
    while (loading->path.at[first].unit != closing)
        first--;
    for (uint32_t i = first + 1; i < loading->path.n; i++)
        label(finding, loading->path.at[i].import, MSG_label_ring_import);
}

static void report_unreadable(struct units *units, struct span at, struct str name, enum file_status status)
{
    if (status == FILE_FOLDER)
        report(units->diag, at, MSG_import_folder, v_name(name));
    else if (status == FILE_NOT_REGULAR)
        report(units->diag, at, MSG_import_not_a_file, v_name(name));
    else if (status == FILE_TOO_LARGE)
        report(units->diag, at, MSG_import_too_large, v_name(name));
    else
        report(units->diag, at, MSG_import_unreadable, v_name(name), v_text(str_of(strerror(errno))));
}

/* Offers the file whose name is nearest; a run looks at folders a few times only. */
static void suggest_file(struct units *units, struct finding *finding, const struct source_file *from, struct span at,
                         struct str name)
{
    enum { SEARCHES_MOST = 20 };
    if (units->n_searches++ >= SEARCHES_MOST)
        return;
    struct str near = search_nearest(units->search, from, name);
    if (!near.ptr)
        return;
    struct buf import = buf_on(units->mem);
    buf_printf(&import, "\"%.*s\"", STR_ARGS(near));
    help(finding, MSG_help_similar_file, v_string(near));
    struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(buf_as_str(&import)));
    fix_edit(finding, fix, at, buf_as_str(&import));
    buf_free(&import);
}

/* `models\cmmi-svc.prm` */
static void help_slashes(struct units *units, struct finding *finding, struct str name)
{
    struct buf path = buf_on(units->mem);
    for (uint32_t i = 0; i < name.len; i++)
        buf_char(&path, name.ptr[i] == '\\' ? '/' : name.ptr[i]);
    help(finding, MSG_help_slashes, v_string(buf_as_str(&path)));
    buf_free(&path);
}

static void report_not_found(struct units *units, const struct source_file *from, struct span at, struct str name,
                             const struct import_result *result)
{
    if (result->status == IMPORT_ESCAPES) {
        struct finding *finding = report(units->diag, at, MSG_import_escapes, v_name(name));
        note(finding, MSG_note_import_folders);
        help(finding, MSG_help_allow_folder);
        return;
    }
    struct finding *finding = report(units->diag, at, MSG_import_missing, v_name(name));
    note(finding, MSG_note_tried, v_text(result->tried));
    if (memchr(name.ptr, '\\', name.len))
        help_slashes(units, finding, name);
    suggest_file(units, finding, from, at, name);
}

/* The unit of an import, read if it is new; UINT32_MAX if it cannot be had. */
static uint32_t import(struct units *units, uint32_t importer, struct span at, bool *is_new)
{
    struct str name = literal_text(&units->sources->arena, source_text(units->sources, at));
    name = arena_str(&units->sources->arena, name);
    if (name.len == 0 || path_is_url(name)) {
        report(units->diag, at, name.len ? MSG_import_url : MSG_import_nothing, v_name(name));
        return UINT32_MAX;
    }
    const struct source_file *from = &units->sources->files.at[importer];
    struct import_result result = search_import(units->search, from, name);
    if (result.status != IMPORT_FOUND) {
        report_not_found(units, from, at, name, &result);
        return UINT32_MAX;
    }
    uint32_t unit = find_unit(units, result.real);
    *is_new = unit == UINT32_MAX;
    if (!*is_new)
        return unit;
    struct file_bytes bytes;
    enum file_status status = search_read(units->search, units->mem, result.real.ptr, &bytes);
    if (status == FILE_READ)
        unit = add_unit(units, result.path, result.real, bytes);
    if (unit != UINT32_MAX)
        units->sources->files.at[unit].installed = result.installed;
    if (unit == UINT32_MAX)
        report_unreadable(units, at, name, status == FILE_READ ? FILE_TOO_LARGE : status);
    return unit;
}

static void enter(struct loading *loading, uint32_t unit, struct span at)
{
    loading->units->at.at[unit].on_path = true;
    struct frame frame = {.unit = unit, .import = at};
    vec_push(loading->units->mem, &loading->path, frame);
}

static void follow_import(struct loading *loading, uint32_t importer, const struct arg *name)
{
    struct units *units = loading->units;
    bool is_new;
    uint32_t imported = import(units, importer, name->at, &is_new);
    if (imported == UINT32_MAX) {
        units->at.at[importer].lost_import = true;
        return;
    }
    vec_push(units->mem, &units->at.at[importer].imports, imported);
    if (is_new)
        enter(loading, imported, name->at);
    else if (units->at.at[imported].on_path)
        report_ring(loading, imported, name->at);
}

/* An import in a block is reported when the block is read; what it imports is meant all the same. A kind of component
   may be called `import`, but its title ends in no `.prm`. */
static bool is_inner_import(const struct units *units, const struct tree *tree, uint32_t statement)
{
    const struct arg *args;
    return tree_args(tree, statement, &args) == 1 && args[0].kind == ARG_STRING &&
           str_ends(source_text(units->sources, args[0].at), STR(".prm\""));
}

/* Reads what the units of the path import, depth first. */
static void follow_imports(struct loading *loading)
{
    while (loading->path.n) {
        struct frame *frame = &loading->path.at[loading->path.n - 1];
        uint32_t importer = frame->unit;
        const struct tree *tree = &loading->units->at.at[importer].tree;
        if (frame->statement == tree->statements.n) {
            loading->units->at.at[importer].on_path = false;
            loading->path.n--;
            continue;
        }
        uint32_t s = frame->statement++;
        bool is_top = s == frame->top;
        const struct arg *args;
        if (is_top)
            frame->top = tree->statements.at[s].next;
        if (tree->statements.at[s].word != KW_IMPORT || (!is_top && !is_inner_import(loading->units, tree, s)))
            continue;
        if (tree_args(tree, s, &args) > 0 && args[0].kind == ARG_STRING)
            follow_import(loading, importer, &args[0]);
        else
            loading->units->at.at[importer].lost_import = true;
    }
}

/* Reads and parses a file that the user named; `*unit` is its index. */
static enum file_status read_named(struct units *units, const char *path, struct str real, uint32_t *unit)
{
    bool is_stdin = strcmp(path, "-") == 0;
    struct file_bytes bytes;
    enum file_status status =
        is_stdin ? file_read_stdin(units->mem, &bytes) : search_read(units->search, units->mem, path, &bytes);
    if (status != FILE_READ)
        return status;
    struct str shown = is_stdin ? STR("<stdin>") : search_shown(units->search, str_of(path));
    *unit = add_unit(units, shown, real, bytes);
    return *unit == UINT32_MAX ? FILE_TOO_LARGE : FILE_READ;
}

/* The unit of a file that was read before; standard input is the one that has no path. */
static uint32_t find_named(struct units *units, const char *path, struct str real)
{
    if (strcmp(path, "-") != 0)
        return real.ptr ? find_unit(units, real) : UINT32_MAX;
    for (uint32_t i = 0; i < units->sources->files.n; i++)
        if (!units->sources->files.at[i].real.ptr)
            return i;
    return UINT32_MAX;
}

static struct str real_path_of(struct units *units, const char *path)
{
    return strcmp(path, "-") == 0 ? STR_NONE : search_real_path(units->search, path);
}

enum file_status load_file(struct units *units, const char *path)
{
    struct str real = real_path_of(units, path);
    uint32_t unit = find_named(units, path, real);
    if (unit != UINT32_MAX) {
        units->sources->files.at[unit].named = true;
        return FILE_READ;
    }
    enum file_status status = read_named(units, path, real, &unit);
    if (status != FILE_READ)
        return status;
    units->sources->files.at[unit].named = true;
    struct loading loading = {.units = units};
    enter(&loading, unit, SPAN_NONE);
    follow_imports(&loading);
    vec_free(units->mem, &loading.path);
    return FILE_READ;
}

enum file_status load_single(struct units *units, const char *path)
{
    uint32_t unit;
    return read_named(units, path, real_path_of(units, path), &unit);
}

/* Marks everything that can be reached from a unit. */
static void look_around(struct units *units, uint32_t unit)
{
    size_t n_words = units->at.n / 64 + 1;
    uint64_t *sees = mem_alloc(units->mem, n_words * sizeof *sees);
    memset(sees, 0, n_words * sizeof *sees);
    VEC(uint32_t) waiting = {0};
    sees[unit / 64] |= UINT64_C(1) << (unit % 64);
    vec_push(units->mem, &waiting, unit);
    while (waiting.n) {
        const struct unit *from = &units->at.at[waiting.at[--waiting.n]];
        for (uint32_t i = 0; i < from->imports.n; i++) {
            uint32_t to = from->imports.at[i];
            if (sees[to / 64] >> (to % 64) & 1)
                continue;
            sees[to / 64] |= UINT64_C(1) << (to % 64);
            vec_push(units->mem, &waiting, to);
        }
    }
    vec_free(units->mem, &waiting);
    units->at.at[unit].sees = sees;
}

bool unit_sees(struct units *units, uint32_t unit, uint32_t other)
{
    if (unit == other)
        return true;
    if (!units->at.at[unit].sees)
        look_around(units, unit);
    return units->at.at[unit].sees[other / 64] >> (other % 64) & 1;
}
