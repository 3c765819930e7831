/* Coverage and gaps of every mapping, both sides: as a table for people, JSON, and CSV. */

#include "base/json.h"
#include "emit/csv.h"
#include "emit/emit.h"
#include "model/mapping/coverage.h"
#include "model/names/path.h"
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
    buf_printf(w->out, ", \"derived\": %s, \"sides\": [", w->mapping->derived ? "true" : "false");
}

static void write_json_side(struct coverage_writer *w)
{
    struct coverage_tally tally = coverage_tally_of(w->library, w->coverage, w->scope);
    struct json json;
    buf_text(w->out, w->n_sides ? ",\n    " : "\n    ");
    json_begin(&json, w->out);
    json_put_text(&json, "side", side_name(w->scope));
    json_put_string(&json, "model", model_name(w));
    json_put_string(&json, "kind", text_of(w, w->library->kinds.at[w->scope->kind].name));
    json_put_integer(&json, "total", tally.total);
    json_put_integer(&json, "applicable", tally.applicable);
    for (uint32_t class = 0; class < COVERAGE_COUNT; class ++)
        json_put_integer(&json, coverage_class_name(class), tally.classes[class]);
    put_within(w, &json);
    put_components(w, &json);
    json_end(&json);
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
        csv_cell(w->out, str_of(coverage_class_name(w->coverage->classes[i])), false);
        csv_cell(w->out, str_of(w->mapping->derived ? "derived" : ""), true);
    }
}

static const char csv_head[] = "mapping,side,model,kind,component,title,coverage,derived\r\n";

void write_coverage_csv(struct buf *out, const struct library *library)
{
    struct coverage_writer w = writer_on(out, library);
    buf_text(out, csv_head);
    for_each_side(&w, nothing, write_csv_side, nothing);
}

void write_mapping_coverage_csv(struct buf *out, const struct library *library, const struct mapping *mapping)
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
    struct str id = text_of(w, w->mapping->id), title = w->mapping->title;
    const char *derived = w->mapping->derived ? "  (derived)" : "";
    bool fits = id.len + 2 + title.len + strlen(derived) <= LINE_WIDTH;
    buf_printf(w->out, "%.*s%s", STR_ARGS(id), fits ? "" : derived);
    if (title.len)
        buf_printf(w->out, "%s%.*s", fits ? "  " : "\n", STR_ARGS(title));
    buf_printf(w->out, "%s\n", fits ? derived : "");
}

static void add_line(struct coverage_writer *w, const char *name, uint32_t n, uint32_t of)
{
    buf_printf(w->out, "    %-*s %5u", LABEL_WIDTH - 4, name, n);
    if (of)
        buf_printf(w->out, "  %3u %%", (n * 100 + of / 2) / of);
    buf_char(w->out, '\n');
}

/* A word on the line at hand, or on a new one if it is full; returns the column behind it. */
static uint32_t add_word(struct coverage_writer *w, uint32_t column, struct str word)
{
    if (column + 1 + word.len > LINE_WIDTH) {
        buf_text(w->out, "\n     ");
        column = 5;
    }
    buf_printf(w->out, " %.*s", STR_ARGS(word));
    return column + 1 + word.len;
}

/* The components of one class on a side. Long lists are folded. */
struct listing {
    struct coverage_writer *w;
    enum coverage_class class;
    uint32_t *counted, *listed; /* how many there are before a position, of all and of the class */
    uint32_t column;            /* 0: nothing is written yet */
};

static struct listing listing_of(struct coverage_writer *w, enum coverage_class class)
{
    uint32_t n = view_count(w->library, w->coverage->model);
    struct listing l = {w, class, arena_array(&w->arena, uint32_t, n + 1), arena_array(&w->arena, uint32_t, n + 1), 0};
    for (uint32_t i = 0; i < n; i++) {
        bool is_counted = coverage_counts(w->library, w->coverage, w->scope, i);
        l.counted[i + 1] = l.counted[i] + is_counted;
        l.listed[i + 1] = l.listed[i] + (is_counted && w->coverage->classes[i] == class);
    }
    return l;
}

/* How many a component stands for if all that is counted in it is of the class; 0 if it is not folded. What is
   only there to group others is not what anybody looks for. */
static uint32_t folded(const struct listing *l, uint32_t position)
{
    enum { FOLDED_LEAST = 2 };
    const struct library *library = l->w->library;
    model_id model = l->w->coverage->model;
    uint32_t end = view_end(library, model, position);
    uint32_t n = l->listed[end] - l->listed[position];
    if (library->kinds.at[library->components.at[view_component(library, model, position)].kind].grouping)
        return 0;
    return n >= FOLDED_LEAST && n == l->counted[end] - l->counted[position] ? n : 0;
}

