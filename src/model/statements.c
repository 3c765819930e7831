#include "model/statements.h"

#include "base/language.h"
#include "base/near.h"
#include "model/date.h"

struct span statement_span(const struct tree *tree, uint32_t statement)
{
    return (struct span){tree->statements.at[statement].start, tree->statements.at[statement].end};
}

bool read_id(struct args *args, struct step *id)
{
    if (!args_is(args, ARG_REFERENCE))
        return false;
    *id = tree_path_step(args->tree, args->at++, 0);
    return true;
}

struct str read_title(struct args *args, struct span *at)
{
    *at = SPAN_NONE;
    bool is_list = args->at > args_first(args) && args->at[-1].flags & (ARG_COMMA | ARG_RUN);
    bool has_title = args->at < args->end && (!is_list || args_is(args, ARG_STRING));
    const struct arg *title = has_title ? args_take_text(args, "a title") : NULL;
    if (!title)
        return STR_NONE;
    if (title->kind == ARG_TEXT)
        report(args->builder->diag, (struct span){title->at.start, title->at.start + 3}, MSG_title_one_line);
    *at = title->at;
    return arg_text(args->builder, title);
}

static struct str *header_slot(struct header *header, atom word)
{
    switch (word) {
    case KW_VERSION: return &header->version;
    case KW_LANGUAGE: return &header->language;
    case KW_PUBLISHER: return &header->publisher;
    case KW_SOURCE: return &header->source;
    case KW_LICENSE: return &header->license;
    case KW_DATE: return &header->date;
    case KW_DESCRIPTION: return &header->description;
    case KW_NOTE: return &header->note;
    default: return NULL;
    }
}

/* A date may be written as an id, as it is in an attribute; everything else is a text. */
static bool take_header_value(struct args *args, atom word, const struct header_slots *slots, struct str *value)
{
    if (word == KW_DATE && args_is(args, ARG_REFERENCE)) {
        *value = source_text(args->builder->diag->sources, args->at++->at);
        return true;
    }
    const struct arg *text = args_take_text(args, "a string");
    if (!text)
        return false;
    *value = arg_text(args->builder, text);
    keep_text(args->builder, slots->unit, slots->models[0], slots->models[1], text, *value);
    return true;
}

void say_once(const struct args *args, struct said *said)
{
    struct builder *builder = args->builder;
    atom word = args->tree->statements.at[args->statement].word;
    struct span at = args_word_span(args);
    uint32_t *first = &said->at[word];
    if (*first == 0) {
        *first = at.start;
        return;
    }
    struct finding *finding = report(builder->diag, at, MSG_given_twice, v_name(name_of(builder, word)));
    label(finding, (struct span){*first, *first + (at.end - at.start)}, MSG_label_first_here);
}

/* `hi_IN` is how systems name a language; readers need `hi-IN`. */
static void check_language(struct builder *builder, struct span at, struct str tag)
{
    if (is_language_tag(tag))
        return;
    struct finding *finding = report(builder->diag, at, MSG_bad_language_tag, v_name(tag));
    struct str wanted = language_as_tag(&builder->scratch, tag);
    if (!is_language_tag(wanted))
        return;
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "\"%.*s\"", STR_ARGS(wanted));
    struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_replace_by, v_name(wanted));
    fix_edit(finding, fix, at, buf_as_str(&text));
    buf_free(&text);
}

bool read_header(struct builder *builder, uint32_t statement, struct header_slots slots)
{
    atom word = unit_tree(builder, slots.unit)->statements.at[statement].word;
    struct str *slot = header_slot(slots.header, word);
    if (!slot)
        return false;
    struct args args = args_of(builder, slots.unit, statement);
    say_once(&args, slots.said);
    struct span at = args.at < args.end ? args.at->at : args_here(&args);
    bool taken = take_header_value(&args, word, &slots, slot);
    if (taken && word == KW_DATE && !is_date(*slot))
        report_not_date(builder, at, *slot);
    if (taken && word == KW_LANGUAGE)
        check_language(builder, at, *slot);
    args_finish(&args);
    return true;
}

