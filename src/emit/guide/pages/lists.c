/* The lists of models, profiles and glossaries as CSV, for spreadsheets: titles and heads are in the language of the
   guide, paths and kinds as programs know them. */

#include "emit/csv.h"
#include "emit/guide/headers.h"
#include "emit/guide/pages/lists.h"
#include "model/mapping/relation.h"
#include "model/view.h"

static struct str in_language_or_own(const struct page *page, struct str text)
{
    struct str own = in_language(page, text);
    return own.ptr ? own : text;
}

static void add_path(struct page *page, struct buf *csv, component_id id, bool last)
{
    csv_cell(csv, page->guide->names[id].path, last);
}

static void stage(struct page *page, const struct site_file *file, struct buf *csv)
{
    guide_add(page->guide, file, csv);
    buf_free(csv);
}

/* ---- Models ---- */

static void add_component(struct page *page, struct buf *csv, component_id id)
{
    static const char *const importances[] = {"", "required", "expected", "informative"};
    const struct library *library = page->library;
    const struct component *component = &library->components.at[id];
    const struct kind *kind = library_kind(library, id);
    uint32_t line;
    const struct source_file *file = source_line_of(library->sources, component->at.start, &line);
    struct buf place = buf_on(page->guide->mem);
    add_path(page, csv, id, false);
    csv_cell(csv, in_language_or_own(page, kind->title), false);
    csv_cell(csv, in_language_or_own(page, component->title), false);
    csv_cell(csv, str_of(importances[kind->importance]), false);
    csv_cell(csv, str_of(component->status == STATUS_NONE ? "" : status_name((enum status)component->status)), false);
    buf_str(&place, file->path);
    buf_char(&place, ':');
    buf_number(&place, line);
    csv_cell(csv, buf_as_str(&place), true);
    buf_free(&place);
}

void emit_components_csv(struct page *page)
{
    static const struct csv_head head[] = {{"path", WORD_COMPONENT}, {"kind", WORD_KIND},
                                           {"title", WORD_TITLE},    {"importance", WORD_IMPORTANCE},
                                           {"status", WORD_STATE},   {"source", WORD_SOURCE}};
    struct buf csv = buf_on(page->guide->mem);
    put_csv_head(page, &csv, head, sizeof head / sizeof head[0]);
    for (uint32_t p = 0; p < view_count(page->library, page->model); p++)
        add_component(page, &csv, view_component(page->library, page->model, p));
    stage(page, &page->guide->site.models[page->model].csv, &csv);
}

/* ---- Profiles ---- */

/* Why the selections leave a component out: the reason of the nearest one that does. */
static struct str reason_of(const struct page *page, const struct profile *profile, component_id id)
{
    const struct library *library = page->library;
    for (; id != NONE; id = library->components.at[id].parent)
        for (uint32_t i = profile->first_selection; i < profile->first_selection + profile->n_selections; i++)
            if (library->selections.at[i].component == id && library->selections.at[i].kind == SELECTION_EXCLUDE)
                return library->selections.at[i].reason;
    return STR("");
}

void emit_profile_csv(struct page *page, const struct profile *profile, const uint8_t *taken)
{
    static const struct csv_head head[] = {
        {"path", WORD_COMPONENT}, {"title", WORD_TITLE}, {"taken", WORD_TAKEN}, {"reason", WORD_REASON}};
    struct buf csv = buf_on(page->guide->mem);
    put_csv_head(page, &csv, head, sizeof head / sizeof head[0]);
    for (uint32_t p = 0; p < view_count(page->library, profile->model); p++) {
        component_id id = view_component(page->library, profile->model, p);
        add_path(page, &csv, id, false);
        put_csv_title(page, &csv, id);
        csv_cell(&csv, str_of(taken[p] ? "yes" : "no"), false);
        csv_cell(&csv, taken[p] ? STR("") : in_language_or_own(page, reason_of(page, profile, id)), true);
    }
    stage(page, &page->guide->site.profiles_csv[page->item], &csv);
}

/* ---- Glossaries ---- */

static void add_forms(struct page *page, struct buf *csv, uint32_t first, uint32_t n, bool last)
{
    struct buf cell = buf_on(page->guide->mem);
    for (uint32_t i = first; i < first + n; i++)
        buf_printf(&cell, "%s%.*s", i > first ? ", " : "", STR_ARGS(page->library->forms.at[i].text));
    csv_cell(csv, buf_as_str(&cell), last);
    buf_free(&cell);
}

void emit_glossary_csv(struct page *page, const struct glossary *glossary)
{
    static const struct csv_head head[] = {
        {"term", WORD_TERM}, {"definition", WORD_DEFINITION}, {"abbreviations", WORD_ABBREVIATION}, {"not", WORD_ALSO}};
    struct buf csv = buf_on(page->guide->mem);
    put_csv_head(page, &csv, head, sizeof head / sizeof head[0]);
    for (uint32_t i = glossary->first_term; i < glossary->first_term + glossary->n_terms; i++) {
        const struct term *term = &page->library->terms.at[i];
        csv_cell(&csv, in_language_or_own(page, term->name), false);
        csv_cell(&csv, in_language_or_own(page, term->definition), false);
        add_forms(page, &csv, term->first_abbreviation, term->n_abbreviations, false);
        add_forms(page, &csv, term->first_also, term->n_also, true);
    }
    stage(page, &page->guide->site.glossaries_csv[page->item], &csv);
}
