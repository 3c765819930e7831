/* How much longer one program lasts than another, from the start to the end of the process:

       start RUNS PROGRAM PROGRAM

   They take turns. Prints the difference of the least and of the medians, in microseconds. */

#define _POSIX_C_SOURCE 200809L

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec * 1e-3;
}

static double run(char *program)
{
    char *args[] = {program, NULL};
    pid_t pid;
    int status;
    double start = now();
    if (posix_spawn(&pid, program, NULL, NULL, args, environ) != 0 || waitpid(pid, &status, 0) < 0 || status != 0) {
        fprintf(stderr, "start: %s fails\n", program);
        exit(1);
    }
    return now() - start;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    size_t n = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;
    double *took[2] = {calloc(n + 1, sizeof(double)), calloc(n + 1, sizeof(double))};
    if (n == 0 || !took[0] || !took[1])
        return 2;
    for (size_t i = 0; i < n; i++)
        for (int k = 0; k < 2; k++)
            took[k][i] = run(argv[2 + k]);
    for (int k = 0; k < 2; k++)
        qsort(took[k], n, sizeof(double), by_size);
    printf("first answer: %.0f us after that of an empty process at best (%.0f us), %.0f us in the median (%.0f us)\n",
           took[1][0] - took[0][0], took[0][0], took[1][n / 2] - took[0][n / 2], took[0][n / 2]);
    return 0;
}
