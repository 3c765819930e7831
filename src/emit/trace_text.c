/* A trace for people: a tree of mappings, of what their rows and edges say, and of the ways of derived ones. */

#include "base/utf8.h"
#include "emit/branches.h"
#include "emit/trace.h"
#include "model/mapping/relation.h"
#include "model/names/path.h"

/* What is shown unless all of it is wanted. */
enum { WAYS_MOST = 8, INSIDE_MOST = 20, TOGETHER_MOST = 12 };

struct trace_writer {
    struct trace trace;
    const struct library *library;
    struct branches b;
    struct buf line; /* what put_...() put together, until end_...() writes it */
    bool all;
};

/* ---- Names and places ---- */

/* Writes a path; returns how many characters it has. */
static uint32_t add_path(struct trace_writer *w, enum paint paint, component_id id, bool full)
{
    struct buf path = buf_on(w->b.out->mem);
    if (full)
        path_add_full(&path, w->library, id);
    else
        path_add(&path, w->library, id);
    branch_visible(&w->b, paint, buf_as_str(&path));
    uint32_t length = utf8_count(buf_as_str(&path));
    buf_free(&path);
    return length;
}

/* Writes a path and its title behind `width` characters. */
static void add_titled(struct trace_writer *w, component_id id, uint32_t width)
{
    struct str title = w->library->components.at[id].title;
    uint32_t length = add_path(w, PAINT_STRONG, id, false);
    if (title.len == 0)
        return;
    buf_repeat(w->b.out, ' ', 2 + (length < width ? width - length : 0));
    branch_visible(&w->b, PAINT_OFF, title);
}

static void put_place(struct trace_writer *w, struct span at)
{
    struct location place = source_locate(w->library->sources, at.start);
    buf_printf(&w->line, "%.*s:%u:%u", STR_ARGS(place.file->path), place.line, place.column);
}

/* Writes what was put together into the line at hand. */
static void end_line(struct trace_writer *w)
{
    branch_visible(&w->b, PAINT_OFF, buf_as_str(&w->line));
    w->line.n = 0;
}

/* The same below it, if there is anything. */
static void end_paragraph(struct trace_writer *w)
{
    branch_paragraph(&w->b, buf_as_str(&w->line));
    w->line.n = 0;
}

/* Says that `n` more are not shown. */
static void add_rest(struct trace_writer *w, uint32_t n, const char *what)
{
    branch_open(&w->b, true);
    buf_printf(w->b.out, "%s %u more %s (--all)", branch_ellipsis(&w->b), n, what);
    branch_close(&w->b);
}

/* ---- Relations ---- */

static const char *seen_relation(enum relation relation, bool inverse)
{
    if (!inverse)
        return relation_name(relation);
    switch (relation) {
    case RELATION_ADDRESSED_BY: return "<-";
    case RELATION_SUBSET_OF: return relation_name(RELATION_SUPERSET_OF);
    case RELATION_SUPERSET_OF: return relation_name(RELATION_SUBSET_OF);
    case RELATION_SUPPORTS: return relation_name(RELATION_SUPPORTED_BY);
    case RELATION_SUPPORTED_BY: return relation_name(RELATION_SUPPORTS);
    default: return relation_name(relation);
    }
}

/* What may hold between two components, in the words of the language. */
static void put_possible(struct buf *out, relation_set possible)
{
    static const enum relation words[] = {RELATION_EQUALS, RELATION_SUBSET_OF, RELATION_SUPERSET_OF,
                                          RELATION_INTERSECTS, RELATION_UNRELATED_TO};
    if (possible == RELATE_OVERLAP || possible == RELATE_ANY) {
        buf_text(out, possible == RELATE_ANY ? "may overlap" : "overlaps");
        return;
    }
    bool any = false;
    for (uint32_t i = 0; i < RELATE_COUNT; i++) {
        if (!(possible >> i & 1))
            continue;
        buf_printf(out, "%s%s", any ? " or " : "", relation_name(words[i]));
        any = true;
    }
}

/* ---- Rows ---- */

struct members {
    const struct member *at;
    uint32_t n;
};

static struct members members_of(const struct trace_writer *w, const struct row *row, bool targets)
{
    const struct member *all = w->library->members.at;
    return targets ? (struct members){all + row->first_target, row->n_targets}
                   : (struct members){all + row->first_source, row->n_sources};
}

