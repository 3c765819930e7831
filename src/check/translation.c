/* One translation, held against its text. */

#include "base/language.h"
#include "base/markdown.h"
#include "base/utf8.h"
#include "check/translations.h"

/* ---- Placeholders and references ---- */

/* What has to be in both: a slice of either. */
typedef VEC(struct str) marks;

/* `{}` and `{word}`, outside of code. */
static void add_placeholders(struct mem *mem, struct str text, marks *found)
{
    for (uint32_t i = 0; i < text.len; i++) {
        uint32_t end = i + 1;
        if (text.ptr[i] != '{')
            continue;
        while (end < text.len && (is_alnum(text.ptr[end]) || text.ptr[end] == '-' || text.ptr[end] == '_'))
            end++;
        if (end < text.len && text.ptr[end] == '}')
            vec_push(mem, found, ((struct str){text.ptr + i, end + 1 - i}));
    }
}

/* The targets of references and the addresses of links. */
static void add_references(struct checking *checking, struct str text, marks *found)
{
    markdown_events events = {0};
    markdown_parse(&checking->scratch, text, &events);
    VEC_EACH (const struct markdown_event, event, &events) {
        bool is_mark =
            event->node == MARKDOWN_REFERENCE || event->node == MARKDOWN_LINK || event->node == MARKDOWN_IMAGE;
        if (event->type == MARKDOWN_ENTER && is_mark)
            vec_push(checking->mem, found, event->text);
        else if (event->type == MARKDOWN_TEXT)
            add_placeholders(checking->mem, event->text, found);
    }
    vec_free(checking->mem, &events);
}

/* Reports with `message` the first of `a` that `b` has not; each of `b` answers for one of `a`. */
static bool report_difference(struct checking *checking, const marks *a, const marks *b, struct span at,
                              enum message message)
{
    bool *used = arena_array(&checking->scratch, bool, b->n + 1);
    VEC_EACH (const struct str, mark, a) {
        uint32_t i = 0;
        while (i < b->n && (used[i] || !str_eq(b->at[i], *mark)))
            i++;
        used[i] = true;
        if (i < b->n)
            continue;
        report(checking->diag, at, message, v_name(*mark));
        return true;
    }
    return false;
}

static void check_marks_of(struct checking *checking, const struct translation *entry)
{
    marks wanted = {0}, found = {0};
    add_references(checking, entry->source, &wanted);
    add_references(checking, entry->text, &found);
    if (!report_difference(checking, &wanted, &found, entry->text_at, MSG_placeholder_mismatch))
        report_difference(checking, &found, &wanted, entry->text_at, MSG_placeholder_extra);
    vec_free(checking->mem, &wanted);
    vec_free(checking->mem, &found);
}

/* ---- Script and digits ---- */

/* Scripts by the languages that are written in one alone; ranges of Unicode 15.0. */
static const struct script {
    const char *name, *languages; /* separated by blanks; the first may be a script of BCP 47 */
    uint32_t ranges[4];
} scripts[] = {
    {"Devanagari", "Deva hi mr ne sa kok mai bho doi", {0x900, 0x97f, 0xa8e0, 0xa8ff}},
    {"Bengali", "Beng bn as", {0x980, 0x9ff}},
    {"Gurmukhi", "Guru", {0xa00, 0xa7f}},
    {"Gujarati", "Gujr gu", {0xa80, 0xaff}},
    {"Odia", "Orya or", {0xb00, 0xb7f}},
    {"Tamil", "Taml ta", {0xb80, 0xbff}},
    {"Telugu", "Telu te", {0xc00, 0xc7f}},
    {"Kannada", "Knda kn", {0xc80, 0xcff}},
    {"Malayalam", "Mlym ml", {0xd00, 0xd7f}},
    {"Arabic", "Arab ar fa ur", {0x600, 0x6ff, 0x750, 0x77f}},
    {"Hebrew", "Hebr he", {0x590, 0x5ff}},
    {"Cyrillic", "Cyrl ru uk be bg mk", {0x400, 0x52f}},
    {"Greek", "Grek el", {0x370, 0x3ff, 0x1f00, 0x1fff}},
    {"Thai", "Thai th", {0xe00, 0xe7f}},
    {"Hangul", "Kore ko", {0xac00, 0xd7af, 0x1100, 0x11ff}},
    {"Han and kana", "Hans Hant Jpan zh ja", {0x3040, 0x30ff, 0x3400, 0x9fff}},
};

static bool has_word(const char *words, struct str word)
{
    for (const char *at = words; *at; at += strcspn(at, " "), at += *at == ' ')
        if (str_eq_folded((struct str){at, (uint32_t)strcspn(at, " ")}, word))
            return true;
    return false;
}

/* The script of a language; NULL for those of Latin letters and those that are not known. */
static const struct script *script_of(struct str tag)
{
    struct str rest = tag, language = language_subtag(&rest), second = language_subtag(&rest);
    struct str wanted = second.len == 4 && is_letter(second.ptr[0]) ? second : language;
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++)
        if (has_word(scripts[i].languages, wanted))
            return &scripts[i];
    return NULL;
}

static bool is_in(const struct script *script, uint32_t c)
{
    return (c >= script->ranges[0] && c <= script->ranges[1]) ||
           (script->ranges[2] && c >= script->ranges[2] && c <= script->ranges[3]);
}

/* Typographic quotes and dashes. */
static bool is_mark(uint32_t c)
{
    return c >= 0x2000 && c <= 0x206f;
}

