#include "emit/guide/changes/changes.h"

#include "model/view.h"

/* Components or rows of an earlier state, by a text that tells them apart. */
struct known {
    struct atoms keys;
    VEC(const void *) values; /* by key */
    VEC(bool) used;
};

struct finding_changes {
    struct changes *changes;
    const struct library *library;
    const struct earlier *earlier;
    const struct json_document *now;
    struct mem *mem;
    const void **before; /* by component: what it was */
    bool *done;          /* by model */
    struct buf text;
};

/* ---- Lists of documents ---- */

/* The model or mapping with this id in an earlier state; the first counts. */
static const void *earlier_one(const struct finding_changes *f, const char *list, struct str id)
{
    VEC_EACH (const struct json_document, document, &f->earlier->documents) {
        const void *all = json_member(document->root, list);
        for (uint32_t i = 0; json_is_list(all) && i < json_count(all); i++)
            if (str_eq(json_string_of(json_member(json_element(all, i), "id")), id))
                return json_element(all, i);
    }
    return NULL;
}

static struct str member(const void *value, const char *key)
{
    return json_string_of(json_member(value, key));
}

/* ---- What is known of an earlier state ---- */

static struct known known_on(struct mem *mem)
{
    struct known known = {0};
    atoms_init(&known.keys, mem);
    return known;
}

static void known_add(struct finding_changes *f, struct known *known, struct str key, const void *value)
{
    atom at = atom_intern(&known->keys, key);
    if (at <= known->values.n)
        return; /* there is one of that name already */
    vec_push(f->mem, &known->values, value);
    vec_push(f->mem, &known->used, false);
}

/* The one with this key if nobody has taken it; 0 if there is none. */
static atom known_free(const struct known *known, struct str key)
{
    atom at = atom_find(&known->keys, key);
    return at && !known->used.at[at - 1] ? at : 0;
}

/* The components that a model of an earlier state declares: what its bases do is with them. */
static void know_components(struct finding_changes *f, struct known *known, const void *model)
{
    struct str extends = member(model, "extends"), id = member(model, "id");
    const void *all = json_member(model, "components");
    for (uint32_t i = 0; json_is_list(all) && i < json_count(all); i++) {
        const void *component = json_element(all, i);
        bool own = !extends.ptr || str_eq(member(component, "added_by"), id);
        if (own && member(component, "path").ptr)
            known_add(f, known, member(component, "path"), component);
    }
}

/* ---- What a component was ---- */

static struct str path_now(const void *component)
{
    return member(component, "path");
}

/* The path that something had, of which the path is now that of its parent and `rest`. */
static struct str path_before(struct finding_changes *f, component_id parent, struct str parent_now, struct str rest)
{
    struct str around = parent == NONE ? STR("") : f->before[parent] ? path_now(f->before[parent]) : parent_now;
    f->text.n = 0;
    buf_str(&f->text, around);
    buf_str(&f->text, rest);
    return buf_as_str(&f->text);
}

/* `/` and an id behind the path of a parent; the id alone without one. */
static struct str step_before(struct finding_changes *f, component_id parent, struct str parent_now, struct str id)
{
    path_before(f, parent, parent_now, parent == NONE ? STR("") : STR("/"));
    buf_str(&f->text, id);
    return buf_as_str(&f->text);
}

static bool had(const void *component, struct str id)
{
    const void *was = json_member(component, "was");
    for (uint32_t i = 0; i < json_count(was); i++)
        if (str_eq(json_string_of(json_element(was, i)), id))
            return true;
    return false;
}

/* The ids that components say they had, by what they stand in: who has one of them now is somebody else. */
struct claims {
    struct map at;
    struct atoms ids;
};

static void claim(struct claims *claims, const void *component, component_id parent, const struct known *known)
{
    const void *was = json_member(component, "was");
    atom same = atom_find(&known->keys, path_now(component));
    for (uint32_t i = 0; i < json_count(was); i++) {
        struct str id = json_string_of(json_element(was, i));
        if (!id.ptr || (same && had(known->values.at[same - 1], id)))
            continue; /* it had moved before */
        map_at(&claims->at, map_key(parent, atom_intern(&claims->ids, id)), 1);
    }
}

