/* Whether two paths may meet once capitals and marks are left out: a quick look at all of them, by hashes that
   are sorted, which reads memory in order where a table would jump about in it. */

#include <stdlib.h>

#include "check/check.h"

struct hashes {
    const struct library *library;
    uint64_t *at;
    uint32_t n;
    bool is_plain; /* every id so far is ASCII; others are looked at closely */
};

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* Carries a hash on (FNV-1a, 64 bits) over text in small letters, with `_` for all but letters and digits. */
static uint64_t hash_on(struct hashes *hashes, uint64_t hash, struct str text)
{
    for (uint32_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        hashes->is_plain = hashes->is_plain && (unsigned char)c < 0x80;
        hash = (hash ^ (unsigned char)(is_alnum(c) ? to_lower(c) : '_')) * UINT64_C(0x100000001b3);
    }
    return hash;
}

static uint64_t hash_of_path(struct hashes *hashes, const struct component *component, const uint64_t *paths)
{
    const struct library *library = hashes->library;
    uint64_t start = component->path_parent == NONE ? HASH_START + library_root_model(library, component->model) + 1
                                                    : paths[component->path_parent];
    return hash_on(hashes, hash_on(hashes, start, STR("/")), atom_text(library->atoms, component->id));
}

static void add_all(struct hashes *hashes)
{
    const struct library *library = hashes->library;
    uint32_t n = library_component_count(library);
    uint64_t *paths = hashes->at; /* by component, as long as only they are there */
    for (component_id id = 0; id < n; id++)
        paths[id] = hash_of_path(hashes, &library->components.at[id], paths);
    for (component_id id = 0; id < n; id++) {
        const struct component *component = &library->components.at[id];
        if (component->id && !component->duplicate && library->kinds.at[component->kind].elaborates == NONE)
            hashes->at[hashes->n++] = paths[id];
    }
    VEC_EACH (const struct model, model, &library->models)
        hashes->at[hashes->n++] = hash_on(hashes, HASH_START, atom_text(library->atoms, model->id));
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        hashes->at[hashes->n++] = hash_on(hashes, HASH_START, atom_text(library->atoms, mapping->id));
    VEC_EACH (const struct profile, profile, &library->profiles)
        hashes->at[hashes->n++] = hash_on(hashes, HASH_START, atom_text(library->atoms, profile->id));
}

static int by_value(const void *a, const void *b)
{
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return (one > other) - (one < other);
}

bool paths_may_meet(struct checking *checking)
{
    const struct library *library = checking->library;
    size_t most =
        (size_t)library_component_count(library) + library->models.n + library->mappings.n + library->profiles.n + 1;
    struct hashes hashes = {.library = library, .is_plain = true};
    hashes.at = mem_alloc(checking->mem, most * sizeof *hashes.at);
    add_all(&hashes);
    bool meets = !hashes.is_plain;
    qsort(hashes.at, hashes.n, sizeof *hashes.at, by_value);
    for (uint32_t i = 1; i < hashes.n; i++)
        meets = meets || hashes.at[i] == hashes.at[i - 1];
    mem_free(checking->mem, hashes.at);
    return meets;
}
