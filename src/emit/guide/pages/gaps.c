/* What a mapping leaves empty, in three kinds that must not be taken for one another: somebody looked and found
   nothing, it does not apply, nobody has said yet. */

#include <stdio.h>

#include "emit/csv.h"
#include "emit/guide/glance.h"
#include "emit/guide/headers.h"
#include "model/names/path.h"
#include "model/view.h"

enum { LIST_MOST = 1000 };

static const struct kind_of_gap {
    enum word title, about;
    enum coverage_class classes[2]; /* that it is made of */
} kinds_of_gap[] = {
    {WORD_GAPS, WORD_ABOUT_GAPS, {COVERAGE_GAP, COVERAGE_GAP}},
    {WORD_NOT_ASSESSED, WORD_ABOUT_NOT_ASSESSED, {COVERAGE_UNDECIDED, COVERAGE_UNMAPPED}},
    {WORD_DOES_NOT_APPLY, WORD_ABOUT_NOT_APPLICABLE, {COVERAGE_NOT_APPLICABLE, COVERAGE_NOT_APPLICABLE}},
};

enum { N_KINDS = sizeof kinds_of_gap / sizeof kinds_of_gap[0] };

/* One side of the mapping. */
struct gaps {
    struct page *page;
    mapping_id mapping;
    const struct coverage *coverage;
    const struct summary *summary;
    uint32_t side; /* counted from 0 */
};

static bool is_of_kind(const struct gaps *gaps, const struct kind_of_gap *kind, uint32_t position)
{
    enum coverage_class class = gaps->coverage->classes[position];
    return (class == kind->classes[0] || class == kind->classes[1]) &&
           coverage_counts(gaps->page->library, gaps->coverage, &gaps->summary->scope, position);
}

static uint32_t count(const struct gaps *gaps, const struct kind_of_gap *kind)
{
    const struct coverage_tally *tally = &gaps->summary->tally;
    uint32_t first = tally->classes[kind->classes[0]];
    return kind->classes[0] == kind->classes[1] ? first : first + tally->classes[kind->classes[1]];
}

/* The row of the mapping that says why a source, or what it stands in, has no target; NONE. */
static uint32_t deciding_row(const struct gaps *gaps, component_id id)
{
    const struct links *links = &gaps->page->guide->links;
    const struct library *library = gaps->page->library;
    for (; id != NONE && !gaps->summary->scope.covered_side; id = library->components.at[id].parent) {
        uint32_t n;
        const uint32_t *rows = index_at(&links->as_source, id, &n);
        for (uint32_t i = 0; i < n; i++)
            if (links->of_row[rows[i]] == gaps->mapping && library->rows.at[rows[i]].outcome != OUTCOME_TARGETS)
                return rows[i];
    }
    return NONE;
}

static void put_gap(const struct gaps *gaps, uint32_t position)
{
    struct page *page = gaps->page;
    component_id id = view_component(page->library, gaps->coverage->model, position);
    uint32_t row = deciding_row(gaps, id);
    put(page, "<tr><th scope=\"row\">");
    put_reference(page, id);
    put(page, "</th><td>");
    put_class(page, gaps->coverage->classes[position]);
    put(page, "</td><td>");
    if (row != NONE) {
        put_reasons(page, gaps->mapping, &page->library->rows.at[row]);
        put(page, "<span class=\"in\">");
        put_row_link(page, row);
        put(page, "</span>");
    }
    put(page, "</td></tr>\n");
}

static void put_kind(const struct gaps *gaps, const struct kind_of_gap *kind)
{
    struct page *page = gaps->page;
    uint32_t shown = 0, n = count(gaps, kind);
    put(page, "<h3>");
    put_word(page, kind->title);
    put(page, " <span class=\"tag\">");
    put_number(page, n);
    put(page, "</span></h3>\n");
    if (n == 0) {
        put(page, "<p class=\"none\">");
        put_word(page, WORD_NOTHING);
        put(page, "</p>\n");
        return;
    }
    table_begin(page, "gaps");
    put_word(page, kind->title);
    put(page, ": ");
    put_scope(page, &page->library->mappings.at[gaps->mapping], gaps->summary);
    put(page, ". ");
    put_word(page, kind->about);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_COMPONENT);
    put_column(page, WORD_CLASS);
    put_column(page, WORD_REASON);
    put(page, "</tr></thead>\n<tbody>\n");
    for (uint32_t p = 0; p < view_count(page->library, gaps->coverage->model) && shown < LIST_MOST; p++) {
        if (!is_of_kind(gaps, kind, p))
            continue;
        put_gap(gaps, p);
        shown++;
    }
    table_end(page);
    if (shown < n) {
        put(page, "<p class=\"more\">");
        put_counted(page, WORD_N_MORE, n - shown);
        put(page, "</p>\n");
    }
}

