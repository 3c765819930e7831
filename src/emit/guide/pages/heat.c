/* Coverage as a picture of tiles: what is counted, part by part, and by category and level. Every tile has a number
   and a mark; colour comes on top. */

#include "emit/guide/pages/heat.h"
#include "model/view.h"

/* A tile: the counted components of one part. */
struct tile {
    uint32_t row, part; /* positions in the view: what it is listed under (NONE: nothing), and what it is of */
    struct coverage_tally tally;
};

struct heat {
    struct page *page;
    const struct coverage *coverage;
    const struct summary *summary;
    VEC(struct tile) tiles;
};

static void count(struct coverage_tally *tally, enum coverage_class class)
{
    tally->total++;
    tally->classes[class]++;
    tally->applicable += class != COVERAGE_NOT_APPLICABLE;
}

static bool is_counted(const struct heat *heat, uint32_t position)
{
    return coverage_counts(heat->page->library, heat->coverage, &heat->summary->scope, position);
}

/* ---- What is on a tile ---- */

static uint32_t covered(const struct coverage_tally *tally)
{
    return tally->classes[COVERAGE_FULL] + tally->classes[COVERAGE_PARTIAL];
}

/* What a tile is coloured and marked as: the class of all, or partial if there are several. */
static enum coverage_class class_of(const struct coverage_tally *tally)
{
    enum coverage_class found = COVERAGE_COUNT;
    for (enum coverage_class class = 0; class < COVERAGE_COUNT; class ++) {
        if (tally->classes[class] == 0 || (class == COVERAGE_NOT_APPLICABLE && tally->applicable))
            continue;
        if (found != COVERAGE_COUNT)
            return covered(tally) ? COVERAGE_PARTIAL : COVERAGE_UNMAPPED;
        found = class;
    }
    return found;
}

/* "3/5", and for those who do not see it "3 of 5 covered, at least in part"; the mark of the class. */
static void put_count(struct page *page, const struct coverage_tally *tally)
{
    buf_printf(page->out, "<span class=\"n\"><span aria-hidden=\"true\">%u/%u</span><span class=\"hidden\">%u ",
               covered(tally), tally->applicable, covered(tally));
    put_word(page, WORD_OUT_OF);
    buf_printf(page->out, " %u ", tally->applicable);
    put_word(page, WORD_COVERED_AT_LEAST_IN_PART);
    put(page, "</span></span> ");
    put_bare_class(page, class_of(tally));
}

/* ---- Part by part ---- */

/* The part that a counted component is shown with: what is directly on its page, or the page. */
static struct tile tile_of(const struct heat *heat, uint32_t position)
{
    const struct page *page = heat->page;
    const struct site_model *site = &page->guide->site.models[page->model];
    const struct site_page *at = &page->guide->site.pages.at[site->page[position]];
    if (site->page[position] == site->index)
        return (struct tile){.row = NONE, .part = position};
    if (at->position == position)
        return (struct tile){.row = at->group, .part = position};
    component_id top = view_component(page->library, page->model, at->position);
    component_id id = view_component(page->library, page->model, position);
    while (page->library->components.at[id].parent != top)
        id = page->library->components.at[id].parent;
    return (struct tile){.row = at->position, .part = view_position(page->library, page->model, id)};
}

static void collect(struct heat *heat)
{
    for (uint32_t p = 0; p < view_count(heat->page->library, heat->page->model); p++) {
        if (!is_counted(heat, p))
            continue;
        struct tile tile = tile_of(heat, p), *last = heat->tiles.n ? &heat->tiles.at[heat->tiles.n - 1] : NULL;
        if (!last || last->part != tile.part)
            vec_push(heat->page->guide->mem, &heat->tiles, tile);
        count(&heat->tiles.at[heat->tiles.n - 1].tally, heat->coverage->classes[p]);
    }
}

static void put_tile(struct page *page, const struct tile *tile)
{
    buf_printf(page->out, "<li class=\"tile c-%s\">", coverage_class_name(class_of(&tile->tally)));
    put_mark_link(page, view_component(page->library, page->model, tile->part));
    put(page, " ");
    put_count(page, &tile->tally);
    put(page, "</li>\n");
}

static void put_row_head(struct page *page, uint32_t row)
{
    put(page, "<tr><th scope=\"row\">");
    if (row == NONE)
        put_atom(page, page->library->models.at[page->model].id);
    else
        put_short_reference(page, view_component(page->library, page->model, row));
    put(page, "</th><td><ul class=\"tiles\">\n");
}

static void put_tiles(const struct heat *heat, const struct mapping *mapping)
{
    struct page *page = heat->page;
    const struct tile *before = NULL;
    table_begin(page, "heat");
    put_word(page, WORD_TILES);
    put(page, ": ");
    put_scope(page, mapping, heat->summary);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_PART);
    put_column(page, WORD_COVERAGE);
    put(page, "</tr></thead>\n<tbody>\n");
    VEC_EACH (const struct tile, tile, &heat->tiles) {
        if (!before || before->row != tile->row) {
            put(page, before ? "</ul></td></tr>\n" : "");
            put_row_head(page, tile->row);
        }
        put_tile(page, tile);
        before = tile;
    }
    put(page, "</ul></td></tr>\n");
    table_end(page);
}