/* The place of what the component was; 0 if it is new. */
static atom find_before(struct finding_changes *f, const struct known *known, const struct claims *claims,
                        component_id id, const void *component, struct str parent_now)
{
    component_id parent = f->library->components.at[id].path_parent;
    struct str path = path_now(component), rest = str_from(path, parent_now.len);
    struct str own = parent_now.len && rest.len ? str_from(rest, 1) : rest;
    const void *was = json_member(component, "was");
    atom same = known_free(known, path_before(f, parent, parent_now, rest)), found = 0;
    for (uint32_t i = 0; i < json_count(was) && !found; i++) {
        struct str old = json_string_of(json_element(was, i));
        if (old.ptr && !(same && had(known->values.at[same - 1], old)))
            found = known_free(known, step_before(f, parent, parent_now, old));
    }
    atom name = atom_find(&claims->ids, own);
    bool claimed = name && map_find(&claims->at, map_key(parent, name)) && !had(component, own);
    return found ? found : claimed ? 0 : same;
}

/* ---- Parts ---- */

static struct changed_part *part_begin(struct finding_changes *f, struct changed_part part)
{
    part.first = f->changes->at.n;
    vec_push(f->mem, &f->changes->parts, part);
    return &f->changes->parts.at[f->changes->parts.n - 1];
}

static void add(struct finding_changes *f, struct changed_part *part, struct change change)
{
    vec_push(f->mem, &f->changes->at, change);
    part->n_of[change.type]++;
    part->n++;
}

/* The same if the two sides differ. */
static void add_if_different(struct finding_changes *f, struct changed_part *part, struct change change)
{
    differences found = {0};
    struct arena arena = arena_on(f->mem);
    changes_compare(f->changes, part, &change, f->mem, &arena, &found);
    if (found.n)
        add(f, part, change);
    vec_free(f->mem, &found);
    arena_free(&arena);
}

/* A part in which nothing has changed is none. */
static void part_end(struct finding_changes *f, const struct changed_part *part)
{
    if (part->n == 0 && part->before && part->after)
        f->changes->parts.n--;
}

static void begin_with_header(struct finding_changes *f, struct changed_part *part)
{
    add_if_different(f, part, (struct change){CHANGE_CHANGED, NONE, part->before, part->after});
}

/* ---- Models ---- */

/* The JSON of a model of now, whose components stand in the order of its view. */
static const void *model_now(const struct finding_changes *f, model_id id)
{
    return json_element(json_member(f->now->root, "models"), id);
}

static void note_moved(struct finding_changes *f, const void *model, const void *before, const void *after)
{
    f->text.n = 0;
    buf_printf(&f->text, "%.*s:%.*s", STR_ARGS(member(model, "id")), STR_ARGS(path_now(before)));
    if (atom_intern(&f->changes->moved, buf_as_str(&f->text)) > f->changes->paths.n)
        vec_push(f->mem, &f->changes->paths, path_now(after));
}

static void match_model(struct finding_changes *f, model_id id, struct known *known)
{
    const struct library *library = f->library;
    const void *components = json_member(model_now(f, id), "components");
    struct claims claims = {.at = map_on(f->mem)};
    atoms_init(&claims.ids, f->mem);
    for (int round = 0; round < 2; round++)
        for (uint32_t position = 0; position < view_count(library, id); position++) {
            component_id at = view_component(library, id, position);
            const void *component = json_element(components, position);
            component_id parent = library->components.at[at].path_parent;
            if (library->components.at[at].model != id)
                continue;
            if (round == 0) {
                claim(&claims, component, parent, known);
                continue;
            }
            struct str around = STR("");
            if (parent != NONE)
                around = path_now(json_element(components, view_position(library, id, parent)));
            atom found = find_before(f, known, &claims, at, component, around);
            if (!found)
                continue;
            known->used.at[found - 1] = true;
            f->before[at] = known->values.at[found - 1];
            if (!str_eq(path_now(f->before[at]), path_now(component)))
                note_moved(f, model_now(f, id), f->before[at], component);
        }
    map_free(&claims.at);
}

