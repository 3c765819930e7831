#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "base/output.h"
#include "cli/options.h"
#include "diag/writer.h"
#include "lib/session.h"

/* Sets a session up as the options say; nothing is read yet. */
void session_init(struct session *session, struct options *options);

/* Reads the files of the options with all that they import. Returns EXIT_OK, or EXIT_USAGE with a
   message if a file that was named cannot be read. */
int session_read(struct session *session);

/* Reads and checks, and what the baseline of the options holds is taken away. */
int session_run(struct session *session, struct options *options);

/* Says why a file that the user named cannot be read; returns EXIT_USAGE. */
int session_unreadable(const char *path, enum file_status status);

/* The exit status that the findings call for. */
int session_status(const struct session *session);

/* Writes the findings and their summary for people to standard error. */
void session_report(const struct session *session);

/* Writes a buffer to a stream; EXIT_USAGE with a message if that fails. */
int write_stream(FILE *stream, const struct buf *text);

/* Writes a buffer to a file ("-": standard output), whole or not at all. */
int write_file_or_stdout(struct mem *mem, const char *path, struct buf *text);

#endif
