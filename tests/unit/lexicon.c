#include "check/text/lexicon.h"

#include <sys/stat.h>

#include "unit/fixture.h"

/* Reads lists that the test writes: words/en/FILE, words/LANGUAGE/FILE. */
static void write_list(struct world *w, const char *language, const char *file, const char *text)
{
    mkdir(world_path(w, "words"), 0700);
    mkdir(world_path(w, formatted(w, "words/%s", language)), 0700);
    world_write(w, formatted(w, "words/%s/%s", language, file), text);
}

static uint32_t class_of(struct world *w, const struct lexicon *lexicon, const char *word)
{
    atom name = atom_find(&w->atoms, str_of(word));
    return name ? lexicon_class(lexicon, name) : 0;
}

static struct str base_of(struct world *w, const struct lexicon *lexicon, const char *word)
{
    atom name = atom_find(&w->atoms, str_of(word)), base = name ? lexicon_base(lexicon, name) : 0;
    return base ? atom_text(&w->atoms, base) : STR("");
}

static void forms_of_verbs_are_made(struct world *w)
{
    static const char *const rows[][3] = {
        {"identify", "identifies", "identifying"},
        {"employ", "employs", "employing"},
        {"manage", "manages", "managing"},
        {"plan", "plans", "planning"},
        {"tie", "ties", "tying"},
        {"pass", "passes", "passing"},
        {"go", "goes", "going"},
        {"fix", "fixes", "fixing"},
        {"show", "shows", "showing"},
        {"agree", "agrees", "agreeing"},
        {"see", "sees", "seeing"},
        {"teach", "teaches", "teaching"},
        {"publish", "publishes", "publishing"},
        {"analyze", "analyzes", "analyzing"},
        {"read", "reads", "reading"},
        {"set", "sets", "setting"},
        {"act", "acts", "acting"},
        {"monitor", "monitors", "monitoring"},
        {"dye", "dyes", "dyeing"},
        {"use", "uses", "using"},
        {"stop", "stops", "stopping"},
        {"try", "tries", "trying"},
        {"do", "does", "doing"},
        {"buzz", "buzzes", "buzzing"},
        {"permit+", "permits", "permitting"},
        {"refer+*", "refers", "referring"},
        {"control*+", "controls", "controlling"},
        {"toe", "toes", "toeing"},
        {"open", "opens", "opening"},
        {"edit", "edits", "editing"},
        {"emit+", "emits", "emitting"},
        {"run", "runs", "running"},
        {"keep", "keeps", "keeping"},
        {"draw", "draws", "drawing"},
    };
    struct lexicon lexicon;
    struct buf list = buf_on(&w->mem);
    for (size_t i = 0; i < LENGTH(rows); i++)
        buf_printf(&list, "%s\n", rows[i][0]);
    write_list(w, "en", "verbs.txt", buf_cstr(&list));
    lexicon_read(&lexicon, &w->mem, &w->atoms, &w->search, STR("en"));
    for (size_t i = 0; i < LENGTH(rows); i++) {
        char base[20] = "";
        strncat(base, rows[i][0], strcspn(rows[i][0], "*+"));
        in_case("%s", rows[i][0]);
        expect_true(class_of(w, &lexicon, base) & WORD_VERB);
        expect_number(!!(class_of(w, &lexicon, base) & WORD_VERB_OR_NOUN), strchr(rows[i][0], '*') != NULL);
        expect_true(class_of(w, &lexicon, rows[i][1]) & WORD_THIRD_PERSON);
        expect_true(class_of(w, &lexicon, rows[i][2]) & WORD_GERUND);
        expect_str(base_of(w, &lexicon, rows[i][1]), base);
        expect_str(base_of(w, &lexicon, rows[i][2]), base);
        expect_str(base_of(w, &lexicon, base), "");
    }
    lexicon_free(&lexicon);
}

