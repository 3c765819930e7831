#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/session.h"

/* The subcommands; each returns an exit status. */

int run_check(struct options *options);
int run_build(struct options *options);
int run_tables(struct options *options);
int run_guide(struct options *options);
int run_export(struct options *options);
int run_coverage(struct options *options);
int run_trace(struct options *options);
int run_skeleton(struct options *options);
int run_baseline(struct options *options);
int run_po(struct options *options);
int run_fmt(struct options *options);
int run_explain(struct options *options);
int run_rules(struct options *options);
int run_help(struct options *options);

/* The command of this name, or NULL. */
const struct command *find_command(struct str name);

/* All commands, ended by one without a name. */
extern const struct command commands[];

/* What the exit statuses mean, in one line. */
extern const char exit_statuses[];

#endif
