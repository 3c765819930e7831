/* What has changed since an earlier state: a table for each model and mapping, and all of it as CSV. */

#include "emit/guide/changes/changes.h"

#include "emit/csv.h"
#include "emit/guide/headers.h"
#include "emit/guide/html.h"
#include "emit/guide/names.h"
#include "emit/guide/changes/word_diff.h"

enum { LINES_MOST = 1000 }; /* of a table; the CSV has all */

/* What a line of a table and of the CSV is made of. */
struct line {
    const struct changed_part *part;
    const struct change *change;
    const struct difference *difference; /* what has changed in it; NULL: it is there as a whole, or moved */
    struct str before, after;
};

struct report {
    struct page page;
    const struct changes *changes;
    struct buf csv;
    uint32_t n_lines; /* of the part at hand */
};

static enum word word_of(enum change_type type)
{
    static const enum word words[] = {WORD_ADDED, WORD_REMOVED, WORD_RENUMBERED, WORD_CHANGED};
    return words[type];
}

static struct str member(const void *value, const char *key)
{
    return json_string_of(json_member(value, key));
}

/* ---- What a line is about ---- */

/* The sources of a row as the mapping names them now. */
static void add_sources(const struct line *line, const struct changes *changes, struct buf *out)
{
    const struct change *change = line->change;
    const void *sources = json_member(change->after ? change->after : change->before, "sources");
    model_id from = changes->library->mappings.at[line->part->mapping].from;
    for (uint32_t i = 0; i < json_count(sources); i++) {
        buf_text(out, i ? ", " : "");
        changes_add_path(changes, out, change->after ? NONE : from, json_string_of(json_element(sources, i)));
    }
}

static void add_subject(const struct line *line, const struct changes *changes, struct buf *out)
{
    const struct change *change = line->change;
    if (change->before == line->part->before && change->after == line->part->after)
        buf_str(out, line->part->id);
    else if (line->part->mapping != NONE)
        add_sources(line, changes, out);
    else
        buf_str(out, member(change->after ? change->after : change->before, "path"));
}

static void put_subject(struct report *report, const struct line *line)
{
    struct page *page = &report->page;
    struct buf text = buf_on(page->guide->mem);
    if (line->change->id != NONE) {
        put_reference_in(page, line->part->model, line->change->id);
        return;
    }
    add_subject(line, report->changes, &text);
    put(page, "<b>");
    put_text(page, buf_as_str(&text));
    put(page, "</b>");
    buf_free(&text);
}

/* What has changed in it, or that it is new or gone. */
static void put_respect(struct page *page, const struct line *line)
{
    const struct difference *difference = line->difference;
    if (!difference || (difference->word == WORD_NONE && !difference->name))
        put_word(page, word_of(line->change->type));
    else if (difference->word != WORD_NONE)
        put_word(page, difference->word);
    else if (atom_find(page->library->atoms, str_of(difference->name)))
        put_label(page, atom_find(page->library->atoms, str_of(difference->name)));
    else
        put_said(page, str_of(difference->name));
}

/* ---- Texts ---- */

/* What is marked in a text the other does not have; where one is empty there is nothing to compare. */
static void put_pieces(struct page *page, const word_pieces *pieces, const char *element)
{
    VEC_EACH (const struct word_piece, piece, pieces) {
        struct str word = piece->text;
        while (!piece->common && word.len > 1 && strchr(" \n", word.ptr[word.len - 1]))
            word.len--;
        if (!piece->common)
            buf_printf(page->out, "<%s>", element);
        put_text(page, word);
        if (!piece->common)
            buf_printf(page->out, "</%s>", element);
        put_text(page, str_from(piece->text, word.len));
    }
}

/* The language that an author wrote a part in. */
static struct str language_of(const struct page *page, const struct changed_part *part)
{
    if (part->model != NONE)
        return page->library->models.at[part->model].header.language;
    return part->mapping != NONE ? page->library->mappings.at[part->mapping].header.language : STR("");
}

static void put_text_cell(struct page *page, const struct changed_part *part, const word_pieces *pieces,
                          const char *element)
{
    struct str language = language_of(page, part);
    put(page, "<td class=\"words\"");
    put_language(page, language);
    put(page, ">");
    bool foreign = pieces->n && foreign_begin(page, language, "span");
    put_pieces(page, pieces, element);
    foreign_end(page, foreign, "span");
    put(page, "</td>");
}

static void put_texts(struct page *page, const struct line *line)
{
    word_pieces old = {0}, new = {0};
    word_diff(page->guide->mem, line->before, line->after, &old, &new);
    if (line->before.len == 0 || line->after.len == 0) {
        for (uint32_t i = 0; i < old.n; i++)
            old.at[i].common = true;
        for (uint32_t i = 0; i < new.n; i++)
            new.at[i].common = true;
    }
    put_text_cell(page, line->part, &old, "del");
    put_text_cell(page, line->part, &new, "ins");
    vec_free(page->guide->mem, &old);
    vec_free(page->guide->mem, &new);
}

/* ---- Lines ---- */

static void add_csv(struct report *report, const struct line *line)
{
    static const char *const types[] = {"added", "removed", "renumbered", "changed"};
    struct buf text = buf_on(report->page.guide->mem);
    csv_cell(&report->csv, line->part->id, false);
    add_subject(line, report->changes, &text);
    csv_cell(&report->csv, buf_as_str(&text), false);
    csv_cell(&report->csv, str_of(types[line->change->type]), false);
    csv_cell(&report->csv, line->difference && line->difference->name ? str_of(line->difference->name) : STR(""),
             false);
    csv_cell(&report->csv, line->before, false);
    csv_cell(&report->csv, line->after, true);
    buf_free(&text);
}

