#include "emit/emit.h"

void emit_guide(struct emission *emission)
{
    (void)emission;
}
