#include "emit/emit.h"

void emit_tables(struct emission *emission)
{
    (void)emission;
}
