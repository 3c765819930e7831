/* The tables of a model: see struct prm_model in prm/tables.h. */

#include "emit/tables/tables.h"

#include "emit/tables/literal.h"
#include "emit/tables/pilots.h"
#include "emit/tables/pool.h"
#include "model/cnames.h"
#include "model/path.h"
#include "model/view.h"
#include "prm/tables.h"

/* The columns of a model while they are filled. */
struct model_tables {
    const struct library *library;
    struct mem *mem;
    model_id id;
    uint32_t n;
    struct pool text;
    struct buf paths, starts, nodes, classes, parts, names;
    VEC(uint32_t) path_starts; /* the same as `starts` */
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

static void add_path(struct model_tables *t, component_id id)
{
    if (t->paths.n >= UINT32_MAX)
        mem_exhausted(t->mem);
    uint32_t start = (uint32_t)t->paths.n;
    vec_push(t->mem, &t->path_starts, start);
    column_add(&t->starts, start);
    if (id == NONE)
        return;
    path_add(&t->paths, t->library, id);
    buf_char(&t->paths, '\0');
    uint32_t length = (uint32_t)(t->paths.n - 1 - start);
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
            column_add(&t->names, pool_add(&t->text, name_of(t, t->library->properties.at[property].name)));
            vec_push(t->mem, &t->references, view_position(t->library, t->id, target));
        }
    }
}

static void add_component(struct model_tables *t, uint32_t position)
{
    component_id id = view_component(t->library, t->id, position);
    const struct component *component = &t->library->components.at[id];
    bool at_top = component->parent == NONE;
    add_path(t, id);
    column_add(&t->nodes, pool_add(&t->text, component->title));
    column_add(&t->nodes, at_top ? PRM_NONE : view_position(t->library, t->id, component->parent));
    column_add(&t->nodes, view_end(t->library, t->id, position));
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
    add_path(t, NONE);
    const uint32_t node[prm_in_fields] = {0, PRM_NONE, PRM_NONE, 0, n_parts(t), n_parts(t), t->references.n};
    for (uint32_t field = 0; field < prm_in_fields; field++)
        column_add(&t->nodes, node[field]);
}

/* ---- The file ---- */

static void add_slots(struct buf *slots, const struct pilots *pilots, uint32_t slot_size)
{
    for (uint32_t slot = 0; slot < pilots->n_slots; slot++) {
        uint32_t key = pilots->keys[slot] == PRM_NONE ? 0 : pilots->keys[slot];
        uint32_t print = (uint32_t)(pilots->hashes[key] >> 32) & 0xff;
        if (slot_size == 4) {
            column_add(slots, print << 24 | key);
        } else {
            column_add(slots, key);
            buf_char(slots, (char)print);
        }
    }
}

/* The perfect hash. A free slot holds the first component: whoever comes there compares its path. */
static void write_hash(struct buf *out, struct model_tables *t, uint32_t slot_size, struct pilots *pilots)
{
    struct buf bytes = buf_on(t->mem);
    pilots_find(pilots, t->mem, &(struct pilot_keys){t->paths.at, t->path_starts.at, t->n});
    buf_add(&bytes, pilots->pilots, pilots->n_buckets);
    literal_bytes(out, "pilots", &bytes, 64);
    bytes.n = 0;
    if (t->n)
        add_slots(&bytes, pilots, slot_size);
    literal_bytes(out, "slots", &bytes, 16 * slot_size);
    buf_free(&bytes);
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
    literal_bytes(out, "starts", &t->starts, 64);
    literal_bytes(out, "nodes", &t->nodes, 4 * prm_in_fields);
    literal_bytes(out, "classes", &t->classes, 12);
    literal_bytes(out, "parts", &t->parts, 64);
    literal_bytes(out, "names", &t->names, 64);
    write_references(out, t);
    literal_strings(out, "paths", &t->paths);
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
}

static void free_tables(struct model_tables *t)
{
    struct buf *columns[] = {&t->paths, &t->starts, &t->nodes, &t->classes, &t->parts, &t->names};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        buf_free(columns[i]);
    pool_free(&t->text);
    map_free(&t->known_classes);
    vec_free(t->mem, &t->path_starts);
    vec_free(t->mem, &t->references);
}

void model_source(struct buf *out, const struct library *library, struct mem *mem, model_id id)
{
    const struct model *model = &library->models.at[id];
    struct buf none = buf_on(mem);
    struct model_tables t = {.library = library, .mem = mem, .id = id, .n = view_count(library, id),
                             .paths = none, .starts = none, .nodes = none, .classes = none, .parts = none,
                             .names = none, .known_classes = map_on(mem)};
    pool_init(&t.text, mem);
    fill(&t);
    uint32_t name = pool_add(&t.text, name_of(&t, model->id)), title = pool_add(&t.text, model->title);
    uint32_t version = pool_add(&t.text, model->header.version);
    uint32_t slot_size = t.n <= 1 << 24 ? 4 : 5;
    struct pilots pilots;
    write_hash(out, &t, slot_size, &pilots);
    write_columns(out, &t);
    buf_text(out, "\nconst struct prm_model ");
    cname_object(out, name_of(&t, model->id));
    buf_printf(out, " = {\n%u, %u, %u, %u, %u, %u, %u, %u, %u,\n", t.n, pilots.seed, pilots.n_buckets,
               pilots.n_slots, slot_size, t.longest, name, title, version);
    buf_text(out, "pilots, slots, starts, nodes, classes, parts, names, references, paths, text\n};\n");
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