/* True if only what a component stands in has moved. */
static bool moved_along(struct finding_changes *f, const struct changed_part *part, const struct change *change)
{
    component_id parent = f->library->components.at[change->id].path_parent;
    if (parent == NONE || !f->before[parent])
        return false;
    uint32_t position = view_position(f->library, part->model, parent);
    struct str around = path_now(json_element(json_member(part->after, "components"), position));
    struct str rest = str_from(path_now(change->after), around.len);
    return str_eq(path_before(f, parent, around, rest), path_now(change->before));
}

/* The changes of one type, in the order of the model; what is gone comes in that of the earlier one. */
static void add_components(struct finding_changes *f, struct changed_part *part, enum change_type type)
{
    const void *components = json_member(part->after, "components");
    for (uint32_t position = 0; position < view_count(f->library, part->model); position++) {
        component_id id = view_component(f->library, part->model, position);
        struct change change = {type, id, f->before[id], json_element(components, position)};
        if (f->library->components.at[id].model != part->model || (type == CHANGE_ADDED) == (change.before != NULL))
            continue;
        if (type == CHANGE_ADDED)
            add(f, part, change);
        else if (type == CHANGE_MOVED && !str_eq(path_now(change.before), path_now(change.after)) &&
                 !moved_along(f, part, &change))
            add(f, part, change);
        else if (type == CHANGE_CHANGED)
            add_if_different(f, part, change);
    }
}

static void add_gone(struct finding_changes *f, struct changed_part *part, const struct known *known)
{
    for (uint32_t i = 0; i < known->values.n; i++)
        if (!known->used.at[i])
            add(f, part, (struct change){CHANGE_REMOVED, NONE, known->values.at[i], NULL});
}

/* What a bolt-on stands on is compared before it. */
static void compare_model(struct finding_changes *f, model_id id)
{
    const struct model *model = &f->library->models.at[id];
    if (f->done[id])
        return;
    f->done[id] = true;
    if (model->extends != NONE)
        compare_model(f, model->extends);
    struct str name = atom_text(f->library->atoms, model->id);
    struct changed_part *part = part_begin(
        f, (struct changed_part){name, id, NONE, earlier_one(f, "models", name), model_now(f, id), 0, 0, {0}});
    struct known known = known_on(f->mem);
    if (!part->before)
        return;
    know_components(f, &known, part->before);
    match_model(f, id, &known);
    begin_with_header(f, part);
    add_components(f, part, CHANGE_ADDED);
    add_gone(f, part, &known);
    add_components(f, part, CHANGE_MOVED);
    add_components(f, part, CHANGE_CHANGED);
    part_end(f, part);
}

/* ---- Mappings ---- */

/* The sources of a row and how many rows of the same sources stand before it: "3.1, 3.2 #0". */
static struct str row_key(struct finding_changes *f, struct map *times, struct atoms *names, const void *row,
                          model_id from)
{
    const void *sources = json_member(row, "sources");
    f->text.n = 0;
    for (uint32_t i = 0; i < json_count(sources); i++) {
        buf_text(&f->text, i ? ", " : "");
        changes_add_path(f->changes, &f->text, from, json_string_of(json_element(sources, i)));
    }
    uint32_t n = (*map_at(times, atom_intern(names, buf_as_str(&f->text)), 0))++;
    buf_printf(&f->text, " #%u", n);
    return buf_as_str(&f->text);
}

static void know_rows(struct finding_changes *f, struct known *known, const void *rows, model_id from)
{
    struct map times = map_on(f->mem);
    struct atoms names;
    atoms_init(&names, f->mem);
    for (uint32_t i = 0; json_is_list(rows) && i < json_count(rows); i++)
        known_add(f, known, row_key(f, &times, &names, json_element(rows, i), from), json_element(rows, i));
    map_free(&times);
}

