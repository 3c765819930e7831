#include "emit/guide/rows.h"

#include <stdio.h>

#include "model/mapping/relation.h"
#include "model/mapping/ways.h"

enum {
    MEMBERS_MOST = 24, /* of a row on the page of one of its components */
    WAYS_MOST = 8
};

/* ---- Marks ---- */

static void put_mark(struct page *page, const char *mark)
{
    put(page, "<span class=\"mark\" aria-hidden=\"true\">");
    put(page, mark);
    put(page, "</span> ");
}

static const char *const relation_marks[] = {
    "\xe2\x97\x8f", "=",
    "\xe2\x89\xa1", "\xe2\x8a\x82",
    "\xe2\x8a\x83", "\xe2\x88\xa9",
    "\xe2\x88\x85", "\xe2\x86\x92",
    "\xe2\x86\x90", [EDGE_UNDECIDED] = "?",
};

void put_relation(struct page *page, enum relation relation, bool inverse)
{
    static const enum word words[] = {
        WORD_ADDRESSED_BY,    WORD_EQUAL_TO,     WORD_EQUIVALENT_TO, WORD_SUBSET_OF,    WORD_SUPERSET_OF,
        WORD_INTERSECTS_WITH, WORD_UNRELATED_TO, WORD_SUPPORTS,      WORD_SUPPORTED_BY,
    };
    static const enum relation inverses[] = {
        RELATION_ADDRESSED_BY, RELATION_EQUALS,       RELATION_EQUIVALENT_TO, RELATION_SUPERSET_OF, RELATION_SUBSET_OF,
        RELATION_INTERSECTS,   RELATION_UNRELATED_TO, RELATION_SUPPORTED_BY,  RELATION_SUPPORTS,
    };
    if (inverse)
        relation = inverses[relation];
    put_mark(page, relation_marks[relation]);
    put_word(page, inverse && relation == RELATION_ADDRESSED_BY ? WORD_ADDRESSES : words[relation]);
}

/* The mark of a set of relations: that of the only one, overlap of some kind, or undecided. */
static uint32_t mark_of_set(relation_set possible)
{
    static const enum relation single[] = {RELATION_EQUALS, RELATION_SUBSET_OF, RELATION_SUPERSET_OF,
                                           RELATION_INTERSECTS, RELATION_UNRELATED_TO};
    for (uint32_t i = 0; i < RELATE_COUNT; i++)
        if (possible == 1u << i)
            return single[i];
    return possible & RELATE_DR ? EDGE_UNDECIDED : RELATION_ADDRESSED_BY;
}

uint32_t mark_of_edge(const struct edge *edge)
{
    return edge->is_supportive ? edge->supportive : mark_of_set(edge->possible);
}

static void put_possible_words(struct page *page, relation_set possible)
{
    static const enum word words[] = {WORD_EQUAL_TO, WORD_SUBSET_OF, WORD_SUPERSET_OF, WORD_INTERSECTS_WITH,
                                      WORD_UNRELATED_TO};
    bool any = false;
    if (possible == RELATE_ANY || possible == RELATE_OVERLAP) {
        put_word(page, possible == RELATE_ANY ? WORD_ANY_RELATION : WORD_OVERLAPS);
        return;
    }
    for (uint32_t i = 0; i < RELATE_COUNT; i++) {
        if (!(possible >> i & 1))
            continue;
        put(page, any ? " " : "");
        if (any)
            put_word(page, WORD_OR);
        put(page, any ? " " : "");
        put_word(page, words[i]);
        any = true;
    }
}

void put_possible(struct page *page, const struct edge *edge, bool inverse)
{
    if (edge->is_supportive) {
        put_relation(page, edge->supportive, inverse);
        return;
    }
    relation_set possible = inverse ? relation_inverse(edge->possible) : edge->possible;
    put_mark(page, relation_marks[mark_of_set(possible)]);
    put_possible_words(page, possible);
    if (possible & RELATE_DR && possible != RELATE_DR) {
        put(page, " <span class=\"tag\">");
        put_word(page, WORD_UNDECIDED);
        put(page, "</span>");
    }
}

