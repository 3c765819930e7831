#include "emit/skeleton.h"

#include "diag/snippet.h"
#include "emit/titles.h"
#include "model/names/path.h"
#include "model/names/spelling.h"
#include "model/view.h"
#include "syntax/literal.h"

struct skeleton {
    struct buf *out;
    const struct library *library;
    model_id from, to;
    struct titles titles; /* of what may be a target */
    uint8_t *is_leaf;     /* by position in the view of `from` */
};

/* ---- What is mapped ---- */

/* True for what rows are about: what is in force, has an id, and is more than information or order. */
static bool is_mapped(const struct library *library, component_id id)
{
    const struct component *component = &library->components.at[id];
    const struct kind *kind = library_kind(library, id);
    return component->id && !component->withdrawn && !component->duplicate && !kind->grouping &&
           kind->elaborates == NONE && kind->importance != IMPORTANCE_INFORMATIVE;
}

/* From the last to the first, so that what is inside of a component is known when it is reached. */
static void find_leaves(struct skeleton *s)
{
    uint32_t n = view_count(s->library, s->from), next_mapped = NONE;
    s->is_leaf = mem_alloc(s->library->mem, n + 1u);
    for (uint32_t position = n; position-- > 0;) {
        bool mapped = is_mapped(s->library, view_component(s->library, s->from, position));
        s->is_leaf[position] = mapped && next_mapped >= view_end(s->library, s->from, position);
        if (mapped)
            next_mapped = position;
    }
}

/* ---- Expectations ---- */

/* True if something of the kind asks for a row, but gets none here: it holds others, of another kind. */
static bool misses_rows(const struct skeleton *s, kind_id kind)
{
    uint32_t next_of_kind = NONE;
    for (uint32_t position = view_count(s->library, s->from); position-- > 0;) {
        component_id id = view_component(s->library, s->from, position);
        const struct component *component = &s->library->components.at[id];
        if (component->kind != kind || component->withdrawn)
            continue;
        if (!s->is_leaf[position] && next_of_kind >= view_end(s->library, s->from, position))
            return true;
        next_of_kind = position;
    }
    return false;
}

/* `expect KIND mapped` for the kinds whose rows are all here: it reports a row that gets lost. */
static void add_expectations(struct skeleton *s)
{
    uint32_t n = view_count(s->library, s->from);
    uint8_t *is_known = mem_alloc(s->library->mem, s->library->kinds.n + 1u);
    memset(is_known, 0, s->library->kinds.n + 1u);
    for (uint32_t position = 0; position < n; position++) {
        kind_id kind = s->library->components.at[view_component(s->library, s->from, position)].kind;
        if (!s->is_leaf[position] || is_known[kind])
            continue;
        is_known[kind] = true;
        if (!misses_rows(s, kind))
            buf_printf(s->out, "  expect %.*s mapped\n",
                       STR_ARGS(atom_text(s->library->atoms, s->library->kinds.at[kind].name)));
    }
    mem_free(s->library->mem, is_known);
}

/* ---- Rows ---- */

/* A title in a comment, on one line. */
static void add_title(struct skeleton *s, component_id id)
{
    struct str title = s->library->components.at[id].title;
    if (!title.len)
        return;
    buf_text(s->out, " \"");
    add_visible(s->out, title);
    buf_char(s->out, '"');
}

static void add_path(struct skeleton *s, component_id id)
{
    struct buf path = buf_on(s->out->mem);
    path_add(&path, s->library, id);
    add_visible(s->out, buf_as_str(&path));
    buf_free(&path);
}

/* Appends what a row has to say to name a component of a model; false if nothing would. */
static bool add_reference(struct skeleton *s, model_id model, component_id id)
{
    struct scope scope = {.model = model, .component = NONE};
    return spell_reference(s->out, s->library, scope, id);
}

/* Headings for what the component stands in and the one before it does not; a blank line where that ends. */
static void add_headings(struct skeleton *s, component_id id, component_id before)
{
    enum { DEPTH_MOST = 128 };
    const struct component *components = s->library->components.at;
    component_id around[DEPTH_MOST];
    uint32_t n = 0;
    if (before == NONE || components[id].parent != components[before].parent)
        buf_char(s->out, '\n');
    for (component_id a = components[id].parent; a != NONE && n < DEPTH_MOST; a = components[a].parent) {
        component_id b = before;
        while (b != NONE && b != a)
            b = components[b].parent;
        if (b == a)
            break;
        around[n++] = a;
    }
    while (n-- > 0) {
        buf_text(s->out, "  # ");
        add_path(s, around[n]);
        add_title(s, around[n]);
        buf_char(s->out, '\n');
    }
}

