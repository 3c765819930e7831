#include "source/source.h"

#include "unit/fixture.h"

static uint32_t add(struct world *w, const char *path, const char *text)
{
    struct file_bytes bytes = {(char *)(uintptr_t)joined(w, text, ""), (uint32_t)strlen(text)};
    return source_add(&w->sources, str_of(path), STR_NONE, bytes);
}

static void places_are_found(struct world *w)
{
    static const struct {
        const char *text;
        uint32_t byte, line, column, utf16_column;
    } rows[] = {
        {"", 0, 1, 1, 1},
        {"ab\ncd", 0, 1, 1, 1},
        {"ab\ncd", 2, 1, 3, 3},
        {"ab\ncd", 3, 2, 1, 1},
        {"ab\ncd", 5, 2, 3, 3},
        {"ab\n", 3, 2, 1, 1},
        {"\xef\xbb\xbf"
         "ab",
         4, 1, 2, 2},
        {"\xef\xbb\xbf"
         "ab",
         0, 1, 1, 1},
        {"\xc3\xa4x", 2, 1, 2, 2},
        {"\xf0\x9f\x98\x80x", 4, 1, 2, 3},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("row %zu", i);
        world_reset(w);
        add(w, "a", rows[i].text);
        struct location at = source_locate(&w->sources, w->sources.files.at[0].base + rows[i].byte);
        uint32_t line;
        source_line_of(&w->sources, w->sources.files.at[0].base + rows[i].byte, &line);
        expect_number(line, rows[i].line);
        expect_number(at.line, rows[i].line);
        expect_number(at.column, rows[i].column);
        expect_number(at.utf16_column, rows[i].utf16_column);
        expect_number(at.byte, rows[i].byte);
    }
}

/* Against counting, in lines that are longer than what is counted beforehand. */
static void columns_of_long_lines_are_right(struct world *w)
{
    static const char *const pieces[] = {"a", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "b"};
    struct buf text = buf_on(&w->mem);
    for (uint32_t i = 0; i < 6000; i++)
        buf_text(&text, i % 2999 == 0 ? "\n" : pieces[(i * i + i / 7) % LENGTH(pieces)]);
    add(w, "a", buf_cstr(&text));
    const struct source_file *file = &w->sources.files.at[0];
    uint32_t line = 1, column = 1, units = 1;
    for (uint32_t i = 0; i < file->len; i++) {
        unsigned char c = (unsigned char)file->text[i];
        if ((c & 0xc0) == 0x80)
            continue;
        struct location at = source_locate(&w->sources, file->base + i);
        in_case("byte %u", i);
        expect_number(at.line, line);
        expect_number(at.column, column);
        expect_number(at.utf16_column, units);
        column = c == '\n' ? 1 : column + 1;
        units = c == '\n' ? 1 : units + 1 + (c >= 0xf0);
        line += c == '\n';
    }
    buf_free(&text);
}

static void files_share_one_space(struct world *w)
{
    static const char *const texts[] = {"one", "", "three\n"};
    for (uint32_t i = 0; i < LENGTH(texts); i++)
        assert_int_equal(add(w, formatted(w, "file %u", i), texts[i]), i);
    for (uint32_t i = 0; i < LENGTH(texts); i++) {
        const struct source_file *file = &w->sources.files.at[i];
        assert_true(file->base > 0);
        assert_ptr_equal(source_of(&w->sources, file->base), file);
        assert_ptr_equal(source_of(&w->sources, file->base + file->len), file);
        expect_str(source_text(&w->sources, (struct span){file->base, file->base + file->len}), texts[i]);
    }
}

static void lines_come_without_their_ends(struct world *w)
{
    static const char *const lines[] = {"a", "", "b", "c\rd", ""};
    add(w, "a", "a\n\nb\r\nc\rd\n");
    for (uint32_t i = 0; i < LENGTH(lines); i++)
        expect_str(source_line(&w->sources, &w->sources.files.at[0], i + 1), lines[i]);
}

static void the_space_of_positions_ends(struct world *w)
{
    static char byte[4];
    struct file_bytes large = {byte, UINT32_MAX / 2}; /* never read */
    assert_int_equal(source_add(&w->sources, STR("a"), STR_NONE, large), 0);
    assert_int_equal(source_add(&w->sources, STR("b"), STR_NONE, large), UINT32_MAX);
    assert_int_equal(w->sources.files.n, 1);
}

UNIT_MAIN("source", UNIT(places_are_found), UNIT(columns_of_long_lines_are_right), UNIT(files_share_one_space),
          UNIT(lines_come_without_their_ends), UNIT(the_space_of_positions_ends))
