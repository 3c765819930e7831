/* What stands in what, and how much of it. */

#include "unit/fixture.h"

static void counts_are_checked(struct world *w)
{
    static const char *const rows[][2] = {
        {"area AA \"A\" {}", ""},
        {"area AA \"A\" { practice SP1.1 \"P\" }", "invalid-child-kind 4:24"},
        {"goal SG1 \"A\"", "invalid-child-kind 4:6"},
        {"area AA \"A\" { purpose \"x\" }", ""},
        {"area AA \"A\" {\npurpose \"x\"\npurpose \"y\" }", "duplicate-attribute 6:9"},
        {"area AA \"A\" { level 9 }", "value-out-of-range 4:21"},
        {"area AA \"A\" { size huge }", "value-not-allowed 4:20"},
        {"area AA \"A\" { since 2009-02-29 }", "bad-value-type 4:21"},
        {"area AA \"A\" { since 2008-02-29 }", ""},
        {"area AA \"A\" { purpos \"x\" }", "unknown-attribute 4:15"},
        {"group G1 \"G\" { area AA \"A\" }\narea AA \"B\"", "duplicate-id 5:6"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(findings_of(w, formatted(w, SMALL "model M {\n  architecture Small\n%s\n}\n", rows[i][0])),
                   rows[i][1]);
    }
}

/* The limits of the architecture hold for base and bolt-on together, as they are read together. */
static void what_a_bolt_on_adds_is_counted_with_the_base(struct world *w)
{
    expect_str(findings_of(w, "architecture A {\n  contains area *\n  component area { contains goal 0..1 }\n"
                              "  component goal\n}\n"
                              "model M {\n  architecture A\n  area AA \"A\" { goal G1 \"G\" }\n}\n"
                              "model B {\n  extends M\n  extend AA {\n    goal G2 \"H\"\n  }\n}\n"),
               "too-many-parts 13:10");
}

UNIT_MAIN("children", UNIT(counts_are_checked), UNIT(what_a_bolt_on_adds_is_counted_with_the_base))
