#include "model/cnames.h"

#include "base/utf8.h"
#include "model/names/path.h"
#include "model/view.h"

/* A text as it stands in a name. What is not ASCII is "_u0915", so that ids of other scripts stay apart. */
static void add_plain(struct buf *out, struct str text)
{
    for (uint32_t at = 0, length = 1; at < text.len; at += length, length = 1)
        if ((unsigned char)text.ptr[at] >= 0x80)
            buf_printf(out, "_u%04x", utf8_decode(text.ptr + at, text.ptr + text.len, &length));
        else
            buf_char(out, is_alnum(text.ptr[at]) ? text.ptr[at] : '_');
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

void cname_constant(struct buf *out, const struct library *library, model_id model, component_id component)
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
    atom id;                /* of a model, mapping or profile */
    model_id model;         /* in whose tables the component is */
    component_id component; /* NONE: of a declaration */
    struct span at;
};

struct clash_search {
    const struct library *library;
    cname_clashes *out;
    struct map names; /* atom of a name -> index of the bearer */
    VEC(struct bearer) bearers;
};

static atom name_of_bearer(const struct library *library, const struct bearer *bearer)
{
    struct buf name = buf_on(library->mem);
    switch (bearer->kind) {
    case CNAME_OBJECT: cname_object(&name, atom_text(library->atoms, bearer->id)); break;
    case CNAME_FILE:
        cname_file(&name, atom_text(library->atoms, bearer->id));
        buf_text(&name, ".h"); /* so that it is no other name */
        break;
    case CNAME_CONSTANT: cname_constant(&name, library, bearer->model, bearer->component); break;
    }
    atom result = atom_intern(library->atoms, buf_as_str(&name));
    buf_free(&name);
    return result;
}

/* Components of a base clash in its own tables already. */
static bool clash_in_base(const struct library *library, const struct bearer *a, const struct bearer *b)
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

/* Gives a bearer its name; false if another has it. */
static bool claim(struct clash_search *search, struct bearer bearer)
{
    const struct library *library = search->library;
    atom name = name_of_bearer(library, &bearer);
    uint32_t place = *map_at(&search->names, name, search->bearers.n);
    if (place == search->bearers.n) {
        vec_push(library->mem, &search->bearers, bearer);
        return true;
    }
    const struct bearer *first = &search->bearers.at[place];
    struct cname_clash clash = {bearer.kind, atom_text(library->atoms, name), bearer.at, first->at, bearer.component};
    if (!clash_in_base(library, &bearer, first) && !in_duplicate(library, bearer.component))
        vec_push(library->mem, search->out, clash);
    return false;
}

static bool claim_declaration(struct clash_search *search, atom id, struct span at)
{
    return claim(search, (struct bearer){CNAME_OBJECT, id, NONE, NONE, at}) &&
           claim(search, (struct bearer){CNAME_FILE, id, NONE, NONE, at});
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

void cname_clashes_of(const struct library *library, cname_clashes *out)
{
    struct clash_search search = {.library = library, .out = out, .names = map_on(library->mem)};
    for (model_id model = 0; model < library->models.n; model++)
        if (claim_declaration(&search, library->models.at[model].id, library->models.at[model].at))
            claim_constants(&search, model);
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        claim_declaration(&search, mapping->id, mapping->at);
    VEC_EACH (const struct profile, profile, &library->profiles)
        claim_declaration(&search, profile->id, profile->at);
    map_free(&search.names);
    vec_free(library->mem, &search.bearers);
}
