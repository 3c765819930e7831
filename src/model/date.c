/* Dates as ISO 8601 writes them, and as people do. */

#include "model/date.h"

#include "model/args.h"

/* Months and days in the calendar; the day or the month may be left out. */
bool is_date(struct str text)
{
    static const uint8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.len != 4 && text.len != 7 && text.len != 10)
        return false;
    if (number_of(str_upto(text, 4)) < 0)
        return false;
    if (text.len == 4)
        return true;
    int64_t month = number_of((struct str){text.ptr + 5, 2});
    if (text.ptr[4] != '-' || month < 1 || month > 12)
        return false;
    if (text.len == 7)
        return true;
    int64_t day = number_of((struct str){text.ptr + 8, 2}), year = number_of(str_upto(text, 4));
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return text.ptr[7] == '-' && day >= 1 && day <= days[month - 1] - (month == 2 && !leap);
}

/* The numbers of a text, at most three; returns how many there are, 0 if there is more in it than numbers. */
static uint32_t numbers_in(struct str text, struct str numbers[3])
{
    uint32_t n = 0;
    for (uint32_t i = 0, end; i < text.len; i = end + 1) {
        for (end = i; end < text.len && is_digit(text.ptr[end]);)
            end++;
        if (end == i || n == 3 || (end < text.len && !strchr("./- ", text.ptr[end])))
            return 0;
        numbers[n++] = (struct str){text.ptr + i, end - i};
    }
    return n;
}

/* The order of the days of a date that is written with its year last: the day stands first before points, as
   everywhere where they are used, and where it is above 12. False if either may be the month. */
static bool day_is_first(struct str text, const struct str numbers[3], bool *first)
{
    int64_t a = number_of(numbers[0]), b = number_of(numbers[1]);
    *first = b <= 12;
    return a > 12 || b > 12 || memchr(text.ptr, '.', text.len);
}

/* Writes the day that is meant, as ISO 8601 does; false if that is not certain. */
static bool add_iso(struct buf *out, struct str text)
{
    struct str n[3];
    bool day_first;
    if (numbers_in(text, n) != 3)
        return false;
    if (n[0].len == 4)
        buf_printf(out, "%.*s-%02d-%02d", STR_ARGS(n[0]), (int)number_of(n[1]), (int)number_of(n[2]));
    else if (n[2].len == 4 && day_is_first(text, n, &day_first))
        buf_printf(out, "%.*s-%02d-%02d", STR_ARGS(n[2]), (int)number_of(n[day_first]), (int)number_of(n[!day_first]));
    return is_date(buf_as_str(out));
}

void report_not_date(struct builder *builder, struct span at, struct str text)
{
    struct finding *finding = report(builder->diag, at, MSG_not_a_date);
    bool is_quoted = source_text(builder->diag->sources, at).ptr[0] == '"';
    struct buf date = buf_on(builder->mem), written = buf_on(builder->mem);
    help(finding, MSG_help_date);
    if (add_iso(&date, text)) {
        buf_printf(&written, is_quoted ? "\"%.*s\"" : "%.*s", STR_ARGS(buf_as_str(&date)));
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&written))), at,
                 buf_as_str(&written));
    }
    buf_free(&date);
    buf_free(&written);
}
