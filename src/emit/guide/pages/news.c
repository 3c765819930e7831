/* What is new in a draft: by what it is and by model, each with a few of its components. */

#include "emit/guide/pages/component.h"
#include "emit/guide/pages/home.h"

enum { SHOWN_MOST = 6 };

/* Why a component is news. */
enum news { NEWS_DRAFT, NEWS_PSEUDO, NEWS_ADDED, NEWS_WAS, NEWS_COUNT };

static bool has_been(const struct library *library, component_id id)
{
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->attributes.at[i].property == BUILTIN_WAS)
            return true;
    return false;
}

static bool is_news(const struct library *library, component_id id, enum news news)
{
    switch (news) {
    case NEWS_DRAFT: return library->components.at[id].status == STATUS_DRAFT;
    case NEWS_PSEUDO: return library->components.at[id].status == STATUS_PSEUDO;
    case NEWS_ADDED: return library_added_by(library, id) && !is_inside_added(library, id);
    default: return has_been(library, id);
    }
}

static void row_begin(struct page *page, uint32_t n_before)
{
    if (n_before == 0) {
        put_heading(page, 2, "prm:news", WORD_NEWS);
        table_begin(page, "news");
        put_word(page, WORD_ABOUT_NEWS);
        put(page, "</caption>\n<thead><tr>");
        put_column(page, WORD_WHAT);
        put_column(page, WORD_WHERE);
        put(page, "<th scope=\"col\" class=\"number\">");
        put_word(page, WORD_NUMBER);
        put(page, "</th>");
        put_column(page, WORD_COMPONENTS);
        put(page, "</tr></thead>\n<tbody>\n");
    }
    put(page, "<tr><th scope=\"row\">");
}

static void put_components(struct page *page, const struct model *model, enum news news, uint32_t n)
{
    uint32_t shown = 0;
    put(page, "<td><ul class=\"refs\">");
    for (component_id id = model->first; id < model->first + model->n && shown < SHOWN_MOST; id++) {
        if (!is_news(page->library, id, news))
            continue;
        put(page, "<li>");
        put_reference(page, id);
        put(page, "</li>\n");
        shown++;
    }
    if (shown < n) {
        put(page, "<li>");
        put_counted(page, WORD_N_MORE, n - shown);
        put(page, "</li>\n");
    }
    put(page, "</ul></td>");
}

static void put_number_cell(struct page *page, uint32_t n)
{
    put(page, "</td><td class=\"number\">");
    put_number(page, n);
    put(page, "</td>");
}

static uint32_t put_model_news(struct page *page, model_id id, enum news news, uint32_t n_before)
{
    static const enum word words[] = {WORD_DRAFT, WORD_PSEUDO, WORD_ADDED, WORD_WAS_OTHERWISE};
    const struct model *model = &page->library->models.at[id];
    uint32_t n = 0;
    for (component_id at = model->first; at < model->first + model->n; at++)
        n += is_news(page->library, at, news);
    if (n == 0)
        return 0;
    row_begin(page, n_before);
    put_word(page, words[news]);
    put(page, "</th><td>");
    put_model(page, id);
    put_number_cell(page, n);
    put_components(page, model, news, n);
    put(page, "</tr>\n");
    return 1;
}

/* Rows that nobody has decided, or only tentatively. */
static uint32_t open_rows(const struct library *library, const struct mapping *mapping)
{
    uint32_t n = 0;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        bool open = row->outcome == OUTCOME_UNDECIDED;
        for (uint32_t k = row->first_target; k < row->first_target + row->n_targets; k++)
            open = open || library->members.at[k].tentative;
        n += open;
    }
    return n;
}

static uint32_t put_mapping_news(struct page *page, mapping_id id, uint32_t n_before)
{
    uint32_t n = open_rows(page->library, &page->library->mappings.at[id]);
    if (n == 0)
        return 0;
    row_begin(page, n_before);
    put_word(page, WORD_OPEN_ROWS);
    put(page, "</th><td>");
    put_mapping(page, id);
    put_number_cell(page, n);
    put(page, "<td></td></tr>\n");
    return 1;
}

void put_news(struct page *page)
{
    uint32_t n = 0;
    for (enum news news = 0; news < NEWS_COUNT; news++)
        for (model_id id = 0; id < page->library->models.n; id++)
            n += put_model_news(page, id, news, n);
    for (mapping_id id = 0; id < page->library->mappings.n; id++)
        n += put_mapping_news(page, id, n);
    if (n)
        table_end(page);
}
