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
    struct buf paths, places, nodes, classes, parts, names;
    uint32_t n_languages;
    struct buf path; /* the one at hand */
    VEC(prm_id) references;
    struct map known_classes; /* (kind, model) -> class */
    uint32_t n_classes, longest;
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
    for (uint32_t locale = 0; locale < locale_count(t->library); locale++) {
        if (!has_titles(t, locale))
            continue;
        column_add(&t->names, pool_add(&t->text, locale_tag(t->library, locale)));
        t->n_languages++;
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

/* ---- The file ---- */

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
static void write_slots(struct buf *out, const struct model_tables *t, const struct pilots *pilots)
{
    struct buf slots = buf_on(t->mem);
    uint32_t shift = shift_of(t), print = (1u << shift) - 1;
    for (uint32_t slot = 0; slot < pilots->n_slots && t->n; slot++) {
        uint32_t key = pilots->keys[slot] == PRM_NONE ? 0 : pilots->keys[slot];
        column_add(&slots,
                   place_of(t, key) << shift | ((uint32_t)(pilots->hashes[key] >> 32) & print));
    }
    literal_bytes(out, "slots", &slots);
    buf_free(&slots);
}

/* The perfect hash. */
static void write_hash(struct buf *out, struct model_tables *t, struct pilots *pilots)
{
    struct buf bytes = buf_on(t->mem);
    struct str *keys = mem_alloc(t->mem, ((size_t)t->n + 1) * sizeof *keys);
    for (uint32_t i = 0; i < t->n; i++)
        keys[i] = str_of(t->paths.at + (size_t)place_of(t, i) * 4 + 8);
    pilots_find(pilots, t->mem, keys, t->n);
    buf_add(&bytes, pilots->pilots, pilots->n_buckets);
    literal_bytes(out, "pilots", &bytes);
    write_slots(out, t, pilots);
    buf_free(&bytes);
    mem_free(t->mem, keys);
}

static void write_references(struct buf *out, const struct model_tables *t)
{
    buf_text(out, "\nstatic const prm_id references[] = {");
    for (uint32_t i = 0; i < t->references.n; i++)
        buf_printf(out, "%s%u,", i % 16 ? " " : "\n", t->references.at[i]);
    buf_text(out, t->references.n ? "\n};\n" : "0};\n");
}

static void write_columns(struct buf *out, const struct model_tables *t)
{
    literal_bytes(out, "places", &t->places);
    literal_bytes(out, "paths", &t->paths);
    literal_bytes(out, "nodes", &t->nodes);
    literal_bytes(out, "classes", &t->classes);
    literal_bytes(out, "parts", &t->parts);
    literal_bytes(out, "names", &t->names);
    write_references(out, t);
    literal_strings(out, "text", &t->text.bytes);
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

static void free_tables(struct model_tables *t)
{
    struct buf *columns[] = {&t->paths, &t->places, &t->nodes, &t->classes,
                             &t->parts, &t->names,  &t->path};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        buf_free(columns[i]);
    pool_free(&t->text);
    map_free(&t->known_classes);
    vec_free(t->mem, &t->references);
}

void model_source(struct buf *out, const struct library *library, struct mem *mem, model_id id)
{
    const struct model *model = &library->models.at[id];
    struct buf none = buf_on(mem);
    struct model_tables t = {.library = library,
                             .mem = mem,
                             .id = id,
                             .n = view_count(library, id),
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
    uint32_t name = pool_add(&t.text, name_of(&t, model->id)),
             title = pool_add(&t.text, model->title);
    uint32_t version = pool_add(&t.text, model->header.version);
    struct pilots pilots;
    write_hash(out, &t, &pilots);
    write_columns(out, &t);
    buf_text(out, "\nconst struct prm_model ");
    cname_object(out, name_of(&t, model->id));
    uint32_t shift = shift_of(&t);
    buf_printf(out, " = {\n0x%016" PRIx64 "u, %u, %u, %u, %u, %u, %u, %u, %u, %u,\n", pilots.seed,
               pilots.n_buckets, pilots.n_slots, shift, (1u << shift) - 1, t.n, t.longest, name,
               title, version);
    buf_text(out,
             "pilots, slots, paths, places, nodes, classes, parts, names, references, text,\n");
    buf_printf(out, "%u, %u\n};\n", t.n_languages, t.references.n);
    pilots_free(&pilots, mem);
    free_tables(&t);
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