static void compare_rows(struct finding_changes *f, struct changed_part *part, const struct mapping *mapping)
{
    struct known old = known_on(f->mem), new = known_on(f->mem);
    know_rows(f, &old, json_member(part->before, "rows"), mapping->from);
    know_rows(f, &new, json_member(part->after, "rows"), NONE);
    for (uint32_t i = 0; i < new.values.n; i++) {
        atom before = atom_find(&old.keys, atom_text(&new.keys, i + 1));
        if (!before)
            add(f, part, (struct change){CHANGE_ADDED, NONE, NULL, new.values.at[i]});
    }
    for (uint32_t i = 0; i < old.values.n; i++)
        if (!atom_find(&new.keys, atom_text(&old.keys, i + 1)))
            add(f, part, (struct change){CHANGE_REMOVED, NONE, old.values.at[i], NULL});
    for (uint32_t i = 0; i < new.values.n; i++) {
        atom before = atom_find(&old.keys, atom_text(&new.keys, i + 1));
        if (before)
            add_if_different(f, part,
                             (struct change){CHANGE_CHANGED, NONE, old.values.at[before - 1], new.values.at[i]});
    }
}

static void compare_mapping(struct finding_changes *f, mapping_id id)
{
    const struct mapping *mapping = &f->library->mappings.at[id];
    struct str name = atom_text(f->library->atoms, mapping->id);
    const void *after = json_element(json_member(f->now->root, "mappings"), id);
    struct changed_part *part =
        part_begin(f, (struct changed_part){name, NONE, id, earlier_one(f, "mappings", name), after, 0, 0, {0}});
    if (!part->before)
        return;
    begin_with_header(f, part);
    compare_rows(f, part, mapping);
    part_end(f, part);
}

/* ---- What is gone as a whole ---- */

static bool is_known(const struct finding_changes *f, struct str id)
{
    VEC_EACH (const struct changed_part, part, &f->changes->parts)
        if (str_eq(part->id, id))
            return true;
    for (model_id i = 0; i < f->library->models.n; i++)
        if (str_eq(atom_text(f->library->atoms, f->library->models.at[i].id), id))
            return true;
    for (mapping_id i = 0; i < f->library->mappings.n; i++)
        if (str_eq(atom_text(f->library->atoms, f->library->mappings.at[i].id), id))
            return true;
    return false;
}

static void add_gone_wholes(struct finding_changes *f, const char *list)
{
    VEC_EACH (const struct json_document, document, &f->earlier->documents) {
        const void *all = json_member(document->root, list);
        for (uint32_t i = 0; json_is_list(all) && i < json_count(all); i++) {
            const void *whole = json_element(all, i);
            struct str id = member(whole, "id");
            if (id.len && !is_known(f, id))
                part_begin(f, (struct changed_part){id, NONE, NONE, whole, NULL, 0, 0, {0}});
        }
    }
}

void changes_find(struct changes *changes, const struct library *library, const struct earlier *earlier,
                  struct mem *mem)
{
    struct buf text = buf_on(mem);
    *changes = (struct changes){.library = library, .mem = mem, .arena = arena_on(mem)};
    atoms_init(&changes->moved, mem);
    write_model_json(&text, library);
    if (!json_read(&changes->now, mem, buf_as_str(&text)))
        mem_exhausted(mem); /* nothing else can be wrong with it; jansson does not always say so */
    buf_free(&text);
    struct finding_changes f = {
        .changes = changes,
        .library = library,
        .earlier = earlier,
        .now = &changes->now,
        .mem = mem,
        .before = arena_array(&changes->arena, const void *, library->components.n + 1),
        .done = arena_array(&changes->arena, bool, library->models.n + 1),
        .text = buf_on(mem),
    };
    for (model_id id = 0; id < library->models.n; id++)
        compare_model(&f, id);
    for (mapping_id id = 0; id < library->mappings.n; id++)
        compare_mapping(&f, id);
    add_gone_wholes(&f, "models");
    add_gone_wholes(&f, "mappings");
    buf_free(&f.text);
}
