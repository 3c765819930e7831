/* A folder that is new as a whole. */

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/staged.h"

/* An output with files of "out", which is not there yet, and of "beside". */
static struct output *whole_of(struct world *w, const char *beside)
{
    struct output *out = output_new(&w->mem);
    struct buf text = buf_on(&w->mem);
    buf_text(&text, "beside");
    output_whole(out, world_path(w, "out"));
    add(w, out, "a.html", "one");
    add(w, out, "sub/deeper/b.html", "two");
    output_add(out, w->folder, beside, &text);
    buf_free(&text);
    return out;
}

static void a_new_folder_comes_whole(struct world *w)
{
    struct output *out = whole_of(w, "beside.txt");
    assert_int_equal(access(world_path(w, "out"), F_OK), -1);
    assert_int_equal(out->files.n, 2); /* the folder, and what is beside it */
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/a.html"), "one");
    assert_string_equal(content_of(w, "out/sub/deeper/b.html"), "two");
    assert_string_equal(content_of(w, "beside.txt"), "beside");
    assert_int_equal(entries_of(w, "."), 2);
    struct stat made, usual;
    mkdir(world_path(w, "usual"), 0777);
    assert_int_equal(stat(world_path(w, "out"), &made) + stat(world_path(w, "usual"), &usual), 0);
    assert_int_equal(made.st_mode, usual.st_mode);
}

static void a_new_folder_is_taken_back_whole(struct world *w)
{
    output_close(whole_of(w, "beside.txt"));
    assert_int_equal(entries_of(w, "."), 0);
    struct output *out = whole_of(w, "beside.txt");
    mkdir(world_path(w, "beside.txt"), 0777); /* the folder moves, this file cannot */
    assert_false(output_commit(out));
    output_close(out);
    assert_int_equal(entries_of(w, "."), 1);
    assert_int_equal(access(world_path(w, "out"), F_OK), -1);
}

/* Somebody else makes the folder meanwhile. */
static void a_folder_that_comes_between_is_kept(struct world *w)
{
    struct output *out = whole_of(w, "beside.txt");
    mkdir(world_path(w, "out"), 0777);
    world_write(w, "out/theirs.txt", "theirs");
    assert_false(output_commit(out));
    assert_string_equal(out->failed, world_path(w, "out"));
    output_close(out);
    assert_string_equal(content_of(w, "out/theirs.txt"), "theirs");
    assert_int_equal(entries_of(w, "."), 1);
}

static void a_folder_that_is_there_is_not_new(struct world *w)
{
    mkdir(world_path(w, "out"), 0777);
    world_write(w, "out/kept.txt", "kept");
    struct output *out = whole_of(w, "beside.txt");
    assert_int_equal(out->whole.len, 0);
    assert_true(output_commit(out));
    output_close(out);
    assert_int_equal(entries_of(w, "out"), 3);
}

/* Other processes put their files into the folder as well, each making what is not there yet. */
static void others_stage_into_a_new_folder(struct world *w)
{
    struct output *out = output_new(&w->mem);
    struct output_note notes[2];
    uint32_t next[2] = {0, 0};
    char root[200];
    snprintf(root, sizeof root, "%s/", world_path(w, "out")); /* the slash makes no difference */
    output_whole(out, root);
    output_share(out, world_path(w, "out"));
    notes[0] = add_apart(w, out, &next[0], "sub/a.html", "one");
    notes[1] = add_apart(w, out, &next[1], "sub/b.html", "two");
    struct output_note again = add_apart(w, out, &next[1], "sub/b.html", "three");
    assert_true(notes[0].error == 0 && notes[1].error == 0 && again.error == EEXIST);
    out->failed = NULL;
    output_take(out, 0, world_path(w, "out"), "sub/a.html", notes[0]);
    output_take(out, 1, world_path(w, "out"), "sub/b.html", notes[1]);
    assert_int_equal(out->names.n, 2);
    assert_true(output_commit(out));
    output_close(out);
    assert_string_equal(content_of(w, "out/sub/a.html"), "one");
    assert_string_equal(content_of(w, "out/sub/b.html"), "two");
    assert_int_equal(entries_of(w, "."), 1);
}

/* "far/../out" is beside what `far` leads to, which the text of the path does not say. */
static void a_winding_path_is_not_whole(struct world *w)
{
    char root[200];
    struct output *out = output_new(&w->mem);
    mkdir(world_path(w, "real"), 0777);
    mkdir(world_path(w, "real/deep"), 0777);
    assert_int_equal(symlink("real/deep", world_path(w, "far")), 0);
    snprintf(root, sizeof root, "%s/../out", world_path(w, "far"));
    output_whole(out, root);
    assert_int_equal(out->whole.len, 0);
    output_close(out);
}

UNIT_MAIN("output_whole", UNIT(others_stage_into_a_new_folder), UNIT(a_winding_path_is_not_whole),
          UNIT(a_new_folder_comes_whole), UNIT(a_new_folder_is_taken_back_whole),
          UNIT(a_folder_that_comes_between_is_kept), UNIT(a_folder_that_is_there_is_not_new))
