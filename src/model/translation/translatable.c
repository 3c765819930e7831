#include "model/translation/translatable.h"

#include <stdarg.h>
#include <stdio.h>

#include "model/names/path.h"

/* What is being gathered. */
struct gathering {
    struct translatables *all;
    const struct library *library;
    struct mem *mem;
    struct atoms contexts; /* every one so far */
    struct map repeated;   /* context -> how often it was asked for */
    struct map sources;    /* context of a source -> its translatable */
    struct map places;     /* address of a text -> 1: kinds share theirs */
};

static struct str text_of(const struct gathering *g, atom name)
{
    return name ? atom_text(g->library->atoms, name) : STR("");
}

struct str name_in_words(struct arena *arena, struct str name)
{
    char *text = arena_bytes(arena, (size_t)name.len + 1);
    for (uint32_t i = 0; i < name.len; i++)
        text[i] = name.ptr[i] == '-' ? ' ' : i == 0 ? to_upper(name.ptr[i]) : name.ptr[i];
    text[name.len] = '\0';
    return (struct str){text, name.len};
}

/* Adds a text under a context; one that is taken gets a number behind it. */
static void add(struct gathering *g, struct translatable entry, struct buf *context)
{
    uint32_t *place =
        entry.of == OF_GUIDE || !entry.text.len ? NULL : map_at(&g->places, (uint64_t)(uintptr_t)entry.text.ptr, 0);
    if (entry.text.len && (!place || (*place)++ == 0)) {
        atom name = atom_intern(&g->contexts, buf_as_str(context));
        uint32_t n = ++*map_at(&g->repeated, name, 0);
        if (n > 1)
            buf_printf(context, " %u", n);
        entry.context = arena_str(&g->all->arena, buf_as_str(context));
        vec_push(g->mem, &g->all->at, entry);
    }
    buf_free(context);
}

static void add_named(struct gathering *g, struct translatable entry, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void add_named(struct gathering *g, struct translatable entry, const char *format, ...)
{
    char name[1024];
    struct buf context = buf_on(g->mem);
    va_list args;
    va_start(args, format);
    vsnprintf(name, sizeof name, format, args);
    va_end(args);
    buf_text(&context, name);
    add(g, entry, &context);
}

/* ---- Architectures and names ---- */

/* True for a kind that the architecture has from the one that it extends: it is that one's. */
static bool is_inherited(const struct library *library, const struct architecture *architecture,
                         const struct kind *kind)
{
    if (architecture->extends == NONE)
        return false;
    const struct architecture *base = &library->architectures.at[architecture->extends];
    for (kind_id k = base->first_kind; k < base->first_kind + base->n_kinds; k++)
        if (library->kinds.at[k].at.start == kind->at.start)
            return true;
    return false;
}

static void add_architecture(struct gathering *g, uint32_t i)
{
    const struct architecture *architecture = &g->library->architectures.at[i];
    struct str id = text_of(g, architecture->id);
    struct translatable entry = {.of = OF_ARCHITECTURE, .index = i, .at = architecture->at};
    entry.text = architecture->title;
    add_named(g, entry, "architecture %.*s title", STR_ARGS(id));
    for (kind_id k = architecture->first_kind; k < architecture->first_kind + architecture->n_kinds; k++) {
        const struct kind *kind = &g->library->kinds.at[k];
        if (is_inherited(g->library, architecture, kind))
            continue;
        struct str name = text_of(g, kind->name);
        entry.at = kind->at;
        entry.text = kind->title;
        add_named(g, entry, "architecture %.*s %.*s title", STR_ARGS(id), STR_ARGS(name));
        entry.text = kind->plural;
        add_named(g, entry, "architecture %.*s %.*s plural", STR_ARGS(id), STR_ARGS(name));
    }
}

/* The first of a name only: whoever declares it, readers see the same word. */
static bool is_new(struct gathering *g, atom name, uint32_t what)
{
    return (*map_at(&g->places, map_key(UINT32_MAX - 1 - what, name), 0))++ == 0;
}

static void add_names(struct gathering *g)
{
    const struct library *library = g->library;
    struct translatable entry = {.of = OF_NAME};
    for (property_id p = BUILTIN_COUNT; p < library->properties.n; p++) {
        const struct property *property = &library->properties.at[p];
        if (!is_new(g, property->name, 0))
            continue;
        entry.index = property->name;
        entry.at = property->at;
        entry.text = name_in_words(&g->all->arena, text_of(g, property->name));
        add_named(g, entry, "property %.*s", STR_ARGS(text_of(g, property->name)));
    }
    VEC_EACH (const atom, word, &library->words) {
        if (!is_new(g, *word, 1))
            continue;
        entry = (struct translatable){
            .of = OF_NAME, .index = *word, .at = SPAN_NONE, .text = name_in_words(&g->all->arena, text_of(g, *word))};
        add_named(g, entry, "value %.*s", STR_ARGS(text_of(g, *word)));
    }
}

/* ---- Components ---- */

static void add_of_component(struct gathering *g, component_id id, struct str text, struct span at, struct str name)
{
    struct translatable entry = {.of = OF_COMPONENT, .index = id, .text = text, .at = at};
    struct buf context = buf_on(g->mem);
    path_add_full(&context, g->library, id);
    buf_printf(&context, " %.*s", STR_ARGS(name));
    add(g, entry, &context);
}

static void add_component(struct gathering *g, component_id id)
{
    const struct library *library = g->library;
    const struct component *component = &library->components.at[id];
    if (component->duplicate)
        return;
    add_of_component(g, id, component->title, component->title_at, STR("title"));
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct text *text = &library->texts.at[i];
        add_of_component(g, id, text->value, text->at, text_of(g, library->properties.at[text->property].name));
    }
    end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &library->attributes.at[i];
        const struct property *property = &library->properties.at[attribute->property];
        if (attribute->property >= BUILTIN_COUNT && property->type == PROPERTY_STRING)
            add_of_component(g, id, attribute->text, attribute->at, text_of(g, property->name));
    }
}

