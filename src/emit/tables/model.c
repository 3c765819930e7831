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
    struct buf pilots, slots, paths, places, nodes, classes, parts, names;
    struct buf path; /* the one at hand */
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

/* Appends a path with its length and component in front, filled up to a multiple of four. */
static void add_path(struct model_tables *t, uint32_t position, component_id id)
{
    t->path.n = 0;
    if (id != NONE)
        path_add(&t->path, t->library, id);
    uint32_t length = (uint32_t)t->path.n;
    if (t->paths.n + t->path.n + 12 > UINT32_MAX)
        mem_exhausted(t->mem);
    column_add(&t->places, (uint32_t)(t->paths.n / 4));
    column_add(&t->paths, length);
    column_add(&t->paths, position);
    buf_str(&t->paths, buf_as_str(&t->path));
    buf_repeat(&t->paths, '\0', 4 - length % 4);
    if (length > t->longest)
        t->longest = length;
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
            if (references[k].property != property || target == NONE ||
                !view_holds(t->library, t->id, target))
                continue;
            column_add(&t->names,
                       pool_add(&t->text, name_of(t, t->library->properties.at[property].name)));
            vec_push(t->mem, &t->references, view_position(t->library, t->id, target));
        }
    }
}

static void add_component(struct model_tables *t, uint32_t position)
{
    component_id id = view_component(t->library, t->id, position);
    const struct component *component = &t->library->components.at[id];
    component_id parent = component->parent;
    add_path(t, position, id);
    column_add(&t->nodes, pool_add(&t->text, component->title));
    column_add(&t->nodes, parent == NONE ? 0 : position - view_position(t->library, t->id, parent));
    column_add(&t->nodes, view_end(t->library, t->id, position) - position);
    column_add(&t->nodes,
               class_of(t, id) << 4 | (component->id == 0 ? 8u : 0u) | component->status);
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
    add_path(t, 0, NONE);
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

/* Where the path of a component is in `paths`, by fours. */
static uint32_t place_of(const struct model_tables *t, uint32_t position)
{
    return prm_in_column((const unsigned char *)t->places.at, position);
}

/* How many bits a slot leaves to the hash: 8 unless there are very many paths. */
static uint32_t shift_of(const struct model_tables *t)
{
    uint32_t shift = 8;
    while (t->paths.n / 4 >> (32 - shift))
        shift--;
    return shift;
}

/* A free slot leads to the first component: whoever comes there compares its path. */
static void add_slots(struct model_tables *t, const struct pilots *pilots)
{
    uint32_t shift = shift_of(t), print = (1u << shift) - 1;
    for (uint32_t slot = 0; slot < pilots->n_slots && t->n; slot++) {
        uint32_t key = pilots->keys[slot] == PRM_NONE ? 0 : pilots->keys[slot];
        column_add(&t->slots, place_of(t, key) << shift | ((uint32_t)(pilots->hashes[key] >> 32) & print));
    }
    t->object.shift = shift;
    t->object.print = print;
}

static void add_hash(struct model_tables *t)
{
    struct pilots pilots;
    struct str *keys = mem_alloc(t->mem, ((size_t)t->n + 1) * sizeof *keys);
    for (uint32_t i = 0; i < t->n; i++)
        keys[i] = str_of(t->paths.at + (size_t)place_of(t, i) * 4 + 8);
    pilots_find(&pilots, t->mem, keys, t->n);
    buf_add(&t->pilots, pilots.pilots, pilots.n_buckets);
    add_slots(t, &pilots);
    t->object.seed = pilots.seed;
    t->object.n_pilots = pilots.n_buckets;
    t->object.n_slots = pilots.n_slots;
    pilots_free(&pilots, t->mem);
    mem_free(t->mem, keys);
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
    t->object.longest = t->longest;
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
                             .slots = none,
                             .paths = none,
                             .places = none,
                             .nodes = none,
                             .classes = none,
                             .parts = none,
                             .names = none,
                             .path = none,
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
    literal_bytes(out, form, "slots", &t->slots);
    literal_bytes(out, form, "places", &t->places);
    literal_bytes(out, form, "paths", &t->paths);
    literal_bytes(out, form, "nodes", &t->nodes);
    literal_bytes(out, form, "classes", &t->classes);
    literal_bytes(out, form, "parts", &t->parts);
    literal_bytes(out, form, "names", &t->names);
    write_references(out, t);
    literal_strings(out, form, "text", &t->text.bytes);
}

static void free_tables(struct model_tables *t)
{
    struct buf *columns[] = {&t->pilots,  &t->slots, &t->paths, &t->places, &t->nodes,
                             &t->classes, &t->parts, &t->names, &t->path};
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
    buf_printf(out, " = {\n0x%016" PRIx64 "u, %u, %u, %u, %u, %u, %u, %u, %u, %u,\n", m->seed, m->n_pilots,
               m->n_slots, m->shift, m->print, m->n, m->longest, m->id, m->title, m->version);
    buf_text(out,
             "pilots, slots, paths, places, nodes, classes, parts, names, references, text,\n");
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
    model->slots = bytes_of(&t.slots);
    model->paths = bytes_of(&t.paths);
    model->places = bytes_of(&t.places);
    model->nodes = bytes_of(&t.nodes);
    model->classes = bytes_of(&t.classes);
    model->parts = bytes_of(&t.parts);
    model->names = bytes_of(&t.names);
    vec_reserve(mem, &t.references, 1);
    model->references = t.references.at;
    model->text = buf_cstr(&t.text.bytes);
    buf_free(&t.path);
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
