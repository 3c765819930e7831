/* Which files of a folder are ours: output_manifest(). */

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/atom.h"
#include "base/file.h"
#include "base/output.h"
#include "base/path.h"

struct manifest {
    struct output *out;
    struct str root;
    const char *name;
    struct atoms known; /* in any case: names of this run in small letters, and what is removed */
};

/* A path that stays in its folder; whoever wrote the manifest, nothing else is removed. */
static bool stays_inside(struct arena *arena, struct str name)
{
    return name.len && name.ptr[0] != '/' && name.ptr[0] != '.' && str_eq(path_normal(arena, name), name);
}

static bool is_file(struct manifest *m, struct str name)
{
    struct stat info;
    struct str path = path_join(&m->out->arena, m->root, name);
    return lstat(path.ptr, &info) == 0 && !S_ISDIR(info.st_mode);
}

/* Names that differ by case alone are one: on some disks they are. */
static atom known_as(struct manifest *m, struct str name, bool add)
{
    struct str small = arena_lower(&m->out->arena, name);
    return add ? atom_intern(&m->known, small) : atom_find(&m->known, small);
}

/* ---- What was ours before ---- */

static void remove_line(struct manifest *m, struct str name)
{
    if (!stays_inside(&m->out->arena, name) || known_as(m, name, false) || !is_file(m, name))
        return;
    known_as(m, name, true);
    output_remove(m->out, m->root, name);
}

static void remove_old(struct manifest *m)
{
    struct file_bytes old;
    if (file_read(m->out->mem, path_join(&m->out->arena, m->root, str_of(m->name)).ptr, &old) != FILE_READ)
        return;
    struct str rest = {old.at, old.n};
    while (rest.len) {
        const char *end = memchr(rest.ptr, '\n', rest.len);
        struct str line = end ? str_range(rest.ptr, end) : rest;
        remove_line(m, arena_str(&m->out->arena, line));
        rest = str_from(rest, line.len + (end != NULL));
    }
    mem_free(m->out->mem, old.at);
}

/* ---- What is ours now ---- */

static int by_name(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* Stages the names of this run, in order. */
static void write_new(struct manifest *m, uint32_t n)
{
    struct str *names = arena_array(&m->out->arena, struct str, n + 1);
    struct buf text = buf_on(m->out->mem);
    uint32_t kept = 0;
    VEC_EACH (const struct output_name, name, &m->out->names)
        if (str_eq(name->root, m->root))
            names[kept++] = name->name;
    qsort(names, kept, sizeof *names, by_name);
    for (uint32_t i = 0; i < kept; i++)
        buf_printf(&text, "%.*s\n", STR_ARGS(names[i]));
    output_add(m->out, m->root.ptr, m->name, &text);
    buf_free(&text);
}

/* ---- What is not ours ---- */

static void close_folder(void *folder)
{
    closedir(folder);
}

static void count_foreign(struct manifest *m, struct str folder);

static void look_at(struct manifest *m, struct str name)
{
    struct stat info;
    const char *path = path_join(&m->out->arena, m->root, name).ptr;
    if (lstat(path, &info) != 0)
        return;
    if (S_ISDIR(info.st_mode)) {
        count_foreign(m, name);
    } else if (!known_as(m, name, false)) {
        m->out->n_foreign++;
        m->out->foreign = m->out->foreign ? m->out->foreign : path;
    }
}

static void count_foreign(struct manifest *m, struct str folder)
{
    struct arena *arena = &m->out->arena;
    DIR *listing = opendir(path_join(arena, m->root, folder).ptr);
    if (!listing && errno == ENOMEM)
        mem_exhausted(m->out->mem);
    if (!listing)
        return;
    struct mem_foreign *owned = mem_adopt(m->out->mem, listing, close_folder);
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (entry->d_name[0] != '.')
            look_at(m, folder.len ? path_join(arena, folder, arena_str(arena, str_of(entry->d_name)))
                                  : arena_str(arena, str_of(entry->d_name)));
    mem_disown(m->out->mem, owned);
    closedir(listing);
}

void output_manifest(struct output *out, const char *root, const char *name)
{
    struct manifest m = {.out = out, .root = arena_str(&out->arena, str_of(root)), .name = name};
    if (out->failed || out->keeps)
        return;
    atoms_init(&m.known, out->mem);
    VEC_EACH (const struct output_name, added, &out->names)
        if (str_eq(added->root, m.root))
            known_as(&m, added->name, true);
    remove_old(&m);
    count_foreign(&m, STR(""));
    write_new(&m, out->names.n);
}