static void add_row(struct skeleton *s, component_id id)
{
    const struct component *component = &s->library->components.at[id];
    component_id alike[ALIKE_MOST];
    uint32_t n = titles_like(&s->titles, component->title, alike);
    buf_text(s->out, "  ");
    if (add_reference(s, s->from, id)) {
        buf_text(s->out, " -> ?  # ");
    } else {
        buf_text(s->out, "# no reference leads to ");
        add_path(s, id);
        buf_text(s->out, ": ");
    }
    add_visible(s->out, component->title.len ? component->title : STR("no title"));
    for (uint32_t i = 0; i < n; i++) {
        buf_text(s->out, i ? ", " : "; perhaps ");
        add_reference(s, s->to, alike[i]);
        add_title(s, alike[i]);
    }
    buf_char(s->out, '\n');
}

static void add_rows(struct skeleton *s)
{
    component_id before = NONE;
    for (uint32_t position = 0; position < view_count(s->library, s->from); position++) {
        component_id id = view_component(s->library, s->from, position);
        if (!s->is_leaf[position])
            continue;
        add_headings(s, id, before);
        add_row(s, id);
        before = id;
    }
}

/* ---- The mapping ---- */

static bool is_taken(const struct library *library, struct str id)
{
    VEC_EACH (const struct mapping, mapping, &library->mappings)
        if (str_eq(atom_text(library->atoms, mapping->id), id))
            return true;
    return false;
}

/* `A-to-B`, with a number behind if there is such a mapping. */
static void add_id(struct skeleton *s)
{
    const struct library *library = s->library;
    struct buf id = buf_on(s->out->mem);
    buf_printf(&id, "%.*s-to-%.*s", STR_ARGS(atom_text(library->atoms, library->models.at[s->from].id)),
               STR_ARGS(atom_text(library->atoms, library->models.at[s->to].id)));
    size_t length = id.n;
    for (uint32_t number = 2; is_taken(library, buf_as_str(&id)); number++) {
        id.n = length;
        buf_printf(&id, "-%u", number);
    }
    spell_id(s->out, buf_as_str(&id));
    buf_free(&id);
}

static void add_side(struct skeleton *s, const char *word, model_id id)
{
    const struct model *model = &s->library->models.at[id];
    buf_printf(s->out, "  %s ", word);
    spell_id(s->out, atom_text(s->library->atoms, model->id));
    if (model->header.version.len && !memchr(model->header.version.ptr, '\n', model->header.version.len)) {
        buf_char(s->out, ' ');
        literal_add(s->out, model->header.version);
    }
    buf_char(s->out, '\n');
}

/* All titles that are compared: those of the leaves, and of what may be a target. */
static void collect_titles(struct skeleton *s)
{
    s->titles = titles_on(s->library->mem, s->library->atoms);
    for (uint32_t position = 0; position < view_count(s->library, s->from); position++)
        if (s->is_leaf[position])
            titles_expect(&s->titles, s->library->components.at[view_component(s->library, s->from, position)].title);
    for (uint32_t position = 0; position < view_count(s->library, s->to); position++) {
        component_id id = view_component(s->library, s->to, position);
        size_t length = s->out->n;
        if (is_mapped(s->library, id) && add_reference(s, s->to, id))
            titles_add(&s->titles, id, s->library->components.at[id].title);
        s->out->n = length;
    }
    titles_index(&s->titles);
}

void write_skeleton(struct buf *out, const struct library *library, model_id from, model_id to)
{
    struct skeleton s = {.out = out, .library = library, .from = from, .to = to};
    find_leaves(&s);
    collect_titles(&s);
    buf_text(out, "mapping ");
    add_id(&s);
    buf_text(out, " {\n");
    add_side(&s, "from", from);
    add_side(&s, "to", to);
    add_expectations(&s);
    add_rows(&s);
    buf_text(out, "}\n");
    titles_free(&s.titles);
    mem_free(library->mem, s.is_leaf);
}
