/* The tables of a model: see struct prm_model in prm/tables.h. */

#include "emit/tables/tables.h"

#include <inttypes.h>

#include "emit/tables/literal.h"
#include "emit/tables/pilots.h"
#include "emit/tables/pool.h"
#include "model/cnames.h"
#include "model/names/path.h"
#include "model/translation/translation.h"
#include "model/view.h"
#include "prm/tables.h"

/* The columns of a model while they are filled. */
struct model_tables {
    const struct library *library;
    struct mem *mem;
    model_id id;
    uint32_t n;
    struct pool text;
    struct buf pilots, prints, cells, paths, places, nodes, classes, parts, names;
    VEC(prm_id) references;
    struct map known_classes; /* (kind, model) -> class */
    uint32_t n_classes, longest;
    struct prm_model object; /* its numbers; where the columns lie is not known yet */
};

static struct str name_of(const struct model_tables *t, atom a)
{
    return a ? atom_text(t->library->atoms, a) : STR_NONE;
}

/* ---- Columns ---- */

/* A kind as the components of one model have it. */
static uint32_t class_of(struct model_tables *t, component_id id)
{
    const struct component *component = &t->library->components.at[id];
    const struct kind *kind = library_kind(t->library, id);
    uint32_t key = t->n_classes;
    uint32_t class = *map_at(&t->known_classes, map_key(component->kind, component->model), key);
    if (class != key)
        return class;
    column_add(&t->classes, pool_add(&t->text, name_of(t, kind->name)));
    column_add(&t->classes, pool_add(&t->text, name_of(t, library_added_by(t->library, id))));
    column_add(&t->classes, kind->importance);
    return t->n_classes++;
}

static uint32_t n_parts(const struct model_tables *t)
{
    return (uint32_t)(t->parts.n / 8);
}

static void add_part(struct model_tables *t, property_id property, struct str value)
{
    column_add(&t->parts, pool_add(&t->text, name_of(t, t->library->properties.at[property].name)));
    column_add(&t->parts, pool_add(&t->text, value));
}

static void add_texts(struct model_tables *t, component_id id)
{
    uint32_t first, end = library_texts(t->library, id, &first);
    for (uint32_t i = first; i < end; i++)
        add_part(t, t->library->texts.at[i].property, t->library->texts.at[i].value);
}

static void add_attributes(struct model_tables *t, component_id id)
{
    uint32_t first, end = library_attributes(t->library, id, &first);
    struct buf digits = buf_on(t->mem);
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &t->library->attributes.at[i];
        struct str value = attribute->text;
        if (t->library->properties.at[attribute->property].type == PROPERTY_INTEGER) {
            digits.n = 0;
            buf_printf(&digits, "%lld", (long long)attribute->number);
            value = buf_as_str(&digits);
        }
        add_part(t, attribute->property, value);
    }
    buf_free(&digits);
}

/* References by one attribute stand together; those that leave the model have no place here. */
static void add_references(struct model_tables *t, component_id id)
{
    const struct reference *references = t->library->references.at;
    uint32_t first, end = library_references(t->library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        property_id property = references[i].property;
        bool is_first = true;
        for (uint32_t k = first; k < i && is_first; k++)
            is_first = references[k].property != property;
        for (uint32_t k = i; is_first && k < end; k++) {
            component_id target = references[k].target;
            if (references[k].property != property || target == NONE || !view_holds(t->library, t->id, target))
                continue;
            column_add(&t->names, pool_add(&t->text, name_of(t, t->library->properties.at[property].name)));
            vec_push(t->mem, &t->references, view_position(t->library, t->id, target));
        }
    }
}

