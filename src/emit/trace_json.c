/* A trace for programs: the document "prmc-trace/1". Nothing is folded. */

#include "emit/json_parts.h"
#include "emit/trace.h"
#include "model/mapping/relation.h"
#include "model/names/path.h"

struct trace_document {
    struct json_writer w;
    struct trace trace;
    trace_steps steps; /* of the way at hand */
};

static void put_full_path(struct json_writer *w, const char *key, component_id id)
{
    struct buf path = buf_on(w->out->mem);
    path_add_full(&path, w->library, id);
    json_put_string(&w->json, key, buf_as_str(&path));
    buf_free(&path);
}

static void put_around(struct json_writer *w, component_id id)
{
    json_open_array(&w->json, "around");
    while ((id = w->library->components.at[id].parent) != NONE)
        write_path(w, NULL, id);
    json_close(&w->json);
}

static void add_component(struct json_writer *w, component_id id)
{
    const struct component *component = &w->library->components.at[id];
    json_begin(&w->json, w->out);
    write_atom(w, "model", w->library->models.at[component->model].id);
    write_path(w, "path", id);
    write_atom(w, "id", component->id);
    write_atom(w, "kind", library_kind(w->library, id)->name);
    json_put_maybe(&w->json, "title", component->title);
    json_put_text(&w->json, "status", status_name((enum status)component->status));
    put_around(w, id);
    write_place(w, "source", component->at);
    json_end(&w->json);
}

/* Whom an entry is about. */
static void put_kin(struct json_writer *w, const struct trace_entry *entry)
{
    static const char *const names[] = {NULL, "self", "around", "inside"};
    json_put_text(&w->json, "about", names[entry->kin]);
    write_path(w, "component", entry->component);
}

static void add_row(struct trace_document *d, const struct trace_entry *entry)
{
    struct json_writer *w = &d->w;
    const struct row *row = &w->library->rows.at[entry->index];
    json_begin(&w->json, w->out);
    put_kin(w, entry);
    write_row(w, row);
    json_put_text(&w->json, "means", relation_name(row->relation));
    json_end(&w->json);
}

/* ---- Derived edges ---- */

static void put_rows_of(struct json_writer *w, const struct trace_step *step)
{
    const struct edge *edge = &w->library->edges.at[step->edge];
    uint32_t n;
    const uint32_t *rows = library_edge_rows(w->library, step->mapping, edge, &n);
    json_open_array(&w->json, "rows");
    for (uint32_t i = 0; i < n; i++)
        write_place(w, NULL, w->library->rows.at[rows[i]].at);
    json_close(&w->json);
}

static void put_step(struct json_writer *w, const struct trace_step *step)
{
    json_open_object(&w->json, NULL);
    write_atom(w, "mapping", step->mapping->id);
    json_put_bool(&w->json, "inverse", step->inverse);
    put_full_path(w, "from", step->from);
    put_full_path(w, "to", step->to);
    write_possible(w, step->possible);
    json_put_bool(&w->json, "tentative", w->library->edges.at[step->edge].tentative);
    json_open_array(&w->json, "through");
    for (uint32_t i = 0; i < step->n_between; i++)
        put_full_path(w, NULL, trace_between(step, i));
    json_close(&w->json);
    put_rows_of(w, step);
    json_close(&w->json);
}

static void put_ways(struct trace_document *d, const struct mapping *mapping, const struct edge *edge)
{
    struct json_writer *w = &d->w;
    struct edge_paths ways = {0};
    edge_paths_of(w->library, mapping, edge, UINT32_MAX, &ways);
    json_open_array(&w->json, "ways");
    for (uint32_t i = 0; i < ways.at.n; i++) {
        trace_way(w->library, mapping, edge, &ways, i, false, &d->steps);
        json_open_array(&w->json, NULL);
        VEC_EACH (const struct trace_step, step, &d->steps)
            put_step(w, step);
        json_close(&w->json);
    }
    json_close(&w->json);
    edge_paths_free(w->library, &ways);
}

static void add_edge(struct trace_document *d, const struct mapping *mapping, const struct trace_entry *entry)
{
    struct json_writer *w = &d->w;
    const struct edge *edge = &w->library->edges.at[entry->index];
    json_begin(&w->json, w->out);
    put_kin(w, entry);
    write_path(w, "from", edge->from);
    write_path(w, "to", edge->to);
    write_possible(w, edge->possible);
    json_put_text(&w->json, "verdict", trace_is_undecided(edge->possible) ? "undecided" : "proven");
    json_put_bool(&w->json, "tentative", edge->tentative);
    put_ways(d, mapping, edge);
    json_end(&w->json);
}

/* ---- Mappings ---- */

static void add_side(struct trace_document *d, const struct trace_side *side)
{
    struct json_writer *w = &d->w;
    const struct mapping *mapping = &w->library->mappings.at[side->mapping];
    model_id other = side->inverse ? mapping->from : mapping->to;
    json_begin(&w->json, w->out);
    write_atom(w, "id", mapping->id);
    json_put_maybe(&w->json, "title", mapping->title);
    json_put_bool(&w->json, "derived", mapping->derived);
    json_put_text(&w->json, "side", side->inverse ? "to" : "from");
    write_atom(w, "other", w->library->models.at[other].id);
    json_end(&w->json);
    w->out->n--; /* the object goes on with its entries */
    buf_text(w->out, mapping->derived ? ",\n   \"edges\": [" : ",\n   \"rows\": [");
    for (uint32_t i = 0; i < side->n; i++) {
        buf_text(w->out, i ? ",\n    " : "\n    ");
        if (mapping->derived)
            add_edge(d, mapping, &d->trace.entries.at[side->first + i]);
        else
            add_row(d, &d->trace.entries.at[side->first + i]);
    }
    buf_text(w->out, "]}");
}

void write_trace_json(struct buf *out, const struct library *library, component_id component)
{
    struct trace_document d = {.w = {.out = out, .library = library}};
    trace_gather(&d.trace, library, component);
    buf_text(out, "{\"schema\": \"prmc-trace/1\",\n \"component\": ");
    add_component(&d.w, component);
    buf_text(out, ",\n \"mappings\": [");
    for (uint32_t i = 0; i < d.trace.sides.n; i++) {
        buf_text(out, i ? ",\n  " : "\n  ");
        add_side(&d, &d.trace.sides.at[i]);
    }
    buf_text(out, "]}\n");
    vec_free(out->mem, &d.steps);
    trace_free(&d.trace);
}
