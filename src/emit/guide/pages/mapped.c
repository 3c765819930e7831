/* What a component is mapped to and from. */

#include "emit/guide/pages/component.h"
#include "emit/guide/rows.h"
#include "model/mapping/relation.h"

/* One direction of one component. */
struct direction {
    bool inverse; /* it is the target */
    const uint32_t *rows, *edges;
    uint32_t n_rows, n_edges;
};

static struct direction direction_of(const struct page *page, component_id id, bool inverse)
{
    const struct links *links = &page->guide->links;
    struct direction d = {.inverse = inverse};
    d.rows = index_at(inverse ? &links->as_target : &links->as_source, id, &d.n_rows);
    d.edges = index_at(inverse ? &links->derived_to : &links->derived_from, id, &d.n_edges);
    return d;
}

/* True if the row names the component as a tentative target. */
static bool is_tentative(const struct page *page, const struct row *row, component_id id)
{
    for (uint32_t i = row->first_target; i < row->first_target + row->n_targets; i++)
        if (page->library->members.at[i].component == id)
            return page->library->members.at[i].tentative;
    return false;
}

/* What stands on the left of an entry: the relation, and what is particular about it. */
static void entry_begin(struct page *page)
{
    put(page, "<li><p class=\"rel\">");
}

/* Between the relation and whom it leads to. */
static void entry_middle(struct page *page)
{
    put(page, "</p>\n<div>");
}

static void put_row(struct page *page, component_id id, uint32_t index, bool inverse)
{
    const struct row *row = &page->library->rows.at[index];
    mapping_id mapping = page->guide->links.of_row[index];
    entry_begin(page);
    if (row->outcome == OUTCOME_TARGETS)
        put_relation(page, row->relation, inverse);
    else
        put_outcome(page, row->outcome);
    if (inverse && is_tentative(page, row, id))
        put_tentative(page);
    if (inverse ? row->n_targets > 1 : row->n_sources > 1) {
        put(page, " <span class=\"tag\">");
        put_counted(page, WORD_WITH_N_OTHERS, (inverse ? row->n_targets : row->n_sources) - 1);
        put(page, "</span>");
    }
    entry_middle(page);
    put_members(page, index, !inverse, false);
    put_reasons(page, mapping, row);
    put(page, "<p class=\"in\">");
    put_row_link(page, index);
    put(page, " ");
    put_judged(page, row);
    put(page, "</p></div></li>\n");
}

static void put_derived_edge(struct page *page, uint32_t index, bool inverse)
{
    const struct edge *edge = &page->library->edges.at[index];
    const struct mapping *mapping = &page->library->mappings.at[page->guide->links.of_edge[index]];
    entry_begin(page);
    put_possible(page, edge, inverse);
    if (edge->tentative)
        put_tentative(page);
    entry_middle(page);
    put(page, "<ul class=\"refs\"><li>");
    put_reference_in(page, inverse ? mapping->from : mapping->to, inverse ? edge->from : edge->to);
    put(page, "</li></ul>\n<div class=\"through\"><span class=\"label\">");
    put_word(page, WORD_DERIVED_THROUGH);
    put(page, "</span> ");
    put_ways(page, mapping, edge);
    put(page, "</div>\n<p class=\"in\">");
    put_mapping(page, page->guide->links.of_edge[index]);
    put(page, "</p></div></li>\n");
}

static void put_direction(struct page *page, component_id id, bool inverse, bool heads)
{
    struct direction d = direction_of(page, id, inverse);
    enum word word = inverse ? WORD_MAPPED_FROM : WORD_MAPPED_TO;
    if (d.n_rows + d.n_edges == 0)
        return;
    put(page, heads ? "" : "<div class=\"mapping\"><p class=\"label\">");
    if (heads)
        put_heading(page, 2, inverse ? "prm:mapped-from" : "prm:mapped-to", word);
    else
        put_word(page, word);
    put(page, heads ? "<ul class=\"mapped\">\n" : "</p>\n<ul class=\"mapped\">\n");
    for (uint32_t i = 0; i < d.n_rows; i++)
        if (i == 0 || d.rows[i] != d.rows[i - 1])
            put_row(page, id, d.rows[i], inverse);
    for (uint32_t i = 0; i < d.n_edges; i++)
        put_derived_edge(page, d.edges[i], inverse);
    put(page, heads ? "</ul>\n" : "</ul></div>\n");
}

void put_mapped(struct page *page, component_id id, bool heads)
{
    put_direction(page, id, false, heads);
    put_direction(page, id, true, heads);
}
