/* Random networks of mappings against an evaluator of its own: components are sets of five things, and what
   rows and derivations leave possible is found by trying all sets. It shares no code with the algebra.

   A network has four models; three mappings join each to the next, in either direction, and three more are
   derived. In every other network the rows are true of sets that were drawn before: then what is true of two
   components must be among what is derived of them. */

#include <stdio.h>

#include "model/mapping/edges.h"
#include "model/mapping/relation.h"
#include "model/mapping/ways.h"
#include "unit/fixture.h"

enum {
    NETWORKS = 10000,
    SETS = 32, /* subsets of five things; 0 is no component */
    MODELS = 4,
    CLAUSES = 3, /* of each model */
    ROWS_MOST = 4,
    WRITTEN = MODELS - 1,
    DERIVED = 3,
    MAPPINGS = WRITTEN + DERIVED,
    WAYS_MOST = CLAUSES * CLAUSES * CLAUSES,
};

/* What two sets are to each other, as a bit: these are the definitions. */
static unsigned between(unsigned a, unsigned b)
{
    if (a == b)
        return RELATE_EQ;
    if ((a & b) == a)
        return RELATE_SUB;
    if ((a & b) == b)
        return RELATE_SUP;
    return (a & b) ? RELATE_INT : RELATE_DR;
}

/* ---- What follows, by trial ---- */

/* By sets of relations: what A is to C if `first` has what A is to B and `second` what B is to C. */
static unsigned followed[SETS][SETS];

/* What a row claims of one of its sources and one of its targets. */
static unsigned claimed[RELATION_COUNT][2][2];

static void try_compositions(void)
{
    unsigned single[SETS][SETS] = {{0}};
    for (unsigned a = 1; a < SETS; a++)
        for (unsigned b = 1; b < SETS; b++)
            for (unsigned c = 1; c < SETS; c++)
                single[between(a, b)][between(b, c)] |= between(a, c);
    for (unsigned first = 0; first < SETS; first++)
        for (unsigned second = 0; second < SETS; second++)
            for (unsigned i = 1; i < SETS; i <<= 1)
                for (unsigned k = 1; k < SETS; k <<= 1)
                    if (first & i && second & k)
                        followed[first][second] |= single[i][k];
}

/* True if a relation word holds between two sets. */
static bool holds(enum relation relation, unsigned a, unsigned b)
{
    switch (relation) {
    case RELATION_ADDRESSED_BY: return (a & b) != 0;
    case RELATION_EQUALS:
    case RELATION_EQUIVALENT_TO: return a == b;
    case RELATION_SUBSET_OF: return between(a, b) == RELATE_SUB;
    case RELATION_SUPERSET_OF: return between(a, b) == RELATE_SUP;
    case RELATION_INTERSECTS: return between(a, b) == RELATE_INT;
    case RELATION_UNRELATED_TO: return (a & b) == 0;
    default: return true;
    }
}

/* True if a row holds of its sources and targets: a relation of sets between the unions, where each of them
   takes part; the two others between every two. */
static bool row_holds(enum relation relation, const unsigned *sources, unsigned n_sources, const unsigned *targets,
                      unsigned n_targets)
{
    unsigned all_sources = 0, all_targets = 0;
    bool every = true, parts = true, one = n_sources == 1 || n_targets == 1;
    for (unsigned i = 0; i < n_sources; i++)
        all_sources |= sources[i];
    for (unsigned k = 0; k < n_targets; k++) {
        all_targets |= targets[k];
        parts = parts && targets[k] & all_sources;
    }
    for (unsigned i = 0; i < n_sources; i++) {
        parts = parts && sources[i] & all_targets;
        for (unsigned k = 0; k < n_targets; k++)
            every = every && holds(relation, sources[i], targets[k]);
    }
    if (relation == RELATION_ADDRESSED_BY || relation == RELATION_UNRELATED_TO || relation >= RELATION_SUPPORTS)
        return every;
    return (parts || !one) && holds(relation, all_sources, all_targets);
}

/* Two stand for several: what is beside A is one set, however many components it is made of. */
static void try_claims(void)
{
    for (enum relation relation = 0; relation < RELATION_COUNT; relation++)
        for (unsigned several = 0; several < 4; several++)
            for (unsigned a = 1; a < SETS; a++)
                for (unsigned b = 1; b < SETS; b++)
                    for (unsigned c = 1; c < (several & 1 ? SETS : 2); c++)
                        for (unsigned d = 1; d < (several & 2 ? SETS : 2); d++) {
                            unsigned sources[] = {a, c}, targets[] = {b, d};
                            if (row_holds(relation, sources, 1 + (several & 1), targets, 1 + (several >> 1)))
                                claimed[relation][several & 1][several >> 1] |= between(a, b);
                        }
}