void put_edge_mark(struct page *page, const struct edge *edge)
{
    put(page, "<span aria-hidden=\"true\">");
    put(page, relation_marks[mark_of_edge(edge)]);
    put(page, edge->tentative ? "?</span><span class=\"hidden\">" : "</span><span class=\"hidden\">");
    if (edge->is_supportive)
        put_word(page, edge->supportive == RELATION_SUPPORTS ? WORD_SUPPORTS : WORD_SUPPORTED_BY);
    else
        put_possible_words(page, edge->possible);
    if (edge->tentative) {
        put(page, ", ");
        put_word(page, WORD_TENTATIVE);
    }
    put(page, "</span>");
}

void put_key_entry(struct page *page, uint32_t mark)
{
    put(page, "<li>");
    if (mark == RELATION_ADDRESSED_BY || mark == EDGE_UNDECIDED) {
        put_mark(page, relation_marks[mark]);
        put_word(page, mark == EDGE_UNDECIDED ? WORD_UNDECIDED : WORD_OVERLAPS);
    } else if (mark < EDGE_UNDECIDED) {
        put_relation(page, mark, false);
    } else {
        put_mark(page, "\xe2\x80\xa6?");
        put_word(page, WORD_TENTATIVE);
    }
    put(page, "</li> ");
}

static void put_class_mark(struct page *page, enum coverage_class class)
{
    static const char *const marks[] = {"\xe2\x97\x8f", "\xe2\x97\x90", "\xe2\x97\x94", "?",
                                        "\xe2\x9c\x95", "\xe2\x80\x93", "\xe2\x97\x8b"};
    buf_printf(page->out, "<span class=\"mark c-%s\" aria-hidden=\"true\">%s</span> ", coverage_class_name(class),
               marks[class]);
}

void put_outcome(struct page *page, enum outcome outcome)
{
    static const enum coverage_class classes[] = {COVERAGE_PARTIAL, COVERAGE_GAP, COVERAGE_NOT_APPLICABLE,
                                                  COVERAGE_UNDECIDED};
    put_class_mark(page, classes[outcome]);
    put_word(page, outcome == OUTCOME_NONE             ? WORD_GAP
                   : outcome == OUTCOME_NOT_APPLICABLE ? WORD_NOT_APPLICABLE
                                                       : WORD_NOT_DECIDED);
}

static const enum word class_words[] = {WORD_FULL, WORD_PARTIAL,        WORD_TENTATIVE, WORD_UNDECIDED,
                                        WORD_GAP,  WORD_NOT_APPLICABLE, WORD_UNMAPPED};

void put_class(struct page *page, enum coverage_class class)
{
    put_class_mark(page, class);
    put_word(page, class_words[class]);
}

void put_bare_class(struct page *page, enum coverage_class class)
{
    put_class_mark(page, class);
    put(page, "<span class=\"hidden\">");
    put_word(page, class_words[class]);
    put(page, "</span>");
}

/* ---- Rows ---- */

static uint32_t number_of(struct page *page, uint32_t row)
{
    return row - page->library->mappings.at[page->guide->links.of_row[row]].first_row + 1;
}

void put_row_anchor(struct page *page, uint32_t row)
{
    buf_printf(page->out, "prm:row-%u", number_of(page, row));
}

static void open_row(struct page *page, uint32_t row)
{
    char anchor[24];
    snprintf(anchor, sizeof anchor, "prm:row-%u", number_of(page, row));
    put(page, "<a href=\"");
    put_url(page, &page->guide->site.mappings[page->guide->links.of_row[row]].table, str_of(anchor));
    put(page, "\">");
}

void put_row_link(struct page *page, uint32_t row)
{
    open_row(page, row);
    put_atom(page, page->library->mappings.at[page->guide->links.of_row[row]].id);
    put(page, "</a>");
}

