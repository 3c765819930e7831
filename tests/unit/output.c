#include "base/output.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "unit/fixture.h"

static void add(struct world *w, struct output *out, const char *name, const char *content)
{
    struct buf text = buf_on(&w->mem);
    buf_text(&text, content);
    output_add(out, world_path(w, "out"), name, &text);
    buf_free(&text);
}

static const char *content_of(struct world *w, const char *name)
{
    struct file_bytes bytes;
    if (file_read(&w->mem, world_path(w, name), &bytes) != FILE_READ)
        return "-";
    return bytes.at;
}

static uint32_t entries_of(struct world *w, const char *name)
{
    uint32_t n = 0;
    DIR *folder = opendir(world_path(w, name));
    if (!folder)
        return 0;
    while (readdir(folder))
        n++;
    closedir(folder);
    return n - 2;
}

static void files_are_written_together(struct world *w)
{
    struct output *out;
    out = output_new(&w->mem);
    add(w, out, "a.txt", "one");
    add(w, out, "sub/b.txt", "two");
    add(w, out, "sub/deeper/c.txt", "");
    assert_string_equal(content_of(w, "out/a.txt"), "-");
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/a.txt"), "one");
    assert_string_equal(content_of(w, "out/sub/b.txt"), "two");
    assert_string_equal(content_of(w, "out/sub/deeper/c.txt"), "");
    assert_int_equal(entries_of(w, "out"), 2);
    assert_null(out->failed);
}

static void nothing_is_left_without_commit(struct world *w)
{
    struct output *out;
    out = output_new(&w->mem);
    add(w, out, "a.txt", "one");
    add(w, out, "sub/b.txt", "two");
    output_close(out);
    assert_int_equal(access(world_path(w, "out"), F_OK), -1);
}

static void old_files_are_replaced_and_strange_ones_kept(struct world *w)
{
    struct output *out;
    mkdir(world_path(w, "out"), 0777);
    world_write(w, "out/a.txt", "old");
    world_write(w, "out/other", "kept");
    out = output_new(&w->mem);
    add(w, out, "a.txt", "new");
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/a.txt"), "new");
    assert_string_equal(content_of(w, "out/other"), "kept");
    assert_int_equal(entries_of(w, "out"), 2);
}

static void equal_files_are_left_alone(struct world *w)
{
    struct output *out;
    struct stat before, after;
    mkdir(world_path(w, "out"), 0777);
    world_write(w, "out/a.txt", "same");
    stat(world_path(w, "out/a.txt"), &before);
    out = output_new(&w->mem);
    add(w, out, "a.txt", "same");
    assert_int_equal(out->files.n, 0);
    assert_true(output_commit(out));
    output_close(out);
    stat(world_path(w, "out/a.txt"), &after);
    assert_int_equal(before.st_ino, after.st_ino);
}

/* A folder stands where a file should go: what was moved goes back. */
static void a_failure_takes_everything_back(struct world *w)
{
    struct output *out;
    mkdir(world_path(w, "out"), 0777);
    world_write(w, "out/a.txt", "old");
    mkdir(world_path(w, "out/b.txt"), 0777);
    out = output_new(&w->mem);
    add(w, out, "a.txt", "new");
    add(w, out, "fresh/x.txt", "new");
    add(w, out, "b.txt", "new");
    add(w, out, "c.txt", "new");
    assert_false(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/a.txt"), "old");
    assert_string_equal(content_of(w, "out/c.txt"), "-");
    assert_int_equal(entries_of(w, "out"), 2);
    assert_non_null(out->failed);
    assert_true(strstr(out->failed, "b.txt") != NULL);
    assert_true(out->error != 0);
}

static void a_folder_that_cannot_be_made_is_reported(struct world *w)
{
    struct output *out;
    world_write(w, "out", "a file");
    out = output_new(&w->mem);
    add(w, out, "a.txt", "new");
    assert_non_null(out->failed);
    assert_int_equal(out->error, ENOTDIR);
    assert_false(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out"), "a file");
}

/* A link that the user made stays a link: what it leads to is written. */
static void links_are_followed(struct world *w)
{
    struct output *out;
    struct stat info;
    mkdir(world_path(w, "out"), 0777);
    world_write(w, "target.txt", "old");
    assert_int_equal(symlink("../target.txt", world_path(w, "out/a.txt")), 0);
    out = output_new(&w->mem);
    add(w, out, "a.txt", "new");
    assert_true(output_commit(out));
    output_close(out);
    assert_int_equal(lstat(world_path(w, "out/a.txt"), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_string_equal(content_of(w, "target.txt"), "new");
}

/* A file that only its owner may read is not opened to everybody by being written again. */
static void modes_are_kept(struct world *w)
{
    struct output *out;
    struct stat info;
    mkdir(world_path(w, "out"), 0777);
    chmod(world_write(w, "out/a.txt", "old"), 0600);
    out = output_new(&w->mem);
    add(w, out, "a.txt", "new");
    assert_true(output_commit(out));
    output_close(out);
    assert_int_equal(stat(world_path(w, "out/a.txt"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

/* A pipe or a device is no file that could be replaced: /dev/null must stay what it is. */
static void pipes_are_not_replaced(struct world *w)
{
    struct output *out;
    struct stat info;
    mkdir(world_path(w, "out"), 0777);
    assert_int_equal(mkfifo(world_path(w, "out/a.txt"), 0600), 0);
    out = output_new(&w->mem);
    add(w, out, "a.txt", "new");
    output_commit(out);
    output_close(out);
    assert_int_equal(lstat(world_path(w, "out/a.txt"), &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
}

/* What was staged does not stay behind when memory runs out and nobody closes the output. */
static void staged_files_go_with_the_session(struct world *w)
{
    struct mem mem = {.guard = w->mem.guard};
    struct output *out;
    struct buf text = buf_on(&mem);
    buf_text(&text, "one");
    out = output_new(&mem);
    output_add(out, world_path(w, "out"), "a.txt", &text);
    assert_null(out->failed);
    mem_release(&mem);
    assert_int_equal(access(world_path(w, "out"), F_OK), -1);
}

UNIT_MAIN("output", UNIT(files_are_written_together), UNIT(nothing_is_left_without_commit),
          UNIT(old_files_are_replaced_and_strange_ones_kept), UNIT(equal_files_are_left_alone),
          UNIT(a_failure_takes_everything_back), UNIT(a_folder_that_cannot_be_made_is_reported),
          UNIT(links_are_followed), UNIT(modes_are_kept), UNIT(pipes_are_not_replaced),
          UNIT(staged_files_go_with_the_session))
