#ifndef LIB_RESULTS_H
#define LIB_RESULTS_H

#include "lib/session.h"
#include "prm/prmc.h"

/* The settled findings of a session as prm/prmc.h has them; they belong to the session. */
struct prmc_finding_list results_of(struct session *session);

#endif
