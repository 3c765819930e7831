#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include "model/builder.h"

/* True for 2009, 2009-02, 2009-02-28. */
bool is_date(struct str text);

/* Reports a value that is no date, and how it is written if only one day can be meant. `at` is the value with its
   quotes, if it has any; `text` is what it says. */
void report_not_date(struct builder *builder, struct span at, struct str text);

#endif
