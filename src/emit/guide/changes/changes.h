#ifndef EMIT_GUIDE_CHANGES_CHANGES_H
#define EMIT_GUIDE_CHANGES_CHANGES_H

#include "emit/guide/guide.h"
#include "model/translation/words.h"

/* What has changed since an earlier state: both states are documents "prmc-model/1", read as JSON, so that an older or
   a strange one does no harm. A component is the same as before if its path is, or if its `was` leads to where it
   stood, with what it stands in taken as that was before. A row of a mapping is the same if its sources are. */

enum change_type { CHANGE_ADDED, CHANGE_REMOVED, CHANGE_MOVED, CHANGE_CHANGED, CHANGE_COUNT };

struct change {
    enum change_type type;
    component_id id;            /* what it is now; NONE: it is gone, or no component */
    const void *before, *after; /* a component, a row, or what says of a whole model or mapping; NULL: there is none */
};

/* A model or a mapping that is new, gone or not what it was. */
struct changed_part {
    struct str id;
    model_id model;             /* that it is; NONE */
    mapping_id mapping;         /* likewise */
    const void *before, *after; /* NULL: it is new, or gone */
    uint32_t first, n;          /* in `at`: nothing of what is new or gone as a whole */
    uint32_t n_of[CHANGE_COUNT];
};

struct changes {
    const struct library *library;
    struct mem *mem;
    struct arena arena;
    struct json_document now;
    VEC(struct changed_part) parts;
    VEC(struct change) at;
    struct atoms moved;    /* "MODEL:PATH" as it was */
    VEC(struct str) paths; /* by atom: the path as it is */
};

/* Compares the library with the earlier state. All belongs to `mem`; texts are those of the documents. */
void changes_find(struct changes *changes, const struct library *library, const struct earlier *earlier,
                  struct mem *mem);

/* What is not as it was in one respect. */
struct difference {
    enum word word;   /* what it is, WORD_NONE: */
    const char *name; /* a text, an attribute or the like of this name */
    struct str before, after;
};

typedef VEC(struct difference) differences;

/* How the two sides of a change of the part differ, but for path and place; on `mem`, texts in `arena`. */
void changes_compare(const struct changes *changes, const struct changed_part *part, const struct change *change,
                     struct mem *mem, struct arena *arena, differences *found);

/* Appends the path that a component of the model `model` has now, which had `path` before. */
void changes_add_path(const struct changes *changes, struct buf *out, model_id model, struct str path);

#endif
