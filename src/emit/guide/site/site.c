#include "emit/guide/site/site.h"

#include "emit/guide/html.h"
#include "model/translation/translation.h"
#include "model/view.h"

struct planning {
    struct site *site;
    const struct library *library;
    struct arena *arena;
    struct file_names files, anchors;
    model_id model;
};

/* The scopes of file names: the root, and each folder. */
enum { SCOPE_ROOT, SCOPE_MAPPINGS, SCOPE_PROFILES, SCOPE_GLOSSARIES, SCOPE_MODELS };

/* The scopes of places behind those of pages: glossaries. */
enum { SCOPE_TERMS = 1 << 30 };

static struct str encoded_in(struct arena *arena, struct str name)
{
    struct buf url = buf_on(arena->mem);
    html_url_step(&url, name);
    struct str result = arena_str(arena, buf_as_str(&url));
    buf_free(&url);
    return result;
}

static struct str encoded(struct planning *p, struct str name)
{
    return encoded_in(p->arena, name);
}

struct site_file site_file_in(struct arena *arena, struct str folder, struct str stem, const char *suffix)
{
    struct buf name = buf_on(arena->mem);
    buf_printf(&name, "%.*s%s", STR_ARGS(stem), suffix);
    struct site_file file = {.folder = encoded_in(arena, folder)};
    file.url = encoded_in(arena, buf_as_str(&name));
    name.n = 0;
    if (folder.len)
        buf_printf(&name, "%.*s/", STR_ARGS(folder));
    buf_printf(&name, "%.*s%s", STR_ARGS(stem), suffix);
    file.name = arena_str(arena, buf_as_str(&name));
    buf_free(&name);
    return file;
}

static struct site_file file_in(struct planning *p, struct str folder, struct str stem, const char *suffix)
{
    return site_file_in(p->arena, folder, stem, suffix);
}

/* ---- Models ---- */

static bool is_grouping(const struct planning *p, component_id id)
{
    return library_kind(p->library, id)->grouping;
}

static struct site_model *own(const struct planning *p)
{
    return &p->site->models[p->model];
}

static uint32_t add_page(struct planning *p, struct str folder, struct str stem, struct site_page page)
{
    stem = file_name(&p->files, p->arena, SCOPE_MODELS + p->model, stem);
    page.file = file_in(p, folder, stem, ".html");
    page.model = p->model;
    vec_push(p->arena->mem, &p->site->pages, page);
    return p->site->pages.n - 1;
}

void site_add_step(struct buf *out, const struct library *library, component_id id)
{
    const struct component *component = &library->components.at[id];
    if (component->id)
        buf_str(out, atom_text(library->atoms, component->id));
    else
        buf_printf(out, "%.*s-%u", STR_ARGS(atom_text(library->atoms, library_kind(library, id)->name)),
                   component->counter);
}

/* The path of a component without that of the component whose page it is on. */
static void add_anchor(struct buf *out, const struct library *library, component_id id, component_id top)
{
    component_id before = library->components.at[id].path_parent;
    if (before != NONE && before != top && id != top) {
        add_anchor(out, library, before, top);
        buf_char(out, '/');
    }
    site_add_step(out, library, id);
}

/* Gives a component its page and its place there. What it stands in has been placed. */
static void place(struct planning *p, struct str folder, uint32_t position)
{
    component_id id = view_component(p->library, p->model, position);
    component_id parent = p->library->components.at[id].parent;
    uint32_t above = parent == NONE ? NONE : view_position(p->library, p->model, parent);
    uint32_t page = parent == NONE ? own(p)->index : own(p)->page[above];
    struct buf name = buf_on(p->arena->mem);
    if (page == own(p)->index && !is_grouping(p, id)) {
        site_add_step(&name, p->library, id);
        uint32_t end = view_end(p->library, p->model, position);
        page = add_page(p, folder, buf_as_str(&name),
                        (struct site_page){.position = position, .end = end, .group = above});
        name.n = 0;
    }
    component_id top = NONE;
    if (page != own(p)->index)
        top = view_component(p->library, p->model, p->site->pages.at[page].position);
    add_anchor(&name, p->library, id, top);
    own(p)->page[position] = page;
    own(p)->anchor[position] = anchor_name(&p->anchors, p->arena, page, buf_as_str(&name));
    buf_free(&name);
}