/* Where the language knows a word that is misplaced; NULL if it is no word of the language's own. */
static const char *home_of(atom word)
{
    static const struct {
        atom first, last; /* as grammar/keywords.def has them in order */
        const char *place;
    } homes[] = {
        {KW_IMPORT, KW_GLOSSARY, "the file itself, outside of every block"},
        {KW_CONTAINS, KW_CONTAINS, "an architecture, or a `component` of one"},
        {KW_COMPONENT, KW_GROUPING, "an architecture"},
        {KW_ID, KW_TEXT, "a `component` of an architecture"},
        {KW_ATTRIBUTE, KW_ATTRIBUTE, "a `component` of an architecture"},
        {KW_REFERENCE, KW_REFERENCE, "a `component` of an architecture"},
        {KW_APPLIES, KW_APPLIES, "a `component` of an architecture"},
        {KW_EXTENDS, KW_EXTEND, "a model"},
        {KW_STATUS, KW_STATUS, "a component of a model"},
        {KW_WAS, KW_LABEL, "a component of a model"},
        {KW_FROM, KW_VIA, "a mapping"},
        {KW_EXPECT, KW_EXPECT, "a mapping"},
        {KW_RELATION, KW_RELATION, "a mapping"},
        {KW_FIT, KW_FIT, "a mapping, or the block of a row"},
        {KW_STRENGTH, KW_STRENGTH, "the block of a row of a mapping"},
        {KW_CONFIDENCE, KW_CONFIDENCE, "a mapping, or the block of a row"},
        {KW_RATIONALE_KIND, KW_RATIONALE_KIND, "a mapping, or the block of a row"},
        {KW_INCLUDE, KW_EXCLUDE, "a profile"},
        {KW_TERM, KW_TERM, "a glossary"},
        {KW_ABBREVIATION, KW_ALSO, "the block of a `term`"},
    };
    for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++)
        if (word >= homes[i].first && word <= homes[i].last)
            return homes[i].place;
    return NULL;
}

bool begins_statement(const struct builder *builder, atom word)
{
    const struct library *library = builder->library;
    if (word < KW_END)
        return home_of(word) || (word >= KW_EXTENDS && word <= KW_NOTE) || word == KW_ALLOW;
    VEC_EACH (const struct kind, kind, &library->kinds)
        if (kind->name == word)
            return true;
    VEC_EACH (const struct property, property, &library->properties)
        if (property->name == word)
            return true;
    return false;
}

/* `typical-work-product` for `work-product` */
static bool ends_with_word(struct str word, struct str known)
{
    return word.len > known.len + 1 && str_ends(word, known) && word.ptr[word.len - known.len - 1] == '-';
}

const char *word_for(struct str word)
{
    static const struct {
        const char *elsewhere, *here;
    } words[] = {
        {"without", "exclude"},   {"except", "exclude"},  {"omit", "exclude"},         {"remove", "exclude"},
        {"with", "include"},      {"add", "include"},     {"base", "extends"},         {"inherits", "extends"},
        {"derived", "via"},       {"through", "via"},     {"acronym", "abbreviation"}, {"synonym", "also"},
        {"renamed-from", "was"},  {"state", "status"},    {"objective", "purpose"},    {"intent", "purpose"},
        {"source-model", "from"}, {"target-model", "to"},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_is(word, words[i].elsewhere))
            return words[i].here;
    return "";
}

/* The known word that is meant by one that is not: nearly the same, a part of it or the other way round, or what
   other notations call it; 0 if there is none. */
static atom meant_by(struct builder *builder, atom word, const atom *known, uint32_t n_known)
{
    struct str wanted = name_of(builder, word), synonym = str_of(word_for(wanted));
    struct near near = near_word(wanted);
    atom nearest = 0, part = 0;
    uint32_t n_longer = 0;
    for (uint32_t i = 0; i < n_known; i++) {
        struct str name = name_of(builder, known[i]);
        bool is_longer = ends_with_word(name, wanted);
        if (known[i] != word && near_try(&near, name))
            nearest = known[i];
        if (is_longer || ends_with_word(wanted, name) || str_eq(name, synonym))
            part = known[i];
        n_longer += is_longer;
    }
    return nearest ? nearest : n_longer > 1 ? 0 : part;
}