static void add_member(struct trace_writer *w, const struct member *member, uint32_t width)
{
    add_titled(w, member->component, width);
    if (member->tentative)
        branch_text(&w->b, PAINT_DOUBT, "  ? tentative");
}

/* The widest path of members, as long as it is no rarity. */
static uint32_t width_of(struct trace_writer *w, struct members members)
{
    enum { WIDTH_MOST = 16 };
    uint32_t width = 0;
    for (uint32_t i = 0; i < members.n; i++) {
        path_add(&w->line, w->library, members.at[i].component);
        uint32_t length = utf8_count(buf_as_str(&w->line));
        width = length > width && length <= WIDTH_MOST ? length : width;
        w->line.n = 0;
    }
    return width;
}

static void add_members(struct trace_writer *w, struct members members)
{
    uint32_t width = width_of(w, members);
    for (uint32_t i = 0; i < members.n; i++) {
        branch_open(&w->b, i + 1 == members.n);
        add_member(w, &members.at[i], width);
        branch_close(&w->b);
    }
}

static void put_word(struct trace_writer *w, const char *name, const char *word)
{
    if (word)
        buf_printf(&w->line, ", %s%s", name, word);
}

static void add_text(struct trace_writer *w, const char *name, struct str text)
{
    if (!text.len)
        return;
    buf_printf(&w->line, *name ? "%s: %.*s" : "%s\"%.*s\"", name, STR_ARGS(text));
    end_paragraph(w);
}

/* The others that a row takes together with the component. */
static void add_together(struct trace_writer *w, struct members own, component_id id)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < own.n; i++) {
        if (own.at[i].component == id)
            continue;
        n++;
        if (n > TOGETHER_MOST && !w->all)
            continue;
        buf_text(&w->line, n == 1 ? "together with " : ", ");
        path_add(&w->line, w->library, own.at[i].component);
    }
    if (n > TOGETHER_MOST && !w->all)
        buf_printf(&w->line, " and %u more (--all)", n - TOGETHER_MOST);
    end_paragraph(w);
}

/* Where the row stands, and all that it says besides. */
static void add_particulars(struct trace_writer *w, const struct row *row)
{
    put_place(w, row->at);
    put_word(w, "fit ", fit_name(row->fit));
    if (row->strength != NONE)
        buf_printf(&w->line, ", strength %u", row->strength);
    put_word(w, "confidence ", confidence_name(row->confidence));
    put_word(w, "rationale ", rationale_kind_name(row->rationale_kind));
    end_paragraph(w);
    add_text(w, "", row->rationale);
    add_text(w, "note", row->note);
    add_text(w, "source", row->source);
}

static bool is_tentative(struct members own, component_id id)
{
    for (uint32_t i = 0; i < own.n; i++)
        if (own.at[i].component == id)
            return own.at[i].tentative;
    return false;
}

static void add_relation(struct trace_writer *w, const struct row *row, bool inverse)
{
    branch_text(&w->b, PAINT_OFF, seen_relation(row->written, inverse));
    if (row->relation != row->written) {
        branch_text(&w->b, PAINT_OFF, " (");
        branch_text(&w->b, PAINT_OFF, seen_relation(row->relation, inverse));
        branch_text(&w->b, PAINT_OFF, ")");
    }
}

static void add_outcome(struct trace_writer *w, enum outcome outcome)
{
    bool undecided = outcome == OUTCOME_UNDECIDED;
    branch_text(&w->b, PAINT_OFF, "-> ");
    branch_text(&w->b, undecided ? PAINT_DOUBT : PAINT_OFF, undecided ? "? not decided yet" : outcome_name(outcome));
}

static void add_row(struct trace_writer *w, const struct trace_entry *entry, bool inverse, bool is_last)
{
    const struct row *row = &w->library->rows.at[entry->index];
    struct members own = members_of(w, row, inverse), others = members_of(w, row, !inverse);
    branch_open(&w->b, is_last);
    if (row->outcome != OUTCOME_TARGETS) {
        add_outcome(w, row->outcome);
    } else {
        add_relation(w, row, inverse);
        branch_text(&w->b, PAINT_OFF, others.n == 1 ? " " : " all of these together");
        if (others.n == 1)
            add_member(w, others.at, 0);
    }
    if (inverse && is_tentative(own, entry->component))
        branch_text(&w->b, PAINT_DOUBT, "  ? tentative");
    add_together(w, own, entry->component);
    add_particulars(w, row);
    if (others.n > 1)
        add_members(w, others);
    branch_close(&w->b);
}

