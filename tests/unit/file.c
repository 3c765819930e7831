#include "base/file.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/fixture.h"

static void expect_bytes(struct file_bytes bytes, const char *text, size_t n)
{
    expect_number(bytes.n, n);
    expect_number(memcmp(bytes.at, text, n), 0);
    for (uint32_t i = 0; i < FILE_PADDING; i++)
        expect_number(bytes.at[n + i], 0);
}

/* The padding is there whatever the length is, and NULs are bytes like others. */
static void files_are_read_whole(struct world *w)
{
    static const struct str rows[] = {
        TEXT(""), TEXT("a"), TEXT("a\0b"), TEXT("\0"), TEXT("no end of line"), TEXT("\xff\xfe\r\n")};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *path = world_path(w, "file");
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_int_equal(fwrite(rows[i].ptr, 1, rows[i].len, file), rows[i].len);
        fclose(file);
        struct file_bytes bytes;
        in_case("row %zu", i);
        expect_number(file_read(&w->mem, path, &bytes), FILE_READ);
        expect_bytes(bytes, rows[i].ptr, rows[i].len);
    }
}

static void what_is_no_file_is_told_apart(struct world *w)
{
    struct file_bytes bytes;
    const char *file = world_write(w, "file", "x");
    const char *pipe = world_path(w, "pipe");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    const struct {
        const char *path;
        enum file_status status;
    } rows[] = {
        {world_path(w, "nothing"), FILE_MISSING},
        {joined(w, file, "/below"), FILE_MISSING},
        {"", FILE_MISSING},
        {w->folder, FILE_FOLDER},
        {joined(w, w->folder, "/."), FILE_FOLDER},
        {pipe, FILE_NOT_REGULAR}, /* nobody waits for one who writes into it */
        {"/dev/zero", FILE_NOT_REGULAR},
        {joined(w, "/", repeated(w, "x", 5000)), FILE_FAILED},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%.60s", rows[i].path);
        expect_number(file_read(&w->mem, rows[i].path, &bytes), rows[i].status);
    }
}

/* A file with a hole takes no room, but reading it would. */
static void what_is_too_large_is_not_read(struct world *w)
{
    struct file_bytes bytes;
    const char *path = world_write(w, "large", "");
    assert_int_equal(truncate(path, (off_t)FILE_SIZE_MOST + 1), 0);
    expect_number(file_read(&w->mem, path, &bytes), FILE_TOO_LARGE);
}

/* Reads `n` times "0123456789" from standard input. */
static void read_stdin_of(struct world *w, uint32_t n)
{
    const char *text = repeated(w, "0123456789", n);
    FILE *file = tmpfile();
    assert_non_null(file);
    fputs(text, file);
    rewind(file);
    int saved = dup(STDIN_FILENO);
    dup2(fileno(file), STDIN_FILENO);
    struct file_bytes bytes;
    enum file_status status = file_read_stdin(&w->mem, &bytes);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    fclose(file);
    expect_number(status, FILE_READ);
    expect_bytes(bytes, text, strlen(text));
}

/* How long standard input is nobody knows before: the block grows. */
static void standard_input_is_read_whole(struct world *w)
{
    static const uint32_t rows[] = {0, 1, 409, 410, 5000, 100000};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%u times", rows[i]);
        read_stdin_of(w, rows[i]);
    }
}

static void links_are_resolved(struct world *w)
{
    const char *file = world_write(w, "file", "x");
    const char *link_path = world_path(w, "link");
    assert_int_equal(symlink("file", link_path), 0);
    struct str real = file_real_path(&w->arena, file);
    expect_str(file_real_path(&w->arena, link_path), real.ptr);
    expect_str(file_real_path(&w->arena, formatted(w, "%s/./../%s/file", w->folder, strrchr(w->folder, '/') + 1)),
               real.ptr);
    expect_true(file_real_path(&w->arena, world_path(w, "nothing")).ptr == NULL);
}

UNIT_MAIN("file", UNIT(files_are_read_whole), UNIT(what_is_no_file_is_told_apart), UNIT(what_is_too_large_is_not_read),
          UNIT(standard_input_is_read_whole), UNIT(links_are_resolved))
