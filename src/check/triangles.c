/* What two mappings say of three components, held against what a third says of the first and the last: no mapping
   needs to be derived for that. */

#include "check/network.h"
#include "model/names/path.h"
#include "model/view.h"

/* A network in which everything is related to everything is not looked at to its end. */
enum { WORK_MOST = 1 << 24 };

struct triangles {
    struct checking *checking;
    const struct network *network;
    uint32_t work;
};

/* The stated pair contradicts what the two others say by way of `middle`. */
static void report_triangle(const struct triangles *t, const struct link *stated, const struct link *one,
                            const struct link *two, component_id middle)
{
    struct checking *checking = t->checking;
    const struct library *library = checking->library;
    const struct edge *edge = &library->edges.at[stated->edge];
    struct buf way = buf_on(checking->mem);
    path_add_full(&way, library, middle);
    struct finding *finding =
        report(checking->diag, link_place(library, stated), MSG_transitive_contradiction,
               v_name(path_of(checking, edge->from)), v_name(path_of(checking, edge->to)), v_name(buf_as_str(&way)));
    buf_free(&way);
    label_link(finding, library, one, MSG_label_follows);
    label_link(finding, library, two, MSG_label_follows);
    about_source(checking, finding, &library->mappings.at[stated->mapping], edge->from);
}

/* A chain of parts of one another is reported as a cycle. */
static bool is_cycle(relation_set one, relation_set two, relation_set stated)
{
    enum { WITHIN = RELATE_EQ | RELATE_SUB, AROUND = RELATE_EQ | RELATE_SUP };
    return ((one | two) & ~WITHIN) == 0 ? (stated & ~AROUND) == 0
                                        : ((one | two) & ~AROUND) == 0 && (stated & ~WITHIN) == 0;
}

/* True if a mapping is derived of the two and its pair contradicts the third: that is reported as such. */
static bool is_derived(const struct library *library, const struct link *one, const struct link *two)
{
    VEC_EACH (const struct mapping, mapping, &library->mappings) {
        const struct via *vias = library->vias.at + mapping->first_via;
        if (mapping->derived && mapping->n_vias == 2 &&
            ((vias[0].mapping == one->mapping && vias[1].mapping == two->mapping) ||
             (vias[1].mapping == one->mapping && vias[0].mapping == two->mapping)))
            return true;
    }
    return false;
}

/* The narrowest of the links between two components; their mappings are held against one another elsewhere. */
static const struct link *narrowest(const struct network *network, component_id one, component_id other)
{
    const struct link *found = network_between(network, one, other);
    const struct link *end = network->at + network->start[one + 1];
    for (const struct link *link = found; link && link < end && link->other == other; link++)
        if ((link->possible & found->possible) == link->possible)
            found = link;
    return found;
}

/* Of the three sides of a contradiction, the one whose mapping comes last is reported. */
static void check_triangle(struct triangles *t, component_id a, component_id b, component_id c)
{
    const struct network *network = t->network;
    const struct link *ab = narrowest(network, a, b), *bc = narrowest(network, b, c), *ac = narrowest(network, a, c);
    if ((relation_compose(ab->possible, bc->possible) & ac->possible) != 0 ||
        is_cycle(ab->possible, bc->possible, ac->possible))
        return;
    const struct link *sides[] = {ab, bc, ac};
    const component_id middles[] = {c, a, b};
    uint32_t last = 0;
    for (uint32_t i = 1; i < 3; i++)
        if (sides[i]->mapping >= sides[last]->mapping)
            last = i;
    const struct link *one = sides[last == 0 ? 1 : 0], *two = sides[last == 2 ? 1 : 2];
    if (!is_derived(t->checking->library, one, two))
        report_triangle(t, sides[last], one, two, middles[last]);
}

static bool is_narrow(const struct link *link)
{
    return link && link->possible != RELATE_OVERLAP;
}

/* True if of the narrow sides of a triangle that of `a` and `b` is looked at first. */
static bool is_first(const struct network *network, component_id a, component_id b, component_id c)
{
    const struct link *ac = narrowest(network, a, c), *bc = narrowest(network, b, c);
    return ac && bc && !(c < b && is_narrow(ac)) && !(c < a && is_narrow(bc));
}

/* All triangles with a side that says more than that two overlap: without two of those there is no
   contradiction. Of its ends the one with fewer links is gone through. */
static void check_side(struct triangles *t, component_id a, component_id b)
{
    const struct network *network = t->network;
    component_id fewer = network_degree(network, a) <= network_degree(network, b) ? a : b;
    component_id before = NONE;
    for (uint32_t i = network->start[fewer]; i < network->start[fewer + 1] && t->work < WORK_MOST; i++) {
        component_id c = network->at[i].other;
        t->work++;
        if (c != a && c != b && c != before && network_between(network, fewer == a ? b : a, c) &&
            is_first(network, a, b, c))
            check_triangle(t, a, b, c);
        before = c;
    }
}

/* ---- Gaps that are none ---- */

static void report_no_gap(const struct triangles *t, const struct mapping *mapping, const struct row *row,
                          component_id source, const struct link *one, const struct link *two)
{
    struct checking *checking = t->checking;
    struct buf way = buf_on(checking->mem);
    path_add_full(&way, checking->library, one->other);
    struct finding *finding =
        report(checking->diag, row->outcome_at, MSG_gap_has_target, v_name(path_of(checking, source)),
               v_name(path_of(checking, two->other)), v_name(buf_as_str(&way)));
    buf_free(&way);
    label_link(finding, checking->library, one, MSG_label_follows);
    label_link(finding, checking->library, two, MSG_label_follows);
    about_source(checking, finding, mapping, source);
}

/* Looks for a component of the `to` model that the source overlaps by way of another. */
static void check_gap(struct triangles *t, const struct mapping *mapping, const struct row *row, component_id source)
{
    const struct network *network = t->network;
    for (uint32_t i = network->start[source]; i < network->start[source + 1]; i++) {
        const struct link *one = &network->at[i];
        for (uint32_t k = network->start[one->other]; k < network->start[one->other + 1]; k++) {
            const struct link *two = &network->at[k];
            if (t->work++ >= WORK_MOST)
                return;
            if (two->other == source || !view_holds(t->checking->library, mapping->to, two->other) ||
                relation_compose(one->possible, two->possible) & RELATE_DR)
                continue;
            report_no_gap(t, mapping, row, source, one, two);
            return;
        }
    }
}

static void check_gaps(struct triangles *t)
{
    const struct library *library = t->checking->library;
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        for (uint32_t i = mapping->first_row; mapping->to != NONE && i < mapping->first_row + mapping->n_rows; i++) {
            const struct row *row = &library->rows.at[i];
            for (uint32_t s = 0; row->outcome == OUTCOME_NONE && s < row->n_sources; s++)
                check_gap(t, mapping, row, library->members.at[row->first_source + s].component);
        }
}

void check_triangles(struct checking *checking, const struct network *network)
{
    struct triangles t = {.checking = checking, .network = network};
    check_gaps(&t);
    t.work = 0;
    for (component_id a = 0; a < library_component_count(checking->library); a++) {
        component_id before = NONE;
        for (uint32_t i = network->start[a]; i < network->start[a + 1]; i++) {
            component_id b = network->at[i].other;
            if (b > a && b != before && is_narrow(narrowest(network, a, b)))
                check_side(&t, a, b);
            before = b;
        }
    }
    arena_free(&checking->scratch);
}
