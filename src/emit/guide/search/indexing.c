/* By what an entry of the search is found: the words of its title and of its texts, and its identifiers, those that it
   had before, too. */

#include "emit/guide/search/indexing.h"

#include "emit/guide/names.h"
#include "emit/guide/plain.h"

struct str in_guide(const struct indexing *x, struct str text)
{
    struct str own = translated(x->library, guide_locale(x->guide), text);
    return own.ptr ? own : text;
}

struct str word_in_guide(const struct indexing *x, enum word word)
{
    struct str own = translated_word(x->library, guide_locale(x->guide), word);
    return own.ptr ? own : str_of(word_text(word));
}

/* ---- Words ---- */

static void fold_text(struct indexing *x, struct str text)
{
    x->text.n = x->folded.n = 0;
    plain_add(&x->text, &x->guide->scratch, text);
    fold_add(&x->folded, buf_as_str(&x->text));
    arena_free(&x->guide->scratch);
}

static void add_words(struct indexing *x, struct str text, bool strong, bool title)
{
    if (text.len == 0)
        return;
    fold_text(x, text);
    struct str rest = buf_as_str(&x->folded), word;
    for (bool first = title; fold_next_word(&rest, &word); first = false)
        lexicon_add(&x->words, word, x->entry, strong, first);
}

/* A text in the language at hand; if it is translated, people may look for the original, too. */
static void add_text(struct indexing *x, struct str text)
{
    struct str own = in_guide(x, text);
    add_words(x, own, false, false);
    if (own.ptr != text.ptr)
        add_words(x, text, false, false);
}

static void add_texts(struct indexing *x, component_id id)
{
    const struct library *library = x->library;
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        add_text(x, library->texts.at[i].value);
    end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->properties.at[library->attributes.at[i].property].type == PROPERTY_STRING)
            add_text(x, library->attributes.at[i].text);
}

static void add_header(struct indexing *x, const struct header *header)
{
    add_text(x, header->description);
    add_text(x, header->note);
}

static void add_term(struct indexing *x, const struct term *term)
{
    for (uint32_t i = 0; i < term->n_abbreviations; i++)
        add_words(x, x->library->forms.at[term->first_abbreviation + i].text, true, false);
    for (uint32_t i = 0; i < term->n_also; i++)
        add_words(x, x->library->forms.at[term->first_also + i].text, true, false);
    add_text(x, term->definition);
}

static void add_body(struct indexing *x, const struct findable *entry)
{
    switch (entry->type) {
    case FIND_COMPONENT: add_texts(x, entry->item); break;
    case FIND_MODEL: add_header(x, &x->library->models.at[entry->item].header); break;
    case FIND_MAPPING: add_header(x, &x->library->mappings.at[entry->item].header); break;
    case FIND_PROFILE: add_header(x, &x->library->profiles.at[entry->item].header); break;
    case FIND_GLOSSARY: add_header(x, &x->library->glossaries.at[entry->item].header); break;
    case FIND_TERM: add_term(x, &x->library->terms.at[entry->item]); break;
    }
}

/* ---- Identifiers ---- */

static void add_key(struct indexing *x, struct str identifier, bool strong, bool whole)
{
    x->text.n = 0;
    fold_add_key(&x->text, identifier);
    lexicon_add(&x->keys, buf_as_str(&x->text), x->entry, strong, whole);
}

/* The number at the end of the key that was added last: people say "1.2" for "SP1.2". */
static void add_number_key(struct indexing *x)
{
    struct str key = buf_as_str(&x->text);
    uint32_t start = key.len;
    while (start > 0 && (is_digit(key.ptr[start - 1]) || key.ptr[start - 1] == '.'))
        start--;
    lexicon_add(&x->keys, str_from(key, start), x->entry, true, false);
}

/* Says that an entry had another identifier, or path. */
static void note_former(struct indexing *x, struct str was)
{
    if (x->last_former == x->entry + 1)
        buf_text(&x->former, ", ");
    else
        buf_printf(&x->former, "%s%u ", x->former.n ? "\n" : "", x->entry);
    x->last_former = x->entry + 1;
    buf_str(&x->former, was);
}

/* The paths that a component had; one that only moved with what it stands in says which. */
static void add_former_paths(struct indexing *x, component_id id)
{
    struct arena arena = arena_on(x->guide->mem);
    struct former_names names;
    site_former_paths(x->library, &arena, id, &names);
    for (uint32_t i = 1; i < names.n; i++)
        add_key(x, names.at[i], true, true);
    if (names.n > 1 && x->last_former != x->entry + 1)
        note_former(x, names.at[1]);
    arena_free(&arena);
}

static void add_component_keys(struct indexing *x, const struct findable *entry)
{
    component_id id = entry->item;
    atom name = x->library->components.at[id].id;
    if (name) {
        add_key(x, entry->path, true, true);
        add_key(x, atom_text(x->library->atoms, name), true, true);
        add_number_key(x);
    }
    uint32_t first, end = library_attributes(x->library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &x->library->attributes.at[i];
        if (attribute->property == BUILTIN_LABEL)
            add_key(x, attribute->text, true, true);
        if (attribute->property == BUILTIN_WAS) {
            add_key(x, attribute->text, true, true);
            note_former(x, attribute->text);
        }
    }
    add_former_paths(x, id);
    if (!name)
        return;
    struct buf full = buf_on(x->guide->mem);
    buf_str(&full, entry->within);
    buf_char(&full, ' ');
    buf_str(&full, entry->path);
    add_key(x, buf_as_str(&full), false, true);
    buf_free(&full);
}

static void add_keys(struct indexing *x, const struct findable *entry)
{
    if (entry->type == FIND_COMPONENT)
        add_component_keys(x, entry);
    else if (entry->path.len)
        add_key(x, entry->path, true, true);
}

void index_entry(struct indexing *x, const struct findable *entry)
{
    add_keys(x, entry);
    struct str own = in_guide(x, entry->title);
    add_words(x, own, true, true);
    if (own.ptr != entry->title.ptr)
        add_words(x, entry->title, true, false);
    add_body(x, entry);
}
