#include "model/suggest.h"

#include "base/near.h"
#include "model/path.h"
#include "model/view.h"

enum { CANDIDATES_MOST = 3, SEARCHES_MOST = 100 };

/* An id as letters and what follows them. */
struct parts {
    struct str letters, number;
};

struct candidates {
    component_id at[CANDIDATES_MOST];
    uint32_t n;
    bool more;
};

static struct parts parts_of(struct str id)
{
    uint32_t n = 0;
    while (n < id.len && !is_digit(id.ptr[n]))
        n++;
    return (struct parts){str_upto(id, n), str_from(id, n)};
}

/* In short structured ids nearly every sibling is within two edits, so one part must be the same. */
static bool is_near(struct str wanted, struct str id)
{
    struct parts a = parts_of(wanted), b = parts_of(id);
    if (str_eq(a.number, b.number) && a.letters.len > 1)
        return near_distance(a.letters, b.letters, 1) <= 1;
    return str_eq(a.letters, b.letters) && near_distance(a.number, b.number, 1) <= 1;
}

static void add_candidate(struct candidates *candidates, component_id id)
{
    if (candidates->n < CANDIDATES_MOST)
        candidates->at[candidates->n++] = id;
    else
        candidates->more = true;
}

static void collect(struct builder *builder, struct scope scope, struct str wanted,
                    struct candidates *candidates)
{
    const struct library *library = builder->library;
    for (uint32_t i = 0; i < view_count(library, scope.model); i++) {
        component_id id = view_component(library, scope.model, i);
        const struct component *component = &library->components.at[id];
        if (component->id == 0 || component->duplicate)
            continue;
        if (is_near(wanted, name_of(builder, component->id)) ||
            (wanted.len > 3 && str_eq(component->title, wanted)))
            add_candidate(candidates, id);
    }
}

static struct str path_text(struct builder *builder, component_id id)
{
    struct buf path = buf_on(builder->mem);
    path_add(&path, builder->library, id);
    struct str text = arena_str(&builder->scratch, buf_as_str(&path));
    buf_free(&path);
    return text;
}

void suggest_ids(struct builder *builder, struct finding *finding, struct scope scope, struct step fault)
{
    if (builder->n_searches++ >= SEARCHES_MOST)
        return;
    struct candidates candidates = {.n = 0};
    collect(builder, scope, name_of(builder, fault.name), &candidates);
    if (candidates.n == 0 || candidates.more)
        return;
    for (uint32_t i = 0; i < candidates.n; i++) {
        const struct component *component = &builder->library->components.at[candidates.at[i]];
        help(finding, MSG_help_similar_id, v_name(path_text(builder, candidates.at[i])),
             v_text(component->title));
    }
    if (candidates.n == 1) {
        struct str id = name_of(builder, builder->library->components.at[candidates.at[0]].id);
        struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(id));
        fix_edit(finding, fix, fault.at, id);
    }
}

void suggest_declaration(struct builder *builder, struct finding *finding, enum declaration kind,
                         uint32_t unit, struct step id)
{
    struct near near = near_word(name_of(builder, id.name));
    VEC_EACH (const struct declared, known, &builder->declared[kind])
        if (unit_sees(builder->units, unit, known->unit))
            near_try(&near, name_of(builder, known->id.name));
    if (!near.best.ptr)
        return;
    help(finding, MSG_help_similar_word, v_name(near.best));
    struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(near.best));
    fix_edit(finding, fix, id.at, near.best);
}
