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

/* Silences a rule from one line to in front of another; the statement stands in the first. */
static void suppress(struct world *w, enum rule rule, uint32_t from, uint32_t to, bool used)
{
    struct suppression suppression = {
        .rule = rule, .scope = {at(w, from).start, at(w, to).start}, .at = at(w, from), .part = at(w, from), .used = used};
    diag_suppress(&w->diag, suppression);
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

static void the_innermost_suppression_is_used(struct world *w)
{
    open_file(w);
    suppress(w, RULE_empty_file, 1, 11, false);
    suppress(w, RULE_empty_file, 3, 6, false);
    suppress(w, RULE_empty_file, 7, 9, true);
    report(&w->diag, at(w, 4), MSG_empty_file);
    report(&w->diag, at(w, 12), MSG_empty_file);
    diag_settle(&w->diag);
    expect_findings(w, "unused-suppression 1:1, empty-file 12:1");
}

static void errors_of_syntax_are_not_silenced(struct world *w)
{
    open_file(w);
    suppress(w, RULE_unclosed_block, 1, 11, false);
    report(&w->diag, at(w, 4), MSG_unclosed_block);
    diag_settle(&w->diag);
    expect_findings(w, "unclosed-block 4:1");
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
          UNIT(errors_of_syntax_are_not_silenced), UNIT(choices_decide))
