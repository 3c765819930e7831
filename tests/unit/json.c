#include "base/json.h"

#include "unit/fixture.h"

static void values_are_written(struct world *w)
{
    struct buf out = buf_on(&w->mem);
    struct json json;
    json_begin(&json, &out);
    json_put_text(&json, "text", "a \"b\"\n");
    json_put_text(&json, "none", NULL);
    json_put_integer(&json, "least", INT64_MIN);
    json_put_bool(&json, "yes", true);
    json_put_null(&json, "null");
    json_put_maybe(&json, "nothing", STR_NONE);
    json_put_maybe(&json, "empty", STR(""));
    json_open_array(&json, "list");
    json_put_integer(&json, NULL, 1);
    json_open_object(&json, NULL);
    json_put_string(&json, "k", STR("v"));
    json_close(&json);
    json_close(&json);
    json_end(&json);
    expect_str(buf_as_str(&out),
               "{\"text\": \"a \\\"b\\\"\\n\", \"none\": null, \"least\": -9223372036854775808, \"yes\": true, "
               "\"null\": null, \"nothing\": null, \"empty\": \"\", \"list\": [1, {\"k\": \"v\"}]}");
    buf_free(&out);
}

static void strings_are_repaired(struct world *w)
{
    static const struct {
        struct str text;
        const char *wanted;
    } rows[] = {
        {TEXT(""), "\"\""},
        {TEXT("a\\b/c"), "\"a\\\\b/c\""},
        {TEXT("\0\1\x7f"), "\"\\u0000\\u0001\x7f\""},
        {TEXT("\xc3\xa4"), "\"\xc3\xa4\""},
        {TEXT("a\xff"
              "b"),
         "\"a\xef\xbf\xbd"
         "b\""},
        {TEXT("\xed\xa0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct buf out = buf_on(&w->mem);
        in_case("row %zu", i);
        json_add_string(&out, rows[i].text);
        expect_str(buf_as_str(&out), rows[i].wanted);
        buf_free(&out);
    }
}

UNIT_MAIN("json", UNIT(values_are_written), UNIT(strings_are_repaired))
