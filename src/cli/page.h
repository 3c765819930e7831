#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "base/buf.h"
#include "diag/rules.h"

/* Appends the page of a rule: what it reports and why, an example, what to do, how to silence it. In
   Markdown, or as text for a terminal. */
void page_of_rule(struct buf *out, enum rule rule, bool markdown);

/* Appends when a rule is what: "error", or "warning, error at release". */
void page_severity(struct buf *out, const struct rule_info *rule);

#endif
