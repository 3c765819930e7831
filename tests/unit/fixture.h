#ifndef UNIT_FIXTURE_H
#define UNIT_FIXTURE_H

/* What the unit tests share: a session without a command line, findings and trees as text, assertions
   that say which row of a table failed, and a main program that knows about known failures. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "diag/diag.h"
#include "model/library.h"
#include "source/search.h"
#include "syntax/load.h"

/* A session: from sources to a library. Every test gets a new one, which is closed behind it. */
struct world {
    struct mem mem;
    jmp_buf exhausted;
    struct arena arena;
    struct atoms atoms;
    struct sources sources;
    struct search search;
    struct diag diag;
    struct units units;
    struct library library;
    char folder[64]; /* a folder of its own for files, once asked for */
    bool has_words;  /* the lists of words of the installed models are found */
};

/* Forgets everything that was read, for the next row of a table. */
void world_reset(struct world *w);

/* Reads a text as if it came from standard input, with everything that it imports. Returns its unit. */
uint32_t world_read(struct world *w, const char *text);
uint32_t world_read_bytes(struct world *w, const char *text, size_t n);

/* Reads a file with everything that it imports; the test fails if it cannot be read. */
uint32_t world_load(struct world *w, const char *path);

/* Builds the library of what was read, checks it, and settles the findings. */
void world_build(struct world *w);

/* The same without the checks that need the whole library, and without settling. */
void world_resolve(struct world *w);

/* Reads a text and builds it. */
void world_model(struct world *w, const char *text);

/* The findings of a text, read in an empty session. */
struct str findings_of(struct world *w, const char *text);

/* What is found in statements of practices (or goals, if they are to say states) that stand in one model,
   with the lists of words of the installed models: "rule 'what it is found at', ...". Statements are literals
   with their quotes. */
struct str found_in_orders(struct world *w, const char *const *statements, size_t n);
struct str found_in_states(struct world *w, const char *const *statements, size_t n);

/* The findings as "rule 'what it is found at', ...". */
struct str world_findings_at(struct world *w);

/* The path of a file in the folder of the test, which is removed with what is in it. */
const char *world_path(struct world *w, const char *name);

/* Writes a file into the folder of the test; returns its path. */
const char *world_write(struct world *w, const char *name, const char *text);

/* The findings in their order, "rule line:column, rule line:column"; in another file than the first,
   "rule path:line:column". */
struct str world_findings(struct world *w);

/* The first file with the first fix of a finding applied; the test fails if it has none. */
struct str world_fixed(struct world *w, uint32_t finding);

/* A tree as text without positions. A damaged statement has an `!` in front. */
struct str world_tree(struct world *w, uint32_t unit);

/* The component of a model by its path in the canonical spelling; the test fails if there is none. */
component_id world_component(struct world *w, const char *model, const char *path);

/* The canonical path of a component, "-" for NONE. */
struct str world_path_of(struct world *w, component_id id);

model_id world_model_named(struct world *w, const char *id);
struct mapping *world_mapping(struct world *w, const char *id);

/* The first line of a text that uses the architectures of small.prm. */
#define SMALL "import \"tests/unit/small.prm\"\n"

/* Two texts, one after the other; in the arena of the world. */
const char *joined(struct world *w, const char *first, const char *second);

/* `n` times the text. */
const char *repeated(struct world *w, const char *text, uint32_t n);

/* Text formatted as printf does, in the arena of the world. */
const char *formatted(struct world *w, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- Assertions ---- */

/* Says which row of a table is tested; shown when an assertion fails. */
void in_case(const char *format, ...) __attribute__((format(printf, 1, 2)));

#define expect_str(actual, wanted)    expect_str_at((actual), (wanted), __FILE__, __LINE__)
#define expect_number(actual, wanted) expect_number_at((int64_t)(actual), (int64_t)(wanted), __FILE__, __LINE__)
#define expect_true(condition)        expect_true_at((condition), #condition, __FILE__, __LINE__)
#define expect_false(condition)       expect_true_at(!(condition), "!(" #condition ")", __FILE__, __LINE__)
#define expect_findings(w, wanted)    expect_str(world_findings(w), (wanted))

void expect_str_at(struct str actual, const char *wanted, const char *file, int line);
void expect_number_at(int64_t actual, int64_t wanted, const char *file, int line);
void expect_true_at(bool condition, const char *text, const char *file, int line);

/* ---- The main program of a file of tests ---- */

struct unit_test {
    const char *name;
    void (*run)(struct world *w);
};

#define UNIT(name)  \
    {               \
#name, name \
    }

/* Runs the tests; those of tests/known-failures, by the name "unit/FILE:TEST", in processes of their own:
   they must fail. With a name as the argument of the program, that test alone. */
int unit_main(const char *file, const struct unit_test *tests, size_t n, int argc, char **argv);

#define UNIT_MAIN(file, ...)                                                         \
    int main(int argc, char **argv)                                                  \
    {                                                                                \
        static const struct unit_test tests[] = {__VA_ARGS__};                       \
        return unit_main((file), tests, sizeof tests / sizeof tests[0], argc, argv); \
    }

/* STR() for static tables. */
#define TEXT(literal)                               \
    {                                               \
        "" literal, (uint32_t)(sizeof(literal) - 1) \
    }

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

#endif
