#include "model/names/suggest.h"

#include "base/near.h"
#include "model/names/notation.h"
#include "model/names/path.h"
#include "model/names/present.h"
#include "model/names/titled.h"
#include "model/view.h"
#include "source/nearby.h"

/* An id as letters and what follows them. */
struct parts {
    struct str letters, number;
};

/* The best so far, best first: the nearest, and of those the first in the document. */
struct candidates {
    struct {
        component_id id;
        uint32_t distance;
    } at[SIMILAR_MOST];
    uint32_t n;
    bool more;      /* there are others as near as the last */
    bool inside;    /* they stand where the steps before lead to */
    bool elsewhere; /* the id itself stands elsewhere, once */
};

static struct parts parts_of(struct str id)
{
    uint32_t n = 0;
    while (n < id.len && !is_digit(id.ptr[n]))
        n++;
    return (struct parts){str_upto(id, n), str_from(id, n)};
}

enum { FAR = UINT32_MAX };

/* How far two ids are apart. In short structured ids nearly every sibling is within two edits, so the letters
   or the number must be the same; a number alone may lack its letters. */
static uint32_t id_distance(struct str wanted, struct str id)
{
    struct parts a = parts_of(wanted), b = parts_of(id);
    if (str_eq(a.number, b.number) && (a.letters.len > 1 || (a.letters.len == 0 && b.letters.len > 0))) {
        uint32_t distance = a.letters.len ? near_distance(a.letters, b.letters, 1) : 1;
        return distance <= 1 ? distance : FAR;
    }
    return str_eq(a.letters, b.letters) && near_distance(a.number, b.number, 1) <= 1 ? 1 : FAR;
}

/* True if the component had the id in an earlier version. */
static bool was_called(const struct library *library, component_id id, struct str wanted)
{
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->attributes.at[i].property == BUILTIN_WAS && str_eq(library->attributes.at[i].text, wanted))
            return true;
    return false;
}

static void add_candidate(struct candidates *candidates, component_id id, uint32_t distance)
{
    uint32_t place = candidates->n;
    while (place > 0 && candidates->at[place - 1].distance > distance)
        place--;
    if (place == SIMILAR_MOST) {
        candidates->more = candidates->more || candidates->at[place - 1].distance == distance;
        return;
    }
    if (candidates->n < SIMILAR_MOST)
        candidates->n++;
    else
        candidates->more = candidates->at[place].distance == candidates->at[SIMILAR_MOST - 1].distance;
    for (uint32_t i = candidates->n - 1; i > place; i--)
        candidates->at[i] = candidates->at[i - 1];
    candidates->at[place].id = id;
    candidates->at[place].distance = distance;
}

/* Looks through what is in a component (NONE: the whole model). */
static struct candidates collect(const struct library *library, model_id model, component_id within, struct str wanted)
{
    struct candidates candidates = {.n = 0};
    uint32_t position, end = view_inside(library, model, within, &position);
    for (; position < end; position++) {
        component_id id = view_component(library, model, position);
        const struct component *component = &library->components.at[id];
        if (component->id == 0 || component->duplicate || library->kinds.at[component->kind].elaborates != NONE)
            continue;
        uint32_t distance = spells_title(wanted, component->title) || was_called(library, id, wanted)
                                ? 0
                                : id_distance(wanted, atom_text(library->atoms, component->id));
        if (distance != FAR)
            add_candidate(&candidates, id, distance);
    }
    return candidates;
}

uint32_t similar_components(const struct library *library, model_id model, component_id within, struct str wanted,
                            component_id *similar)
{
    struct candidates candidates = collect(library, model, within, wanted);
    for (uint32_t i = 0; i < candidates.n; i++)
        similar[i] = candidates.at[i].id;
    return candidates.more ? 0 : candidates.n;
}

