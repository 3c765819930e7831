#include "base/whole.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

struct str whole_name(struct str root)
{
    while (root.len > 1 && root.ptr[root.len - 1] == '/')
        root.len--;
    return root;
}

bool whole_has(const struct output *out, const char *root)
{
    return out->whole.len && str_eq(out->whole, whole_name(str_of(root)));
}

/* Removes the folders above a file that are empty now, from the innermost on. */
static void remove_folders_of(int at, struct str name)
{
    char folder[4096];
    if (name.len >= sizeof folder)
        return;
    memcpy(folder, name.ptr, name.len + 1);
    for (char *slash; (slash = strrchr(folder, '/')) != NULL;) {
        *slash = '\0';
        unlinkat(at, folder, AT_REMOVEDIR);
    }
}

void whole_remove(const struct output *out, const char *where)
{
    int fd = open(where, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    VEC_EACH (const struct output_name, added, &out->names)
        if (whole_has(out, added->root.ptr))
            unlinkat(fd, added->name.ptr, 0);
    VEC_EACH (const struct output_name, added, &out->names)
        if (whole_has(out, added->root.ptr))
            remove_folders_of(fd, added->name);
    if (fd >= 0)
        close(fd);
    rmdir(where);
}