/* ---- Derived edges ---- */

/* The relations along the way: "A:3.1 overlaps B:PP equals C:5.1". */
static void put_chain(struct trace_writer *w, const trace_steps *steps)
{
    path_add_full(&w->line, w->library, steps->at[0].from);
    VEC_EACH (const struct trace_step, step, steps) {
        buf_char(&w->line, ' ');
        put_possible(&w->line, step->possible);
        buf_char(&w->line, ' ');
        path_add_full(&w->line, w->library, step->to);
        if (w->library->edges.at[step->edge].tentative)
            buf_char(&w->line, '?');
    }
}

/* Where a step comes from: "inverse ISO27001-to-GP, models/map.prm:18:12". */
static void put_step(struct trace_writer *w, const struct trace_step *step)
{
    const struct edge *edge = &w->library->edges.at[step->edge];
    buf_printf(&w->line, "%s%.*s", step->inverse ? "inverse " : "",
               STR_ARGS(atom_text(w->library->atoms, step->mapping->id)));
    for (uint32_t i = 0; i < step->n_between; i++) {
        buf_text(&w->line, i ? ", " : ", through ");
        path_add_full(&w->line, w->library, trace_between(step, i));
    }
    uint32_t n;
    const uint32_t *rows = library_edge_rows(w->library, step->mapping, edge, &n);
    for (uint32_t i = 0; i < n; i++) {
        buf_text(&w->line, ", ");
        put_place(w, w->library->rows.at[rows[i]].at);
    }
}

static void add_way(struct trace_writer *w, const trace_steps *steps, bool is_last)
{
    branch_open(&w->b, is_last);
    put_chain(w, steps);
    end_line(w);
    VEC_EACH (const struct trace_step, step, steps) {
        put_step(w, step);
        end_paragraph(w);
    }
    branch_close(&w->b);
}

static void add_ways(struct trace_writer *w, const struct mapping *mapping, const struct edge *edge, bool inverse)
{
    struct edge_paths ways = {0};
    trace_steps steps = {0};
    edge_paths_of(w->library, mapping, edge, w->all ? UINT32_MAX : WAYS_MOST, &ways);
    for (uint32_t i = 0; i < ways.at.n; i++) {
        trace_way(w->library, mapping, edge, &ways, i, inverse, &steps);
        add_way(w, &steps, i + 1 == edge->n_paths);
    }
    vec_free(w->b.out->mem, &steps);
    if (ways.at.n < edge->n_paths)
        add_rest(w, edge->n_paths - ways.at.n, "ways");
    edge_paths_free(w->library, &ways);
}

static void add_edge(struct trace_writer *w, const struct mapping *mapping, const struct trace_entry *entry,
                     bool inverse, bool is_last)
{
    const struct edge *edge = &w->library->edges.at[entry->index];
    relation_set possible = inverse ? relation_inverse(edge->possible) : edge->possible;
    bool undecided = trace_is_undecided(possible);
    branch_open(&w->b, is_last);
    branch_text(&w->b, undecided ? PAINT_DOUBT : PAINT_OFF, undecided ? "undecided: " : "proven: ");
    if (possible != RELATE_ANY) {
        put_possible(&w->line, possible);
        buf_char(&w->line, ' ');
        end_line(w);
    }
    add_titled(w, inverse ? edge->from : edge->to, 0);
    if (edge->tentative)
        branch_text(&w->b, PAINT_DOUBT, "  ? tentative");
    if (w->all || entry->kin == KIN_SELF)
        add_ways(w, mapping, edge, inverse);
    else
        buf_printf(w->b.out, edge->n_paths == 1 ? "  (%u way)" : "  (%u ways)", edge->n_paths);
    branch_close(&w->b);
}

/* ---- Mappings ---- */

