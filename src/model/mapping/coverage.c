#include "model/mapping/coverage.h"

#include "model/mapping/relation.h"
#include "model/view.h"

const char *coverage_class_name(enum coverage_class class)
{
    static const char *const names[] = {"full", "partial",        "tentative", "undecided",
                                        "gap",  "not_applicable", "unmapped"};
    return names[class];
}

/* ---- The class that rows and edges give ---- */

struct covering {
    const struct library *library;
    struct coverage *coverage;
};

static void improve(struct covering *c, component_id component, enum coverage_class class)
{
    uint32_t position = view_position(c->library, c->coverage->model, component);
    c->coverage->has_row[position] = 1;
    if (class < c->coverage->classes[position])
        c->coverage->classes[position] = (uint8_t) class;
}

/* The relations by which a row makes one side full. */
static bool makes_full(enum relation relation, bool covered_side)
{
    return relation == RELATION_EQUALS || relation == RELATION_EQUIVALENT_TO ||
           relation == (covered_side ? RELATION_SUPERSET_OF : RELATION_SUBSET_OF);
}

static void cover_row(struct covering *c, const struct row *row)
{
    static const enum coverage_class of_outcome[] = {COVERAGE_UNMAPPED, COVERAGE_GAP, COVERAGE_NOT_APPLICABLE,
                                                     COVERAGE_UNDECIDED};
    const struct member *members = c->library->members.at;
    bool covered_side = c->coverage->covered_side, any_firm = false, all_firm = true;
    for (uint32_t t = row->first_target; t < row->first_target + row->n_targets; t++) {
        any_firm = any_firm || !members[t].tentative;
        all_firm = all_firm && !members[t].tentative;
    }
    bool full = all_firm && makes_full(row->relation, covered_side);
    bool overlapping = row->outcome == OUTCOME_TARGETS && relation_is_overlapping(row->relation);
    uint32_t first = covered_side ? row->first_target : row->first_source;
    uint32_t n = covered_side ? row->n_targets : row->n_sources;
    for (uint32_t i = first; i < first + n; i++) {
        bool firm = covered_side ? !members[i].tentative : any_firm;
        enum coverage_class class = !overlapping ? of_outcome[row->outcome]
                                    : full       ? COVERAGE_FULL
                                    : firm       ? COVERAGE_PARTIAL
                                                 : COVERAGE_TENTATIVE;
        improve(c, members[i].component, class);
        uint32_t position = view_position(c->library, c->coverage->model, members[i].component);
        if (row->outcome == OUTCOME_NONE || row->outcome == OUTCOME_NOT_APPLICABLE)
            c->coverage->outcome[position] = (uint8_t)row->outcome;
        c->coverage->reached[position] |= overlapping;
    }
}

static void cover_derived_edge(struct covering *c, const struct edge *edge)
{
    bool covered_side = c->coverage->covered_side;
    if (edge->possible == 0)
        return; /* a contradiction says nothing */
    relation_set full = RELATE_EQ | (covered_side ? RELATE_SUP : RELATE_SUB);
    bool proven = !(edge->possible & RELATE_DR);
    enum coverage_class class = COVERAGE_UNMAPPED;
    if (proven && !edge->tentative)
        class = (edge->possible & ~full) == 0 ? COVERAGE_FULL : COVERAGE_PARTIAL;
    else if (proven)
        class = COVERAGE_TENTATIVE;
    else if (edge->possible != RELATE_DR)
        class = COVERAGE_UNDECIDED;
    component_id component = covered_side ? edge->to : edge->from;
    improve(c, component, class);
    c->coverage->reached[view_position(c->library, c->coverage->model, component)] |= proven;
}

/* ---- What goes down and what comes up ---- */

static bool counts_as_part(const struct library *library, component_id id)
{
    return library_kind(library, id)->importance != IMPORTANCE_INFORMATIVE && !library->components.at[id].withdrawn;
}

