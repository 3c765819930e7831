/* What prm/prmc.h promises, seen from a program: session FOLDER, the folder of the installed models. */

#include <prm/prmc.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int n_failed;

#define EXPECT(condition)                                                        \
    do {                                                                         \
        if (!(condition)) {                                                      \
            fprintf(stderr, "session.c:%d: not so: %s\n", __LINE__, #condition); \
            n_failed++;                                                          \
        }                                                                        \
    } while (0)

static const char architecture[] = "architecture A \"A\" {\n"
                                   "  contains area *\n"
                                   "  component area \"Area\" {\n"
                                   "    id \"{acronym}\"\n"
                                   "    contains goal *\n"
                                   "  }\n"
                                   "  required component goal \"Goal\" {\n"
                                   "    id \"SG{n}\"\n"
                                   "    text statement 0..1\n"
                                   "  }\n"
                                   "}\n";
static const char model[] = "import \"a.prm\"\n"
                            "model M \"One\" {\n"
                            "  architecture A\n"
                            "  area PP \"Planning\" {\n"
                            "    goal SG1 \"A goal\"\n"
                            "  }\n"
                            "  area CM \"Control\"\n"
                            "}\n"
                            "mapping X \"X\" {\n  from M\n  to M\n  PP -> CM?\n}\n"
                            "profile S \"Some\" {\n  of M\n  include CM\n}\n";

static enum prmc_status hold(struct prmc *c, const char *name, const char *text)
{
    return prmc_hold(c, name, text, strlen(text));
}

/* A session that has checked a model that lies in memory alone. */
static struct prmc *checked(const char *text)
{
    struct prmc *c = prmc_open();
    if (!c)
        return NULL;
    if (hold(c, "a.prm", architecture) != PRMC_OK || hold(c, "m.prm", text) != PRMC_OK ||
        prmc_read(c, "m.prm") != PRMC_OK || prmc_check(c) != PRMC_OK) {
        prmc_close(c);
        return NULL;
    }
    return c;
}

/* ---- Findings ---- */

static const struct prmc_finding *finding_of(const struct prmc *c, const char *rule)
{
    struct prmc_finding_list found = prmc_findings(c);
    for (size_t i = 0; i < found.n; i++)
        if (strcmp(found.at[i].rule, rule) == 0)
            return &found.at[i];
    return NULL;
}

static void test_findings(void)
{
    struct prmc *c =
        checked("import \"a.prm\"\nmodel M \"M\" {\n  architecture A\n  area PP \"P\" {\n    goal SG1 \"S\"\n"
                "    goal SG3 \"T\"\n  }\n}\n"
                "mapping X { from M\n to M\n PP -> pp\n}\n");
    const struct prmc_finding *finding = finding_of(c, "noncanonical-id-spelling");
    EXPECT(finding && strcmp(finding->place.file, "m.prm") == 0 && finding->place.line == 11);
    EXPECT(finding && finding->place.column == 8 && finding->place.end_column == 10);
    EXPECT(finding && finding->place.byte_end == finding->place.byte + 2);
    EXPECT(finding && finding->n_fixes == 1 && strcmp(finding->fixes[0].edits[0].text, "PP") == 0);
    finding = finding_of(c, "numbering-gap");
    EXPECT(finding && finding->severity == PRMC_WARNING && strcmp(finding->element, "M:PP/SG3") == 0);
    EXPECT(finding && strncmp(finding->code, "PRM", 3) == 0 && *finding->message && finding->place.line == 6);
    size_t n = prmc_count(c, PRMC_INFO) + prmc_count(c, PRMC_WARNING) + prmc_count(c, PRMC_ERROR);
    EXPECT(n == prmc_findings(c).n && n > 1);
    prmc_close(c);
}

static void test_levels(void)
{
    struct prmc *c = prmc_open();
    EXPECT(prmc_set_level(c, "numbering-gap", PRMC_ERROR) == PRMC_OK);
    EXPECT(prmc_set_preset(c, PRMC_CORE) == PRMC_OK);
    EXPECT(prmc_set_level(c, "no-such-rule", PRMC_OFF) == PRMC_MISUSE && *prmc_problem(c));
    EXPECT(prmc_set_level(c, "syntax-error", PRMC_OFF) == PRMC_MISUSE);
    EXPECT(prmc_set_stage(c, (enum prmc_stage)7) == PRMC_MISUSE);
    hold(c, "a.prm", architecture);
    hold(c, "m.prm",
         "import \"a.prm\"\nmodel M \"M\" {\n architecture A\n area PP \"P\" {\n goal SG1 \"S\"\n"
         " goal SG3 \"T\"\n }\n}\n");
    EXPECT(prmc_read(c, "m.prm") == PRMC_OK && prmc_check(c) == PRMC_OK);
    EXPECT(prmc_count(c, PRMC_ERROR) == 1 && strcmp(prmc_findings(c).at[0].rule, "numbering-gap") == 0);
    EXPECT(prmc_model_count(c) == 0);
    prmc_close(c);
}

/* ---- Models and files ---- */

static void test_model(void)
{
    struct prmc *c = checked(model);
    const struct prm_model *m = NULL, *again = NULL;
    const struct prm_mapping *map = NULL;
    EXPECT(prmc_model_count(c) == 1 && prmc_mapping_count(c) == 1);
    EXPECT(prmc_model(c, 0, &m) == PRMC_OK && prmc_model(c, 0, &again) == PRMC_OK && m == again);
    EXPECT(m && prm_count(m) == 3 && strcmp(prm_title(m, prm_find(m, "PP/SG1")), "A goal") == 0);
    EXPECT(m && prm_find(m, "PP/SG2") == PRM_NONE && strcmp(prm_model_id(m), "M") == 0);
    EXPECT(prmc_mapping(c, 0, &map) == PRMC_OK && map && map->from == m && map->to == m);
    struct prm_edges edges = prm_edges_from(map, prm_find(m, "PP"));
    EXPECT(edges.n == 1 && edges.edge[0].other == prm_find(m, "CM") && edges.edge[0].flags == PRM_TENTATIVE);
    const struct prm_profile *profile = NULL;
    EXPECT(prmc_profile_count(c) == 1 && prmc_profile(c, 0, &profile) == PRMC_OK && profile && profile->of == m);
    EXPECT(prm_in_profile(profile, prm_find(m, "CM")) && !prm_in_profile(profile, prm_find(m, "PP")));
    EXPECT(prm_profile_count(profile) == 1 && strcmp(prm_profile_id(profile), "S") == 0);
    EXPECT(prmc_profile(c, 1, &profile) == PRMC_MISUSE);
    EXPECT(prmc_model(c, 1, &m) == PRMC_MISUSE && prmc_mapping(c, 0, NULL) == PRMC_MISUSE);
    prmc_close(c);
}

static const struct prmc_file *file_of(struct prmc_file_list files, const char *name)
{
    for (size_t i = 0; i < files.n; i++)
        if (strcmp(files.at[i].name, name) == 0)
            return &files.at[i];
    return NULL;
}

/* What is made in memory is what is written. */
static void test_outputs(void)
{
    struct prmc *c = checked(model);
    struct prmc_file_list files = {0};
    const char *text = NULL;
    size_t n = 0;
    EXPECT(prmc_make(c, PRMC_TABLES | PRMC_GUIDE | PRMC_JSON, &files) == PRMC_OK && files.n > 5);
    EXPECT(file_of(files, "tables/m.c") && file_of(files, "guide/index.html") && file_of(files, "model.json"));
    EXPECT(prmc_print(c, PRMC_MODEL_JSON, &text, &n) == PRMC_OK && strlen(text) == n);
    const struct prmc_file *json = file_of(files, "model.json");
    EXPECT(json && json->n == n && memcmp(json->bytes, text, n) == 0);
    EXPECT(prmc_write(c, PRMC_TABLES | PRMC_GUIDE | PRMC_JSON, "out") == PRMC_OK);
    for (size_t i = 0; i < files.n; i++) {
        char path[300];
        static char bytes[1 << 20];
        snprintf(path, sizeof path, "out/%s", files.at[i].name);
        FILE *file = fopen(path, "r");
        EXPECT(file && fread(bytes, 1, sizeof bytes, file) == files.at[i].n);
        EXPECT(memcmp(bytes, files.at[i].bytes, files.at[i].n) == 0);
        if (file)
            fclose(file);
    }
    EXPECT(prmc_set_base_url(c, "https://example.org/guide") == PRMC_OK);
    EXPECT(prmc_set_base_url(c, "javascript:alert(1)") == PRMC_MISUSE && prmc_set_base_url(c, NULL) == PRMC_MISUSE);
    EXPECT(prmc_set_permalink(c, "https://example.org/guide/7") == PRMC_OK &&
           prmc_set_permalink(c, "7") == PRMC_MISUSE);
    EXPECT(prmc_set_source_url(c, "https://example.org/source/{path}?h=1#n{line}") == PRMC_OK);
    EXPECT(prmc_set_source_url(c, "https://example.org/\"{path}") == PRMC_MISUSE && *prmc_problem(c));
    EXPECT(prmc_make(c, PRMC_GUIDE, &files) == PRMC_OK && file_of(files, "sitemap.xml"));
    const struct prmc_file *index = file_of(files, "m/index.html");
    EXPECT(index && strstr(index->bytes, "<a class=\"place\" href=\"https://example.org/source/m.prm?h=1#n"));
    EXPECT(prmc_compare_with(c, "out") == PRMC_OK && prmc_make(c, PRMC_GUIDE, &files) == PRMC_OK);
    EXPECT(file_of(files, "changes.html") && strstr(file_of(files, "changes.html")->bytes, "Nothing has changed"));
    EXPECT(prmc_compare_with(c, "no-such-guide") == PRMC_UNREADABLE && strstr(prmc_problem(c), "no-such-guide"));
    EXPECT(prmc_compare_with(c, "out/tables") == PRMC_UNREADABLE && prmc_compare_with(c, "") == PRMC_MISUSE);
    EXPECT(prmc_write(c, PRMC_JSON, "/dev/null/x") == PRMC_UNWRITABLE && *prmc_problem(c));
    EXPECT(prmc_make(c, 0, &files) == PRMC_MISUSE && prmc_make(c, 64, &files) == PRMC_MISUSE);
    for (int document = PRMC_FINDINGS_TEXT; document <= PRMC_FINDINGS_JUNIT; document++)
        EXPECT(prmc_print(c, (enum prmc_document)document, &text, &n) == PRMC_OK && text[n] == '\0');
    for (int document = PRMC_TRACE_TEXT; document <= PRMC_SKELETON + 1; document++)
        EXPECT(prmc_print(c, (enum prmc_document)document, &text, &n) == PRMC_MISUSE && n == 0);
    prmc_close(c);
}

/* ---- Documents ---- */

/* True if the document is there and holds a text. */
static int prints(struct prmc *c, enum prmc_document document, const char *part)
{
    const char *text = NULL;
    size_t n = 0;
    return prmc_print(c, document, &text, &n) == PRMC_OK && strlen(text) == n && strstr(text, part) != NULL;
}

static int prints_about(struct prmc *c, enum prmc_document document, const char *about, const char *to,
                        const char *part)
{
    const char *text = NULL;
    size_t n = 0;
    return prmc_print_about(c, document, about, to, &text, &n) == PRMC_OK && strlen(text) == n &&
           strstr(text, part) != NULL;
}

static void test_documents(void)
{
    struct prmc *c = checked("model M { architecture Nowhere\n}\n");
    const char *text;
    size_t n;
    EXPECT(prints(c, PRMC_FINDINGS_TEXT, "error[PRM"));
    EXPECT(prints(c, PRMC_FINDINGS_SHORT, "m.prm:1:"));
    EXPECT(prints(c, PRMC_FINDINGS_JSONL, "\"unknown-architecture\""));
    EXPECT(prints(c, PRMC_FINDINGS_GITHUB, "::error file=m.prm"));
    EXPECT(prints(c, PRMC_FINDINGS_JUNIT, "<failure"));
    EXPECT(prmc_print_about(c, PRMC_TRACE_TEXT, "PP", NULL, &text, &n) == PRMC_HAS_ERRORS && n == 0);
    prmc_close(c);
    c = checked(model);
    EXPECT(prints_about(c, PRMC_TRACE_TEXT, "PP", NULL, "CM"));
    EXPECT(prints_about(c, PRMC_TRACE_JSON, "M:PP", NULL, "\"prmc-trace/1\""));
    EXPECT(prints_about(c, PRMC_SKELETON, "M", "M", "mapping M-to-M"));
    EXPECT(prints_about(c, PRMC_SKELETON, "M", "M", "import \"m.prm\""));
    EXPECT(prmc_print_about(c, PRMC_TRACE_TEXT, "PQ", NULL, &text, &n) == PRMC_MISUSE && strstr(prmc_problem(c), "PQ"));
    EXPECT(prmc_print_about(c, PRMC_TRACE_TEXT, "", NULL, &text, &n) == PRMC_MISUSE);
    EXPECT(prmc_print_about(c, PRMC_SKELETON, "M", NULL, &text, &n) == PRMC_MISUSE);
    EXPECT(prmc_print_about(c, PRMC_SKELETON, "M", "N", &text, &n) == PRMC_MISUSE && strstr(prmc_problem(c), "`N`"));
    EXPECT(prmc_print_about(c, PRMC_FINDINGS_TEXT, "M", NULL, &text, &n) == PRMC_MISUSE);
    prmc_close(c);
}

/* ---- Sources ---- */

static void test_format(void)
{
    static const char source[] = "model   M \"One\" { # why\narchitecture A }", bad[] = "model M {\n area {\n";
    struct prmc *c = prmc_open();
    const char *text = NULL, *again = NULL;
    size_t n = 0, n_again = 0;
    EXPECT(prmc_format(c, source, strlen(source), &text, &n) == PRMC_OK && strlen(text) == n);
    EXPECT(strstr(text, "model M \"One\" {") == text && strstr(text, "\n  architecture A\n}\n") &&
           strstr(text, "# why"));
    EXPECT(prmc_format(c, text, n, &again, &n_again) == PRMC_OK && n == n_again && memcmp(text, again, n) == 0);
    EXPECT(prmc_format(c, bad, strlen(bad), &text, &n) == PRMC_HAS_ERRORS && n == 0);
    EXPECT(strncmp(prmc_problem(c), "line ", 5) == 0);
    EXPECT(prmc_format(c, NULL, 1, &text, &n) == PRMC_MISUSE && prmc_format(NULL, source, 1, &text, &n) == PRMC_MISUSE);
    EXPECT(prmc_findings(c).n == 0);
    hold(c, "a.prm", architecture);
    EXPECT(prmc_read(c, "a.prm") == PRMC_OK && prmc_check(c) == PRMC_OK && prmc_count(c, PRMC_ERROR) == 0);
    EXPECT(prmc_format(c, source, strlen(source), &text, &n) == PRMC_OK && n > 0);
    prmc_close(c);
}

/* `pp` is a spelling of PP that a safe fix mends. */
static void test_fixes(void)
{
    static const char source[] = "import \"a.prm\"\nmodel M \"M\" {\n  architecture A\n  area PP \"P\"\n}\n"
                                 "mapping X {\n  from M\n  to M\n  PP -> pp\n}\n";
    struct prmc *c = checked(source);
    struct prmc_file_list files = {0};
    char bytes[1000] = "";
    EXPECT(prmc_apply_fixes(c, PRMC_SAFE, &files) == PRMC_OK && files.n == 1 && strcmp(files.at[0].name, "m.prm") == 0);
    EXPECT(files.n && files.at[0].n == strlen(source) && strstr(files.at[0].bytes, "PP -> PP\n"));
    EXPECT(access("m.prm", F_OK) != 0);
    EXPECT(prmc_write_fixes(c, PRMC_UNSAFE) == PRMC_OK);
    FILE *file = fopen("m.prm", "r");
    EXPECT(file && fread(bytes, 1, sizeof bytes - 1, file) == strlen(source) && strstr(bytes, "PP -> PP\n"));
    if (file)
        fclose(file);
    EXPECT(prmc_apply_fixes(c, PRMC_SAFE, NULL) == PRMC_MISUSE &&
           prmc_apply_fixes(c, (enum prmc_safety)2, &files) == PRMC_MISUSE);
    EXPECT(prmc_write_fixes(c, (enum prmc_safety)2) == PRMC_MISUSE);
    prmc_close(c);
    remove("m.prm");
    c = checked(model);
    EXPECT(prmc_apply_fixes(c, PRMC_UNSAFE, &files) == PRMC_OK && files.n == 0 &&
           prmc_write_fixes(c, PRMC_SAFE) == PRMC_OK);
    prmc_close(c);
    c = prmc_open();
    EXPECT(prmc_use_folder(c, ".") == PRMC_OK && hold(c, "a.prm", architecture) == PRMC_OK);
    EXPECT(hold(c, "/dev/null/m.prm", source) == PRMC_OK && prmc_read(c, "/dev/null/m.prm") == PRMC_OK);
    EXPECT(prmc_check(c) == PRMC_OK && prmc_apply_fixes(c, PRMC_SAFE, &files) == PRMC_OK && files.n == 1);
    EXPECT(prmc_write_fixes(c, PRMC_SAFE) == PRMC_UNWRITABLE && strstr(prmc_problem(c), "m.prm"));
    prmc_close(c);
}

/* ---- Order and arguments ---- */

static void test_errors(void)
{
    struct prmc *c = checked("model M \"\xf0\x9f\x98\x80\" { architecture Nowhere\n}\n");
    const struct prmc_finding *finding = finding_of(c, "unknown-architecture");
    const struct prm_model *m;
    struct prmc_file_list files;
    const char *text;
    size_t n;
    EXPECT(finding && finding->place.column == 28 && finding->place.utf16_column == 29 && finding->place.byte == 30);
    EXPECT(prmc_count(c, PRMC_ERROR) > 0 && prmc_model(c, 0, &m) == PRMC_HAS_ERRORS);
    EXPECT(prmc_write(c, PRMC_JSON, "nowhere") == PRMC_HAS_ERRORS && access("nowhere", F_OK) != 0);
    EXPECT(prmc_make(c, PRMC_GUIDE, &files) == PRMC_HAS_ERRORS);
    EXPECT(prmc_print(c, PRMC_FINDINGS_JSON, &text, &n) == PRMC_OK && n > 0);
    EXPECT(prmc_print(c, PRMC_COVERAGE_TEXT, &text, &n) == PRMC_HAS_ERRORS && *text == '\0' && n == 0);
    prmc_close(c);
}

static void test_order(void)
{
    struct prmc *c = prmc_open();
    const struct prm_model *m;
    EXPECT(*prmc_problem(c) == '\0');
    EXPECT(prmc_check(c) == PRMC_MISUSE && prmc_model(c, 0, &m) == PRMC_MISUSE);
    EXPECT(prmc_findings(c).n == 0 && prmc_count(c, PRMC_ERROR) == 0);
    EXPECT(prmc_read(c, "no-such-file.prm") == PRMC_UNREADABLE && strstr(prmc_problem(c), "no such file"));
    EXPECT(prmc_read(c, "-") == PRMC_MISUSE && prmc_read(c, "") == PRMC_MISUSE && prmc_read(c, NULL) == PRMC_MISUSE);
    EXPECT(prmc_set_stage(c, PRMC_RELEASE) == PRMC_MISUSE);
    EXPECT(hold(c, "a.prm", architecture) == PRMC_OK && prmc_read(c, "a.prm") == PRMC_OK);
    EXPECT(prmc_check(c) == PRMC_OK && *prmc_problem(c) == '\0');
    EXPECT(prmc_check(c) == PRMC_MISUSE && prmc_read(c, "a.prm") == PRMC_MISUSE);
    prmc_close(c);
    prmc_close(NULL);
    EXPECT(prmc_check(NULL) == PRMC_MISUSE && *prmc_problem(NULL) && prmc_findings(NULL).n == 0);
    EXPECT(prmc_model_count(NULL) == 0);
}

/* What is held stands before what lies on the disk, and may be any bytes. */
static void test_holding(void)
{
    static const char bytes[] = "model \0 \xff\xfe {";
    struct prmc *c = prmc_open();
    FILE *file = fopen("a.prm", "w");
    EXPECT(file && fputs("this is no model\n", file) >= 0 && fclose(file) == 0);
    hold(c, "./a.prm", architecture);
    hold(c, "m.prm", "nonsense");
    hold(c, "m.prm", model);
    EXPECT(prmc_read(c, "m.prm") == PRMC_OK && prmc_check(c) == PRMC_OK && prmc_count(c, PRMC_ERROR) == 0);
    prmc_close(c);
    remove("a.prm");
    c = prmc_open();
    EXPECT(prmc_hold(c, "x.prm", bytes, sizeof bytes) == PRMC_OK && prmc_hold(c, "y.prm", NULL, 0) == PRMC_OK);
    EXPECT(prmc_hold(c, "z.prm", NULL, 1) == PRMC_MISUSE);
    EXPECT(prmc_read(c, "x.prm") == PRMC_OK && prmc_read(c, "y.prm") == PRMC_OK && prmc_check(c) == PRMC_OK);
    EXPECT(prmc_count(c, PRMC_ERROR) > 0 && finding_of(c, "empty-file"));
    prmc_close(c);
}

/* The folder of the installed models holds Hindi titles. */
static void test_translations(const char *folder)
{
    struct prmc *c = prmc_open();
    const struct prm_model *m = NULL;
    char path[300], translations[300];
    snprintf(path, sizeof path, "%s/security-bolt-on.prm", folder);
    snprintf(translations, sizeof translations, "%s/po", folder);
    EXPECT(prmc_use_translations(c, "no-such-folder") == PRMC_UNREADABLE && strstr(prmc_problem(c), "no-such-folder"));
    EXPECT(prmc_use_models(c, folder) == PRMC_OK && prmc_read(c, path) == PRMC_OK);
    EXPECT(prmc_use_translations(c, translations) == PRMC_OK && prmc_check(c) == PRMC_OK);
    EXPECT(prmc_use_translations(c, translations) == PRMC_MISUSE);
    for (size_t i = 0; i < prmc_model_count(c) && (!m || prm_find(m, "SM") == PRM_NONE); i++)
        EXPECT(prmc_model(c, i, &m) == PRMC_OK);
    EXPECT(m && strcmp(prm_language(m, 0), "hi") == 0);
    EXPECT(m && strcmp(prm_title_in(m, prm_find(m, "SM"), "hi"), prm_title(m, prm_find(m, "SM"))) != 0);
    prmc_close(c);
}

/* ---- Threads ---- */

static void *compile(void *folder)
{
    struct prmc *c = prmc_open();
    const char *text = NULL;
    char path[300], translations[300], *copy = NULL;
    size_t n = 0;
    snprintf(path, sizeof path, "%s/security-bolt-on.prm", (const char *)folder);
    snprintf(translations, sizeof translations, "%s/po", (const char *)folder);
    if (prmc_use_models(c, folder) == PRMC_OK && prmc_use_translations(c, translations) == PRMC_OK &&
        prmc_read(c, path) == PRMC_OK && prmc_check(c) == PRMC_OK &&
        prmc_print(c, PRMC_MODEL_JSON, &text, &n) == PRMC_OK && n > 100000)
        copy = strdup(text);
    prmc_close(c);
    return copy;
}

static void test_threads(char *folder)
{
    enum { N = 4 };
    pthread_t threads[N];
    void *results[N] = {NULL};
    for (int i = 0; i < N; i++)
        EXPECT(pthread_create(&threads[i], NULL, compile, folder) == 0);
    for (int i = 0; i < N; i++)
        pthread_join(threads[i], &results[i]);
    for (int i = 0; i < N; i++) {
        EXPECT(results[i] && results[0] && strcmp(results[i], results[0]) == 0);
        if (i)
            free(results[i]);
    }
    free(results[0]);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    test_findings();
    test_levels();
    test_model();
    test_outputs();
    test_documents();
    test_format();
    test_fixes();
    test_errors();
    test_order();
    test_holding();
    test_translations(argv[1]);
    test_threads(argv[1]);
    return n_failed ? 1 : 0;
}
