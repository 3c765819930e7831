#include "source/nearby.h"

#include <dirent.h>

#include "base/near.h"
#include "base/path.h"

enum { ENTRIES_MOST = 10000, FOLDERS_MOST = 100 };

/* The best so far; of several that are equally near one where it is wanted, and of those the first in the
   order of bytes, since a folder is read in any order. */
struct nearest {
    const struct search *search;
    struct str stem; /* of the name that is wanted */
    struct str home; /* the folder where it is wanted, "." for none */
    uint32_t distance;
    struct str best;
    uint32_t n_folders;
};

/* The name of a file without its folder and `.prm`. */
static struct str stem_of(struct str name)
{
    for (uint32_t i = name.len; i > 0; i--)
        if (name.ptr[i - 1] == '/') {
            name = str_from(name, i);
            break;
        }
    return str_ends(name, STR(".prm")) ? str_upto(name, name.len - 4) : name;
}

static bool is_at_home(const struct nearest *nearest, struct str name)
{
    return str_eq(path_folder(nearest->search->arena, name), nearest->home);
}

/* True if the name is to be taken rather than the one that is as near. */
static bool is_preferred(const struct nearest *nearest, struct str name)
{
    bool at_home = is_at_home(nearest, name), best_at_home = is_at_home(nearest, nearest->best);
    return at_home == best_at_home ? str_compare(name, nearest->best) < 0 : at_home;
}

static void try_file(struct nearest *nearest, struct str name)
{
    uint32_t distance = near_distance(nearest->stem, stem_of(name), nearest->distance);
    bool better = distance < nearest->distance ||
                  (distance == nearest->distance && nearest->best.ptr && is_preferred(nearest, name));
    if (!better)
        return;
    nearest->distance = distance;
    nearest->best = arena_str(nearest->search->arena, name);
}

static void close_folder(void *folder)
{
    closedir(folder);
}

/* Looks at the files of a folder; `prefix` leads to it from where imports are looked up. */
static void try_folder(struct nearest *nearest, struct str folder, struct str prefix)
{
    const struct search *search = nearest->search;
    DIR *open = nearest->n_folders < FOLDERS_MOST ? opendir(folder.ptr) : NULL;
    if (!open)
        return; /* a file of another sort: it does not count */
    nearest->n_folders++;
    struct mem_foreign *handle = mem_adopt(search->arena->mem, open, close_folder);
    const struct dirent *entry;
    for (uint32_t n = 0; n < ENTRIES_MOST && (entry = readdir(open)) != NULL; n++) {
        struct str name = str_of(entry->d_name);
        struct str path = prefix.len ? path_join(search->arena, prefix, name) : name;
        if (name.ptr[0] == '.')
            continue;
        if (str_ends(name, STR(".prm")))
            try_file(nearest, path);
        else if (prefix.len == 0)
            try_folder(nearest, path_join(search->arena, folder, name), name);
    }
    mem_disown(search->arena->mem, handle);
    closedir(open);
}

/* Looks for a stem, up to `distance` edits away. */
static struct str search_for(const struct search *search, const struct source_file *from, struct str stem,
                             uint32_t distance, struct str home)
{
    struct nearest nearest = {.search = search, .stem = stem, .distance = distance + 1, .home = home};
    struct str folder = path_folder(search->arena, from->path);
    try_folder(&nearest, folder.len ? folder : STR("."), STR(""));
    for (uint32_t i = 0; i < search->folders.n; i++)
        try_folder(&nearest, search->folders.at[i].real, STR(""));
    return nearest.best;
}

struct str search_nearest(const struct search *search, const struct source_file *from, struct str name)
{
    struct str stem = stem_of(name);
    if (stem.len < 3)
        return STR_NONE;
    struct str near = search_for(search, from, stem, stem.len / 3, STR("."));
    return near.ptr ? near : search_for(search, from, arena_lower(search->arena, stem), stem.len / 3, STR("."));
}

struct str search_named(const struct search *search, const struct source_file *from, struct str stem, struct str home)
{
    return stem.len < 2 ? STR_NONE : search_for(search, from, stem, 0, home);
}
