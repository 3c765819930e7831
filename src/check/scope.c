/* What a profile leaves of the components that it takes: whether they still have the parts that they need. */

#include "check/check.h"
#include "model/level.h"
#include "model/view.h"

/* A profile with what it takes, by position in the view of its model. */
struct scoping {
    struct checking *checking;
    const struct profile *profile;
    const uint8_t *taken;
    struct map looked; /* the components whose parts were looked at */
    uint32_t n_levels; /* levels that it includes */
};

static bool is_taken(const struct scoping *scoping, component_id id)
{
    return scoping->taken[view_position(scoping->checking->library, scoping->profile->model, id)];
}

/* Children of one kind: how many there are, and how many of them the profile takes. */
struct share {
    uint32_t n, n_taken;
};

static struct share share_of(const struct scoping *scoping, component_id parent, kind_id kind)
{
    const struct library *library = scoping->checking->library;
    model_id model = scoping->profile->model;
    struct share share = {0};
    uint32_t position, end = view_inside(library, model, parent, &position);
    for (; position < end; position = view_end(library, model, position)) {
        const struct component *child = &library->components.at[view_component(library, model, position)];
        if (child->kind != kind || child->withdrawn)
            continue;
        share.n++;
        share.n_taken += scoping->taken[position];
    }
    return share;
}

/* The first kind of which a component needs parts, has some, and the profile takes none; NULL. */
static const struct containment *part_left_out(struct scoping *scoping, component_id id, struct share *share)
{
    const struct library *library = scoping->checking->library;
    const struct kind *kind = library_kind(library, id);
    if (map_find(&scoping->looked, id))
        return NULL;
    map_at(&scoping->looked, id, 1);
    for (uint32_t i = 0; i < kind->n_containments; i++) {
        const struct containment *containment = &library->containments.at[kind->first_containment + i];
        if (containment->kind == NONE || containment->count.least == 0)
            continue;
        *share = share_of(scoping, id, containment->kind);
        if (share->n && share->n_taken == 0)
            return containment;
    }
    return NULL;
}

static void report_alone(const struct scoping *scoping, const struct selection *selection,
                         const struct containment *containment, uint32_t n)
{
    struct checking *checking = scoping->checking;
    struct str path = path_of(checking, selection->component);
    struct finding *finding = report(checking->diag, selection->at, MSG_included_alone, v_name(path),
                                     v_name(name_in(checking, containment->name)), v_number(n));
    label(finding, containment->at, MSG_label_declared_here);
    help(finding, MSG_help_included_alone, v_name(path));
    about_component(checking, finding, selection->component);
}

/* What is required and is a state to be reached, such as the goals of CMMI: what is around it is not reached without.
   Practices and clauses that are required may be left out for a reason. */
static bool is_goal(const struct library *library, component_id id)
{
    const struct kind *kind = library_kind(library, id);
    if (kind->importance != IMPORTANCE_REQUIRED)
        return false;
    for (uint32_t i = 0; i < kind->n_properties; i++)
        if (library->properties.at[kind->first_property + i].wording == WORDING_END_STATE)
            return true;
    return false;
}

static void report_emptied(const struct scoping *scoping, const struct selection *selection, component_id parent,
                           const struct containment *containment)
{
    struct checking *checking = scoping->checking;
    struct str path = path_of(checking, parent);
    struct finding *finding = report(checking->diag, selection->at, MSG_parts_excluded, v_name(path),
                                     v_name(name_in(checking, containment->name)));
    label(finding, containment->at, MSG_label_declared_here);
    component_id whole = parent, around = sibling_parent(checking->library, parent);
    if (around != NONE && is_goal(checking->library, parent))
        whole = around; /* to exclude the goal would be the next fault */
    help(finding, MSG_help_parts_excluded, v_name(path_of(checking, whole)));
    about_component(checking, finding, parent);
}

