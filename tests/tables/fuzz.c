/* A fuzz target: any bytes as a path. What is found has that path, and nothing outside is read, as sanitizers see. */

#include <stdlib.h>

#include "security_bolt_on.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look_up(const char *bytes, size_t n)
{
    const struct prm_model *m = &prm_Security_Bolt_On;
    prm_id id = prm_find_n(m, bytes, n);
    if (id != PRM_NONE &&
        (id >= prm_count(m) || strlen(prm_path(m, id)) != n || memcmp(prm_path(m, id), bytes, n) != 0))
        abort();
}

/* At every alignment, where the memory ends with the bytes. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (size_t shift = 0; shift < 8; shift++) {
        char *block = malloc(shift + size + !(shift + size));
        if (!block)
            abort();
        if (size)
            memcpy(block + shift, data, size);
        look_up(block + shift, size);
        free(block);
    }
    return 0;
}
