/* search.LANGUAGE.js: what can be found in one language. The array holds

     0  the version of this format
     1  kinds: [title, plural, importance, class of its badge, plural in the language of the models]
     2  states: [name, class of its badge], none first
     3  what entries are in: ids of models and glossaries
     4  pages: addresses from the folder of the language
     5  languages of titles; the first is that of the page
     6  titles, 7  paths, 8  places on pages: a line for each entry
     9  for each entry six numbers: kind, state, what it is in, page, language, level
     10 folded words, in order, 11 where they stand: in titles, in texts
     12 keys of identifiers, in order, 13 whose they are: own ones, with the model in front
     14 levels: [name, the same for addresses], none first
     15 identifiers that entries had before: a line for each entry that had any, its number and a blank in front

   Places are, for each word, two lists: their length, then the way from each entry to the next; in the first list
   doubled, and one more where the word begins the title or the key is the whole identifier. */

#include "emit/guide/search.h"

#include "emit/guide/html.h"
#include "emit/guide/names.h"
#include "emit/guide/plain.h"

/* Texts that get a number when they are first seen. */
struct table {
    struct atoms at;
};

struct indexing {
    struct guide *guide;
    const struct library *library;
    struct buf text, folded;                   /* of the text at hand */
    struct buf titles, paths, places, numbers; /* columns */
    struct buf former;
    struct table kinds, within, pages, languages, levels;
    uint32_t *level; /* by page of the site */
    struct lexicon words, keys;
    uint32_t *number_of_kind;    /* by kind_id, + 1; 0: not seen yet */
    uint32_t entry, last_former; /* last_former: the last entry that had another identifier, and 1 */
};

static uint32_t number_of(struct table *table, struct str text)
{
    return atom_intern(&table->at, text) - 1;
}

static struct str in_guide(const struct indexing *x, struct str text)
{
    struct str own = translated(x->library, guide_locale(x->guide), text);
    return own.ptr ? own : text;
}

static struct str word_in_guide(const struct indexing *x, enum word word)
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

/* ---- Columns ---- */

/* The number of an array of strings in a table. */
static uint32_t tuple_number(struct indexing *x, struct table *table, const struct str *texts, uint32_t n)
{
    struct buf tuple = buf_on(x->guide->mem);
    for (uint32_t i = 0; i < n; i++) {
        buf_text(&tuple, i ? "," : "[");
        search_add_string(&tuple, texts[i]);
    }
    buf_char(&tuple, ']');
    uint32_t number = number_of(table, buf_as_str(&tuple));
    buf_free(&tuple);
    return number;
}

static uint32_t kind_number(struct indexing *x, struct str title, struct str plural, struct str original,
                            enum importance importance)
{
    static const struct {
        enum word word;
        const char *class;
    } badges[] = {
        {WORD_NONE, ""}, {WORD_REQUIRED, "required"}, {WORD_EXPECTED, "expected"}, {WORD_INFORMATIVE, "informative"}};
    enum word word = badges[importance].word;
    struct str texts[] = {title, plural, word == WORD_NONE ? STR("") : word_in_guide(x, word),
                          str_of(badges[importance].class), original};
    return tuple_number(x, &x->kinds, texts, 5);
}

static uint32_t kind_of(struct indexing *x, const struct findable *entry)
{
    static const enum word words[][2] = {
        [FIND_MODEL] = {WORD_MODEL, WORD_MODELS},       [FIND_MAPPING] = {WORD_MAPPING, WORD_MAPPINGS},
        [FIND_PROFILE] = {WORD_PROFILE, WORD_PROFILES}, [FIND_GLOSSARY] = {WORD_GLOSSARY, WORD_GLOSSARIES},
        [FIND_TERM] = {WORD_TERM, WORD_TERMS},
    };
    if (entry->type == FIND_COMPONENT) {
        const struct kind *kind = library_kind(x->library, entry->item);
        uint32_t *number = &x->number_of_kind[kind - x->library->kinds.at];
        if (!*number)
            *number =
                kind_number(x, in_guide(x, kind->title), in_guide(x, kind->plural), kind->plural, kind->importance) + 1;
        return *number - 1;
    }
    enum word plural = words[entry->type][1];
    return kind_number(x, word_in_guide(x, words[entry->type][0]), word_in_guide(x, plural), str_of(word_text(plural)),
                       IMPORTANCE_NONE);
}

