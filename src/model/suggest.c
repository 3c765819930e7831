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

/* What a single candidate is offered as: its id in place of the unknown one, or its path in place of the
   whole reference if the id is right and the steps before it are not. */
static void offer(struct builder *builder, struct finding *finding, const struct written *written,
                  uint32_t step, component_id candidate)
{
    const struct library *library = builder->library;
    atom id = library->components.at[candidate].id;
    bool wrong_path = written->steps[step].name == id && step > 0;
    struct span at = written->steps[step].at;
    if (wrong_path)
        at = (struct span){written->steps[0].at.start, written->steps[written->n - 1].at.end};
    struct str text = wrong_path ? path_text(builder, candidate) : name_of(builder, id);
    struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(text));
    fix_edit(finding, fix, at, text);
}

void suggest_ids(struct builder *builder, struct finding *finding, struct scope scope,
                 const struct written *written, uint32_t step)
{
    struct library *library = builder->library;
    if (builder->n_searches++ >= SEARCHES_MOST)
        return;
    if (step > 0) {
        component_id above = names_find(library, scope, &written->steps[step - 1].name, 1).target;
        if (above != NONE && library_kind(library, above)->grouping)
            note(finding, MSG_note_no_grouping_step, v_name(name_of(builder, written->steps[step - 1].name)));
    }
    struct candidates candidates = {.n = 0};
    collect(builder, scope, name_of(builder, written->steps[step].name), &candidates);
    if (candidates.n == 0 || candidates.more)
        return;
    for (uint32_t i = 0; i < candidates.n; i++) {
        struct buf text = buf_on(builder->mem);
        path_add_titled(&text, library, candidates.at[i]);
        help(finding, MSG_help_similar_id, v_text(buf_as_str(&text)));
        buf_free(&text);
    }
    if (candidates.n == 1)
        offer(builder, finding, written, step, candidates.at[0]);
}

/* True if the place stands in the block of the declaration, which cannot be meant there. */
static bool is_inside(const struct builder *builder, const struct declared *declared, struct span at)
{
    const struct statement *statement = &unit_tree(builder, declared->unit)->statements.at[declared->statement];
    return statement->start <= at.start && at.end <= statement->end;
}

void suggest_declaration(struct builder *builder, struct finding *finding, enum declaration kind,
                         uint32_t unit, struct step id)
{
    struct near near = near_word(name_of(builder, id.name));
    VEC_EACH (const struct declared, known, &builder->declared[kind])
        if (unit_sees(builder->units, unit, known->unit) && !is_inside(builder, known, id.at))
            near_try(&near, name_of(builder, known->id.name));
    if (!near.best.ptr)
        return;
    help(finding, MSG_help_similar_word, v_name(near.best));
    struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(near.best));
    fix_edit(finding, fix, id.at, near.best);
}
