#include "base/po.h"

#include "unit/fixture.h"

/* Reads a text from a file of the test. */
static struct po read_text(struct world *w, const char *text)
{
    struct po po;
    po_read(&po, &w->arena, world_write(w, "xx.po", text), str_of(text));
    return po;
}

/* Entries as "context|source|text", fuzzy ones with an "!" in front, with ";" between. */
static struct str entries_of(struct world *w, const char *text)
{
    struct po po = read_text(w, text);
    struct buf out = buf_on(&w->mem);
    VEC_EACH (const struct po_entry, entry, &po.entries)
        buf_printf(&out, "%s%s%.*s|%.*s|%.*s", out.n ? ";" : "", entry->fuzzy ? "!" : "", STR_ARGS(entry->context),
                   STR_ARGS(entry->source), STR_ARGS(entry->text));
    return arena_str(&w->arena, buf_as_str(&out));
}

/* Problems as "LINE text", a duplicate as "LINE=FIRST text". */
static struct str problems_of(struct world *w, const char *text)
{
    struct po po = read_text(w, text);
    struct buf out = buf_on(&w->mem);
    expect_true(po.problems.n == 0 || po.entries.n == 0);
    VEC_EACH (const struct po_problem, problem, &po.problems) {
        buf_printf(&out, "%s%u", out.n ? ", " : "", problem->line);
        if (problem->is_duplicate)
            buf_printf(&out, "=%u", problem->other_line);
        buf_printf(&out, " %.*s", STR_ARGS(problem->text));
    }
    return arena_str(&w->arena, buf_as_str(&out));
}

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Language: hi\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"

static void entries_are_read(struct world *w)
{
    static const struct {
        const char *text, *entries;
    } rows[] = {
        {"", ""},
        {HEADER, ""},
        {"msgid \"a\"\nmsgstr \"b\"\n", "|a|b"},
        {"msgctxt \"c\"\nmsgid \"a\"\nmsgstr \"\"\n", "c|a|"},
        {"msgid \"\"\n\"a\\n\"\n\"b\"\nmsgstr \"x\"\n\" y\"\n", "|a\nb|x y"},
        {"#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n", "!|a|b"},
        {"#~ msgid \"a\"\n#~ msgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n", "|c|d"},
        {"msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"b\"\nmsgstr[1] \"bs\"\n", "|a|b"},
        {"msgid \"\\\"\\\\\\t\"\nmsgstr \"\xe0\xa4\x95\"\n", "|\"\\\t|\xe0\xa4\x95"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].text);
        expect_str(entries_of(w, rows[i].text), rows[i].entries);
        expect_str(problems_of(w, rows[i].text), "");
    }
}

static void the_header_names_the_language(struct world *w)
{
    expect_str(read_text(w, HEADER).language, "hi");
    assert_null(read_text(w, "msgid \"a\"\nmsgstr \"b\"\n").language.ptr);
    expect_str(problems_of(w, "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n"),
               "1 the header names another charset than UTF-8");
}

/* What the library says of a text that is none; the lines are ours to get right. */
static void problems_have_lines(struct world *w)
{
    static const struct {
        const char *text, *problems;
    } rows[] = {
        {"msgid \"a\n\"\nmsgstr \"b\"\n", "1 end-of-line within string, 2 end-of-line within string"},
        {HEADER "msgid \"a\"\n", "5 missing 'msgstr' section"},
        {HEADER "\nmsgfoo \"a\"\n", "6 keyword \"msgfoo\" unknown"},
        {HEADER "msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n", "7=5 duplicate message definition"},
        {HEADER "msgid \"a\"\nmsgstr \"b\"\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"c\"\n", ""},
        {"nonsense\n", "1 keyword \"nonsense\" unknown"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].text);
        expect_str(problems_of(w, rows[i].text), rows[i].problems);
    }
}

static struct str slice(const char *text, struct po_part part)
{
    return (struct str){text + part.start, part.end - part.start};
}

static void entries_know_where_they_stand(struct world *w)
{
    static const char text[] = "\xef\xbb\xbf" HEADER "# msgid \"no\"\n#~ msgid \"old\"\n#~ msgstr \"o\"\n"
                               "#| msgid \"before\"\nmsgctxt \"c\" msgid \"a\"\n\"b\" msgstr \"msgid\"\n";
    struct po po = read_text(w, text + 3);
    assert_int_equal(po.entries.n, 1);
    expect_str(slice(text + 3, po.entries.at[0].context_at), "\"c\"");
    expect_str(slice(text + 3, po.entries.at[0].source_at), "\"a\"\n\"b\"");
    expect_str(slice(text + 3, po.entries.at[0].text_at), "\"msgid\"");
}

/* The library wants a file that it cannot open to be the end of the program. */
static void a_file_that_is_gone_is_a_problem(struct world *w)
{
    struct po po;
    po_read(&po, &w->arena, world_path(w, "gone.po"), STR(""));
    assert_int_equal(po.entries.n, 0);
    assert_int_equal(po.problems.n, 1);
}

static void strings_are_written_as_they_are_read(struct world *w)
{
    static const char *const rows[] = {"", "a", "two\nlines", "ends\n", "\"q\" \\ \t", "\xe0\xa4\x95", "a\n\nb"};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct buf text = buf_on(&w->mem);
        in_case("%s", rows[i]);
        buf_text(&text, "msgid \"x\"\nmsgstr ");
        po_add_string(&text, str_of(rows[i]));
        struct po po = read_text(w, buf_cstr(&text));
        assert_int_equal(po.entries.n, 1);
        expect_str(po.entries.at[0].text, rows[i]);
        buf_free(&text);
    }
}

UNIT_MAIN("po", UNIT(entries_are_read), UNIT(the_header_names_the_language), UNIT(problems_have_lines),
          UNIT(entries_know_where_they_stand), UNIT(a_file_that_is_gone_is_a_problem),
          UNIT(strings_are_written_as_they_are_read))
