#ifndef EMIT_GUIDE_COMPARED_H
#define EMIT_GUIDE_COMPARED_H

#include "emit/guide/guide.h"

/* True if several mappings say how well a model is covered: then it has a page with all of them side by side. */
bool is_compared(const struct guide *guide, model_id model);

#endif