static void add_component(struct model_tables *t, uint32_t position)
{
    component_id id = view_component(t->library, t->id, position);
    const struct component *component = &t->library->components.at[id];
    component_id parent = component->parent;
    column_add(&t->nodes, pool_add(&t->text, component->title));
    column_add(&t->nodes, parent == NONE ? 0 : position - view_position(t->library, t->id, parent));
    column_add(&t->nodes, view_end(t->library, t->id, position) - position);
    column_add(&t->nodes, class_of(t, id) << 4 | (component->id == 0 ? 8u : 0u) | component->status);
    column_add(&t->nodes, n_parts(t));
    add_texts(t, id);
    column_add(&t->nodes, n_parts(t));
    add_attributes(t, id);
    column_add(&t->nodes, t->references.n);
    add_references(t, id);
}

/* What stands behind the last component and answers for every id that is none. */
static void add_sentinel(struct model_tables *t)
{
    const uint32_t node[prm_in_fields] = {0, 0, 0, 0, n_parts(t), n_parts(t), t->references.n};
    for (uint32_t field = 0; field < prm_in_fields; field++)
        column_add(&t->nodes, node[field]);
}

/* True if a component of the model has a title in the language. */
static bool has_titles(const struct model_tables *t, uint32_t locale)
{
    for (uint32_t position = 0; position < t->n; position++) {
        component_id id = view_component(t->library, t->id, position);
        if (translated(t->library, locale, t->library->components.at[id].title).ptr)
            return true;
    }
    return false;
}

/* Behind the names: the tags of the languages, and a column of titles for each. */
static void add_translations(struct model_tables *t)
{
    t->object.language = t->references.n;
    for (uint32_t locale = 0; locale < locale_count(t->library); locale++) {
        if (!has_titles(t, locale))
            continue;
        column_add(&t->names, pool_add(&t->text, locale_tag(t->library, locale)));
        t->object.n_languages++;
    }
    for (uint32_t locale = 0; locale < locale_count(t->library); locale++) {
        if (!has_titles(t, locale))
            continue;
        for (uint32_t position = 0; position < t->n; position++) {
            component_id id = view_component(t->library, t->id, position);
            struct str title = translated(t->library, locale, t->library->components.at[id].title);
            column_add(&t->names, title.ptr ? pool_add(&t->text, title) : 0);
        }
    }
}

/* ---- The perfect hash ---- */

/* The paths of the components, one behind the other with NULs between, while they are hashed. */
struct keys {
    struct buf text;
    struct str *at; /* by position */
};

static struct keys make_keys(struct model_tables *t)
{
    struct keys keys = {buf_on(t->mem), mem_alloc(t->mem, ((size_t)t->n + 1) * sizeof *keys.at)};
    for (uint32_t i = 0; i < t->n; i++) {
        size_t start = keys.text.n;
        path_add(&keys.text, t->library, view_component(t->library, t->id, i));
        keys.at[i].len = (uint32_t)(keys.text.n - start);
        buf_char(&keys.text, '\0');
        if (keys.at[i].len > t->longest)
            t->longest = (uint32_t)keys.at[i].len;
    }
    const char *at = keys.text.at;
    for (uint32_t i = 0; i < t->n; at += keys.at[i++].len + 1)
        keys.at[i].ptr = at;
    return keys;
}

/* A cell of this size holds all but few of the paths: 32 bytes, or 64. One of 32 lies in one line of a cache. */
static uint32_t shift_of(const struct keys *keys, uint32_t n)
{
    enum { SMALL = 5, LARGE = 6, FEW = 16 };
    uint32_t n_long = 0;
    for (uint32_t i = 0; i < n; i++)
        n_long += keys->at[i].len + 9 > 1 << SMALL;
    return n_long > n / FEW ? LARGE : SMALL;
}

/* Appends the cell of a path and a component, both 0 for an empty one. What fills it up is quickly read. */
static void add_cell(struct model_tables *t, struct str path, uint32_t position)
{
    size_t size = (size_t)1 << t->object.shift, end = t->cells.n + size;
    column_add(&t->cells, (uint32_t)path.len);
    column_add(&t->cells, position);
    if (path.len + 9 <= size) {
        buf_str(&t->cells, path);
        buf_char(&t->cells, '\0');
    } else {
        if (t->paths.n > UINT32_MAX)
            mem_exhausted(t->mem);
        column_add(&t->cells, (uint32_t)t->paths.n);
        buf_str(&t->paths, path);
        buf_char(&t->paths, '\0');
    }
    buf_repeat(&t->cells, ' ', end - t->cells.n);
}

