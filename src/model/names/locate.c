/* Components by the names that users give them. Every component is looked at: this is done once in a
   run, and an ambiguous name has to show all that it may mean. */

#include "model/names/locate.h"

#include "base/near.h"
#include "model/names/names.h"
#include "model/names/suggest.h"
#include "syntax/parser.h"

model_id locate_model(const struct library *library, struct str id)
{
    for (model_id model = 0; model < library->models.n; model++)
        if (str_eq(atom_text(library->atoms, library->models.at[model].id), id))
            return model;
    return NONE;
}

struct str locate_near_model(const struct library *library, struct str id)
{
    struct near near = near_word(id);
    VEC_EACH (const struct model, model, &library->models)
        near_try(&near, atom_text(library->atoms, model->id));
    return near.best;
}

/* ---- What is written ---- */

static struct str without_backquotes(struct str id)
{
    bool quoted = id.len > 2 && id.ptr[0] == '`' && id.ptr[id.len - 1] == '`';
    return quoted ? (struct str){id.ptr + 1, id.len - 2} : id;
}

bool locate_split(const struct library *library, struct arena *arena, struct str text, struct designation *designation)
{
    const char *colon = memchr(text.ptr, ':', text.len);
    *designation = (struct designation){.steps = arena_array(arena, atom, PATH_LENGTH_MOST)};
    if (colon) {
        designation->model = without_backquotes(str_trim(str_range(text.ptr, colon)));
        text = str_from(text, (uint32_t)(colon + 1 - text.ptr));
    }
    for (;;) {
        const char *slash = memchr(text.ptr, '/', text.len);
        uint32_t length = slash ? (uint32_t)(slash - text.ptr) : text.len;
        struct str id = without_backquotes(str_trim(str_upto(text, length)));
        if (id.len == 0 || designation->n == PATH_LENGTH_MOST)
            return false;
        designation->steps[designation->n++] = atom_intern(library->atoms, id);
        if (!slash)
            return !colon || designation->model.len > 0;
        text = str_from(text, length + 1);
    }
}

/* ---- What is meant ---- */

/* How a path leads to a component, the best first. */
enum way { WAY_CANONICAL, WAY_EXACT, WAY_LOOSE, WAY_NONE };

struct locating {
    const struct library *library;
    const atom *steps;
    uint32_t n;
    bool loose; /* the steps are folded */
    enum way best;
    component_list *found;
};

static bool step_fits(const struct locating *l, component_id id, uint32_t step)
{
    const struct component *component = &l->library->components.at[id];
    if (component->duplicate)
        return false;
    return l->loose ? names_matches(l->library, id, l->steps[step]) : component->id == l->steps[step];
}

static bool is_canonical(const struct locating *l, component_id id)
{
    uint32_t step = l->n;
    for (; id != NONE && step > 0; id = l->library->components.at[id].path_parent)
        if (!step_fits(l, id, --step))
            return false;
    return id == NONE && step == 0;
}

/* Steps may be left out; what only orders is no step, and an elaboration is named by its path. */
static bool leads_to(const struct locating *l, component_id id)
{
    const struct kind *kind = library_kind(l->library, id);
    uint32_t step = l->n - 1;
    if (l->n > 1 ? kind->grouping : kind->elaborates != NONE)
        return false;
    id = l->library->components.at[id].parent;
    for (; step > 0 && id != NONE; id = l->library->components.at[id].parent)
        if (!library_kind(l->library, id)->grouping && step_fits(l, id, step - 1))
            step--;
    return step == 0;
}

static void try(struct locating *l, component_id id)
{
    if (!step_fits(l, id, l->n - 1))
        return;
    enum way way = is_canonical(l, id) ? WAY_CANONICAL : leads_to(l, id) ? WAY_EXACT : WAY_NONE;
    if (l->loose && way != WAY_NONE)
        way = WAY_LOOSE;
    if (way == WAY_NONE || way > l->best)
        return;
    if (way < l->best)
        l->found->n = 0;
    l->best = way;
    vec_push(l->library->mem, l->found, id);
}

/* Tries what a model declares itself, then what it extends; NONE: everything. */
static void try_model(struct locating *l, model_id model)
{
    if (model == NONE)
        for (component_id id = 0; id < library_component_count(l->library); id++)
            try(l, id);
    for (; model != NONE && l->found->n == 0; model = l->library->models.at[model].extends) {
        const struct model *m = &l->library->models.at[model];
        for (component_id id = m->first; id < m->first + m->n; id++)
            try(l, id);
    }
}

void locate(const struct library *library, const struct designation *designation, component_list *found)
{
    model_id model = designation->model.len ? locate_model(library, designation->model) : NONE;
    atom folded[PATH_LENGTH_MOST];
    struct locating l = {
        .library = library, .steps = designation->steps, .n = designation->n, .best = WAY_NONE, .found = found};
    if (designation->model.len && model == NONE)
        return;
    try_model(&l, model);
    if (found->n)
        return;
    for (uint32_t i = 0; i < designation->n; i++)
        folded[i] = names_fold(library->atoms, atom_text(library->atoms, designation->steps[i]));
    l.steps = folded;
    l.loose = true;
    try_model(&l, model);
}

/* ---- What is near ---- */

static void add_near(const struct library *library, model_id model, component_id within, struct str wanted,
                     component_list *found)
{
    component_id near[SIMILAR_MOST];
    uint32_t n = similar_components(library, model, within, wanted, near);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = 0;
        while (k < found->n && found->at[k] != near[i])
            k++;
        if (k == found->n && k < SIMILAR_MOST)
            vec_push(library->mem, found, near[i]);
    }
}

/* `ITIL/SD-07`: the first step is a model. */
static void add_behind_model(const struct library *library, const struct designation *designation,
                             component_list *found)
{
    struct str first = atom_text(library->atoms, designation->steps[0]);
    if (designation->model.len || designation->n < 2 || locate_model(library, first) == NONE)
        return;
    struct designation path = {.model = first, .steps = designation->steps + 1, .n = designation->n - 1};
    locate(library, &path, found);
}

void locate_near(const struct library *library, const struct designation *designation, component_list *found)
{
    add_behind_model(library, designation, found);
    if (found->n)
        return;
    struct str wanted = atom_text(library->atoms, designation->steps[designation->n - 1]);
    model_id model = designation->model.len ? locate_model(library, designation->model) : NONE;
    struct designation around = *designation;
    component_list above = {0};
    if (--around.n > 0)
        locate(library, &around, &above);
    if (above.n == 1)
        add_near(library, library->components.at[above.at[0]].model, above.at[0], wanted, found);
    vec_free(library->mem, &above);
    bool inside = found->n > 0;
    for (model_id m = 0; m < library->models.n && !inside; m++)
        if (m == model || designation->model.len == 0)
            add_near(library, m, NONE, wanted, found);
}
