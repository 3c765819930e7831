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

static const struct rule_info rules[RULE_COUNT] = {
#define GROUP(...)
#define RULE(code, id, name, group, draft, review, release, summary, reason, remedy)               \
    {"PRM" code,                                                                                   \
     name,                                                                                         \
     &groups[GROUP_##group],                                                                       \
     {SEVERITY_##draft, SEVERITY_##review, SEVERITY_##release},                                    \
     summary,                                                                                      \
     reason,                                                                                       \
     remedy},
#include "diag/rules.def"
};

const struct rule_info *rule_info(enum rule rule)
{
    return &rules[rule];
}

static bool is_code(const struct rule_info *info, struct str text)
{
    return str_is(text, info->code) || str_is(text, info->code + strlen("PRM"));
}

enum rule rule_find(struct str name)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        if (str_is(name, rules[rule].name) || is_code(&rules[rule], name))
            return rule;
    return RULE_COUNT;
}

bool rule_selected(enum rule rule, struct str selector)
{
    const struct rule_info *info = &rules[rule];
    return str_is(selector, info->name) || str_is(selector, info->group->name) ||
           is_code(info, selector) ||
           (selector.len > strlen("PRM") && str_starts(selector, STR("PRM")) &&
            str_starts(str_of(info->code), selector));
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
