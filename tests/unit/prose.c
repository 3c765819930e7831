/* Texts as words, and phrases in them. */

#include "model/text/prose.h"

#include "model/text/english.h"
#include "model/text/phrases.h"
#include "syntax/literal.h"
#include "unit/fixture.h"

/* The words of a text in small letters, with what stands before each: `|` a sentence, `,` a clause, `(` a
   bracket; references in `<>`. */
static struct str words_of(struct world *w, struct prose *prose, struct str value)
{
    struct buf out = buf_on(&w->mem);
    prose_read(prose, &w->arena, &w->atoms, value, SPAN_NONE);
    VEC_EACH (const struct prose_word, word, &prose->words) {
        buf_text(&out, word->breaks & BREAK_SENTENCE ? "|" : "");
        buf_text(&out, word->breaks & BREAK_CLAUSE ? "," : "");
        buf_text(&out, word->breaks & BREAK_BRACKET ? "(" : "");
        buf_printf(&out, word->reference ? "<%.*s> " : "%.*s ", STR_ARGS(atom_text(&w->atoms, word->name)));
    }
    out.n -= out.n > 0;
    return arena_str(&w->arena, buf_as_str(&out));
}

static void texts_are_split_into_words(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {" ", ""},
        {"...", ""},
        {"Plan", "|plan"},
        {"Plan the work.", "|plan the work"},
        {"Plan it. Then do it.", "|plan it |then do it"},
        {"Why? How! \"So.\" And", "|why |how |so |and"},
        {"Plan, do; check: act", "|plan ,do ,check ,act"},
        {"Plans (and others) exist", "|plans (and others exist"},
        {"one – two — three", "|one ,two ,three"},
        {"state-of-the-art, don't, users’, it’s", "|state-of-the-art ,don't ,users ,it’s"},
        {"-a- 'b' a--b", "|a b a b"},
        {"Clause 4.2.1 of version 1.2.", "|clause 4.2.1 of version 1.2"},
        {"e.g. ISO/IEC 20000-1:2005", "|e.g |iso iec 20000-1 ,2005"},
        {"one.two", "|one.two"},
        {"one./two?=three", "|one two three"}, /* no blank follows */
        {"a.)b. \"c\"", "|a |b |c"},
        {"Größe ÄÖ naïve ÉCOLE", "|größe äö naïve école"},
        {"सुरक्षा क्षमता। योजना", "|सुरक्षा क्षमता |योजना"},
        {"क्\u200dष", "|क्\u200dष"},
        {"日本", "|日本"},
        {"½ a² №5", "|½ a² 5"},
        {"👍 a👍b", "|a b"},
        {"a_b c/d", "|a b c d"},
        {"line\nbreak", "|line break"},
        {"One\n\nTwo", "|one |two"},
    };
    struct prose prose = {0};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(words_of(w, &prose, str_of(rows[i][0])), rows[i][1]);
    }
}

/* Readers see neither marks nor addresses; code is no language of theirs. */
static void markup_is_left_out(struct world *w)
{
    static const char *const rows[][2] = {
        {"*Plan* the **work**", "|plan the work"},
        {"Use `the code` here", "|use here"},
        {"Do\n\n    code is this\n\nthat", "|do |that"},
        {"```sh\nls\n```\nThen", "|then"},
        {"See [the plan](https://example.org/is)", "|see the plan"},
        {"See [[PP/SP1.1]] and [[PP|the plan]] now", "|see <pp> <sp1.1> and <the> <plan> now"},
        {"- one\n- two", "|one |two"},
        {"# Head\nBody", "|head |body"},
        {"| a | b |\n|---|---|\n| c | d |", "|a |b |c |d"},
        {"a &amp; b", "|a b"},
        {"a\\*b", "|a b"},
        {"a<br>b", "|a br b"}, /* raw HTML is text */
        {"un*help*ful", "|un help ful"},
        {"![a picture](x.png)", "|a picture"},
        {"`a` *`b`* c", "|c"},
    };
    struct prose prose = {0};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(words_of(w, &prose, str_of(rows[i][0])), rows[i][1]);
    }
}

/* Words of any length are kept; of very long ones the small letters are cut, between characters. */
static void long_words_are_kept(struct world *w)
{
    struct prose prose = {0};
    prose_read(&prose, &w->arena, &w->atoms, str_of(repeated(w, "Ä", 1000)), SPAN_NONE);
    assert_int_equal(prose.words.n, 1);
    assert_int_equal(prose.words.at[0].text.len, 2000);
    struct str small = atom_text(&w->atoms, prose.words.at[0].name);
    assert_true(small.len <= 256 && small.len % 2 == 0);
    expect_str(str_from(small, small.len - 2), "ä");
}

