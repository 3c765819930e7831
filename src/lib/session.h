#ifndef LIB_SESSION_H
#define LIB_SESSION_H

#include "diag/diag.h"
#include "emit/emit.h"
#include "model/library.h"
#include "source/search.h"
#include "syntax/load.h"

/* Everything that one run reads and makes of it. It lives where its owner wants it, on the owner's memory;
   releasing that memory frees it whole. */
struct session {
    struct mem *mem;
    struct arena arena;
    struct atoms atoms;
    struct sources sources;
    struct search search;
    VEC(const char *) translations; /* folders of PO files */
    struct diag diag;
    struct units units;
    struct library library;
    struct processes processes;         /* that may be started to write a guide; a library starts none */
    struct publication publication;     /* of the guide */
    struct options *options;            /* of the command line, which alone looks into them; NULL elsewhere */
    void (*progress)(const char *what); /* is told what is being done; NULL: nobody wants to know */
};

/* Sets a session up on `mem`, whose guard is set: nothing is read yet, every rule is as its table says, and
   imports come from the working folder alone. */
void session_begin(struct session *session, struct mem *mem);

/* What a preset makes of the rules: `core` leaves the others out, `strict` lets none be less than a warning
   at the stage that `diag` has. */
void session_choose_preset(struct session *session, enum preset preset);

/* Chooses the severity of the rules that the selector names, but for those that are fixed. */
void session_choose_level(struct session *session, struct str selector, enum severity severity);

/* Builds the library of what was read, checks it, and settles the findings. */
void session_check(struct session *session);

/* Tells `progress` what is being done; NULL: nothing any more. */
void session_progress(const struct session *session, const char *what);

/* Why a file cannot be read, to stand behind its name. */
const char *unreadable_reason(enum file_status status);

/* True if an error stands in the way of output. */
bool session_has_errors(const struct session *session);

#endif
