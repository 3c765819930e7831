/* prmc help */

#include "cli/commands.h"
#include "cli/complete.h"
#include "cli/manual.h"

const char exit_statuses[] = "0 nothing found, 1 findings, 2 wrong usage, 3 a fault of prmc or no memory";

static void describe_all(FILE *out)
{
    fputs("prmc compiles process reference models and the mappings between them.\n\n"
          "usage: prmc COMMAND [OPTION...] [FILE...]\n\n",
          out);
    for (const struct command *command = commands; command->name; command++)
        fprintf(out, "  %-10s %s\n", command->name, command->summary);
    fprintf(out,
            "\n`prmc help COMMAND` shows what a command takes; `prmc --version` the version.\n"
            "Exit status: %s.\n",
            exit_statuses);
}

/* The manual page, or what a shell needs to complete commands. */
static int write_whole(const struct options *options)
{
    struct buf out = buf_on(options->mem);
    if (options->files.n)
        return usage_error("help --format %s shows all commands", options->format);
    if (strcmp(options->format, "man") == 0)
        write_manual(&out);
    else if (strcmp(options->format, "bash") == 0)
        write_bash_completion(&out);
    else if (strcmp(options->format, "zsh") == 0)
        write_zsh_completion(&out);
    else
        write_fish_completion(&out);
    return write_stream(stdout, &out);
}

int run_help(struct options *options)
{
    if (options->format && strcmp(options->format, "text") != 0)
        return write_whole(options);
    if (options->files.n == 0) {
        describe_all(stdout);
        return fflush(stdout) == 0 ? EXIT_OK : usage_error("cannot write");
    }
    const struct command *command = find_command(str_of(options->files.at[0]));
    if (!command)
        return usage_error("no command `%s`; see `prmc help`", options->files.at[0]);
    printf("prmc %s%s%s\n%s\n", command->name, *command->usage ? " " : "", command->usage, command->summary);
    if (command->takes) {
        puts("");
        options_describe(command, stdout);
    }
    return fflush(stdout) == 0 ? EXIT_OK : usage_error("cannot write");
}
