#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"

/* All sources of a session share one space of positions: a position is the offset of a byte in its
   file plus the base of the file, so that a span of 8 bytes says where and in which file. 0 is
   nowhere. */
struct span {
    uint32_t start, end; /* the end is one past the last byte */
};

#define SPAN_NONE ((struct span){0, 0})

/* How many code points and UTF-16 units there are. */
struct counts {
    uint32_t points, units;
};

struct source_file {
    struct str path; /* as shown: relative to the working folder */
    struct str real; /* absolute, links resolved; {0} for standard input */
    const char *text;
    uint32_t len;
    uint32_t base;   /* position of the first byte */
    bool named;      /* by the user, not only imported: fixes may be applied to it */
    bool installed;  /* one of the models that came with the program */
    bool damaged[2]; /* errors of syntax are left when the safe, when all fixes are applied: none may be */
    uint32_t *lines; /* offset where each line starts, once somebody asked */
    uint32_t n_lines;
    struct counts *counts; /* of what stands before every COUNTED_BYTES-th byte, once a long line was asked about */
};

struct sources {
    struct mem *mem;
    struct arena arena;
    VEC(struct source_file) files; /* in the order of reading */
};

/* A place for people and tools. Lines and columns count from 1; a column counts code points. */
struct location {
    const struct source_file *file;
    uint32_t byte; /* offset in the file */
    uint32_t line;
    uint32_t column;
    uint32_t utf16_column;
};

/* Sources without files; what they hold belongs to `mem`. */
void sources_init(struct sources *sources, struct mem *mem);

/* Adds a file with its content, which must live as long as the sources and have FILE_PADDING behind
   it. Returns its index, or UINT32_MAX if the space of positions is used up. */
uint32_t source_add(struct sources *sources, struct str path, struct str real, struct file_bytes bytes);

/* The file that holds the position. */
struct source_file *source_of(const struct sources *sources, uint32_t position);

/* The text of a span. */
struct str source_text(const struct sources *sources, struct span span);

/* The file that holds the position; `*line` receives the line, which counts from 1. */
const struct source_file *source_line_of(const struct sources *sources, uint32_t position, uint32_t *line);

/* The place of a position, in a time that does not depend on the length of its line. */
struct location source_locate(const struct sources *sources, uint32_t position);

/* The text of a line, counted from 1, without its line end. */
struct str source_line(const struct sources *sources, struct source_file *file, uint32_t line);

#endif
