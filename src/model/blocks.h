#ifndef MODEL_BLOCKS_H
#define MODEL_BLOCKS_H

#include "model/builder.h"

/* Reports the blocks whose statements were not read, where nothing else says why: `statement "..." { ... }`.
   To be called when everything is built. */
void report_unread_blocks(struct builder *builder);

#endif
