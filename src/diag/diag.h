#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include <stdarg.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diag/rules.h"
#include "diag/value.h"
#include "source/source.h"

/* The sentences of messages.def: those that report a rule, and those that only explain. */
enum message {
#define MESSAGE(id, ...) MSG_##id,
#define PHRASE(id, ...)  MSG_##id,
#include "diag/messages.def"
    MESSAGE_COUNT
};

/* A sentence hung onto a finding: a note, a help, or a label with its place. */
struct remark {
    struct remark *next;
    struct span at; /* of a label */
    struct str text;
};

struct remarks {
    struct remark *first, *last;
};

struct edit {
    struct edit *next;
    struct span at;
    struct str text;
};

/* A change that mends a finding: all of its edits or none. */
struct fix {
    struct fix *next;
    enum safety safety;
    struct str title;
    struct edit *first, *last;
};

/* Findings of a rule that only follow from another and are not reported themselves. */
struct follow_up {
    struct follow_up *next;
    enum rule rule;
    uint32_t n;
};

struct finding {
    struct diag *diag;
    enum message message;
    enum rule rule;
    enum severity severity; /* known once the findings are settled */
    enum severity most;     /* that it may have unless the user chooses otherwise */
    struct span at;
    struct str text;
    struct str element; /* what it is about: "CMMI-SVC:PP/SP1.1"; {0} if unknown */
    struct remarks labels, notes, helps;
    struct fix *fixes, *last_fix;
    struct follow_up *follow_ups; /* by rule, first come first */
    uint32_t number;              /* in the order of reporting, once settled */
    struct finding *cause;        /* it is the same fault and not said beside that; NULL */
    uint32_t covered;             /* where that ends which is the same fault, behind its place; 0: nothing */
    uint64_t values;              /* hash of what fills its sentence */
    uint64_t fingerprint;         /* see fingerprint.h; known once the findings are settled */
    uint32_t nth;                 /* among those with the same fingerprint, from 1 */
};

/* `allow RULE because "..."`: silences the rule within a span. */
struct suppression {
    enum rule rule;
    struct span scope;
    struct span at;   /* the name of the rule, for the finding that it is unused */
    struct span part; /* what to remove then */
    uint32_t outer;   /* the one around it, once settled */
    bool used;        /* it silenced something, or nobody knows */
};

#define NO_SUPPRESSION UINT32_MAX

struct diag {
    struct mem *mem;
    struct arena arena;
    const struct sources *sources;
    VEC(struct finding *) findings;
    VEC(struct suppression) suppressions;
    enum stage stage;
    enum severity chosen[RULE_COUNT]; /* by --deny, --warn, --allow */
    bool is_chosen[RULE_COUNT];
    uint32_t counts[SEVERITY_ERROR + 1]; /* once settled */
    bool has_baseline;
    uint32_t n_files; /* read as models, once there is a baseline */
    uint32_t hidden;  /* findings that the baseline holds */
    uint32_t foreign; /* findings below error in installed models that nobody named, once settled */
};

/* No findings, the stage of drafts, every rule as its table says. */
void diag_init(struct diag *diag, struct mem *mem, const struct sources *sources);

/* Reports the rule of `message` at a place. The values follow, as many as the message has braces,
   each made by v_name(), v_text(), v_string() or v_number(). The finding belongs to `diag`. */
struct finding *report(struct diag *diag, struct span at, enum message message, ...);

/* The same with the values as a list. */
struct finding *report_values(struct diag *diag, struct span at, enum message message, va_list values);

/* What follows does nothing when the finding is NULL: some reporters stop at a limit. */

/* A second place with a sentence of its own. Values as in report(). */
void label(struct finding *finding, struct span at, enum message phrase, ...);

/* A fact that explains the finding. */
void note(struct finding *finding, enum message phrase, ...);

/* What the author can do. */
void help(struct finding *finding, enum message phrase, ...);

/* A change that mends the finding; edits follow with fix_edit(). */
struct fix *suggest(struct finding *finding, enum safety safety, enum message title, ...);

/* Replaces the span by `text`; the spans of one fix do not overlap. */
void fix_edit(struct finding *finding, struct fix *fix, struct span at, struct str text);

/* Counts `n` findings of the rule that follow from this one, in place of reporting them. */
void follow_up(struct finding *cause, enum rule rule, uint32_t n);

/* What the finding says follows from `cause`, and is only counted there, unless that one is silenced. */
void follows_from(struct finding *finding, struct finding *cause);

/* What is found behind the place of the finding and before `end` follows from it, in the same way. */
void covers(struct finding *finding, uint32_t end);

/* The one fix of a finding that may be applied: it is as safe as `most` (safe or unsafe) or safer, the only one of its
   safety, and in files that were named and can be read. NULL if there is none. */
const struct fix *finding_fix(const struct finding *finding, enum safety most);

/* Says what the finding is about. */
void about(struct finding *finding, struct str element);

/* Says it of all findings after the first `n` that are about nothing yet. */
void about_since(struct diag *diag, uint32_t n, struct str element);

/* Silences a rule within a scope. Where it is not used yet and there is nothing to silence, that will be
   reported. */
void diag_suppress(struct diag *diag, struct suppression suppression);

/* Forgets the findings after the first `n`. */
void diag_rewind(struct diag *diag, uint32_t n);

/* True if an error was reported so far, whatever the levels say in the end. */
bool diag_has_errors(const struct diag *diag);

/* The severity of a rule at the stage and with the choices of this run. */
enum severity diag_severity(const struct diag *diag, enum rule rule);

/* The severity of a finding, which may be less than that of its rule. */
enum severity finding_severity(const struct diag *diag, const struct finding *finding);

/* Sorts the findings by place, severity and rule, and then as they were reported; applies levels and
   suppressions, and drops what is silent. To be called once, when everything is reported. */
void diag_settle(struct diag *diag);

/* How many files were read as models. */
uint32_t diag_files(const struct diag *diag);

/* The text of a message with its braces filled; for tests and for explanations. */
const char *message_template(enum message message);

/* The rule that a message reports, RULE_COUNT for a phrase. */
enum rule message_rule(enum message message);

#endif
