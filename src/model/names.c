#include "model/names.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "model/view.h"

/* For each name the positions of its components, ascending: a count, then as many positions. Where there
   is only one, it stands in the map itself. */
struct name_index {
    struct map lists; /* name -> where its list begins, or its only position with SINGLE added */
    uint32_t *entries;
};

#define SINGLE 0x80000000u

struct names {
    struct map paths;         /* (path parent + 1, id) -> component of the model itself */
    struct name_index exact;  /* positions in the view */
    struct name_index folded; /* the same by folded names and labels */
    struct name_index own;    /* of a bolt-on: its own components alone, as component - first */
    struct name_index own_folded;
    bool is_folded; /* the folded ones are built */
    struct map dead_ends; /* hashes of common ids in an order that leads nowhere in the model */
};

/* The positions of one name. */
struct positions {
    const uint32_t *at; /* NULL: there is `only` one */
    uint32_t n;
    uint32_t only;
};

/* ---- Building ---- */

/* The names under which a component is found. */
static uint32_t names_of(const struct library *library, component_id id, bool folded, atom names[2])
{
    const struct component *component = &library->components.at[id];
    if (component->duplicate || component->id == 0)
        return 0;
    names[0] = component->id;
    if (!folded)
        return 1;
    names[0] = names[1] = names_fold(library->atoms, atom_text(library->atoms, component->id));
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->attributes.at[i].property == BUILTIN_LABEL)
            names[1] = names_fold(library->atoms, library->attributes.at[i].text);
    return names[1] == names[0] ? 1 : 2;
}

bool names_matches(const struct library *library, component_id component, atom folded)
{
    atom names[2];
    for (uint32_t k = names_of(library, component, true, names); k-- > 0;)
        if (names[k] == folded)
            return true;
    return false;
}

static component_id indexed_component(const struct library *library, model_id model, bool own, uint32_t i)
{
    return own ? library->models.at[model].first + i : view_component(library, model, i);
}

/* Indexes positions 0 .. n - 1 of the view, or of the model's own components. */
static struct name_index build_index(struct library *library, model_id model, bool own, bool folded)
{
    const struct model *m = &library->models.at[model];
    uint32_t n = own ? m->n : m->view.n, n_entries = 0;
    struct name_index index = {.lists = map_on(library->mem)};
    VEC(uint32_t) counts = {0}; /* first how many of each name, then where its list begins */
    VEC(uint32_t) slots = {0};  /* the name of each entry, as a place in `counts` */
    atom names[2];
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = names_of(library, indexed_component(library, model, own, i), folded, names); k-- > 0;) {
            uint32_t slot = *map_at(&index.lists, names[k], counts.n);
            if (slot == counts.n)
                vec_push(library->mem, &counts, 0);
            counts.at[slot]++;
            vec_push(library->mem, &slots, slot);
        }
    index.entries = arena_array(&library->arena, uint32_t, slots.n + counts.n);
    for (uint32_t slot = 0; slot < counts.n; slot++) {
        uint32_t count = counts.at[slot];
        counts.at[slot] = n_entries;
        n_entries += count + 1;
    }
    for (uint32_t i = 0, entry = 0; i < n; i++)
        for (uint32_t k = names_of(library, indexed_component(library, model, own, i), folded, names); k-- > 0;) {
            uint32_t start = counts.at[slots.at[entry++]];
            index.entries[start + ++index.entries[start]] = i;
            *map_find(&index.lists, names[k]) = index.entries[start] == 1 ? i | SINGLE : start;
        }
    vec_free(library->mem, &counts);
    vec_free(library->mem, &slots);
    return index;
}

void names_prepare(struct library *library, model_id model)
{
    struct names *names = arena_new(&library->arena, struct names);
    names->paths = map_on(library->mem);
    names->dead_ends = map_on(library->mem);
    library->models.at[model].names = names;
}

void names_build(struct library *library, model_id model)
{
    struct model *m = &library->models.at[model];
    m->names->exact = build_index(library, model, false, false);
    if (m->extends != NONE)
        m->names->own = build_index(library, model, true, false);
}

/* The folded names are built only when something is spelled unusually. */
static void build_folded(const struct library *library, model_id model)
{
    struct names *names = library->models.at[model].names;
    struct library *writable = library->writable;
    if (names->is_folded)
        return;
    names->is_folded = true;
    names->folded = build_index(writable, model, false, true);
    if (library->models.at[model].extends != NONE)
        names->own_folded = build_index(writable, model, true, true);
}

/* ---- Paths ---- */

component_id names_at_path(const struct library *library, model_id model, component_id parent, atom id)
{
    return map_get(&library->models.at[model].names->paths, map_key(parent + 1, id), NONE);
}

component_id names_claim_path(struct library *library, model_id model, component_id component)
{
    const struct component *c = &library->components.at[component];
    struct names *names = library->models.at[model].names;
    return *map_at(&names->paths, map_key(c->path_parent + 1, c->id), component);
}