static uint32_t state_of(const struct indexing *x, const struct findable *entry)
{
    if (entry->type != FIND_COMPONENT)
        return STATUS_NONE;
    const struct component *component = &x->library->components.at[entry->item];
    return component->withdrawn ? STATUS_WITHDRAWN : component->status;
}

static uint32_t page_of(struct indexing *x, const struct findable *entry)
{
    x->text.n = 0;
    buf_str(&x->text, entry->file->folder);
    buf_text(&x->text, entry->file->folder.len ? "/" : "");
    buf_str(&x->text, entry->file->url);
    return number_of(&x->pages, buf_as_str(&x->text));
}

/* The language of a title that is shown as its author wrote it. */
static uint32_t language_of(struct indexing *x, const struct findable *entry)
{
    bool own = in_guide(x, entry->title).ptr != entry->title.ptr;
    struct str language = entry->language.len ? entry->language : str_of(word_language());
    return own || !has_letters(entry->title) ? 0 : number_of(&x->languages, language);
}

/* The level of the page that shows a component: a practice is at that of its area. */
static uint32_t level_of(const struct indexing *x, const struct findable *entry)
{
    if (entry->type != FIND_COMPONENT)
        return 0;
    model_id model = x->library->components.at[entry->item].model;
    return x->level[site_place(&x->guide->site, x->library, model, entry->item).page];
}

/* "Maturity level 3", and "maturity-level 3" for addresses. */
static uint32_t level_number(struct indexing *x, atom name, int64_t value)
{
    struct str id = atom_text(x->library->atoms, name), own = translated_name(x->library, guide_locale(x->guide), name);
    struct buf label = buf_on(x->guide->mem), key = buf_on(x->guide->mem);
    for (uint32_t i = 0; i < id.len && !own.ptr; i++)
        buf_char(&label, id.ptr[i] == '-' ? ' ' : i ? id.ptr[i] : to_upper(id.ptr[i]));
    buf_str(&label, own.ptr ? own : STR(""));
    buf_printf(&label, " %lld", (long long)value);
    buf_printf(&key, "%.*s %lld", STR_ARGS(id), (long long)value);
    uint32_t number = tuple_number(x, &x->levels, (struct str[]){buf_as_str(&label), buf_as_str(&key)}, 2);
    buf_free(&label);
    buf_free(&key);
    return number;
}

static void find_levels(struct indexing *x, struct arena *arena)
{
    const struct site *site = &x->guide->site;
    x->level = arena_array(arena, uint32_t, site->pages.n + 1);
    for (model_id id = 0; id < x->library->models.n; id++) {
        const struct site_order *order = site_levels(site, x->library, id);
        for (uint32_t i = 0; order && i < order->n; i++) {
            const struct site_ranked *ranked = &site->ranked.at[order->first + i];
            x->level[ranked->page] = level_number(x, x->library->properties.at[order->property].name, ranked->value);
        }
    }
}

/* A line of a column holds one line whatever the text is. */
static void add_line(struct buf *column, uint32_t entry, struct str text)
{
    buf_text(column, entry ? "\n" : "");
    size_t start = column->n;
    buf_str(column, text);
    for (size_t i = start; i < column->n; i++)
        if (column->at[i] == '\n')
            column->at[i] = ' ';
}

static void add_columns(struct indexing *x, const struct findable *entry)
{
    x->text.n = 0;
    plain_add(&x->text, &x->guide->scratch, in_guide(x, entry->title));
    add_line(&x->titles, x->entry, buf_as_str(&x->text));
    arena_free(&x->guide->scratch);
    add_line(&x->paths, x->entry, entry->path);
    x->text.n = 0;
    html_url_step(&x->text, entry->anchor);
    add_line(&x->places, x->entry, buf_as_str(&x->text));
    search_add_number(&x->numbers, kind_of(x, entry));
    search_add_number(&x->numbers, state_of(x, entry));
    search_add_number(&x->numbers, entry->within.len ? number_of(&x->within, entry->within) : 0);
    search_add_number(&x->numbers, page_of(x, entry));
    search_add_number(&x->numbers, language_of(x, entry));
    search_add_number(&x->numbers, level_of(x, entry));
}

