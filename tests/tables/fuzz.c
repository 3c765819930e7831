/* A fuzz target: any bytes as a path. What is found has that path, and nothing outside is read, as sanitizers see. */

#include <stdlib.h>

#include "security_bolt_on.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct prm_model *m = &prm_Security_Bolt_On;
    prm_id id = prm_find_n(m, (const char *)data, size);
    if (id != PRM_NONE && (id >= prm_count(m) || strlen(prm_path(m, id)) != size || memcmp(prm_path(m, id), data, size) != 0))
        abort();
    return 0;
}