/* Fills the cells, the empty one and the long paths last, and the prints; notes in `cells` where each path is. */
static void add_cells(struct model_tables *t, const struct keys *keys, const struct pilots *pilots, uint32_t *cells)
{
    for (uint32_t slot = 0; slot < pilots->n_slots; slot++) {
        uint32_t key = pilots->keys[slot];
        bool is_free = key == PRM_NONE;
        add_cell(t, is_free ? STR_NONE : keys->at[key], is_free ? 0 : key);
        buf_char(&t->prints, is_free ? ' ' : (char)(pilots->hashes[key] >> 32));
        if (!is_free)
            cells[key] = slot;
    }
    add_cell(t, STR_NONE, 0);
    if (t->paths.n)
        buf_add(&t->cells, t->paths.at, t->paths.n);
}

/* A path that several components have, those without an id, stands in the cell of the first. */
static void add_places(struct model_tables *t, const struct keys *keys, const struct pilots *pilots, uint32_t *cells)
{
    for (uint32_t i = 0; i < t->n; i++) {
        if (cells[i] == PRM_NONE)
            cells[i] = cells[pilots_first(pilots, keys->at[i])];
        column_add(&t->places, cells[i]);
    }
    column_add(&t->places, pilots->n_slots);
}

static void add_hash(struct model_tables *t)
{
    struct pilots pilots;
    struct keys keys = make_keys(t);
    size_t n_bytes = ((size_t)t->n + 1) * sizeof(uint32_t);
    uint32_t *cells = mem_alloc(t->mem, n_bytes);
    memset(cells, 0xff, n_bytes);
    pilots_find(&pilots, t->mem, keys.at, t->n);
    t->object.shift = shift_of(&keys, t->n);
    add_cells(t, &keys, &pilots, cells);
    add_places(t, &keys, &pilots, cells);
    buf_add(&t->pilots, pilots.pilots, pilots.n_buckets);
    t->object.seed = pilots.seed;
    t->object.n_pilots = pilots.n_buckets;
    t->object.n_slots = pilots.n_slots;
    t->object.longest = t->longest;
    pilots_free(&pilots, t->mem);
    mem_free(t->mem, cells);
    mem_free(t->mem, keys.at);
    buf_free(&keys.text);
}

static void fill(struct model_tables *t)
{
    for (uint32_t i = 0; i < 3; i++)
        column_add(&t->classes, 0); /* the class of no component */
    t->n_classes = 1;
    for (uint32_t position = 0; position < t->n; position++)
        add_component(t, position);
    add_sentinel(t);
    add_translations(t);
}

static void add_names(struct model_tables *t)
{
    const struct model *model = &t->library->models.at[t->id];
    t->object.n = t->n;
    t->object.id = pool_add(&t->text, name_of(t, model->id));
    t->object.title = pool_add(&t->text, model->title);
    t->object.version = pool_add(&t->text, model->header.version);
}

static struct model_tables make_tables(const struct library *library, struct mem *mem, model_id id)
{
    struct buf none = buf_on(mem);
    struct model_tables t = {.library = library,
                             .mem = mem,
                             .id = id,
                             .n = view_count(library, id),
                             .pilots = none,
                             .prints = none,
                             .cells = none,
                             .paths = none,
                             .places = none,
                             .nodes = none,
                             .classes = none,
                             .parts = none,
                             .names = none,
                             .known_classes = map_on(mem)};
    pool_init(&t.text, mem);
    fill(&t);
    add_names(&t);
    add_hash(&t);
    return t;
}

/* ---- The file ---- */

