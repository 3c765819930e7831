/* The resolved library as JSON: the document "prmc-model/1". */

#include "emit/emit.h"
#include "emit/json_parts.h"
#include "model/mapping/relation.h"
#include "model/mapping/ways.h"
#include "model/names/path.h"
#include "model/selection.h"
#include "model/translation/translation.h"
#include "model/view.h"

static void put_header(struct json_writer *w, const struct header *header)
{
    json_put_maybe(&w->json, "publisher", header->publisher);
    json_put_maybe(&w->json, "source", header->source);
    json_put_maybe(&w->json, "license", header->license);
    json_put_maybe(&w->json, "date", header->date);
    json_put_maybe(&w->json, "description", header->description);
}

/* Writes `item(i)` for each i, a line each, as an array. */
static void add_list(struct json_writer *w, uint32_t n, void (*item)(struct json_writer *, uint32_t),
                     const char *indent)
{
    buf_char(w->out, '[');
    for (uint32_t i = 0; i < n; i++) {
        buf_printf(w->out, "%s\n%s", i ? "," : "", indent);
        item(w, i);
    }
    buf_char(w->out, ']');
}

/* ---- Components ---- */

/* The name of a property as a key; the JSON library wants it NUL-terminated, as atoms are. */
static const char *key_of(const struct library *library, property_id property)
{
    return atom_text(library->atoms, library->properties.at[property].name).ptr;
}

static void put_texts(struct json_writer *w, component_id id)
{
    const struct library *library = w->library;
    uint32_t first, end = library_texts(library, id, &first);
    json_open_object(&w->json, "texts");
    for (uint32_t i = first; i < end; i++) {
        property_id property = library->texts.at[i].property;
        bool is_first = true;
        for (uint32_t k = first; k < i && is_first; k++)
            is_first = library->texts.at[k].property != property;
        if (!is_first)
            continue;
        json_open_array(&w->json, key_of(library, property));
        for (uint32_t k = i; k < end; k++)
            if (library->texts.at[k].property == property)
                json_put_string(&w->json, NULL, library->texts.at[k].value);
        json_close(&w->json);
    }
    json_close(&w->json);
}

static void put_value(struct json_writer *w, const char *key, const struct attribute *attribute)
{
    enum property_type type = w->library->properties.at[attribute->property].type;
    if (type == PROPERTY_INTEGER)
        json_put_integer(&w->json, key, attribute->number);
    else if (type == PROPERTY_FLAG)
        json_put_bool(&w->json, key, true);
    else
        json_put_string(&w->json, key, attribute->text);
}

/* A single value stands alone, several stand in an array. */
static void put_attributes(struct json_writer *w, component_id id)
{
    const struct library *library = w->library;
    uint32_t first, end = library_attributes(library, id, &first);
    json_open_object(&w->json, "attributes");
    for (uint32_t i = first; i < end; i++) {
        property_id property = library->attributes.at[i].property;
        bool is_first = property >= BUILTIN_COUNT;
        for (uint32_t k = first; k < i && is_first; k++)
            is_first = library->attributes.at[k].property != property;
        if (!is_first)
            continue;
        const char *key = key_of(library, property);
        if (library->properties.at[property].count.most == 1) {
            put_value(w, key, &library->attributes.at[i]);
            continue;
        }
        json_open_array(&w->json, key);
        for (uint32_t k = i; k < end; k++)
            if (library->attributes.at[k].property == property)
                put_value(w, NULL, &library->attributes.at[k]);
        json_close(&w->json);
    }
    json_close(&w->json);
}

static void put_targets(struct json_writer *w, component_id id, const char *key, property_id property)
{
    const struct library *library = w->library;
    uint32_t first, end = library_references(library, id, &first);
    json_open_array(&w->json, key);
    for (uint32_t i = first; i < end; i++)
        if (library->references.at[i].property == property)
            write_path(w, NULL, library->references.at[i].target);
    json_close(&w->json);
}

