/* objects.json: where every component is, for those who link to the guide. */

#include "base/json.h"
#include "emit/guide/guide.h"
#include "emit/guide/html.h"
#include "emit/guide/index.h"
#include "model/view.h"

static void add_url(struct buf *text, const struct site_file *file, struct str anchor)
{
    text->n = 0;
    buf_str(text, file->folder);
    buf_char(text, '/');
    buf_str(text, file->url);
    if (anchor.len) {
        buf_char(text, '#');
        html_url_step(text, anchor);
    }
}

static void put_url(struct json *json, struct buf *text, const struct guide *guide, model_id model, component_id id)
{
    struct site_place place = site_place(&guide->site, guide->library, model, id);
    add_url(text, &guide->site.pages.at[place.page].file, place.anchor);
    json_put_string(json, "url", buf_as_str(text));
}

/* The pages and places that lead to a component by an identifier that it had before. */
struct aliases {
    struct index pages; /* page -> redirects; empty without any */
    index_pairs pairs;
};

static void index_redirects(struct guide *guide, struct aliases *aliases)
{
    const struct site *site = &guide->site;
    *aliases = (struct aliases){.pages = {0}};
    for (uint32_t i = 0; i < site->redirects.n; i++) {
        struct index_pair pair = {site->redirects.at[i].page, i};
        /* of several only a reader knows which */
        if (site->redirects.at[i].file.name.ptr && site->redirects.at[i].others == NONE)
            vec_push(guide->mem, &aliases->pairs, pair);
    }
    if (aliases->pairs.n)
        aliases->pages = index_build(&guide->arena, site->pages.n, &aliases->pairs);
}

static void put_alias(struct json *json, struct buf *text, const struct site_file *file, struct str anchor, bool first)
{
    if (first)
        json_open_array(json, "aliases");
    add_url(text, file, anchor);
    json_put_string(json, NULL, buf_as_str(text));
}

static void put_aliases(struct json *json, struct buf *text, const struct guide *guide, const struct aliases *aliases,
                        model_id model, uint32_t position)
{
    const struct site *site = &guide->site;
    uint32_t page = site->models[model].page[position], n = 0, shown = 0;
    bool whole = site->pages.at[page].position == position && page != site->models[model].index;
    const uint32_t *redirects = whole && aliases->pages.start ? index_at(&aliases->pages, page, &n) : NULL;
    for (uint32_t i = 0; i < n; i++)
        put_alias(json, text, &site->redirects.at[redirects[i]].file, STR(""), shown++ == 0);
    const struct site_alias *places = site_aliases(site, model, position, &n);
    for (uint32_t i = 0; i < n; i++)
        put_alias(json, text, &site->pages.at[page].file, places[i].anchor, shown++ == 0);
    if (shown)
        json_close(json);
}

void emit_objects(struct guide *guide)
{
    struct aliases aliases;
    const struct library *library = guide->library;
    struct buf out = buf_on(guide->mem), text = buf_on(guide->mem);
    struct json json;
    index_redirects(guide, &aliases);
    buf_text(&out, "{\"schema\": \"prmc-objects/1\", \"objects\": [");
    const char *before = "\n";
    for (model_id model = 0; model < library->models.n; model++)
        for (uint32_t position = 0; position < view_count(library, model); position++) {
            component_id id = view_component(library, model, position);
            buf_text(&out, before);
            before = ",\n";
            json_begin(&json, &out);
            json_put_string(&json, "model", atom_text(library->atoms, library->models.at[model].id));
            json_put_string(&json, "path", guide->names[id].path);
            json_put_string(&json, "kind", atom_text(library->atoms, library_kind(library, id)->name));
            struct str title = library->components.at[id].title;
            struct str own = translated(library, guide_locale(guide), title);
            json_put_string(&json, "title", own.ptr ? own : title);
            put_url(&json, &text, guide, model, id);
            put_aliases(&json, &text, guide, &aliases, model, position);
            json_end(&json);
        }
    buf_text(&out, "\n]}\n");
    guide_add(guide, &guide->site.objects, &out);
    buf_free(&text);
    buf_free(&out);
}
