#include "model/names/index.h"

#include "model/names/names.h"
#include "model/view.h"

/* A list is a count and then as many positions; a name with one component has none: its position, marked so,
   stands in the map itself. */
#define SINGLE 0x80000000u

/* A table that is read by the name itself has a third of the size of a map, and no collisions; it is worth its
   memory where the model has a good part of all names. */
static struct name_index empty_index(struct library *library, uint32_t n_components, bool folded)
{
    enum { SPARSE = 16 };
    struct name_index index = {.sparse = map_on(library->mem)};
    if (folded || library->atoms->names.n / SPARSE > n_components) /* folding makes new names on its way */
        return index;
    index.n_dense = library->atoms->names.n;
    index.dense = arena_array(&library->arena, uint32_t, index.n_dense);
    memset(index.dense, 0xff, index.n_dense * sizeof *index.dense);
    return index;
}

/* What the table says of a name, `initial` if that is new. */
static uint32_t *entry_at(struct name_index *index, atom name, uint32_t initial)
{
    if (!index->n_dense)
        return map_at(&index->sparse, name, initial);
    if (index->dense[name] == NONE)
        index->dense[name] = initial;
    return &index->dense[name];
}

static uint32_t find_entry(const struct name_index *index, atom name)
{
    if (!index->n_dense)
        return map_get(&index->sparse, name, NONE);
    return name < index->n_dense ? index->dense[name] : NONE;
}

void name_index_prefetch(const struct name_index *index, atom name)
{
    if (!index->n_dense)
        map_prefetch(&index->sparse, name);
    else if (name < index->n_dense)
        __builtin_prefetch(&index->dense[name]);
}

uint32_t names_of_component(const struct library *library, component_id id, bool folded, atom names[2])
{
    atom exact = library->outlines.at[id].name;
    names[0] = exact;
    if (!folded || exact == 0)
        return exact != 0;
    names[0] = names[1] = names_fold(library->atoms, atom_text(library->atoms, exact));
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++)
        if (library->attributes.at[i].property == BUILTIN_LABEL)
            names[1] = names_fold(library->atoms, library->attributes.at[i].text);
    return names[1] == names[0] ? 1 : 2;
}

static component_id indexed_component(const struct library *library, model_id model, bool own, uint32_t i)
{
    return own ? library->models.at[model].first + i : view_component(library, model, i);
}

struct name_index name_index_build(struct library *library, model_id model, bool own, bool folded)
{
    const struct model *m = &library->models.at[model];
    uint32_t n = own ? m->n : m->view.n, n_entries = 0;
    struct name_index index = empty_index(library, n, folded);
    VEC(uint32_t) counts = {0}; /* first how many of each name, then where its list begins */
    VEC(uint32_t) slots = {0};  /* the name of each entry, as a place in `counts` */
    atom names[2];
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = names_of_component(library, indexed_component(library, model, own, i), folded, names);
             k-- > 0;) {
            uint32_t slot = *entry_at(&index, names[k], counts.n);
            if (slot == counts.n)
                vec_push(library->mem, &counts, 0);
            counts.at[slot]++;
            vec_push(library->mem, &slots, slot);
        }
    index.entries = arena_array(&library->arena, uint32_t, slots.n + counts.n);
    for (uint32_t slot = 0; slot < counts.n; slot++) {
        uint32_t count = counts.at[slot];
        counts.at[slot] = n_entries;
        n_entries += count + 1;
    }
    for (uint32_t i = 0, entry = 0; i < n; i++)
        for (uint32_t k = names_of_component(library, indexed_component(library, model, own, i), folded, names);
             k-- > 0;) {
            uint32_t start = counts.at[slots.at[entry++]];
            index.entries[start + ++index.entries[start]] = i;
            *entry_at(&index, names[k], NONE) = index.entries[start] == 1 ? i | SINGLE : start;
        }
    vec_free(library->mem, &counts);
    vec_free(library->mem, &slots);
    return index;
}

struct positions name_index_find(const struct name_index *index, atom name)
{
    uint32_t found = find_entry(index, name);
    if (found == NONE)
        return (struct positions){NULL, 0, 0};
    if (found & SINGLE)
        return (struct positions){NULL, 1, found & ~SINGLE};
    return (struct positions){index->entries + found + 1, index->entries[found], 0};
}

/* The number of positions in the list that lie before `bound`. The search gallops away from `guess`, so
   that a good guess costs few looks at memory. */
static uint32_t count_before(struct positions list, uint32_t bound, uint32_t guess)
{
    uint32_t low = 0, high = guess < list.n ? guess : list.n, step = 1;
    if (guess < list.n && list.at[guess] < bound) {
        for (low = guess + 1; low + step <= list.n && list.at[low + step - 1] < bound; step *= 2)
            low += step;
        high = low + step <= list.n ? low + step - 1 : list.n;
    } else {
        for (; step <= high && list.at[high - step] >= bound; step *= 2)
            high -= step;
        low = step <= high ? high - step + 1 : 0;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (list.at[middle] < bound)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Positions of one name are spread over a model, more or less evenly, which gives a good guess. */
struct positions positions_within(struct positions list, uint32_t first, uint32_t end)
{
    if (list.n == 1)
        list.n = position_at(&list, 0) >= first && position_at(&list, 0) < end;
    if (list.n <= 1)
        return list;
    uint32_t last = list.at[list.n - 1];
    if (first > last)
        return (struct positions){list.at, 0, 0};
    uint32_t guess = last ? (uint32_t)((uint64_t)list.n * first / ((uint64_t)last + 1)) : 0;
    uint32_t low = count_before(list, first, guess);
    uint32_t high = end > last ? list.n : count_before(list, end, low);
    return (struct positions){list.at + low, high - low, 0};
}
