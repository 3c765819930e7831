/* What several mappings say of one model, side by side: how many components one covers and another does not, and each
   component with its coverage by each of them. A number leads to its components, if there is a script to narrow the
   table down: each cell of a mapping that covers something says `[ID]`, and tables.js looks for that. */

#include "emit/guide/pages/compared.h"

#include "emit/guide/glance.h"
#include "emit/guide/headers.h"
#include "emit/guide/html.h"
#include "model/view.h"

enum {
    MAPPINGS_MOST = 12, /* columns; what is more is not compared */
    ROWS_MOST = 1000,
    TABLE_OF_COMPONENTS = 2 /* on the page */
};

struct compared {
    struct page *page;
    uint32_t n;
    mapping_id mappings[MAPPINGS_MOST];
    struct coverage coverage[MAPPINGS_MOST];
    uint8_t *counted; /* by position: some mapping counts it */
    uint32_t positions;
};

/* ---- What is compared ---- */

/* The first summary of a mapping that is of a side of the model; NULL: none is. */
static const struct summary *summary_on(const struct guide *guide, mapping_id id, model_id model)
{
    const struct mapping *mapping = &guide->library->mappings.at[id];
    for (uint32_t i = guide->first_summary[id]; i < guide->first_summary[id + 1]; i++) {
        const struct summary *summary = &guide->summaries.at[i];
        if ((summary->scope.covered_side ? mapping->to : mapping->from) == model)
            return summary;
    }
    return NULL;
}

bool is_compared(const struct guide *guide, model_id model)
{
    uint32_t n = 0;
    for (mapping_id id = 0; id < guide->library->mappings.n && n < 2; id++)
        n += summary_on(guide, id, model) != NULL;
    return n == 2;
}

/* Marks what a mapping counts on the side that is compared. */
static void mark_counted(struct compared *c, mapping_id id, const struct coverage *coverage)
{
    const struct guide *guide = c->page->guide;
    for (uint32_t i = guide->first_summary[id]; i < guide->first_summary[id + 1]; i++) {
        const struct coverage_scope *scope = &guide->summaries.at[i].scope;
        for (uint32_t p = 0; scope->covered_side == coverage->covered_side && p < c->positions; p++)
            if (coverage_counts(guide->library, coverage, scope, p))
                c->counted[p] = 1;
    }
}

static void collect(struct compared *c, struct arena *arena)
{
    const struct guide *guide = c->page->guide;
    c->positions = view_count(guide->library, c->page->model);
    c->counted = arena_array(arena, uint8_t, c->positions + 1);
    for (mapping_id id = 0; id < guide->library->mappings.n && c->n < MAPPINGS_MOST; id++) {
        const struct summary *summary = summary_on(guide, id, c->page->model);
        if (!summary)
            continue;
        c->mappings[c->n] = id;
        c->coverage[c->n] =
            coverage_of(guide->library, arena, &guide->library->mappings.at[id], summary->scope.covered_side);
        mark_counted(c, id, &c->coverage[c->n++]);
    }
}

static bool mapping_covers(const struct compared *c, uint32_t mapping, uint32_t position)
{
    enum coverage_class class = c->coverage[mapping].classes[position];
    return class == COVERAGE_FULL || class == COVERAGE_PARTIAL;
}

/* How many components the one covers and the other does not; of one alone, all that it covers. */
static uint32_t count(const struct compared *c, uint32_t one, uint32_t other)
{
    uint32_t n = 0;
    for (uint32_t p = 0; p < c->positions; p++)
        n += c->counted[p] && mapping_covers(c, one, p) && (one == other || !mapping_covers(c, other, p));
    return n;
}

/* ---- One and not the other ---- */

static void put_title_of(const struct compared *c, uint32_t i)
{
    const struct mapping *mapping = &c->page->library->mappings.at[c->mappings[i]];
    struct voice voice = voice_of_mapping(c->page->library, c->mappings[i]);
    put_title_or_id(c->page, &voice, mapping->title, mapping->id);
}

static void put_heads(const struct compared *c)
{
    for (uint32_t i = 0; i < c->n; i++) {
        put(c->page, "<th scope=\"col\">");
        put_title_of(c, i);
        put(c->page, "</th>");
    }
    put(c->page, "</tr></thead>\n<tbody>\n");
}

