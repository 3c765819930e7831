#include "emit/guide/frame.h"

#include "emit/guide/html.h"
#include "emit/guide/languages.h"
#include "model/view.h"

enum { CONTENTS_MOST = 120 }; /* entries of "On this page" */

void open_file(struct page *page, const struct site_file *file)
{
    put(page, "<a href=\"");
    put_url(page, file, STR(""));
    put(page, file == page->file ? "\" aria-current=\"page\">" : "\">");
}

void put_page_name(struct page *page, uint32_t site_page, enum text_mode mode)
{
    const struct site_page *at = &page->guide->site.pages.at[site_page];
    struct voice voice = voice_of_model(page->library, at->model);
    if (site_page == page->guide->site.models[at->model].index)
        put_title_or_id(page, &voice, page->library->models.at[at->model].title,
                        page->library->models.at[at->model].id);
    else
        put_name(page, view_component(page->library, at->model, at->position), mode);
}

/* ---- Head ---- */

static void put_page_title(struct page *page)
{
    put(page, "<title>");
    buf_str(page->out, buf_as_str(&page->title));
    if (page->file != &page->guide->site.home) {
        if (page->model != NONE) {
            put(page, " \xe2\x80\x93 ");
            put_atom(page, page->library->models.at[page->model].id);
        }
        put(page, " \xe2\x80\x93 ");
        put_word(page, WORD_GUIDE);
    }
    put(page, "</title>\n");
}

/* What search engines and others show of a page; the title is HTML without tags already. */
static void put_card(struct page *page)
{
    put(page, "<link rel=\"canonical\" href=\"");
    put_whole_url(page, page->file, STR(""));
    put(page, "\"/>\n<meta property=\"og:url\" content=\"");
    put_whole_url(page, page->file, STR(""));
    put(page, "\"/>\n<meta property=\"og:type\" content=\"");
    put(page, page->subject == SUBJECT_GUIDE ? "website" : "article");
    put(page, "\"/>\n<meta property=\"og:title\" content=\"");
    buf_str(page->out, buf_as_str(&page->title));
    put(page, "\"/>\n<meta property=\"og:site_name\" content=\"");
    put_word(page, WORD_GUIDE);
    put(page, "\"/>\n<meta property=\"og:locale\" content=\"");
    html_attribute(page->out, guide_language(page->guide));
    put(page, "\"/>\n");
}

/* Of a page that stands where another was: nobody is to look for it, and it leads on. */
static void put_moved(struct page *page)
{
    bool whole = page->guide->base.len;
    put(page, "<meta name=\"robots\" content=\"noindex\"/>\n");
    if (!page->moved_to)
        return;
    put(page, "<meta http-equiv=\"refresh\" content=\"0; url=");
    put_url(page, page->moved_to, STR(""));
    put(page, "\"/>\n<link rel=\"canonical\" href=\"");
    (whole ? put_whole_url : put_url)(page, page->moved_to, STR(""));
    put(page, "\"/>\n");
}

