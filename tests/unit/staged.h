#ifndef UNIT_STAGED_H
#define UNIT_STAGED_H

/* Files of a folder "out", staged and looked at. */

#include <dirent.h>

#include "base/file.h"
#include "base/output.h"
#include "unit/fixture.h"

static inline void add(struct world *w, struct output *out, const char *name, const char *content)
{
    struct buf text = buf_on(&w->mem);
    buf_text(&text, content);
    output_add(out, world_path(w, "out"), name, &text);
    buf_free(&text);
}

static inline const char *content_of(struct world *w, const char *name)
{
    struct file_bytes bytes;
    if (file_read(&w->mem, world_path(w, name), &bytes) != FILE_READ)
        return "-";
    return bytes.at;
}

static inline uint32_t entries_of(struct world *w, const char *name)
{
    uint32_t n = 0;
    DIR *folder = opendir(world_path(w, name));
    if (!folder)
        return 0;
    while (readdir(folder))
        n++;
    closedir(folder);
    return n - 2;
}

static inline struct output_note add_apart(struct world *w, struct output *out, uint32_t *next, const char *name,
                                           const char *content)
{
    struct buf text = buf_on(&w->mem);
    buf_text(&text, content);
    struct output_note note = output_add_apart(out, 3, next, world_path(w, "out"), name, &text);
    buf_free(&text);
    return note;
}

#endif
