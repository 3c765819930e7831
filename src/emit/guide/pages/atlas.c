/* How the models map to one another: a picture whose columns follow the mappings, and the same in words. */

#include "emit/guide/pages/home.h"
#include "emit/guide/picture.h"

enum {
    MODELS_MOST = 40, /* in the picture; of more there is none */
    WIDTH = 150,
    HEIGHT = 34, /* of a box */
    GAP_X = 90,
    GAP_Y = 16,
    MARGIN = 2
};

/* What has been asked for in working out the column of a model. */
enum { UNKNOWN = -1, ASKED = -2 };

struct atlas {
    struct page *page;
    int *column;                /* by model_id; UNKNOWN: not in the picture */
    uint32_t *row;              /* by model_id: its place in the column */
    uint32_t *arrived;          /* by model_id: how many ways have ended at it */
    uint32_t rows[MODELS_MOST]; /* by column */
    int n_columns;
};

static bool is_shown(const struct mapping *mapping)
{
    return mapping->from != NONE && mapping->to != NONE && mapping->from != mapping->to;
}

static bool has_part(const struct library *library, model_id id)
{
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        if (is_shown(mapping) && (mapping->from == id || mapping->to == id))
            return true;
    VEC_EACH (const struct model, model, &library->models)
        if (model->extends == id)
            return true;
    return library->models.at[id].extends != NONE;
}

static uint32_t models_shown(const struct library *library)
{
    uint32_t n = 0;
    for (model_id id = 0; id < library->models.n; id++)
        n += has_part(library, id);
    return n;
}

/* One right of the rightmost model that is mapped to it; a circle of mappings is cut where it closes. */
static int column_of(struct atlas *atlas, model_id id)
{
    const struct library *library = atlas->page->library;
    int column = 0;
    if (atlas->column[id] != UNKNOWN)
        return atlas->column[id];
    atlas->column[id] = ASKED;
    VEC_EACH (const struct mapping, mapping, &library->mappings) {
        if (!is_shown(mapping) || mapping->to != id || mapping->derived)
            continue;
        int before = column_of(atlas, mapping->from);
        if (before != ASKED && before >= column)
            column = before + 1;
    }
    return atlas->column[id] = column;
}

static void place(struct atlas *atlas)
{
    const struct library *library = atlas->page->library;
    for (model_id id = 0; id < library->models.n; id++)
        atlas->column[id] = UNKNOWN;
    for (model_id id = 0; id < library->models.n; id++) {
        if (!has_part(library, id))
            continue;
        int column = column_of(atlas, id);
        atlas->row[id] = atlas->rows[column]++;
        atlas->n_columns = column >= atlas->n_columns ? column + 1 : atlas->n_columns;
    }
}

static uint32_t most_rows(const struct atlas *atlas)
{
    uint32_t most = 0;
    for (int i = 0; i < atlas->n_columns; i++)
        most = atlas->rows[i] > most ? atlas->rows[i] : most;
    return most;
}

/* A short column stands in the middle. */
static struct box box_of(const struct atlas *atlas, model_id id)
{
    int column = atlas->column[id];
    int above = (int)(most_rows(atlas) - atlas->rows[column]) * (HEIGHT + GAP_Y) / 2;
    return (struct box){MARGIN + column * (WIDTH + GAP_X), MARGIN + above + (int)atlas->row[id] * (HEIGHT + GAP_Y),
                        WIDTH, HEIGHT};
}

/* The ends of ways share the side of a box, in the order of the models at their other ends. */
static int port(const struct atlas *atlas, model_id id, uint32_t nth, uint32_t n)
{
    struct box box = box_of(atlas, id);
    return box.y + (int)((nth + 1) * (uint32_t)box.height / (n + 1));
}

static uint32_t arrivals(const struct library *library, model_id id)
{
    uint32_t n = 0;
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        n += is_shown(mapping) && mapping->to == id;
    return n;
}

