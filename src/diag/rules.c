#include "diag/rules.h"

#include "base/near.h"

enum group {
#define GROUP(id, ...) GROUP_##id,
#define RULE(...)
#include "diag/rules.def"
};

static const struct rule_group groups[] = {
#define GROUP(id, name, title, core) [GROUP_##id] = {name, title, core},
#define RULE(...)
#include "diag/rules.def"
};

#define RULES(...)              \
    (const enum rule[])         \
    {                           \
        __VA_ARGS__, RULE_COUNT \
    }

/* What stands behind the summary are the reason, the remedy, and members by their names. */
static const struct rule_info rules[RULE_COUNT] = {
#define GROUP(...)
#define RULE(code, id, name, group, draft, review, release, summary, ...)                                       \
    {"PRM" code, name,       &groups[GROUP_##group], {SEVERITY_##draft, SEVERITY_##review, SEVERITY_##release}, \
     summary,    __VA_ARGS__},
#include "diag/rules.def"
};

const struct rule_info *rule_info(enum rule rule)
{
    return &rules[rule];
}

static bool is_code(const struct rule_info *info, struct str text)
{
    return str_eq_folded(text, str_of(info->code)) || str_is(text, info->code + strlen("PRM"));
}

enum rule rule_find(struct str name)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        if (str_eq_folded(name, str_of(rules[rule].name)) || is_code(&rules[rule], name))
            return rule;
    return RULE_COUNT;
}

enum rule rule_find_prefix(struct str name)
{
    enum rule found = rule_find(name);
    for (enum rule rule = 0; rule < RULE_COUNT && found == RULE_COUNT; rule++) {
        if (name.len == 0 || !str_starts(str_of(rules[rule].name), name))
            continue;
        bool unique = true;
        for (enum rule other = rule + 1; other < RULE_COUNT && unique; other++)
            unique = !str_starts(str_of(rules[other].name), name);
        return unique ? rule : RULE_COUNT;
    }
    return found;
}

static bool is_code_prefix(const struct rule_info *info, struct str selector)
{
    struct str code = str_of(info->code);
    return selector.len > strlen("PRM") && selector.len < code.len &&
           str_eq_folded(selector, str_upto(code, selector.len));
}

/* A preset holds those before it. */
static bool is_in_preset(enum rule rule, struct str selector)
{
    for (enum preset preset = rule_preset(rule); preset < PRESET_COUNT; preset++)
        if (str_is(selector, preset_name(preset)))
            return true;
    return false;
}

bool rule_selected(enum rule rule, struct str selector)
{
    const struct rule_info *info = &rules[rule];
    return rule_find(selector) == rule || str_is(selector, info->group->name) || is_code_prefix(info, selector) ||
           is_in_preset(rule, selector);
}

bool rule_selects_any(struct str selector)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        if (rule_selected(rule, selector))
            return true;
    return false;
}

enum preset rule_preset(enum rule rule)
{
    const struct rule_info *info = &rules[rule];
    bool ever = false;
    for (enum stage stage = STAGE_DRAFT; stage <= STAGE_RELEASE; stage++)
        ever = ever || info->severity[stage] != SEVERITY_OFF;
    return info->group->core ? PRESET_CORE : ever ? PRESET_RECOMMENDED : PRESET_STRICT;
}

const char *preset_name(enum preset preset)
{
    static const char *const names[PRESET_COUNT] = {"core", "recommended", "strict"};
    return names[preset];
}

bool rule_is_fixed(enum rule rule)
{
    return rules[rule].group->core && rules[rule].severity[STAGE_DRAFT] == SEVERITY_ERROR;
}

struct str rule_nearest(struct str name)
{
    struct near near = near_word(name);
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        near_try(&near, str_of(rules[rule].name));
    for (enum preset preset = 0; preset < PRESET_COUNT; preset++)
        near_try(&near, str_of(preset_name(preset)));
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
        near_try(&near, str_of(groups[i].name));
    return near.best;
}

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"off", "info", "warning", "error"};
    return names[severity];
}

const char *safety_name(enum safety safety)
{
    static const char *const names[] = {"safe", "unsafe", "placeholder", "display"};
    return names[safety];
}
