#include "model/cnames.h"

#include "base/utf8.h"
#include "model/path.h"
#include "model/view.h"
#include "prm/tables.h"

static bool is_plain(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Puts `_` for every other character in what was appended from `start` on. */
static void make_plain(struct buf *out, size_t start)
{
    size_t n = start;
    for (uint32_t length = 1; start < out->n; start += length) {
        char c = out->at[start];
        length = 1;
        if ((unsigned char)c >= 0x80)
            utf8_decode(out->at + start, out->at + out->n, &length);
        out->at[n++] = is_plain(c) ? c : '_';
    }
    out->n = n;
}

void cname_object(struct buf *out, struct str id)
{
    buf_text(out, id.len && id.ptr[0] >= 'a' && id.ptr[0] <= 'z' ? "prm__" : "prm_");
    size_t start = out->n;
    buf_str(out, id);
    make_plain(out, start);
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
    buf_str(&name, id);
    make_plain(&name, 0);
    for (size_t i = 0; i < name.n; i++)
        if (name.at[i] >= 'A' && name.at[i] <= 'Z')
            name.at[i] = (char)(name.at[i] - 'A' + 'a');
    if (is_library_header(buf_as_str(&name)))
        buf_text(out, "prm_");
    buf_str(out, buf_as_str(&name));
    buf_free(&name);
}

void cname_constant(struct buf *out, const struct library *library, model_id model,
                    component_id component)
{
    size_t start = out->n;
    buf_text(out, "PRM_");
    buf_str(out, atom_text(library->atoms, library->models.at[model].id));
    buf_char(out, '_');
    path_add(out, library, component);
    make_plain(out, start);
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

/* Gives a bearer its name; false if another has it. Names are compared by 64 bits of their hash,
   which is the one of the tables, then as they are. */
static bool claim(struct clash_search *search, struct bearer bearer)
{
    write_name(search, &search->name, &bearer);
    uint64_t hash = prm_in_hash((const unsigned char *)search->name.at, search->name.n, 1);
    uint32_t *place = map_at(&search->names, hash - (hash == MAP_NO_KEY), search->bearers.n);
    if (*place == search->bearers.n) {
        vec_push(search->library->mem, &search->bearers, bearer);
        return true;
    }
    const struct bearer *first = &search->bearers.at[*place];
    write_name(search, &search->other, first);
    if (!str_eq(buf_as_str(&search->name), buf_as_str(&search->other)))
        return true;
    if (!clash_in_base(search->library, &bearer, first))
        add_clash(search, &bearer, first);
    return false;
}

static bool claim_declaration(struct clash_search *search, atom id, struct span at)
{
    struct bearer bearer = {CNAME_OBJECT, id, NONE, NONE, at};
    if (!claim(search, bearer))
        return false;
    bearer.kind = CNAME_FILE;
    return claim(search, bearer);
}

static void claim_constants(struct clash_search *search, model_id model)
{
    const struct library *library = search->library;
    for (uint32_t i = 0; i < view_count(library, model); i++) {
        component_id id = view_component(library, model, i);
        const struct component *component = &library->components.at[id];
        if (component->id && !component->duplicate)
            claim(search, (struct bearer){CNAME_CONSTANT, 0, model, id, component->at});
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
