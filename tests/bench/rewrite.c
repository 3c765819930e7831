/* Writes the bytes of a folder into a new one, as a program that does nothing else:

       rewrite FOLDER NEW

   It reads all of it into memory first and prints the seconds that the writing takes, of the clock and of the
   processor: what a guide is measured against. */

#define _XOPEN_SOURCE 700

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct entry {
    char *path; /* below the folder */
    char *bytes;
    size_t n;
    int is_folder;
};

static struct entry *entries;
static size_t n_entries, root_length;

static void give_up(const char *what)
{
    perror(what);
    exit(1);
}

static char *read_whole(const char *path, size_t n)
{
    char *bytes = malloc(n + 1);
    int fd = open(path, O_RDONLY);
    if (!bytes || fd < 0 || read(fd, bytes, n) != (ssize_t)n)
        give_up(path);
    close(fd);
    return bytes;
}

static int keep(const char *path, const struct stat *info, int type, struct FTW *at)
{
    (void)at;
    if (type != FTW_F && type != FTW_D)
        return 0;
    entries = realloc(entries, (n_entries + 1) * sizeof *entries);
    if (!entries)
        give_up("realloc");
    struct entry entry = {strdup(path + root_length), NULL, (size_t)info->st_size, type == FTW_D};
    if (!entry.is_folder)
        entry.bytes = read_whole(path, entry.n);
    entries[n_entries++] = entry;
    return 0;
}

static void write_all(const char *folder)
{
    char path[4096];
    for (size_t i = 0; i < n_entries; i++) {
        snprintf(path, sizeof path, "%s%s", folder, entries[i].path);
        if (entries[i].is_folder) {
            if (mkdir(path, 0777) != 0)
                give_up(path);
            continue;
        }
        int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (fd < 0 || write(fd, entries[i].bytes, entries[i].n) != (ssize_t)entries[i].n || close(fd) != 0)
            give_up(path);
    }
}

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: rewrite FOLDER NEW\n", stderr);
        return 2;
    }
    root_length = strlen(argv[1]);
    if (nftw(argv[1], keep, 16, FTW_PHYS) != 0)
        give_up(argv[1]);
    double clock = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    write_all(argv[2]);
    printf("%.4f %.4f\n", seconds(CLOCK_MONOTONIC) - clock, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu);
    return 0;
}
