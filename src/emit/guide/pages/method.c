/* How a mapping was made: what its rows say of themselves, in numbers. */

#include "emit/guide/pages/mapping.h"
#include "emit/guide/rows.h"

enum { ANSWERS_MOST = 10 };

/* The answers to one question, each with the number of rows that give it; WORD_NONE: not said. */
struct answers {
    enum word question;
    enum word words[ANSWERS_MOST];
    uint32_t n[ANSWERS_MOST];
    uint32_t n_words;
};

static void count_answer(struct answers *answers, enum word word)
{
    uint32_t i = 0;
    while (i < answers->n_words && answers->words[i] != word)
        i++;
    if (i == answers->n_words)
        answers->words[answers->n_words++] = word;
    answers->n[i]++;
}

static void put_answers(struct page *page, const struct answers *answers)
{
    put(page, "<tr><th scope=\"row\">");
    put_word(page, answers->question);
    put(page, "</th><td><ul class=\"legend\">");
    for (uint32_t i = 0; i < answers->n_words; i++) {
        put(page, "<li>");
        put_word(page, answers->words[i] == WORD_NONE ? WORD_NOT_SAID : answers->words[i]);
        put(page, " <b>");
        put_number(page, answers->n[i]);
        put(page, "</b></li> ");
    }
    put(page, "</ul></td></tr>\n");
}

static enum word outcome_word(enum outcome outcome)
{
    static const enum word words[] = {WORD_MAPPED, WORD_GAP, WORD_NOT_APPLICABLE, WORD_NOT_DECIDED};
    return words[outcome];
}

static bool is_tentative(const struct library *library, const struct row *row)
{
    for (uint32_t i = row->first_target; i < row->first_target + row->n_targets; i++)
        if (library->members.at[i].tentative)
            return true;
    return false;
}

/* Answers of all rows, and of those that have targets. */
static void put_table(struct page *page, const struct mapping *mapping)
{
    static const enum word confidences[] = {WORD_NONE, WORD_LOW, WORD_MEDIUM, WORD_HIGH};
    static const enum word kinds[] = {WORD_NONE, WORD_SYNTACTIC, WORD_SEMANTIC, WORD_FUNCTIONAL};
    static const enum word fits[] = {WORD_NONE, WORD_GOOD, WORD_SOME, WORD_POOR};
    struct answers outcome = {.question = WORD_OUTCOME}, fit = {.question = WORD_FIT_OF_TARGETS};
    struct answers confidence = {.question = WORD_CONFIDENCE_OF_ROWS}, kind = {.question = WORD_KIND_OF_RATIONALE};
    struct answers reason = {.question = WORD_REASON}, decided = {.question = WORD_STATE};
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &page->library->rows.at[i];
        count_answer(&outcome, outcome_word(row->outcome));
        count_answer(&reason, row->rationale.len ? WORD_GIVEN : WORD_NONE);
        count_answer(&kind, kinds[row->rationale_kind]);
        count_answer(&confidence, confidences[row->confidence]);
        if (row->outcome != OUTCOME_TARGETS)
            continue;
        count_answer(&fit, fits[row->fit]);
        count_answer(&decided, is_tentative(page->library, row) ? WORD_TENTATIVE : WORD_FIRM);
    }
    const struct answers *all[] = {&outcome, &decided, &reason, &kind, &confidence, &fit};
    for (uint32_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (all[i]->n_words)
            put_answers(page, all[i]);
}

void put_method(struct page *page, mapping_id id)
{
    const struct mapping *mapping = &page->library->mappings.at[id];
    if (mapping->derived || mapping->n_rows == 0)
        return;
    put_heading(page, 2, "prm:method", WORD_METHOD);
    put(page, "<table class=\"method\">\n<caption>");
    put_counted(page, WORD_ABOUT_METHOD, mapping->n_rows);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_WHAT);
    put_column(page, WORD_ROWS);
    put(page, "</tr></thead>\n<tbody>\n");
    put_table(page, mapping);
    put(page, "</tbody></table>\n");
}
