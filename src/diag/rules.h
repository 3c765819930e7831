#ifndef DIAG_RULES_H
#define DIAG_RULES_H

#include <stdbool.h>

#include "base/str.h"

/* The rules of rules.def, in its order. */
enum rule {
#define GROUP(...)
#define RULE(code, id, ...) RULE_##id,
#include "diag/rules.def"
    RULE_COUNT
};

enum severity { SEVERITY_OFF, SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR };

enum stage { STAGE_DRAFT, STAGE_REVIEW, STAGE_RELEASE };

enum safety { SAFETY_SAFE, SAFETY_UNSAFE, SAFETY_PLACEHOLDER, SAFETY_DISPLAY };

struct rule_group {
    const char *name; /* as on the command line */
    const char *title;
    bool core; /* its errors cannot be silenced */
};

struct rule_info {
    const char *code; /* "PRM0202" */
    const char *name;
    const struct rule_group *group;
    enum severity severity[STAGE_RELEASE + 1];
    const char *summary; /* what is reported, a sentence */
    const char *reason;  /* why it matters */
    const char *remedy;  /* what to do */
};

/* What the table says of a rule. */
const struct rule_info *rule_info(enum rule rule);

/* The rule of this name or code ("PRM0202", "0202"), or RULE_COUNT. */
enum rule rule_find(struct str name);

/* True if `selector` names the rule: by name, code, a prefix of the code, or the name of its group. */
bool rule_selected(enum rule rule, struct str selector);

/* The rule or group name nearest to a misspelt one; {0} if none is near. */
struct str rule_nearest(struct str name);

/* True for errors that leave nothing to publish: of syntax, names and security. They are reported,
   whatever is chosen. */
bool rule_is_fixed(enum rule rule);

/* As findings write it: "error", "safe". */
const char *severity_name(enum severity severity);
const char *safety_name(enum safety safety);

#endif
