/* What texts say: marks, vague terms, words that a glossary does not want, capitals, full stops, and what is
   said twice. */

#include <stdio.h>

#include "unit/fixture.h"

static struct str found_in_one(struct world *w, const char *text)
{
    char literal[2000];
    const char *statements[] = {literal};
    snprintf(literal, sizeof literal, "\"%s\"", text);
    in_case("%s", text);
    return found_in_orders(w, statements, 1);
}

static void expect_found(struct world *w, const char *const rows[][2], size_t n)
{
    for (size_t i = 0; i < n; i++)
        expect_str(found_in_one(w, rows[i][0]), rows[i][1]);
}

static void marks_are_found(struct world *w)
{
    static const char *const rows[][2] = {
        {"Plan TBD", "tbd-marker 'TBD'"},
        {"Plan (TODO: what)", "tbd-marker 'TODO'"},
        {"Plan ??"
         "?",
         "tbd-marker '??\?'"},
        {"Plan ????"
         "?",
         "tbd-marker '????\?'"},
        {"Plan XXX, FIXME", "tbd-marker 'XXX', tbd-marker 'FIXME'"},
        {"Plan TBC.", "tbd-marker 'TBC'"},
        {"Plan \\\"TBD\\\" now", "tbd-marker 'TBD'"},
        {"Plan ??", ""},
        {"Track The Fox: TBD", "tbd-marker 'TBD'"},       /* behind letters that marks begin with */
        {"Plan XXXL things", "undefined-acronym 'XXXL'"}, /* more letters make another word */
        {"Plan todo lists", ""},
    };
    expect_found(w, rows, LENGTH(rows));
    expect_str(findings_of(w, SMALL "model M {\n  architecture Small\n  area AA \"TBD\" { note \"So TODO\" }\n}\n"),
               "tbd-marker 4:12, tbd-marker 4:28");
}

static void vague_terms_are_found(struct world *w)
{
    static const char *const rows[][2] = {
        {"Plan adequate work", "vague-term 'adequate'"},
        {"Plan the work as appropriate", "vague-term 'as appropriate'"},
        {"Plan the work As Appropriate", "vague-term 'As Appropriate'"},
        {"Plan, as *appropriate*, the work", "vague-term 'as *appropriate'"},
        {"Plan `adequate` work", ""},
        {"Plan the inadequate", ""},
        {"Plan as, appropriate to all, they are", "vague-term 'appropriate'"},
    };
    expect_found(w, rows, LENGTH(rows));
}

static void acronyms_are_explained(struct world *w)
{
    static const char *const rows[][2] = {
        {"Plan the ISMS", "undefined-acronym 'ISMS'"},
        {"Plan the ISMS and the ISMS", "undefined-acronym 'ISMS'"}, /* said once */
        {"Plan the QZ and Q", "undefined-acronym 'QZ'"},
        {"Plan the ISMS's scope", "undefined-acronym 'ISMS'"},
        {"Plan the SLAs", "undefined-acronym 'SLA'"},
        {"Plan the management system (ISMS)", ""},
        {"Plan the ISMS (management system)", ""},
        {"Plan the ISMS (all)", "undefined-acronym 'ISMS'"},
        {"Plan the AREA", ""}, /* the id of a component */
        {"Plan SP1.1", ""},
        {"Plan the ESG", ""},       /* the letters of a template */
        {"Plan for the CEO", ""},   /* in the list */
        {"Plan part IV and I", ""}, /* numbers */
        {"Plan a", ""},
        {"Plan A", ""},
        {"Plan `ISMS` [[AREA|ISMS]]", ""},
        {"Plan the ISMS-QRST", "undefined-acronym 'ISMS', undefined-acronym 'QRST'"},
        {"PLAN XQZ AND KLM", ""}, /* shouted: three or more, and more than half of the words */
        {"Plan XQZ KLM RST", ""},
        {"Plan XQZ KLM", "undefined-acronym 'XQZ', undefined-acronym 'KLM'"},
        {"Plan the XQZ and KLM RST", "undefined-acronym 'XQZ', undefined-acronym 'KLM', undefined-acronym 'RST'"},
        {"Plan XQZ and KLM", "undefined-acronym 'XQZ', undefined-acronym 'KLM'"},
        {"Plan the McDonald iPhone", ""},
    };
    expect_found(w, rows, LENGTH(rows));
}

/* Once in each model. */
static void acronyms_are_said_in_each_model(struct world *w)
{
    static const char model[] = "model %s {\n  architecture Small\n  area A%s \"A\" { goal SG1 \"G\" {\n"
                                "practice SP1.1 \"P\" { statement \"Plan the ISMS\" }\n    }\n  }\n}\n";
    char text[1000];
    int n = snprintf(text, sizeof text, SMALL);
    for (const char *id = "MN"; *id; id++)
        n += snprintf(text + n, sizeof text - (size_t)n, model, (char[]){*id, 0}, (char[]){*id, 0});
    w->has_words = true;
    world_reset(w);
    world_model(w, text);
    expect_str(world_findings_at(w), "undefined-acronym 'ISMS', undefined-acronym 'ISMS'");
}

/* Two statements in a model with a glossary. */
static const char glossary[] = "glossary G {\n  term \"service agreement\" \"What was agreed.\" {\n"
                               "    abbreviation \"SAG\"\n    also \"contract\", \"service deal\"\n  }\n}\n";

