#ifndef DIAG_EXAMPLES_H
#define DIAG_EXAMPLES_H

#include "diag/rules.h"

/* The example of a rule: tests/rules/NAME/bad.prm, what is found in it, and good.prm, without the lines
   that only the tests read. Texts of length 0 where there is none. */
struct example {
    struct str bad, finding, good;
};

/* The example of a rule. */
const struct example *rule_example(enum rule rule);

#endif
