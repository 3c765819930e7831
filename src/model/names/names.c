#include "model/names/names.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "model/names/index.h"
#include "model/view.h"

struct names {
    struct map paths;         /* (path parent + 1, id) -> component of the model itself */
    struct name_index exact;  /* positions in the view */
    struct name_index folded; /* the same by folded names and labels */
    struct name_index own;    /* of a bolt-on: its own components alone, as component - first */
    struct name_index own_folded;
    bool is_built;        /* `exact` and `own` are */
    bool is_folded;       /* the folded ones are built */
    struct map dead_ends; /* hashes of common ids in an order that leads nowhere in the model */
};

/* ---- Building ---- */

bool names_are_built(const struct library *library, model_id model)
{
    return library->models.at[model].names && library->models.at[model].names->is_built;
}

bool names_matches(const struct library *library, component_id component, atom folded)
{
    atom names[2];
    for (uint32_t k = names_of_component(library, component, true, names); k-- > 0;)
        if (names[k] == folded)
            return true;
    return false;
}

void names_prepare(struct library *library, model_id model)
{
    struct names *names = arena_new(&library->arena, struct names);
    names->paths = map_on(library->mem);
    names->dead_ends = map_on(library->mem);
    library->models.at[model].names = names;
}

static void build_outlines(struct library *library, const struct model *model)
{
    library->outlines.n = model->first; /* names are built again once elaborations have their ids */
    vec_reserve(library->mem, &library->outlines, model->n);
    for (component_id id = model->first; id < model->first + model->n; id++) {
        const struct component *c = &library->components.at[id];
        struct outline outline = {c->duplicate ? 0 : c->id, c->kind, c->parent, c->end};
        vec_push(library->mem, &library->outlines, outline);
    }
}

void names_build(struct library *library, model_id model)
{
    struct model *m = &library->models.at[model];
    build_outlines(library, m);
    m->names->is_built = true;
    m->names->exact = name_index_build(library, model, false, false);
    if (m->extends != NONE)
        m->names->own = name_index_build(library, model, true, false);
}

/* The folded names are built only when something is spelled unusually. */
static void build_folded(const struct library *library, model_id model)
{
    struct names *names = library->models.at[model].names;
    struct library *writable = library->writable;
    if (names->is_folded)
        return;
    names->is_folded = true;
    names->folded = name_index_build(writable, model, false, true);
    if (library->models.at[model].extends != NONE)
        names->own_folded = name_index_build(writable, model, true, true);
}

/* ---- Paths ---- */

component_id names_at_path(const struct library *library, model_id model, component_id parent, atom id)
{
    return map_get(&library->models.at[model].names->paths, map_key(parent + 1, id), NONE);
}

static uint64_t path_key(const struct library *library, component_id component)
{
    const struct component *c = &library->components.at[component];
    return map_key(c->path_parent + 1, c->id);
}

component_id names_claim_path(struct library *library, model_id model, component_id component)
{
    return *map_at(&library->models.at[model].names->paths, path_key(library, component), component);
}

void names_prefetch_claim(const struct library *library, model_id model, component_id component)
{
    map_prefetch(&library->models.at[model].names->paths, path_key(library, component));
}

/* ---- Finding ---- */

/* One past the last position of the subtree at a position. */
static uint32_t end_of(const struct library *library, model_id model, uint32_t position)
{
    const struct model *m = &library->models.at[model];
    return m->view.end ? m->view.end[position] : library->outlines.at[m->first + position].end - m->first;
}

/* A search for a path in one index. */
struct name_search {
    const struct library *library;
    model_id model;
    bool folded;
    bool wants_elaboration;
    const atom *path; /* folded, if the index is */
    uint32_t n;
    const struct positions *lists; /* by step */
    struct lookup found;
};

static bool is_grouping(const struct library *library, component_id id)
{
    return library->kinds.at[library->outlines.at[id].kind].grouping;
}

static bool is_elaboration(const struct library *library, component_id id)
{
    return library->kinds.at[library->outlines.at[id].kind].elaborates != NONE;
}

/* Keeps a candidate; true once there are two. */
static bool keep(struct name_search *search, component_id candidate)
{
    if (search->n > 1 ? is_grouping(search->library, candidate)
                      : is_elaboration(search->library, candidate) && !search->wants_elaboration)
        return false;
    if (search->found.target == NONE)
        search->found.target = candidate;
    else if (search->found.target != candidate)
        search->found.other = candidate;
    return search->found.other != NONE;
}

static bool has_name(const struct name_search *search, component_id id, atom name)
{
    if (!search->folded)
        return search->library->outlines.at[id].name == name;
    atom names[2];
    for (uint32_t k = names_of_component(search->library, id, search->folded, names); k-- > 0;)
        if (names[k] == name)
            return true;
    return false;
}

/* True if the steps from `from` to the one before the last name ancestors of the component, in
   order; those outside of `top` do not count. */
