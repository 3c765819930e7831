#ifndef DIAG_IMPLIED_H
#define DIAG_IMPLIED_H

#include "diag/diag.h"

/* Silences what another finding at the same place implies by the table of the rules. Severities and
   suppressions must be known; what is silent implies nothing. */
void diag_silence_implied(struct diag *diag);

#endif
