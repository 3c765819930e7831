#include "syntax/load.h"

#include <sys/stat.h>
#include <unistd.h>

#include "unit/fixture.h"

static const char ARCHITECTURE[] = "architecture A {\n  contains x *\n  component x\n}\n";

/* Writes files "name|content" into the folder of the test, reads the first, and gives the findings with the
   paths cut to their names. */
static struct str findings_of_files(struct world *w, const char *const (*files)[2], size_t n)
{
    world_reset(w);
    for (size_t i = 0; i < n; i++)
        world_write(w, files[i][0], files[i][1]);
    world_load(w, world_path(w, files[0][0]));
    VEC_EACH (struct source_file, file, &w->sources.files) {
        const char *slash = strrchr(file->path.ptr, '/');
        if (slash)
            file->path = str_of(slash + 1);
    }
    world_build(w);
    return world_findings(w);
}

#define FILES(...)                                              \
    findings_of_files(w, (const char *const[][2]){__VA_ARGS__}, \
                      sizeof(const char *const[][2]){__VA_ARGS__} / sizeof(const char *[2]))

static void imports_are_followed(struct world *w)
{
    expect_str(FILES({"a.prm", "import \"b.prm\"\nimport \"c.prm\"\nmodel M {\n  architecture A\n  x \"X\"\n}\n"},
                     {"b.prm", "import \"c.prm\"\n# nothing more\n"}, {"c.prm", ARCHITECTURE}),
               "");
    assert_int_equal(w->units.at.n, 3);
    expect_str(w->sources.files.at[1].path, "b.prm");
    expect_str(w->sources.files.at[2].path, "c.prm");
    for (uint32_t from = 0; from < 3; from++)
        for (uint32_t to = 0; to < 3; to++)
            assert_int_equal(unit_sees(&w->units, from, to), from <= to);
}

static void a_file_is_read_once(struct world *w)
{
    world_write(w, "a.prm", ARCHITECTURE);
    world_load(w, world_path(w, "a.prm"));
    world_load(w, world_path(w, "./a.prm"));
    assert_int_equal(symlink("a.prm", world_path(w, "link.prm")), 0);
    world_load(w, world_path(w, "link.prm"));
    assert_int_equal(w->units.at.n, 1);
}

static void rings_are_reported_once(struct world *w)
{
    expect_str(FILES({"a.prm", "import \"a.prm\"\n"}), "import-cycle 1:8");
    expect_str(FILES({"a.prm", "import \"b.prm\"\n"}, {"b.prm", "import \"c.prm\"\n"},
                     {"c.prm", "import \"b.prm\"\nimport \"a.prm\"\n"}),
               "import-cycle c.prm:1:8, import-cycle c.prm:2:8");
    assert_int_equal(w->diag.findings.at[1]->labels.first->next != NULL, true);
    expect_str(FILES({"a.prm", "import \"b.prm\"\nimport \"c.prm\"\n"}, {"b.prm", "import \"d.prm\"\n"},
                     {"c.prm", "import \"d.prm\"\n"}, {"d.prm", ARCHITECTURE}),
               "");
}

static void bad_imports_are_reported(struct world *w)
{
    mkdir(world_path(w, "folder"), 0777);
    mkfifo(world_path(w, "pipe"), 0600);
    static const struct {
        const char *import, *findings;
    } rows[] = {
        {"import \"nothing.prm\"", "import-not-found 1:8"}, {"import \"folder\"", "import-not-found 1:8"},
        {"import \"pipe\"", "import-not-found 1:8"},        {"import \"\"", "import-not-found 1:8"},
        {"import \"/dev/zero\"", "import-path-escape 1:8"}, {"import \"/dev/stdin\"", "import-path-escape 1:8"},
        {"import \"a.prm/x\"", "import-not-found 1:8"},
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        in_case("%s", rows[i].import);
        expect_str(FILES({"a.prm", rows[i].import}), rows[i].findings);
    }
}

static void an_empty_file_is_reported(struct world *w)
{
    expect_str(findings_of(w, ""), "empty-file 1:1");
    expect_str(findings_of(w, "# a comment\n"), "empty-file 1:1");
    expect_str(findings_of(w, "\xef\xbb\xbf"), "empty-file 1:1");
}

/* What a lost import would have defined is not missed. */
static void a_lost_import_is_reported_once(struct world *w)
{
    expect_str(FILES({"a.prm", "import \"b.prm\"\nmodel M {\n  extends N\n}\n"}), "import-not-found 1:8");
}

/* The same where the imported file is there and cannot be read as text. */
static void a_file_that_is_no_text_is_reported_once(struct world *w)
{
    expect_str(FILES({"a.prm", "import \"b.prm\"\nmodel M {\n  extends N\n}\n"}, {"b.prm", "\xff\xfemodel N { }\n"}),
               "invalid-utf8 b.prm:1:1");
}

/* A declaration that could not be read because of its head is not missed, either. */
static void a_lost_declaration_is_reported_once(struct world *w)
{
    expect_str(findings_of(w, "model = N {\n}\nmodel M {\n  extends N\n}\n"), "syntax-error 1:7");
}

static void a_missing_file_is_told(struct world *w)
{
    assert_int_equal(load_file(&w->units, world_path(w, "nothing")), FILE_MISSING);
    assert_int_equal(load_file(&w->units, "/dev/null"), FILE_NOT_REGULAR);
    assert_int_equal(load_file(&w->units, w->folder), FILE_FOLDER);
    assert_int_equal(w->units.at.n, 0);
}

UNIT_MAIN("load", UNIT(imports_are_followed), UNIT(a_file_is_read_once), UNIT(rings_are_reported_once),
          UNIT(bad_imports_are_reported), UNIT(an_empty_file_is_reported), UNIT(a_lost_import_is_reported_once),
          UNIT(a_file_that_is_no_text_is_reported_once), UNIT(a_lost_declaration_is_reported_once),
          UNIT(a_missing_file_is_told))