static void put_side(const struct gaps *gaps)
{
    struct page *page = gaps->page;
    put_side_heading(page, gaps->summary, gaps->side);
    put_side_glance(page, &page->library->mappings.at[gaps->mapping], gaps->summary);
    for (uint32_t i = 0; i < N_KINDS; i++)
        put_kind(gaps, &kinds_of_gap[i]);
}

/* ---- CSV ---- */

static void add_gap(struct buf *out, struct buf *cell, const struct gaps *gaps, uint32_t position, uint32_t kind)
{
    static const char *const names[] = {"gap", "not-assessed", "not-applicable"};
    const struct library *library = gaps->page->library;
    component_id id = view_component(library, gaps->coverage->model, position);
    uint32_t row = deciding_row(gaps, id);
    csv_cell(out, str_of(gaps->summary->scope.covered_side ? "to" : "from"), false);
    csv_cell(out, atom_text(library->atoms, library->models.at[gaps->coverage->model].id), false);
    cell->n = 0;
    path_add(cell, library, id);
    csv_cell(out, buf_as_str(cell), false);
    put_csv_title(gaps->page, out, id);
    csv_cell(out, str_of(names[kind]), false);
    csv_cell(out, str_of(coverage_class_name(gaps->coverage->classes[position])), false);
    csv_cell(out, row == NONE ? STR("") : library->rows.at[row].rationale, true);
}

static void add_side(struct buf *out, const struct gaps *gaps)
{
    struct buf cell = buf_on(gaps->page->guide->mem);
    for (uint32_t kind = 0; kind < N_KINDS; kind++)
        for (uint32_t p = 0; p < view_count(gaps->page->library, gaps->coverage->model); p++)
            if (is_of_kind(gaps, &kinds_of_gap[kind], p))
                add_gap(out, &cell, gaps, p, kind);
    buf_free(&cell);
}

/* ---- The page ---- */

static void for_sides(struct page *page, mapping_id id, struct buf *csv)
{
    const struct guide *guide = page->guide;
    const struct mapping *mapping = &guide->library->mappings.at[id];
    struct arena arena = arena_on(guide->mem);
    struct coverage sides[2] = {0};
    for (int i = 0; i < 2; i++)
        if ((i ? mapping->to : mapping->from) != NONE)
            sides[i] = coverage_of(guide->library, &arena, mapping, i == 1);
    for (uint32_t i = guide->first_summary[id]; i < guide->first_summary[id + 1]; i++) {
        const struct summary *summary = &guide->summaries.at[i];
        struct gaps gaps = {page, id, &sides[summary->scope.covered_side], summary, i - guide->first_summary[id]};
        page->model = gaps.coverage->model;
        put_side(&gaps);
        add_side(csv, &gaps);
    }
    page->model = NONE;
    arena_free(&arena);
}

void emit_gaps(struct guide *guide, mapping_id id)
{
    static const struct csv_head head[] = {
        {"side", WORD_SIDE},        {"model", WORD_MODEL},    {"component", WORD_COMPONENT}, {"title", WORD_TITLE},
        {"kind", WORD_KIND_OF_GAP}, {"coverage", WORD_CLASS}, {"rationale", WORD_RATIONALE},
    };
    const struct mapping *mapping = &guide->library->mappings.at[id];
    struct page page = page_begin(guide, &guide->site.mappings[id].gaps, SUBJECT_MAPPING, id, NONE);
    struct voice voice = voice_of_mapping(guide->library, id);
    struct buf csv = buf_on(guide->mem);
    put_part(&page, &voice, mapping->title, mapping->id, WORD_GAPS);
    put_views(&page, id);
    put(&page, "<p class=\"lead\">");
    put_word(&page, WORD_ABOUT_KINDS_OF_GAP);
    put(&page, "</p>\n");
    put_download(&page, &guide->site.mappings[id].gaps_csv, WORD_AS_CSV);
    page_lead_end(&page);
    put_csv_head(&page, &csv, head, sizeof head / sizeof head[0]);
    for_sides(&page, id, &csv);
    page_end(&page);
    guide_add(guide, &guide->site.mappings[id].gaps_csv, &csv);
    buf_free(&csv);
}
