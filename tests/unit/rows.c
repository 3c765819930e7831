/* The rows of mappings: what is read, and what is said of those that cannot be meant. */

#include "unit/fixture.h"

/* A mapping between two small models; the row stands in line 18. */
static const char *with_row(struct world *w, const char *row)
{
    return formatted(w,
                     SMALL "model M {\n  architecture Small\n  area AA \"A\"\n  area AB \"B\"\n  area AC \"C\" { goal "
                           "SG1 \"G\" { practice SP1.1 \"P\" } }\n"
                           "  generic-goal GG2 \"G\" { generic-practice GP2.1 \"P\" }\n}\n"
                           "model N {\n  architecture Clauses\n  clause 1 \"One\"\n  clause 2 \"Two\" { clause 2.1 "
                           "\"Inner\" }\n}\n"
                           "mapping X {\n  from N\n  to M\n\n%s\n}\n",
                     row);
}

/* The members of the only row, "1, 2 -> AA?, AB", or its outcome. */
static struct str row_text(struct world *w)
{
    struct buf out = buf_on(&w->mem);
    const struct row *row = &w->library.rows.at[0];
    for (uint32_t i = 0; i < row->n_sources; i++)
        buf_printf(&out, "%s%.*s", i ? ", " : "",
                   STR_ARGS(world_path_of(w, w->library.members.at[row->first_source + i].component)));
    buf_text(&out, " ->");
    for (uint32_t i = 0; i < row->n_targets; i++) {
        const struct member *member = &w->library.members.at[row->first_target + i];
        buf_printf(&out, "%s %.*s%s", i ? "," : "", STR_ARGS(world_path_of(w, member->component)),
                   member->tentative ? "?" : "");
    }
    static const char *const outcomes[] = {"", " none", " not-applicable", " ?"};
    buf_text(&out, outcomes[row->outcome]);
    struct str text = arena_str(&w->arena, buf_as_str(&out));
    buf_free(&out);
    return text;
}

static void rows_are_read(struct world *w)
{
    static const char *const rows[][2] = {
        {"  1 -> AA", "1 -> AA"},
        {"  1, 2 -> AA, AB", "1, 2 -> AA, AB"},
        {"  1 -> AA?, AB", "1 -> AA?, AB"},
        {"  1 -> AA..AC", "1 -> AA, AB, AC"},
        {"  1..2 -> AA..AB?", "1, 2 -> AA?, AB?"},
        {"  1 -> none", "1 -> none"},
        {"  1 -> not-applicable", "1 -> not-applicable"},
        {"  1 ->\n    AA,\n    AB", "1 -> AA, AB"},
        {"  N:1 -> M:AC/SP1.1", "1 -> AC/SP1.1"},
        {"  2/2.1 equals SP1.1", "2.1 -> AC/SP1.1"},
        {"  1 equals\n    AA", "1 -> AA"},
        {"  1 -> AC/SG1/SP1.1", "1 -> AC/SP1.1"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(findings_of(w, with_row(w, rows[i][0])), "");
        expect_str(row_text(w), rows[i][1]);
    }
}

static void faults_of_rows_are_reported(struct world *w)
{
    static const char *const rows[][2] = {
        {"  1 -> ?", "unresolved-fit 18:8"},
        {"  1 -> GP 2.1", "noncanonical-id-spelling 18:8"},
        {"  1 -> gp2.1", "noncanonical-id-spelling 18:8"},
        {"  1 -> AA, none", "not-applicable-with-targets 18:12"},
        {"  1 -> not-applicable, AA", "not-applicable-with-targets 18:8"},
        {"  1 equals none", "value-not-allowed 18:12"},
        {"  1 -> ZZ", "undefined-reference 18:8"},
        {"  3 -> AA", "undefined-reference 18:3"},
        {"  1 -> N:2", "wrong-kind-reference 18:8"},
        {"  1 -> Q:AA", "undefined-reference 18:8"},
        {"  1 equal AA", "value-not-allowed 18:5"},
        {"  1 -> AB..AA", "wrong-kind-reference 18:8"},
        {"  1 -> AA..SP1.1", "wrong-kind-reference 18:8"},
        {"  1 -> AA \"x\" \"y\"", "syntax-error 18:15"},
        {"  1 -> ", "syntax-error 18:5"},
        {"  1", "syntax-error 18:4"},
        {"  1 -> AA { fit great }", "value-not-allowed 18:17"},
        {"  1 -> AA { strength 11 }", "value-out-of-range 18:22"},
        {"  1 -> AA { strenght 10 }", "unknown-attribute 18:13"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(findings_of(w, with_row(w, rows[i][0])), rows[i][1]);
    }
}

/* Two targets without a comma are none of the things that the grammar lets stand there, unless they name
   a component together. */
static void a_missing_comma_is_reported(struct world *w)
{
    expect_str(findings_of(w, with_row(w, "  1 -> AA AB")), "syntax-error 18:11");
}

UNIT_MAIN("rows", UNIT(rows_are_read), UNIT(faults_of_rows_are_reported), UNIT(a_missing_comma_is_reported))