/* What may be meant by a step: inside what the steps before it lead to, else anywhere. */
static struct candidates find_candidates(struct builder *builder, struct scope scope, const struct written *written,
                                         uint32_t step)
{
    struct str wanted = name_of(builder, written->steps[step].name);
    struct candidates found = {.n = 0};
    struct lookup elsewhere = names_find(builder->library, (struct scope){.model = scope.model, .component = NONE},
                                         &written->steps[step].name, 1);
    if (step > 0 && elsewhere.target != NONE && elsewhere.other == NONE) {
        add_candidate(&found, elsewhere.target, 0);
        found.elsewhere = true;
        return found;
    }
    if (step > 0) {
        component_id around = find_written(builder->library, scope, written, step).target;
        if (around != NONE && view_holds(builder->library, scope.model, around))
            found = collect(builder->library, scope.model, around, wanted);
    }
    found.inside = found.n > 0;
    return found.inside ? found : collect(builder->library, scope.model, NONE, wanted);
}

/* What a single candidate is offered as: its id in place of the unknown one, or its path in place of the
   whole reference if it stands elsewhere than the steps before lead to. */
static void offer(struct builder *builder, struct finding *finding, const struct written *written, uint32_t step,
                  component_id candidate, bool inside)
{
    const struct library *library = builder->library;
    atom id = library->components.at[candidate].id;
    bool wrong_path = step > 0 && !inside;
    struct span at = written->steps[step].at;
    if (wrong_path)
        at = (struct span){written->steps[0].at.start, written->steps[written->n - 1].at.end};
    struct str text = wrong_path ? path_text_of(builder, candidate) : name_of(builder, id);
    struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(text));
    fix_edit(finding, fix, at, text);
}

/* `6.6.1`: the nearest component around, by the numbers of the id, if there is one. */
static bool help_part_of_number(struct builder *builder, struct finding *finding, struct scope scope, struct str id)
{
    for (uint32_t n = id.len; n-- > 1;) {
        atom name = id.ptr[n] == '.' ? atom_find(builder->units->atoms, str_upto(id, n)) : 0;
        component_id around = name ? names_find(builder->library, scope, &name, 1).target : NONE;
        if (around == NONE)
            continue;
        struct buf text = buf_on(builder->mem);
        path_add_titled(&text, builder->library, around);
        help(finding, MSG_help_similar_id, v_text(buf_as_str(&text)));
        buf_free(&text);
        return true;
    }
    return false;
}

void suggest_ids(struct builder *builder, struct finding *finding, struct scope scope, const struct written *written,
                 uint32_t step)
{
    struct library *library = builder->library;
    if (builder->n_searches++ >= SEARCHES_MOST)
        return;
    if (step > 0) {
        component_id above = names_find(library, scope, &written->steps[step - 1].name, 1).target;
        if (above != NONE && library_kind(library, above)->grouping)
            note(finding, MSG_note_no_grouping_step, v_name(name_of(builder, written->steps[step - 1].name)));
    }
    if (step == 0 && model_called(builder, name_of(builder, written->steps[0].name)) != NONE) {
        help_model_step(builder, finding, written);
        return;
    }
    if (help_notation(builder, finding, scope, written, step) ||
        (step == 0 && help_model_prefix(builder, finding, written)) ||
        (step == 0 && suggest_spelt_out(builder, finding, scope.model, written)))
        return;
    struct candidates candidates = find_candidates(builder, scope, written, step);
    if ((candidates.n == 0 || candidates.more) &&
        !help_part_of_number(builder, finding, scope, name_of(builder, written->steps[step].name)))
        help_parts(builder, finding, scope, written, step);
    if (candidates.n == 0 || candidates.more)
        return;
    for (uint32_t i = 0; i < candidates.n; i++) {
        struct buf text = buf_on(builder->mem);
        path_add_titled(&text, library, candidates.at[i].id);
        help(finding, MSG_help_similar_id, v_text(buf_as_str(&text)));
        buf_free(&text);
    }
    if (candidates.n == 1 && !candidates.elsewhere)
        offer(builder, finding, written, step, candidates.at[0].id, candidates.inside);
}