static void report_goal(const struct scoping *scoping, const struct selection *selection, component_id around)
{
    struct checking *checking = scoping->checking;
    struct str goal = path_of(checking, selection->component), path = path_of(checking, around);
    struct finding *finding = report(checking->diag, selection->at, MSG_goal_excluded, v_name(goal), v_name(path));
    help(finding, MSG_help_goal_excluded, v_name(path), v_name(goal));
    about_component(checking, finding, selection->component);
}

static void check_exclusion(struct scoping *scoping, const struct selection *selection)
{
    const struct library *library = scoping->checking->library;
    const struct component *component = &library->components.at[selection->component];
    component_id around = sibling_parent(library, selection->component);
    struct share share;
    if (component->withdrawn || component->parent == NONE)
        return;
    if (around != NONE && is_taken(scoping, around) && is_goal(library, selection->component)) {
        report_goal(scoping, selection, around);
        return;
    }
    if (!is_taken(scoping, component->parent) || library_kind(library, component->parent)->grouping)
        return; /* a heading is no worse for having nothing under it */
    const struct containment *containment = part_left_out(scoping, component->parent, &share);
    if (containment)
        report_emptied(scoping, selection, component->parent, containment);
}

static void check_alone(struct scoping *scoping, const struct selection *selection)
{
    struct share share;
    if (!is_taken(scoping, selection->component))
        return;
    const struct containment *containment = part_left_out(scoping, selection->component, &share);
    if (containment)
        report_alone(scoping, selection, containment, share.n);
}

/* ---- Levels ---- */

/* What is of a level, as a list; {0} if there is nothing, or if the profile takes any of it. */
static struct str list_level(const struct scoping *scoping, component_id level)
{
    struct checking *checking = scoping->checking;
    struct buf list = buf_on(checking->mem);
    bool any = false;
    level_list(checking->library, scoping->profile->model, level, &list);
    for (uint32_t i = 0; i < view_count(checking->library, scoping->profile->model) && !any; i++)
        any = scoping->taken[i] &&
              is_of_level(checking->library, view_component(checking->library, scoping->profile->model, i), level);
    struct str text = any ? STR_NONE : arena_str(&checking->scratch, buf_as_str(&list));
    buf_free(&list);
    return text;
}

/* A level is no group: to include it takes in none of what is of that level. */
static void check_level(struct scoping *scoping, const struct selection *selection)
{
    enum { LEVELS_MOST = 20 }; /* each is looked for in the whole model */
    struct checking *checking = scoping->checking;
    if (!is_level(checking->library, selection->component) || scoping->n_levels++ >= LEVELS_MOST)
        return;
    struct str list = list_level(scoping, selection->component);
    if (list.len == 0)
        return;
    struct finding *finding =
        report(checking->diag, selection->at, MSG_nothing_inside, v_name(path_of(checking, selection->component)));
    help(finding, MSG_help_include_list, v_name(list));
    about_component(checking, finding, selection->component);
}

static void check_selection(struct scoping *scoping, const struct selection *selection)
{
    if (selection->kind == SELECTION_EXCLUDE)
        check_exclusion(scoping, selection);
    else if (selection->kind == SELECTION_INCLUDE_ONLY)
        check_alone(scoping, selection);
    if (selection->kind != SELECTION_EXCLUDE)
        check_level(scoping, selection);
}

void check_scope(struct checking *checking, const struct profile *profile, const uint8_t *taken)
{
    const struct library *library = checking->library;
    struct scoping scoping = {checking, profile, taken, map_on(checking->mem), 0};
    const struct selection *selections = library->selections.at + profile->first_selection;
    for (uint32_t i = 0; i < profile->n_selections; i++) {
        bool goes_on = i > 0 && selections[i].at.start == selections[i - 1].at.start; /* the rest of a run */
        if (!goes_on)
            check_selection(&scoping, &selections[i]);
    }
    map_free(&scoping.looked);
}