static void add_entries(struct trace_writer *w, const struct trace_side *side, uint32_t first, uint32_t n, bool is_last)
{
    const struct mapping *mapping = &w->library->mappings.at[side->mapping];
    for (uint32_t i = first; i < first + n; i++) {
        const struct trace_entry *entry = &w->trace.entries.at[i];
        if (mapping->derived)
            add_edge(w, mapping, entry, side->inverse, is_last && i + 1 == first + n);
        else
            add_row(w, entry, side->inverse, is_last && i + 1 == first + n);
    }
}

/* What is said of something around the component or in it. */
static void add_relative(struct trace_writer *w, const struct trace_side *side, uint32_t first, uint32_t n,
                         bool is_last)
{
    const struct trace_entry *entry = &w->trace.entries.at[first];
    branch_open(&w->b, is_last);
    branch_text(&w->b, PAINT_OFF, entry->kin == KIN_AROUND ? "around it: " : "in it: ");
    add_titled(w, entry->component, 0);
    add_entries(w, side, first, n, true);
    branch_close(&w->b);
}

/* How many entries of a side are shown: of what is inside only so many. */
static uint32_t shown_count(const struct trace_writer *w, const struct trace_side *side)
{
    uint32_t outer = 0;
    while (outer < side->n && w->trace.entries.at[side->first + outer].kin != KIN_INSIDE)
        outer++;
    return w->all || side->n - outer <= INSIDE_MOST ? side->n : outer + INSIDE_MOST;
}

static void add_side(struct trace_writer *w, const struct trace_side *side, bool is_last)
{
    const struct mapping *mapping = &w->library->mappings.at[side->mapping];
    const struct atoms *atoms = w->library->atoms;
    const struct model *other = &w->library->models.at[side->inverse ? mapping->from : mapping->to];
    uint32_t shown = shown_count(w, side), end = side->first + shown;
    branch_open(&w->b, is_last);
    branch_text(&w->b, PAINT_OFF, side->inverse ? "from " : "to ");
    branch_visible(&w->b, PAINT_OFF, atom_text(atoms, other->id));
    branch_text(&w->b, PAINT_OFF, ", by ");
    branch_visible(&w->b, PAINT_OFF, atom_text(atoms, mapping->id));
    branch_text(&w->b, PAINT_OFF, mapping->derived ? ", derived" : "");
    branch_text(&w->b, PAINT_OFF, side->n ? "" : ": nothing");
    for (uint32_t i = side->first, next; i < end; i = next) {
        const struct trace_entry *entry = &w->trace.entries.at[i];
        for (next = i + 1; next < end && w->trace.entries.at[next].component == entry->component;)
            next++;
        if (entry->kin == KIN_SELF)
            add_entries(w, side, i, next - i, next - side->first == side->n);
        else
            add_relative(w, side, i, next - i, next - side->first == side->n);
    }
    if (shown < side->n)
        add_rest(w, side->n - shown, "of what is in it");
    branch_close(&w->b);
}

static void add_head(struct trace_writer *w)
{
    component_id id = w->trace.component;
    const struct component *component = &w->library->components.at[id];
    add_path(w, PAINT_STRONG, id, true);
    branch_text(&w->b, PAINT_OFF, component->title.len ? "  " : "");
    branch_visible(&w->b, PAINT_OFF, component->title);
    buf_str(&w->line, atom_text(w->library->atoms, library_kind(w->library, id)->name));
    put_word(w, "", status_name((enum status)component->status));
    if (component->parent != NONE) {
        buf_text(&w->line, " in ");
        path_add(&w->line, w->library, component->parent);
        buf_printf(&w->line, "  %.*s", STR_ARGS(w->library->components.at[component->parent].title));
    }
    end_paragraph(w);
    put_place(w, component->at);
    end_paragraph(w);
}

void write_trace_text(struct buf *out, const struct library *library, component_id component, bool all,
                      struct style style)
{
    struct trace_writer w = {.library = library, .b = branches_on(out, style), .line = buf_on(out->mem), .all = all};
    trace_gather(&w.trace, library, component);
    add_head(&w);
    if (w.trace.sides.n == 0)
        branch_paragraph(&w.b, STR("no mapping of its model was read"));
    for (uint32_t i = 0; i < w.trace.sides.n; i++)
        add_side(&w, &w.trace.sides.at[i], i + 1 == w.trace.sides.n);
    buf_char(out, '\n');
    trace_free(&w.trace);
    buf_free(&w.b.lead);
    buf_free(&w.line);
}