static void put_references(struct json_writer *w, component_id id)
{
    const struct library *library = w->library;
    uint32_t first, end = library_references(library, id, &first);
    json_open_object(&w->json, "references");
    for (uint32_t i = first; i < end; i++) {
        property_id property = library->references.at[i].property;
        bool is_first = property >= BUILTIN_COUNT;
        for (uint32_t k = first; k < i && is_first; k++)
            is_first = library->references.at[k].property != property;
        if (is_first)
            put_targets(w, id, key_of(library, property), property);
    }
    json_close(&w->json);
}

/* What every component may have beside what its architecture declares; only what is there. */
static void put_builtins(struct json_writer *w, component_id id)
{
    static const char *const keys[] = {
        [BUILTIN_LABEL] = "label", [BUILTIN_SOURCE] = "provenance", [BUILTIN_WAS] = "was"};
    const struct library *library = w->library;
    uint32_t first, end = library_attributes(library, id, &first);
    bool was = false;
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &library->attributes.at[i];
        was = was || attribute->property == BUILTIN_WAS;
        if (attribute->property <= BUILTIN_SOURCE)
            json_put_string(&w->json, keys[attribute->property], attribute->text);
    }
    if (was) {
        json_open_array(&w->json, keys[BUILTIN_WAS]);
        for (uint32_t i = first; i < end; i++)
            if (library->attributes.at[i].property == BUILTIN_WAS)
                json_put_string(&w->json, NULL, library->attributes.at[i].text);
        json_close(&w->json);
    }
    bool replaced = false;
    end = library_references(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        replaced = replaced || library->references.at[i].property == BUILTIN_REPLACED_BY;
        if (library->references.at[i].property == BUILTIN_ELABORATES)
            write_path(w, "elaborates", library->references.at[i].target);
    }
    if (replaced)
        put_targets(w, id, "replaced_by", BUILTIN_REPLACED_BY);
}

static void add_component(struct json_writer *w, component_id id)
{
    const struct library *library = w->library;
    const struct component *component = &library->components.at[id];
    const struct kind *kind = library_kind(library, id);
    json_begin(&w->json, w->out);
    write_path(w, "path", id);
    write_atom(w, "id", component->id);
    write_atom(w, "kind", kind->name);
    json_put_maybe(&w->json, "title", component->title);
    json_put_text(&w->json, "importance", importance_name(kind->importance));
    json_put_text(&w->json, "status", status_name(component->status));
    write_path(w, "parent", component->parent);
    write_atom(w, "added_by", library_added_by(library, id));
    put_texts(w, id);
    put_attributes(w, id);
    put_references(w, id);
    put_builtins(w, id);
    write_place(w, "source", component->at);
    json_end(&w->json);
}

/* ---- Models ---- */

static void add_model(struct json_writer *w, uint32_t i)
{
    const struct library *library = w->library;
    const struct model *model = &library->models.at[i];
    json_begin(&w->json, w->out);
    write_atom(w, "id", model->id);
    json_put_maybe(&w->json, "title", model->title);
    json_put_maybe(&w->json, "version", model->header.version);
    json_put_string(&w->json, "language", model->header.language.ptr ? model->header.language : STR("en"));
    write_atom(w, "architecture", model->architecture == NONE ? 0 : library->architectures.at[model->architecture].id);
    write_atom(w, "extends", model->extends == NONE ? 0 : library->models.at[model->extends].id);
    put_header(w, &model->header);
    json_end(&w->json);
    w->out->n--; /* the object goes on with its components */
    buf_text(w->out, ",\n   \"components\": [");
    for (uint32_t position = 0; position < view_count(library, i); position++) {
        buf_text(w->out, position ? ",\n    " : "\n    ");
        add_component(w, view_component(library, i, position));
    }
    buf_text(w->out, "]}");
}

/* ---- Mappings ---- */

static void add_row(struct json_writer *w, const struct row *row)
{
    json_begin(&w->json, w->out);
    write_row(w, row);
    json_end(&w->json);
}

