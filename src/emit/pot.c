/* The template of translations: everything that readers see, as gettext wants it. */

#include "emit/emit.h"

#include "base/po.h"
#include "model/translation/translatable.h"

static void add_title(struct buf *out, struct str title)
{
    buf_text(out, out->n ? " > " : "");
    for (uint32_t i = 0; i < title.len; i++)
        buf_char(out, title.ptr[i] == '\n' ? ' ' : title.ptr[i]);
}

/* The titles from the model down to what a component stands in. */
static void add_titles(struct buf *out, const struct library *library, component_id id)
{
    const struct component *component = &library->components.at[id];
    if (component->parent != NONE)
        add_titles(out, library, component->parent);
    else
        add_title(out, library->models.at[component->model].title);
    if (component->title.len)
        add_title(out, component->title);
}

/* Where the text is, for people: a comment. */
static void put_titles(struct buf *out, const struct library *library, const struct translatable *entry)
{
    struct buf titles = buf_on(out->mem);
    switch (entry->of) {
    case OF_ARCHITECTURE: add_title(&titles, library->architectures.at[entry->index].title); break;
    case OF_MODEL: add_title(&titles, library->models.at[entry->index].title); break;
    case OF_COMPONENT: add_titles(&titles, library, entry->index); break;
    case OF_MAPPING: add_title(&titles, library->mappings.at[entry->index].title); break;
    case OF_PROFILE: add_title(&titles, library->profiles.at[entry->index].title); break;
    case OF_GLOSSARY: add_title(&titles, library->glossaries.at[entry->index].title); break;
    case OF_NAME: add_title(&titles, STR("names that architectures give")); break;
    case OF_SOURCE: add_title(&titles, STR("where components and rows come from")); break;
    case OF_GUIDE: add_title(&titles, STR("the guide")); break;
    }
    if (titles.n)
        buf_printf(out, "#. %.*s\n", (int)titles.n, titles.at);
    buf_free(&titles);
}

static void put_entry(struct buf *out, const struct library *library, const struct translatable *entry)
{
    buf_char(out, '\n');
    put_titles(out, library, entry);
    if (entry->at.start) {
        struct location place = source_locate(library->sources, entry->at.start);
        buf_printf(out, "#: %.*s:%u\n", STR_ARGS(place.file->path), place.line);
    }
    buf_text(out, "msgctxt ");
    po_add_string(out, entry->context);
    buf_text(out, "msgid ");
    po_add_string(out, entry->text);
    buf_text(out, "msgstr \"\"\n");
}

void write_pot(struct buf *out, const struct library *library)
{
    struct translatables all;
    translatables_find(&all, library, out->mem);
    buf_text(out, "# Texts of models, to be translated: `msginit` or `msgmerge` make a file of it for a language.\n"
                  "#, fuzzy\n"
                  "msgid \"\"\n"
                  "msgstr \"\"\n"
                  "\"Project-Id-Version: models\\n\"\n"
                  "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
                  "\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
                  "\"Language-Team: LANGUAGE\\n\"\n"
                  "\"Language: \\n\"\n"
                  "\"MIME-Version: 1.0\\n\"\n"
                  "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                  "\"Content-Transfer-Encoding: 8bit\\n\"\n");
    VEC_EACH (const struct translatable, entry, &all.at)
        put_entry(out, library, entry);
    vec_free(out->mem, &all.at);
    arena_free(&all.arena);
}