static void put_head(struct page *page)
{
    put(page, "<!DOCTYPE html>\n<html lang=\"");
    html_attribute(page->out, guide_language(page->guide));
    put(page, "\">\n<head>\n");
    put(page, "<meta charset=\"utf-8\"/>\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
              "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
              "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'\"/>\n");
    put_page_title(page);
    put(page, "<link rel=\"stylesheet\" href=\"");
    put_url(page, &page->guide->site.style, STR(""));
    put(page, "\"/>\n<script defer=\"defer\" src=\"");
    put_url(page, &page->guide->site.script, STR(""));
    put(page, "\"></script>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"");
    put_url(page, &page->guide->site.icon, STR(""));
    put(page, "\"/>\n");
    put_alternates(page);
    if (page->is_former)
        put_moved(page);
    else if (page->guide->base.len && !page->absolute)
        put_card(page);
    put(page, "</head>\n");
}

/* ---- Header ---- */

static void menu_begin(struct page *page, enum word word)
{
    put(page, "<details class=\"menu\"><summary>");
    put_word(page, word);
    put(page, "</summary>\n<ul>\n");
}

static void menu_end(struct page *page, uint32_t n)
{
    if (n > MENU_MOST) {
        put(page, "<li>");
        open_file(page, &page->guide->site.home);
        put_counted(page, WORD_ALL_N, n);
        put(page, "</a></li>\n");
    }
    put(page, "</ul></details>\n");
}

static void put_models_menu(struct page *page)
{
    uint32_t n = page->library->models.n;
    if (n == 0)
        return;
    menu_begin(page, WORD_MODELS);
    for (model_id id = 0; id < n && id < MENU_MOST; id++) {
        const struct model *model = &page->library->models.at[id];
        struct voice voice = voice_of_model(page->library, id);
        put(page, "<li><a href=\"");
        put_url(page, &page->guide->site.pages.at[page->guide->site.models[id].index].file, STR(""));
        put(page, page->subject == SUBJECT_MODEL && id == page->model ? "\" aria-current=\"true\"><b>" : "\"><b>");
        put_atom(page, model->id);
        put(page, "</b> ");
        put_inline(page, &voice, model->title, TEXT_FLAT);
        put(page, "</a></li>\n");
    }
    menu_end(page, n);
}

static void put_mappings_menu(struct page *page)
{
    uint32_t n = page->library->mappings.n;
    if (n == 0)
        return;
    menu_begin(page, WORD_MAPPINGS);
    for (mapping_id id = 0; id < n && id < MENU_MOST; id++) {
        const struct mapping *mapping = &page->library->mappings.at[id];
        struct voice voice = voice_of_mapping(page->library, id);
        put(page, "<li><a href=\"");
        put_url(page, &page->guide->site.mappings[id].table, STR(""));
        put(page, page->subject == SUBJECT_MAPPING && id == page->item ? "\" aria-current=\"true\">" : "\">");
        put_title_or_id(page, &voice, mapping->title, mapping->id);
        put(page, "</a></li>\n");
    }
    menu_end(page, n);
}

static void put_home_link(struct page *page, uint32_t n, const char *anchor, enum word word)
{
    if (n == 0)
        return;
    put(page, "<a href=\"");
    put_url(page, &page->guide->site.home, str_of(anchor));
    put(page, "\">");
    put_word(page, word);
    put(page, "</a>\n");
}

/* Without the script the field leads to the index from A to Z. */
static void put_search(struct page *page)
{
    put(page, "<form class=\"search\" role=\"search\" method=\"get\" action=\"");
    put_url(page, &page->guide->site.titles, STR(""));
    put(page, "\"><label class=\"hidden\" for=\"prm:q\">");
    put_word(page, WORD_SEARCH_FOR);
    put(page, "</label><input id=\"prm:q\" type=\"search\" name=\"q\" placeholder=\"");
    put_word(page, WORD_SEARCH);
    put(page, "\"/></form>\n");
}

static void put_header(struct page *page)
{
    put(page, "<body>\n<a class=\"skip\" href=\"#prm:main\">");
    put_word(page, WORD_SKIP);
    put(page, "</a>\n<header class=\"top\">\n<p class=\"brand\">");
    open_file(page, &page->guide->site.home);
    put_word(page, WORD_GUIDE);
    put(page, "</a></p>\n<nav aria-label=\"");
    put_word(page, WORD_GUIDE_NAVIGATION);
    put(page, "\">\n");
    put_models_menu(page);
    put_mappings_menu(page);
    put_home_link(page, page->library->profiles.n, "prm:profiles", WORD_PROFILES);
    put_home_link(page, page->library->glossaries.n, "prm:glossaries", WORD_GLOSSARIES);
    open_file(page, &page->guide->site.titles);
    put_word(page, WORD_A_TO_Z);
    put(page, "</a>\n");
    put(page, "<a class=\"to-tree\" href=\"#prm:tree\">");
    put_word(page, WORD_CONTENTS);
    put(page, "</a>\n</nav>\n");
    put_search(page);
    put_languages(page);
    put(page, "</header>\n");
}

/* ---- Above the text ---- */

static void put_crumb(struct page *page, const struct site_file *file, struct str anchor)
{
    put(page, "<li><a href=\"");
    put_url(page, file, anchor);
    put(page, "\">");
}

/* The groupings around a page, outermost first. */
static void put_group_crumbs(struct page *page, uint32_t group)
{
    const struct site *site = &page->guide->site;
    if (group == NONE)
        return;
    component_id id = view_component(page->library, page->model, group);
    component_id parent = page->library->components.at[id].parent;
    put_group_crumbs(page, parent == NONE ? NONE : view_position(page->library, page->model, parent));
    put_crumb(page, &site->pages.at[site->models[page->model].index].file, site->models[page->model].anchor[group]);
    put_group_name(page, id);
    put(page, "</a></li>\n");
}

static void put_model_crumbs(struct page *page)
{
    const struct site *site = &page->guide->site;
    uint32_t index = site->models[page->model].index;
    if (page->file == &site->pages.at[index].file)
        return;
    put_crumb(page, &site->pages.at[index].file, STR(""));
    put_atom(page, page->library->models.at[page->model].id);
    put(page, "</a></li>\n");
    if (page->item != index)
        put_group_crumbs(page, site->pages.at[page->item].group);
}

static void put_section_crumb(struct page *page, const char *anchor, enum word word)
{
    put_crumb(page, &page->guide->site.home, str_of(anchor));
    put_word(page, word);
    put(page, "</a></li>\n");
}

static void put_crumbs(struct page *page)
{
    if (page->file == &page->guide->site.home)
        return;
    put(page, "<nav class=\"crumbs\" aria-label=\"");
    put_word(page, WORD_BREADCRUMBS);
    put(page, "\"><ol>\n");
    put_crumb(page, &page->guide->site.home, STR(""));
    put_word(page, WORD_HOME);
    put(page, "</a></li>\n");
    switch (page->subject) {
    case SUBJECT_MODEL: put_model_crumbs(page); break;
    case SUBJECT_MAPPING: put_section_crumb(page, "prm:mappings", WORD_MAPPINGS); break;
    case SUBJECT_PROFILE: put_section_crumb(page, "prm:profiles", WORD_PROFILES); break;
    case SUBJECT_GLOSSARY: put_section_crumb(page, "prm:glossaries", WORD_GLOSSARIES); break;
    case SUBJECT_INDEX: break;
    default: break;
    }
    put(page, "<li aria-current=\"page\">");
    bool foreign = page->foreign_title && foreign_begin(page, STR(""), "span");
    buf_str(page->out, buf_as_str(&page->title));
    foreign_end(page, foreign, "span");
    put(page, "</li>\n</ol></nav>\n");
}

/* ---- On this page ---- */

static void put_entry(struct page *page, const struct heading *heading)
{
    put(page, "<li><a href=\"#");
    html_url_step(page->out, heading->anchor);
    put(page, "\">");
    buf_str(page->out, heading->label);
    put(page, "</a>");
}

/* The second level goes into lists of its own, unless that makes it too long. */
static void put_entries(struct page *page)
{
    uint32_t shown = 0, n_top = 0;
    bool deep = page->headings.n <= CONTENTS_MOST, inner = false;
    VEC_EACH (const struct heading, heading, &page->headings) {
        bool top = heading->level <= 2 || n_top == 0;
        n_top += top;
        if ((!top && !deep) || (top && n_top > CONTENTS_MOST))
            continue;
        put(page, top && inner ? "</li></ol></li>\n" : shown && (top || inner) ? "</li>\n" : "");
        put(page, !top && !inner ? "<ol>\n" : "");
        inner = !top;
        put_entry(page, heading);
        shown++;
    }
    put(page, inner ? "</li></ol></li>\n" : "</li>\n");
    if (n_top > CONTENTS_MOST) {
        put(page, "<li>");
        put_counted(page, WORD_N_MORE, n_top - CONTENTS_MOST);
        put(page, "</li>\n");
    }
}

static bool has_contents(const struct page *page)
{
    return page->headings.n > 2;
}

static void put_contents(struct page *page)
{
    if (!has_contents(page))
        return;
    put(page, "<nav class=\"toc\" aria-labelledby=\"prm:toc\"><div><p id=\"prm:toc\">");
    put_word(page, WORD_ON_THIS_PAGE);
    put(page, "</p>\n<ol>\n");
    put_entries(page);
    put(page, "</ol></div></nav>\n");
}

/* ---- Below the text ---- */

static void put_neighbour(struct page *page, uint32_t site_page, const char *rel, enum word word)
{
    put(page, "<a rel=\"");
    put(page, rel);
    put(page, "\" href=\"");
    put_url(page, &page->guide->site.pages.at[site_page].file, STR(""));
    put(page, "\"><span>");
    put_word(page, word);
    put(page, "</span> ");
    put_page_name(page, site_page, TEXT_FLAT);
    put(page, "</a>\n");
}

static void put_neighbours(struct page *page)
{
    if (page->subject != SUBJECT_MODEL || page->file != &page->guide->site.pages.at[page->item].file)
        return;
    const struct site_model *model = &page->guide->site.models[page->model];
    if (model->n_pages == 0)
        return;
    put(page, "<nav class=\"ends\" aria-label=\"");
    put_word(page, WORD_PREVIOUS_AND_NEXT);
    put(page, "\">\n");
    if (page->item > model->index)
        put_neighbour(page, page->item - 1, "prev", WORD_PREVIOUS);
    if (page->item < model->index + model->n_pages)
        put_neighbour(page, page->item + 1, "next", WORD_NEXT);
    put(page, "</nav>\n");
}

void put_frame(struct page *page, struct str body)
{
    put_head(page);
    put_header(page);
    put(page, "<div class=\"frame\">\n");
    put_tree(page);
    put(page, page->subject == SUBJECT_MAPPING ? "<main id=\"prm:main\" class=\"wide\">\n"
              : has_contents(page)             ? "<main id=\"prm:main\" class=\"beside\">\n"
                                               : "<main id=\"prm:main\">\n");
    put_crumbs(page);
    buf_str(page->out, str_upto(body, (uint32_t)page->lead_end));
    put_contents(page);
    buf_str(page->out, str_from(body, (uint32_t)page->lead_end));
    put_neighbours(page);
    put(page, "</main>\n</div>\n");
    put_footer(page);
    put(page, "</body>\n</html>\n");
}
