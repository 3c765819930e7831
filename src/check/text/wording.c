/* How statements are worded: "Identify threats" where an order is due, "Threats are identified" where a
   state is. English: the lists of words know no other grammar. */

#include "check/text/texts.h"

/* A stretch of words without a sentence's end in it. */
struct sentence {
    const struct lexicon *lexicon;
    const struct prose_word *at, *end;
};

static struct sentence first_sentence(const struct statement_text *statement)
{
    const struct prose_word *at = statement->prose->words.at, *end = at + statement->prose->words.n;
    struct sentence sentence = {statement->lexicon, at, at};
    while (sentence.end < end && (sentence.end == at || !(sentence.end->breaks & BREAK_SENTENCE)))
        sentence.end++;
    return sentence;
}

static uint32_t class_of(const struct sentence *sentence, const struct prose_word *word)
{
    return word < sentence->end ? lexicon_class(sentence->lexicon, word->name) : 0;
}

static bool is_adverb(const struct sentence *sentence, const struct prose_word *word)
{
    uint32_t class = class_of(sentence, word);
    return class & WORD_ADVERB || (!(class & WORD_VERB) && word->text.len > 4 && str_ends(word->text, STR("ly")));
}

/* The verb that makes a clause of the sentence, such as "are", in front of any clause within; NULL. */
static const struct prose_word *main_verb(const struct sentence *sentence, uint32_t classes)
{
    for (const struct prose_word *word = sentence->at; word < sentence->end; word++) {
        uint32_t class = class_of(sentence, word);
        if (class & classes)
            return word;
        if (word > sentence->at && (class & WORD_SUBORDINATOR || word->breaks & BREAK_BRACKET))
            return NULL;
    }
    return NULL;
}

/* ---- Orders ---- */

enum mood {
    MOOD_ORDER,
    MOOD_DESCRIPTION, /* known not to be an order */
    MOOD_UNKNOWN,     /* its first word is in no list */
};

/* Moves past what may stand before the verb: adverbs, and openers up to their comma. */
static void skip_opening(struct sentence *sentence)
{
    for (;;) {
        while (sentence->at + 1 < sentence->end && is_adverb(sentence, sentence->at))
            sentence->at++;
        uint32_t class = class_of(sentence, sentence->at);
        if (!(class & WORD_OPENER) || class & WORD_VERB)
            return;
        const struct prose_word *word = sentence->at + 1;
        while (word < sentence->end && !(word->breaks & BREAK_CLAUSE))
            word++;
        if (word == sentence->end)
            return;
        sentence->at = word;
    }
}

/* "Control of changes", "Process owners are ...": a noun where the list knows a verb, too. */
static bool is_noun_here(const struct sentence *sentence)
{
    const struct prose_word *next = sentence->at + 1;
    if (!(class_of(sentence, sentence->at) & WORD_VERB_OR_NOUN) || next == sentence->end || next->breaks)
        return false;
    if (str_is(next->text, "of"))
        return true;
    return !(class_of(sentence, next) & WORD_DETERMINER) && main_verb(sentence, WORD_FINITE | WORD_MODAL);
}

static enum mood mood_of(struct sentence *sentence)
{
    skip_opening(sentence);
    uint32_t class = class_of(sentence, sentence->at);
    bool is_noun = class & WORD_VERB && is_noun_here(sentence);
    if ((class & WORD_VERB && !is_noun) || class & WORD_OPENER)
        return MOOD_ORDER; /* behind an opener without a comma the verb may stand anywhere */
    bool describes = class & (WORD_DETERMINER | WORD_THIRD_PERSON | WORD_GERUND);
    if (is_noun || (describes && !(class & WORD_VERB)) || main_verb(sentence, WORD_FINITE | WORD_MODAL))
        return MOOD_DESCRIPTION;
    return MOOD_UNKNOWN;
}

/* The verb in the form that orders, spelled as the word that stands there begins. */
static void suggest_base(struct texts *texts, struct finding *finding, const struct sentence *sentence, struct span at)
{
    atom base = lexicon_base(sentence->lexicon, sentence->at->name);
    if (base == 0)
        return;
    struct str spelling = with_capital(&texts->checking->scratch, name_in(texts->checking, base), sentence->at->text);
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(spelling)), at, spelling);
}

static void check_order(struct texts *texts, const struct statement_text *statement)
{
    struct checking *checking = texts->checking;
    struct sentence sentence = first_sentence(statement);
    enum mood mood = mood_of(&sentence);
    if (mood == MOOD_ORDER)
        return;
    struct span at = prose_span(statement->prose, checking->library->sources, sentence.at, sentence.at);
    struct finding *finding;
    if (mood == MOOD_DESCRIPTION) {
        finding = report(checking->diag, at, MSG_no_order, v_text(titled(checking, statement->component)));
        note(finding, MSG_note_order);
        suggest_base(texts, finding, &sentence, at);
    } else {
        finding = report(checking->diag, at, MSG_unknown_verb, v_string(sentence.at->text));
        finding->most = SEVERITY_INFO;
        help(finding, MSG_help_add_verb);
    }
    about_component(checking, finding, statement->component);
}

/* ---- States ---- */

static bool is_state(const struct sentence *sentence)
{
    const struct prose_word *verb = main_verb(sentence, WORD_FINITE | WORD_MODAL);
    if (verb)
        return !(class_of(sentence, verb) & WORD_MODAL);
    if (class_of(sentence, sentence->at) & (WORD_VERB | WORD_GERUND))
        return false;
    return true; /* "The organization manages its risks": no list knows every verb */
}

static void check_state(struct texts *texts, const struct statement_text *statement)
{
    struct checking *checking = texts->checking;
    struct sentence sentence = first_sentence(statement);
    if (is_state(&sentence))
        return;
    struct finding *finding =
        report(checking->diag, prose_span(statement->prose, checking->library->sources, sentence.at, sentence.at),
               MSG_no_state, v_text(titled(checking, statement->component)));
    note(finding, MSG_note_state);
    about_component(checking, finding, statement->component);
}

void check_wording(struct texts *texts, const struct statement_text *statement)
{
    if (!statement->lexicon->has_words || statement->prose->words.n == 0)
        return;
    if (texts->checking->library->properties.at[statement->text->property].wording == WORDING_IMPERATIVE)
        check_order(texts, statement);
    else
        check_state(texts, statement);
}