/* `none` and `not-applicable` hold for what is inside and has no row of its own. */
static void pass_outcomes_down(struct covering *c, uint32_t position, uint32_t above)
{
    struct coverage *coverage = c->coverage;
    if (coverage->outcome[position] == OUTCOME_TARGETS)
        coverage->outcome[position] = (uint8_t)above;
    if (coverage->has_row[position] || coverage->outcome[position] == OUTCOME_TARGETS)
        return;
    coverage->classes[position] = coverage->outcome[position] == OUTCOME_NONE ? COVERAGE_GAP : COVERAGE_NOT_APPLICABLE;
}

/* What the parts of a component are, counted by class; groupings only order them. */
static void count_parts(const struct covering *c, uint32_t position, uint32_t counts[COVERAGE_COUNT])
{
    const struct library *library = c->library;
    uint32_t end = view_end(library, c->coverage->model, position);
    for (uint32_t part = position + 1; part < end;) {
        component_id id = view_component(library, c->coverage->model, part);
        if (library_kind(library, id)->grouping) {
            part++;
            continue;
        }
        if (counts_as_part(library, id))
            counts[c->coverage->classes[part]]++;
        part = view_end(library, c->coverage->model, part);
    }
}

static enum coverage_class class_of_parts(const uint32_t counts[COVERAGE_COUNT])
{
    uint32_t n = 0;
    for (uint32_t class = 0; class < COVERAGE_COUNT; class ++)
        n += counts[class];
    uint32_t n_applicable = n - counts[COVERAGE_NOT_APPLICABLE];
    if (n == 0)
        return COVERAGE_UNMAPPED;
    if (n_applicable == 0)
        return COVERAGE_NOT_APPLICABLE;
    if (counts[COVERAGE_FULL] == n_applicable)
        return COVERAGE_FULL;
    if (counts[COVERAGE_FULL] || counts[COVERAGE_PARTIAL])
        return COVERAGE_PARTIAL;
    for (enum coverage_class class = COVERAGE_TENTATIVE; class <= COVERAGE_GAP; class ++)
        if (counts[class])
            return class;
    return COVERAGE_UNMAPPED;
}

static void spread(struct covering *c)
{
    const struct library *library = c->library;
    struct coverage *coverage = c->coverage;
    uint32_t n = view_count(library, coverage->model);
    for (uint32_t i = 0; i < n; i++) {
        component_id parent = library->components.at[view_component(library, coverage->model, i)].parent;
        uint32_t above = OUTCOME_TARGETS;
        if (parent != NONE)
            above = coverage->outcome[view_position(library, coverage->model, parent)];
        pass_outcomes_down(c, i, above);
    }
    for (uint32_t i = n; i-- > 0;) {
        component_id parent = library->components.at[view_component(library, coverage->model, i)].parent;
        if (parent != NONE && coverage->reached[i])
            coverage->reached[view_position(library, coverage->model, parent)] = 1;
        uint32_t counts[COVERAGE_COUNT] = {0};
        if (coverage->classes[i] != COVERAGE_UNMAPPED)
            continue;
        count_parts(c, i, counts);
        coverage->classes[i] = (uint8_t)class_of_parts(counts);
    }
}

struct coverage coverage_of(const struct library *library, struct arena *arena, const struct mapping *mapping,
                            bool covered_side)
{
    struct coverage coverage = {.mapping = mapping, .covered_side = covered_side};
    coverage.model = covered_side ? mapping->to : mapping->from;
    if (coverage.model == NONE)
        return coverage;
    uint32_t n = view_count(library, coverage.model);
    coverage.classes = arena_array(arena, uint8_t, n);
    coverage.has_row = arena_array(arena, uint8_t, n);
    coverage.outcome = arena_array(arena, uint8_t, n);
    coverage.reached = arena_array(arena, uint8_t, n);
    memset(coverage.classes, COVERAGE_UNMAPPED, n);
    struct covering c = {library, &coverage};
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++)
        cover_row(&c, &library->rows.at[i]);
    if (mapping->derived)
        for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++)
            cover_derived_edge(&c, &library->edges.at[i]);
    spread(&c);
    return coverage;
}

