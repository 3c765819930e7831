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

#endif
