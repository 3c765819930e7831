#include "diag/examples.h"

/* bad_NAME, finding_NAME, good_NAME and EXAMPLES, made by tests/rules/embed */
#include "examples.inc"

#define BYTES(array)                                       \
    {                                                      \
        (const char *)(array), (uint32_t)sizeof(array) - 1 \
    }
#define EXAMPLE(id) [RULE_##id] = {BYTES(bad_##id), BYTES(finding_##id), BYTES(good_##id)},

static const struct example examples[RULE_COUNT] = {EXAMPLES};

const struct example *rule_example(enum rule rule)
{
    return &examples[rule];
}