/* ---- Scopes ---- */

static void add_kind(const struct library *library, bool covered_side, component_id component, uint32_t first,
                     coverage_scopes *scopes)
{
    kind_id kind = library->components.at[component].kind;
    for (uint32_t i = first; i < scopes->n; i++)
        if (scopes->at[i].kind == kind)
            return;
    struct coverage_scope scope = {.covered_side = covered_side, .kind = kind};
    vec_push(library->mem, scopes, scope);
}

static void add_named_kinds(const struct library *library, const struct mapping *mapping, bool covered_side,
                            coverage_scopes *scopes)
{
    uint32_t first = scopes->n;
    for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
        const struct row *row = &library->rows.at[i];
        uint32_t start = covered_side ? row->first_target : row->first_source;
        uint32_t n = covered_side ? row->n_targets : row->n_sources;
        for (uint32_t k = start; k < start + n; k++)
            add_kind(library, covered_side, library->members.at[k].component, first, scopes);
    }
    if (!mapping->derived)
        return;
    for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
        const struct edge *edge = &library->edges.at[i];
        add_kind(library, covered_side, covered_side ? edge->to : edge->from, first, scopes);
    }
}

void coverage_scopes_of(const struct library *library, const struct mapping *mapping, coverage_scopes *scopes)
{
    for (int side = 0; side < 2; side++) {
        bool covered_side = side == 1, expected = false;
        if ((covered_side ? mapping->to : mapping->from) == NONE)
            continue;
        for (uint32_t i = 0; i < mapping->n_expectations; i++) {
            const struct expectation *e = &library->expectations.at[mapping->first_expectation + i];
            if (e->covered != covered_side)
                continue;
            struct coverage_scope scope = {covered_side, e->kind, e->first_within, e->n_within, e};
            vec_push(library->mem, scopes, scope);
            expected = true;
        }
        if (!expected)
            add_named_kinds(library, mapping, covered_side, scopes);
    }
}

static bool is_within(const struct library *library, const struct coverage_scope *scope, component_id id)
{
    if (scope->n_within == 0)
        return true;
    for (component_id a = library->components.at[id].parent; a != NONE; a = library->components.at[a].parent)
        for (uint32_t i = 0; i < scope->n_within; i++)
            if (library->within.at[scope->first_within + i] == a)
                return true;
    return false;
}

/* True if nothing of the same kind stands in it, withdrawn ones apart. */
static bool is_leaf(const struct library *library, model_id model, uint32_t position)
{
    kind_id kind = library->components.at[view_component(library, model, position)].kind;
    for (uint32_t i = position + 1; i < view_end(library, model, position); i++) {
        const struct component *inner = &library->components.at[view_component(library, model, i)];
        if (inner->kind == kind && !inner->withdrawn)
            return false;
    }
    return true;
}

bool coverage_counts(const struct library *library, const struct coverage *coverage, const struct coverage_scope *scope,
                     uint32_t position)
{
    component_id id = view_component(library, coverage->model, position);
    const struct component *component = &library->components.at[id];
    return component->kind == scope->kind && !component->withdrawn && is_within(library, scope, id) &&
           (scope->covered_side || is_leaf(library, coverage->model, position));
}

struct coverage_tally coverage_tally_of(const struct library *library, const struct coverage *coverage,
                                        const struct coverage_scope *scope)
{
    struct coverage_tally tally = {0};
    for (uint32_t i = 0; i < view_count(library, coverage->model); i++) {
        if (!coverage_counts(library, coverage, scope, i))
            continue;
        tally.total++;
        tally.classes[coverage->classes[i]]++;
    }
    tally.applicable = tally.total - tally.classes[COVERAGE_NOT_APPLICABLE];
    return tally;
}
