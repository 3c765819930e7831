#ifndef TESTS_KNOWN_H
#define TESTS_KNOWN_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* True if tests/known-failures (or the file KNOWN_FAILURES) has a line for the test "FOLDER/FILE:TEST". */
static inline bool is_known_failure(const char *test)
{
    char line[1024];
    const char *path = getenv("KNOWN_FAILURES");
    FILE *list = fopen(path ? path : "tests/known-failures", "r");
    bool found = false;
    size_t n = strlen(test);
    while (list && !found && fgets(line, sizeof line, list))
        found = strncmp(line, test, n) == 0 && strchr(" \t\n", line[n]);
    if (list)
        fclose(list);
    return found;
}

#endif
