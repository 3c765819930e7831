#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

struct output_file {
    const char *path;   /* where it goes */
    const char *staged; /* where it lies until then */
    const char *backup; /* what stood at `path`, while it may have to come back */
    bool moved;
};

/* Files that are written all or not at all. They are staged in a folder of their own beside their
   places and moved there by output_commit(). Files that would not change are left alone. */
struct output {
    struct mem *mem;
    struct arena arena;
    struct str staging; /* the staging folder, once there is one */
    VEC(struct output_file) files;
    VEC(const char *) made; /* folders that were made, outermost first */
    const char *failed;     /* the first path that could not be written */
    int error;              /* and why, an errno */
};

void output_init(struct output *out, struct mem *mem);

/* Stages the file `name` of the folder `root` with this content. After a failure, which `failed`
   and `error` keep, nothing more is done. */
void output_add(struct output *out, const char *root, const char *name, struct buf *content);

/* Moves every staged file to its place; if one cannot be moved, all are as they were. Returns true
   if everything is in place. */
bool output_commit(struct output *out);

/* Removes what is staged and not committed; to be called at the end in any case. */
void output_close(struct output *out);

#endif
