/* What pages and places were called before: `was` names the id alone, so what stands around is taken as it is now or as
   its own `was` says. */

#include "emit/guide/site/site.h"
#include "model/view.h"

struct former {
    struct site *site;
    const struct library *library;
    struct arena *arena;
    struct file_names *files, *anchors;
    model_id model;
    uint32_t scope;    /* of the files */
    struct str folder; /* as it is on disk */
    struct map heads;  /* name of a file -> the redirect that has it */
    struct atoms names;
};

/* The i-th id that a component had; {0} behind the last. */
static struct str was(const struct library *library, component_id id, uint32_t i)
{
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t k = first; k < end; k++)
        if (library->attributes.at[k].property == BUILTIN_WAS && i-- == 0)
            return library->attributes.at[k].text;
    return STR_NONE;
}

static bool any_was(const struct library *library, model_id model)
{
    for (uint32_t position = 0; position < view_count(library, model); position++)
        if (was(library, view_component(library, model, position), 0).ptr)
            return true;
    return false;
}

/* ---- Pages ---- */

/* A file is called as a page with that id would be, unless a page has the name. */
static void add_redirect(struct former *f, uint32_t page, struct str id)
{
    struct site_redirect redirect = {.model = f->model, .was = id, .page = page, .others = NONE};
    uint32_t index = f->site->redirects.n;
    uint32_t *head = map_at(&f->heads, atom_intern(&f->names, arena_lower(f->arena, id)), index);
    if (*head == index) {
        struct str stem = file_name_if_free(f->files, f->arena, f->scope, id);
        if (stem.ptr)
            redirect.file = site_file_in(f->arena, f->folder, stem, ".html");
        redirect.last = index;
    } else if (*head != NONE) {
        struct site_redirect *all = f->site->redirects.at, *first = &all[*head];
        if (all[first->last].page == page)
            return;
        all[first->last].others = index;
        first->last = index;
    }
    if (*head == index && !redirect.file.name.ptr)
        *head = NONE;
    if (*head != NONE)
        vec_push(f->arena->mem, &f->site->redirects, redirect);
}

static void plan_redirects(struct former *f)
{
    struct site_model *own = &f->site->models[f->model];
    own->first_redirect = f->site->redirects.n;
    for (uint32_t page = own->index + 1; page <= own->index + own->n_pages; page++) {
        component_id id = view_component(f->library, f->model, f->site->pages.at[page].position);
        for (uint32_t i = 0; was(f->library, id, i).ptr; i++)
            add_redirect(f, page, was(f->library, id, i));
    }
    own->n_redirects = f->site->redirects.n - own->first_redirect;
}

/* ---- Places ---- */

static void add_name(struct arena *arena, struct former_names *names, struct str before, struct str step)
{
    struct buf name = buf_on(arena->mem);
    if (names->n == FORMER_MOST)
        return;
    if (before.len)
        buf_printf(&name, "%.*s/", STR_ARGS(before));
    buf_str(&name, step);
    names->at[names->n++] = arena_str(arena, buf_as_str(&name));
    buf_free(&name);
}

static void find_names(const struct library *library, struct arena *arena, component_id id, component_id top,
                       struct former_names *names)
{
    component_id before = library->components.at[id].path_parent;
    struct former_names around = {.at = {STR("")}, .n = 1};
    struct buf step = buf_on(arena->mem);
    if (before != NONE && before != top && id != top) {
        around.n = 0;
        find_names(library, arena, before, top, &around);
    }
    site_add_step(&step, library, id);
    for (uint32_t i = 0; i < around.n; i++) {
        add_name(arena, names, around.at[i], buf_as_str(&step));
        for (uint32_t k = 0; was(library, id, k).ptr; k++)
            add_name(arena, names, around.at[i], was(library, id, k));
    }
    buf_free(&step);
}

/* True if the place has ever had another name. */
static bool has_moved(const struct library *library, component_id id, component_id top)
{
    for (component_id at = id; at != NONE && (at != top || id == top); at = library->components.at[at].path_parent) {
        if (was(library, at, 0).ptr)
            return true;
        if (at == top)
            break;
    }
    return false;
}

void site_former_paths(const struct library *library, struct arena *arena, component_id id, struct former_names *names)
{
    names->n = 0;
    if (library->components.at[id].id && has_moved(library, id, NONE))
        find_names(library, arena, id, NONE, names);
}

static void plan_aliases(struct former *f)
{
    struct site_model *own = &f->site->models[f->model];
    own->first_alias = f->site->aliases.n;
    for (uint32_t position = 0; position < view_count(f->library, f->model); position++) {
        struct former_names names = {.n = 0};
        component_id id = view_component(f->library, f->model, position), top = NONE;
        uint32_t page = own->page[position];
        if (page != own->index)
            top = view_component(f->library, f->model, f->site->pages.at[page].position);
        if (!has_moved(f->library, id, top))
            continue;
        find_names(f->library, f->arena, id, top, &names);
        for (uint32_t i = 1; i < names.n; i++) {
            struct str anchor = anchor_name_if_free(f->anchors, f->arena, page, names.at[i]);
            if (anchor.ptr)
                vec_push(f->arena->mem, &f->site->aliases, ((struct site_alias){position, anchor}));
        }
    }
    own->n_aliases = f->site->aliases.n - own->first_alias;
}

void site_plan_former(struct site *site, const struct library *library, struct arena *arena, model_id model,
                      struct str name, uint32_t scope, struct file_names *files, struct file_names *anchors)
{
    struct former f = {.site = site,
                       .library = library,
                       .arena = arena,
                       .files = files,
                       .anchors = anchors,
                       .model = model,
                       .scope = scope,
                       .folder = name,
                       .heads = map_on(arena->mem)};
    if (!any_was(library, model))
        return;
    atoms_init(&f.names, arena->mem);
    plan_redirects(&f);
    plan_aliases(&f);
    map_free(&f.heads);
}

const struct site_alias *site_aliases(const struct site *site, model_id model, uint32_t position, uint32_t *n)
{
    const struct site_model *own = &site->models[model];
    const struct site_alias *aliases = site->aliases.at + own->first_alias;
    uint32_t low = 0, high = own->n_aliases;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (aliases[middle].position < position)
            low = middle + 1;
        else
            high = middle;
    }
    for (*n = 0; low + *n < own->n_aliases && aliases[low + *n].position == position;)
        ++*n;
    return *n ? aliases + low : NULL;
}
