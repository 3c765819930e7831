#include "emit/guide/search/findable.h"

#include "base/markdown.h"
#include "emit/guide/guide.h"
#include "emit/guide/names.h"
#include "model/names/path.h"

struct finding_out {
    struct guide *guide;
    const struct library *library;
    findables *found;
};

static void add(struct finding_out *f, struct findable entry)
{
    vec_push(f->guide->mem, f->found, entry);
}

static struct str id_text(const struct finding_out *f, atom id)
{
    return atom_text(f->library->atoms, id);
}

/* Notes how the component is named; returns its path. */
static struct str note_name(struct finding_out *f, component_id id)
{
    struct buf *path = &f->guide->path;
    path->n = 0;
    path_add(path, f->library, id);
    struct known_name *name = &f->guide->names[id];
    name->path = arena_str(&f->guide->arena, buf_as_str(path));
    name->mark = mark_of(f->library, id);
    name->plain = !markdown_has_markup(f->library->components.at[id].title);
    return name->path;
}

static void add_component(struct finding_out *f, component_id id)
{
    const struct component *component = &f->library->components.at[id];
    struct site_place place = site_place(&f->guide->site, f->library, component->model, id);
    add(f, (struct findable){
               .type = FIND_COMPONENT,
               .item = id,
               .title = component->title,
               .path = note_name(f, id),
               .within = id_text(f, f->library->models.at[component->model].id),
               .language = f->library->models.at[component->model].header.language,
               .file = &f->guide->site.pages.at[place.page].file,
               .anchor = place.anchor,
           });
}

static void add_model(struct finding_out *f, model_id id)
{
    const struct model *model = &f->library->models.at[id];
    add(f, (struct findable){
               .type = FIND_MODEL,
               .item = id,
               .title = model->title,
               .path = id_text(f, model->id),
               .language = model->header.language,
               .file = &f->guide->site.pages.at[f->guide->site.models[id].index].file,
           });
    for (component_id c = model->first; c < model->first + model->n; c++)
        add_component(f, c);
}

static void add_mapping(struct finding_out *f, mapping_id id)
{
    const struct mapping *mapping = &f->library->mappings.at[id];
    add(f, (struct findable){
               .type = FIND_MAPPING,
               .item = id,
               .title = mapping->title,
               .path = id_text(f, mapping->id),
               .language = mapping->header.language,
               .file = &f->guide->site.mappings[id].table,
           });
}

static void add_profile(struct finding_out *f, uint32_t id)
{
    const struct profile *profile = &f->library->profiles.at[id];
    add(f, (struct findable){
               .type = FIND_PROFILE,
               .item = id,
               .title = profile->title,
               .path = id_text(f, profile->id),
               .language = profile->header.language,
               .file = &f->guide->site.profiles[id],
           });
}

static void add_term(struct finding_out *f, const struct glossary *glossary, uint32_t file, uint32_t id)
{
    add(f, (struct findable){
               .type = FIND_TERM,
               .item = id,
               .title = f->library->terms.at[id].name,
               .within = id_text(f, glossary->id),
               .language = glossary->header.language,
               .file = &f->guide->site.glossaries[file],
               .anchor = f->guide->site.terms[id],
           });
}

static void add_glossary(struct finding_out *f, uint32_t id)
{
    const struct glossary *glossary = &f->library->glossaries.at[id];
    add(f, (struct findable){
               .type = FIND_GLOSSARY,
               .item = id,
               .title = glossary->title,
               .path = id_text(f, glossary->id),
               .language = glossary->header.language,
               .file = &f->guide->site.glossaries[id],
           });
    for (uint32_t i = glossary->first_term; i < glossary->first_term + glossary->n_terms; i++)
        add_term(f, glossary, id, i);
}

void findables_find(struct guide *guide, findables *found)
{
    struct finding_out f = {guide, guide->library, found};
    guide->names = arena_array(&guide->arena, struct known_name, library_component_count(guide->library) + 1);
    for (model_id id = 0; id < guide->library->models.n; id++)
        add_model(&f, id);
    for (mapping_id id = 0; id < guide->library->mappings.n; id++)
        add_mapping(&f, id);
    for (uint32_t i = 0; i < guide->library->profiles.n; i++)
        add_profile(&f, i);
    for (uint32_t i = 0; i < guide->library->glossaries.n; i++)
        add_glossary(&f, i);
}