static void draw_ways(struct atlas *atlas, model_id from)
{
    const struct library *library = atlas->page->library;
    VEC_EACH (const struct mapping, mapping, &library->mappings) {
        if (!is_shown(mapping) || mapping->from != from)
            continue;
        struct box start = box_of(atlas, from);
        struct way way = {.from = start,
                          .to = box_of(atlas, mapping->to),
                          .y1 = start.y + start.height / 2,
                          .class = mapping->derived ? "way derived" : "way",
                          .head = true};
        way.y2 = port(atlas, mapping->to, atlas->arrived[mapping->to]++, arrivals(library, mapping->to));
        picture_way(atlas->page, &way);
    }
}

static void draw(struct atlas *atlas)
{
    struct page *page = atlas->page;
    const struct library *library = page->library;
    for (model_id id = 0; id < library->models.n; id++) {
        model_id base = library->models.at[id].extends;
        if (base == NONE)
            continue;
        struct way way = {.from = box_of(atlas, id), .to = box_of(atlas, base), .class = "way adds"};
        way.y1 = way.from.y + HEIGHT / 2, way.y2 = way.to.y + HEIGHT / 2;
        picture_way(page, &way);
    }
    for (model_id id = 0; id < library->models.n; id++)
        draw_ways(atlas, id);
    for (model_id id = 0; id < library->models.n; id++)
        if (atlas->column[id] != UNKNOWN)
            picture_box(page, box_of(atlas, id), library->models.at[id].extends != NONE ? "node added" : "node",
                        atom_text(library->atoms, library->models.at[id].id));
}

static void put_picture(struct page *page)
{
    struct atlas atlas = {.page = page};
    uint32_t n = page->library->models.n;
    atlas.column = arena_array(&page->guide->scratch, int, n + 1);
    atlas.arrived = arena_array(&page->guide->scratch, uint32_t, n + 1);
    atlas.row = arena_array(&page->guide->scratch, uint32_t, n + 1);
    place(&atlas);
    picture_begin(page);
    put_word(page, WORD_ABOUT_ATLAS);
    picture_canvas(page, atlas.n_columns * (WIDTH + GAP_X) - GAP_X + 60,
                   (int)most_rows(&atlas) * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN);
    draw(&atlas);
    picture_end(page);
}

/* The models that one is mapped to, each as a link to the mapping. */
static void put_targets(struct page *page, model_id from)
{
    const struct library *library = page->library;
    bool any = false;
    for (mapping_id id = 0; id < library->mappings.n; id++) {
        const struct mapping *mapping = &library->mappings.at[id];
        if (!is_shown(mapping) || mapping->from != from)
            continue;
        put(page, any ? ", <a href=\"" : " <span aria-hidden=\"true\">\xe2\x86\x92</span> <a href=\"");
        any = true;
        put_url(page, &page->guide->site.mappings[id].table, STR(""));
        put(page, "\"><span class=\"hidden\">");
        put_word(page, WORD_TO);
        put(page, " </span>");
        put_atom(page, library->models.at[mapping->to].id);
        put(page, "</a>");
        if (mapping->derived) {
            put(page, " <span class=\"tag\">");
            put_word(page, WORD_DERIVED);
            put(page, "</span>");
        }
    }
}

static bool maps(const struct library *library, model_id from)
{
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        if (is_shown(mapping) && mapping->from == from)
            return true;
    return false;
}

static void put_words(struct page *page)
{
    const struct library *library = page->library;
    put(page, "<ul class=\"atlas\">\n");
    for (model_id id = 0; id < library->models.n && id < MODELS_MOST; id++) {
        if (!maps(library, id))
            continue;
        put(page, "<li>");
        put_model(page, id);
        put_targets(page, id);
        put(page, "</li>\n");
    }
    put(page, "</ul>\n");
}

void put_atlas(struct page *page)
{
    uint32_t n = models_shown(page->library);
    if (n < 2)
        return;
    put_heading(page, 2, "prm:atlas", WORD_ATLAS);
    if (n <= MODELS_MOST)
        put_picture(page);
    put_words(page);
}
