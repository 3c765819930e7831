#ifndef EMIT_GUIDE_WORKERS_H
#define EMIT_GUIDE_WORKERS_H

#include "emit/guide/guide.h"

/* Processes that write pages for one that moves them to their places. Each has the whole guide as it was when it began,
   so it needs nothing of the others but to know which parts are taken; it stages its files itself and says through a
   pipe which. Which of them
   writes a part changes nothing in it. */

/* Writes all parts of the guide, which `emit` goes through in the same order in every process, with as many processes
   as the emission allows; only one where that gains nothing. A process that cannot go on ends the run as memory that
   runs out does. */
void workers_run(struct guide *guide, void (*emit)(struct guide *guide));

/* True if this process is to write the next part; asked once for each in front of it. */
bool worker_takes(struct guide *guide);

/* Stages a file and says so to the process that will move it; only in one that was told to. */
void worker_adds(struct guide *guide, const char *name, const struct buf *content);

#endif
