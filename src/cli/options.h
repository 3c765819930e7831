#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdio.h>

#include "base/vec.h"
#include "diag/diag.h"

/* The exit statuses of the command line's contract. */
enum exit_status { EXIT_OK = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_FAULT = 3 };

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

/* `--output FORMAT=FILE` */
struct output_option {
    const char *format, *file;
};

/* `--deny RULE` and its like */
struct level_option {
    const char *selector;
    enum severity severity;
};

/* What the user asked for; strings are those of the command line. */
struct options {
    struct mem *mem;
    VEC(const char *) files; /* arguments that are no options */
    VEC(const char *) include;
    VEC(const char *) po; /* folders of translations */
    VEC(struct level_option) levels;
    VEC(struct output_option) outputs;
    enum stage stage;
    enum preset preset;
    enum severity fail_on; /* SEVERITY_ERROR + 1: never */
    uint32_t max_errors;
    enum when colour;
    bool ascii;
    const char *format;
    const char *out; /* -o */
    const char *baseline;
    const char *base_url;   /* NULL: nobody knows where the guide will be */
    const char *permalink;  /* nor where this state of it stays */
    const char *source_url; /* nor where its sources can be read */
    const char *since;      /* an earlier state of the models; NULL */
    bool fix, unsafe, diff, check, all, portable;
};

/* A subcommand. */
struct command {
    const char *name;
    const char *usage;   /* what stands behind its name */
    const char *summary; /* one line */
    const char *formats; /* what --format takes, separated by blanks; NULL: it has no formats */
    uint32_t takes;      /* which options; see options.c */
    int (*run)(struct options *options);
};

enum takes {
    TAKES_MODELS = 1, /* what every command that reads models has */
    TAKES_FORMAT = 2,
    TAKES_OUT = 4,
    TAKES_FIXES = 8,
    TAKES_FORMATTING = 16,
    TAKES_OUTPUTS = 32,
    TAKES_BASELINE = 64,
    TAKES_ALL = 128,
    TAKES_PO = 256,
    TAKES_TABLES = 512,
    TAKES_GUIDE = 1024,
};

/* Reads the arguments behind the subcommand. False, with a message on standard error, if they are not
   what the command takes. */
bool options_read(struct options *options, struct mem *mem, const struct command *command, int argc, char **argv);

/* What a shell offers as the value of an option, where it is no list of words. */
#define COMPLETE_FOLDER "/folder"
#define COMPLETE_FILE   "/file"
#define COMPLETE_RULE   "/rule"
#define COMPLETE_FORMAT "/format" /* of those of the command */
#define COMPLETE_OUTPUT "/output" /* one of them, `=`, and a file */

/* An option as it is described to people and to shells. */
struct option_info {
    const char *name, *value; /* NULL: it takes none */
    const char *help;         /* that of --format ends where the formats of the command go on */
    const char *choices;      /* words separated by blanks, or one of COMPLETE_; NULL without a value */
    uint32_t takes;           /* the commands that have it */
};

/* The n-th option that the command takes, of all options if it is NULL; false if there are not so many. */
bool options_at(const struct command *command, int n, struct option_info *info);

/* Writes the options that a command takes, for `prmc help COMMAND`. */
void options_describe(const struct command *command, FILE *out);

/* Reports wrong usage on standard error; returns EXIT_USAGE. */
int usage_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
