/* Coverage and gaps of every mapping, both sides: as a table for people, JSON, and CSV. */

#include "base/json.h"
#include "emit/csv.h"
#include "emit/emit.h"
#include "model/coverage.h"
#include "model/path.h"
#include "model/view.h"

struct coverage_writer {
    struct buf *out;
    const struct library *library;
    struct arena arena;
    const struct mapping *mapping;
    const struct coverage *coverage; /* of the side at hand */
    const struct coverage_scope *scope;
    uint32_t n_sides; /* written so far */
};

static struct str text_of(struct coverage_writer *w, atom a)
{
    return atom_text(w->library->atoms, a);
}

static struct str path_of(struct coverage_writer *w, component_id id)
{
    struct buf path = buf_on(w->out->mem);
    path_add(&path, w->library, id);
    struct str text = arena_str(&w->arena, buf_as_str(&path));
    buf_free(&path);
    return text;
}

static const char *side_name(const struct coverage_scope *scope)
{
    return scope->covered_side ? "to" : "from";
}

static struct str model_name(struct coverage_writer *w)
{
    return text_of(w, w->library->models.at[w->coverage->model].id);
}

/* Calls `write` for each side of the writer's mapping; `begin` and `end` around them. */
static void for_sides(struct coverage_writer *w, void (*begin)(struct coverage_writer *),
                      void (*write)(struct coverage_writer *), void (*end)(struct coverage_writer *))
{
    struct coverage sides[2];
    coverage_scopes scopes = {0};
    coverage_scopes_of(w->library, w->mapping, &scopes);
    sides[0] = coverage_of(w->library, &w->arena, w->mapping, false);
    sides[1] = coverage_of(w->library, &w->arena, w->mapping, true);
    w->n_sides = 0;
    begin(w);
    for (uint32_t k = 0; k < scopes.n; k++) {
        w->scope = &scopes.at[k];
        w->coverage = &sides[w->scope->covered_side];
        write(w);
        w->n_sides++;
    }
    end(w);
    vec_free(w->out->mem, &scopes);
    arena_free(&w->arena);
}

static void for_each_side(struct coverage_writer *w, void (*begin)(struct coverage_writer *),
                          void (*write)(struct coverage_writer *), void (*end)(struct coverage_writer *))
{
    VEC_EACH (const struct mapping, mapping, &w->library->mappings) {
        w->mapping = mapping;
        for_sides(w, begin, write, end);
    }
}

static struct coverage_writer writer_on(struct buf *out, const struct library *library)
{
    return (struct coverage_writer){.out = out, .library = library, .arena = arena_on(out->mem)};
}

/* ---- JSON ---- */

static void put_within(struct coverage_writer *w, struct json *json)
{
    json_open_array(json, "in");
    for (uint32_t i = 0; i < w->scope->n_within; i++)
        json_put_string(json, NULL, path_of(w, w->library->within.at[w->scope->first_within + i]));
    json_close(json);
}

static void put_components(struct coverage_writer *w, struct json *json)
{
    json_open_object(json, "components");
    for (uint32_t i = 0; i < view_count(w->library, w->coverage->model); i++)
        if (coverage_counts(w->library, w->coverage, w->scope, i))
            json_put_text(json, path_of(w, view_component(w->library, w->coverage->model, i)).ptr,
                          coverage_class_name(w->coverage->classes[i]));
    json_close(json);
}

static void begin_json(struct coverage_writer *w)
{
    buf_text(w->out, w->mapping == w->library->mappings.at ? "\n  {\"id\": " : ",\n  {\"id\": ");
    json_add_string(w->out, text_of(w, w->mapping->id));
    buf_text(w->out, ", \"sides\": [");
}

static void write_json_side(struct coverage_writer *w)
{
    struct coverage_tally tally = coverage_tally_of(w->library, w->coverage, w->scope);
    struct json json;
    buf_text(w->out, w->n_sides ? ",\n    " : "\n    ");
    json_begin(&json, w->out->mem);
    json_put_text(&json, "side", side_name(w->scope));
    json_put_string(&json, "model", model_name(w));
    json_put_string(&json, "kind", text_of(w, w->library->kinds.at[w->scope->kind].name));
    json_put_integer(&json, "total", tally.total);
    json_put_integer(&json, "applicable", tally.applicable);
    for (uint32_t class = 0; class < COVERAGE_COUNT; class++)
        json_put_integer(&json, coverage_class_name(class), tally.classes[class]);
    put_within(w, &json);
    put_components(w, &json);
    json_end(&json, w->out);
}

static void end_json(struct coverage_writer *w)
{
    buf_text(w->out, "]}");
}

void write_coverage_json(struct buf *out, const struct library *library)
{
    struct coverage_writer w = writer_on(out, library);
    buf_text(out, "{\"schema\": \"prmc-coverage/1\",\n \"mappings\": [");
    for_each_side(&w, begin_json, write_json_side, end_json);
    buf_text(out, "]}\n");
}

/* ---- CSV ---- */

