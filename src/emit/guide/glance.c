#include "emit/guide/glance.h"

#include <stdio.h>

void glance_build(struct guide *guide)
{
    const struct library *library = guide->library;
    guide->first_summary = arena_array(&guide->arena, uint32_t, library->mappings.n + 1);
    for (mapping_id id = 0; id < library->mappings.n; id++) {
        const struct mapping *mapping = &library->mappings.at[id];
        guide->first_summary[id] = guide->summaries.n;
        struct coverage sides[2] = {0};
        for (int side = 0; side < 2; side++)
            if ((side ? mapping->to : mapping->from) != NONE)
                sides[side] = coverage_of(library, &guide->scratch, mapping, side == 1);
        coverage_scopes scopes = {0};
        coverage_scopes_of(library, mapping, &scopes);
        VEC_EACH (const struct coverage_scope, scope, &scopes) {
            struct summary summary = {*scope, coverage_tally_of(library, &sides[scope->covered_side], scope)};
            vec_push(guide->mem, &guide->summaries, summary);
        }
        vec_free(guide->mem, &scopes);
        arena_free(&guide->scratch);
    }
    guide->first_summary[library->mappings.n] = guide->summaries.n;
}

void put_bar(struct page *page, const struct coverage_tally *tally)
{
    uint64_t done = 0;
    put(page, "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    for (enum coverage_class class = 0; class < COVERAGE_COUNT; class ++) {
        if (class == COVERAGE_NOT_APPLICABLE || tally->classes[class] == 0)
            continue;
        uint64_t start = done * 1000 / tally->applicable;
        done += tally->classes[class];
        uint64_t width = done * 1000 / tally->applicable - start;
        buf_printf(page->out, "<rect class=\"c-%s\" x=\"%u\" width=\"%u\" height=\"10\"/>", coverage_class_name(class),
                   (unsigned)start, (unsigned)(width ? width : 1));
    }
    put(page, "</svg>");
}

void put_share(struct page *page, uint32_t n, uint32_t of)
{
    uint64_t share = of ? ((uint64_t)n * 100 + of / 2) / of : 0;
    if (n && share == 0)
        put(page, "&lt;&#160;1&#160;%");
    else if (n < of && share == 100)
        put(page, "&gt;&#160;99&#160;%");
    else
        buf_printf(page->out, "%u&#160;%%", (unsigned)share);
}

void put_scope(struct page *page, const struct mapping *mapping, const struct summary *summary)
{
    const struct library *library = page->library;
    put_said(page, library->kinds.at[summary->scope.kind].plural);
    put(page, " ");
    put_word(page, WORD_OF);
    put(page, " ");
    put_model(page, summary->scope.covered_side ? mapping->to : mapping->from);
    for (uint32_t i = 0; i < summary->scope.n_within; i++) {
        put(page, i ? ", " : " ");
        if (i == 0) {
            put_word(page, WORD_IN);
            put(page, " ");
        }
        put_path(page, library->within.at[summary->scope.first_within + i]);
    }
    if (mapping->from == mapping->to) { /* the sides differ by nothing else */
        put(page, " (");
        put_word(page, summary->scope.covered_side ? WORD_TO : WORD_FROM);
        put(page, ")");
    }
}

static void put_numbers(struct page *page, const struct coverage_tally *tally)
{
    put(page, "<ul class=\"legend\">");
    for (enum coverage_class class = 0; class < COVERAGE_COUNT; class ++) {
        if (tally->classes[class] == 0)
            continue;
        put(page, "<li>");
        put_class(page, class);
        put(page, " <b>");
        put_number(page, tally->classes[class]);
        put(page, "</b></li> ");
    }
    put(page, "</ul>");
}

void put_glance_cells(struct page *page, const struct mapping *mapping, const struct summary *summary)
{
    const struct coverage_tally *tally = &summary->tally;
    uint32_t covered = tally->classes[COVERAGE_FULL] + tally->classes[COVERAGE_PARTIAL];
    put(page, "<td>");
    put_scope(page, mapping, summary);
    put(page, "</td><td class=\"share\"><strong>");
    put_share(page, covered, tally->applicable);
    put(page, "</strong> <span>");
    put_number(page, covered);
    put(page, " ");
    put_word(page, WORD_OUT_OF);
    put(page, " ");
    put_number(page, tally->applicable);
    put(page, "</span></td><td>");
    if (tally->applicable)
        put_bar(page, tally);
    put_numbers(page, tally);
    put(page, "</td>");
}

void put_side_glance(struct page *page, const struct mapping *mapping, const struct summary *summary)
{
    const struct coverage_tally *tally = &summary->tally;
    uint32_t covered = tally->classes[COVERAGE_FULL] + tally->classes[COVERAGE_PARTIAL];
    put(page, "<div class=\"glance\"><p>");
    put_scope(page, mapping, summary);
    put(page, ": <strong>");
    put_number(page, covered);
    put(page, " ");
    put_word(page, WORD_OUT_OF);
    put(page, " ");
    put_number(page, tally->applicable);
    put(page, "</strong> ");
    put_word(page, WORD_COVERED_AT_LEAST_IN_PART);
    put(page, " (");
    put_share(page, covered, tally->applicable);
    put(page, ")</p>\n");
    if (tally->applicable)
        put_bar(page, tally);
    put_numbers(page, tally);
    put(page, "</div>\n");
}

void put_side_heading(struct page *page, const struct summary *summary, uint32_t n)
{
    struct buf label = buf_on(page->guide->mem), *body = page->out;
    char anchor[24];
    snprintf(anchor, sizeof anchor, "prm:side-%u", n + 1);
    page->out = &label;
    put_word(page, summary->scope.covered_side ? WORD_TO : WORD_FROM);
    put(page, " ");
    put_atom(page, page->library->models.at[page->model].id);
    put(page, ": ");
    put_said(page, page->library->kinds.at[summary->scope.kind].plural);
    page->out = body;
    page_lists(page, 2, str_of(anchor), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"%s\">%s</h2>\n", anchor, buf_cstr(&label));
    buf_free(&label);
}

void put_glance(struct page *page, mapping_id id)
{
    const struct guide *guide = page->guide;
    if (guide->first_summary[id] == guide->first_summary[id + 1]) {
        put(page, "<p>");
        put_word(page, WORD_NOTHING_MAPPED);
        put(page, "</p>\n");
    }
    for (uint32_t i = guide->first_summary[id]; i < guide->first_summary[id + 1]; i++)
        put_side_glance(page, &page->library->mappings.at[id], &guide->summaries.at[i]);
}