static bool ancestors_fit(const struct name_search *search, component_id id, uint32_t from, component_id top)
{
    uint32_t step = search->n - 1;
    if (step == from)
        return true;
    component_id a = search->library->outlines.at[id].parent;
    for (; step > from && a != top && a != NONE; a = search->library->outlines.at[a].parent)
        if (!is_grouping(search->library, a) && has_name(search, a, search->path[step - 1]))
            step--;
    return step == from;
}

static component_id component_at(const struct name_search *search, uint32_t position)
{
    return view_component(search->library, search->model, position);
}

/* Tries a component that has the last id; true once there are two that fit. */
static bool try_component(struct name_search *search, component_id id, uint32_t step, component_id top)
{
    return ancestors_fit(search, id, step, top) && keep(search, id);
}

/* What stands in one area is sooner read through than found in the list of a common id. */
enum { FEW = 32 };

/* Tries every candidate of the last id in [first, end). */
static bool search_upwards(struct name_search *search, uint32_t step, uint32_t first, uint32_t end, component_id top)
{
    atom name = search->path[search->n - 1];
    if (!search->folded && end - first <= FEW) {
        for (uint32_t position = first; position < end; position++)
            if (has_name(search, component_at(search, position), name) &&
                try_component(search, component_at(search, position), step, top))
                return true;
        return false;
    }
    struct positions list = positions_within(search->lists[search->n - 1], first, end);
    for (uint32_t i = 0; i < list.n; i++)
        if (try_component(search, component_at(search, position_at(&list, i)), step, top))
            return true;
    return false;
}

/* Goes down from every candidate of the step's id in [first, end). */
static bool search_downwards(struct name_search *search, uint32_t step, uint32_t first, uint32_t end, component_id top)
{
    if (step + 1 == search->n)
        return search_upwards(search, step, first, end, top);
    struct positions list = positions_within(search->lists[step], first, end);
    uint32_t searched = first; /* what lies before is searched */
    for (uint32_t i = 0; i < list.n; i++) {
        uint32_t position = position_at(&list, i);
        component_id id = component_at(search, position);
        if (position < searched || is_grouping(search->library, id))
            continue;
        searched = end_of(search->library, search->model, position);
        if (search_downwards(search, step + 1, position + 1, searched, id))
            return true;
    }
    return false;
}

/* The rarest of the ids from `step` on. */
static uint32_t rarest_step(const struct name_search *search, uint32_t step)
{
    uint32_t rarest = step;
    for (uint32_t i = step + 1; i < search->n; i++)
        if (search->lists[i].n < search->lists[rarest].n)
            rarest = i;
    return rarest;
}

/* Searches [first, end), which is what stands in `top`, for the path from `step` on. */
static bool search_range(struct name_search *search, uint32_t step, uint32_t first, uint32_t end, component_id top)
{
    if (positions_within(search->lists[rarest_step(search, step)], first, end).n == 0)
        return false;
    if (step + 1 < search->n && search->lists[step].n < search->lists[search->n - 1].n)
        search_downwards(search, step, first, end, top);
    else
        search_upwards(search, step, first, end, top);
    return search->found.target != NONE;
}

/* From the component outwards. The first steps of a path may name the component at hand or what is
   around it; `named[i]` counts those that chain[i] and what is around it name, in order. */
static bool search_around(struct name_search *search, component_id from)
{
    enum { DEPTH_MOST = 128 };
    component_id chain[DEPTH_MOST];
    uint32_t named[DEPTH_MOST], depth = 0, step = 0;
    for (component_id id = from; id != NONE && depth < DEPTH_MOST; depth++) {
        chain[depth] = id;
        id = search->library->components.at[id].parent;
    }
    for (uint32_t i = depth; i-- > 0; named[i] = step)
        if (step + 1 < search->n && !is_grouping(search->library, chain[i]) &&
            has_name(search, chain[i], search->path[step]))
            step++;
    for (uint32_t i = 0; i < depth; i++) {
        uint32_t first, end = view_inside(search->library, search->model, chain[i], &first);
        if (search_range(search, named[i], first, end, chain[i]))
            return true;
    }
    return false;
}

/* What a bolt-on itself adds goes before what it extends. */
static bool search_own(struct name_search *search)
{
    const struct model *model = &search->library->models.at[search->model];
    const struct name_index *own = search->folded ? &model->names->own_folded : &model->names->own;
    struct positions list = name_index_find(own, search->path[search->n - 1]);
    for (uint32_t i = 0; i < list.n; i++)
        if (ancestors_fit(search, model->first + position_at(&list, i), 0, NONE) &&
            keep(search, model->first + position_at(&list, i)))
            return true;
    return search->found.target != NONE;
}

enum { COMMON = 64 };

static uint64_t hash_of_path(const struct name_search *search)
{
    uint64_t hash = XXH3_64bits(search->path, search->n * sizeof *search->path) ^ search->folded;
    return hash == MAP_NO_KEY ? 0 : hash;
}

