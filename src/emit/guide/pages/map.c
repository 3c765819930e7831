/* The map of an area: what it holds, and what that is mapped to and from, as a picture and as a table. */

#include <stdlib.h>

#include "emit/guide/pages/component.h"
#include "emit/guide/picture.h"
#include "emit/guide/rows.h"
#include "model/view.h"

enum {
    PICTURE_MOST = 40, /* lines of a picture */
    TABLE_MOST = 120,  /* lines of a table */
    ENDS_MOST = 14,    /* components on the right; of more their models are shown */
    CELL_MOST = 12,    /* components of a model in a cell */
    LEFT = 410,
    INDENT = 26,
    RIGHT = 170, /* widths */
    GAP_X = 100,
    HEIGHT = 26,
    GAP_Y = 7,
    MARGIN = 2
};

/* What has a line: the area itself, or a part of it. */
struct line {
    uint32_t position, end; /* whose rows it takes */
    uint32_t group;         /* position of what it stands in; NONE */
};

/* A component elsewhere that a line has to do with. */
struct meeting {
    uint32_t line;
    model_id model; /* in whose view it is shown */
    component_id other;
};

struct area {
    struct page *page;
    VEC(struct line) lines;
    VEC(struct meeting) meetings; /* by line, model and component */
    bool by_model;                /* the right side shows models */
    VEC(struct meeting) ends;     /* what is on the right, each once */
};

/* ---- What is in it ---- */

static bool is_part(const struct page *page, uint32_t position)
{
    return !is_item(page, position) && !is_shown_applying(page, view_component(page->library, page->model, position));
}

static void add_line(struct area *area, uint32_t position, uint32_t end, uint32_t group)
{
    vec_push(area->page->guide->mem, &area->lines, ((struct line){position, end, group}));
}

/* The parts of a part as lines below it; false if there are none. */
static bool add_inner_lines(struct area *area, uint32_t position)
{
    const struct page *page = area->page;
    uint32_t end = view_end(page->library, page->model, position);
    bool any = false;
    for (uint32_t p = position + 1; p < end; p = view_end(page->library, page->model, p)) {
        if (!is_part(page, p))
            continue;
        if (!any)
            add_line(area, position, p, NONE);
        any = true;
        add_line(area, p, view_end(page->library, page->model, p), position);
    }
    return any;
}

static void add_lines(struct area *area, uint32_t position, uint32_t end)
{
    const struct page *page = area->page;
    add_line(area, position, position + 1, NONE);
    for (uint32_t p = position + 1; p < end; p = view_end(page->library, page->model, p))
        if (is_part(page, p) && !add_inner_lines(area, p))
            add_line(area, p, view_end(page->library, page->model, p), NONE);
}

/* ---- What it meets ---- */

static void add_meetings_of_row(struct area *area, uint32_t line, uint32_t index, bool inverse)
{
    const struct library *library = area->page->library;
    const struct row *row = &library->rows.at[index];
    const struct mapping *mapping = &library->mappings.at[area->page->guide->links.of_row[index]];
    uint32_t first = inverse ? row->first_source : row->first_target;
    uint32_t n = inverse ? row->n_sources : row->n_targets;
    for (uint32_t i = first; i < first + n && row->outcome == OUTCOME_TARGETS; i++)
        vec_push(area->page->guide->mem, &area->meetings,
                 ((struct meeting){line, inverse ? mapping->from : mapping->to, library->members.at[i].component}));
}

static int by_place(const void *a, const void *b)
{
    const struct meeting *one = a, *other = b;
    if (one->line != other->line)
        return one->line < other->line ? -1 : 1;
    if (one->model != other->model)
        return one->model < other->model ? -1 : 1;
    return (one->other > other->other) - (one->other < other->other);
}

static void add_meetings(struct area *area, uint32_t line)
{
    const struct page *page = area->page;
    const struct links *links = &page->guide->links;
    for (uint32_t p = area->lines.at[line].position; p < area->lines.at[line].end; p++) {
        component_id id = view_component(page->library, page->model, p);
        for (int inverse = 0; inverse < 2; inverse++) {
            uint32_t n;
            const uint32_t *rows = index_at(inverse ? &links->as_target : &links->as_source, id, &n);
            for (uint32_t i = 0; i < n; i++)
                add_meetings_of_row(area, line, rows[i], inverse);
        }
    }
}

