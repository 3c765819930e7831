#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads from `fd` until its end, into a block that starts with room for `expected` bytes. */
static enum file_status read_all(struct mem *mem, int fd, size_t expected, struct file_bytes *bytes)
{
    size_t cap = expected + 1, n = 0;
    char *at = mem_alloc(mem, cap + FILE_PADDING);
    for (;;) {
        ssize_t got = read(fd, at + n, cap - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return FILE_FAILED;
        n += (size_t)got;
        if (got == 0)
            break;
        if (n > FILE_SIZE_MOST)
            return FILE_TOO_LARGE;
        if (n == cap) {
            cap *= 2;
            at = mem_resize(mem, at, cap + FILE_PADDING);
        }
    }
    memset(at + n, 0, FILE_PADDING);
    *bytes = (struct file_bytes){at, (uint32_t)n};
    return FILE_READ;
}

static void close_file(void *fd)
{
    close((int)(intptr_t)fd);
}

enum file_status file_read(struct mem *mem, const char *path, struct file_bytes *bytes)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return errno == ENOENT || errno == ENOTDIR ? FILE_MISSING : FILE_FAILED;
    if (S_ISDIR(info.st_mode))
        return FILE_FOLDER;
    if (!S_ISREG(info.st_mode))
        return FILE_NOT_REGULAR;
    if (info.st_size > FILE_SIZE_MOST)
        return FILE_TOO_LARGE;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return FILE_FAILED;
    struct mem_foreign *open_file = mem_adopt(mem, (void *)(intptr_t)fd, close_file);
    enum file_status status = read_all(mem, fd, (size_t)info.st_size, bytes);
    int error = errno;
    mem_disown(mem, open_file);
    close(fd);
    errno = error;
    return status;
}

enum file_status file_read_stdin(struct mem *mem, struct file_bytes *bytes)
{
    return read_all(mem, STDIN_FILENO, 4096, bytes);
}

struct str file_real_path(struct arena *arena, const char *path)
{
    char real[PATH_MAX];
    if (!realpath(path, real))
        return STR_NONE;
    return arena_str(arena, str_of(real));
}
