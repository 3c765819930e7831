#include "emit/csv.h"

#include "unit/fixture.h"

static void cells_are_quoted(struct world *w)
{
    static const struct {
        struct str text;
        const char *cell;
    } rows[] = {
        {TEXT(""), "\"\","},           {TEXT("a"), "\"a\","},
        {TEXT("a, b"), "\"a, b\","},   {TEXT("say \"it\""), "\"say \"\"it\"\"\","},
        {TEXT("\""), "\"\"\"\","},     {TEXT("a\nb\r\n"), "\"a\nb\r\n\","},
        {TEXT("=1+1"), "\"'=1+1\","},  {TEXT("+1"), "\"'+1\","},
        {TEXT("-1"), "\"'-1\","},      {TEXT("@a"), "\"'@a\","},
        {TEXT("\ta"), "\"'\ta\","},    {TEXT("\ra"), "\"'\ra\","},
        {TEXT("a=1"), "\"a=1\","},     {TEXT(" =1"), "\" =1\","},
        {TEXT("\"=1"), "\"\"\"=1\","}, {TEXT("'a"), "\"'a\","},
        {TEXT("सुरक्षा"), "\"सुरक्षा\","},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct buf out = buf_on(&w->mem);
        in_case("%s", rows[i].text.ptr);
        csv_cell(&out, rows[i].text, false);
        expect_str(buf_as_str(&out), rows[i].cell);
        buf_free(&out);
    }
}

/* A text that begins with a NUL is no formula, and the NUL is kept. */
static void nul_is_no_formula(struct world *w)
{
    struct buf out = buf_on(&w->mem);
    csv_cell(&out, (struct str)TEXT("\0a"), true);
    struct str wanted = TEXT("\"\0a\"\r\n");
    assert_true(str_eq(buf_as_str(&out), wanted));
}

static void the_last_cell_ends_the_record(struct world *w)
{
    struct buf out = buf_on(&w->mem);
    csv_cell(&out, STR("a"), false);
    csv_cell(&out, STR("b"), true);
    csv_cell(&out, STR_NONE, true);
    expect_str(buf_as_str(&out), "\"a\",\"b\"\r\n\"\"\r\n");
}

UNIT_MAIN("csv", UNIT(cells_are_quoted), UNIT(nul_is_no_formula), UNIT(the_last_cell_ends_the_record))