/* ---- By category and level ---- */

/* A category by level: `tallies` has a row for each shelf and a column for each value. */
struct grid {
    const struct site_order *order;
    int64_t values[SITE_LEVELS_MOST];
    uint32_t n_values;
    struct coverage_tally *tallies;
};

/* The values of the order, each once; false if they are too many for a table. */
static bool find_values(const struct page *page, struct grid *grid)
{
    const struct site_ranked *ranked = page->guide->site.ranked.at + grid->order->first;
    for (uint32_t i = 0; i < grid->order->n; i++) {
        if (i && ranked[i].value == ranked[i - 1].value)
            continue;
        if (grid->n_values == SITE_LEVELS_MOST)
            return false;
        grid->values[grid->n_values++] = ranked[i].value;
    }
    return grid->n_values > 1;
}

/* The column of a page; NONE if it has no level. */
static uint32_t column_of(const struct page *page, const struct grid *grid, uint32_t site_page)
{
    const struct site_ranked *ranked = page->guide->site.ranked.at + grid->order->first;
    for (uint32_t i = 0; i < grid->order->n; i++)
        for (uint32_t k = 0; ranked[i].page == site_page && k < grid->n_values; k++)
            if (grid->values[k] == ranked[i].value)
                return k;
    return NONE;
}

static void fill(const struct heat *heat, struct grid *grid)
{
    const struct page *page = heat->page;
    const struct site *site = &page->guide->site;
    const struct site_model *model = &site->models[page->model];
    uint32_t last = NONE, column = NONE;
    for (uint32_t p = 0; p < view_count(page->library, page->model); p++) {
        if (model->page[p] == model->index || !is_counted(heat, p))
            continue;
        if (model->page[p] != last)
            column = column_of(page, grid, last = model->page[p]);
        uint32_t row = site->pages.at[last].shelf - model->first_shelf;
        if (column != NONE)
            count(&grid->tallies[row * grid->n_values + column], heat->coverage->classes[p]);
    }
}

static void put_shelf_head(struct page *page, const struct site_shelf *shelf)
{
    put(page, "<tr><th scope=\"row\">");
    if (shelf->group == NONE)
        put_said(page, page->library->kinds.at[shelf->kind].plural);
    else
        put_group_name(page, view_component(page->library, page->model, shelf->group));
    put(page, "</th>");
}

static void put_grid_row(struct page *page, const struct grid *grid, uint32_t row)
{
    const struct site *site = &page->guide->site;
    bool any = false;
    for (uint32_t i = 0; i < grid->n_values; i++)
        any = any || grid->tallies[row * grid->n_values + i].total;
    if (!any)
        return;
    put_shelf_head(page, &site->shelves.at[site->models[page->model].first_shelf + row]);
    for (uint32_t i = 0; i < grid->n_values; i++) {
        const struct coverage_tally *tally = &grid->tallies[row * grid->n_values + i];
        if (tally->total)
            buf_printf(page->out, "<td class=\"tile c-%s\">", coverage_class_name(class_of(tally)));
        else
            put(page, "<td>");
        if (tally->total)
            put_count(page, tally);
        put(page, "</td>");
    }
    put(page, "</tr>\n");
}

static void put_grid(const struct heat *heat, const struct mapping *mapping, struct grid *grid)
{
    struct page *page = heat->page;
    atom name = page->library->properties.at[grid->order->property].name;
    uint32_t n = page->guide->site.models[page->model].n_shelves;
    grid->tallies = arena_array(&page->guide->scratch, struct coverage_tally, n * grid->n_values + 1);
    fill(heat, grid);
    table_begin(page, "heat grid");
    put_word(page, WORD_BY);
    put(page, " ");
    put_small_label(page, name);
    put(page, ": ");
    put_scope(page, mapping, heat->summary);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_PART);
    for (uint32_t i = 0; i < grid->n_values; i++) {
        put(page, "<th scope=\"col\">");
        put_label(page, name);
        put(page, " ");
        put_number(page, grid->values[i]);
        put(page, "</th>");
    }
    put(page, "</tr></thead>\n<tbody>\n");
    for (uint32_t i = 0; i < n; i++)
        put_grid_row(page, grid, i);
    table_end(page);
}

void put_heat(struct page *page, const struct mapping *mapping, const struct coverage *coverage,
              const struct summary *summary)
{
    struct heat heat = {.page = page, .coverage = coverage, .summary = summary};
    struct grid grid = {.order = site_levels(&page->guide->site, page->library, page->model)};
    collect(&heat);
    if (heat.tiles.n > 1) {
        if (grid.order && find_values(page, &grid))
            put_grid(&heat, mapping, &grid);
        put_tiles(&heat, mapping);
    }
    vec_free(page->guide->mem, &heat.tiles);
}
