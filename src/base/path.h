#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

#include "base/arena.h"

/* Paths are text with '/'. These functions look at the text alone, not at the disk, and return
   NUL-terminated strings in the arena. */

/* `folder` and `name` with one '/' between; an absolute `name` stands alone. */
struct str path_join(struct arena *arena, struct str folder, struct str name);

/* The path without "." steps, doubled slashes, and ".." steps that follow a name; "." if empty. */
struct str path_normal(struct arena *arena, struct str path);

/* `path` as seen from `folder`; both absolute and normal. */
struct str path_relative(struct arena *arena, struct str folder, struct str path);

/* What stands before the last '/', "." if there is none, "/" for the root. */
struct str path_folder(struct arena *arena, struct str path);

/* True if the normal path is `folder` or lies in it. */
bool path_within(struct str folder, struct str path);

/* True for an address such as "https://example.org/a.prm". */
bool path_is_url(struct str path);

#endif
