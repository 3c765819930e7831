/* prmc: a compiler for process reference models. */

#include "base/near.h"
#include "cli/commands.h"

const struct command commands[] = {
    {"check", "FILE...", "read, check, and print the findings", "text short json jsonl sarif github junit",
     TAKES_MODELS | TAKES_FORMAT | TAKES_OUTPUTS | TAKES_FIXES | TAKES_BASELINE | TAKES_PO, run_check},
    {"build", "FILE... -o DIR", "write tables, guide and model.json in one go", NULL,
     TAKES_MODELS | TAKES_OUT | TAKES_PO | TAKES_TABLES | TAKES_GUIDE, run_build},
    {"tables", "FILE... -o DIR", "write the static C tables", NULL, TAKES_MODELS | TAKES_OUT | TAKES_PO | TAKES_TABLES,
     run_tables},
    {"guide", "FILE... -o DIR", "write the HTML practice guide", NULL,
     TAKES_MODELS | TAKES_OUT | TAKES_PO | TAKES_GUIDE, run_guide},
    {"export", "json FILE... [-o FILE]", "write the resolved model", NULL, TAKES_MODELS | TAKES_OUT | TAKES_PO,
     run_export},
    {"coverage", "FILE...", "show coverage and gaps of every mapping", "text json csv", TAKES_MODELS | TAKES_FORMAT,
     run_coverage},
    {"trace", "REF FILE...", "show all that mappings say of a component, stated and derived", "text json",
     TAKES_MODELS | TAKES_FORMAT | TAKES_ALL, run_trace},
    {"skeleton", "FROM TO FILE... [-o FILE]", "begin a mapping: a row for every leaf of a model, with candidates", NULL,
     TAKES_MODELS | TAKES_OUT, run_skeleton},
    {"baseline", "write|prune|show [FILE...]", "keep known findings in a file, prmc.baseline.json or another", NULL,
     TAKES_MODELS | TAKES_BASELINE, run_baseline},
    {"po", "extract FILE... [-o FILE]", "write the template of all translations, for gettext", NULL,
     TAKES_MODELS | TAKES_OUT, run_po},
    {"fmt", "FILE...", "format files in place", NULL, TAKES_FORMATTING, run_fmt},
    {"explain", "RULE", "show the page of a rule, by name or code", "text markdown", TAKES_FORMAT, run_explain},
    {"rules", "", "list the rules", "text json markdown", TAKES_FORMAT, run_rules},
    {"help", "[COMMAND]", "show what a command does and takes", "text man bash zsh fish", TAKES_FORMAT, run_help},
    {NULL, NULL, NULL, NULL, 0, NULL},
};

const struct command *find_command(struct str name)
{
    for (const struct command *command = commands; command->name; command++)
        if (str_is(name, command->name))
            return command;
    return NULL;
}

static int unknown_command(const char *name)
{
    struct near near = near_word(str_of(name));
    for (const struct command *command = commands; command->name; command++)
        near_try(&near, str_of(command->name));
    if (near.best.ptr)
        return usage_error("no command `%s`; there is `%.*s`", name, STR_ARGS(near.best));
    return usage_error("no command `%s`; see `prmc help`", name);
}

static int run(struct mem *mem, int argc, char **argv)
{
    struct options options;
    const char *name = argc > 1 ? argv[1] : "--help";
    if (strcmp(name, "--version") == 0) {
        struct buf text = buf_on(mem);
        buf_text(&text, "prmc " PRMC_VERSION "\n");
        return write_stream(stdout, &text);
    }
    bool wants_help = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0;
    const struct command *command = find_command(wants_help ? STR("help") : str_of(name));
    if (!command)
        return unknown_command(name);
    if (wants_help)
        argc = argc > 1 ? 2 : 1;
    for (int i = 2; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            argv[2] = argv[1];
            argc = 3;
            command = find_command(STR("help"));
        }
    int first = argc > 1 ? 2 : 1;
    if (!options_read(&options, mem, command, argc - first, argv + first))
        return EXIT_USAGE;
    int status = command->run(&options);
    return argc == 1 && status == EXIT_OK ? EXIT_USAGE : status;
}

int main(int argc, char **argv)
{
    struct mem mem = {0};
    jmp_buf exhausted;
    volatile int status = EXIT_FAULT;
    mem.guard = &exhausted;
    if (setjmp(exhausted) == 0)
        status = run(&mem, argc, argv);
    else
        fputs("prmc: out of memory\n", stderr);
    mem_release(&mem);
    return status;
}