static void put_ways(struct json_writer *w, const struct mapping *mapping, const struct edge *edge)
{
    struct edge_paths ways = {0};
    edge_paths_of(w->library, mapping, edge, UINT32_MAX, &ways);
    json_open_array(&w->json, "via");
    VEC_EACH (const struct edge_path, way, &ways.at) {
        json_open_array(&w->json, NULL);
        for (uint32_t k = way->first; k < way->first + way->n; k++)
            write_path(w, NULL, ways.components.at[k]);
        json_close(&w->json);
    }
    json_close(&w->json);
    edge_paths_free(w->library, &ways);
}

static void add_edge(struct json_writer *w, const struct mapping *mapping, const struct edge *edge)
{
    json_begin(&w->json, w->out);
    write_path(w, "from", edge->from);
    write_path(w, "to", edge->to);
    write_possible(w, edge->possible);
    json_put_bool(&w->json, "tentative", edge->tentative);
    json_put_text(&w->json, "supportive", edge->is_supportive ? relation_name(edge->supportive) : NULL);
    put_ways(w, mapping, edge);
    json_end(&w->json);
}

static void add_mapping(struct json_writer *w, uint32_t i)
{
    const struct library *library = w->library;
    const struct mapping *mapping = &library->mappings.at[i];
    json_begin(&w->json, w->out);
    write_atom(w, "id", mapping->id);
    json_put_maybe(&w->json, "title", mapping->title);
    write_atom(w, "from", mapping->from == NONE ? 0 : library->models.at[mapping->from].id);
    write_atom(w, "to", mapping->to == NONE ? 0 : library->models.at[mapping->to].id);
    json_put_bool(&w->json, "derived", mapping->derived);
    json_put_maybe(&w->json, "version", mapping->header.version);
    put_header(w, &mapping->header);
    json_end(&w->json);
    w->out->n--; /* the object goes on */
    if (!mapping->derived) {
        buf_text(w->out, ",\n   \"rows\": [");
        for (uint32_t k = 0; k < mapping->n_rows; k++) {
            buf_text(w->out, k ? ",\n    " : "\n    ");
            add_row(w, &library->rows.at[mapping->first_row + k]);
        }
        buf_char(w->out, ']');
    }
    buf_text(w->out, ",\n   \"edges\": [");
    for (uint32_t k = 0; k < mapping->n_edges; k++) {
        buf_text(w->out, k ? ",\n    " : "\n    ");
        add_edge(w, mapping, &library->edges.at[mapping->first_edge + k]);
    }
    buf_text(w->out, "]}");
}

/* ---- Profiles and glossaries ---- */

static void put_selections(struct json_writer *w, const struct profile *profile)
{
    static const char *const kinds[] = {"include", "include-only", "exclude"};
    json_open_array(&w->json, "selections");
    for (uint32_t i = 0; i < profile->n_selections; i++) {
        const struct selection *selection = &w->library->selections.at[profile->first_selection + i];
        json_open_object(&w->json, NULL);
        json_put_text(&w->json, "kind", kinds[selection->kind]);
        write_path(w, "component", selection->component);
        json_put_maybe(&w->json, "reason", selection->reason);
        json_close(&w->json);
    }
    json_close(&w->json);
}

static void add_profile(struct json_writer *w, uint32_t i)
{
    const struct library *library = w->library;
    const struct profile *profile = &library->profiles.at[i];
    uint8_t *selected = profile_components(library, w->out->mem, profile);
    json_begin(&w->json, w->out);
    write_atom(w, "id", profile->id);
    json_put_maybe(&w->json, "title", profile->title);
    write_atom(w, "of", profile->model == NONE ? 0 : library->models.at[profile->model].id);
    put_selections(w, profile);
    json_open_array(&w->json, "components");
    for (uint32_t p = 0; profile->model != NONE && p < view_count(library, profile->model); p++)
        if (selected[p])
            write_path(w, NULL, view_component(library, profile->model, p));
    json_close(&w->json);
    json_end(&w->json);
    mem_free(w->out->mem, selected);
}

