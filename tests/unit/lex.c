/* Line ends and braces. */

#include "unit/fixture.h"

/* The text with the only safe fix of its only finding applied. */
static struct str mended(struct world *w, const char *text)
{
    world_read(w, text);
    diag_settle(&w->diag);
    assert_int_equal(w->diag.findings.n, 1);
    assert_int_equal(w->diag.findings.at[0]->fixes->safety, SAFETY_SAFE);
    return world_fixed(w, 0);
}

static void a_brace_on_its_own_line_is_joined(struct world *w)
{
    expect_str(mended(w, "model M\n{\n}\n"), "model M {\n}\n");
    world_reset(w);
    expect_str(mended(w, "model M\n\n  {\n}\n"), "model M {\n}\n");
}

/* A safe fix must not put the brace into a comment, nor what stands behind the brace. */
static void a_brace_below_a_comment_is_joined(struct world *w)
{
    expect_str(mended(w, "model M # it\n{\n}\n"), "model M { # it\n\n}\n");
    world_reset(w);
    expect_str(mended(w, "model M # it\n{ version \"1\"\n}\n"), "model M { # it\n version \"1\"\n}\n");
}

static void a_comment_line_before_the_brace_changes_nothing(struct world *w)
{
    world_read(w, "model M\n# it\n{\n}\n");
    expect_findings(w, "syntax-error 3:1");
    expect_str(world_tree(w, 0), "model M {}");
}

UNIT_MAIN("lex", UNIT(a_brace_on_its_own_line_is_joined), UNIT(a_brace_below_a_comment_is_joined),
          UNIT(a_comment_line_before_the_brace_changes_nothing))