static void sort_meetings(struct area *area)
{
    uint32_t kept = 0;
    if (area->meetings.n)
        qsort(area->meetings.at, area->meetings.n, sizeof *area->meetings.at, by_place);
    for (uint32_t i = 0; i < area->meetings.n; i++)
        if (kept == 0 || by_place(&area->meetings.at[kept - 1], &area->meetings.at[i]) != 0)
            area->meetings.at[kept++] = area->meetings.at[i];
    area->meetings.n = kept;
}

static bool is_end(const struct area *area, const struct meeting *meeting, const struct meeting *end)
{
    return end->model == meeting->model && (area->by_model || end->other == meeting->other);
}

static void collect_ends(struct area *area, bool by_model)
{
    area->by_model = by_model;
    area->ends.n = 0;
    VEC_EACH (const struct meeting, meeting, &area->meetings) {
        uint32_t i = 0;
        while (i < area->ends.n && !is_end(area, meeting, &area->ends.at[i]))
            i++;
        if (i == area->ends.n)
            vec_push(area->page->guide->mem, &area->ends, *meeting);
        if (!by_model && area->ends.n > ENDS_MOST) {
            collect_ends(area, true);
            return;
        }
    }
}

/* ---- The picture ---- */

static struct str line_name(struct page *page, uint32_t position)
{
    const struct library *library = page->library;
    component_id id = view_component(library, page->model, position);
    struct str title = in_language(page, library->components.at[id].title);
    struct buf name = buf_on(page->guide->mem);
    buf_str(&name, mark_of(library, id));
    buf_text(&name, name.n ? " " : "");
    buf_str(&name, title.ptr ? title : library->components.at[id].title);
    struct str result = arena_str(&page->guide->scratch, buf_as_str(&name));
    buf_free(&name);
    return result;
}

/* True for what heads the lines below it: it has its box on the left. */
static bool is_head(const struct area *area, uint32_t line)
{
    return line == 0 || (line + 1 < area->lines.n && area->lines.at[line + 1].group == area->lines.at[line].position);
}

static struct box box_of(const struct area *area, uint32_t line)
{
    int indent = is_head(area, line) ? 0 : INDENT;
    return (struct box){MARGIN + indent, MARGIN + (int)line * (HEIGHT + GAP_Y), LEFT - indent, HEIGHT};
}

static struct box box_of_end(const struct area *area, uint32_t end)
{
    int height = (int)area->lines.n * (HEIGHT + GAP_Y) - GAP_Y;
    int used = (int)area->ends.n * (HEIGHT + GAP_Y) - GAP_Y;
    int above = height > used ? (height - used) / 2 : 0;
    return (struct box){MARGIN + LEFT + GAP_X, MARGIN + above + (int)end * (HEIGHT + GAP_Y), RIGHT, HEIGHT};
}

/* How many lines have to do with each of the ends. */
static uint32_t *arrivals(const struct area *area)
{
    uint32_t *n = arena_array(&area->page->guide->scratch, uint32_t, area->ends.n + 1);
    for (uint32_t end = 0; end < area->ends.n; end++) {
        uint32_t line = NONE;
        VEC_EACH (const struct meeting, meeting, &area->meetings) {
            n[end] += meeting->line != line && is_end(area, meeting, &area->ends.at[end]);
            line = is_end(area, meeting, &area->ends.at[end]) ? meeting->line : line;
        }
    }
    return n;
}

/* Ways share the side of the box that they end at, in the order of the lines. */
static void draw_ways(const struct area *area)
{
    const struct meeting *before = NULL;
    uint32_t *all = arrivals(area), *done = arena_array(&area->page->guide->scratch, uint32_t, area->ends.n + 1);
    VEC_EACH (const struct meeting, meeting, &area->meetings) {
        uint32_t end = 0;
        if (before && before->line == meeting->line && is_end(area, meeting, before))
            continue;
        before = meeting;
        while (!is_end(area, meeting, &area->ends.at[end]))
            end++;
        struct way way = {.from = box_of(area, meeting->line), .to = box_of_end(area, end), .class = "way"};
        way.y1 = way.from.y + HEIGHT / 2, way.y2 = way.to.y + (int)(++done[end] * HEIGHT / (all[end] + 1));
        picture_way(area->page, &way);
    }
}

