#ifndef DIAG_WRITER_H
#define DIAG_WRITER_H

#include "diag/diag.h"

/* How findings are shown to people. */
struct style {
    bool colour;
    bool ascii;        /* draw with ASCII characters only */
    const char *pages; /* URL of the folder with the pages of the rules, for links; NULL: none */
    uint32_t most;     /* findings shown; the rest is counted */
};

/* Each writes the settled findings of `diag` to `out`. */

void write_text(struct buf *out, const struct diag *diag, struct style style);
void write_short(struct buf *out, const struct diag *diag, struct style style);

/* The document "prmc-findings/1" of the command line's contract. */
void write_json(struct buf *out, const struct diag *diag);

/* The same findings, one a line, then the summary. */
void write_jsonl(struct buf *out, const struct diag *diag);

/* SARIF 2.1.0. Of more findings than code scanning shows, the most severe. */
void write_sarif(struct buf *out, const struct diag *diag);

/* Commands of a GitHub workflow, the most severe first. */
void write_github(struct buf *out, const struct diag *diag);

/* JUnit's XML: a suite for each file, a test for each rule; those with findings from `fail_on` up fail. */
void write_junit(struct buf *out, const struct diag *diag, enum severity fail_on);

/* The last line for people: how many of what in how many files. */
void write_summary(struct buf *out, const struct diag *diag);

#endif
