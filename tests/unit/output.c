#include "base/output.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/staged.h"

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

/* ---- Manifests ---- */

/* A run that writes files of "out" with a manifest; NULL behind the last. */
static struct output *run_of(struct world *w, const char *const *names)
{
    struct output *out = output_new(&w->mem);
    for (; *names; names++)
        add(w, out, *names, *names);
    output_manifest(out, world_path(w, "out"), ".ours");
    return out;
}

static void what_is_not_made_again_is_removed(struct world *w)
{
    const char *const first[] = {"a", "old/b", "old/deep/c", NULL}, *const second[] = {"a", "new", NULL};
    struct output *out = run_of(w, first);
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/.ours"), "a\nold/b\nold/deep/c\n");
    world_write(w, "out/old/mine", "kept");
    out = run_of(w, second);
    assert_int_equal(out->n_foreign, 1);
    assert_true(strstr(out->foreign, "old/mine") != NULL);
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/.ours"), "a\nnew\n");
    assert_string_equal(content_of(w, "out/old/mine"), "kept");
    assert_int_equal(entries_of(w, "out/old"), 1);
}

/* Nothing outside of the folder, no folder, nothing hidden, and no file of this run in another case. */
static void a_manifest_cannot_name_what_is_not_of_it(struct world *w)
{
    const char *const names[] = {"a", NULL};
    struct output *out;
    mkdir(world_path(w, "out"), 0777);
    mkdir(world_path(w, "out/folder"), 0777);
    world_write(w, "outside", "kept");
    world_write(w, "out/.hidden", "kept");
    world_write(w, "out/A", "kept");
    world_write(w, "out/.ours", "../outside\n./../outside\nfolder/../../outside\n/etc/passwd\n\nfolder\n.hidden\nA\n");
    out = run_of(w, names);
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "outside"), "kept");
    assert_string_equal(content_of(w, "out/.hidden"), "kept");
    assert_string_equal(content_of(w, "out/A"), "kept");
    assert_int_equal(access(world_path(w, "out/folder"), F_OK), 0);
}

static void a_failure_brings_back_what_was_removed(struct world *w)
{
    const char *const first[] = {"a", "b/c", NULL}, *const second[] = {"a", NULL};
    struct output *out = run_of(w, first);
    assert_true(output_commit(out));
    output_close(out);
    out = run_of(w, second);
    out->files.at[0].backup = "/nowhere/at/all"; /* of the removal: it comes last */
    assert_null(out->files.at[0].staged);
    assert_false(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/b/c"), "b/c");
    assert_string_equal(content_of(w, "out/.ours"), "a\nb/c\n");
    assert_int_equal(entries_of(w, "out"), 3);
}

/* What pages load moves before them, and each index behind them. */
static void pages_move_in_turns(struct world *w)
{
    static const char *const names[] = {"index.html", "page.html", "new.html", "style.css", NULL};
    mkdir(world_path(w, "out"), 0777);
    world_write(w, "out/page.html", "old");
    struct output *out = run_of(w, names);
    assert_true(out->files.at[3].turn < out->files.at[2].turn);
    assert_true(out->files.at[2].turn < out->files.at[1].turn);
    assert_true(out->files.at[1].turn < out->files.at[0].turn);
    output_close(out);
}

/* What a process stages of its own accord is in place only when the other one takes it and commits. */
static void files_of_other_processes_are_taken(struct world *w)
{
    uint32_t next = 0;
    const char *root = world_path(w, "out");
    mkdir(root, 0777);
    world_write(w, "out/same", "old");
    struct output *out = output_new(&w->mem);
    output_share(out, root);
    struct output_note same = add_apart(w, out, &next, "same", "old");
    struct output_note one = add_apart(w, out, &next, "sub/a.html", "one");
    struct output_note two = add_apart(w, out, &next, "b.html", "two");
    assert_true(!same.staged && !same.error && one.staged && two.staged && next == 2);
    output_take(out, 3, root, "same", same);
    output_take(out, 3, root, "sub/a.html", one);
    output_take(out, 3, root, "b.html", two);
    assert_int_equal(out->names.n, 3);
    assert_string_equal(content_of(w, "out/b.html"), "-");
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/sub/a.html"), "one");
    assert_string_equal(content_of(w, "out/b.html"), "two");
    assert_int_equal(entries_of(w, "out"), 3);
}

static void what_nobody_took_goes_with_the_staging_folder(struct world *w)
{
    uint32_t next = 0;
    struct output *out = output_new(&w->mem);
    output_share(out, world_path(w, "out"));
    add_apart(w, out, &next, "a.html", "one");
    add_apart(w, out, &next, "b.html", "two");
    output_close(out);
    assert_int_equal(access(world_path(w, "out"), F_OK), -1);
}

static void failures_of_other_processes_are_known(struct world *w)
{
    uint32_t next = 0;
    const char *root = world_path(w, "out");
    mkdir(root, 0777);
    mkdir(world_path(w, "out/b.html"), 0777);
    struct output *out = output_new(&w->mem);
    output_share(out, root);
    struct output_note note = add_apart(w, out, &next, "b.html", "two");
    assert_int_equal(note.error, EISDIR);
    out->failed = NULL; /* the other process does not know of it yet */
    output_take(out, 3, root, "b.html", note);
    assert_true(out->failed && strstr(out->failed, "b.html") != NULL);
    assert_int_equal(out->error, EISDIR);
    assert_false(output_commit(out));
    output_close(out);
    assert_int_equal(entries_of(w, "out"), 1);
}

static void without_a_folder_other_processes_fail(struct world *w)
{
    uint32_t next = 0;
    world_write(w, "out", "a file");
    struct output *out = output_new(&w->mem);
    output_share(out, world_path(w, "out"));
    assert_null(out->failed);
    struct output_note note = add_apart(w, out, &next, "a.html", "one");
    assert_true(!note.staged && note.error == ENOTDIR);
    output_close(out);
    assert_string_equal(content_of(w, "out"), "a file");
}

UNIT_MAIN("output", UNIT(without_a_folder_other_processes_fail), UNIT(files_of_other_processes_are_taken),
          UNIT(what_nobody_took_goes_with_the_staging_folder), UNIT(failures_of_other_processes_are_known),
          UNIT(files_are_written_together), UNIT(nothing_is_left_without_commit),
          UNIT(old_files_are_replaced_and_strange_ones_kept), UNIT(equal_files_are_left_alone),
          UNIT(a_failure_takes_everything_back), UNIT(a_folder_that_cannot_be_made_is_reported),
          UNIT(links_are_followed), UNIT(modes_are_kept), UNIT(pipes_are_not_replaced),
          UNIT(staged_files_go_with_the_session), UNIT(what_is_not_made_again_is_removed),
          UNIT(a_manifest_cannot_name_what_is_not_of_it), UNIT(a_failure_brings_back_what_was_removed),
          UNIT(pages_move_in_turns))
