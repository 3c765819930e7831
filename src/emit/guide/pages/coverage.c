/* The coverage of a mapping: both sides, each class with its number and share, part by part, and the
   components in each class. */

#include "emit/guide/glance.h"
#include "emit/guide/headers.h"
#include "emit/guide/pages/heat.h"
#include "model/view.h"

/* A side that is being shown. */
struct side {
    const struct mapping *mapping;
    const struct coverage *coverage;
    const struct summary *summary;
    uint32_t number;
};

/* What is looked at first: what is missing, then what is there. */
static const enum coverage_class by_urgency[] = {
    COVERAGE_GAP,     COVERAGE_UNDECIDED, COVERAGE_UNMAPPED,       COVERAGE_TENTATIVE,
    COVERAGE_PARTIAL, COVERAGE_FULL,      COVERAGE_NOT_APPLICABLE,
};

static bool counts(struct page *page, const struct side *side, uint32_t position)
{
    return coverage_counts(page->library, side->coverage, &side->summary->scope, position);
}

/* ---- Classes ---- */

static void put_class_row(struct page *page, const struct coverage_tally *tally, enum coverage_class class)
{
    struct coverage_tally alone = {.applicable = tally->applicable};
    alone.classes[class] = tally->classes[class];
    put(page, "<tr><th scope=\"row\">");
    put_class(page, class);
    put(page, "</th><td class=\"number\">");
    put_number(page, tally->classes[class]);
    put(page, "</td><td class=\"number\">");
    if (class == COVERAGE_NOT_APPLICABLE) {
        put(page, "\xe2\x80\x93</td><td></td></tr>\n");
        return;
    }
    put_share(page, tally->classes[class], tally->applicable);
    put(page, "</td><td>");
    if (tally->applicable)
        put_bar(page, &alone);
    put(page, "</td></tr>\n");
}

static void put_classes(struct page *page, const struct side *side)
{
    put(page, "<table class=\"classes\">\n<caption>");
    put_scope(page, side->mapping, side->summary);
    put(page, ", ");
    put_counted(page, WORD_N_COUNTED, side->summary->tally.total);
    put(page, ", ");
    put_counted(page, WORD_N_APPLICABLE, side->summary->tally.applicable);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, WORD_CLASS);
    put(page, "<th scope=\"col\" class=\"number\">");
    put_word(page, WORD_NUMBER);
    put(page, "</th><th scope=\"col\" class=\"number\">");
    put_word(page, WORD_SHARE);
    put(page, "</th>");
    put(page, "<td></td></tr></thead>\n<tbody>\n");
    for (enum coverage_class class = 0; class < COVERAGE_COUNT; class ++)
        put_class_row(page, &side->summary->tally, class);
    put(page, "</tbody></table>\n");
}

/* ---- Part by part ---- */

/* The counted components of one page. */
struct part {
    uint32_t site_page;
    struct coverage_tally tally;
};

typedef VEC(struct part) parts;

static parts parts_of(struct page *page, const struct side *side)
{
    const struct site_model *site = &page->guide->site.models[side->coverage->model];
    parts found = {0};
    for (uint32_t i = 0; i < view_count(page->library, side->coverage->model); i++) {
        if (!counts(page, side, i))
            continue;
        if (found.n == 0 || found.at[found.n - 1].site_page != site->page[i])
            vec_push(page->guide->mem, &found, ((struct part){.site_page = site->page[i]}));
        struct coverage_tally *tally = &found.at[found.n - 1].tally;
        tally->total++;
        tally->classes[side->coverage->classes[i]]++;
        tally->applicable = tally->total - tally->classes[COVERAGE_NOT_APPLICABLE];
    }
    return found;
}

static void put_part_row(struct page *page, const struct part *part)
{
    const struct site_page *at = &page->guide->site.pages.at[part->site_page];
    put(page, "<tr><th scope=\"row\">");
    put_short_reference(page, view_component(page->library, at->model, at->position));
    put(page, "</th><td>");
    if (part->tally.applicable)
        put_bar(page, &part->tally);
    put(page, "</td>");
    for (enum coverage_class class = 0; class < COVERAGE_COUNT; class ++) {
        put(page, "<td class=\"number\">");
        if (part->tally.classes[class])
            put_number(page, part->tally.classes[class]);
        put(page, "</td>");
    }
    put(page, "</tr>\n");
}

