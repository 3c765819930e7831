/* A library for LD_PRELOAD that makes one call fail, and says at the end what is left.

       FAULT=malloc:N     the Nth allocation of any library gives NULL (malloc, calloc, realloc)
       FAULT=CALL:N:ERROR the Nth call of CALL fails with the errno ERROR (28 is ENOSPC, 5 EIO); CALL is
                          read, open, write, close, rename, mkdir, link, mkdtemp or fsync. `open` counts for
                          writing only, and `write` and `close` of what was opened so. With `+` behind N, all calls from
   the Nth on fail. FAULT_LOG=FILE     at the end a line: how many calls of the kind there were, how many bytes and
                          blocks are still allocated, whether the fault was reached

       FAULT_SPARE=PART   what a library allocates is left alone if its file name holds PART
       FAULT_ONLY=PART    only what such a library allocates fails

   Allocations are counted between the start of main() and the end of the program. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char call_name[16];
static long fault_at, seen, n_blocks, n_bytes;
static bool and_all_after, reached, counting;
static int fault_error = EIO;
static const char *spared, *only;
static bool is_ours[1024]; /* file descriptors opened for writing */

/* The functions that stand behind those of this file. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *ptr, size_t size);
extern void __libc_free(void *ptr);

/* Counts a call; true if it is to fail. */
static bool fails(const char *name)
{
    if (!counting || strcmp(name, call_name) != 0)
        return false;
    seen++;
    bool now = seen == fault_at || (and_all_after && seen > fault_at);
    reached = reached || now;
    if (now)
        errno = fault_error;
    return now;
}

/* ---- Memory ---- */

/* True if an allocation that returns to this place may fail. */
static bool is_meant(const void *caller)
{
    Dl_info info;
    if (!spared && !only)
        return true;
    counting = false; /* dladdr() is free to allocate */
    bool found = dladdr(caller, &info) != 0 && info.dli_fname;
    counting = true;
    if (!found)
        return !only;
    return only ? strstr(info.dli_fname, only) != NULL : strstr(info.dli_fname, spared) == NULL;
}

static bool allocation_fails(const void *caller)
{
    return counting && strcmp(call_name, "malloc") == 0 && is_meant(caller) && fails("malloc");
}

static void *count_block(void *ptr)
{
    if (ptr && counting) {
        n_blocks++;
        n_bytes += (long)malloc_usable_size(ptr);
    }
    return ptr;
}

static void forget_block(void *ptr)
{
    if (ptr && counting) {
        n_blocks--;
        n_bytes -= (long)malloc_usable_size(ptr);
    }
}

void *malloc(size_t size)
{
    return allocation_fails(__builtin_return_address(0)) ? NULL : count_block(__libc_malloc(size));
}

void *calloc(size_t n, size_t size)
{
    return allocation_fails(__builtin_return_address(0)) ? NULL : count_block(__libc_calloc(n, size));
}

void *realloc(void *ptr, size_t size)
{
    if (allocation_fails(__builtin_return_address(0)))
        return NULL;
    forget_block(ptr);
    void *made = __libc_realloc(ptr, size);
    if (!made && ptr && size)
        return count_block(ptr), NULL;
    return count_block(made);
}

void free(void *ptr)
{
    forget_block(ptr);
    __libc_free(ptr);
}

/* ---- Files ---- */

#define REAL(type, name, ...)         \
    static type (*real)(__VA_ARGS__); \
    if (!real)                        \
    *(void **)&real = dlsym(RTLD_NEXT, name)

static int open_real(const char *name, const char *path, int flags, mode_t mode)
{
    int (*real)(const char *, int, ...);
    *(void **)&real = dlsym(RTLD_NEXT, name);
    bool writes = (flags & O_ACCMODE) != O_RDONLY;
    if (writes && fails("open"))
        return -1;
    int fd = real(path, flags, mode);
    if (fd >= 0 && fd < 1024)
        is_ours[fd] = writes;
    return fd;
}

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    return open_real("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    return open_real("open64", path, flags, mode);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
    REAL(ssize_t, "write", int, const void *, size_t);
    bool ours = fd >= 0 && fd < 1024 && is_ours[fd];
    if (ours && fails("write"))
        return -1;
    return real(fd, bytes, n);
}

ssize_t read(int fd, void *bytes, size_t n)
{
    REAL(ssize_t, "read", int, void *, size_t);
    return fails("read") ? -1 : real(fd, bytes, n);
}

int close(int fd)
{
    REAL(int, "close", int);
    bool ours = fd >= 0 && fd < 1024 && is_ours[fd];
    if (ours)
        is_ours[fd] = false;
    if (ours && fails("close")) {
        real(fd); /* as the kernel does: it is closed all the same */
        errno = fault_error;
        return -1;
    }
    return real(fd);
}

int fsync(int fd)
{
    REAL(int, "fsync", int);
    return fails("fsync") ? -1 : real(fd);
}

int rename(const char *from, const char *to)
{
    REAL(int, "rename", const char *, const char *);
    return fails("rename") ? -1 : real(from, to);
}

int link(const char *from, const char *to)
{
    REAL(int, "link", const char *, const char *);
    return fails("link") ? -1 : real(from, to);
}

int mkdir(const char *path, mode_t mode)
{
    REAL(int, "mkdir", const char *, mode_t);
    return fails("mkdir") ? -1 : real(path, mode);
}

char *mkdtemp(char *path)
{
    REAL(char *, "mkdtemp", char *);
    return fails("mkdtemp") ? NULL : real(path);
}

/* ---- Begin and end ---- */

__attribute__((constructor)) static void begin(void)
{
    const char *fault = getenv("FAULT");
    const char *colon = fault ? strchr(fault, ':') : NULL;
    if (colon && (size_t)(colon - fault) < sizeof call_name) {
        memcpy(call_name, fault, (size_t)(colon - fault));
        char *end;
        fault_at = strtol(colon + 1, &end, 10);
        and_all_after = *end == '+';
        end += and_all_after;
        if (*end == ':')
            fault_error = atoi(end + 1);
        else
            fault_error = strcmp(call_name, "malloc") == 0 ? ENOMEM : EIO;
    }
    spared = getenv("FAULT_SPARE");
    only = getenv("FAULT_ONLY");
    counting = true;
}

__attribute__((destructor)) static void end(void)
{
    const char *log = getenv("FAULT_LOG");
    counting = false;
    FILE *out = log ? fopen(log, "w") : NULL;
    if (!out)
        return;
    fprintf(out, "%ld %ld %ld %d\n", seen, n_blocks, n_bytes, reached);
    fclose(out);
}