/* ---- Declarations ---- */

/* What a declaration says of itself; dates and versions say it in every language. */
static void add_declaration(struct gathering *g, struct translatable entry, const char *word, atom id, struct str title,
                            const struct header *header)
{
    const struct {
        const char *name;
        struct str text;
    } parts[] = {{"title", title},           {"description", header->description},
                 {"note", header->note},     {"publisher", header->publisher},
                 {"source", header->source}, {"license", header->license}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        entry.text = parts[i].text;
        add_named(g, entry, "%s %.*s %s", word, STR_ARGS(text_of(g, id)), parts[i].name);
    }
}

static void add_model(struct gathering *g, model_id id)
{
    const struct model *model = &g->library->models.at[id];
    struct translatable entry = {.of = OF_MODEL, .index = id, .at = model->at};
    add_declaration(g, entry, "model", model->id, model->title, &model->header);
    for (component_id c = model->first; c < model->first + model->n; c++)
        add_component(g, c);
}

static void add_row_part(struct gathering *g, struct translatable entry, const struct row *row, struct str text,
                         const char *name)
{
    struct buf context = buf_on(g->mem);
    entry.text = text;
    entry.at = row->at;
    buf_printf(&context, "mapping %.*s ", STR_ARGS(text_of(g, g->library->mappings.at[entry.index].id)));
    if (row->n_sources && g->library->members.at[row->first_source].component != NONE)
        path_add(&context, g->library, g->library->members.at[row->first_source].component);
    buf_printf(&context, " %s", name);
    add(g, entry, &context);
}

static void add_mapping(struct gathering *g, mapping_id id)
{
    const struct mapping *mapping = &g->library->mappings.at[id];
    struct translatable entry = {.of = OF_MAPPING, .index = id, .at = mapping->at};
    add_declaration(g, entry, "mapping", mapping->id, mapping->title, &mapping->header);
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &g->library->rows.at[i];
        add_row_part(g, entry, row, row->rationale, "rationale");
        add_row_part(g, entry, row, row->note, "note");
    }
}

