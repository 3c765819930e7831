#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "base/output.h"
#include "cli/options.h"
#include "diag/writer.h"
#include "model/library.h"
#include "source/search.h"
#include "syntax/load.h"

/* Everything that one run reads and makes of it. */
struct session {
    struct mem *mem;
    struct options *options;
    struct arena arena;
    struct atoms atoms;
    struct sources sources;
    struct search search;
    struct diag diag;
    struct units units;
    struct library library;
    bool shows_progress; /* the input is large and somebody sits at a terminal */
};

/* Sets a session up; nothing is read yet. */
void session_init(struct session *session, struct options *options);

/* Reads the files of the options with all that they import. Returns EXIT_OK, or EXIT_USAGE with a
   message if a file that was named cannot be read. */
int session_read(struct session *session);

/* Builds the library, checks it, and settles the findings. */
void session_check(struct session *session);

/* Says on the terminal what is being done; NULL: nothing any more. */
void session_progress(const struct session *session, const char *what);

/* All of this, and what the baseline of the options holds is taken away. */
int session_run(struct session *session, struct options *options);

/* Says why a file that the user named cannot be read; returns EXIT_USAGE. */
int session_unreadable(const char *path, enum file_status status);

/* True if an error stands in the way of output. */
bool session_has_errors(const struct session *session);

/* The exit status that the findings call for. */
int session_status(const struct session *session);

/* Writes the findings and their summary for people to standard error. */
void session_report(const struct session *session);

/* Writes a buffer to a stream; EXIT_USAGE with a message if that fails. */
int write_stream(FILE *stream, const struct buf *text);

/* Writes a buffer to a file ("-": standard output), whole or not at all. */
int write_file_or_stdout(struct mem *mem, const char *path, struct buf *text);

#endif
