#include "unit/fixture.h"

static const char *lines(struct world *w, uint32_t n)
{
    return repeated(w, "\n", n);
}

static struct span at(struct world *w, uint32_t line)
{
    uint32_t start = w->sources.files.at[0].base + line - 1;
    return (struct span){start, start + 1};
}

/* An empty file of some lines, without what is reported of it. */
static void open_file(struct world *w)
{
    world_read(w, lines(w, 20));
    diag_rewind(&w->diag, 0);
}

static void findings_are_sorted(struct world *w)
{
    open_file(w);
    report(&w->diag, at(w, 5), MSG_import_cycle);
    report(&w->diag, at(w, 2), MSG_empty_file);
    report(&w->diag, at(w, 2), MSG_import_cycle);
    report(&w->diag, at(w, 1), MSG_empty_file);
    diag_settle(&w->diag);
    expect_findings(w, "empty-file 1:1, import-cycle 2:1, empty-file 2:1, import-cycle 5:1");
    assert_int_equal(w->diag.counts[SEVERITY_ERROR], 2);
    assert_int_equal(w->diag.counts[SEVERITY_WARNING], 2);
}

/* Of findings that are alike the first that was reported comes first. */
static void ties_stay_in_their_order(struct world *w)
{
    enum { N = 100 };
    open_file(w);
    for (uint32_t i = 0; i < N; i++)
        report(&w->diag, at(w, 1 + i % 2), MSG_unclosed_block)->element = str_of(formatted(w, "%u", i));
    diag_settle(&w->diag);
    for (uint32_t i = 0; i < N; i++) {
        in_case("finding %u", i);
        expect_str(w->diag.findings.at[i]->element, formatted(w, "%u", i < N / 2 ? 2 * i : 2 * (i - N / 2) + 1));
    }
}

static void silence(struct world *w, enum rule rule, struct span scope, struct span place, bool used)
{
    struct suppression suppression = {.rule = rule, .scope = scope, .at = place, .part = place, .used = used};
    diag_suppress(&w->diag, suppression);
}

static void the_innermost_suppression_is_used(struct world *w)
{
    uint32_t base;
    open_file(w);
    base = w->sources.files.at[0].base;
    silence(w, RULE_empty_file, (struct span){base, base + 10}, at(w, 1), false);
    silence(w, RULE_empty_file, (struct span){base + 2, base + 5}, at(w, 3), false);
    silence(w, RULE_empty_file, (struct span){base + 6, base + 8}, at(w, 7), true);
    report(&w->diag, at(w, 4), MSG_empty_file);
    report(&w->diag, at(w, 12), MSG_empty_file);
    diag_settle(&w->diag);
    expect_findings(w, "unused-suppression 1:1, empty-file 12:1");
}

static void errors_of_syntax_are_not_silenced(struct world *w)
{
    uint32_t base;
    open_file(w);
    base = w->sources.files.at[0].base;
    silence(w, RULE_unclosed_block, (struct span){base, base + 10}, at(w, 1), false);
    report(&w->diag, at(w, 4), MSG_unclosed_block);
    diag_settle(&w->diag);
    expect_findings(w, "unclosed-block 4:1");
}

static void what_is_implied_at_the_same_place_is_silent(struct world *w)
{
    open_file(w);
    report(&w->diag, at(w, 1), MSG_source_unmapped, v_text(STR("a")));
    report(&w->diag, at(w, 1), MSG_child_unmapped, v_name(STR("a")), v_name(STR("b")));
    report(&w->diag, at(w, 5), MSG_source_unmapped, v_text(STR("c")));
    diag_settle(&w->diag);
    expect_findings(w, "parent-mapped-child-unmapped 1:1, unmapped-source 5:1");
}

static void choices_decide(struct world *w)
{
    open_file(w);
    w->diag.is_chosen[RULE_empty_file] = true;
    w->diag.chosen[RULE_empty_file] = SEVERITY_OFF;
    report(&w->diag, at(w, 4), MSG_empty_file);
    diag_settle(&w->diag);
    expect_findings(w, "");
}

UNIT_MAIN("settle", UNIT(findings_are_sorted), UNIT(ties_stay_in_their_order), UNIT(the_innermost_suppression_is_used),
          UNIT(what_is_implied_at_the_same_place_is_silent), UNIT(errors_of_syntax_are_not_silenced),
          UNIT(choices_decide))