static void plan_model(struct planning *p)
{
    const struct model *model = &p->library->models.at[p->model];
    uint32_t n = view_count(p->library, p->model);
    struct str folder = arena_lower(p->arena, atom_text(p->library->atoms, model->id));
    folder = file_name(&p->files, p->arena, SCOPE_ROOT, folder);
    *own(p) = (struct site_model){
        .folder = encoded(p, folder),
        .page = arena_array(p->arena, uint32_t, n + 1),
        .anchor = arena_array(p->arena, struct str, n + 1),
    };
    own(p)->index = add_page(p, folder, STR("index"), (struct site_page){.group = NONE});
    for (uint32_t position = 0; position < n; position++)
        place(p, folder, position);
    own(p)->csv = file_in(p, folder, STR("components"), ".csv");
    own(p)->json = file_in(p, folder, STR("model"), ".json");
    own(p)->n_pages = p->site->pages.n - own(p)->index - 1;
    struct str compared = file_name(&p->files, p->arena, SCOPE_MODELS + p->model, STR("coverage"));
    own(p)->compared = file_in(p, folder, compared, ".html");
    site_plan_former(p->site, p->library, p->arena, p->model, folder, SCOPE_MODELS + p->model, &p->files, &p->anchors);
}

/* ---- The rest ---- */

static struct str id_text(const struct planning *p, atom id)
{
    return atom_text(p->library->atoms, id);
}

/* The name of a part of a mapping: `stem` and `suffix`, unless another file has it. */
static struct str part_name(struct planning *p, struct str stem, const char *suffix)
{
    struct buf part = buf_on(p->arena->mem);
    buf_printf(&part, "%.*s%s", STR_ARGS(stem), suffix);
    struct str name = file_name(&p->files, p->arena, SCOPE_MAPPINGS, buf_as_str(&part));
    buf_free(&part);
    return name;
}

static void plan_mapping(struct planning *p, mapping_id id)
{
    struct str folder = STR("mappings");
    struct str stem = file_name(&p->files, p->arena, SCOPE_MAPPINGS, id_text(p, p->library->mappings.at[id].id));
    struct str matrix = part_name(p, stem, "-matrix"), coverage = part_name(p, stem, "-coverage");
    struct str gaps = part_name(p, stem, "-gaps");
    p->site->mappings[id] = (struct site_mapping){
        .table = file_in(p, folder, stem, ".html"),
        .matrix = file_in(p, folder, matrix, ".html"),
        .reverse = file_in(p, folder, part_name(p, stem, "-reverse"), ".html"),
        .coverage = file_in(p, folder, coverage, ".html"),
        .gaps = file_in(p, folder, gaps, ".html"),
        .table_csv = file_in(p, folder, stem, ".csv"),
        .pairs_csv = file_in(p, folder, matrix, ".csv"),
        .coverage_csv = file_in(p, folder, coverage, ".csv"),
        .gaps_csv = file_in(p, folder, gaps, ".csv"),
        .json = file_in(p, folder, stem, ".json"),
    };
}

static void plan_terms(struct planning *p, uint32_t id)
{
    const struct glossary *glossary = &p->library->glossaries.at[id];
    for (uint32_t i = glossary->first_term; i < glossary->first_term + glossary->n_terms; i++)
        p->site->terms[i] = anchor_name(&p->anchors, p->arena, SCOPE_TERMS + id, p->library->terms.at[i].name);
}

static void plan_others(struct planning *p)
{
    const struct library *library = p->library;
    struct site *site = p->site;
    site->mappings = arena_array(p->arena, struct site_mapping, library->mappings.n + 1);
    site->profiles = arena_array(p->arena, struct site_file, library->profiles.n + 1);
    site->glossaries = arena_array(p->arena, struct site_file, library->glossaries.n + 1);
    site->profiles_csv = arena_array(p->arena, struct site_file, library->profiles.n + 1);
    site->glossaries_csv = arena_array(p->arena, struct site_file, library->glossaries.n + 1);
    site->terms = arena_array(p->arena, struct str, library->terms.n + 1);
    for (mapping_id i = 0; i < library->mappings.n; i++)
        plan_mapping(p, i);
    for (uint32_t i = 0; i < library->profiles.n; i++) {
        struct str stem = file_name(&p->files, p->arena, SCOPE_PROFILES, id_text(p, library->profiles.at[i].id));
        site->profiles[i] = file_in(p, STR("profiles"), stem, ".html");
        site->profiles_csv[i] = file_in(p, STR("profiles"), stem, ".csv");
    }
    for (uint32_t i = 0; i < library->glossaries.n; i++) {
        struct str stem = file_name(&p->files, p->arena, SCOPE_GLOSSARIES, id_text(p, library->glossaries.at[i].id));
        site->glossaries[i] = file_in(p, STR("glossaries"), stem, ".html");
        site->glossaries_csv[i] = file_in(p, STR("glossaries"), stem, ".csv");
        plan_terms(p, i);
    }
}

struct site_file site_index_page(struct arena *arena, const char *order, uint32_t number)
{
    struct buf stem = buf_on(arena->mem);
    buf_text(&stem, order);
    if (number)
        buf_printf(&stem, "-%u", number + 1);
    struct site_file file = site_file_in(arena, STR("a-z"), buf_as_str(&stem), ".html");
    buf_free(&stem);
    return file;
}

