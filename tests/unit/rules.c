/* The tables of rules and messages. */

#include "diag/rules.h"

#include "unit/fixture.h"

static void rules_are_found(struct world *w)
{
    (void)w;
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *info = rule_info((enum rule)i);
        in_case("%s", info->name);
        expect_true(strncmp(info->code, "PRM", 3) == 0 && strlen(info->code) == 7);
        expect_number(rule_find(str_of(info->name)), i);
        expect_number(rule_find(str_of(info->code)), i);
        expect_number(rule_find(str_of(info->code + 3)), i);
        expect_true(rule_selected((enum rule)i, str_of(info->group->name)));
        expect_true(rule_selected((enum rule)i, str_upto(str_of(info->code), 5)));
        for (int stage = 1; stage <= STAGE_RELEASE; stage++)
            expect_true(info->severity[stage] >= info->severity[stage - 1]);
    }
    assert_int_equal(rule_find(STR("no-such-rule")), RULE_COUNT);
    assert_int_equal(rule_find(STR("")), RULE_COUNT);
    assert_false(rule_selected(RULE_syntax_error, STR("")));
    expect_str(rule_nearest(STR("sintax-error")), "syntax-error");
    assert_null(rule_nearest(STR("xxxxxxxxxx")).ptr);
}

/* Every rule is told by a message; braces in messages are those that values fill. */
static void messages_are_complete(struct world *w)
{
    static const char *const braces[] = {"{name}", "{text}", "{string}", "{number}", "{s}"};
    bool told[RULE_COUNT + 1] = {false};
    (void)w;
    for (int m = 0; m < MESSAGE_COUNT; m++) {
        const char *text = message_template((enum message)m);
        told[message_rule((enum message)m)] = true;
        in_case("%s", text);
        for (const char *at = text; (at = strchr(at, '{')) != NULL; at += at[1] == '{' ? 2 : 1) {
            bool known = !is_lower(at[1]);
            for (size_t i = 0; i < LENGTH(braces); i++)
                known = known || strncmp(at, braces[i], strlen(braces[i])) == 0;
            expect_true(known);
        }
        expect_true(text[0] != '\0' && text[strlen(text) - 1] != '.');
    }
    for (int i = 0; i < RULE_COUNT; i++) {
        in_case("%s", rule_info((enum rule)i)->name);
        expect_true(told[i]);
    }
}

UNIT_MAIN("rules", UNIT(rules_are_found), UNIT(messages_are_complete))
