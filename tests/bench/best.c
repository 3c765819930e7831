/* Runs a command that makes a folder, each time anew, and prints the seconds of its best run, of the clock and of the
   processor, that of its children included:

       best RUNS FOLDER COMMAND...

   The folder is removed in front of each run, beside the time. What the command says is thrown away. */

#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

struct cost {
    double clock, processor;
};

static void give_up(const char *what)
{
    perror(what);
    exit(1);
}

static double clock_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* Of all children that have ended. */
static double processor_now(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *at)
{
    (void)info, (void)type, (void)at;
    return remove(path);
}

static struct cost run(char **command)
{
    posix_spawn_file_actions_t quiet;
    pid_t pid;
    int status;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
    double clock = clock_now(), processor = processor_now();
    if (posix_spawnp(&pid, command[0], &quiet, NULL, command, environ) != 0 || waitpid(pid, &status, 0) < 0)
        give_up(command[0]);
    struct cost cost = {clock_now() - clock, processor_now() - processor};
    posix_spawn_file_actions_destroy(&quiet);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "best: %s fails\n", command[0]);
        exit(1);
    }
    return cost;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: best RUNS FOLDER COMMAND...\n", stderr);
        return 2;
    }
    struct cost best = {1e9, 1e9};
    for (int i = atoi(argv[1]); i > 0; i--) {
        if (nftw(argv[2], remove_entry, 16, FTW_DEPTH | FTW_PHYS) != 0 && errno != ENOENT)
            give_up(argv[2]);
        struct cost cost = run(argv + 3);
        best.clock = cost.clock < best.clock ? cost.clock : best.clock;
        best.processor = cost.processor < best.processor ? cost.processor : best.processor;
    }
    printf("%.4f %.4f\n", best.clock, best.processor);
    return 0;
}
