/* search.LANGUAGE.js: what can be found in one language. The array holds

     0  the version of this format
     1  kinds: [title, plural, importance, class of its badge, plural in the language of the models]
     2  states: [name, class of its badge], none first
     3  what entries are in: ids of models and glossaries
     4  pages: addresses from the folder of the language
     5  languages of titles; the first is that of the page
     6  titles, 7  paths, 8  places on pages: of each entry
     9  for each entry six numbers: kind, state, what it is in, page, language, level
     10 folded words, in order, 11 where they stand: in titles, in texts
     12 keys of identifiers, in order, 13 whose they are: own ones, with the model in front
     14 levels: [name, the same for addresses], none first
     15 identifiers that entries had before: a line for each entry that had any, its number and a blank in front

   Places are, for each word, two lists: their length, then the way from each entry to the next; in the first list
   doubled, and one more where the word begins the title or the key is the whole identifier. */

#include "emit/guide/search/indexing.h"

#include "base/json.h"
#include "emit/guide/html.h"
#include "emit/guide/names.h"
#include "emit/guide/plain.h"

static uint32_t number_of(struct table *table, struct str text)
{
    return atom_intern(&table->at, text) - 1;
}

/* ---- Columns ---- */

/* The number of an array of strings in a table. */
static uint32_t tuple_number(struct indexing *x, struct table *table, const struct str *texts, uint32_t n)
{
    struct buf tuple = buf_on(x->guide->mem);
    for (uint32_t i = 0; i < n; i++) {
        buf_text(&tuple, i ? "," : "[");
        json_add_string(&tuple, texts[i]);
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

static void add_to_column(struct buf *column, struct str text)
{
    buf_text(column, column->n ? "," : "[");
    json_add_string(column, text);
}

static void add_columns(struct indexing *x, const struct findable *entry)
{
    x->text.n = 0;
    plain_add(&x->text, &x->guide->scratch, in_guide(x, entry->title));
    add_to_column(&x->titles, buf_as_str(&x->text));
    arena_free(&x->guide->scratch);
    add_to_column(&x->paths, entry->path);
    x->text.n = 0;
    html_url_step(&x->text, entry->anchor);
    add_to_column(&x->places, buf_as_str(&x->text));
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
    index_entry(x, entry);
    x->entry++;
}

/* ---- The file ---- */

static void put_table(struct buf *out, const struct table *table, bool quoted)
{
    buf_text(out, "[");
    for (atom name = 1; name < table->at.names.n; name++) {
        buf_text(out, name > 1 ? "," : "");
        if (quoted)
            json_add_string(out, atom_text(&table->at, name));
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
        json_add_string(out, word_in_guide(x, states[i].word));
        buf_printf(out, ",\"%s\"]", states[i].class);
    }
    buf_text(out, "],\n");
}

static void put_filled(struct buf *out, struct buf *column)
{
    buf_str(out, buf_as_str(column));
    buf_text(out, column->n ? "],\n" : "[],\n");
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
    buf_text(&out, "window.prmSearch = [3,\n");
    put_table(&out, &x.kinds, false);
    buf_text(&out, ",\n");
    put_states(&x, &out);
    const struct table *tables[] = {&x.within, &x.pages, &x.languages};
    for (int i = 0; i < 3; i++) {
        put_table(&out, tables[i], true);
        buf_text(&out, ",\n");
    }
    put_filled(&out, &x.titles);
    put_filled(&out, &x.paths);
    put_filled(&out, &x.places);
    json_add_string(&out, buf_as_str(&x.numbers));
    buf_text(&out, ",\n");
    buf_free(&x.numbers);
    lexicon_write(&x.words, &out);
    buf_text(&out, ",\n");
    lexicon_write(&x.keys, &out);
    buf_text(&out, ",\n");
    put_table(&out, &x.levels, false);
    buf_text(&out, ",\n");
    json_add_string(&out, buf_as_str(&x.former));
    buf_text(&out, "];\n");
    guide_add(guide, &guide->site.searches[guide->language], &out);
    buf_free(&out);
    buf_free(&x.text);
    buf_free(&x.folded);
    arena_free(&arena);
    buf_free(&x.former);
}
