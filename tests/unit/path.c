#include "base/path.h"

#include "unit/fixture.h"

static void paths_are_joined(struct world *w)
{
    static const char *const rows[][3] = {
        {"", "a", "a"},   {".", "a", "a"},         {"a", "b", "a/b"},   {"a/", "b", "a/b"}, {"a", "/b", "/b"},
        {"/", "b", "/b"}, {"a", "../b", "a/../b"}, {"a/b", "", "a/b/"}, {"", "", ""},       {"..", "x", "../x"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s + %s", rows[i][0], rows[i][1]);
        struct str path = path_join(&w->arena, str_of(rows[i][0]), str_of(rows[i][1]));
        expect_str(path, rows[i][2]);
        expect_number(strlen(path.ptr), path.len);
    }
}

static void paths_are_made_normal(struct world *w)
{
    static const char *const rows[][2] = {
        {"", "."},
        {".", "."},
        {"./", "."},
        {"a", "a"},
        {"./a", "a"},
        {"a/.", "a"},
        {"a//b", "a/b"},
        {"a/../b", "b"},
        {"a/..", "."},
        {"..", ".."},
        {"../a", "../a"},
        {"a/../../b", "../b"},
        {"../../a", "../../a"},
        {"/", "/"},
        {"//", "/"},
        {"/a", "/a"},
        {"/a/", "/a"},
        {"/..", "/"},
        {"/../a", "/a"},
        {"/a/..", "/"},
        {"/a/../b", "/b"},
        {"/a/b/../..", "/"},
        {"a/b/../../..", ".."},
        {"...", "..."},
        {"a/.../b", "a/.../b"},
        {"/a/./b/../c//d/", "/a/c/d"},
        {"../..", "../.."},
        {"x/../..", ".."},
        {"..a/..", "."},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        struct str normal = path_normal(&w->arena, str_of(rows[i][0]));
        expect_str(normal, rows[i][1]);
        expect_str(path_normal(&w->arena, normal), rows[i][1]);
        expect_number(strlen(normal.ptr), normal.len);
    }
}

static void paths_are_seen_from_folders(struct world *w)
{
    static const char *const rows[][3] = {
        {"/", "/a", "a"},          {"/a", "/a/b", "b"},    {"/a", "/a", "."}, {"/a/b", "/a", ".."},
        {"/a/b", "/c", "../../c"}, {"/a", "/ab", "../ab"}, {"/", "/", "."},   {"/a/b/c", "/a/x/c", "../../x/c"},
        {"/ab", "/a", "../a"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s from %s", rows[i][1], rows[i][0]);
        expect_str(path_relative(&w->arena, str_of(rows[i][0]), str_of(rows[i][1])), rows[i][2]);
    }
}

static void folders_are_cut_off(struct world *w)
{
    static const char *const rows[][2] = {{"a", "."},       {"a/b", "a"}, {"/a", "/"}, {"/", "/"},
                                          {"a/b/c", "a/b"}, {"", "."},    {"a/", "a"}, {"../x", ".."}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i][0]);
        expect_str(path_folder(&w->arena, str_of(rows[i][0])), rows[i][1]);
    }
}

static void paths_lie_in_folders(struct world *w)
{
    static const struct {
        const char *folder, *path;
        bool within;
    } rows[] = {
        {"/a", "/a", true},    {"/a", "/a/b", true}, {"/a", "/ab", false}, {"/", "/a", true},
        {"/a/b", "/a", false}, {"/a", "/", false},   {"/", "/", true},     {"/a", "/b/a", false},
    };
    (void)w;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s in %s", rows[i].path, rows[i].folder);
        expect_number(path_within(str_of(rows[i].folder), str_of(rows[i].path)), rows[i].within);
    }
}

/* Seen from a folder and joined to it again, a path is what it was. */
static void relative_and_join_are_inverse(struct world *w)
{
    static const char *const paths[] = {"/", "/a", "/b", "/a/b", "/a/bc", "/a/b/c", "/b/a", "/a/a/a"};
    for (size_t i = 0; i < LENGTH(paths); i++)
        for (size_t k = 0; k < LENGTH(paths); k++) {
            struct str relative = path_relative(&w->arena, str_of(paths[i]), str_of(paths[k]));
            struct str whole = path_normal(&w->arena, path_join(&w->arena, str_of(paths[i]), relative));
            in_case("%s from %s", paths[k], paths[i]);
            expect_str(whole, paths[k]);
        }
}

UNIT_MAIN("path", UNIT(paths_are_joined), UNIT(paths_are_made_normal), UNIT(paths_are_seen_from_folders),
          UNIT(folders_are_cut_off), UNIT(paths_lie_in_folders), UNIT(relative_and_join_are_inverse))
