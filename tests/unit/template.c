#include "model/template.h"

#include "unit/fixture.h"

/* A model with one kind `x` of these templates, a component of it in a component 4.2 of kind `p`, and what
   is found. */
static const char *with_templates(struct world *w, const char *templates, const char *id)
{
    return formatted(w,
                     "architecture B {\n"
                     "  contains p *\n"
                     "  component p { id \"{name}\"\n    contains x *, q * }\n"
                     "  component q { id \"Q{n}\"\n    contains x * }\n"
                     "  component x { id %s }\n"
                     "}\n"
                     "model M {\n  architecture B\n  p 4.2 \"P\" {\n    q Q7 \"Q\" { x %s \"X\" }\n  }\n}\n",
                     templates, id);
}

static void ids_fit_templates(struct world *w)
{
    static const struct {
        const char *templates, *id;
        enum id_fit fit;
        const char *number; /* what `{x}` would stand for */
        uint32_t counter;
    } rows[] = {
        {"\"SP{n}\"", "SP1", FIT_EXACT, "1", 1},
        {"\"SP{n}\"", "SP12", FIT_EXACT, "12", 12},
        {"\"SP{n}\"", "SP0", FIT_EXACT, "0", 0},
        {"\"SP{n}\"", "SP01", FIT_MISMATCH, "01", NONE},
        {"\"SP{n}\"", "SP", FIT_MISMATCH, "SP", NONE},
        {"\"SP{n}\"", "SG1", FIT_MISMATCH, "1", NONE},
        {"\"SP{n}\"", "SP1A", FIT_MISMATCH, "1A", NONE},
        {"\"SP{nn}\"", "SP1", FIT_MISMATCH, "1", NONE},
        {"\"SP{nn}\"", "SP01", FIT_EXACT, "01", 1},
        {"\"SP{nn}\"", "SP123", FIT_EXACT, "123", 123},
        {"\"SP{nn}\"", "SP001", FIT_MISMATCH, "001", NONE},
        {"\"{n}\"", "3", FIT_EXACT, "3", 3},
        {"\"{q}.{n}\"", "7.1", FIT_EXACT, "7.1", 1},
        {"\"{q}.{n}\"", "8.1", FIT_OUTSIDE, "8.1", 1},
        {"\"{q}.{n}\"", "7", FIT_MISMATCH, "7", NONE},
        {"\"{p}.{n}\"", "4.2.5", FIT_EXACT, "4.2.5", 5},
        {"\"{p}.{n}\"", "4.3.5", FIT_OUTSIDE, "4.3.5", 5},
        {"\"BP.{p}.{q}.{n}\"", "BP.4.2.7.9", FIT_EXACT, "4.2.7.9", 9},
        {"\"BP.{p}.{q}.{n}\"", "BP.4.2.8.9", FIT_OUTSIDE, "4.2.8.9", 9},
        {"\"A{n}\", \"B{n}\"", "B4", FIT_EXACT, "4", 4},
        {"\"{acronym}\"", "PP", FIT_EXACT, "PP", NONE},
        {"\"{acronym}\"", "PP-2", FIT_EXACT, "PP-2", NONE},
        {"\"{acronym}\"", "P2", FIT_EXACT, "P2", NONE},
        {"\"{acronym}\"", "Pp", FIT_MISMATCH, "Pp", NONE},
        {"\"{acronym}\"", "2P", FIT_MISMATCH, "2P", NONE},
        {"\"{acronym}-X\"", "A-B-X", FIT_EXACT, "A-B", NONE},
        {"\"{name}\"", "anything_at.all", FIT_EXACT, "anything_at.all", NONE},
        {"\"{acronym}{n}\"", "PP12", FIT_EXACT, "PP12", 2},
        {"\"Annex {acronym}\"", "`Annex A`", FIT_EXACT, "A", NONE},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s against %s", rows[i].id, rows[i].templates);
        findings_of(w, with_templates(w, rows[i].templates, rows[i].id));
        const struct component *x = &w->library.components.at[2];
        expect_number(x->fit, rows[i].fit);
        expect_number(x->counter, rows[i].counter);
        struct str id = atom_text(&w->atoms, x->id);
        struct str number = str_range(id.ptr + x->number_start, id.ptr + x->number_end);
        expect_str(number, rows[i].number);
    }
}

/* Where nothing but letters stands, there is no number, rather than one of a length below 0. */
static void a_template_without_placeholder_has_no_number(struct world *w)
{
    findings_of(w, with_templates(w, "\"X\"", "X"));
    const struct component *x = &w->library.components.at[2];
    expect_number(x->fit, FIT_EXACT);
    expect_true(x->number_start <= x->number_end);
}