static void add_profile(struct gathering *g, uint32_t i)
{
    const struct profile *profile = &g->library->profiles.at[i];
    struct translatable entry = {.of = OF_PROFILE, .index = i, .at = profile->at};
    add_declaration(g, entry, "profile", profile->id, profile->title, &profile->header);
    for (uint32_t s = profile->first_selection; s < profile->first_selection + profile->n_selections; s++) {
        const struct selection *selection = &g->library->selections.at[s];
        struct buf context = buf_on(g->mem);
        entry.text = selection->reason;
        entry.at = selection->at;
        buf_printf(&context, "profile %.*s ", STR_ARGS(text_of(g, profile->id)));
        if (selection->component != NONE)
            path_add(&context, g->library, selection->component);
        buf_text(&context, " reason");
        add(g, entry, &context);
    }
}

static void add_term_part(struct gathering *g, struct translatable entry, struct str term, struct str text,
                          const char *name)
{
    struct buf context = buf_on(g->mem);
    entry.text = text;
    buf_printf(&context, "glossary %.*s `", STR_ARGS(text_of(g, g->library->glossaries.at[entry.index].id)));
    buf_str(&context, term);
    buf_printf(&context, "` %s", name);
    add(g, entry, &context);
}

static void add_glossary(struct gathering *g, uint32_t i)
{
    const struct glossary *glossary = &g->library->glossaries.at[i];
    struct translatable entry = {.of = OF_GLOSSARY, .index = i, .at = glossary->at};
    add_declaration(g, entry, "glossary", glossary->id, glossary->title, &glossary->header);
    for (uint32_t t = glossary->first_term; t < glossary->first_term + glossary->n_terms; t++) {
        const struct term *term = &g->library->terms.at[t];
        entry.at = term->at;
        add_term_part(g, entry, term->name, term->name, "term");
        add_term_part(g, entry, term->name, term->definition, "definition");
    }
}

/* Adds the source of a component or row, or where it has been said. */
static void add_source(struct gathering *g, struct str text, struct span at)
{
    struct buf context = buf_on(g->mem);
    buf_printf(&context, "source %.*s", STR_ARGS(text));
    atom name = atom_intern(&g->contexts, buf_as_str(&context));
    uint32_t *first = map_at(&g->sources, name, g->all->at.n);
    if (text.len && *first < g->all->at.n) {
        vec_push(g->mem, &g->all->again, ((struct translatable_again){text, *first}));
        buf_free(&context);
        return;
    }
    add(g, (struct translatable){.of = OF_SOURCE, .text = text, .at = at}, &context);
}

static void add_sources(struct gathering *g)
{
    const struct library *library = g->library;
    VEC_EACH (const struct attribute, attribute, &library->attributes)
        if (attribute->property == BUILTIN_SOURCE && attribute->text.len)
            add_source(g, attribute->text, attribute->at);
    VEC_EACH (const struct row, row, &library->rows)
        if (row->source.len)
            add_source(g, row->source, row->at);
}

static void add_words(struct gathering *g)
{
    for (enum word word = 0; word < WORD_NONE; word++) {
        struct translatable entry = {.of = OF_GUIDE, .index = word, .text = str_of(word_text(word))};
        add_named(g, entry, "guide %s", word_name(word));
    }
}

void translatables_find(struct translatables *all, const struct library *library, struct mem *mem)
{
    struct gathering g = {.all = all,
                          .library = library,
                          .mem = mem,
                          .repeated = map_on(mem),
                          .places = map_on(mem),
                          .sources = map_on(mem)};
    *all = (struct translatables){.arena = arena_on(mem)};
    atoms_init(&g.contexts, mem);
    for (uint32_t i = 0; i < library->architectures.n; i++)
        add_architecture(&g, i);
    add_names(&g);
    for (model_id id = 0; id < library->models.n; id++)
        add_model(&g, id);
    for (mapping_id id = 0; id < library->mappings.n; id++)
        add_mapping(&g, id);
    for (uint32_t i = 0; i < library->profiles.n; i++)
        add_profile(&g, i);
    for (uint32_t i = 0; i < library->glossaries.n; i++)
        add_glossary(&g, i);
    add_sources(&g);
    add_words(&g);
    map_free(&g.sources);
    map_free(&g.repeated);
    map_free(&g.places);
}