static void put_parts(struct page *page, const struct side *side)
{
    parts found = parts_of(page, side);
    if (found.n > 1 && found.n < side->summary->tally.total) {
        table_begin(page, "parts");
        put_word(page, WORD_PART_BY_PART);
        put(page, ": ");
        put_scope(page, side->mapping, side->summary);
        put(page, "</caption>\n<thead><tr>");
        put_column(page, WORD_PART);
        put_column(page, WORD_COVERAGE);
        for (enum coverage_class class = 0; class < COVERAGE_COUNT; class ++) {
            put(page, "<th scope=\"col\" class=\"number\">");
            put_class(page, class);
            put(page, "</th>");
        }
        put(page, "</tr></thead>\n<tbody>\n");
        VEC_EACH (const struct part, part, &found)
            put_part_row(page, part);
        table_end(page);
    }
    vec_free(page->guide->mem, &found);
}

/* ---- The components of each class ---- */

static void put_class_list(struct page *page, const struct side *side, enum coverage_class class)
{
    uint32_t n = side->summary->tally.classes[class];
    if (n == 0)
        return;
    put(page, "<h3>");
    put_class(page, class);
    put(page, " <span class=\"tag\">");
    put_number(page, n);
    put(page, "</span></h3>\n<ul class=\"refs wide\">\n");
    for (uint32_t i = 0; i < view_count(page->library, side->coverage->model); i++) {
        if (side->coverage->classes[i] != class || !counts(page, side, i))
            continue;
        put(page, "<li>");
        put_reference(page, view_component(page->library, side->coverage->model, i));
        put(page, "</li>\n");
    }
    put(page, "</ul>\n");
}

static void put_side(struct page *page, const struct side *side)
{
    page->model = side->coverage->model;
    put_side_heading(page, side->summary, side->number);
    put_classes(page, side);
    put_heat(page, side->mapping, side->coverage, side->summary);
    put_parts(page, side);
    for (uint32_t i = 0; i < COVERAGE_COUNT; i++)
        put_class_list(page, side, by_urgency[i]);
}

/* The same as `prmc coverage` writes, with a head in the language of the page. */
static void emit_csv(struct page *page, const struct mapping *mapping)
{
    static const struct csv_head head[] = {
        {"mapping", WORD_MAPPING},     {"side", WORD_SIDE},   {"model", WORD_MODEL},    {"kind", WORD_KIND},
        {"component", WORD_COMPONENT}, {"title", WORD_TITLE}, {"coverage", WORD_CLASS}, {"derived", WORD_DERIVED}};
    struct guide *guide = page->guide;
    struct buf all = buf_on(guide->mem), csv = buf_on(guide->mem);
    write_mapping_coverage_csv(&all, guide->library, mapping);
    struct str rows = buf_as_str(&all);
    const char *first = memchr(rows.ptr, '\n', rows.len);
    put_csv_head(page, &csv, head, sizeof head / sizeof head[0]);
    buf_str(&csv, str_range(first ? first + 1 : rows.ptr + rows.len, rows.ptr + rows.len));
    guide_add(guide, &guide->site.mappings[page->item].coverage_csv, &csv);
    buf_free(&csv);
    buf_free(&all);
}

void emit_coverage(struct guide *guide, mapping_id id)
{
    const struct mapping *mapping = &guide->library->mappings.at[id];
    struct page page = page_begin(guide, &guide->site.mappings[id].coverage, SUBJECT_MAPPING, id, NONE);
    struct voice voice = voice_of_mapping(guide->library, id);
    struct arena arena = arena_on(guide->mem);
    put_part(&page, &voice, mapping->title, mapping->id, WORD_COVERAGE);
    put_views(&page, id);
    put(&page, "<p class=\"lead\">");
    put_word(&page, WORD_ABOUT_COVERAGE);
    put(&page, "</p>\n");
    put_download(&page, &guide->site.mappings[id].coverage_csv, WORD_AS_CSV);
    page_lead_end(&page);
    struct coverage sides[2] = {0};
    for (int i = 0; i < 2; i++)
        if ((i ? mapping->to : mapping->from) != NONE)
            sides[i] = coverage_of(guide->library, &arena, mapping, i == 1);
    for (uint32_t i = guide->first_summary[id]; i < guide->first_summary[id + 1]; i++) {
        const struct summary *summary = &guide->summaries.at[i];
        struct side side = {mapping, &sides[summary->scope.covered_side], summary, i - guide->first_summary[id]};
        put_side(&page, &side);
    }
    page.model = NONE;
    emit_csv(&page, mapping);
    page_end(&page);
    arena_free(&arena);
}
