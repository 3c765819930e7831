/* Models that are too large for what is made of them. */

#include "check/check.h"

/* The bytes of a path, at least: what stands around a component comes before it, with a mark between. */
static uint64_t path_bytes(const struct library *library, component_id id)
{
    uint64_t n = 0;
    for (; id != NONE; id = library->components.at[id].path_parent)
        n += atom_text(library->atoms, library->components.at[id].id).len + 1;
    return n;
}

/* What the paths of a model take, each with its length and its number before it; of all models by their index. */
static uint64_t *path_sums(struct checking *checking)
{
    const struct library *library = checking->library;
    uint64_t *sums = arena_array(&checking->scratch, uint64_t, library->models.n + 1);
    for (component_id id = 0; id < library_component_count(library); id++)
        sums[library->components.at[id].model] += 8 + path_bytes(library, id);
    return sums;
}

void check_sizes(struct checking *checking)
{
    const struct library *library = checking->library;
    uint64_t *sums = path_sums(checking);
    for (model_id id = 0; id < library->models.n; id++) {
        uint64_t sum = 0;
        for (model_id model = id; model != NONE; model = library->models.at[model].extends)
            sum += sums[model];
        if (sum >> 20 >= TABLE_MEGABYTES_MOST)
            report(checking->diag, library->models.at[id].at, MSG_paths_too_large,
                   v_name(name_in(checking, library->models.at[id].id)), v_number(TABLE_MEGABYTES_MOST));
    }
    arena_free(&checking->scratch);
}
