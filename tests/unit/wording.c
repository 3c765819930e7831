/* Orders and states. */

#include <stdio.h>

#include "unit/fixture.h"

static struct str found_in_one(struct world *w, const char *text, bool orders)
{
    char literal[200]; /* what is in the arena is forgotten before it is read */
    const char *statements[] = {literal};
    snprintf(literal, sizeof literal, "\"%s\"", text);
    in_case("%s", text);
    return orders ? found_in_orders(w, statements, 1) : found_in_states(w, statements, 1);
}

#define ORDER(text) "statement-not-imperative '" text "'"
#define STATE(text) "statement-not-end-state '" text "'"

static void orders_begin_with_verbs(struct world *w)
{
    static const char *const rows[][2] = {
        {"Identify the threats.", ""},
        {"identify the threats", ""},
        {"*Identify* the threats", ""},
        {"Regularly identify the threats", ""},
        {"For each service, identify its threats", ""},
        {"Before each release, identify what has changed", ""},
        {"Throughout, identify the threats, too", ""},
        {"Ensure processes are planned", ""}, /* no noun */
        {"Control the changes", ""},
        {"Plan what is to be done", ""},
        {"Do it. The threats are known.", ""}, /* the first sentence counts */
        {"`x` Identify the threats", ""},
        {"Identifies the threats", ORDER("Identifies")},
        {"Identifying the threats", ORDER("Identifying")},
        {"Opening the gate", ORDER("Opening")},
        {"The threats are identified", ORDER("The")},
        {"Threats are identified", ORDER("Threats")},
        {"You shall identify the threats", ORDER("You")},
        {"Control of changes", ORDER("Control")},
        {"Changes shall be controlled", ORDER("Changes")},
        {"Frobnicate the threats", ORDER("Frobnicate")},
        {"The", ORDER("The")},
        {"For each service, the threats are identified", ORDER("the")},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_str(found_in_one(w, rows[i][0], true), rows[i][1]);
}

static void states_say_what_is(struct world *w)
{
    static const char *const rows[][2] = {
        {"Threats are identified", ""},
        {"The organization manages its risks", ""},
        {"Security is planned, and plans are kept", ""},
        {"Identify the threats", STATE("Identify")},
        {"Identifying the threats", STATE("Identifying")},
        {"Threats shall be identified", STATE("Threats")},
        {"Control of changes is established", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        expect_str(found_in_one(w, rows[i][0], false), rows[i][1]);
}

/* A verb in another form is offered in the one that orders, spelled as it begins. */
static void verbs_are_mended(struct world *w)
{
    static const char *const rows[][2] = {
        {"Identifies the threats", "Identify"}, {"identifies the threats", "identify"},
        {"Planning the work", "Plan"},          {"Regularly identifies threats", "identify"},
        {"The threats are identified", NULL},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        found_in_one(w, rows[i][0], true);
        expect_number(w->diag.findings.n, 1);
        const struct fix *fix = w->diag.findings.at[0]->fixes;
        expect_number(fix != NULL, rows[i][1] != NULL);
        if (rows[i][1])
            expect_str(fix->first->text, rows[i][1]);
    }
}

/* What no list knows is said in a whisper; a language without lists is not judged. */
static void what_is_unknown_is_no_warning(struct world *w)
{
    found_in_one(w, "Frobnicate the threats", true);
    assert_int_equal(w->diag.counts[SEVERITY_INFO], 1);
    assert_int_equal(w->diag.counts[SEVERITY_WARNING], 0);
    expect_str(findings_of(w, SMALL "model M {\n  architecture Small\n  language \"hi\"\n  area AA \"A\" {\n"
                                    "goal SG1 \"G\" {\n practice SP1.1 \"P\" {\n statement \"The plan\"\n} } }\n}\n"),
               "");
}

UNIT_MAIN("wording", UNIT(orders_begin_with_verbs), UNIT(states_say_what_is), UNIT(verbs_are_mended),
          UNIT(what_is_unknown_is_no_warning))