struct site_file site_beside(struct arena *arena, const struct site_file *file, const char *name)
{
    struct buf path = buf_on(arena->mem);
    uint32_t end = file->name.len;
    while (end > 0 && file->name.ptr[end - 1] != '/')
        end--;
    buf_str(&path, str_upto(file->name, end));
    buf_text(&path, name);
    struct site_file result = {.folder = file->folder, .name = arena_str(arena, buf_as_str(&path))};
    result.url = str_from(result.name, end);
    buf_free(&path);
    return result;
}

/* The search of each language; no model may take its name either. */
static void plan_searches(struct planning *p)
{
    uint32_t n = locale_count(p->library);
    struct buf stem = buf_on(p->arena->mem);
    p->site->searches = arena_array(p->arena, struct site_file, n + 1);
    for (uint32_t i = 0; i <= n; i++) {
        struct str tag = i ? locale_tag(p->library, i - 1) : str_of(word_language());
        stem.n = 0;
        buf_printf(&stem, "search.%.*s", STR_ARGS(tag));
        p->site->searches[i] = file_in(p, STR(""), buf_as_str(&stem), ".js");
        file_name(&p->files, p->arena, SCOPE_ROOT, p->site->searches[i].name);
    }
    buf_free(&stem);
}

/* The names in the root that no model may take. */
static void plan_root(struct planning *p)
{
    static const char *const taken[] = {
        "mappings",     "profiles",     "glossaries",    "index.html",         "style.css",         "added.css",
        "objects.json", "print.html",   "findings.html", "work-products.html", "work-products.csv", "a-z",
        "guide.js",     "find.js",      "tables.js",     "cards.js",           "icon.svg",          "404.html",
        "sitemap.xml",  "changes.html", "changes.csv"};
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++)
        file_name(&p->files, p->arena, SCOPE_ROOT, str_of(taken[i]));
    p->site->home = file_in(p, STR(""), STR("index"), ".html");
    p->site->print = file_in(p, STR(""), STR("print"), ".html");
    p->site->findings = file_in(p, STR(""), STR("findings"), ".html");
    p->site->products = file_in(p, STR(""), STR("work-products"), ".html");
    p->site->products_csv = file_in(p, STR(""), STR("work-products"), ".csv");
    p->site->style = file_in(p, STR(""), STR("style"), ".css");
    p->site->added = file_in(p, STR(""), STR("added"), ".css");
    p->site->objects = file_in(p, STR(""), STR("objects"), ".json");
    p->site->script = file_in(p, STR(""), STR("guide"), ".js");
    p->site->find = file_in(p, STR(""), STR("find"), ".js");
    p->site->not_found = file_in(p, STR(""), STR("404"), ".html");
    p->site->tables = file_in(p, STR(""), STR("tables"), ".js");
    p->site->cards = file_in(p, STR(""), STR("cards"), ".js");
    p->site->icon = file_in(p, STR(""), STR("icon"), ".svg");
    p->site->changes = file_in(p, STR(""), STR("changes"), ".html");
    p->site->changes_csv = file_in(p, STR(""), STR("changes"), ".csv");
    p->site->titles = site_index_page(p->arena, "titles", 0);
    p->site->identifiers = site_index_page(p->arena, "identifiers", 0);
    plan_searches(p);
}

/* Models come first: what leads to them stays, whatever they are translated into. */
static void plan_languages(struct planning *p)
{
    uint32_t n = locale_count(p->library);
    p->site->languages = arena_array(p->arena, struct site_language, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        struct str name = file_name(&p->files, p->arena, SCOPE_ROOT, locale_tag(p->library, i));
        p->site->languages[i] = (struct site_language){name, encoded(p, name)};
    }
}

void site_build(struct site *site, const struct library *library, struct arena *arena)
{
    struct planning p = {.site = site, .library = library, .arena = arena};
    *site = (struct site){.models = arena_array(arena, struct site_model, library->models.n + 1)};
    file_names_init(&p.files, arena->mem);
    file_names_init(&p.anchors, arena->mem);
    plan_root(&p);
    for (p.model = 0; p.model < library->models.n; p.model++)
        plan_model(&p);
    plan_others(&p);
    plan_languages(&p);
    site_build_orders(site, library, arena->mem);
    site_build_edition(site, library);
}

struct site_place site_place(const struct site *site, const struct library *library, model_id model,
                             component_id component)
{
    if (model == NONE || !view_holds(library, model, component))
        model = library->components.at[component].model;
    const struct site_model *at = &site->models[model];
    uint32_t position = view_position(library, model, component);
    struct site_place place = {at->page[position], at->anchor[position]};
    const struct site_page *page = &site->pages.at[place.page];
    if (place.page != at->index && page->position == position)
        place.anchor = STR("");
    return place;
}
