/* Chains such as A strictly within B within C within A, which cannot be: an arc leads from a component to what it
   lies within or is equal to, and an arc that excludes equality may not stand in a strongly connected part
   (Tarjan, Depth-first search and linear graph algorithms, 1972). */

#include "check/network.h"

/* Pairs that contradict each other may have to be passed over again and again; there is an end to that. */
enum { WORK_MOST = 1 << 24 };

struct searching {
    struct checking *checking;
    const struct network *network;
    uint32_t *order, *low;   /* by component: when it was found, from 1; the first that it leads back to */
    uint32_t *part;          /* by component: the number of its strongly connected part, from 1; 0: not known yet */
    uint32_t *link;          /* by component: the next link to follow; later the one that led here */
    VEC(component_id) path;  /* what is being followed */
    VEC(component_id) stack; /* what belongs to no part yet */
    uint32_t n_found, n_parts;
    uint32_t work; /* links looked at on ways back */
};

static bool is_arc(const struct link *link)
{
    return (link->possible & ~(RELATE_EQ | RELATE_SUB)) == 0;
}

static uint32_t *array_of(struct checking *checking)
{
    return arena_array(&checking->scratch, uint32_t, library_component_count(checking->library));
}

static void enter(struct searching *s, component_id component)
{
    s->order[component] = s->low[component] = ++s->n_found;
    s->link[component] = s->network->start[component];
    vec_push(s->checking->mem, &s->path, component);
    vec_push(s->checking->mem, &s->stack, component);
}

static void leave(struct searching *s, component_id component)
{
    s->path.n--;
    if (s->path.n) {
        component_id before = s->path.at[s->path.n - 1];
        if (s->low[component] < s->low[before])
            s->low[before] = s->low[component];
    }
    if (s->low[component] != s->order[component])
        return;
    s->n_parts++;
    component_id member;
    do {
        member = s->stack.at[--s->stack.n];
        s->part[member] = s->n_parts;
    } while (member != component);
}

static void find_parts(struct searching *s, component_id start)
{
    enter(s, start);
    while (s->path.n) {
        component_id at = s->path.at[s->path.n - 1];
        if (s->link[at] == s->network->start[at + 1]) {
            leave(s, at);
            continue;
        }
        const struct link *link = &s->network->at[s->link[at]++];
        if (!is_arc(link))
            continue;
        if (!s->order[link->other])
            enter(s, link->other);
        else if (!s->part[link->other] && s->order[link->other] < s->low[at])
            s->low[at] = s->order[link->other];
    }
}

/* Looks for the shortest way back from the end of an arc to its start, within the part and not between the two
   alone: that is a contradiction of rows. Leaves in `link` how each component was reached. */
static bool find_way_back(struct searching *s, component_id start, const struct link *arc)
{
    struct mem *mem = s->checking->mem;
    VEC_EACH (const component_id, component, &s->stack)
        s->link[*component] = NONE;
    s->stack.n = 0;
    vec_push(mem, &s->stack, arc->other);
    s->link[arc->other] = (uint32_t)(arc - s->network->at);
    for (uint32_t i = 0; i < s->stack.n; i++) {
        component_id at = s->stack.at[i];
        for (uint32_t k = s->network->start[at]; k < s->network->start[at + 1]; k++, s->work++) {
            const struct link *link = &s->network->at[k];
            bool closes = link->other == start && at != arc->other;
            if (!is_arc(link) || s->part[link->other] != s->part[start] || s->link[link->other] != NONE ||
                (link->other == start && !closes))
                continue;
            s->link[link->other] = k;
            vec_push(mem, &s->stack, link->other);
            if (closes)
                return true;
        }
    }
    return false;
}

/* The component that a link leads from. */
static component_id start_of(const struct library *library, const struct link *link)
{
    const struct edge *edge = &library->edges.at[link->edge];
    return edge->from == link->other ? edge->to : edge->from;
}

static bool is_place_of(const struct finding *finding, struct span at)
{
    bool found = finding->at.start == at.start;
    for (const struct remark *label = finding->labels.first; label && !found; label = label->next)
        found = label->at.start == at.start;
    return found;
}

static bool is_derivation(const struct library *library, struct span at)
{
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        if (mapping->derived && mapping->at.start == at.start)
            return true;
    return false;
}

/* True if all rows that the one finding names are named by the other. */
static bool names_rows_of(const struct library *library, const struct finding *one, const struct finding *other)
{
    bool within = is_place_of(other, one->at) || is_derivation(library, one->at);
    for (const struct remark *label = one->labels.first; label && within; label = label->next)
        within = is_place_of(other, label->at);
    return within;
}

/* A mapping that is derived of a part of a ring contradicts the rest of it: that is the same fault, and named by
   the same rows. */
static void fold_contradictions(struct searching *s, struct finding *cycle)
{
    const struct library *library = s->checking->library;
    VEC_EACH (struct finding *, at, &s->checking->diag->findings)
        if (cycle && (*at)->rule == RULE_contradictory_relation && names_rows_of(library, *at, cycle) &&
            names_rows_of(library, cycle, *at))
            follows_from(*at, cycle);
}

static void report_cycle(struct searching *s, component_id start, const struct link *arc)
{
    const struct library *library = s->checking->library;
    const struct mapping *mapping = &library->mappings.at[arc->mapping];
    uint32_t n = 0;
    struct finding *finding =
        report(s->checking->diag, link_place(library, arc), MSG_strict_cycle, v_text(titled(s->checking, start)));
    about_source(s->checking, finding, mapping, library->edges.at[arc->edge].from);
    component_id at = start;
    do {
        const struct link *link = &s->network->at[s->link[at]];
        label_link(finding, library, link, MSG_label_cycle);
        at = start_of(library, link);
        n++;
    } while (at != start && n <= s->stack.n + 1);
    fold_contradictions(s, finding);
}

/* One finding for each part: who breaks the chain sees the next one. */
static void check_strict(struct searching *s, component_id component, uint8_t *reported)
{
    for (uint32_t i = s->network->start[component]; i < s->network->start[component + 1]; i++) {
        const struct link *arc = &s->network->at[i];
        if (arc->possible != RELATE_SUB || s->part[arc->other] != s->part[component] || reported[s->part[component]] ||
            s->work > WORK_MOST || !find_way_back(s, component, arc))
            continue;
        reported[s->part[component]] = 1;
        report_cycle(s, component, arc);
    }
}

void check_cycles(struct checking *checking, const struct network *network)
{
    uint32_t n = library_component_count(checking->library);
    struct searching s = {.checking = checking,
                          .network = network,
                          .order = array_of(checking),
                          .low = array_of(checking),
                          .part = array_of(checking),
                          .link = array_of(checking)};
    for (component_id id = 0; id < n; id++)
        if (!s.order[id] && network_degree(network, id))
            find_parts(&s, id);
    memset(s.link, 0xff, n * sizeof *s.link);
    uint8_t *reported = arena_array(&checking->scratch, uint8_t, s.n_parts + 1);
    for (component_id id = 0; id < n; id++)
        check_strict(&s, id, reported);
    vec_free(checking->mem, &s.path);
    vec_free(checking->mem, &s.stack);
    arena_free(&checking->scratch);
}