/* The places of words, in a string with escapes and in a block. */
static void spans_lead_to_the_source(struct world *w)
{
    static const char *const rows[][4] = {
        {"\"Plan the \\\"whole\\\" work\"", "plan", "plan", "Plan"},
        {"\"Plan the \\\"whole\\\" work\"", "the", "work", "the \\\"whole\\\" work"},
        {"\"\"\"\n    Plan the\n    *whole* work\n    \"\"\"", "the", "whole", "the\n    *whole"},
        {"\"\"\"\r\n    Plan\r\n    work\r\n    \"\"\"", "work", "work", "work"},
        {"\"See [[PP/SP1.1|it]] now\"", "it", "now", "it]] now"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s %s", rows[i][0], rows[i][1]);
        struct prose prose = {0};
        char *copy = mem_alloc(&w->mem, strlen(rows[i][0]) + FILE_PADDING + 1);
        strcpy(copy, rows[i][0]);
        uint32_t n = (uint32_t)strlen(copy);
        uint32_t file = source_add(&w->sources, STR("x"), STR_NONE, (struct file_bytes){copy, n});
        uint32_t base = w->sources.files.at[file].base;
        struct span at = {base, base + n};
        prose_read(&prose, &w->arena, &w->atoms, literal_text(&w->arena, source_text(&w->sources, at)), at);
        const struct prose_word *first = NULL, *last = NULL;
        VEC_EACH (const struct prose_word, word, &prose.words) {
            struct str name = atom_text(&w->atoms, word->name);
            first = str_is(name, rows[i][1]) ? word : first;
            last = str_is(name, rows[i][2]) ? word : last;
        }
        assert_non_null(first);
        assert_non_null(last);
        expect_str(source_text(&w->sources, prose_span(&prose, &w->sources, first, last)), rows[i][3]);
    }
}

static void phrases_are_found(struct world *w)
{
    static const struct {
        const char *text;
        uint32_t value, n; /* of the phrase at the beginning; n 0: none */
    } rows[] = {
        {"as appropriate", 1, 2},
        {"As Appropriate.", 1, 2},
        {"as, appropriate", 0, 0},
        {"as. appropriate", 0, 0},
        {"as (appropriate)", 0, 0},
        {"as", 0, 0},
        {"as far as", 6, 2},
        {"as far as possible", 2, 4},
        {"as far as possible as appropriate", 2, 4},
        {"as as appropriate", 0, 0},
        {"timely", 3, 1},
        {"timely way", 4, 2},
        {"*as* `x` appropriate", 1, 2},
        {"untimely", 0, 0},
    };
    struct phrases phrases = phrases_on(&w->mem);
    phrases_add(&phrases, &w->atoms, STR("as appropriate"), 1);
    phrases_add(&phrases, &w->atoms, STR("As far as possible"), 2);
    phrases_add(&phrases, &w->atoms, STR("timely"), 3);
    phrases_add(&phrases, &w->atoms, STR("timely way"), 4);
    phrases_add(&phrases, &w->atoms, STR(" -- "), 5);
    phrases_add(&phrases, &w->atoms, STR("as far"), 6);
    assert_int_equal(phrases.all.n, 5);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct prose prose = {0};
        in_case("%s", rows[i].text);
        prose_read(&prose, &w->arena, &w->atoms, str_of(rows[i].text), SPAN_NONE);
        const struct prose_word *at = prose.words.at;
        const struct phrase *found = phrases_match(&phrases, at, at + prose.words.n);
        expect_number(found ? found->n : 0, rows[i].n);
        expect_number(found ? found->value : 0, rows[i].value);
    }
    phrases_free(&phrases);
}

/* Text is text: nothing in it is markup. Words that nobody knows have no name. */
static void plain_texts_have_no_markup(struct world *w)
{
    struct prose prose = {0};
    struct str text = STR("a *b* `c` [[d]] &amp; e.");
    atom b = atom_intern(&w->atoms, STR("b"));
    uint32_t known = w->atoms.names.n;
    prose_read_plain(&prose, &w->mem, &w->atoms, text, 0);
    assert_int_equal(prose.words.n, 6);
    assert_int_equal(prose.words.at[1].name, b);
    expect_str(prose.words.at[2].text, "c");
    assert_int_equal(prose.words.at[2].name, 0);
    assert_ptr_equal(prose.words.at[5].text.ptr, text.ptr + text.len - 2);
    assert_int_equal(prose.words.at[0].breaks, 0);
    prose_read_plain(&prose, &w->mem, &w->atoms, text, BREAK_SENTENCE);
    assert_int_equal(prose.words.at[0].breaks, BREAK_SENTENCE);
    assert_int_equal(w->atoms.names.n, known);
    vec_free(&w->mem, &prose.words);
}

static void words_get_their_s(struct world *w)
{
    static const char *const rows[][2] = {
        {"threat", "threats"},  {"vulnerability", "vulnerabilities"},
        {"survey", "surveys"},  {"process", "processes"},
        {"breach", "breaches"}, {"growth", "growths"},
        {"index", "indexes"},   {"y", "ys"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct buf out = buf_on(&w->mem);
        english_add_s(&out, str_of(rows[i][0]));
        expect_str(buf_as_str(&out), rows[i][1]);
        buf_free(&out);
    }
    assert_true(is_english(STR("en")) && is_english(STR("en-GB")) && !is_english(STR("enm")) && !is_english(STR("de")));
}

static void nouns_have_plurals(struct world *w)
{
    struct phrases phrases = phrases_on(&w->mem);
    phrases_add_noun(&phrases, &w->atoms, STR("security policy"), 1, 2);
    phrases_add_noun(&phrases, &w->atoms, STR(""), 3, 4);
    assert_int_equal(phrases.all.n, 2);
    struct prose prose = {0};
    prose_read(&prose, &w->arena, &w->atoms, STR("Security policies"), SPAN_NONE);
    const struct phrase *found = phrases_match(&phrases, prose.words.at, prose.words.at + 2);
    assert_non_null(found);
    expect_number(found->value, 2);
    phrases_free(&phrases);
}

UNIT_MAIN("prose", UNIT(texts_are_split_into_words), UNIT(markup_is_left_out), UNIT(long_words_are_kept),
          UNIT(spans_lead_to_the_source), UNIT(phrases_are_found), UNIT(plain_texts_have_no_markup),
          UNIT(nouns_have_plurals), UNIT(words_get_their_s))