static void lists_are_read(struct world *w)
{
    struct lexicon lexicon;
    write_list(w, "en", "finite-verbs.txt", "# are\n  is  # was\n\n#\r\nhas\r\n\twere\nend");
    write_list(w, "en", "verbs.txt", "*\n+\na\n");
    write_list(w, "en", "modal-verbs.txt", "");
    write_list(w, "en", "adverbs.txt", "is\n");
    lexicon_read(&lexicon, &w->mem, &w->atoms, &w->search, STR("en-GB"));
    assert_true(lexicon.has_words);
    assert_int_equal(class_of(w, &lexicon, "is"), WORD_FINITE | WORD_ADVERB);
    assert_int_equal(class_of(w, &lexicon, "has"), WORD_FINITE);
    assert_int_equal(class_of(w, &lexicon, "were"), WORD_FINITE);
    assert_int_equal(class_of(w, &lexicon, "end"), WORD_FINITE); /* without a line end */
    assert_int_equal(class_of(w, &lexicon, "are"), 0);
    assert_int_equal(class_of(w, &lexicon, "was"), 0);
    assert_int_equal(class_of(w, &lexicon, "a"), 0); /* no verb has one letter */
    assert_int_equal(class_of(w, &lexicon, "as"), 0);
    lexicon_free(&lexicon);
}

static void exempt_terms_are_marked(struct world *w)
{
    struct lexicon lexicon;
    struct prose prose = {0};
    write_list(w, "en", "vague-terms.txt", "as required\n!as required by\n!\n");
    lexicon_read(&lexicon, &w->mem, &w->atoms, &w->search, STR("en"));
    prose_read(&prose, &w->arena, &w->atoms, STR("as required by law"), SPAN_NONE);
    const struct phrase *found = phrases_match(&lexicon.vague, prose.words.at, prose.words.at + prose.words.n);
    assert_non_null(found);
    assert_int_equal(found->n, 3);
    assert_int_equal(found->value, 1);
    prose_read(&prose, &w->arena, &w->atoms, STR("as required here"), SPAN_NONE);
    found = phrases_match(&lexicon.vague, prose.words.at, prose.words.at + prose.words.n);
    assert_non_null(found);
    assert_int_equal(found->value, 0);
    lexicon_free(&lexicon);
}

/* What a model calls its language is no path. */
static void languages_without_lists_are_empty(struct world *w)
{
    static const struct {
        const char *language;
        bool has_words;
    } rows[] = {{"en", true},   {"en-US", true},     {"hi", false}, {"", false},     {"../words/en", false},
                {"-en", false}, {"en/../en", false}, {".", false},  {"xx-en", false}};
    write_list(w, "en", "verbs.txt", "plan\n");
    world_write(w, "verbs.txt", "plan\n");
    world_write(w, "words/verbs.txt", "plan\n");
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct lexicon lexicon;
        in_case("%s", rows[i].language);
        lexicon_read(&lexicon, &w->mem, &w->atoms, &w->search, str_of(rows[i].language));
        expect_number(lexicon.has_words, rows[i].has_words);
        expect_number(class_of(w, &lexicon, "plan") != 0, rows[i].has_words);
        lexicon_free(&lexicon);
    }
}

/* The lists that come with the program: every entry is in small letters, which is how words are looked up,
   and a line holds one. */
static void our_own_lists_are_well_formed(struct world *w)
{
    static const char *const files[] = {"acronyms",    "adverbs", "determiners",   "finite-verbs",
                                        "modal-verbs", "openers", "subordinators", "verbs"};
    for (size_t i = 0; i < LENGTH(files); i++) {
        struct file_bytes bytes;
        const char *path = formatted(w, "models/words/en/%s.txt", files[i]);
        assert_int_equal(file_read(&w->mem, path, &bytes), FILE_READ);
        bool comment = false;
        for (uint32_t at = 0; at < bytes.n; at++) {
            char c = bytes.at[at];
            comment = c == '#' || (comment && c != '\n');
            in_case("%s: %.20s", path, bytes.at + at);
            expect_true(comment || is_lower(c) || is_digit(c) || c == '\n' || strchr("*+-'", c));
        }
    }
}

UNIT_MAIN("lexicon", UNIT(forms_of_verbs_are_made), UNIT(lists_are_read), UNIT(exempt_terms_are_marked),
          UNIT(languages_without_lists_are_empty), UNIT(our_own_lists_are_well_formed))
