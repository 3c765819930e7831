#ifndef LIB_CALL_H
#define LIB_CALL_H

#include "lib/session.h"
#include "prm/prmc.h"

/* How far a session of prm/prmc.h has come. */
enum state { CHOOSING, READING, CHECKED, SPENT };

struct level {
    const char *selector;
    enum severity severity;
};

struct prmc {
    struct mem mem;
    struct session session;
    enum state state;
    enum preset preset;
    VEC(struct level) levels;
    struct prmc_finding_list findings;
    const struct prm_model **models;     /* by model_id, NULL until somebody asks */
    const struct prm_mapping **mappings; /* by mapping_id */
    const struct prm_profile **profiles; /* by index */
    char problem[400];                   /* in no need of memory when there is none */
};

/* What a step of a session is given; each uses what it needs. */
struct call {
    const char *name;
    const void *bytes;
    size_t n;
    unsigned value;
    void *result;
    const char **address; /* where one is kept */
};

typedef enum prmc_status call_step(struct prmc *c, const struct call *call);

/* Runs a step of a session that is between the two states. An allocation that fails comes back here, and the
   session is spent. NULL is no session. */
enum prmc_status call_run(struct prmc *c, enum state from, enum state to, call_step *step, const struct call *call);

/* Notes why a call fails, for prmc_problem(); returns the status. */
enum prmc_status call_fail(struct prmc *c, enum prmc_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static inline bool call_is_named(const struct call *call)
{
    return call->name && *call->name;
}

/* Says that a name is missing. */
enum prmc_status call_nameless(struct prmc *c);

/* True if all was read and checked, and no errors were found. */
static inline bool call_is_good(const struct prmc *c)
{
    return c && c->state == CHECKED && !session_has_errors(&c->session);
}

/* Says that errors were found. */
enum prmc_status call_refuse_errors(struct prmc *c);

/* Copies the bytes of a call, at most FILE_SIZE_MOST, as a file that was read; they stay with the session. */
struct file_bytes call_copy(struct prmc *c, const struct call *call);

/* A text that a call gives. */
struct call_text {
    const char *text;
    size_t n;
};

/* Notes a text as the result of the call, which must be a struct call_text. It stays with the session. */
void call_give_text(const struct call *call, struct buf *text);

/* Hands it to the caller, who may not want to know; returns the status. */
enum prmc_status call_take_text(enum prmc_status status, const struct call_text *given, const char **text, size_t *n);

#endif
