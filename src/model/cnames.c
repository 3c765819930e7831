#include "model/cnames.h"

#include "base/utf8.h"
#include "model/path.h"
#include "model/view.h"

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

/* The headers of C23 and before. A program that is told to look for headers where the tables are would
   get the tables instead. */
static bool is_library_header(struct str name)
{
    static const char *const headers[] = {
        "assert",   "complex",   "ctype",   "errno",    "fenv",      "float",     "inttypes", "iso646",
        "limits",   "locale",    "math",    "setjmp",   "signal",    "stdalign",  "stdarg",   "stdatomic",
        "stdbit",   "stdbool",   "stdckdint", "stddef", "stdint",    "stdio",     "stdlib",   "stdnoreturn",
        "string",   "tgmath",    "threads", "time",     "uchar",     "wchar",     "wctype",
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
    struct span at;
    model_id model;         /* in whose tables the component is */
    component_id component; /* NONE: a model or a mapping */
};

struct clash_search {
    const struct library *library;
    struct arena *arena;
    cname_clashes *out;
    struct atoms names;
    VEC(struct bearer) bearers; /* by atom of the name */
    struct buf name;            /* the one at hand */
};

/* Gives the name at hand to a bearer; false if it has a bearer already, which is kept in `*first`. */
static bool claim(struct clash_search *search, struct bearer bearer, struct bearer *first)
{
    atom name = atom_intern(&search->names, buf_as_str(&search->name));
    if (name < search->bearers.n) {
        *first = search->bearers.at[name];
        return false;
    }
    vec_push(search->library->mem, &search->bearers, bearer);
    return true;
}

static void add_clash(struct clash_search *search, enum cname_kind kind, struct bearer one,
                      struct bearer first)
{
    struct cname_clash clash = {
        .kind = kind,
        .name = arena_str(search->arena, buf_as_str(&search->name)),
        .at = one.at,
        .first = first.at,
        .component = one.component,
    };
    vec_push(search->library->mem, search->out, clash);
}

/* Claims object and files; true if nobody has them. */
static bool claim_declaration(struct clash_search *search, atom id, struct span at)
{
    struct bearer bearer = {at, NONE, NONE}, first;
    struct str text = atom_text(search->library->atoms, id);
    search->name.n = 0;
    cname_object(&search->name, text);
    if (!claim(search, bearer, &first)) {
        add_clash(search, CNAME_OBJECT, bearer, first);
        return false;
    }
    search->name.n = 0;
    cname_file(&search->name, text);
    buf_text(&search->name, ".h");
    if (claim(search, bearer, &first))
        return true;
    add_clash(search, CNAME_FILE, bearer, first);
    return false;
}

/* Components of a base clash in its own tables already. */
static bool clash_in_base(const struct library *library, const struct bearer *a, const struct bearer *b)
{
    return a->model == b->model && library->components.at[a->component].model != a->model &&
           library->components.at[b->component].model != b->model;
}

static void claim_constants(struct clash_search *search, model_id model)
{
    const struct library *library = search->library;
    for (uint32_t i = 0; i < view_count(library, model); i++) {
        component_id id = view_component(library, model, i);
        const struct component *component = &library->components.at[id];
        struct bearer bearer = {component->at, model, id}, first;
        if (component->id == 0 || component->duplicate)
            continue;
        search->name.n = 0;
        cname_constant(&search->name, library, model, id);
        if (!claim(search, bearer, &first) && !clash_in_base(library, &bearer, &first))
            add_clash(search, CNAME_CONSTANT, bearer, first);
    }
}

void cname_clashes_of(const struct library *library, struct arena *arena, cname_clashes *out)
{
    struct clash_search search = {.library = library, .arena = arena, .out = out,
                                  .name = buf_on(library->mem)};
    atoms_init(&search.names, library->mem);
    vec_push(library->mem, &search.bearers, ((struct bearer){{0, 0}, NONE, NONE})); /* no name: atom 0 */
    for (model_id model = 0; model < library->models.n; model++)
        if (claim_declaration(&search, library->models.at[model].id, library->models.at[model].at))
            claim_constants(&search, model);
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        claim_declaration(&search, mapping->id, mapping->at);
    atoms_free(&search.names);
    vec_free(library->mem, &search.bearers);
    buf_free(&search.name);
}