static struct str found_with_glossary(struct world *w, const char *statement)
{
    char text[2000];
    snprintf(text, sizeof text,
             SMALL "model M {\n  architecture Small\n  area AREA \"A\" {\n    goal SG1 \"G\" {\n"
                   "practice SP1.1 \"P\" { statement \"%s\" }\n    }\n  }\n}\n%s",
             statement, glossary);
    in_case("%s", statement);
    w->has_words = true;
    world_reset(w);
    world_model(w, text);
    return world_findings_at(w);
}

static void glossaries_have_their_words(struct world *w)
{
    static const char *const rows[][3] = {
        {"Keep the contract", "inconsistent-term 'contract'", "service agreement"},
        {"Keep all contracts", "inconsistent-term 'contracts'", "service agreements"},
        {"Use the Contract", "inconsistent-term 'Contract'", "Service agreement"},
        {"Keep the service deal", "inconsistent-term 'service deal'", "service agreement"},
        {"Keep the service agreement", "", ""},
        {"Keep the contractor", "", ""},
        {"Keep the SAG", "", ""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        expect_str(found_with_glossary(w, rows[i][0]), rows[i][1]);
        if (w->diag.findings.n)
            expect_str(w->diag.findings.at[0]->fixes->first->text, rows[i][2]);
    }
}

static void statements_that_say_the_same_are_found(struct world *w)
{
    static const struct {
        const char *statements[2];
        bool alike;
    } rows[] = {
        {{"\"Plan all the work of each of the teams\"", "\"Plan all the work of each of the teams\""}, true},
        {{"\"Plan all the work of each of the teams\"", "\"plan: *all* the work of each of the teams\""}, true},
        {{"\"Plan all the work of it\"", "\"Plan all the work of it\""}, true}, /* six words */
        {{"\"Plan all the work it\"", "\"Plan all the work it\""}, false},      /* five are alike by chance */
        {{"\"Plan all the work of each of the teams\"", "\"Track all that was done in every one of them\""}, false},
        {{"\"Plan all the work of each one of the small teams that we have here and there for now\"",
          "\"Plan all the work of each one of the small teams that we have here and there for once\""},
         true},
        {{"\"Plan all the work of each one of the small teams that we have\"",
          "\"Track all the work of each one of the small teams that we have\""},
         true}, /* 12 of 14 pairs */
        {{"\"Plan all the work of each one of the teams\"", "\"Track all the work of each one of the groups\""}, false},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s %s", rows[i].statements[0], rows[i].statements[1]);
        expect_str(found_in_orders(w, rows[i].statements, 2), rows[i].alike ? "near-duplicate-statement 'SP1.2'" : "");
    }
}

/* Of many that are the same each is reported once, with the first. */
static void many_alike_are_reported_once_each(struct world *w)
{
    enum { N = 60 };
    const char *statements[N];
    for (int i = 0; i < N; i++)
        statements[i] = "\"Plan all the work of each of the teams\"";
    found_in_orders(w, statements, N);
    assert_int_equal(w->diag.findings.n, N - 1);
}

static void siblings_end_alike(struct world *w)
{
    static const struct {
        const char *statements[4], *found;
    } rows[] = {
        {{"\"Plan\"", "\"Track\"", "\"Check\"", "\"Act\""}, ""},
        {{"\"Plan.\"", "\"Track.\"", "\"Check.\"", "\"Act.\""}, ""},
        {{"\"Plan\"", "\"Track.\"", "\"Check\"", "\"Act\""}, "inconsistent-punctuation '.'"},
        {{"\"Plan.\"", "\"Track.\"", "\"Check\"", "\"Act.\""}, "inconsistent-punctuation ''"},
        {{"\"Plan.\"", "\"Track\"", "\"Check.\"", "\"Act\""},
         "inconsistent-punctuation '', inconsistent-punctuation ''"}, /* the first of as many decides */
        {{"\"Plan\"", "\"Track...\"", "\"Check this, that, etc.\"", "\"Act  \""}, ""},
        {{"\"Plan.  \"", "\"Track. \"", "\"Check.\"", "\"\"\"\nAct\n\"\"\""}, "inconsistent-punctuation ''"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("row %zu", i);
        expect_str(found_in_orders(w, rows[i].statements, 4), rows[i].found);
    }
}

/* The fix puts the full stop where the text ends, not where the literal does. */
static void full_stops_are_mended(struct world *w)
{
    static const char *const statements[] = {"\"Plan.\"", "\"Track.\"", "\"  Check \""};
    static const char *const odd[] = {"\"Plan\"", "\"Track\"", "\"Check.\""};
    found_in_orders(w, statements, 3);
    assert_int_equal(w->diag.findings.n, 1);
    assert_non_null(strstr(world_fixed(w, 0).ptr, "statement \"  Check. \""));
    found_in_orders(w, odd, 3);
    assert_int_equal(w->diag.findings.n, 1);
    assert_non_null(strstr(world_fixed(w, 0).ptr, "statement \"Check\""));
}

UNIT_MAIN("texts", UNIT(marks_are_found), UNIT(vague_terms_are_found), UNIT(acronyms_are_explained),
          UNIT(acronyms_are_said_in_each_model), UNIT(glossaries_have_their_words),
          UNIT(statements_that_say_the_same_are_found), UNIT(many_alike_are_reported_once_each),
          UNIT(siblings_end_alike), UNIT(full_stops_are_mended))