/* ---- Networks ---- */

struct test_row {
    enum relation relation;
    unsigned sources, targets; /* sets of clauses */
    unsigned tentative;        /* of the targets, those with a question mark */
};

struct test_mapping {
    unsigned from, to;
    unsigned n_rows;
    struct test_row rows[ROWS_MOST];
    unsigned n_steps; /* 0: it is written */
    unsigned steps[WRITTEN];
    bool inverse[WRITTEN];
};

/* What is left possible for a pair. */
struct test_edge {
    bool there, tentative, supportive;
    unsigned possible, n_ways;
};

struct network {
    unsigned sets[MODELS][CLAUSES];
    struct test_mapping mappings[MAPPINGS];
    struct test_edge edges[MAPPINGS][CLAUSES][CLAUSES];
};

static uint64_t random_state;

static unsigned random_below(unsigned n)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(random_state >> 33) % n;
}

/* Mostly one clause, now and then more. */
static unsigned random_clauses(void)
{
    return random_below(3) ? 1u << random_below(CLAUSES) : 1 + random_below((1 << CLAUSES) - 1);
}

static unsigned chosen(const unsigned sets[CLAUSES], unsigned clauses, unsigned out[CLAUSES])
{
    unsigned n = 0;
    for (unsigned i = 0; i < CLAUSES; i++)
        if (clauses >> i & 1)
            out[n++] = sets[i];
    return n;
}

static bool is_true(const struct network *net, const struct test_mapping *mapping, const struct test_row *row)
{
    unsigned sources[CLAUSES], targets[CLAUSES];
    unsigned n_sources = chosen(net->sets[mapping->from], row->sources, sources);
    unsigned n_targets = chosen(net->sets[mapping->to], row->targets, targets);
    return row_holds(row->relation, sources, n_sources, targets, n_targets);
}

static void draw_rows(const struct network *net, struct test_mapping *mapping, bool truthful)
{
    unsigned wanted = 1 + random_below(ROWS_MOST);
    for (unsigned tries = 0; tries < 20 && mapping->n_rows < wanted; tries++) {
        struct test_row row = {
            .relation = random_below(RELATION_COUNT), .sources = random_clauses(), .targets = random_clauses()};
        row.tentative = random_below(4) ? 0 : random_below(1 << CLAUSES) & row.targets;
        if (!truthful || is_true(net, mapping, &row))
            mapping->rows[mapping->n_rows++] = row;
    }
}

/* The steps from a model to another that is further on. */
static void draw_steps(const struct network *net, struct test_mapping *mapping, unsigned from, unsigned to)
{
    mapping->from = from;
    mapping->to = to;
    for (unsigned i = from; i < to; i++) {
        mapping->steps[mapping->n_steps] = i;
        mapping->inverse[mapping->n_steps++] = net->mappings[i].from != i;
    }
}

static void draw_derived(struct network *net)
{
    struct test_mapping *derived = net->mappings + WRITTEN;
    draw_steps(net, &derived[0], 0, 2);
    draw_steps(net, &derived[1], 0, 3);
    if (random_below(2)) { /* the first derived mapping is a step of the second */
        derived[1].n_steps = 2;
        derived[1].steps[0] = WRITTEN;
        derived[1].inverse[0] = false;
        derived[1].steps[1] = 2;
        derived[1].inverse[1] = net->mappings[2].from != 2;
    }
    derived[2] = (struct test_mapping){.from = 3, .to = 0, .n_steps = 1, .steps = {WRITTEN + 1}, .inverse = {true}};
    if (random_below(2)) /* the whole way back as one step */
        return;
    derived[2].n_steps = derived[1].n_steps;
    for (unsigned i = 0; i < derived[1].n_steps; i++) {
        derived[2].steps[i] = derived[1].steps[derived[1].n_steps - 1 - i];
        derived[2].inverse[i] = !derived[1].inverse[derived[1].n_steps - 1 - i];
    }
}

static void draw_network(struct network *net, bool truthful)
{
    memset(net, 0, sizeof *net);
    for (unsigned m = 0; m < MODELS; m++)
        for (unsigned i = 0; i < CLAUSES; i++)
            net->sets[m][i] = 1 + random_below(SETS - 1);
    for (unsigned i = 0; i < WRITTEN; i++) {
        bool backwards = random_below(2);
        net->mappings[i].from = backwards ? i + 1 : i;
        net->mappings[i].to = backwards ? i : i + 1;
        draw_rows(net, &net->mappings[i], truthful);
    }
    draw_derived(net);
}

