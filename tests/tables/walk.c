/* What tables must be in themselves: a tree, a hash that finds its paths and nothing else, edges
   that agree in both directions, answers to ids that are none. */

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

void must(int holds, const char *what, const char *which)
{
    if (holds)
        return;
    fprintf(stderr, "tables: %s: %s\n", which, what);
    exit(1);
}

void must_equal(const char *got, const char *wanted, const char *what, const char *which)
{
    if (got && strcmp(got, wanted) == 0)
        return;
    fprintf(stderr, "tables: %s: %s is `%s`, not `%s`\n", which, what, got ? got : "(null)", wanted);
    exit(1);
}

/* xorshift32 (Marsaglia, Xorshift RNGs, 2003) */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    return *state ^= *state << 5;
}

/* ---- The tree ---- */

/* Children, counted from above and from below. */
static void check_children(const struct prm_model *m, prm_id id, const uint32_t *n_children)
{
    uint32_t n = 0;
    prm_id last = id;
    for (prm_id c = prm_first_child(m, id); c != PRM_NONE; c = prm_next_sibling(m, c)) {
        must(prm_parent(m, c) == id, "a child has another parent", prm_path(m, id));
        must(c > last && c < prm_subtree_end(m, id), "a child stands elsewhere", prm_path(m, id));
        last = c;
        n++;
    }
    must(n == n_children[id], "the number of children differs", prm_path(m, id));
}

static void check_tree(const struct prm_model *m)
{
    uint32_t n = prm_count(m), n_top = 0;
    uint32_t *n_children = (uint32_t *)calloc(n + 1, sizeof *n_children);
    uint32_t *sizes = (uint32_t *)calloc(n + 1, sizeof *sizes);
    for (prm_id id = n; id-- > 0;) {
        prm_id parent = prm_parent(m, id);
        must(prm_subtree_end(m, id) == id + ++sizes[id], "the subtree ends elsewhere", prm_path(m, id));
        if (parent == PRM_NONE) {
            n_top++;
            continue;
        }
        must(parent < id, "the parent stands behind", prm_path(m, id));
        n_children[parent]++;
        sizes[parent] += sizes[id];
    }
    for (prm_id id = 0; id < n; id++)
        check_children(m, id, n_children);
    for (prm_id id = prm_first_top(m); id != PRM_NONE; id = prm_next_sibling(m, id))
        n_top--;
    must(n_top == 0, "the number of components at the top differs", prm_model_id(m));
    free(n_children);
    free(sizes);
}

/* ---- Ids that are none ---- */

static void check_none(const struct prm_model *m, prm_id id)
{
    const char *which = prm_model_id(m);
    must_equal(prm_path(m, id), "", "the path of none", which);
    must_equal(prm_local_id(m, id), "", "the id of none", which);
    must_equal(prm_title(m, id), "", "the title of none", which);
    must_equal(prm_kind(m, id), "", "the kind of none", which);
    must_equal(prm_label(m, id), "", "the label of none", which);
    must_equal(prm_source(m, id), "", "the source of none", which);
    must_equal(prm_added_by(m, id), "", "who added none", which);
    must_equal(prm_attribute(m, id, "level"), "", "an attribute of none", which);
    must(prm_attribute_int(m, id, "level", -7) == -7, "a number of none", which);
    must(prm_text(m, id, "note", 0) == NULL, "a text of none", which);
    must(prm_references(m, id, "see").n == 0, "references of none", which);
    must(prm_importance(m, id) == 0 && prm_status(m, id) == 0, "importance or status of none", which);
    must(prm_parent(m, id) == PRM_NONE && prm_first_child(m, id) == PRM_NONE && prm_next_sibling(m, id) == PRM_NONE &&
             prm_subtree_end(m, id) == PRM_NONE,
         "the place of none", which);
}

/* ---- Paths ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Looks up n bytes that end where their memory ends, so that a tool sees a read behind them; what
   the table says must be what the sorted list says. */
static void look_up(const struct prm_model *m, const char **sorted, const char *bytes, size_t n)
{
    char *copy = (char *)malloc(n + 1), *exact = (char *)malloc(n ? n : 1);
    const char *key = copy;
    prm_id found;
    memcpy(copy, bytes, n);
    memcpy(exact, bytes, n);
    copy[n] = '\0';
    found = prm_find_n(m, exact, n);
    if (memchr(bytes, '\0', n) || !bsearch(&key, sorted, prm_count(m), sizeof *sorted, by_text)) {
        must(found == PRM_NONE, "a path is found that is none", copy);
    } else {
        must(found != PRM_NONE, "a path is not found", copy);
        must_equal(prm_path(m, found), copy, "the path found", copy);
    }
    if (!memchr(bytes, '\0', n))
        must(prm_find(m, copy) == found, "prm_find and prm_find_n differ", copy);
    free(copy);
    free(exact);
}

/* A path, and what is nearly one. */
static void look_around(const struct prm_model *m, const char **sorted, const char *path)
{
    size_t n = strlen(path);
    char *near = (char *)malloc(n + 2);
    memcpy(near, path, n + 1);
    for (size_t length = 0; length <= n + 1; length++)
        look_up(m, sorted, near, length);
    look_up(m, sorted, near + 1, n - 1);
    near[n] = '1';
    look_up(m, sorted, near, n + 1);
    for (size_t i = 0; i < n; i++) {
        near[i] ^= 1;
        look_up(m, sorted, near, n);
        near[i] ^= 1;
        near[i] ^= (char)0x80;
        look_up(m, sorted, near, n);
        near[i] ^= (char)0x80;
    }
    free(near);
}

