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

/* What must be known for a rule to make sense; elsewhere it is not looked for. */
enum needs {
    NEEDS_NOTHING,
    NEEDS_WHOLE = 1, /* nothing inside was lost */
    NEEDS_BOTH = 2,  /* both models of the mapping are known */
};

/* Sets of safeties. */
enum fixes {
    FIX_NONE,
    FIX_SAFE = 1 << SAFETY_SAFE,
    FIX_UNSAFE = 1 << SAFETY_UNSAFE,
    FIX_PLACEHOLDER = 1 << SAFETY_PLACEHOLDER,
    FIX_DISPLAY = 1 << SAFETY_DISPLAY,
};

/* Each holds the one before: the rules that are always on, those of a run without options, all. */
enum preset { PRESET_CORE, PRESET_RECOMMENDED, PRESET_STRICT, PRESET_COUNT };

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
    enum needs needs;
    const enum rule *implies; /* ended by RULE_COUNT; NULL: none */
    enum fixes fixes;
    const char *source;   /* the clause it comes from; NULL: unknown */
    const char *measured; /* of a rule that may err: how often it was right; NULL */
};

/* What the table says of a rule. */
const struct rule_info *rule_info(enum rule rule);

/* The rule of this name or code ("PRM0202", "0202", in either case), or RULE_COUNT. */
enum rule rule_find(struct str name);

/* The rule of this name or code, or the only one whose name begins so; RULE_COUNT. */
enum rule rule_find_prefix(struct str name);

/* True if `selector` names the rule: by name, code, a prefix of the code, its group, or a preset. */
bool rule_selected(enum rule rule, struct str selector);

/* True if it names any rule; one that names none is a misspelling. */
bool rule_selects_any(struct str selector);

/* The rule or group name nearest to a misspelt one; {0} if none is near. */
struct str rule_nearest(struct str name);

/* The smallest preset that holds the rule. */
enum preset rule_preset(enum rule rule);

/* The name of a preset as on the command line. */
const char *preset_name(enum preset preset);

/* True for errors that leave nothing to publish: of syntax, names and security. They are reported,
   whatever is chosen. */
bool rule_is_fixed(enum rule rule);

/* As findings write it: "error", "safe". */
const char *severity_name(enum severity severity);
const char *safety_name(enum safety safety);

#endif