/* ---- The evaluator ---- */

/* Firm rows before tentative ones before those that only support: the best that there are count. */
static void evaluate_pair(const struct test_mapping *mapping, unsigned a, unsigned b, struct test_edge *edge)
{
    unsigned rank_of_edge = 3;
    for (unsigned pass = 0; pass < 2; pass++)
        for (unsigned i = 0; i < mapping->n_rows; i++) {
            const struct test_row *row = &mapping->rows[i];
            if (!(row->sources >> a & row->targets >> b & 1))
                continue;
            bool tentative = row->tentative >> b & 1, supportive = row->relation >= RELATION_SUPPORTS;
            unsigned rank = supportive ? 2 : tentative ? 1 : 0;
            if (pass == 0 && rank < rank_of_edge) {
                rank_of_edge = rank;
                *edge = (struct test_edge){true, true, supportive, RELATE_ANY, 0};
            }
            if (pass == 0 || rank != rank_of_edge)
                continue;
            bool several_sources = row->sources & (row->sources - 1),
                 several_targets = row->targets & (row->targets - 1);
            edge->possible &= claimed[row->relation][several_sources][several_targets];
            edge->tentative = edge->tentative && tentative;
        }
    if (edge->there && edge->possible == 0 && edge->tentative)
        edge->possible = RELATE_ANY;
}

/* One way through the steps. */
struct test_way {
    unsigned to, possible;
    bool tentative;
};

static unsigned inverse_of(unsigned set)
{
    unsigned swapped = set & (unsigned)~(RELATE_SUB | RELATE_SUP);
    return swapped | (set & RELATE_SUB ? RELATE_SUP : 0) | (set & RELATE_SUP ? RELATE_SUB : 0);
}

/* Follows every way from a clause on; returns how many there are. */
static unsigned follow(const struct network *net, const struct test_mapping *mapping, unsigned step, struct test_way at,
                       struct test_way *out)
{
    unsigned n = 0;
    if (step == mapping->n_steps) {
        *out = at;
        return 1;
    }
    for (unsigned i = 0; i < CLAUSES; i++) {
        bool inverse = mapping->inverse[step];
        const struct test_edge(*edges)[CLAUSES] = net->edges[mapping->steps[step]];
        const struct test_edge *edge = inverse ? &edges[i][at.to] : &edges[at.to][i];
        if (!edge->there || edge->supportive || edge->possible == 0)
            continue;
        unsigned possible = inverse ? inverse_of(edge->possible) : edge->possible;
        struct test_way next = {i, step ? followed[at.possible][possible] : possible, at.tentative || edge->tentative};
        for (unsigned k = 0; k < (edge->n_ways ? edge->n_ways : 1); k++)
            n += follow(net, mapping, step + 1, next, out + n);
    }
    return n;
}

static void evaluate_derived(const struct network *net, const struct test_mapping *mapping, unsigned a,
                             struct test_edge edges[CLAUSES])
{
    struct test_way ways[WAYS_MOST * WAYS_MOST];
    unsigned n = follow(net, mapping, 0, (struct test_way){.to = a}, ways);
    for (unsigned pass = 0; pass < 2; pass++)
        for (unsigned i = 0; i < n; i++) {
            struct test_edge *edge = &edges[ways[i].to];
            if (pass == 0 && (!edge->there || (edge->tentative && !ways[i].tentative)))
                *edge = (struct test_edge){true, ways[i].tentative, false, RELATE_ANY, 0};
            if (pass == 0 || ways[i].tentative != edge->tentative)
                continue;
            edge->possible &= ways[i].possible;
            edge->n_ways++;
        }
    for (unsigned i = 0; i < CLAUSES; i++)
        if (edges[i].tentative && edges[i].possible == 0)
            edges[i].possible = RELATE_ANY;
}

static void evaluate(struct network *net)
{
    for (unsigned m = 0; m < MAPPINGS; m++)
        for (unsigned a = 0; a < CLAUSES; a++) {
            for (unsigned b = 0; b < CLAUSES && m < WRITTEN; b++)
                evaluate_pair(&net->mappings[m], a, b, &net->edges[m][a][b]);
            if (m >= WRITTEN)
                evaluate_derived(net, &net->mappings[m], a, net->edges[m][a]);
        }
}

/* ---- The same in the language ---- */

static void write_clauses(struct buf *out, unsigned clauses, unsigned tentative)
{
    bool first = true;
    for (unsigned i = 0; i < CLAUSES; i++)
        if (clauses >> i & 1) {
            buf_printf(out, "%s%u%s", first ? "" : ", ", i + 1, tentative >> i & 1 ? "?" : "");
            first = false;
        }
}

