/* Old addresses: a page where one was whose component has another identifier now, and the old names of places. */

#include "emit/guide/names.h"
#include "emit/guide/pages/former.h"
#include "emit/guide/workers.h"
#include "model/view.h"

void put_aliases(struct page *page, uint32_t position)
{
    uint32_t n;
    const struct site_alias *aliases = site_aliases(&page->guide->site, page->model, position, &n);
    for (uint32_t i = 0; i < n; i++) {
        put(page, "<span id=\"");
        put_anchor(page, aliases[i].anchor);
        put(page, "\"></span>");
    }
}

static const struct site_page *page_at(const struct guide *guide, const struct site_redirect *redirect)
{
    return &guide->site.pages.at[redirect->page];
}

static void put_title_and_heading(struct page *page, const struct site_redirect *redirect)
{
    page->out = &page->title;
    put_word(page, WORD_MOVED);
    put(page, ": ");
    put_text(page, redirect->was);
    page->out = &page->guide->body;
    put(page, "<h1>");
    put_word(page, WORD_MOVED);
    put(page, ": ");
    put_text(page, redirect->was);
    put(page, "</h1>\n<p class=\"lead\">");
    put_word(page, WORD_ABOUT_MOVED);
    put(page, "</p>\n");
}

/* Where there is one place to go to, the page leads there by itself; of several the reader chooses. */
static void emit_redirect(struct guide *guide, const struct site_redirect *redirect)
{
    bool alone = redirect->others == NONE;
    struct page page = page_begin(guide, &redirect->file, SUBJECT_INDEX, NONE, redirect->model);
    page.is_former = true;
    page.moved_to = alone ? &page_at(guide, redirect)->file : NULL;
    put_title_and_heading(&page, redirect);
    put(&page, "<ul class=\"refs\">\n");
    for (;;) {
        const struct site_page *to = page_at(guide, redirect);
        put(&page, alone ? "<li><a class=\"moved\" href=\"" : "<li><a href=\"");
        put_url(&page, &to->file, STR(""));
        put(&page, "\">");
        put_name(&page, view_component(guide->library, redirect->model, to->position), TEXT_FLAT);
        put(&page, "</a></li>\n");
        if (redirect->others == NONE)
            break;
        redirect = &guide->site.redirects.at[redirect->others];
    }
    put(&page, "</ul>\n");
    page_lead_end(&page);
    page_end(&page);
}

void emit_redirects(struct guide *guide, model_id model)
{
    const struct site_model *at = &guide->site.models[model];
    for (uint32_t i = at->first_redirect; i < at->first_redirect + at->n_redirects; i++) {
        const struct site_redirect *redirect = &guide->site.redirects.at[i];
        if (redirect->file.name.ptr && worker_takes(guide))
            emit_redirect(guide, redirect);
    }
}
