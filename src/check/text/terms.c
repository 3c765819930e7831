/* Terms that leave open what is meant, and words for which a glossary has another. */

#include "check/text/texts.h"

#include "model/text/english.h"

static struct span span_of(struct texts *texts, const struct statement_text *statement, const struct prose_word *word,
                           uint32_t n)
{
    return prose_span(statement->prose, texts->checking->library->sources, word, word + n - 1);
}

static void report_vague(struct texts *texts, const struct statement_text *statement, const struct prose_word *word,
                         uint32_t n)
{
    struct checking *checking = texts->checking;
    struct span at = span_of(texts, statement, word, n);
    struct finding *finding =
        report(checking->diag, at, MSG_vague_term, v_string(source_text(checking->library->sources, at)));
    help(finding, MSG_help_vague_term);
    about_component(checking, finding, statement->component);
}

static void report_variant(struct texts *texts, const struct statement_text *statement, const struct prose_word *word,
                           const struct phrase *variant)
{
    struct checking *checking = texts->checking;
    const struct term *term = &checking->library->terms.at[variant_term(variant)];
    struct span at = span_of(texts, statement, word, variant->n);
    struct str spelled = source_text(checking->library->sources, at);
    struct finding *finding = report(checking->diag, at, MSG_variant, v_string(spelled), v_string(term->name));
    label(finding, term->at, MSG_label_defined_here);
    struct buf wanted = buf_on(checking->mem);
    struct str name = with_capital(&checking->scratch, term->name, spelled);
    if (variant_is_plural(variant))
        english_add_s(&wanted, name);
    else
        buf_str(&wanted, name);
    fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&wanted))), at,
             buf_as_str(&wanted));
    buf_free(&wanted);
    about_component(checking, finding, statement->component);
}

void check_terms(struct texts *texts, const struct statement_text *statement)
{
    const struct prose_word *word = statement->prose->words.at, *end = word + statement->prose->words.n;
    while (word < end) {
        const struct phrase *variant = phrases_match(&texts->variants, word, end);
        const struct phrase *vague = variant ? NULL : phrases_match(&statement->lexicon->vague, word, end);
        if (variant)
            report_variant(texts, statement, word, variant);
        else if (vague && vague->value == 0)
            report_vague(texts, statement, word, vague->n);
        word += variant ? variant->n : vague ? vague->n : 1;
    }
}