/* What begins a path, and what begins with one, is found by no chance of the hash: in a table of one slot whose print
   is that of what is looked for. */
static void look_at_lengths(const struct prm_model *m, prm_id id)
{
    const unsigned char *cell = m->cells + ((size_t)prm_in_column(m->places, id) << m->shift), pilot = 0;
    size_t n = prm_in_column(cell, 0);
    struct prm_model one = *m;
    unsigned char print;
    if (n + 9 > (size_t)1 << m->shift)
        return;
    one.n_pilots = one.n_slots = 1;
    one.pilots = &pilot;
    one.prints = &print;
    one.cells = cell;
    one.longest = (uint32_t)n + 1;
    for (size_t length = 1; length <= n + 1; length++) {
        print = (unsigned char)(prm_in_hash(cell + 8, length, m->seed) >> 32);
        must((prm_find_n(&one, (const char *)cell + 8, length) != PRM_NONE) == (length == n),
             "a part of a path is found", prm_path(m, id));
    }
}

static void look_at_random(const struct prm_model *m, const char **sorted)
{
    static char bytes[1 << 17];
    uint32_t state = 1;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)next_random(&state);
    look_up(m, sorted, bytes, sizeof bytes);
    for (uint32_t i = 0; i < 100000; i++) {
        uint32_t n = next_random(&state) % 64, start = next_random(&state) % (sizeof bytes - 64);
        look_up(m, sorted, bytes + start, n);
    }
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = "ABCDPSM./#12"[(unsigned char)bytes[i] % 12];
    for (uint32_t i = 0; i < 100000; i++)
        look_up(m, sorted, bytes + next_random(&state) % (sizeof bytes - 64), next_random(&state) % 10);
}

void check_model(const struct prm_model *m)
{
    uint32_t n = prm_count(m), state = 7;
    const char **sorted = (const char **)malloc((n + 1) * sizeof *sorted);
    check_tree(m);
    for (prm_id id = 0; id < n; id++)
        sorted[id] = prm_path(m, id);
    qsort(sorted, n, sizeof *sorted, by_text);
    for (prm_id id = 0; id < n; id++) {
        look_around(m, sorted, prm_path(m, id));
        look_at_lengths(m, id);
    }
    look_at_random(m, sorted);
    free(sorted);
    check_none(m, n);
    check_none(m, n + 1);
    check_none(m, PRM_NONE);
    check_none(m, PRM_NONE - 1);
    for (uint32_t i = 0; i < 1000; i++)
        check_none(m, n + next_random(&state) % (PRM_NONE - n));
}

/* ---- Mappings ---- */

/* The edge from a source to a target, NULL if there is none. */
static const struct prm_edge *edge_between(struct prm_edges edges, prm_id other)
{
    for (uint32_t i = 0; i < edges.n; i++)
        if (edges.edge[i].other == other)
            return &edges.edge[i];
    return NULL;
}

/* Every edge of one side is there on the other; returns how many they are. */
static uint32_t check_side(const struct prm_mapping *map, int from)
{
    const struct prm_model *near = from ? map->from : map->to, *far = from ? map->to : map->from;
    uint32_t n = 0;
    for (prm_id id = 0; id < prm_count(near); id++) {
        struct prm_edges edges = from ? prm_edges_from(map, id) : prm_edges_to(map, id);
        for (uint32_t i = 0; i < edges.n; i++, n++) {
            struct prm_edge edge = edges.edge[i];
            struct prm_edges back = from ? prm_edges_to(map, edge.other) : prm_edges_from(map, edge.other);
            const struct prm_edge *same = edge_between(back, id);
            must(edge.other < prm_count(far), "an edge leads nowhere", prm_path(near, id));
            must(i == 0 || edges.edge[i - 1].other < edge.other, "edges are not in order", prm_path(near, id));
            must(same && same->possible == edge.possible && same->flags == edge.flags && same->first == edge.first &&
                     same->n_rows == edge.n_rows,
                 "an edge differs on the other side", prm_path(near, id));
            must(edge.n_rows > 0 && prm_row_at(map, edge, edge.n_rows).outcome == PRM_UNMAPPED,
                 "the rows of an edge are not counted", prm_path(near, id));
        }
    }
    return n;
}

void check_mapping(const struct prm_mapping *map)
{
    uint32_t outside[] = {0, 1, PRM_NONE / 2, PRM_NONE - 1, PRM_NONE};
    const char *which = prm_mapping_id(map);
    must(check_side(map, 1) == check_side(map, 0), "the sides have different numbers of edges", which);
    outside[0] = prm_count(map->from) > prm_count(map->to) ? prm_count(map->from) : prm_count(map->to);
    outside[1] = outside[0] + 1;
    for (uint32_t i = 0; i < 5; i++) {
        struct prm_edge none = {outside[i], outside[i], outside[i], 0, 0};
        must(prm_edges_from(map, outside[i]).n == 0, "edges from none", which);
        must(prm_edges_to(map, outside[i]).n == 0, "edges to none", which);
        must(prm_source_outcome(map, outside[i]) == PRM_UNMAPPED, "an outcome of none", which);
        must(prm_coverage_from(map, outside[i]) == PRM_UNCOVERED && prm_coverage_to(map, outside[i]) == PRM_UNCOVERED,
             "none is covered", which);
        must_equal(prm_source_row(map, outside[i]).rationale, "", "a row of none", which);
        must(prm_row_at(map, none, outside[i]).relation == 0, "a row of an edge that is none", which);
    }
}