static void list(struct listing *l, const char *heading, uint32_t position, uint32_t n)
{
    struct buf word = buf_on(l->w->out->mem);
    if (l->column == 0) {
        buf_printf(l->w->out, "    %s:", heading);
        l->column = 5 + (uint32_t)strlen(heading);
    }
    path_add(&word, l->w->library, view_component(l->w->library, l->w->coverage->model, position));
    if (n)
        buf_printf(&word, " (%u)", n);
    l->column = add_word(l->w, l->column, buf_as_str(&word));
    buf_free(&word);
}

static void end_list(struct listing *l)
{
    if (l->column)
        buf_char(l->w->out, '\n');
    l->column = 0;
}

/* Lists what is folded, or what is not. */
static void list_some(struct listing *l, const char *heading, bool fold, bool is_folded)
{
    uint32_t n = view_count(l->w->library, l->w->coverage->model);
    for (uint32_t i = 0, next; i < n; i = next) {
        uint32_t within = fold ? folded(l, i) : 0;
        next = within ? view_end(l->w->library, l->w->coverage->model, i) : i + 1;
        if (is_folded ? within > 0 : !within && l->listed[i + 1] > l->listed[i])
            list(l, heading, i, within);
    }
    end_list(l);
}

/* The components of one class, wrapped to the width of a line. Of more than can be taken in at a glance those that
   stand together in one component are named by that: `all unmapped in: OID (7) OPP (5)`. */
static void add_components(struct coverage_writer *w, enum coverage_class class, const char *heading)
{
    enum { GLANCE = 24 };
    struct listing l = listing_of(w, class);
    bool fold = l.listed[view_count(w->library, w->coverage->model)] > GLANCE;
    struct buf all = buf_on(w->out->mem);
    buf_printf(&all, "all %s in%c", heading, '\0');
    list_some(&l, all.at, fold, true);
    list_some(&l, heading, fold, false);
    buf_free(&all);
}

/* `from ISO27001: 12 Clauses, 12 applicable, in 4.3 5 7 8` */
static void add_side_head(struct coverage_writer *w, const struct coverage_tally *tally)
{
    const struct kind *kind = &w->library->kinds.at[w->scope->kind];
    size_t start = w->out->n;
    buf_printf(w->out, "  %s %.*s: %u %.*s, %u applicable%s", side_name(w->scope), STR_ARGS(model_name(w)),
               tally->total, STR_ARGS(tally->total == 1 ? kind->title : kind->plural), tally->applicable,
               w->scope->n_within ? ", in" : "");
    uint32_t column = (uint32_t)(w->out->n - start);
    for (uint32_t i = 0; i < w->scope->n_within; i++)
        column = add_word(w, column, path_of(w, w->library->within.at[w->scope->first_within + i]));
    buf_char(w->out, '\n');
}

/* What is derived is proven or undecided; what is written needs no proof. */
static const char *class_heading(const struct coverage_writer *w, enum coverage_class class)
{
    static const char *const names[] = {"full", "partial",        "tentative", "undecided",
                                        "gap",  "not applicable", "unmapped"};
    if (w->mapping->derived && class <= COVERAGE_PARTIAL)
        return class == COVERAGE_FULL ? "proven full" : "proven partial";
    return names[class];
}

/* The three that a derivation is judged by stand there even if they are zero. */
static bool is_of_derived(enum coverage_class class)
{
    return class == COVERAGE_FULL || class == COVERAGE_PARTIAL || class == COVERAGE_UNDECIDED;
}

static void write_text_side(struct coverage_writer *w)
{
    struct coverage_tally tally = coverage_tally_of(w->library, w->coverage, w->scope);
    buf_char(w->out, '\n');
    add_side_head(w, &tally);
    for (enum coverage_class class = 0; class < COVERAGE_COUNT; class ++)
        if (tally.classes[class] || (w->mapping->derived && is_of_derived(class)))
            add_line(w, class_heading(w, class), tally.classes[class],
                     class == COVERAGE_NOT_APPLICABLE ? 0 : tally.applicable);
    for (enum coverage_class class = COVERAGE_TENTATIVE; class < COVERAGE_COUNT; class ++)
        if (class != COVERAGE_NOT_APPLICABLE)
            add_components(w, class, class_heading(w, class));
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