static void write_references(struct buf *out, const struct model_tables *t)
{
    buf_text(out, "\nstatic const prm_id references[] = {");
    for (uint32_t i = 0; i < t->references.n; i++)
        buf_printf(out, "%s%u,", i % 16 ? " " : "\n", t->references.at[i]);
    buf_text(out, t->references.n ? "\n};\n" : "0};\n");
}

static void write_columns(struct buf *out, enum literal_form form, const struct model_tables *t)
{
    literal_bytes(out, form, "pilots", &t->pilots);
    literal_bytes(out, form, "prints", &t->prints);
    literal_bytes(out, form, "cells", &t->cells);
    literal_bytes(out, form, "places", &t->places);
    literal_bytes(out, form, "nodes", &t->nodes);
    literal_bytes(out, form, "classes", &t->classes);
    literal_bytes(out, form, "parts", &t->parts);
    literal_bytes(out, form, "names", &t->names);
    write_references(out, t);
    literal_strings(out, form, "text", &t->text.bytes);
}

static void free_tables(struct model_tables *t)
{
    struct buf *columns[] = {&t->pilots, &t->prints,  &t->cells, &t->paths, &t->places,
                             &t->nodes,  &t->classes, &t->parts, &t->names};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        buf_free(columns[i]);
    pool_free(&t->text);
    map_free(&t->known_classes);
    vec_free(t->mem, &t->references);
}

static void write_object(struct buf *out, const struct model_tables *t)
{
    const struct prm_model *m = &t->object;
    buf_text(out, "\nconst struct prm_model ");
    cname_object(out, name_of(t, t->library->models.at[t->id].id));
    buf_printf(out, " = {\n0x%016" PRIx64 "u, %u, %u, %u, %u, %u, %u, %u, %u,\n", m->seed, m->n_pilots, m->n_slots,
               m->shift, m->n, m->longest, m->id, m->title, m->version);
    buf_text(out, "pilots, prints, cells, places, nodes, classes, parts, names, references, text,\n");
    buf_printf(out, "%u, %u\n};\n", m->n_languages, m->language);
}

void model_source(struct buf *out, enum literal_form form, const struct library *library, struct mem *mem, model_id id)
{
    struct model_tables t = make_tables(library, mem, id);
    write_columns(out, form, &t);
    write_object(out, &t);
    free_tables(&t);
}

/* ---- In memory ---- */

static const unsigned char *bytes_of(struct buf *column)
{
    return (const unsigned char *)buf_cstr(column);
}

const struct prm_model *model_tables(const struct library *library, struct mem *mem, model_id id)
{
    struct model_tables t = make_tables(library, mem, id);
    struct prm_model *model = mem_alloc(mem, sizeof *model);
    *model = t.object;
    model->pilots = bytes_of(&t.pilots);
    model->prints = bytes_of(&t.prints);
    model->cells = bytes_of(&t.cells);
    buf_free(&t.paths);
    model->places = bytes_of(&t.places);
    model->nodes = bytes_of(&t.nodes);
    model->classes = bytes_of(&t.classes);
    model->parts = bytes_of(&t.parts);
    model->names = bytes_of(&t.names);
    vec_reserve(mem, &t.references, 1);
    model->references = t.references.at;
    model->text = buf_cstr(&t.text.bytes);
    map_free(&t.known_classes);
    map_free(&t.text.places);
    return model;
}

/* ---- The header ---- */

void model_constants(struct buf *out, const struct library *library, model_id id)
{
    bool any = false;
    for (uint32_t position = 0; position < view_count(library, id); position++) {
        component_id component = view_component(library, id, position);
        if (library->components.at[component].id == 0)
            continue;
        buf_text(out, any ? ",\n    " : "\n/* The components by their paths. */\nenum {\n    ");
        cname_constant(out, library, id, component);
        buf_printf(out, " = %u", position);
        any = true;
    }
    if (any)
        buf_text(out, "\n};\n");
}