/* ---- Finding ---- */

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

static struct positions positions_of(const struct name_index *index, atom name)
{
    const uint32_t *found = map_find(&index->lists, name);
    if (!found)
        return (struct positions){NULL, 0, 0};
    if (*found & SINGLE)
        return (struct positions){NULL, 1, *found & ~SINGLE};
    return (struct positions){index->entries + *found + 1, index->entries[*found], 0};
}

static inline uint32_t position_at(const struct positions *list, uint32_t i)
{
    return list->at ? list->at[i] : list->only;
}

/* The number of positions in the list that lie before `bound`. The search gallops away from `guess`, so
   that a good guess costs few looks at memory. */
static uint32_t count_before(struct positions list, uint32_t bound, uint32_t guess)
{
    uint32_t low = 0, high = guess < list.n ? guess : list.n, step = 1;
    if (guess < list.n && list.at[guess] < bound) {
        for (low = guess + 1; low + step <= list.n && list.at[low + step - 1] < bound; step *= 2)
            low += step;
        high = low + step <= list.n ? low + step - 1 : list.n;
    } else {
        for (; step <= high && list.at[high - step] >= bound; step *= 2)
            high -= step;
        low = step <= high ? high - step + 1 : 0;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (list.at[middle] < bound)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The part of a list that lies in [first, end). Positions of one name are spread over a model, more or
   less evenly, which gives a good guess. */
static struct positions within(struct positions list, uint32_t first, uint32_t end)
{
    if (list.n == 1)
        list.n = position_at(&list, 0) >= first && position_at(&list, 0) < end;
    if (list.n <= 1)
        return list;
    uint32_t last = list.at[list.n - 1];
    if (first > last)
        return (struct positions){list.at, 0, 0};
    uint32_t guess = last ? (uint32_t)((uint64_t)list.n * first / ((uint64_t)last + 1)) : 0;
    uint32_t low = count_before(list, first, guess);
    uint32_t high = end > last ? list.n : count_before(list, end, low);
    return (struct positions){list.at + low, high - low, 0};
}

static bool is_grouping(const struct library *library, component_id id)
{
    return library->kinds.at[library->components.at[id].kind].grouping;
}

static bool is_elaboration(const struct library *library, component_id id)
{
    return library->kinds.at[library->components.at[id].kind].elaborates != NONE;
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
        return search->library->components.at[id].id == name && !search->library->components.at[id].duplicate;
    atom names[2];
    for (uint32_t k = names_of(search->library, id, search->folded, names); k-- > 0;)
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
    component_id a = search->library->components.at[id].parent;
    for (; step > from && a != top && a != NONE; a = search->library->components.at[a].parent)
        if (!is_grouping(search->library, a) && has_name(search, a, search->path[step - 1]))
            step--;
    return step == from;
}

/* Tries every candidate of the last id in [first, end). */
static bool search_upwards(struct name_search *search, uint32_t step, uint32_t first, uint32_t end,
                           component_id top)
{
    struct positions list = within(search->lists[search->n - 1], first, end);
    for (uint32_t i = 0; i < list.n; i++) {
        component_id id = view_component(search->library, search->model, position_at(&list, i));
        if (ancestors_fit(search, id, step, top) && keep(search, id))
            return true;
    }
    return false;
}

/* Goes down from every candidate of the step's id in [first, end). */
static bool search_downwards(struct name_search *search, uint32_t step, uint32_t first, uint32_t end,
                             component_id top)
{
    if (step + 1 == search->n)
        return search_upwards(search, step, first, end, top);
    struct positions list = within(search->lists[step], first, end);
    uint32_t searched = first; /* what lies before is searched */
    for (uint32_t i = 0; i < list.n; i++) {
        component_id id = view_component(search->library, search->model, position_at(&list, i));
        uint32_t position = position_at(&list, i);
        if (position < searched || is_grouping(search->library, id))
            continue;
        searched = view_end(search->library, search->model, position);
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
static bool search_range(struct name_search *search, uint32_t step, uint32_t first, uint32_t end,
                         component_id top)
{
    if (within(search->lists[rarest_step(search, step)], first, end).n == 0)
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
    struct positions list = positions_of(own, search->path[search->n - 1]);
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

static struct lookup find(const struct library *library, struct scope scope, const atom *path,
                          uint32_t n, bool folded)
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
        if (folded)
            build_folded(library, search.model);
        const struct name_index *index = folded ? &model->names->folded : &model->names->exact;
        for (uint32_t i = 0; i < n; i++)
            lists[i] = positions_of(index, path[i]);
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

static component_id find_sibling(const struct library *library, model_id model, component_id of, atom name,
                                 bool folded)
{
    const struct names *names = library->models.at[model].names;
    component_id parent = sibling_parent(library, of);
    uint32_t first, end = view_inside(library, model, parent, &first);
    struct positions list = within(positions_of(folded ? &names->folded : &names->exact, name), first, end);
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
