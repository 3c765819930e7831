#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

enum { FILE_SIZE_MOST = 1 << 30 };

/* The content of a file, with `FILE_PADDING` NULs behind it; owned by the `mem` given. */
struct file_bytes {
    char *at;
    uint32_t n;
};

enum { FILE_PADDING = 2 };

enum file_status {
    FILE_READ,
    FILE_MISSING,
    FILE_FOLDER,
    FILE_NOT_REGULAR, /* a device, a pipe */
    FILE_TOO_LARGE,   /* above FILE_SIZE_MOST */
    FILE_FAILED,      /* errno says why */
};

/* Reads a regular file whole. */
enum file_status file_read(struct mem *mem, const char *path, struct file_bytes *bytes);

/* Reads standard input to its end. */
enum file_status file_read_stdin(struct mem *mem, struct file_bytes *bytes);

/* The path with every link resolved, absolute; {0} if there is no such file. */
struct str file_real_path(struct arena *arena, const char *path);

#endif