static void write_mapping(struct buf *out, const struct network *net, unsigned index)
{
    const struct test_mapping *mapping = &net->mappings[index];
    buf_printf(out, "mapping X%u {\nfrom M%u\nto M%u\n", index, mapping->from, mapping->to);
    for (unsigned i = 0; i < mapping->n_steps; i++)
        buf_printf(out, "%s%sX%u%s", i ? "" : "via ", mapping->inverse[i] ? "inverse " : "", mapping->steps[i],
                   i + 1 < mapping->n_steps ? ", " : "\n");
    for (unsigned i = 0; i < mapping->n_rows; i++) {
        write_clauses(out, mapping->rows[i].sources, 0);
        buf_printf(out, " %s ", relation_name(mapping->rows[i].relation));
        write_clauses(out, mapping->rows[i].targets, mapping->rows[i].tentative);
        buf_char(out, '\n');
    }
    buf_text(out, "}\n");
}

static void write_network(struct buf *out, const struct network *net)
{
    buf_text(out, SMALL);
    for (unsigned m = 0; m < MODELS; m++) {
        buf_printf(out, "model M%u {\narchitecture Clauses\n", m);
        for (unsigned i = 0; i < CLAUSES; i++)
            buf_printf(out, "clause %u \"c\"\n", i + 1);
        buf_text(out, "}\n");
    }
    /* in any order: a derived mapping may stand before its steps */
    unsigned shift = random_below(MAPPINGS);
    for (unsigned i = 0; i < MAPPINGS; i++)
        write_mapping(out, net, (i + shift) % MAPPINGS);
    buf_char(out, '\0');
}

/* The ways that are found again are those that were composed. */
static void compare_ways(struct world *w, const struct mapping *mapping, const struct edge *edge)
{
    struct edge_paths paths = {0};
    relation_set possible = RELATE_ANY;
    edge_paths_of(&w->library, mapping, edge, UINT32_MAX, &paths);
    expect_number(paths.at.n, edge->n_paths);
    VEC_EACH (const struct edge_path, path, &paths.at) {
        possible &= path->possible;
        expect_number(path->n + 1, mapping->n_steps);
        bool forward = mapping->to > mapping->from;
        for (uint32_t i = 0; i < path->n; i++)
            expect_number(w->library.components.at[paths.components.at[path->first + i]].model,
                          forward ? mapping->from + 1 + i : mapping->from - 1 - i);
    }
    expect_number(possible == 0 && edge->tentative ? RELATE_ANY : possible, edge->possible);
    edge_paths_free(&w->library, &paths);
}

static void compare_pair(struct world *w, const struct network *net, unsigned m, unsigned a, unsigned b, bool truthful)
{
    const struct test_mapping *mapping = &net->mappings[m];
    const struct test_edge *wanted = &net->edges[m][a][b];
    char id[12];
    snprintf(id, sizeof id, "X%u", m);
    const struct mapping *made = world_mapping(w, id);
    component_id from = w->library.models.at[made->from].first + a, to = w->library.models.at[made->to].first + b;
    uint32_t index = edge_between(&w->library, made, from, to);
    expect_number(index != NONE, wanted->there);
    if (index == NONE)
        return;
    const struct edge *edge = &w->library.edges.at[index];
    expect_number(edge->possible, wanted->possible);
    expect_number(edge->tentative, wanted->tentative);
    expect_number(edge->is_supportive, wanted->supportive);
    if (mapping->n_steps) {
        expect_number(edge->n_paths, wanted->n_ways);
        compare_ways(w, made, edge);
    }
    if (truthful)
        expect_true((edge->possible & between(net->sets[mapping->from][a], net->sets[mapping->to][b])) != 0);
}

static void networks_are_evaluated_alike(struct world *w)
{
    struct network net;
    struct buf text = {0};
    try_compositions();
    try_claims();
    random_state = 42;
    for (unsigned i = 0; i < NETWORKS; i++) {
        bool truthful = i % 2;
        world_reset(w);
        draw_network(&net, truthful);
        evaluate(&net);
        text = buf_on(&w->mem);
        write_network(&text, &net);
        in_case("network %u:\n%s", i, text.at);
        world_read(w, text.at);
        world_resolve(w);
        for (unsigned m = 0; m < MAPPINGS; m++)
            for (unsigned a = 0; a < CLAUSES; a++)
                for (unsigned b = 0; b < CLAUSES; b++)
                    compare_pair(w, &net, m, a, b, truthful);
    }
}

UNIT_MAIN("networks", UNIT(networks_are_evaluated_alike))
