#include "syntax/literal.h"

#include "unit/fixture.h"

static const struct {
    const char *source, *text;
} literals[] = {
    {"\"\"", ""},
    {"\"a\"", "a"},
    {"\"a b\"", "a b"},
    {"\"a\\\"b\"", "a\"b"},
    {"\"\\\\\"", "\\"},
    {"\"\\\\\\\"\"", "\\\""},
    {"\"\\n \\* \\t\"", "\\n \\* \\t"}, /* Markdown's own */
    {"\"\\\"", "\""},                   /* not closed: the last quote is escaped */
    {"\"", ""},
    {"\"a", "a"},
    {"\"a\\", "a\\"},
    {"\xe2\x80\x9c"
     "a\xe2\x80\x9d",
     "a"},
    {"\xe2\x80\x9c"
     "a\"",
     "a"},
    {"\xe2\x80\x9e"
     "a",
     "a"},
    {"\xe2\x80\x9c", ""},
    {"\xc2\xab"
     "a\xc2\xbb",
     "a"},
    {"\xc2\xab", ""},
    {"\"\"\"\n\"\"\"", ""},
    {"\"\"\"\na\n\"\"\"", "a"},
    {"\"\"\"  \n  a\n    b\n\n  c\n  \"\"\"", "a\n  b\n\nc"},
    {"\"\"\"\n a\n  \"\"\"", "a"}, /* less deep than the last line */
    {"\"\"\"\n\n\"\"\"", ""},
    {"\"\"\"\n\na\n\n\"\"\"", "\na\n"},
    {"\"\"\"\r\na\r\nb\r\n\"\"\"", "a\nb"},
    {"\"\"\"\n\ta\n\t\"\"\"", "a"},
    {"\"\"\"\n\"a\" \\\" \\\\\n\"\"\"", "\"a\" \\\" \\\\"}, /* nothing is escaped in a block */
    {"\"\"\"\na\nb", "a\nb"},                               /* not closed */
    {"\"\"\"\na \"\"\"", "a \"\"\""},
    {"\"\"\"\n", ""},
};

static void texts_are_read(struct world *w)
{
    for (size_t i = 0; i < LENGTH(literals); i++) {
        in_case("%s", literals[i].source);
        expect_str(literal_text(&w->arena, str_of(literals[i].source)), literals[i].text);
    }
}

/* What is at an offset of the text is at the offset of the source, as long as it is no escape. */
static void offsets_lead_to_what_is_there(struct world *w)
{
    for (size_t i = 0; i < LENGTH(literals); i++) {
        struct str source = str_of(literals[i].source), text = literal_text(&w->arena, source);
        uint32_t before = 0;
        for (uint32_t at = 0; at <= text.len; at++) {
            uint32_t offset = literal_offset(source, at);
            in_case("%s at %u", literals[i].source, at);
            expect_true(offset <= source.len && offset >= before);
            before = offset;
            if (at == text.len || source.ptr[offset] == '\r')
                continue;
            bool escaped = source.ptr[offset] == '\\' && source.ptr[offset + 1] == text.ptr[at];
            expect_number(source.ptr[offset + escaped], text.ptr[at]);
        }
    }
}

/* The source of the first `part` in the text of a literal that begins at position 100. */
static struct str spanned(struct world *w, const char *literal, const char *part)
{
    struct str source = str_of(literal), text = literal_text(&w->arena, source);
    const char *copy = formatted(w, "%.*s", STR_ARGS(text)), *found = strstr(copy, part);
    assert_non_null(found);
    struct str slice = {text.ptr + (found - copy), (uint32_t)strlen(part)};
    struct span at = {100, 100 + source.len}, span = literal_span(source, at, text, slice);
    return (struct str){literal + span.start - 100, span.end - span.start};
}

static void parts_are_found_in_the_source(struct world *w)
{
    static const char *const rows[][3] = {
        {"\"see it all\"", "it", "it"},
        {"\"see it all\"", "see it all", "see it all"},
        {"\"a \\\"b\\\" c\"", "b", "b"},
        {"\"a \\\"b\\\" c\"", "\"b\"", "\\\"b\\\""},
        {"\"a \\\\ c\"", "c", "c"},
        {"\"\"\"\n    one\n    two words\n    \"\"\"", "two", "two"},
        {"\"\"\"\n    one\n    two words\n    \"\"\"", "one\ntwo", "one\n    two"},
        {"\"\"\"\r\n  one\r\n  two\r\n  \"\"\"", "two", "two"},
        {"\xe2\x80\x9csee it\xe2\x80\x9d", "it", "it"},
        {"\"\xe0\xa4\xb8\xe0\xa5\x81 it\"", "it", "it"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s in %s", rows[i][1], rows[i][0]);
        expect_str(spanned(w, rows[i][0], rows[i][1]), rows[i][2]);
    }
}

/* Of what is no slice of the text the whole literal is shown. */
static void other_texts_are_nowhere(struct world *w)
{
    struct str source = STR("\"see it\""), text = literal_text(&w->arena, source);
    struct span at = {7, 7 + source.len};
    static const char other[] = "it";
    struct span span = literal_span(source, at, text, str_of(other));
    expect_number(span.start, at.start);
    expect_number(span.end, at.end);
    span = literal_span(source, at, text, (struct str){text.ptr + 4, 3});
    expect_number(span.end, at.end);
    expect_number(span.start, at.start);
}

UNIT_MAIN("literal", UNIT(texts_are_read), UNIT(offsets_lead_to_what_is_there), UNIT(parts_are_found_in_the_source),
          UNIT(other_texts_are_nowhere))