static void draw_ends(const struct area *area)
{
    const struct library *library = area->page->library;
    for (uint32_t i = 0; i < area->ends.n; i++) {
        struct buf name = buf_on(area->page->guide->mem);
        buf_str(&name, atom_text(library->atoms, library->models.at[area->ends.at[i].model].id));
        if (!area->by_model)
            buf_printf(&name, " %.*s", STR_ARGS(mark_of(library, area->ends.at[i].other)));
        picture_box(area->page, box_of_end(area, i), "node", buf_as_str(&name));
        buf_free(&name);
    }
}

static void put_picture(const struct area *area)
{
    struct page *page = area->page;
    uint32_t n = area->lines.n > area->ends.n ? area->lines.n : area->ends.n;
    struct box right = box_of_end(area, 0);
    picture_begin(page);
    put_word(page, WORD_ABOUT_MAP);
    picture_canvas(page, right.x + RIGHT + MARGIN, (int)n * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN);
    draw_ways(area);
    for (uint32_t i = 0; i < area->lines.n; i++)
        picture_entry(page, box_of(area, i), is_head(area, i) ? "node strong" : "node",
                      line_name(page, area->lines.at[i].position));
    draw_ends(area);
    picture_end(page);
}

/* ---- The table ---- */

/* The components that a line meets, model by model; what they are called stands with the parts. */
static void put_met(const struct area *area, uint32_t first, uint32_t end)
{
    struct page *page = area->page;
    for (uint32_t i = first, next; i < end; i = next) {
        model_id model = area->meetings.at[i].model;
        for (next = i + 1; next < end && area->meetings.at[next].model == model;)
            next++;
        put(page, "<p><b>");
        put_atom(page, page->library->models.at[model].id);
        put(page, "</b> <span>");
        uint32_t shown = next - i > CELL_MOST ? CELL_MOST : next - i;
        for (uint32_t k = i; k < i + shown; k++) {
            put(page, k > i ? ", " : "");
            put_path_link(page, model, area->meetings.at[k].other);
        }
        if (shown < next - i) {
            put(page, ", ");
            put_counted(page, WORD_N_MORE, next - i - shown);
        }
        put(page, "</span></p>\n");
    }
}

static void put_table(const struct area *area)
{
    struct page *page = area->page;
    uint32_t at = 0;
    table_begin(page, "met");
    put_word(page, WORD_MAP_IN_WORDS);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_PART);
    put_column(page, WORD_MAPPED_WITH);
    put(page, "</tr></thead>\n<tbody>\n");
    for (uint32_t line = 0; line < area->lines.n && line < TABLE_MOST; line++) {
        uint32_t first = at;
        while (at < area->meetings.n && area->meetings.at[at].line == line)
            at++;
        if (first == at && is_head(area, line))
            continue;
        put(page, "<tr><th scope=\"row\">");
        put_short_reference(page, view_component(page->library, page->model, area->lines.at[line].position));
        put(page, first == at ? "</th><td>\xe2\x80\x93" : "</th><td>");
        put_met(area, first, at);
        put(page, "</td></tr>\n");
    }
    table_end(page);
}

void put_map(struct page *page, uint32_t position, uint32_t end)
{
    struct area area = {.page = page};
    add_lines(&area, position, end);
    for (uint32_t i = 0; i < area.lines.n; i++)
        add_meetings(&area, i);
    sort_meetings(&area);
    if (area.meetings.n && area.lines.n > 2) {
        put_heading(page, 2, "prm:map", WORD_MAP);
        collect_ends(&area, false);
        if (area.lines.n <= PICTURE_MOST)
            put_picture(&area);
        put_table(&area);
    }
    vec_free(page->guide->mem, &area.lines);
    vec_free(page->guide->mem, &area.meetings);
    vec_free(page->guide->mem, &area.ends);
}