/* True for words in which no small letter stands: ids and acronyms, the same in every language. */
static bool is_name(struct str word)
{
    bool name = true;
    uint32_t len;
    for (const char *at = word.ptr, *end = at + word.len; at < end && name; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        name = c < 0x80 ? !is_lower((char)c) : is_mark(c);
    }
    return name;
}

struct letters {
    uint32_t own, all;
};

/* Counts code points, marks included, of what is neither a name nor ASCII punctuation. */
static void count_letters(const struct script *script, struct str word, struct letters *letters)
{
    if (is_name(word))
        return;
    for (const char *at = word.ptr, *end = at + word.len; at < end;) {
        uint32_t len, c = utf8_decode(at, end, &len);
        letters->all += c >= 0xc0 ? !is_mark(c) : is_letter((char)c);
        letters->own += is_in(script, c);
        at += len;
    }
}

/* Letters of the words that readers see, code apart. */
static struct letters letters_of(struct checking *checking, const struct script *script, struct str text)
{
    struct letters letters = {0, 0};
    markdown_events events = {0};
    uint32_t in_code = 0;
    markdown_parse_inline(&checking->scratch, text, &events);
    VEC_EACH (const struct markdown_event, event, &events) {
        if (event->node == MARKDOWN_CODE && event->type != MARKDOWN_TEXT)
            in_code = event->type == MARKDOWN_ENTER;
        if (event->type != MARKDOWN_TEXT || in_code)
            continue;
        for (struct str rest = event->text; rest.len;) {
            uint32_t n = 0;
            while (n < rest.len && !is_blank(rest.ptr[n]))
                n++;
            count_letters(script, str_upto(rest, n), &letters);
            rest = str_from(rest, n < rest.len ? n + 1 : n);
        }
    }
    vec_free(checking->mem, &events);
    return letters;
}

static void check_script(struct checking *checking, struct str language, const struct translation *entry)
{
    enum { LETTERS_LEAST = 4 };
    const struct script *script = script_of(language);
    if (!script)
        return;
    struct letters letters = letters_of(checking, script, entry->text);
    if (letters.all >= LETTERS_LEAST && letters.own * 2 < letters.all)
        report(checking->diag, entry->text_at, MSG_wrong_script, v_number(letters.own), v_number(letters.all),
               v_name(str_of(script->name)));
}

/* A digit of another script beside a dot, a letter of an id, or the like: `4.2.1` as `४.२.१`. */
static bool is_other_digit(uint32_t c)
{
    static const uint32_t zeros[] = {0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6,
                                     0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50};
    for (size_t i = 0; i < sizeof zeros / sizeof zeros[0]; i++)
        if (c >= zeros[i] && c <= zeros[i] + 9)
            return true;
    return false;
}

/* The first number of several parts in such digits; {0} if there is none. */
static struct str foreign_number(struct str text)
{
    const char *start = NULL, *end = text.ptr + text.len;
    uint32_t dots = 0, digits = 0;
    for (const char *at = text.ptr; at < end;) {
        uint32_t len, c = utf8_decode(at, end, &len);
        if (is_other_digit(c)) {
            start = start ? start : at;
            digits++;
        } else if (start && c == '.' && at + 1 < end) {
            uint32_t next_len;
            if (!is_other_digit(utf8_decode(at + 1, end, &next_len)))
                break;
            dots++;
        } else if (start && dots) {
            return str_range(start, at);
        } else {
            start = NULL;
        }
        at += len;
    }
    return start && dots && digits > 1 ? str_range(start, end) : STR_NONE;
}

static bool has_digit(struct str text)
{
    for (uint32_t i = 0; i < text.len; i++)
        if (is_digit(text.ptr[i]))
            return true;
    return false;
}

static void check_digits(struct checking *checking, const struct translation *entry)
{
    struct str number = has_digit(entry->source) ? foreign_number(entry->text) : STR_NONE;
    if (number.len)
        report(checking->diag, entry->text_at, MSG_translated_number, v_string(number));
}

/* ---- Copies ---- */

static uint32_t n_words(struct str text)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < text.len; i++)
        n += !is_blank(text.ptr[i]) && (i == 0 || is_blank(text.ptr[i - 1]));
    return n;
}

static void check_copy(struct checking *checking, struct str language, const struct translation *entry)
{
    enum { WORDS_LEAST = 4 };
    struct str rest = language;
    bool same_language = str_is(language_subtag(&rest), word_language());
    if (!same_language && str_eq(entry->source, entry->text) && n_words(entry->text) >= WORDS_LEAST)
        report(checking->diag, entry->text_at, MSG_untranslated_copy, v_name(entry->context));
}

void check_translation(struct checking *checking, struct str language, const struct translation *entry)
{
    check_marks_of(checking, entry);
    check_script(checking, language, entry);
    check_digits(checking, entry);
    check_copy(checking, language, entry);
}

/* ---- Tags ---- */

void check_locale_tag(struct checking *checking, const struct locale *locale)
{
    struct str wanted = language_as_tag(&checking->scratch, locale->tag),
               said = language_as_tag(&checking->scratch, locale->said);
    struct str rest = wanted, language = language_subtag(&rest), said_rest = said,
               said_language = language_subtag(&said_rest);
    if (!is_language_tag(locale->tag)) {
        struct finding *finding = report(checking->diag, locale->at, MSG_bad_language_tag, v_name(locale->tag));
        if (is_language_tag(wanted))
            help(finding, MSG_help_language_tag, v_name(wanted));
    } else if (said.len && !str_eq_folded(said_language, language)) {
        report(checking->diag, locale->at, MSG_other_language, v_name(locale->tag), v_name(locale->said));
    }
}