static void put_line(struct report *report, const struct line *line)
{
    struct page *page = &report->page;
    add_csv(report, line);
    if (++report->n_lines > LINES_MOST)
        return;
    put(page, "<tr><th scope=\"row\">");
    put_subject(report, line);
    put(page, "</th><td>");
    put_respect(page, line);
    put(page, "</td>");
    put_texts(page, line);
    put(page, "</tr>\n");
}

static void put_differences(struct report *report, struct line line)
{
    struct guide *guide = report->page.guide;
    differences found = {0};
    changes_compare(report->changes, line.part, line.change, guide->mem, &guide->scratch, &found);
    VEC_EACH (const struct difference, difference, &found) {
        line.difference = difference;
        line.before = difference->before;
        line.after = difference->after;
        put_line(report, &line);
    }
    vec_free(guide->mem, &found);
}

static void put_change(struct report *report, const struct changed_part *part, const struct change *change)
{
    struct line line = {.part = part, .change = change};
    if (change->type == CHANGE_CHANGED || part->mapping != NONE) {
        put_differences(report, line);
        return;
    }
    const char *key = change->type == CHANGE_MOVED ? "path" : "title";
    line.before = member(change->before, key);
    line.after = member(change->after, key);
    put_line(report, &line);
}

/* ---- Parts ---- */

static bool is_whole(const struct changed_part *part)
{
    return !part->before || !part->after;
}

static void put_part_heading(struct report *report, uint32_t number)
{
    struct page *page = &report->page;
    const struct changed_part *part = &report->changes->parts.at[number];
    struct buf anchor = buf_on(page->guide->mem), label = buf_on(page->guide->mem), *body = page->out;
    buf_printf(&anchor, "prm:changed-%u", number + 1);
    page->out = &label;
    put_text(page, part->id);
    page->out = body;
    page_lists(page, 2, buf_as_str(&anchor), buf_as_str(&label));
    buf_printf(page->out, "<h2 id=\"%s\">", buf_cstr(&anchor));
    if (part->model != NONE)
        put_model(page, part->model);
    else if (part->mapping != NONE)
        put_mapping(page, part->mapping);
    else
        put_text(page, part->id);
    put(page, "</h2>\n");
    buf_free(&anchor);
    buf_free(&label);
}

/* "2 added, 1 removed" */
static void put_counts(struct page *page, const struct changed_part *part)
{
    bool any = false;
    for (enum change_type type = 0; type < CHANGE_COUNT; type++) {
        if (part->n_of[type] == 0)
            continue;
        put(page, any ? ", " : "");
        put_number(page, part->n_of[type]);
        put(page, " ");
        put_word(page, word_of(type));
        any = true;
    }
}

static void put_whole(struct report *report, const struct changed_part *part)
{
    struct page *page = &report->page;
    const struct change change = {part->after ? CHANGE_ADDED : CHANGE_REMOVED, NONE, part->before, part->after};
    const struct line line = {.part = part,
                              .change = &change,
                              .before = member(part->before, "title"),
                              .after = member(part->after, "title")};
    add_csv(report, &line);
    put(page, "<p>");
    put_word(page, part->after ? WORD_IS_NEW : WORD_IS_GONE);
    put(page, "</p>\n");
}

static void put_table(struct report *report, const struct changed_part *part)
{
    struct page *page = &report->page;
    report->n_lines = 0;
    table_begin(page, "changes");
    put_counts(page, part);
    put(page, "</caption>\n<thead><tr>");
    put_column(page, part->mapping != NONE ? WORD_FROM : WORD_COMPONENT);
    put_column(page, WORD_WHAT);
    put_column(page, WORD_BEFORE);
    put_column(page, WORD_NOW);
    put(page, "</tr></thead>\n<tbody>\n");
    for (uint32_t i = part->first; i < part->first + part->n; i++)
        put_change(report, part, &report->changes->at.at[i]);
    table_end(page);
    if (report->n_lines > LINES_MOST) {
        put(page, "<p>");
        put_counted(page, WORD_N_MORE, report->n_lines - LINES_MOST);
        put(page, "</p>\n");
    }
}

/* ---- The page ---- */

void emit_changes(struct guide *guide)
{
    static const struct csv_head head[] = {{"in", WORD_WHERE},  {"component", WORD_COMPONENT}, {"change", WORD_CHANGE},
                                           {"what", WORD_WHAT}, {"before", WORD_BEFORE},       {"now", WORD_NOW}};
    struct report report = {.page = page_begin(guide, &guide->site.changes, SUBJECT_GUIDE, NONE, NONE),
                            .changes = guide->changes,
                            .csv = buf_on(guide->mem)};
    struct page *page = &report.page;
    put_csv_head(page, &report.csv, head, sizeof head / sizeof head[0]);
    put_title_of_page(page, WORD_CHANGES, WORD_ABOUT_CHANGES);
    put_download(page, &guide->site.changes_csv, WORD_AS_CSV);
    if (guide->changes->parts.n == 0) {
        put(page, "<p>");
        put_word(page, WORD_NOTHING_CHANGED);
        put(page, "</p>\n");
    }
    page_lead_end(page);
    for (uint32_t i = 0; i < guide->changes->parts.n; i++) {
        const struct changed_part *part = &guide->changes->parts.at[i];
        put_part_heading(&report, i);
        if (is_whole(part))
            put_whole(&report, part);
        else
            put_table(&report, part);
    }
    page_end(page);
    guide_add(guide, &guide->site.changes_csv, &report.csv);
    buf_free(&report.csv);
}