static void nothing(struct coverage_writer *w)
{
    (void)w;
}

static void write_csv_side(struct coverage_writer *w)
{
    for (uint32_t i = 0; i < view_count(w->library, w->coverage->model); i++) {
        if (!coverage_counts(w->library, w->coverage, w->scope, i))
            continue;
        component_id id = view_component(w->library, w->coverage->model, i);
        csv_cell(w->out, text_of(w, w->mapping->id), false);
        csv_cell(w->out, str_of(side_name(w->scope)), false);
        csv_cell(w->out, model_name(w), false);
        csv_cell(w->out, text_of(w, w->library->kinds.at[w->scope->kind].name), false);
        csv_cell(w->out, path_of(w, id), false);
        csv_cell(w->out, w->library->components.at[id].title, false);
        csv_cell(w->out, str_of(coverage_class_name(w->coverage->classes[i])), true);
    }
}

static const char csv_head[] = "mapping,side,model,kind,component,title,coverage\r\n";

void write_coverage_csv(struct buf *out, const struct library *library)
{
    struct coverage_writer w = writer_on(out, library);
    buf_text(out, csv_head);
    for_each_side(&w, nothing, write_csv_side, nothing);
}

void write_mapping_coverage_csv(struct buf *out, const struct library *library,
                                const struct mapping *mapping)
{
    struct coverage_writer w = writer_on(out, library);
    w.mapping = mapping;
    buf_text(out, csv_head);
    for_sides(&w, nothing, write_csv_side, nothing);
}

/* ---- Text ---- */

enum { LABEL_WIDTH = 36, LINE_WIDTH = 80 };

static void begin_text(struct coverage_writer *w)
{
    buf_printf(w->out, "%.*s", STR_ARGS(text_of(w, w->mapping->id)));
    if (w->mapping->title.len)
        buf_printf(w->out, "  %.*s", STR_ARGS(w->mapping->title));
    buf_text(w->out, w->mapping->derived ? "  (derived)\n" : "\n");
}

static void add_line(struct coverage_writer *w, const char *name, uint32_t n, uint32_t of)
{
    if (n == 0)
        return;
    buf_printf(w->out, "    %-*s %5u", LABEL_WIDTH - 4, name, n);
    if (of)
        buf_printf(w->out, "  %3u %%", (n * 100 + of / 2) / of);
    buf_char(w->out, '\n');
}

/* The components of one class, wrapped to the width of a line. */
static void add_components(struct coverage_writer *w, enum coverage_class class, const char *heading)
{
    uint32_t column = 0;
    for (uint32_t i = 0; i < view_count(w->library, w->coverage->model); i++) {
        if (!coverage_counts(w->library, w->coverage, w->scope, i) || w->coverage->classes[i] != class)
            continue;
        struct str path = path_of(w, view_component(w->library, w->coverage->model, i));
        if (column == 0) {
            buf_printf(w->out, "    %s:", heading);
            column = 5 + (uint32_t)strlen(heading);
        }
        if (column + 1 + path.len > LINE_WIDTH) {
            buf_text(w->out, "\n     ");
            column = 5;
        }
        buf_printf(w->out, " %.*s", STR_ARGS(path));
        column += 1 + path.len;
    }
    if (column)
        buf_char(w->out, '\n');
}

static void write_text_side(struct coverage_writer *w)
{
    static const char *const names[] = {"full", "partial", "tentative", "undecided",
                                        "gap", "not applicable", "unmapped"};
    struct coverage_tally tally = coverage_tally_of(w->library, w->coverage, w->scope);
    const struct kind *kind = &w->library->kinds.at[w->scope->kind];
    buf_printf(w->out, "\n  %s %.*s: %u %.*s", side_name(w->scope), STR_ARGS(model_name(w)), tally.total,
               STR_ARGS(tally.total == 1 ? kind->title : kind->plural));
    for (uint32_t i = 0; i < w->scope->n_within; i++)
        buf_printf(w->out, "%s%.*s", i ? ", " : " in ",
                   STR_ARGS(path_of(w, w->library->within.at[w->scope->first_within + i])));
    buf_printf(w->out, ", %u applicable\n", tally.applicable);
    for (enum coverage_class class = 0; class < COVERAGE_COUNT; class++)
        add_line(w, names[class], tally.classes[class],
                 class == COVERAGE_NOT_APPLICABLE ? 0 : tally.applicable);
    for (enum coverage_class class = COVERAGE_TENTATIVE; class < COVERAGE_COUNT; class++)
        if (class != COVERAGE_NOT_APPLICABLE)
            add_components(w, class, names[class]);
}

static void end_text(struct coverage_writer *w)
{
    if (w->n_sides == 0)
        buf_text(w->out, "\n  nothing is mapped\n");
    buf_char(w->out, '\n');
}

void write_coverage_text(struct buf *out, const struct library *library)
{
    struct coverage_writer w = writer_on(out, library);
    if (library->mappings.n == 0)
        buf_text(out, "no mappings\n");
    for_each_side(&w, begin_text, write_text_side, end_text);
}
