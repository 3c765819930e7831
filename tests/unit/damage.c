/* Statements that could be read in part only: what is there is used, nothing is said twice, and every
   loop over the arguments ends. */

#include "unit/fixture.h"

static const char *area_with(struct world *w, const char *statement)
{
    return formatted(w, SMALL "model M {\n  architecture Small\n  area PP \"Planning\" {\n%s\n  }\n}\n", statement);
}

static void damaged_statements_are_read_to_their_end(struct world *w)
{
    static const char *const rows[][2] = {
        {"note \"x\" PP CM =", "syntax-error 5:16"},
        {"level 3 \"x\" =", "syntax-error 5:13"},
        {"level 3, =", "syntax-error 5:10"},
        {"tag \"x\" PP CM =", "syntax-error 5:15"},
        {"since 2009 = \"x\"", "syntax-error 5:12"},
        {"since 2009 \"x\" big =", "syntax-error 5:20"},
        {"size big \"x\" =", "syntax-error 5:14"},
        {"was A1 \"x\" =", "syntax-error 5:12"},
        {"home \"x\" y =", "syntax-error 5:12"},
        {"status \"x\" =", "syntax-error 5:12"},
        {"core \"x\" =", "syntax-error 5:10"},
        {"label \"x\" y =", "syntax-error 5:13"},
        {"allow missing-statement, \"x\" =", "syntax-error 5:30"},
        {"allow =", "syntax-error 5:7"},
        {"goal SG1 \"x\" \"y\" =", "bad-value-type 5:14, syntax-error 5:18"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(findings_of(w, area_with(w, rows[i][0])), rows[i][1]);
    }
}

/* The same in the other declarations. */
static void damaged_declarations_are_read_to_their_end(struct world *w)
{
    static const char *const rows[][2] = {
        {"architecture B {\n  contains x, \"y\" =\n  component x\n}\n", "syntax-error 2:19"},
        {"architecture B {\n  component x {\n    id \"a\", y =\n  }\n}\n", "syntax-error 3:15"},
        {"architecture B {\n  component x {\n    text t 1.. =\n  }\n}\n", "syntax-error 3:16"},
        {"architecture B {\n  component x {\n    attribute t one of a, \"b\" =\n  }\n}\n", "syntax-error 3:31"},
        {"architecture B {\n  component x {\n    reference t to x, \"b\" =\n  }\n}\n", "syntax-error 3:27"},
        {"glossary G {\n  term \"a\" \"b\" {\n    also \"c\", x =\n  }\n}\n", "syntax-error 3:17"},
        {"glossary G {\n  term \"a\" x \"b\" =\n}\n", "syntax-error 2:18"},
        {"model M {\n  architecture =\n}\n", "syntax-error 2:16"},
        {"profile P {\n  of =\n}\n", "syntax-error 2:6"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        struct str findings = findings_of(w, rows[i][0]);
        expect_str(str_upto(findings,
                            (uint32_t)strlen(rows[i][1]) < findings.len ? (uint32_t)strlen(rows[i][1]) : findings.len),
                   rows[i][1]);
    }
}

/* `from` is there, though what it names could not be read. */
static void a_damaged_side_is_not_missing(struct world *w)
{
    expect_str(findings_of(w, SMALL "model M {\n  architecture Small\n}\nmapping X {\n  from M =\n  to M\n}\n"),
               "syntax-error 6:10");
}

/* Each of these alone: what is read for ever is known as a failure of its own. */
static void damaged_texts_end(struct world *w)
{
    expect_str(findings_of(w, area_with(w, "note \"x\" PP CM =")), "syntax-error 5:16");
}

static void damaged_numbers_end(struct world *w)
{
    expect_str(findings_of(w, area_with(w, "level 3 \"x\" =")), "syntax-error 5:13");
}

static void damaged_allow_ends(struct world *w)
{
    expect_str(findings_of(w, area_with(w, "allow missing-statement, \"x\" =")), "syntax-error 5:30");
}

/* Nothing but the end of the file is left behind the broken line, and a brace too many stood before it. */
static void the_end_of_the_file_is_skipped_to_once(struct world *w)
{
    expect_true(
        findings_of(w, "    note \"n\"\n    source \"s\"\n  }\n  A/B -> C {\n    fit poor\n  }\n  A suppor\n").len > 0);
}

UNIT_MAIN("damage", UNIT(the_end_of_the_file_is_skipped_to_once), UNIT(damaged_statements_are_read_to_their_end),
          UNIT(damaged_declarations_are_read_to_their_end), UNIT(a_damaged_side_is_not_missing),
          UNIT(damaged_texts_end), UNIT(damaged_numbers_end), UNIT(damaged_allow_ends))
