/* Mappings that relate nothing to anything, and why. */

#include "check/check.h"
#include "model/mapping/hops.h"
#include "model/view.h"

/* Positions of a view. */
struct reach {
    uint8_t *at;
    model_id model;
    uint32_t n; /* how many are reached */
};

static struct reach reach_in(struct checking *checking, model_id model)
{
    return (struct reach){arena_array(&checking->scratch, uint8_t, view_count(checking->library, model) + 1), model, 0};
}

static void reach_add(struct reach *reach, uint32_t position)
{
    if (position == NONE || reach->at[position])
        return;
    reach->at[position] = 1;
    reach->n++;
}

/* What a step leads to from all that is reached before it. */
static struct reach go_over(struct checking *checking, const struct reach *before, const struct via *via)
{
    const struct library *library = checking->library;
    const struct mapping *step = &library->mappings.at[via->mapping];
    const struct hops *hops = hops_of(library, step, via->inverse);
    struct reach behind = reach_in(checking, hops_far(step, via->inverse));
    for (uint32_t i = 0; i < view_count(library, before->model); i++) {
        uint32_t near = before->at[i] ? hops_cross(library, before->model, hops_near(step, via->inverse), i) : NONE;
        for (uint32_t k = near == NONE ? 0 : hops->start[near]; near != NONE && k < hops->start[near + 1]; k++)
            reach_add(&behind, hops->at[k].far);
    }
    return behind;
}

/* Says which step leads nowhere: because no row of it can be composed, or none that begins where the steps before
   it end. */
static void explain_step(struct checking *checking, struct finding *finding, const struct mapping *mapping, uint32_t i)
{
    const struct library *library = checking->library;
    const struct via *via = &library->vias.at[mapping->first_via + i];
    const struct mapping *step = &library->mappings.at[via->mapping];
    const struct hops *hops = hops_of(library, step, via->inverse);
    if (hops->start[view_count(library, hops_near(step, via->inverse))] == 0) {
        label(finding, via->at, MSG_label_step_relates_nothing);
        return;
    }
    label(finding, via->at, MSG_label_starts_elsewhere);
    if (i > 0)
        label(finding, via[-1].at, MSG_label_leads_elsewhere);
}

static void check_derived(struct checking *checking, const struct mapping *mapping)
{
    const struct library *library = checking->library;
    struct reach reach = reach_in(checking, mapping->from);
    struct finding *finding =
        report(checking->diag, mapping->at, MSG_empty_derived, v_name(name_in(checking, mapping->id)));
    about_since(checking->diag, checking->diag->findings.n - 1, name_in(checking, mapping->id));
    for (uint32_t i = 0; i < view_count(library, mapping->from); i++)
        reach_add(&reach, i);
    for (uint32_t i = 0; i < mapping->n_vias; i++) {
        reach = go_over(checking, &reach, &library->vias.at[mapping->first_via + i]);
        if (reach.n == 0) {
            explain_step(checking, finding, mapping, i);
            return;
        }
    }
    label(finding, mapping->to_at, MSG_label_leads_elsewhere);
}

void check_empty(struct checking *checking, const struct mapping *mapping)
{
    if (mapping->n_edges || mapping->n_rows)
        return;
    if (mapping->derived) {
        check_derived(checking, mapping);
        return;
    }
    report(checking->diag, mapping->at, MSG_empty_written, v_name(name_in(checking, mapping->id)));
    about_since(checking->diag, checking->diag->findings.n - 1, name_in(checking, mapping->id));
}
