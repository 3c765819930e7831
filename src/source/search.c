#include "source/search.h"

#include <limits.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/path.h"

void search_init(struct search *search, struct arena *arena)
{
    char working[PATH_MAX];
    *search = (struct search){.arena = arena};
    if (getcwd(working, sizeof working))
        search->working = arena_str(arena, str_of(working));
}

struct str search_shown(const struct search *search, struct str path)
{
    struct str normal = path_normal(search->arena, path);
    if (!str_starts(normal, STR("/")) || !search->working.len)
        return normal;
    return path_relative(search->arena, search->working, normal);
}

static void add_folder(struct search *search, const char *folder, bool installed)
{
    struct str real = file_real_path(search->arena, folder);
    if (!real.ptr)
        return;
    VEC_EACH (const struct search_folder, known, &search->folders)
        if (str_eq(known->real, real))
            return;
    struct search_folder added = {search_shown(search, str_of(folder)), real, installed};
    vec_push(search->arena->mem, &search->folders, added);
}

void search_add(struct search *search, const char *folder)
{
    add_folder(search, folder, false);
}

void search_add_installed(struct search *search, const char *folder)
{
    add_folder(search, folder, true);
}

static struct held_file *find_held(const struct search *search, struct str real)
{
    VEC_EACH (struct held_file, held, &search->held)
        if (str_eq(held->real, real))
            return held;
    return NULL;
}

/* A file that is held was given by name, wherever it is. */
static bool is_allowed(const struct search *search, struct str real)
{
    if (search->working.len && path_within(search->working, real))
        return true;
    VEC_EACH (const struct search_folder, folder, &search->folders)
        if (path_within(folder->real, real))
            return true;
    return find_held(search, real) != NULL;
}

/* The path that an import would have if it were there, without looking at the disk. */
static struct str absolute(const struct search *search, struct str path)
{
    struct str working = search->working.len ? search->working : STR("/");
    return path_normal(search->arena, path_join(search->arena, working, path));
}

/* Where a file would be by its name; of the folders only the one that it is in may lead elsewhere. */
static struct str would_be_path(const struct search *search, const char *path)
{
    struct str whole = absolute(search, str_of(path));
    struct str folder = file_real_path(search->arena, path_folder(search->arena, whole).ptr);
    if (!folder.ptr)
        return whole;
    return path_normal(search->arena, path_join(search->arena, folder, str_of(strrchr(whole.ptr, '/') + 1)));
}

void search_hold(struct search *search, const char *path, struct file_bytes bytes)
{
    struct str real = file_real_path(search->arena, path);
    if (!real.ptr)
        real = would_be_path(search, path);
    struct held_file held = {real, bytes}, *known = find_held(search, real);
    if (known)
        *known = held;
    else
        vec_push(search->arena->mem, &search->held, held);
}

struct str search_real_path(const struct search *search, const char *path)
{
    struct str real = file_real_path(search->arena, path);
    if (real.ptr || search->held.n == 0)
        return real;
    real = would_be_path(search, path);
    return find_held(search, real) ? real : STR_NONE;
}

enum file_status search_read(const struct search *search, struct mem *mem, const char *path, struct file_bytes *bytes)
{
    const struct held_file *held = NULL;
    if (search->held.n)
        held = find_held(search, search_real_path(search, path));
    if (!held)
        return file_read(mem, path, bytes);
    *bytes = held->bytes;
    return FILE_READ;
}

/* `tried` names the folder of the installed models by what it is: where it lies is no part of the input. */
static bool try_folder(const struct search *search, struct str folder, bool installed, struct str name,
                       struct import_result *result, struct buf *tried)
{
    struct str path = path_join(search->arena, folder, name);
    if (tried->n)
        buf_text(tried, ", ");
    buf_str(tried, installed ? STR("the installed models") : search_shown(search, path));
    result->real = search_real_path(search, path.ptr);
    result->path = search_shown(search, path);
    return result->real.ptr != NULL;
}

/* True if a path may leave the folder that it is seen from. */
static bool leads_out(struct str name)
{
    for (uint32_t i = 0; i + 1 < name.len; i++)
        if (name.ptr[i] == '.' && name.ptr[i + 1] == '.')
            return true;
    return name.len && name.ptr[0] == '/';
}

struct import_result search_import(const struct search *search, const struct source_file *from, struct str name)
{
    struct import_result result = {.status = IMPORT_MISSING};
    struct buf tried = buf_on(search->arena->mem);
    struct str folder = path_folder(search->arena, from->path);
    bool escapes = leads_out(name) && !is_allowed(search, absolute(search, path_join(search->arena, folder, name)));
    bool found = try_folder(search, folder, false, name, &result, &tried);
    result.installed = found && from->installed;
    for (uint32_t i = 0; i < search->folders.n && !found; i++) {
        const struct search_folder *at = &search->folders.at[i];
        found = try_folder(search, at->path, at->installed, name, &result, &tried);
        result.installed = found && at->installed;
    }
    if (found)
        result.status = is_allowed(search, result.real) ? IMPORT_FOUND : IMPORT_ESCAPES;
    else if (escapes)
        result.status = IMPORT_ESCAPES;
    result.tried = arena_str(search->arena, buf_as_str(&tried));
    buf_free(&tried);
    return result;
}

struct str search_data(const struct search *search, struct str name)
{
    VEC_EACH (const struct search_folder, folder, &search->folders) {
        struct str path = path_join(search->arena, folder->real, name);
        struct str real = file_real_path(search->arena, path.ptr);
        if (real.ptr && path_within(folder->real, real))
            return real;
    }
    return STR_NONE;
}
