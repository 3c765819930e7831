/* Glossaries: abbreviations that stand for two terms, and terms that nothing is said of. */

#include "base/atom.h"
#include "check/check.h"

/* `seen`: abbreviation -> the term that has it first. Capitals count: `IT` and `It` are two. */
static void check_abbreviation(struct checking *checking, struct map *seen, uint32_t t, const struct form *form)
{
    const struct library *library = checking->library;
    uint32_t first = *map_at(seen, atom_intern(library->atoms, form->text), t);
    if (first == t)
        return;
    const struct term *term = &library->terms.at[t], *other = &library->terms.at[first];
    struct finding *finding = report(checking->diag, form->at, MSG_acronym_redefined, v_string(form->text),
                                     v_string(other->name), v_string(term->name));
    label(finding, other->at, MSG_label_defined_here);
    help(finding, MSG_help_acronym_redefined);
}

/* True if it is empty, or what writers leave for later; marks such as TBD are found in all texts. */
static bool is_no_definition(struct str definition)
{
    static const char *const placeholders[] = {"tbd", "tbc", "todo", "n/a", "na", "none"};
    struct str text = str_trim(definition);
    bool says_anything = false;
    for (uint32_t i = 0; i < text.len; i++)
        says_anything = says_anything || is_alnum(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80;
    for (size_t i = 0; i < sizeof placeholders / sizeof placeholders[0]; i++)
        if (str_eq_folded(text, str_of(placeholders[i])) && !is_upper(text.ptr[0]))
            return true;
    return !says_anything;
}

static void check_definition(struct checking *checking, const struct term *term)
{
    if (term->definition_at.end == 0 || !is_no_definition(term->definition))
        return;
    help(report(checking->diag, term->definition_at, MSG_term_without_definition, v_string(term->name)),
         MSG_help_define);
}

void check_glossaries(struct checking *checking)
{
    const struct library *library = checking->library;
    VEC_EACH (const struct glossary, glossary, &library->glossaries) {
        struct map seen = map_on(checking->mem);
        for (uint32_t t = glossary->first_term; t < glossary->first_term + glossary->n_terms; t++) {
            const struct term *term = &library->terms.at[t];
            check_definition(checking, term);
            for (uint32_t i = 0; i < term->n_abbreviations; i++)
                check_abbreviation(checking, &seen, t, &library->forms.at[term->first_abbreviation + i]);
        }
        map_free(&seen);
    }
}