static void misfits_are_reported(struct world *w)
{
    expect_str(findings_of(w, with_templates(w, "\"SP{n}\"", "SG1")), "id-pattern-mismatch 12:18");
    expect_str(findings_of(w, with_templates(w, "\"{q}.{n}\"", "8.1")), "id-outside-parent 12:18");
    expect_str(findings_of(w, with_templates(w, "\"SP{n}\"", "SP1")), "");
    expect_str(findings_of(w, with_templates(w, "\"{z}.{n}\"", "7.1")), "undefined-reference 7:22");
}

/* A brace that is not closed, and one that nobody opened, would make ids that nobody means. */
static void braces_of_templates_are_checked(struct world *w)
{
    expect_str(str_upto(findings_of(w, with_templates(w, "\"SP{n\"", "SP1")), 14), "bad-value-type");
    expect_str(str_upto(findings_of(w, with_templates(w, "\"SP{}\"", "SP1")), 14), "bad-value-type");
    expect_str(str_upto(findings_of(w, with_templates(w, "\"\"", "SP1")), 14), "bad-value-type");
}

/* What is longer than an id may be is cut, and the rest is read on. */
static void a_long_id_is_cut(struct world *w)
{
    const char *letters = repeated(w, "A", 70000);
    expect_str(findings_of(w, with_templates(w, "\"{name}\"", letters)), "input-limit 12:18");
    expect_number(atom_text(&w->atoms, w->library.components.at[2].id).len, 255);
}

/* The number of a kind may be as long as an id. */
static void a_long_number_is_kept(struct world *w)
{
    const char *digits = repeated(w, "1", 250);
    const char *text =
        formatted(w,
                  "architecture B {\n  contains p *\n  component p { id \"P{n}\", \"{name}\"\n    contains x * }\n"
                  "  component x { id \"{p}.{n}\" }\n}\n"
                  "model M {\n  architecture B\n  p A%s \"P\" { x A%s.1 \"X\" }\n}\n",
                  digits, digits);
    expect_str(findings_of(w, text), "");
    expect_number(w->library.components.at[1].fit, FIT_EXACT);
}

/* What does not fit is found out in a number of steps that the length of the id bounds: these take years
   otherwise. */
static void placeholders_beside_each_other_end(struct world *w)
{
    const char *id = repeated(w, "A", 255);
    const char *templates = "\"{name}{name}{name}{name}{name}{name}{name}{name}!\"";
    expect_str(findings_of(w, with_templates(w, templates, id)), "id-pattern-mismatch 12:18");
}

static void a_long_acronym_is_matched(struct world *w)
{
    const char *fitting = with_templates(w, "\"{acronym}\"", repeated(w, "A", 255));
    expect_str(findings_of(w, fitting), "");
    const char *id = joined(w, repeated(w, "A", 254), "_");
    expect_str(findings_of(w, with_templates(w, "\"{acronym}\"", id)), "id-pattern-mismatch 12:18");
}

/* A template has 16 parts at most: an `X`, and a number and a letter in turn. */
static void a_template_of_many_parts_is_matched(struct world *w)
{
    static const struct {
        uint32_t n;
        const char *rest, *findings;
    } rows[] = {
        {7, "1", ""},
        {7, "1a", "id-pattern-mismatch 12:18"},
        {8, "1", "input-limit 7:20"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%u parts, then %s", rows[i].n, rows[i].rest);
        const char *template = formatted(w, "\"X%s{n}\"", repeated(w, "{n}a", rows[i].n));
        const char *id = formatted(w, "X%s%s", repeated(w, "1a", rows[i].n), rows[i].rest);
        expect_str(findings_of(w, with_templates(w, template, id)), rows[i].findings);
    }
}

static const char *numbered_templates(struct world *w, int n)
{
    struct buf templates = buf_on(&w->mem);
    for (int i = 0; i < n; i++)
        buf_printf(&templates, "%s\"T%d-{n}\"", i ? ", " : "", i);
    const char *text = joined(w, buf_cstr(&templates), "");
    buf_free(&templates);
    return text;
}

/* The template that an id fits is known by its place; a kind has 64 at most. */
static void many_templates_are_told_apart(struct world *w)
{
    expect_str(findings_of(w, with_templates(w, numbered_templates(w, 64), "T63-5")), "");
    expect_number(w->library.components.at[2].fit, FIT_EXACT);
    expect_number(w->library.components.at[2].n_template, 63);
    struct str findings = findings_of(w, with_templates(w, numbered_templates(w, 65), "T63-5"));
    expect_str(str_upto(findings, 11), "input-limit");
}

UNIT_MAIN("template", UNIT(ids_fit_templates), UNIT(a_template_without_placeholder_has_no_number),
          UNIT(misfits_are_reported), UNIT(braces_of_templates_are_checked), UNIT(a_long_id_is_cut),
          UNIT(a_long_number_is_kept), UNIT(placeholders_beside_each_other_end), UNIT(a_long_acronym_is_matched),
          UNIT(a_template_of_many_parts_is_matched), UNIT(many_templates_are_told_apart))
