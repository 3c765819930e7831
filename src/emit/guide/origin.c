#include "emit/guide/origin.h"

#include "emit/guide/html.h"

/* True if the file lies where the author keeps sources, as far as its path tells. */
static bool is_own(const struct source_file *file)
{
    return !file->installed && file->real.ptr && !str_starts(file->path, STR("/")) &&
           !str_starts(file->path, STR("../"));
}

static void add_number(struct buf *out, uint32_t number)
{
    buf_printf(out, "%u", number);
}

/* The address of the line, for an attribute: of a folder the path goes behind it, and the line as the hosts of most
   repositories understand it. */
static void add_address(struct buf *out, const char *url, const struct source_file *file, uint32_t line)
{
    bool has_path = strstr(url, "{path}") != NULL;
    for (const char *next; (next = strchr(url, '{')) != NULL; url = next + strlen("{path}")) {
        html_attribute(out, str_range(url, next));
        if (next[1] == 'p')
            html_url_step(out, file->path);
        else
            add_number(out, line);
    }
    html_attribute(out, str_of(url));
    if (has_path)
        return;
    buf_text(out, *url && url[strlen(url) - 1] == '/' ? "" : "/");
    html_url_step(out, file->path);
    buf_text(out, "#L");
    add_number(out, line);
}

static const char *source_url(const struct page *page)
{
    return page->guide->emission->publication.source_url;
}

void put_origin_place(struct page *page, struct span at)
{
    uint32_t line;
    const struct source_file *file = source_line_of(page->library->sources, at.start, &line);
    bool leads = source_url(page) && is_own(file);
    put(page, leads ? "<a class=\"place\" href=\"" : "<span class=\"place\">");
    if (leads) {
        add_address(page->out, source_url(page), file, line);
        put(page, "\">");
    }
    put_text(page, file->path);
    put(page, ":");
    put_number(page, line);
    put(page, leads ? "</a>" : "</span>");
}

void put_origin_link(struct page *page, struct span at)
{
    if (source_url(page) && is_own(source_of(page->library->sources, at.start)))
        put_origin_place(page, at);
}

void put_origin_fact(struct page *page, struct span at)
{
    fact_begin(page, WORD_FILE);
    put_origin_place(page, at);
    fact_end(page);
}
