#include "emit/guide/languages.h"

#include "emit/guide/html.h"

/* What speakers call their language; it stands in the switch in every language alike. */
static const struct {
    const char *tag, *name;
} own_names[] = {
    {"ar", "العربية"},  {"bn", "বাংলা"},      {"de", "Deutsch"},   {"en", "English"},  {"es", "Español"},
    {"fr", "Français"}, {"gu", "ગુજરાતી"},     {"hi", "हिन्दी"},     {"it", "Italiano"}, {"ja", "日本語"},
    {"kn", "ಕನ್ನಡ"},     {"ko", "한국어"},     {"ml", "മലയാളം"},    {"mr", "मराठी"},    {"nl", "Nederlands"},
    {"pa", "ਪੰਜਾਬੀ"},    {"pl", "Polski"},     {"pt", "Português"}, {"ru", "Русский"},  {"ta", "தமிழ்"},
    {"te", "తెలుగు"},    {"uk", "Українська"}, {"ur", "اردو"},      {"zh", "中文"},
};

static struct str tag_of(const struct page *page, uint32_t language)
{
    return language ? locale_tag(page->library, language - 1) : str_of(word_language());
}

/* The tag itself where the name is not known. */
static struct str own_name(struct str tag)
{
    for (size_t i = 0; i < sizeof own_names / sizeof own_names[0]; i++)
        if (str_is(tag, own_names[i].tag))
            return str_of(own_names[i].name);
    return tag;
}

/* A file in another language: out of the folders of the page and of its language, and in again. */
static void put_address_in(struct page *page, const struct site_file *file, uint32_t language)
{
    if (page->absolute) {
        buf_str(page->out, page->guide->base);
    } else {
        put(page, page->file->folder.len ? "../" : "");
        put(page, page->guide->language ? "../" : "");
    }
    if (language) {
        buf_str(page->out, page->guide->site.languages[language - 1].url);
        put(page, "/");
    }
    if (file->folder.len) {
        buf_str(page->out, file->folder);
        put(page, "/");
    }
    buf_str(page->out, file->url);
}

static void put_tag(struct page *page, const char *attribute, uint32_t language)
{
    buf_printf(page->out, " %s=\"", attribute);
    html_attribute(page->out, tag_of(page, language));
    put(page, "\"");
}

void put_alternates(struct page *page)
{
    uint32_t n = locale_count(page->library);
    for (uint32_t language = 0; n && language <= n; language++) {
        put(page, "<link rel=\"alternate\"");
        put_tag(page, "hreflang", language);
        put(page, " href=\"");
        put_address_in(page, page->file, language);
        put(page, "\"/>\n");
    }
}

static void emit_data(struct guide *guide, const struct site_file *file, data_writer *write, uint32_t id)
{
    struct buf data = buf_on(guide->mem);
    write(&data, guide->library, id);
    guide_add(guide, file, &data);
    buf_free(&data);
}

void put_data(struct page *page, const struct site_file *file, data_writer *write, uint32_t id)
{
    if (page->guide->edition)
        return;
    put(page, "<p class=\"files\"><a href=\"");
    put_address_in(page, file, 0);
    put(page, "\">");
    put_word(page, WORD_AS_JSON);
    put(page, "</a></p>\n");
    if (page->guide->language == 0)
        emit_data(page->guide, file, write, id);
}

void put_languages(struct page *page)
{
    uint32_t n = locale_count(page->library);
    if (n == 0)
        return;
    put(page, "<nav class=\"languages\" aria-label=\"");
    put_word(page, WORD_LANGUAGE);
    put(page, "\"><ul>\n");
    for (uint32_t language = 0; language <= n; language++) {
        put(page, "<li><a");
        put_tag(page, "lang", language);
        put_tag(page, "hreflang", language);
        put(page, " href=\"");
        put_address_in(page, page->file, language);
        put(page, language == page->guide->language ? "\" aria-current=\"true\">" : "\">");
        put_text(page, own_name(tag_of(page, language)));
        put(page, "</a></li>\n");
    }
    put(page, "</ul></nav>\n");
}
