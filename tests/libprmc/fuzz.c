/* Any bytes through a whole session of libprmc, in memory alone: held, read, checked, printed, fixed, formatted,
   written.

       fuzz RUNS FOLDER FILE...     FOLDER is that of the installed models

   The files are broken at random, but always in the same way, and given to LLVMFuzzerTestOneInput(), which a fuzzer may
   call, too (-DFUZZER). What sanitizers see ends the program; so does a promise of prm/prmc.h that does not hold. */

#include <prm/prmc.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *models;
static size_t n_good;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "fuzz: %s\n", what);
    abort();
}

/* ---- A session ---- */

/* What is formatted stays as it is when it is formatted again. */
static void format(struct prmc *c, const void *bytes, size_t n)
{
    const char *text, *again;
    size_t n_text, n_again;
    if (prmc_format(c, bytes, n, &text, &n_text) != PRMC_OK) {
        must(*prmc_problem(c) && *text == '\0' && n_text == 0, "a text is not formatted, and nobody says why");
        return;
    }
    must(prmc_format(c, text, n_text, &again, &n_again) == PRMC_OK, "what is formatted cannot be read");
    must(n_text == n_again && memcmp(text, again, n_text) == 0, "what is formatted is formatted otherwise");
}

static void look_at_findings(const struct prmc *c, size_t size)
{
    struct prmc_finding_list found = prmc_findings(c);
    for (size_t i = 0; i < found.n; i++) {
        const struct prmc_finding *finding = &found.at[i];
        must(*finding->message && *finding->rule && *finding->place.file, "a finding says nothing");
        must(finding->place.byte <= finding->place.byte_end, "a place ends before it begins");
        must(strcmp(finding->place.file, "m.prm") != 0 || finding->place.byte_end <= size, "a place is in no file");
    }
}

static void print(struct prmc *c)
{
    const char *text;
    size_t n;
    int is_good = prmc_count(c, PRMC_ERROR) == 0;
    for (int document = PRMC_FINDINGS_TEXT; document <= PRMC_FINDINGS_JUNIT; document++) {
        enum prmc_status status = prmc_print(c, (enum prmc_document)document, &text, &n);
        must(status == PRMC_OK || (status == PRMC_HAS_ERRORS && !is_good), "a document cannot be had");
        must(strlen(text) == n, "a document has another length");
    }
    prmc_print_about(c, PRMC_TRACE_TEXT, "PP", NULL, &text, &n);
    prmc_print_about(c, PRMC_TRACE_JSON, "PP/SG1", NULL, &text, &n);
    prmc_print_about(c, PRMC_SKELETON, "M", "M", &text, &n);
}

/* Every path of every model leads to where it comes from. */
static void look_at_models(struct prmc *c)
{
    const struct prm_model *m;
    for (size_t i = 0; i < prmc_model_count(c); i++) {
        must(prmc_model(c, i, &m) == PRMC_OK, "a model cannot be had");
        for (prm_id id = 0; id < prm_count(m); id++)
            must(prm_find(m, prm_path(m, id)) <= id, "a path does not lead back");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct prmc *c = prmc_open();
    struct prmc_file_list files;
    must(c && (!models || prmc_use_models(c, models) == PRMC_OK), "there is no session");
    must(prmc_hold(c, "m.prm", data, size) == PRMC_OK && prmc_read(c, "m.prm") == PRMC_OK, "what is held is not read");
    must(prmc_check(c) == PRMC_OK, "what was read is not checked");
    look_at_findings(c, size);
    print(c);
    format(c, data, size);
    must(prmc_apply_fixes(c, PRMC_UNSAFE, &files) == PRMC_OK, "fixes cannot be had");
    if (prmc_count(c, PRMC_ERROR) == 0) {
        n_good++;
        look_at_models(c);
        must(prmc_make(c, PRMC_TABLES | PRMC_GUIDE | PRMC_JSON, &files) == PRMC_OK, "files cannot be had");
    }
    prmc_close(c);
    return 0;
}

/* ---- Mutations ---- */

#ifndef FUZZER

static uint64_t state = 1;

/* xorshift64* (Vigna, An experimental exploration of Marsaglia's xorshift generators, scrambled, 2016) */
static size_t random_below(size_t n)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (size_t)((state * UINT64_C(2685821657736338717)) >> 32) % n;
}

struct text {
    uint8_t *at;
    size_t n;
};

static struct text read_text(const char *path)
{
    enum { SIZE_MOST = 1 << 20 };
    struct text text = {malloc(SIZE_MOST), 0};
    FILE *file = fopen(path, "rb");
    must(file && text.at, path);
    text.n = fread(text.at, 1, SIZE_MOST, file);
    must(text.n > 0, path);
    fclose(file);
    return text;
}

/* Takes a piece out, puts one in from elsewhere, or changes a byte. `text` has room for a piece more. */
static void mutate(struct text *text)
{
    enum { PIECE_MOST = 40 };
    static const char marks[] = "{}\"`#[]()->?,;:\n \\\xff\xc3";
    uint8_t piece[PIECE_MOST];
    size_t length = 1 + random_below(PIECE_MOST), place, from;
    if (text->n <= PIECE_MOST)
        return;
    place = random_below(text->n - length);
    from = random_below(text->n - length);
    switch (random_below(4)) {
    case 0:
        memmove(text->at + place, text->at + place + length, text->n - place - length);
        text->n -= length;
        return;
    case 1:
        memcpy(piece, text->at + from, length);
        memmove(text->at + place + length, text->at + place, text->n - place);
        memcpy(text->at + place, piece, length);
        text->n += length;
        return;
    case 2: text->at[place] = (uint8_t)marks[random_below(sizeof marks)]; return;
    default: text->at[place] = (uint8_t)random_below(256); return;
    }
}

static void run_mutant(const struct text *source)
{
    enum { MUTATIONS_MOST = 4, ROOM = 200 };
    struct text text = {malloc(source->n + ROOM), source->n};
    must(text.at != NULL, "there is not enough memory");
    memcpy(text.at, source->at, source->n);
    for (size_t i = 1 + random_below(MUTATIONS_MOST); i > 0; i--)
        mutate(&text);
    LLVMFuzzerTestOneInput(text.at, text.n);
    free(text.at);
}

int main(int argc, char **argv)
{
    size_t n_runs = argc > 3 ? strtoul(argv[1], NULL, 10) : 0;
    if (n_runs == 0)
        return 2;
    models = argv[2];
    for (int i = 3; i < argc; i++) {
        struct text source = read_text(argv[i]);
        LLVMFuzzerTestOneInput(source.at, source.n);
        for (size_t run = 0; run < n_runs; run++)
            run_mutant(&source);
        free(source.at);
    }
    printf("%zu sessions without errors\n", n_good);
    return 0;
}

#endif
