#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

struct output_file {
    const char *path;   /* where it goes */
    const char *staged; /* where it lies until then; NULL: `path` is to be removed */
    const char *backup; /* where what stood at `path` lies while it may have to come back */
    bool has_backup, moved, is_folder;
    uint8_t turn; /* when it moves: see output_commit() */
};

/* A file that was added, whether it changes or not. */
struct output_name {
    struct str root, name;
    size_t size; /* of its content */
};

/* A file that is kept in memory instead of being written. */
struct kept_file {
    struct str path;
    struct buf content;
};

/* Files that are written all or not at all. They are staged in a folder of their own beside their
   places and moved there by output_commit(). Files that would not change are left alone; the mode of a
   file that is replaced stays, and a link to it still leads to it. */
struct output {
    struct mem *mem;
    struct mem_foreign *owned;
    struct arena arena;
    struct str staging;  /* the staging folder, once there is one */
    struct str whole;    /* the folder that is staged whole: see output_whole(); {0} */
    struct str whole_at; /* where it lies until then */
    VEC(struct output_file) files;
    VEC(const char *) made; /* folders that were made, outermost first */
    VEC(struct output_name) names;
    VEC(const char *) emptied; /* folders that may be empty once files are removed, innermost first */
    uint32_t n_foreign;        /* files that stand between those of a manifest and are none of them */
    const char *foreign;       /* one of them */
    const char *failed;        /* the first path that could not be written */
    int error;                 /* and why, an errno */
    bool keeps;                /* in memory, and stages nothing */
    VEC(struct kept_file) kept;
};

/* An output without files. The session closes it if nobody else does. */
struct output *output_new(struct mem *mem);

/* An output that keeps its files in memory, which belongs to `mem` and outlives the output. */
struct output *output_in_memory(struct mem *mem);

/* Stages the file `name` of the folder `root` with this content. After a failure, which `failed`
   and `error` keep, nothing more is done. */
void output_add(struct output *out, const char *root, const char *name, const struct buf *content);

/* If there is no folder `root`, stages it whole, beside its place: what is added to it from here on, each name once,
   goes there with it in one step; if somebody else has put something there by then, nothing does. One folder of an
   output can be; a path that winds, such as "a/../b", is staged file by file. */
void output_whole(struct output *out, const char *root);

/* Makes the files added to the folder `root` all that belongs there: what an earlier run wrote into it, as the file
   `manifest` in it says, and this one did not, is removed by output_commit(). A new manifest is staged: a path a line.
   What neither of the two names is left alone, and counted in `n_foreign`; files whose name begins with a dot are
   not looked at. Nothing where the files are kept in memory. */
void output_manifest(struct output *out, const char *root, const char *manifest);

/* Stages the removal of a file of `root`, for output_manifest(). */
void output_remove(struct output *out, struct str root, struct str name);

/* What became of a file that another process staged. */
struct output_note {
    uint32_t number; /* of the staged file, if there is one */
    int error;       /* an errno; 0: it is staged, or would change nothing */
    size_t size;     /* of the content */
    bool staged;
};

/* Makes the staging folder if there is none, for processes that are started from here on and stage files for this one.
   Where it cannot be made, the first file that would change fails. */
void output_share(struct output *out, const char *root);

/* In such a process, the `worker`-th: does with a file what output_add() does, but leaves it to the other process to
   know of it. `*next` counts the files that this one staged. */
struct output_note output_add_apart(struct output *out, uint32_t worker, uint32_t *next, const char *root,
                                    const char *name, const struct buf *content);

/* In the process that commits: takes what another staged as if it had been added here. */
void output_take(struct output *out, uint32_t worker, const char *root, const char *name, struct output_note note);

/* Moves every staged file to its place; if one cannot be moved, all are as they were. What pages load moves first, then
   new pages, then those that replace others, then each index.html; what is to be removed goes last: whoever reads the
   folder meanwhile finds what links lead to. Returns true if everything is in place. Allocates nothing. */
bool output_commit(struct output *out);

/* Removes what is staged and not committed. */
void output_close(struct output *out);

#endif