static void note_known_words(struct builder *builder, struct finding *finding, const atom *known, uint32_t n_known)
{
    struct buf list = buf_on(builder->mem);
    for (uint32_t i = 0; i < n_known && i < 12; i++)
        buf_printf(&list, "%s`%.*s`", i ? ", " : "", STR_ARGS(name_of(builder, known[i])));
    if (list.n)
        note(finding, MSG_note_known_words, v_text(buf_as_str(&list)));
    buf_free(&list);
}

atom report_unknown_word(struct builder *builder, struct span at, atom word, struct str context, const atom *known,
                         uint32_t n_known)
{
    struct finding *finding =
        report(builder->diag, at, MSG_unknown_word, v_name(name_of(builder, word)), v_text(context));
    atom nearest = meant_by(builder, word, known, n_known);
    if (nearest) {
        struct str name = name_of(builder, nearest);
        help(finding, MSG_help_similar_word, v_name(name));
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(name)), at, name);
        return nearest;
    }
    note_known_words(builder, finding, known, n_known);
    const char *home = home_of(word);
    if (home)
        help(finding, MSG_help_belongs_in, v_name(name_of(builder, word)), v_text(str_of(home)));
    return 0;
}

/* The only one of the words that goes on behind a hyphen: `subset-of` for `subset`; empty if there is none. */
static struct str begun_word(struct builder *builder, struct str word, const atom *words, uint32_t n)
{
    struct str found = STR_NONE;
    for (uint32_t i = 0; i < n; i++) {
        struct str candidate = name_of(builder, words[i]);
        if (candidate.len <= word.len || candidate.ptr[word.len] != '-' || !str_starts(candidate, word))
            continue;
        if (found.len)
            return STR_NONE;
        found = candidate;
    }
    return found;
}

enum { CHOICES_MOST = 6 }; /* that a help repeats */

void report_not_among(struct builder *builder, struct span at, atom word, const atom *words, uint32_t n)
{
    struct buf list = buf_on(builder->mem), choice = buf_on(builder->mem);
    struct near near = near_word(name_of(builder, word));
    for (uint32_t i = 0; i < n; i++) {
        buf_printf(&list, "%s`%.*s`", i ? ", " : "", STR_ARGS(name_of(builder, words[i])));
        buf_printf(&choice, "%s`%.*s`", i == 0 ? "" : i + 1 < n ? ", " : " or ", STR_ARGS(name_of(builder, words[i])));
        near_try(&near, name_of(builder, words[i]));
    }
    struct finding *finding =
        report(builder->diag, at, MSG_not_among, v_name(name_of(builder, word)), v_text(buf_as_str(&list)));
    struct str meant = near.best.ptr ? near.best : begun_word(builder, near.wanted, words, n);
    if (meant.len)
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(meant)), at, meant);
    else if (n <= CHOICES_MOST)
        help(finding, MSG_help_one_of, v_text(buf_as_str(&choice)));
    buf_free(&list);
    buf_free(&choice);
}

/* True if the known word is the two with a hyphen between. */
static bool is_joined(struct str known, struct str first, struct str second)
{
    return known.len == first.len + 1 + second.len && known.ptr[first.len] == '-' && str_starts(known, first) &&
           str_ends(known, second);
}

void help_second_word(const struct args *args, const atom *known, uint32_t n_known)
{
    struct builder *builder = args->builder;
    const struct arg *second = args_first(args);
    if (second == args->end || second->kind != ARG_WORD)
        return;
    struct str first = source_text(builder->diag->sources, args_word_span(args));
    struct finding *finding = builder->diag->findings.at[builder->diag->findings.n - 1];
    for (uint32_t i = 0; i < n_known; i++) {
        struct str word = name_of(builder, known[i]);
        bool joined = is_joined(word, first, name_of(builder, second->value));
        if (known[i] != second->value && !joined)
            continue;
        struct span both = {args_word_span(args).start, second->at.end};
        help(finding, joined ? MSG_help_hyphen : MSG_help_write_alone, v_name(word));
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(word)), both, word);
        return;
    }
}
