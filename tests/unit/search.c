#include "source/search.h"

#include <sys/stat.h>
#include <unistd.h>

#include "unit/fixture.h"

/* A search from the folder of the test, with the folder `lib` beside its own. */
struct place {
    char before[4096];
    struct search search;
    struct source_file from;
};

static void enter(struct world *w, struct place *place)
{
    mkdir(world_path(w, "work"), 0777);
    mkdir(world_path(w, "work/sub"), 0777);
    mkdir(world_path(w, "lib"), 0777);
    mkdir(world_path(w, "outside"), 0777);
    world_write(w, "work/a.prm", "a");
    world_write(w, "work/sub/b.prm", "b");
    world_write(w, "lib/c.prm", "c");
    world_write(w, "lib/a.prm", "another a");
    world_write(w, "outside/d.prm", "d");
    assert_int_equal(symlink("../outside/d.prm", world_path(w, "work/link.prm")), 0);
    assert_int_equal(symlink("a.prm", world_path(w, "work/inner-link.prm")), 0);
    assert_non_null(getcwd(place->before, sizeof place->before));
    assert_int_equal(chdir(world_path(w, "work")), 0);
    search_init(&place->search, &w->arena);
    search_add(&place->search, "../lib");
    search_add(&place->search, "../nowhere");
    place->from = (struct source_file){.path = STR("sub/b.prm")};
}

static void leave(const struct place *place)
{
    assert_int_equal(chdir(place->before), 0);
}

static void imports_are_looked_up(struct world *w)
{
    static const struct {
        const char *from, *name;
        enum import_status status;
        const char *path;
    } rows[] = {
        {"a.prm", "sub/b.prm", IMPORT_FOUND, "sub/b.prm"},
        {"a.prm", "./sub/../a.prm", IMPORT_FOUND, "a.prm"},
        {"sub/b.prm", "../a.prm", IMPORT_FOUND, "a.prm"},
        {"sub/b.prm", "c.prm", IMPORT_FOUND, "../lib/c.prm"},
        {"sub/b.prm", "a.prm", IMPORT_FOUND, "../lib/a.prm"}, /* not beside the file: in the folder of -I */
        {"a.prm", "a.prm", IMPORT_FOUND, "a.prm"},            /* beside the file first */
        {"<stdin>", "a.prm", IMPORT_FOUND, "a.prm"},
        {"a.prm", "inner-link.prm", IMPORT_FOUND, "inner-link.prm"},
        {"a.prm", "x.prm", IMPORT_MISSING, NULL},
        {"a.prm", "../lib/c.prm", IMPORT_FOUND, "../lib/c.prm"},
        {"a.prm", "../outside/d.prm", IMPORT_ESCAPES, NULL},
        {"a.prm", "../outside/nothing.prm", IMPORT_ESCAPES, NULL},
        {"a.prm", "link.prm", IMPORT_ESCAPES, NULL},
        {"a.prm", "/etc/passwd", IMPORT_ESCAPES, NULL},
        {"a.prm", "/nowhere/x", IMPORT_ESCAPES, NULL},
        {"../lib/c.prm", "a.prm", IMPORT_FOUND, "../lib/a.prm"},
    };
    struct place place;
    enter(w, &place);
    assert_int_equal(place.search.folders.n, 1);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        place.from.path = str_of(rows[i].from);
        struct import_result result = search_import(&place.search, &place.from, str_of(rows[i].name));
        in_case("%s from %s", rows[i].name, rows[i].from);
        expect_number(result.status, rows[i].status);
        if (rows[i].path)
            expect_str(result.path, rows[i].path);
    }
    leave(&place);
}

static void what_was_tried_is_told(struct world *w)
{
    struct place place;
    enter(w, &place);
    struct import_result result = search_import(&place.search, &place.from, STR("x.prm"));
    expect_str(result.tried, "sub/x.prm, ../lib/x.prm");
    leave(&place);
}

static void paths_are_shown_from_the_working_folder(struct world *w)
{
    struct place place;
    enter(w, &place);
    expect_str(search_shown(&place.search, STR("./sub//b.prm")), "sub/b.prm");
    expect_str(search_shown(&place.search, STR("../lib/c.prm")), "../lib/c.prm");
    expect_str(search_shown(&place.search, str_of(world_path(w, "lib/c.prm"))), "../lib/c.prm");
    expect_str(search_shown(&place.search, str_of(world_path(w, "work/a.prm"))), "a.prm");
    leave(&place);
}

/* Where nobody can say what the working folder is, nothing lies in it. */
static void a_working_folder_that_is_gone_allows_nothing(struct world *w)
{
    struct place place;
    enter(w, &place);
    mkdir(world_path(w, "gone"), 0777);
    assert_int_equal(chdir(world_path(w, "gone")), 0);
    assert_int_equal(rmdir(world_path(w, "gone")), 0);
    struct search search;
    search_init(&search, &w->arena);
    place.from.path = str_of(world_path(w, "work/a.prm"));
    struct import_result result = search_import(&search, &place.from, STR("/etc/passwd"));
    leave(&place);
    assert_int_equal(result.status, IMPORT_ESCAPES);
}

UNIT_MAIN("search", UNIT(imports_are_looked_up), UNIT(what_was_tried_is_told),
          UNIT(paths_are_shown_from_the_working_folder), UNIT(a_working_folder_that_is_gone_allows_nothing))
