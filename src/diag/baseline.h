#ifndef DIAG_BASELINE_H
#define DIAG_BASELINE_H

#include "diag/diag.h"

/* Findings that are known and not shown. An entry stands for all with one fingerprint; where there are more than it
   counts, all of them are shown. */
struct baseline_entry {
    uint64_t fingerprint;
    uint32_t count;
    struct str code, rule, element, file, message, reason; /* {0} where there is none */
    uint32_t found;                                        /* in this run */
    uint32_t offset;                                       /* of its fingerprint in the text that was read */
};

struct baseline {
    struct mem *mem;
    struct arena arena;
    struct str folder; /* where it lies, absolute: files are named as seen from there */
    VEC(struct baseline_entry) entries;
    struct str problem; /* why it cannot be read */
    uint32_t line;      /* and where */
};

/* An empty baseline, whose memory comes from `mem`; its paths are relative to `folder`. */
struct baseline baseline_on(struct mem *mem, struct str folder);

/* Reads the document "prmc-baseline/1". False, with `problem` and `line`, if the text is none: nothing may be written
   over it then. */
bool baseline_read(struct baseline *baseline, struct str text);

/* Writes it: one entry a line, sorted. */
void baseline_write(struct buf *out, struct baseline *baseline);

/* Counts the settled findings by entry. Those of the core groups and of the baseline itself are never counted. */
void baseline_count(struct baseline *baseline, const struct diag *diag);

/* Adds entries for the findings that are in none, and counts up those that are. */
void baseline_extend(struct baseline *baseline, const struct diag *diag);

/* True if this run could have found what the entry counts: its rule is on, and its file was read or is gone. */
bool baseline_judges(const struct baseline *baseline, const struct diag *diag, const struct baseline_entry *entry);

/* Counts entries down to what was found and takes out those that nothing is left of; returns how many changed. */
uint32_t baseline_prune(struct baseline *baseline, const struct diag *diag);

/* Takes the findings that the baseline holds away from the settled ones. */
void baseline_hide(const struct baseline *baseline, struct diag *diag);

/* Reports the entries that count more than was found; `base` is the position of the text of the baseline.
   To be called after baseline_count(). */
void baseline_report_stale(const struct baseline *baseline, struct diag *diag, uint32_t base);

/* True if an error of a core group was found: much of the rest was then not looked for. */
bool baseline_is_blind(const struct diag *diag);

#endif