/* Files are often called as what they define: `cmmi-svc.prm` for CMMI-SVC. The architectures that come with
   prmc have a folder of their own, where `itil.prm` is not the model of that name. False if there is none. */
static bool suggest_import(struct builder *builder, struct finding *finding, enum declaration kind, uint32_t unit,
                           struct str id)
{
    struct str name = STR_NONE;
    if (builder->n_searches++ < SEARCHES_MOST)
        name = search_named(builder->units->search, &builder->diag->sources->files.at[unit],
                            arena_lower(&builder->scratch, id),
                            kind == DECLARATION_ARCHITECTURE ? STR("architectures") : STR("."));
    if (name.ptr)
        help(finding, MSG_help_not_imported, v_string(name));
    return name.ptr != NULL;
}

/* `CMMI-SVC` for `CMMI`, or the other way round. */
static bool begins_with(struct str longer, struct str shorter)
{
    return longer.len > shorter.len && str_starts(longer, shorter) && longer.ptr[shorter.len] == '-';
}

void suggest_declaration(struct builder *builder, struct finding *finding, enum declaration kind, uint32_t unit,
                         struct step id)
{
    struct str wanted = name_of(builder, id.name), begun = STR_NONE;
    struct near near = near_word(wanted);
    VEC_EACH (const struct declared, known, &builder->declared[kind]) {
        if (!unit_sees(builder->units, unit, known->unit) || declaration_holds(builder, known, id.at))
            continue;
        struct str name = name_of(builder, known->id.name);
        near_try(&near, name);
        if (begins_with(name, wanted) || begins_with(wanted, name))
            begun = name;
    }
    if (!near.best.ptr && (!begun.ptr || kind != DECLARATION_ARCHITECTURE) &&
        suggest_import(builder, finding, kind, unit, wanted))
        return;
    struct str meant = near.best.ptr ? near.best : begun;
    if (!meant.ptr) {
        help(finding, MSG_help_import_some);
        return;
    }
    help(finding, MSG_help_similar_word, v_name(meant));
    struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(meant));
    fix_edit(finding, fix, id.at, meant);
}

/* A model may name the model in front or extend it; a mapping or a profile is of one model and its bases. */
static void help_model(struct builder *builder, struct finding *finding, struct scope scope, model_id other)
{
    const struct library *library = builder->library;
    struct str name = name_of(builder, library->models.at[other].id);
    if (scope.component != NONE || scope.model == NONE)
        help(finding, MSG_help_other_model, v_name(name));
    else
        help(finding, MSG_help_extension, v_name(name), v_name(name_of(builder, library->models.at[scope.model].id)));
}

bool help_other_model(struct builder *builder, struct finding *finding, struct scope scope,
                      const struct written *written)
{
    const struct library *library = builder->library;
    for (model_id model = 0; model < library->models.n; model++) {
        struct scope other = {.model = model, .component = NONE};
        struct lookup lookup = {.target = NONE};
        if (model != scope.model && model != builder->other_side && library->models.at[model].names)
            lookup = find_written(library, other, written, written->n);
        if (lookup.target == NONE || lookup.other != NONE || lookup.loose)
            continue;
        help_model(builder, finding, scope, model);
        return true;
    }
    return false;
}

void offer_near_kind(struct builder *builder, struct finding *finding, uint32_t architecture, struct span at, atom name)
{
    const struct architecture *all = &builder->library->architectures.at[architecture];
    struct near near = near_word(name_of(builder, name));
    for (kind_id kind = all->first_kind; kind < all->first_kind + all->n_kinds; kind++)
        near_try(&near, name_of(builder, builder->library->kinds.at[kind].name));
    if (near.best.ptr)
        fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_replace_by, v_name(near.best)), at, near.best);
}