/* Searches a whole model. A path whose ids are all common but which leads nowhere would be searched
   through again for each reference: it is remembered. */
static bool search_model(struct name_search *search)
{
    const struct model *model = &search->library->models.at[search->model];
    if (model->extends != NONE)
        return search_own(search);
    bool is_common = search->n > 1 && search->lists[rarest_step(search, 0)].n > COMMON;
    if (is_common && map_find(&model->names->dead_ends, hash_of_path(search)))
        return false;
    bool is_found = search_range(search, 0, 0, model->view.n, NONE);
    if (is_common && !is_found)
        map_at(&model->names->dead_ends, hash_of_path(search), 1);
    return is_found;
}

static struct lookup find(const struct library *library, struct scope scope, const atom *path, uint32_t n, bool folded)
{
    enum { STEPS_MOST = 256 };
    struct positions lists[STEPS_MOST];
    struct name_search search = {
        .library = library,
        .model = scope.model,
        .folded = folded,
        .wants_elaboration = scope.wants_elaboration,
        .path = path,
        .n = n,
        .lists = lists,
        .found = {NONE, NONE, folded},
    };
    for (component_id from = scope.component; search.model != NONE; from = NONE) {
        const struct model *model = &library->models.at[search.model];
        if (!names_are_built(library, search.model)) {
            search.model = model->extends;
            continue;
        }
        if (folded)
            build_folded(library, search.model);
        const struct name_index *index = folded ? &model->names->folded : &model->names->exact;
        for (uint32_t i = 0; i < n; i++)
            lists[i] = name_index_find(index, path[i]);
        if (search_around(&search, from))
            break;
        if (search_model(&search))
            break;
        search.model = model->extends;
    }
    return search.found;
}

struct lookup names_find(const struct library *library, struct scope scope, const atom *path, uint32_t n)
{
    struct lookup lookup = find(library, scope, path, n, false);
    if (lookup.target != NONE)
        return lookup;
    atom folded[256];
    for (uint32_t i = 0; i < n; i++)
        folded[i] = names_fold(library->atoms, atom_text(library->atoms, path[i]));
    return find(library, scope, folded, n, true);
}

/* What names_find() will read of memory, a step further each time: what is read in one step says where to
   read in the next. */

static void prefetch_lists(const struct library *library, const struct path_ends *paths, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        name_index_prefetch(&library->models.at[paths[i].model].names->exact, paths[i].first);
}

/* Where the first ids stand, those that stand in several places aside: what is common is at hand. */
static void prefetch_first(const struct library *library, const struct path_ends *paths, uint32_t n,
                           component_id first[])
{
    for (uint32_t i = 0; i < n; i++) {
        struct positions list = name_index_find(&library->models.at[paths[i].model].names->exact, paths[i].first);
        first[i] = list.n == 1 ? view_component(library, paths[i].model, position_at(&list, 0)) : NONE;
        if (first[i] != NONE)
            __builtin_prefetch(&library->outlines.at[first[i]]);
    }
}

/* What is inside is asked for right here: gcc takes a static function that only prefetches for one without any
   effect, and leaves it out. */
void names_prefetch(const struct library *library, const struct path_ends *paths, uint32_t n)
{
    enum { IN_A_LINE = 64 / sizeof(struct outline) };
    component_id first[PREFETCH_MOST];
    prefetch_lists(library, paths, n);
    prefetch_first(library, paths, n, first);
    for (uint32_t i = 0; i < n; i++) {
        if (first[i] == NONE || paths[i].first == paths[i].last)
            continue;
        component_id end = library->outlines.at[first[i]].end;
        for (component_id id = first[i] + IN_A_LINE; id < end && id - first[i] <= FEW; id += IN_A_LINE)
            __builtin_prefetch(&library->outlines.at[id]);
    }
}

static component_id find_sibling(const struct library *library, model_id model, component_id of, atom name, bool folded)
{
    const struct names *names = library->models.at[model].names;
    component_id parent = sibling_parent(library, of);
    uint32_t first, end = view_inside(library, model, parent, &first);
    struct positions list =
        positions_within(name_index_find(folded ? &names->folded : &names->exact, name), first, end);
    for (uint32_t i = 0; i < list.n; i++) {
        component_id id = view_component(library, model, position_at(&list, i));
        if (sibling_parent(library, id) == parent && !is_elaboration(library, id))
            return id;
    }
    return NONE;
}

struct lookup names_find_sibling(const struct library *library, model_id model, component_id of, atom name)
{
    component_id exact = find_sibling(library, model, of, name, false);
    if (exact != NONE)
        return (struct lookup){exact, NONE, false};
    build_folded(library, model);
    name = names_fold(library->atoms, atom_text(library->atoms, name));
    return (struct lookup){find_sibling(library, model, of, name, true), NONE, true};
}
