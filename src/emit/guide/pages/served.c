/* What a guide has where it is known at which address it will be: a page for addresses that lead nowhere, and a list
   of all others for search engines. */

#include <stdlib.h>

#include "emit/guide/headers.h"
#include "emit/guide/html.h"

/* A server shows it at any address, so its own are whole. */
void emit_not_found(struct guide *guide)
{
    struct page page = page_begin(guide, &guide->site.not_found, SUBJECT_INDEX, NONE, NONE);
    page.absolute = true;
    page.out = &page.title;
    put_word(&page, WORD_NOT_FOUND);
    page.out = &guide->body;
    put(&page, "<h1>");
    put_word(&page, WORD_NOT_FOUND);
    put(&page, "</h1>\n<p class=\"lead\">");
    put_word(&page, WORD_ABOUT_NOT_FOUND);
    put(&page, "</p>\n<p><a href=\"");
    put_url(&page, &guide->site.titles, STR(""));
    put(&page, "\">");
    put_word(&page, WORD_A_TO_Z);
    put(&page, "</a></p>\n");
    page_lead_end(&page);
    page_end(&page);
}

/* The name of a file without the folder of its language. */
static struct str without_language(const struct guide *guide, struct str name)
{
    for (uint32_t i = 0; i < locale_count(guide->library); i++) {
        struct str folder = guide->site.languages[i].name;
        if (name.len > folder.len && name.ptr[folder.len] == '/' && str_starts(name, folder))
            return str_from(name, folder.len + 1);
    }
    return name;
}

static bool is_listed(const struct guide *guide, const struct atoms *former, const struct output_name *file)
{
    return str_is(file->root, guide->emission->folder) && str_ends(file->name, STR(".html")) &&
           !str_ends(file->name, STR("404.html")) && !atom_find(former, without_language(guide, file->name));
}

static int by_name(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The names of all pages but of those that lead on, in order: processes may have written them in any. */
static uint32_t sorted_pages(struct guide *guide, struct str **names)
{
    const struct output *output = guide->emission->output;
    uint32_t n = 0;
    struct atoms former; /* pages that only lead on */
    atoms_init(&former, guide->mem);
    VEC_EACH (const struct site_redirect, redirect, &guide->site.redirects)
        if (redirect->file.name.ptr)
            atom_intern(&former, redirect->file.name);
    *names = arena_array(&guide->arena, struct str, output->names.n + 1);
    VEC_EACH (const struct output_name, file, &output->names)
        if (is_listed(guide, &former, file))
            (*names)[n++] = file->name;
    qsort(*names, n, sizeof **names, by_name);
    return n;
}

/* By the protocol of sitemaps.org 0.9. */
void emit_sitemap(struct guide *guide)
{
    struct buf out = buf_on(guide->mem);
    buf_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    struct str *names;
    uint32_t n = sorted_pages(guide, &names);
    for (uint32_t i = 0; i < n; i++) {
        buf_printf(&out, "<url><loc>%.*s", STR_ARGS(guide->base));
        html_url_step(&out, names[i]);
        buf_text(&out, "</loc></url>\n");
    }
    buf_text(&out, "</urlset>\n");
    output_add(guide->emission->output, guide->emission->folder, "sitemap.xml", &out);
    buf_free(&out);
}
