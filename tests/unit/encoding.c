#include "syntax/encoding.h"

#include "unit/fixture.h"

/* Checks bytes as a file of a session that is empty but for it. */
static bool check_bytes(struct world *w, const char *text, size_t n)
{
    world_reset(w);
    char *copy = mem_alloc(&w->mem, n + FILE_PADDING);
    memcpy(copy, text, n);
    memset(copy + n, 0, FILE_PADDING);
    uint32_t file = source_add(&w->sources, STR("<test>"), STR_NONE, (struct file_bytes){copy, (uint32_t)n});
    return encoding_check(&w->diag, &w->sources.files.at[file]);
}

static void bytes_are_judged(struct world *w)
{
    static const struct {
        struct str bytes;
        const char *findings;
    } rows[] = {
        {TEXT(""), ""},
        {TEXT("model M {\r\n\t\n}\n"), ""},
        {TEXT("सुरक्षा 👍 é"), ""},
        {TEXT("\xef\xbb\xbf"
              "a"),
         ""},
        {TEXT("\xef\xbb\xbf"), ""},
        {TEXT("\xef\xbb"), "invalid-utf8 1:1, invalid-utf8 1:2"},
        {TEXT("a\xef\xbb\xbf"
              "b"),
         "hidden-control-character 1:2"},                                   /* a mark is one at the beginning only */
        {TEXT("\xef\xbb\xbf\xef\xbb\xbf"), "hidden-control-character 1:1"}, /* it has no column */
        {TEXT("a\0b"), "hidden-control-character 1:2"},
        {TEXT("a\x7f"
              "b\x1b"),
         "hidden-control-character 1:2, hidden-control-character 1:4"},
        {TEXT("a\rb\r\nc\r"), "syntax-error 1:2, syntax-error 2:2"},
        {TEXT("\r\r\n"), "syntax-error 1:1"},
        {TEXT("\xff"), "invalid-utf8 1:1"},
        {TEXT("\xc0\x80"), "invalid-utf8 1:1, invalid-utf8 1:2"},
        {TEXT("\xed\xa0\x80"), "invalid-utf8 1:1, invalid-utf8 1:2, invalid-utf8 1:2"},
        {TEXT("caf\xe9 x"), "invalid-utf8 1:4"},
        {TEXT("abc\xe2\x80"), "invalid-utf8 1:4, invalid-utf8 1:5"}, /* cut off at the end */
        {TEXT("12345678\x01"), "hidden-control-character 1:9"},      /* where eight bytes are looked at at once */
        {TEXT("1234567\x01"), "hidden-control-character 1:8"},
        {TEXT("a\u202e"
              "b"),
         "hidden-control-character 1:2"},
        {TEXT("a\u200b"
              "b\u00ad\u2060"),
         "hidden-control-character 1:2, hidden-control-character 1:4, hidden-control-character 1:5"},
        {TEXT("a\u2028"
              "b"),
         "hidden-control-character 1:2"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].bytes.ptr);
        expect_true(check_bytes(w, rows[i].bytes.ptr, rows[i].bytes.len));
        expect_findings(w, rows[i].findings);
    }
}

/* Joiners and direction marks are spelling in some scripts and a trick in others. */
static void joiners_are_spelling(struct world *w)
{
    static const struct {
        const char *text;
        bool fine;
    } rows[] = {
        {"क\u094d\u200dष", true}, {"क\u094d\u200cष", true}, {"a\u200db", false}, {"a\u200cb", false},
        {"\u200dक", false},       {"👩\u200d💻", true},       {"👩\u200c💻", false}, {"a\u200d👩", true},
        {"\u200d", false},        {"א\u200e1", true},       {"1\u200fא", true},  {"a\u200eb", false},
        {"\u200f", false},        {"ا\u200d", false},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].text);
        expect_true(check_bytes(w, rows[i].text, strlen(rows[i].text)));
        expect_number(w->diag.findings.n, !rows[i].fine);
    }
}

static void what_is_no_text_is_not_read(struct world *w)
{
    expect_false(check_bytes(w, "\xff\xfem\0", 4));
    expect_findings(w, "invalid-utf8 1:1");
    expect_false(check_bytes(w, "\xfe\xff\0m", 4));
    expect_number(w->diag.findings.n, 1);
    const char *noise = repeated(w, "\xff", 1000);
    char copy[1000];
    memcpy(copy, noise, sizeof copy);
    expect_true(check_bytes(w, copy, 19));
    expect_false(check_bytes(w, copy, 20));
    expect_false(check_bytes(w, copy, sizeof copy));
    expect_number(w->diag.findings.n, 20);
}

UNIT_MAIN("encoding", UNIT(bytes_are_judged), UNIT(joiners_are_spelling), UNIT(what_is_no_text_is_not_read))