static void add_entry(struct indexing *x, const struct findable *entry)
{
    add_columns(x, entry);
    add_keys(x, entry);
    struct str own = in_guide(x, entry->title);
    add_words(x, own, true, true);
    if (own.ptr != entry->title.ptr)
        add_words(x, entry->title, true, false);
    add_body(x, entry);
    x->entry++;
}

/* ---- The file ---- */

static void put_table(struct buf *out, const struct table *table, bool quoted)
{
    buf_text(out, "[");
    for (atom name = 1; name < table->at.names.n; name++) {
        buf_text(out, name > 1 ? "," : "");
        if (quoted)
            search_add_string(out, atom_text(&table->at, name));
        else
            buf_str(out, atom_text(&table->at, name));
    }
    buf_text(out, "]");
}

static void put_states(const struct indexing *x, struct buf *out)
{
    static const struct {
        enum word word;
        const char *class;
    } states[] = {{WORD_DRAFT, "draft"},
                  {WORD_PSEUDO, "pseudo"},
                  {WORD_OPTIONAL, "optional"},
                  {WORD_DEPRECATED, "deprecated"},
                  {WORD_WITHDRAWN, "withdrawn"}};
    buf_text(out, "[[\"\",\"\"]");
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        buf_text(out, ",[");
        search_add_string(out, word_in_guide(x, states[i].word));
        buf_printf(out, ",\"%s\"]", states[i].class);
    }
    buf_text(out, "],\n");
}

static void put_lines(struct buf *out, struct buf *column)
{
    search_add_string(out, buf_as_str(column));
    buf_text(out, ",\n");
    buf_free(column);
}

static void begin(struct indexing *x, struct guide *guide)
{
    struct mem *mem = guide->mem;
    *x = (struct indexing){
        .guide = guide,
        .library = guide->library,
        .text = buf_on(mem),
        .folded = buf_on(mem),
        .titles = buf_on(mem),
        .paths = buf_on(mem),
        .places = buf_on(mem),
        .numbers = buf_on(mem),
        .number_of_kind = arena_array(&guide->arena, uint32_t, guide->library->kinds.n + 1),
        .former = buf_on(mem),
    };
    lexicon_init(&x->words, mem);
    lexicon_init(&x->keys, mem);
    struct table *tables[] = {&x->kinds, &x->within, &x->pages, &x->languages, &x->levels};
    for (int i = 0; i < 5; i++)
        atoms_init(&tables[i]->at, mem);
    number_of(&x->within, STR(" "));
    number_of(&x->languages, guide_language(guide));
    tuple_number(x, &x->levels, (struct str[]){STR(""), STR("")}, 2);
}

void emit_search(struct guide *guide)
{
    struct indexing x;
    struct buf out = buf_on(guide->mem);
    struct arena arena = arena_on(guide->mem);
    begin(&x, guide);
    find_levels(&x, &arena);
    VEC_EACH (const struct findable, entry, &guide->findables)
        add_entry(&x, entry);
    buf_text(&out, "window.prmSearch = [2,\n");
    put_table(&out, &x.kinds, false);
    buf_text(&out, ",\n");
    put_states(&x, &out);
    const struct table *tables[] = {&x.within, &x.pages, &x.languages};
    for (int i = 0; i < 3; i++) {
        put_table(&out, tables[i], true);
        buf_text(&out, ",\n");
    }
    put_lines(&out, &x.titles);
    put_lines(&out, &x.paths);
    put_lines(&out, &x.places);
    put_lines(&out, &x.numbers);
    lexicon_write(&x.words, &out);
    buf_text(&out, ",\n");
    lexicon_write(&x.keys, &out);
    buf_text(&out, ",\n");
    put_table(&out, &x.levels, false);
    buf_text(&out, ",\n");
    search_add_string(&out, buf_as_str(&x.former));
    buf_text(&out, "];\n");
    guide_add(guide, &guide->site.searches[guide->language], &out);
    buf_free(&out);
    buf_free(&x.text);
    buf_free(&x.folded);
    arena_free(&arena);
    buf_free(&x.former);
}
