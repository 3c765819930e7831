#include "emit/guide/names.h"

#include "model/view.h"

struct str mark_of(const struct library *library, component_id id)
{
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->attributes.at[i].property == BUILTIN_LABEL)
            return library->attributes.at[i].text;
    atom name = library->components.at[id].id;
    return name ? atom_text(library->atoms, name) : STR("");
}

static struct str own_mark(const struct page *page, component_id id)
{
    return page->guide->names[id].mark;
}

static bool has_label(const struct page *page, component_id id)
{
    struct str mark = own_mark(page, id);
    atom name = page->library->components.at[id].id;
    return mark.len && (!name || mark.ptr != atom_text(page->library->atoms, name).ptr);
}

void put_path(struct page *page, component_id id)
{
    if (has_label(page, id)) {
        put_text(page, own_mark(page, id));
        return;
    }
    put_text(page, page->guide->names[id].path);
}

void put_title(struct page *page, component_id id, enum text_mode mode)
{
    struct str title = page->library->components.at[id].title;
    if (page->guide->names[id].plain && !page->guide->language) {
        put_text(page, title);
        return;
    }
    struct voice voice = voice_of_component(page->library, id);
    put_inline(page, &voice, title, mode);
}

void title_begin(struct page *page, component_id id)
{
    put(page, "<bdi");
    put_language(page, page->library->models.at[page->library->components.at[id].model].header.language);
    put(page, ">");
}

void title_end(struct page *page)
{
    put(page, "</bdi>");
}

/* Kind and number of what has neither mark nor title. */
static void put_kind_and_number(struct page *page, component_id id)
{
    put_said(page, library_kind(page->library, id)->title);
    put(page, " ");
    put_number(page, page->library->components.at[id].counter);
}

static void put_mark_and_title(struct page *page, component_id id, enum text_mode mode, bool path)
{
    const struct component *component = &page->library->components.at[id];
    struct str mark = own_mark(page, id);
    bool tags = mode != TEXT_PLAIN;
    path = path && component->id;
    if (mark.len || path) {
        put(page, tags ? "<b>" : "");
        if (path)
            put_path(page, id);
        else
            put_text(page, mark);
        put(page, tags ? "</b>" : "");
    }
    if (component->title.len) {
        put(page, mark.len ? " " : "");
        if (tags)
            title_begin(page, id);
        put_title(page, id, mode);
        if (tags)
            title_end(page);
    } else if (!mark.len) {
        put_kind_and_number(page, id);
    }
}

void put_name(struct page *page, component_id id, enum text_mode mode)
{
    put_mark_and_title(page, id, mode, false);
}

/* The same with its path. */
static void put_full_name(struct page *page, component_id id)
{
    put_mark_and_title(page, id, TEXT_FLAT, true);
}

void put_group_name(struct page *page, component_id id)
{
    title_begin(page, id);
    if (page->library->components.at[id].title.len)
        put_title(page, id, TEXT_FLAT);
    else
        put_name(page, id, TEXT_PLAIN);
    title_end(page);
}

void open_component(struct page *page, component_id id)
{
    struct site_place place = site_place(&page->guide->site, page->library, page->model, id);
    put(page, "<a href=\"");
    put_url(page, &page->guide->site.pages.at[place.page].file, place.anchor);
    put(page, "\">");
}

void put_reference(struct page *page, component_id id)
{
    open_component(page, id);
    put_full_name(page, id);
    put(page, "</a>");
}

void put_reference_in(struct page *page, model_id view, component_id id)
{
    model_id own = page->model;
    if (own == NONE || !view_holds(page->library, own, id))
        page->model = view;
    put_reference(page, id);
    page->model = own;
}

void put_path_link(struct page *page, model_id view, component_id id)
{
    model_id own = page->model;
    if (own == NONE || !view_holds(page->library, own, id))
        page->model = view;
    open_component(page, id);
    put_path(page, id);
    put(page, "</a>");
    page->model = own;
}

void put_mark_link(struct page *page, component_id id)
{
    struct str mark = own_mark(page, id);
    open_component(page, id);
    put(page, "<b>");
    if (mark.len)
        put_text(page, mark);
    else
        put_kind_and_number(page, id);
    put(page, "</b><span class=\"hidden\"> ");
    put_title(page, id, TEXT_PLAIN);
    put(page, "</span></a>");
}

void put_short_reference(struct page *page, component_id id)
{
    open_component(page, id);
    put_name(page, id, TEXT_FLAT);
    put(page, "</a>");
}

void put_title_or_id(struct page *page, const struct voice *voice, struct str title, atom id)
{
    if (title.len)
        put_inline(page, voice, title, TEXT_PLAIN);
    else
        put_atom(page, id);
}

void put_model(struct page *page, model_id id)
{
    const struct site *site = &page->guide->site;
    put(page, "<a href=\"");
    put_url(page, &site->pages.at[site->models[id].index].file, STR(""));
    put(page, "\"><b>");
    put_atom(page, page->library->models.at[id].id);
    put(page, "</b></a>");
}

void put_mapping(struct page *page, mapping_id id)
{
    put(page, "<a href=\"");
    put_url(page, &page->guide->site.mappings[id].table, STR(""));
    put(page, "\"><b>");
    put_atom(page, page->library->mappings.at[id].id);
    put(page, "</b></a>");
}
