/* The table of a mapping: its rows, or what was derived; as a page and as CSV. */

#include "emit/csv.h"
#include "emit/guide/glance.h"
#include "emit/guide/headers.h"
#include "emit/guide/origin.h"
#include "emit/guide/languages.h"
#include "emit/guide/pages/mapping.h"
#include "model/mapping/relation.h"
#include "model/names/path.h"

/* ---- What it is ---- */

static void put_end(struct page *page, enum word word, model_id model, struct str version)
{
    if (model == NONE)
        return;
    struct voice voice = voice_of_model(page->library, model);
    fact_begin(page, word);
    put_model(page, model);
    put(page, " ");
    put_inline(page, &voice, page->library->models.at[model].title, TEXT_FLAT);
    if (version.len) {
        put(page, " <span class=\"tag\">");
        put_word(page, WORD_VERSION);
        put(page, " ");
        put_text(page, version);
        put(page, "</span>");
    }
    fact_end(page);
}

static void put_steps(struct page *page, const struct mapping *mapping)
{
    if (!mapping->derived)
        return;
    fact_begin(page, WORD_DERIVED_THROUGH);
    for (uint32_t i = mapping->first_via; i < mapping->first_via + mapping->n_vias; i++) {
        const struct via *via = &page->library->vias.at[i];
        if (via->mapping == NONE)
            continue;
        put(page, i > mapping->first_via ? ", " : "");
        put_mapping(page, via->mapping);
        if (via->inverse) {
            put(page, " ");
            put_word(page, WORD_INVERSE);
        }
    }
    fact_end(page);
}

static void put_expectations(struct page *page, const struct mapping *mapping)
{
    for (uint32_t i = mapping->first_expectation; i < mapping->first_expectation + mapping->n_expectations; i++) {
        const struct expectation *expectation = &page->library->expectations.at[i];
        fact_begin(page, expectation->covered ? WORD_EXPECTED_COVERED : WORD_EXPECTED_MAPPED);
        put_said(page, page->library->kinds.at[expectation->kind].plural);
        for (uint32_t k = 0; k < expectation->n_within; k++) {
            put(page, k ? ", " : " (");
            put_path(page, page->library->within.at[expectation->first_within + k]);
        }
        put(page, expectation->n_within ? ")" : "");
        fact_end(page);
    }
}

static void put_mapping_facts(struct page *page, const struct voice *voice, const struct mapping *mapping)
{
    put(page, "<dl class=\"facts card\">\n");
    put_end(page, WORD_FROM, mapping->from, mapping->from_version);
    put_end(page, WORD_TO, mapping->to, mapping->to_version);
    put_steps(page, mapping);
    put_expectations(page, mapping);
    put_header_facts(page, voice, &mapping->header, mapping->at);
    put(page, "</dl>\n");
}

/* ---- Rows ---- */

/* True if a row says more than what is mapped to what. */
static bool is_judged(const struct row *row)
{
    return row->rationale.len || row->note.len || row->source.len || row->strength != NONE ||
           row->confidence != CONFIDENCE_UNSAID || row->rationale_kind != RATIONALE_UNSAID ||
           (row->outcome == OUTCOME_TARGETS && row->fit != FIT_UNSAID);
}

static bool any_judged(const struct library *library, const struct mapping *mapping)
{
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++)
        if (is_judged(&library->rows.at[i]))
            return true;
    return false;
}

static void put_row(struct page *page, mapping_id id, uint32_t index, bool judged)
{
    const struct row *row = &page->library->rows.at[index];
    put(page, "<tr id=\"");
    put_row_anchor(page, index);
    put(page, "\"><th scope=\"row\">");
    put_members(page, index, false, true);
    put(page, "</th><td>");
    if (row->outcome == OUTCOME_TARGETS)
        put_relation(page, row->relation, false);
    else
        put_outcome(page, row->outcome);
    put(page, "</td><td>");
    put_members(page, index, true, true);
    put(page, judged ? "</td><td>" : "");
    put_reasons(page, id, row);
    put_judged(page, row);
    put_origin_link(page, row->at);
    put(page, "</td></tr>\n");
}

static void put_rows(struct page *page, mapping_id id)
{
    const struct mapping *mapping = &page->library->mappings.at[id];
    put_heading(page, 2, "prm:rows", WORD_ROWS);
    put_download(page, &page->guide->site.mappings[id].table_csv, WORD_AS_CSV);
    bool judged = any_judged(page->library, mapping);
    table_begin(page, judged ? "rows" : "rows unjudged");
    put_counted(page, WORD_N_ROWS, mapping->n_rows);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_FROM);
    put_column(page, WORD_RELATION);
    put_column(page, WORD_TO);
    if (judged)
        put_column(page, WORD_JUDGEMENT);
    put(page, "</tr></thead>\n<tbody>\n");
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++)
        put_row(page, id, i, judged);
    table_end(page);
}

