/* What a mapping says twice: a component of a row, a pair, a row of sets, an outcome. */

#include <stdlib.h>

#include "check/check.h"
#include "model/mapping/relation.h"

/* One thing that a row says. */
struct saying {
    struct str key; /* equal for what is the same */
    uint32_t order;
    struct span at;
    component_id source;
    component_id target; /* of a pair, else NONE */
    const struct row *row;
};

struct sayings {
    struct checking *checking;
    const struct mapping *mapping;
    VEC(struct saying) all;
};

static int by_key(const void *a, const void *b)
{
    const struct saying *one = a, *other = b;
    int order = str_compare(one->key, other->key);
    return order ? order : (one->order > other->order) - (one->order < other->order);
}

static int by_id(const void *a, const void *b)
{
    const component_id *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

/* ---- Within a row ---- */

struct named {
    component_id component;
    uint32_t member;
};

static int by_component(const void *a, const void *b)
{
    const struct named *one = a, *other = b;
    if (one->component != other->component)
        return one->component < other->component ? -1 : 1;
    return (one->member > other->member) - (one->member < other->member);
}

/* Reports the members of one side of a row that name what the side names before. */
static void check_side(struct checking *checking, const struct mapping *mapping, component_id source, uint32_t first,
                       uint32_t n)
{
    const struct library *library = checking->library;
    struct named *named = arena_array(&checking->scratch, struct named, n);
    for (uint32_t i = 0; i < n; i++)
        named[i] = (struct named){library->members.at[first + i].component, first + i};
    qsort(named, n, sizeof *named, by_component);
    for (uint32_t i = 1; i < n; i++) {
        if (named[i].component != named[i - 1].component)
            continue;
        struct finding *finding = report(checking->diag, library->members.at[named[i].member].at, MSG_named_twice,
                                         v_name(path_of(checking, named[i].component)));
        label(finding, library->members.at[named[i - 1].member].at, MSG_label_first_here);
        about_source(checking, finding, mapping, source);
    }
}

static void check_named_twice(struct checking *checking, const struct mapping *mapping, const struct row *row)
{
    component_id source = checking->library->members.at[row->first_source].component;
    if (row->n_sources > 1)
        check_side(checking, mapping, source, row->first_source, row->n_sources);
    if (row->n_targets > 1)
        check_side(checking, mapping, source, row->first_target, row->n_targets);
}

/* ---- Between rows ---- */

static void add(struct sayings *sayings, const struct row *row, struct str key, const struct member *source,
                const struct member *target, struct span at)
{
    struct saying saying = {
        .key = arena_str(&sayings->checking->scratch, key),
        .order = sayings->all.n,
        .at = at,
        .source = source->component,
        .target = target ? target->component : NONE,
        .row = row,
    };
    vec_push(sayings->checking->mem, &sayings->all, saying);
}

/* The components of members, sorted, appended to a key. */
static void add_sorted(struct checking *checking, struct buf *key, uint32_t first, uint32_t n)
{
    component_id *ids = arena_array(&checking->scratch, component_id, n);
    for (uint32_t i = 0; i < n; i++)
        ids[i] = checking->library->members.at[first + i].component;
    qsort(ids, n, sizeof *ids, by_id);
    buf_add(key, &n, sizeof n);
    buf_add(key, ids, n * sizeof *ids);
}

/* A row of sets says one thing as a whole. */
static void add_sets(struct sayings *sayings, const struct row *row)
{
    struct buf key = buf_on(sayings->checking->mem);
    buf_char(&key, (char)row->written);
    add_sorted(sayings->checking, &key, row->first_source, row->n_sources);
    add_sorted(sayings->checking, &key, row->first_target, row->n_targets);
    const struct member *source = &sayings->checking->library->members.at[row->first_source];
    add(sayings, row, buf_as_str(&key), source, NULL, row->at);
    buf_free(&key);
}

static void add_pairs(struct sayings *sayings, const struct row *row)
{
    const struct member *members = sayings->checking->library->members.at;
    for (uint32_t s = row->first_source; s < row->first_source + row->n_sources; s++)
        for (uint32_t t = row->first_target; t < row->first_target + row->n_targets; t++) {
            const component_id key[3] = {row->written, members[s].component, members[t].component};
            add(sayings, row, (struct str){(const char *)key, sizeof key}, &members[s], &members[t], members[t].at);
        }
}

static void add_outcomes(struct sayings *sayings, const struct row *row)
{
    const struct member *members = sayings->checking->library->members.at;
    for (uint32_t s = row->first_source; s < row->first_source + row->n_sources; s++) {
        const uint32_t key[2] = {row->outcome, members[s].component};
        add(sayings, row, (struct str){(const char *)key, sizeof key}, &members[s], NULL, members[s].at);
    }
}

static bool is_set_relation(enum relation relation)
{
    return relation >= RELATION_EQUALS && relation <= RELATION_INTERSECTS;
}

static void add_row(struct sayings *sayings, const struct row *row)
{
    if (row->outcome != OUTCOME_TARGETS)
        add_outcomes(sayings, row);
    else if (is_set_relation(row->written))
        add_sets(sayings, row);
    else
        add_pairs(sayings, row);
}

/* True if nothing but the saying would be lost with its row. */
static bool adds_nothing(const struct mapping *mapping, const struct row *row)
{
    bool is_bare = !row->rationale.ptr && !row->note.ptr && !row->source.ptr && row->fit == mapping->fit &&
                   row->confidence == mapping->confidence && row->rationale_kind == mapping->rationale_kind &&
                   row->strength == NONE;
    bool is_one = row->n_sources == 1 && row->n_targets <= 1;
    return is_bare && (is_one || (row->outcome == OUTCOME_TARGETS && is_set_relation(row->written)));
}

static void report_duplicate(struct sayings *sayings, const struct saying *first, const struct saying *second)
{
    struct checking *checking = sayings->checking;
    struct str source = path_of(checking, second->source);
    struct finding *finding;
    if (second->row->outcome != OUTCOME_TARGETS)
        finding = report(checking->diag, second->at, MSG_duplicate_outcome, v_name(source));
    else if (second->target != NONE)
        finding = report(checking->diag, second->at, MSG_duplicate_pair, v_name(source),
                         v_name(path_of(checking, second->target)));
    else
        finding = report(checking->diag, second->at, MSG_duplicate_row, v_name(source));
    label(finding, first->at, MSG_label_first_here);
    about_source(checking, finding, sayings->mapping, second->source);
    if (adds_nothing(sayings->mapping, second->row))
        fix_edit(finding, suggest(finding, SAFETY_SAFE, MSG_fix_remove), second->row->whole, STR(""));
}

void check_duplicate_rows(struct checking *checking, const struct mapping *mapping)
{
    struct sayings sayings = {.checking = checking, .mapping = mapping};
    for (uint32_t i = 0; i < mapping->n_rows; i++) {
        const struct row *row = &checking->library->rows.at[mapping->first_row + i];
        if (row->damaged || row->n_sources == 0)
            continue;
        check_named_twice(checking, mapping, row);
        add_row(&sayings, row);
    }
    if (sayings.all.n)
        qsort(sayings.all.at, sayings.all.n, sizeof *sayings.all.at, by_key);
    for (uint32_t i = 1; i < sayings.all.n; i++) {
        const struct saying *first = &sayings.all.at[i - 1], *second = &sayings.all.at[i];
        if (first->row != second->row && str_eq(first->key, second->key))
            report_duplicate(&sayings, first, second);
    }
    vec_free(checking->mem, &sayings.all);
}
