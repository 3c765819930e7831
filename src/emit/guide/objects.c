/* objects.json: where every component is, for those who link to the guide. */

#include "base/json.h"
#include "emit/guide/guide.h"
#include "emit/guide/html.h"
#include "model/view.h"

static void put_url(struct json *json, struct buf *text, const struct guide *guide, model_id model, component_id id)
{
    struct site_place place = site_place(&guide->site, guide->library, model, id);
    const struct site_file *file = &guide->site.pages.at[place.page].file;
    text->n = 0;
    buf_str(text, file->folder);
    buf_char(text, '/');
    buf_str(text, file->url);
    if (place.anchor.len) {
        buf_char(text, '#');
        html_url_step(text, place.anchor);
    }
    json_put_string(json, "url", buf_as_str(text));
}

void emit_objects(struct guide *guide)
{
    const struct library *library = guide->library;
    struct buf out = buf_on(guide->mem), text = buf_on(guide->mem);
    struct json json;
    buf_text(&out, "{\"schema\": \"prmc-objects/1\", \"objects\": [");
    const char *before = "\n";
    for (model_id model = 0; model < library->models.n; model++)
        for (uint32_t position = 0; position < view_count(library, model); position++) {
            component_id id = view_component(library, model, position);
            buf_text(&out, before);
            before = ",\n";
            json_begin(&json, guide->mem);
            json_put_string(&json, "model", atom_text(library->atoms, library->models.at[model].id));
            json_put_string(&json, "path", guide->names[id].path);
            json_put_string(&json, "kind", atom_text(library->atoms, library_kind(library, id)->name));
            struct str title = library->components.at[id].title;
            struct str own = translated(library, guide_locale(guide), title);
            json_put_string(&json, "title", own.ptr ? own : title);
            put_url(&json, &text, guide, model, id);
            json_end(&json, &out);
        }
    buf_text(&out, "\n]}\n");
    guide_add(guide, &guide->site.objects, &out);
    buf_free(&text);
    buf_free(&out);
}