static void put_derived_row(struct page *page, const struct mapping *mapping, const struct edge *edge)
{
    put(page, "<tr><th scope=\"row\">");
    put_reference_in(page, mapping->from, edge->from);
    put(page, "</th><td>");
    put_possible(page, edge, false);
    if (edge->tentative)
        put_tentative(page);
    put(page, "</td><td>");
    put_reference_in(page, mapping->to, edge->to);
    put(page, "</td><td>");
    put_ways(page, mapping, edge);
    put(page, "</td></tr>\n");
}

static void put_derived(struct page *page, mapping_id id)
{
    const struct mapping *mapping = &page->library->mappings.at[id];
    put_heading(page, 2, "prm:rows", WORD_DERIVED_PAIRS);
    put(page, "<p>");
    put_word(page, WORD_ABOUT_DERIVED);
    put(page, "</p>\n");
    put_download(page, &page->guide->site.mappings[id].pairs_csv, WORD_AS_CSV);
    table_begin(page, "rows");
    put_counted(page, WORD_N_PAIRS, mapping->n_edges);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_FROM);
    put_column(page, WORD_RELATION);
    put_column(page, WORD_TO);
    put_column(page, WORD_DERIVED_THROUGH);
    put(page, "</tr></thead>\n<tbody>\n");
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++)
        put_derived_row(page, mapping, &page->library->edges.at[i]);
    table_end(page);
}

/* ---- CSV ---- */

static void add_members(struct buf *out, struct buf *cell, const struct library *library, uint32_t first, uint32_t n,
                        bool tentative_only)
{
    cell->n = 0;
    for (uint32_t i = first; i < first + n; i++) {
        if (tentative_only && !library->members.at[i].tentative)
            continue;
        buf_text(cell, cell->n ? ", " : "");
        path_add(cell, library, library->members.at[i].component);
    }
    csv_cell(out, buf_as_str(cell), false);
}

static void add_maybe(struct buf *out, const char *text)
{
    csv_cell(out, text ? str_of(text) : STR(""), false);
}

static void emit_rows_csv(struct page *page, mapping_id id)
{
    static const struct csv_head head[] = {{"sources", WORD_FROM},
                                           {"relation", WORD_RELATION},
                                           {"targets", WORD_TO},
                                           {"tentative", WORD_TENTATIVE},
                                           {"outcome", WORD_OUTCOME},
                                           {"fit", WORD_FIT_OF_TARGETS},
                                           {"confidence", WORD_CONFIDENCE_OF_ROWS},
                                           {"strength", WORD_STRENGTH},
                                           {"rationale_kind", WORD_KIND_OF_RATIONALE},
                                           {"rationale", WORD_REASON},
                                           {"note", WORD_NOTE},
                                           {"source", WORD_SOURCE}};
    struct guide *guide = page->guide;
    const struct library *library = guide->library;
    const struct mapping *mapping = &library->mappings.at[id];
    struct buf out = buf_on(guide->mem), cell = buf_on(guide->mem);
    put_csv_head(page, &out, head, sizeof head / sizeof head[0]);
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        add_members(&out, &cell, library, row->first_source, row->n_sources, false);
        add_maybe(&out, row->relation == RELATION_ADDRESSED_BY ? "addressed-by" : relation_name(row->relation));
        add_members(&out, &cell, library, row->first_target, row->n_targets, false);
        add_members(&out, &cell, library, row->first_target, row->n_targets, true);
        add_maybe(&out, outcome_name(row->outcome));
        add_maybe(&out, fit_name(row->fit));
        add_maybe(&out, confidence_name(row->confidence));
        cell.n = 0;
        if (row->strength != NONE)
            buf_printf(&cell, "%u", row->strength);
        csv_cell(&out, buf_as_str(&cell), false);
        add_maybe(&out, rationale_kind_name(row->rationale_kind));
        csv_cell(&out, row->rationale, false);
        csv_cell(&out, row->note, false);
        csv_cell(&out, row->source, true);
    }
    guide_add(guide, &guide->site.mappings[id].table_csv, &out);
    buf_free(&cell);
    buf_free(&out);
}

void emit_mapping(struct guide *guide, mapping_id id)
{
    const struct mapping *mapping = &guide->library->mappings.at[id];
    struct page page = page_begin(guide, &guide->site.mappings[id].table, SUBJECT_MAPPING, id, NONE);
    struct voice voice = voice_of_mapping(guide->library, id);
    put_declaration(&page, &voice, mapping->title, mapping->id, mapping->derived ? WORD_DERIVED_MAPPING : WORD_MAPPING);
    put_views(&page, id);
    put_description(&page, &voice, &mapping->header);
    put_mapping_facts(&page, &voice, mapping);
    put_data(&page, &guide->site.mappings[id].json, write_one_mapping_json, id);
    page_lead_end(&page);
    put_heading(&page, 2, "prm:coverage", WORD_COVERAGE);
    put_glance(&page, id);
    put_method(&page, id);
    if (mapping->derived) {
        put_derived(&page, id);
    } else {
        put_rows(&page, id);
        emit_rows_csv(&page, id);
    }
    page_end(&page);
}
