#include "base/markdown.h"

#include <stdio.h>

#include "unit/fixture.h"

/* Events as text: <p> and </p>, words as they are, entities in {}, breaks as | and /. */
static struct str events_of(struct world *w, const markdown_events *events)
{
    static const char *const names[] = {
        [MARKDOWN_PARAGRAPH] = "p",   [MARKDOWN_HEADING] = "h",        [MARKDOWN_QUOTE] = "quote",
        [MARKDOWN_BULLETS] = "ul",    [MARKDOWN_NUMBERS] = "ol",       [MARKDOWN_ITEM] = "li",
        [MARKDOWN_TASK] = "task",     [MARKDOWN_RULE] = "hr",          [MARKDOWN_CODE_BLOCK] = "pre",
        [MARKDOWN_TABLE] = "table",   [MARKDOWN_TABLE_HEAD] = "thead", [MARKDOWN_TABLE_BODY] = "tbody",
        [MARKDOWN_ROW] = "tr",        [MARKDOWN_HEAD_CELL] = "th",     [MARKDOWN_CELL] = "td",
        [MARKDOWN_EMPHASIS] = "em",   [MARKDOWN_STRONG] = "strong",    [MARKDOWN_STRIKE] = "del",
        [MARKDOWN_CODE] = "code",     [MARKDOWN_LINK] = "a",           [MARKDOWN_IMAGE] = "img",
        [MARKDOWN_REFERENCE] = "ref",
    };
    struct buf out = buf_on(&w->mem);
    VEC_EACH (const struct markdown_event, event, events) {
        switch (event->type) {
        case MARKDOWN_ENTER:
            buf_printf(&out, "<%s", names[event->node]);
            if (event->number)
                buf_printf(&out, " %u", event->number);
            if (event->text.len)
                buf_printf(&out, " '%.*s'", STR_ARGS(event->text));
            buf_char(&out, '>');
            break;
        case MARKDOWN_LEAVE: buf_printf(&out, "</%s>", names[event->node]); break;
        case MARKDOWN_TEXT: buf_str(&out, event->text); break;
        case MARKDOWN_ENTITY: buf_printf(&out, "{%.*s}", STR_ARGS(event->text)); break;
        case MARKDOWN_BREAK: buf_char(&out, '|'); break;
        case MARKDOWN_SOFTBREAK: buf_char(&out, '/'); break;
        }
    }
    struct str text = arena_str(&w->arena, buf_as_str(&out));
    buf_free(&out);
    return text;
}

static struct str parsed(struct world *w, const char *source)
{
    markdown_events events = {0};
    markdown_parse(&w->arena, str_of(source), &events);
    return events_of(w, &events);
}

static struct str parsed_inline(struct world *w, const char *source)
{
    markdown_events events = {0};
    markdown_parse_inline(&w->arena, str_of(source), &events);
    return events_of(w, &events);
}

static void texts_are_parsed(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"plain", "<p>plain</p>"},
        {"a\n\nb", "<p>a</p><p>b</p>"},
        {"a\nb", "<p>a/b</p>"},
        {"a  \nb", "<p>a|b</p>"},
        {"*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>"},
        {"# T\n\n## U", "<h 1>T</h><h 2>U</h>"},
        {"- a\n- b", "<ul><li>a</li><li>b</li></ul>"},
        {"3. a\n4. b", "<ol 3><li>a</li><li>b</li></ol>"},
        {"- [ ] a\n- [x] b", "<ul><task>a</task><task 1>b</task></ul>"},
        {"> a", "<quote><p>a</p></quote>"},
        {"---", "<hr></hr>"},
        {"    code", "<pre>code\n</pre>"},
        {"```sh\nx\n```", "<pre 'sh'>x\n</pre>"},
        {"| a | b |\n|:--|--:|\n| 1 | 2 |",
         "<table><thead><tr><th 1>a</th><th 3>b</th></tr></thead><tbody><tr><td 1>1</td><td 3>2</td></tr>"
         "</tbody></table>"},
        {"[t](https://example.org)", "<p><a 'https://example.org'>t</a></p>"},
        {"![d](x.png)", "<p><img 'x.png'>d</img></p>"},
        {"[[PP/SP1.1]]", "<p><ref 'PP/SP1.1'>PP/SP1.1</ref></p>"},
        {"[[PP|the plan]]", "<p><ref 'PP'>the plan</ref></p>"},
        {"<b>x</b>", "<p><b>x</b></p>"}, /* raw HTML is text */
        {"<script>x</script>", "<p><script>x</script></p>"},
        {"a &amp; b &nbsp;c", "<p>a {&amp;} b {&nbsp;}c</p>"},
        {"\\*a\\*", "<p>*a*</p>"},
        {"<https://example.org>", "<p><a 'https://example.org'>https://example.org</a></p>"},
        {"सुरक्षा *क्षमता*", "<p>सुरक्षा <em>क्षमता</em></p>"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(parsed(w, rows[i][0]), rows[i][1]);
    }
}

static void titles_are_parsed(struct world *w)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"Plan the \"how\"", "Plan the \"how\""},
        {"*New* plans", "<em>New</em> plans"},
        {"# No heading", "# No heading"},
        {"1. No list", "1. No list"},
        {"- no list", "- no list"},
        {"> no quote", "> no quote"},
        {"```", "```"},
        {"| a | b |", "| a | b |"},
        {"===", "==="},
        {"  Blanks  ", "Blanks"},
        {"*a*", "<em>a</em>"},
        {"[[PP]]", "<ref 'PP'>PP</ref>"},
        {"2009", "2009"},
        {"4.2 Clause", "4.2 Clause"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(parsed_inline(w, rows[i][0]), rows[i][1]);
    }
}

