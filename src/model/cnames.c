#include "model/cnames.h"

#include <stdio.h>

#include "base/utf8.h"
#include "model/path.h"
#include "model/view.h"

/* The first character of a text as it stands in a name: itself, `_`, or "_u0915" for what is not ASCII, so that
   ids of other scripts stay apart. Returns how many bytes that is; `*length` is what it took of the text. */
static uint32_t plain_character(struct str text, char out[12], uint32_t *length)
{
    *length = 1;
    if ((unsigned char)text.ptr[0] < 0x80) {
        out[0] = is_alnum(text.ptr[0]) ? text.ptr[0] : '_';
        return 1;
    }
    return (uint32_t)snprintf(out, 12, "_u%04x", utf8_decode(text.ptr, text.ptr + text.len, length));
}

static void add_plain(struct buf *out, struct str text)
{
    char c[12];
    for (uint32_t at = 0, length; at < text.len; at += length)
        buf_add(out, c, plain_character(str_from(text, at), c, &length));
}

void cname_object(struct buf *out, struct str id)
{
    buf_text(out, id.len && is_lower(id.ptr[0]) ? "prm__" : "prm_");
    add_plain(out, id);
}

/* The headers of C23 and before. A program that is told to look for headers where the tables are
   would get the tables instead. */
static bool is_library_header(struct str name)
{
    static const char *const headers[] = {
        "assert", "complex", "ctype",     "errno",  "fenv",   "float",    "inttypes", "iso646",
        "limits", "locale",  "math",      "setjmp", "signal", "stdalign", "stdarg",   "stdatomic",
        "stdbit", "stdbool", "stdckdint", "stddef", "stdint", "stdio",    "stdlib",   "stdnoreturn",
        "string", "tgmath",  "threads",   "time",   "uchar",  "wchar",    "wctype",
    };
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (str_is(name, headers[i]))
            return true;
    return false;
}

void cname_file(struct buf *out, struct str id)
{
    struct buf name = buf_on(out->mem);
    add_plain(&name, id);
    for (size_t i = 0; i < name.n; i++)
        name.at[i] = to_lower(name.at[i]);
    if (is_library_header(buf_as_str(&name)))
        buf_text(out, "prm_");
    buf_str(out, buf_as_str(&name));
    buf_free(&name);
}

void cname_constant(struct buf *out, const struct library *library, model_id model,
                    component_id component)
{
    struct buf path = buf_on(out->mem);
    path_add(&path, library, component);
    buf_text(out, "PRM_");
    add_plain(out, atom_text(library->atoms, library->models.at[model].id));
    buf_char(out, '_');
    add_plain(out, buf_as_str(&path));
    buf_free(&path);
}

/* ---- Clashes ---- */

/* Who has a name. */
struct bearer {
    enum cname_kind kind;
    atom id;                /* of a model or mapping */
    model_id model;         /* in whose tables the component is */
    component_id component; /* NONE: a model or mapping */
    struct span at;
};

struct clash_search {
    const struct library *library;
    struct arena *arena;
    cname_clashes *out;
    struct map names; /* hash -> index of the bearer */
    VEC(struct bearer) bearers;
    struct buf name, other;
};

static void write_name(const struct clash_search *search, struct buf *out,
                       const struct bearer *bearer)
{
    const struct library *library = search->library;
    out->n = 0;
    switch (bearer->kind) {
    case CNAME_OBJECT: cname_object(out, atom_text(library->atoms, bearer->id)); break;
    case CNAME_FILE:
        cname_file(out, atom_text(library->atoms, bearer->id));
        buf_text(out, ".h"); /* so that it is no other name */
        break;
    case CNAME_CONSTANT: cname_constant(out, library, bearer->model, bearer->component); break;
    }
}

/* Components of a base clash in its own tables already. */
static bool clash_in_base(const struct library *library, const struct bearer *a,
                          const struct bearer *b)
{
    return a->component != NONE && b->component != NONE && a->model == b->model &&
           library->components.at[a->component].model != a->model &&
           library->components.at[b->component].model != b->model;
}

/* Something around it has a path that is taken: that is reported. */
static bool in_duplicate(const struct library *library, component_id id)
{
    while (id != NONE && !library->components.at[id].duplicate)
        id = library->components.at[id].parent;
    return id != NONE;
}