static void put_mapping_id(const struct compared *c, uint32_t i)
{
    html_url_step(c->page->out, atom_text(c->page->library->atoms, c->page->library->mappings.at[c->mappings[i]].id));
}

/* The number, as a link to what it counts. */
static void put_count(const struct compared *c, uint32_t one, uint32_t other)
{
    struct page *page = c->page;
    uint32_t n = count(c, one, other);
    put(page, one == other ? "<td class=\"number all\">" : "<td class=\"number\">");
    if (n) {
        put(page, "<a href=\"");
        put_url(page, page->file, STR(""));
        buf_printf(page->out, "?rows-%u=%%5B", TABLE_OF_COMPONENTS);
        put_mapping_id(c, one);
        put(page, "%5D");
        if (one != other) {
            put(page, "+-%5B");
            put_mapping_id(c, other);
            put(page, "%5D");
        }
        buf_printf(page->out, "#prm:table-%u\">", TABLE_OF_COMPONENTS);
    }
    put_number(page, n);
    put(page, n ? "</a></td>" : "</td>");
}

static void put_counts(const struct compared *c)
{
    struct page *page = c->page;
    put(page, "<p class=\"label\">");
    put_word(page, WORD_ONE_NOT_OTHER);
    put(page, "</p>\n");
    table_begin(page, "compared");
    put_word(page, WORD_MAPPINGS);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_COVERED_BY);
    put_heads(c);
    for (uint32_t one = 0; one < c->n; one++) {
        put(page, "<tr><th scope=\"row\"><a href=\"");
        put_url(page, &page->guide->site.mappings[c->mappings[one]].coverage, STR(""));
        put(page, "\">");
        put_title_of(c, one);
        put(page, "</a></th>");
        for (uint32_t other = 0; other < c->n; other++)
            put_count(c, one, other);
        put(page, "</tr>\n");
    }
    table_end(page);
}

/* ---- Component by component ---- */

static void put_row(const struct compared *c, uint32_t position)
{
    struct page *page = c->page;
    put(page, "<tr><th scope=\"row\">");
    put_reference(page, view_component(page->library, page->model, position));
    put(page, "</th>");
    for (uint32_t i = 0; i < c->n; i++) {
        put(page, "<td");
        if (mapping_covers(c, i, position)) {
            put(page, " data-to=\"[");
            html_attribute(page->out, atom_text(page->library->atoms, page->library->mappings.at[c->mappings[i]].id));
            put(page, "]\"");
        }
        put(page, ">");
        put_class(page, c->coverage[i].classes[position]);
        put(page, "</td>");
    }
    put(page, "</tr>\n");
}

static void put_components(const struct compared *c)
{
    struct page *page = c->page;
    uint32_t shown = 0, left = 0;
    table_begin(page, "compared");
    put_word(page, WORD_COMPONENTS);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_COMPONENT);
    put_heads(c);
    for (uint32_t p = 0; p < c->positions; p++) {
        if (c->counted[p] && shown < ROWS_MOST)
            put_row(c, p);
        left += c->counted[p] && shown == ROWS_MOST;
        shown += c->counted[p] && shown < ROWS_MOST;
    }
    table_end(page);
    if (left == 0)
        return;
    put(page, "<p class=\"more\">");
    put_counted(page, WORD_N_MORE, left);
    put(page, "</p>\n");
}

void emit_compared(struct guide *guide, model_id id)
{
    if (!is_compared(guide, id))
        return;
    const struct model *model = &guide->library->models.at[id];
    const struct site_model *site = &guide->site.models[id];
    struct page page = page_begin(guide, &site->compared, SUBJECT_MODEL, site->index, id);
    struct voice voice = voice_of_model(guide->library, id);
    struct arena arena = arena_on(guide->mem);
    struct compared c = {.page = &page};
    put_part(&page, &voice, model->title, model->id, WORD_COMPARED);
    put(&page, "<p class=\"lead\">");
    put_word(&page, WORD_ABOUT_COMPARED);
    put(&page, "</p>\n");
    page_lead_end(&page);
    collect(&c, &arena);
    put_counts(&c);
    put_components(&c);
    page_end(&page);
    arena_free(&arena);
}