static void put_forms(struct json_writer *w, const char *key, uint32_t first, uint32_t n)
{
    json_open_array(&w->json, key);
    for (uint32_t i = first; i < first + n; i++)
        json_put_string(&w->json, NULL, w->library->forms.at[i].text);
    json_close(&w->json);
}

static void add_glossary(struct json_writer *w, uint32_t i)
{
    const struct glossary *glossary = &w->library->glossaries.at[i];
    json_begin(&w->json, w->out);
    write_atom(w, "id", glossary->id);
    json_put_maybe(&w->json, "title", glossary->title);
    json_put_string(&w->json, "language", glossary->header.language.ptr ? glossary->header.language : STR("en"));
    json_open_array(&w->json, "terms");
    for (uint32_t k = 0; k < glossary->n_terms; k++) {
        const struct term *term = &w->library->terms.at[glossary->first_term + k];
        json_open_object(&w->json, NULL);
        json_put_string(&w->json, "term", term->name);
        json_put_maybe(&w->json, "definition", term->definition);
        put_forms(w, "abbreviations", term->first_abbreviation, term->n_abbreviations);
        put_forms(w, "also", term->first_also, term->n_also);
        json_close(&w->json);
    }
    json_close(&w->json);
    json_end(&w->json);
}

/* Every text that is translated, by its name as in a PO file. */
static void add_locale(struct json_writer *w, uint32_t i)
{
    const struct translations *translations = w->library->translations;
    const struct locale *locale = &translations->locales.at[i];
    bool any = false;
    buf_text(w->out, "{\"language\": ");
    json_add_string(w->out, locale->tag);
    buf_text(w->out, ", \"texts\": {");
    for (uint32_t k = 0; k < translations->all.at.n; k++) {
        if (!locale->texts[k].ptr)
            continue;
        buf_text(w->out, any ? ",\n    " : "\n    ");
        any = true;
        json_add_string(w->out, translations->all.at.at[k].context);
        buf_text(w->out, ": ");
        json_add_string(w->out, locale->texts[k]);
    }
    buf_text(w->out, "}}");
}

/* One item of a document of its own; the other lists are empty. */
static void write_alone(struct buf *out, const struct library *library, const char *list,
                        void (*item)(struct json_writer *, uint32_t), uint32_t i)
{
    static const char *const lists[] = {"models", "mappings", "profiles", "glossaries"};
    struct json_writer w = {.out = out, .library = library};
    buf_text(out, "{\"schema\": \"prmc-model/1\"");
    for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++) {
        buf_printf(out, ",\n \"%s\": [", lists[k]);
        if (strcmp(lists[k], list) == 0)
            item(&w, i);
        buf_char(out, ']');
    }
    buf_text(out, "}\n");
}

void write_one_model_json(struct buf *out, const struct library *library, model_id id)
{
    write_alone(out, library, "models", add_model, id);
}

void write_one_mapping_json(struct buf *out, const struct library *library, mapping_id id)
{
    write_alone(out, library, "mappings", add_mapping, id);
}

void write_model_json(struct buf *out, const struct library *library)
{
    struct json_writer w = {.out = out, .library = library};
    buf_text(out, "{\"schema\": \"prmc-model/1\",\n \"models\": ");
    add_list(&w, library->models.n, add_model, "  ");
    buf_text(out, ",\n \"mappings\": ");
    add_list(&w, library->mappings.n, add_mapping, "  ");
    buf_text(out, ",\n \"profiles\": ");
    add_list(&w, library->profiles.n, add_profile, "  ");
    buf_text(out, ",\n \"glossaries\": ");
    add_list(&w, library->glossaries.n, add_glossary, "  ");
    if (library->translations) {
        buf_text(out, ",\n \"translations\": ");
        add_list(&w, locale_count(library), add_locale, "  ");
    }
    buf_text(out, "}\n");
}

void emit_json(struct emission *emission)
{
    struct buf out = buf_on(emission->mem);
    write_model_json(&out, emission->library);
    output_add(emission->output, emission->folder, "model.json", &out);
    buf_free(&out);
}