static void add_clash(struct clash_search *search, const struct bearer *one,
                      const struct bearer *first)
{
    struct cname_clash clash = {
        .kind = one->kind,
        .name = arena_str(search->arena, buf_as_str(&search->name)),
        .at = one->at,
        .first = first->at,
        .component = one->component,
    };
    vec_push(search->library->mem, search->out, clash);
}

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* Carries a hash on (FNV-1a, 64 bits) over text as it stands in a name in C. */
static uint64_t hash_on(uint64_t hash, struct str text)
{
    char c[12];
    for (uint32_t at = 0, length; at < text.len; at += length) {
        uint32_t n = plain_character(str_from(text, at), c, &length);
        for (uint32_t i = 0; i < n; i++)
            hash = (hash ^ (unsigned char)c[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

/* Gives a bearer its name, whose hash is given; false if another has it. Names are compared by their hash, then
   as they are. */
static bool claim(struct clash_search *search, struct bearer bearer, uint64_t hash)
{
    uint32_t *place = map_at(&search->names, hash - (hash == MAP_NO_KEY), search->bearers.n);
    if (*place == search->bearers.n) {
        vec_push(search->library->mem, &search->bearers, bearer);
        return true;
    }
    const struct bearer *first = &search->bearers.at[*place];
    write_name(search, &search->name, &bearer);
    write_name(search, &search->other, first);
    if (!str_eq(buf_as_str(&search->name), buf_as_str(&search->other)))
        return true;
    if (!clash_in_base(search->library, &bearer, first) && !in_duplicate(search->library, bearer.component))
        add_clash(search, &bearer, first);
    return false;
}

static bool claim_declaration(struct clash_search *search, atom id, struct span at)
{
    for (enum cname_kind kind = CNAME_OBJECT; kind <= CNAME_FILE; kind++) {
        struct bearer bearer = {kind, id, NONE, NONE, at};
        write_name(search, &search->name, &bearer);
        if (!claim(search, bearer, hash_on(HASH_START, buf_as_str(&search->name))))
            return false;
    }
    return true;
}

/* The hash of the name of a constant, from that of what its path begins with. */
static uint64_t hash_of_constant(struct clash_search *search, model_id model, component_id id, uint64_t start,
                                 const uint64_t *hashes)
{
    const struct library *library = search->library;
    const struct component *component = &library->components.at[id];
    if (component->id == 0) {
        write_name(search, &search->name, &(struct bearer){CNAME_CONSTANT, 0, model, id, component->at});
        return hash_on(HASH_START, buf_as_str(&search->name));
    }
    if (component->path_parent != NONE)
        start = hash_on(hashes[view_position(library, model, component->path_parent)], STR("/"));
    return hash_on(start, atom_text(library->atoms, component->id));
}

static void claim_constants(struct clash_search *search, model_id model)
{
    const struct library *library = search->library;
    uint32_t n = view_count(library, model);
    uint64_t *hashes = arena_array(search->arena, uint64_t, n + 1), start = hash_on(HASH_START, STR("PRM_"));
    start = hash_on(hash_on(start, atom_text(library->atoms, library->models.at[model].id)), STR("_"));
    for (uint32_t i = 0; i < n; i++) {
        component_id id = view_component(library, model, i);
        const struct component *component = &library->components.at[id];
        hashes[i] = hash_of_constant(search, model, id, start, hashes);
        if (component->id && !component->duplicate)
            claim(search, (struct bearer){CNAME_CONSTANT, 0, model, id, component->at}, hashes[i]);
    }
}

void cname_clashes_of(const struct library *library, struct arena *arena, cname_clashes *out)
{
    struct mem *mem = library->mem;
    struct clash_search search = {.library = library,
                                  .arena = arena,
                                  .out = out,
                                  .names = map_on(mem),
                                  .name = buf_on(mem),
                                  .other = buf_on(mem)};
    for (model_id model = 0; model < library->models.n; model++)
        if (claim_declaration(&search, library->models.at[model].id, library->models.at[model].at))
            claim_constants(&search, model);
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        claim_declaration(&search, mapping->id, mapping->at);
    map_free(&search.names);
    vec_free(mem, &search.bearers);
    buf_free(&search.name);
    buf_free(&search.other);
}