void put_members(struct page *page, uint32_t index, bool targets, bool all)
{
    const struct row *row = &page->library->rows.at[index];
    const struct mapping *mapping = &page->library->mappings.at[page->guide->links.of_row[index]];
    uint32_t first = targets ? row->first_target : row->first_source;
    uint32_t n = targets ? row->n_targets : row->n_sources;
    uint32_t shown = all || n <= MEMBERS_MOST ? n : MEMBERS_MOST;
    if (n == 0)
        return;
    put(page, "<ul class=\"refs\">");
    for (uint32_t i = first; i < first + shown; i++) {
        const struct member *member = &page->library->members.at[i];
        put(page, "<li>");
        put_reference_in(page, targets ? mapping->to : mapping->from, member->component);
        if (member->tentative)
            put_tentative(page);
        put(page, "</li>\n");
    }
    if (shown < n) {
        put(page, "<li>");
        open_row(page, index);
        put_counted(page, WORD_N_MORE, n - shown);
        put(page, "</a></li>\n");
    }
    put(page, "</ul>");
}

void put_tentative(struct page *page)
{
    put(page, " <span class=\"tag\">");
    put_word(page, WORD_TENTATIVE);
    put(page, "</span>");
}

static void put_tag(struct page *page, enum word word, enum word value)
{
    if (value == WORD_NONE)
        return;
    put(page, "<span class=\"tag\">");
    put_word(page, word);
    put(page, " ");
    put_word(page, value);
    put(page, "</span> ");
}

static void put_remark(struct page *page, const struct voice *voice, enum word word, struct str text)
{
    if (text.len == 0)
        return;
    put(page, "<div class=\"said\"><span class=\"label\">");
    put_word(page, word);
    put(page, "</span> ");
    put_block(page, voice, text, 4);
    put(page, "</div>\n");
}

void put_judged(struct page *page, const struct row *row)
{
    static const enum word fits[] = {WORD_NONE, WORD_GOOD, WORD_SOME, WORD_POOR};
    static const enum word confidences[] = {WORD_NONE, WORD_LOW, WORD_MEDIUM, WORD_HIGH};
    static const enum word kinds[] = {WORD_NONE, WORD_SYNTACTIC, WORD_SEMANTIC, WORD_FUNCTIONAL};
    if (row->outcome == OUTCOME_TARGETS)
        put_tag(page, WORD_FIT, fits[row->fit]);
    put_tag(page, WORD_CONFIDENCE, confidences[row->confidence]);
    put_tag(page, WORD_RATIONALE, kinds[row->rationale_kind]);
    if (row->strength != NONE) {
        put(page, "<span class=\"tag\">");
        put_counted(page, WORD_STRENGTH_N, row->strength);
        put(page, "</span> ");
    }
}

void put_reasons(struct page *page, mapping_id mapping, const struct row *row)
{
    struct voice voice = voice_of_mapping(page->library, mapping);
    if (row->rationale.len)
        put_block(page, &voice, row->rationale, 4);
    put_remark(page, &voice, WORD_NOTE, row->note);
    put_remark(page, &voice, WORD_SOURCE, row->source);
}

void put_ways(struct page *page, const struct mapping *mapping, const struct edge *edge)
{
    struct edge_paths ways = {0};
    edge_paths_of(page->library, mapping, edge, WAYS_MOST, &ways);
    put(page, "<ul class=\"ways\">");
    VEC_EACH (const struct edge_path, way, &ways.at) {
        put(page, "<li>");
        for (uint32_t k = way->first; k < way->first + way->n; k++) {
            put(page, k > way->first ? " <span aria-hidden=\"true\">\xe2\x80\xba</span> " : "");
            put_reference(page, ways.components.at[k]);
        }
        if (way->n == 0)
            put_word(page, WORD_DIRECT);
        put(page, "</li>\n");
    }
    if (ways.at.n < edge->n_paths) {
        put(page, "<li>");
        put_counted(page, WORD_N_MORE, edge->n_paths - ways.at.n);
        put(page, "</li>\n");
    }
    put(page, "</ul>");
    edge_paths_free(page->library, &ways);
}