/* What CommonMark takes for the definition of a link is a title like any other. */
static void a_title_is_no_link_definition(struct world *w)
{
    expect_str(parsed_inline(w, "[Draft]: Plan"), "[Draft]: Plan");
}

static void slices_lie_in_the_source(struct world *w)
{
    const char *source = "See [[PP/SP1.1|it]] and [t](x.html).";
    markdown_events events = {0};
    markdown_parse(&w->arena, str_of(source), &events);
    uint32_t n = 0;
    VEC_EACH (const struct markdown_event, event, &events)
        if (event->text.len) {
            assert_true(event->text.ptr >= source && event->text.ptr < source + strlen(source));
            n++;
        }
    assert_int_equal(n, 9);
}

/* Every kind of markup in its shortest form: false is certain. */
static void markup_is_announced(struct world *w)
{
    static const char *const marked[] = {"\\*", "`a`", "*a*",   "_a_", "[a]",  "<a>", "a > b", "&amp;",
                                         "!a",  "# a", "~~a~~", "|a|", "a\nb", "+ a", "- a",   "1. a"};
    static const char *const plain[] = {"", "a", "Plan the work", "ISO 20000", "सुरक्षा", "a, b; c: d. e? (f)"};
    for (size_t i = 0; i < LENGTH(marked); i++) {
        in_case("%s", marked[i]);
        expect_true(markdown_has_markup(str_of(marked[i])));
    }
    for (size_t i = 0; i < LENGTH(plain); i++) {
        in_case("%s", plain[i]);
        expect_false(markdown_has_markup(str_of(plain[i])));
        if (plain[i][0])
            expect_str(parsed(w, plain[i]), formatted(w, "<p>%s</p>", plain[i]));
    }
}

static void indented_code_is_markup(struct world *w)
{
    expect_str(parsed(w, "    a"), "<pre>a\n</pre>");
    assert_true(markdown_has_markup(STR("    a")));
    assert_true(markdown_has_markup(STR("\ta")));
}

static void schemes_are_found(struct world *w)
{
    static const char *const rows[][2] = {
        {"https://a", "https"},
        {"HTTP://a", "http"},
        {"mailto:x", "mailto"},
        {"a/b:c", ""},
        {"x.html", ""},
        {"", ""},
        {"//host", ""},
        {"java\tscript:x", "javascript"},
        {" javascript:x", "javascript"},
        {"java\nscript:x", "javascript"},
        {"1a:b", ""},
        {"a+b-c.1:d", "a+b-c.1"},
        {"#a:b", ""},
        {"?a:b", ""},
        {"\x01javascript:x", "javascript"},
        {"data:text/html,x", "data"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(markdown_scheme(&w->arena, str_of(rows[i][0])), rows[i][1]);
    }
}

static void addresses_are_decoded(struct world *w)
{
    static const char *const rows[][2] = {
        {"[t](a&amp;b)", "<p><a 'a&b'>t</a></p>"},
        {"[t](java&#115;cript:x)", "<p><a 'javascript:x'>t</a></p>"},
        {"[t](java&#x73;cript:x)", "<p><a 'javascript:x'>t</a></p>"},
        {"[t](&#x1F44D;)", "<p><a '👍'>t</a></p>"},
        {"[t](a\\)b)", "<p><a 'a)b'>t</a></p>"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(parsed(w, rows[i][0]), rows[i][1]);
    }
}

/* However long the address is: a scheme that is spelled with character references is found. */
static void long_addresses_are_decoded(struct world *w)
{
    const char *tail = repeated(w, "x", 300);
    expect_str(parsed(w, formatted(w, "[t](java&#115;cript:%s)", tail)),
               formatted(w, "<p><a 'javascript:%s'>t</a></p>", tail));
}

/* Nothing that is nested deeply, or opened and never closed, makes the parser slow. */
static void hostile_texts_end(struct world *w)
{
    static const char *const pieces[] = {"[",    "*a ", "`",  "[[",  "![",      "<",  "> ",       "- ",   "&",
                                         "[a](", "_",   "~~", "|\n", "**a *b ", "\\", "[a]: x\n", "a\n: "};
    for (size_t i = 0; i < LENGTH(pieces); i++) {
        markdown_events events = {0};
        struct arena arena = arena_on(&w->mem);
        in_case("%s", pieces[i]);
        const char *text = repeated(w, pieces[i], 20000);
        markdown_parse(&arena, str_of(text), &events);
        expect_true(events.n <= 3 * strlen(text));
        vec_free(&w->mem, &events);
        arena_free(&arena);
    }
}

UNIT_MAIN("markdown", UNIT(texts_are_parsed), UNIT(titles_are_parsed), UNIT(a_title_is_no_link_definition),
          UNIT(slices_lie_in_the_source), UNIT(markup_is_announced), UNIT(indented_code_is_markup),
          UNIT(schemes_are_found), UNIT(addresses_are_decoded), UNIT(long_addresses_are_decoded),
          UNIT(hostile_texts_end))
