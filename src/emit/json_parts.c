#include "emit/json_parts.h"

#include "model/mapping/relation.h"
#include "model/names/path.h"

void write_path(struct json_writer *w, const char *key, component_id id)
{
    if (id == NONE) {
        json_put_null(&w->json, key);
        return;
    }
    struct buf path = buf_on(w->out->mem);
    path_add(&path, w->library, id);
    json_put_string(&w->json, key, buf_as_str(&path));
    buf_free(&path);
}

void write_atom(struct json_writer *w, const char *key, atom a)
{
    json_put_maybe(&w->json, key, a ? atom_text(w->library->atoms, a) : STR_NONE);
}

void write_place(struct json_writer *w, const char *key, struct span at)
{
    uint32_t line;
    const struct source_file *file = source_line_of(w->library->sources, at.start, &line);
    json_open_object(&w->json, key);
    json_put_string(&w->json, "file", file->path);
    json_put_integer(&w->json, "line", line);
    json_close(&w->json);
}

static void put_members(struct json_writer *w, const char *key, uint32_t first, uint32_t n)
{
    json_open_array(&w->json, key);
    for (uint32_t i = first; i < first + n; i++)
        write_path(w, NULL, w->library->members.at[i].component);
    json_close(&w->json);
}

static void put_tentative(struct json_writer *w, const struct row *row)
{
    json_open_array(&w->json, "tentative");
    for (uint32_t i = row->first_target; i < row->first_target + row->n_targets; i++)
        if (w->library->members.at[i].tentative)
            write_path(w, NULL, w->library->members.at[i].component);
    json_close(&w->json);
}

void write_row(struct json_writer *w, const struct row *row)
{
    put_members(w, "sources", row->first_source, row->n_sources);
    json_put_text(&w->json, "relation", relation_name(row->written));
    put_members(w, "targets", row->first_target, row->n_targets);
    put_tentative(w, row);
    json_put_text(&w->json, "outcome", outcome_name(row->outcome));
    json_put_maybe(&w->json, "rationale", row->rationale);
    json_put_text(&w->json, "fit", fit_name(row->fit));
    json_put_text(&w->json, "confidence", confidence_name(row->confidence));
    json_put_text(&w->json, "rationale_kind", rationale_kind_name(row->rationale_kind));
    if (row->strength != NONE)
        json_put_integer(&w->json, "strength", row->strength);
    else
        json_put_null(&w->json, "strength");
    json_put_maybe(&w->json, "note", row->note);
    json_put_maybe(&w->json, "source", row->source);
    write_place(w, "place", row->at);
}

void write_possible(struct json_writer *w, relation_set possible)
{
    json_open_array(&w->json, "possible");
    for (uint32_t i = 0; i < RELATE_COUNT; i++)
        if (possible >> i & 1)
            json_put_text(&w->json, NULL, relation_set_name(i));
    json_close(&w->json);
}
