/* References that are spelled otherwise than what they mean, or that mean two things. */

#include "model/names/spelling.h"

#include "model/names/path.h"

/* An id as it is written in a reference: in backquotes where it is no plain id. */
static void add_id(struct buf *out, struct str id, bool bare)
{
    bool plain = id.len > 0 && (is_upper(id.ptr[0]) || is_digit(id.ptr[0]));
    for (uint32_t i = 0; i < id.len && plain; i++) {
        char c = id.ptr[i];
        bool joint = c == '.' || c == '-';
        plain = joint ? i + 1 < id.len && id.ptr[i + 1] != '.' && id.ptr[i + 1] != '-' : is_alnum(c) || c == '_';
    }
    buf_printf(out, plain || bare ? "%.*s" : "`%.*s`", STR_ARGS(id));
}

static void add_path(struct buf *out, const struct library *library, component_id id, bool bare)
{
    const struct component *component = &library->components.at[id];
    if (component->path_parent != NONE) {
        add_path(out, library, component->path_parent, bare);
        buf_char(out, '/');
    }
    add_id(out, atom_text(library->atoms, component->id), bare);
}

/* The ids of the canonical path, outermost first; returns how many. */
static uint32_t path_ids(const struct library *library, component_id id, atom *ids)
{
    const struct component *component = &library->components.at[id];
    uint32_t n = component->path_parent == NONE ? 0 : path_ids(library, component->path_parent, ids);
    ids[n] = component->id;
    return n + 1;
}

/* True if the ids lead to the component, and to nothing else, from where the reference stands. */
static bool leads_to(const struct library *library, struct scope scope, const atom *ids, uint32_t n,
                     component_id target)
{
    struct lookup lookup = names_find(library, scope, ids, n);
    return lookup.target == target && lookup.other == NONE && !lookup.loose;
}

void spell_id(struct buf *out, struct str id)
{
    add_id(out, id, false);
}

bool spell_reference(struct buf *out, const struct library *library, struct scope scope, component_id target)
{
    atom ids[PATH_LENGTH_MOST];
    if (!leads_to(library, scope, ids, path_ids(library, target, ids), target))
        return false;
    add_path(out, library, target, false);
    return true;
}

/* The ids as they should be spelled: each step's own if that leads to the component, else its canonical
   path. Returns how many there are, 0 if neither does. */
static uint32_t mended_ids(const struct library *library, struct scope scope, const struct written *written,
                           component_id target, atom *ids)
{
    component_id at = target;
    for (uint32_t i = written->n; i-- > 0;) {
        atom folded = names_fold(library->atoms, atom_text(library->atoms, written->steps[i].name));
        while (i + 1 < written->n && at != NONE && !names_matches(library, at, folded))
            at = library->components.at[at].parent;
        ids[i] = at == NONE ? 0 : library->components.at[at].id;
        at = at == NONE ? NONE : library->components.at[at].parent;
    }
    if (leads_to(library, scope, ids, written->n, target))
        return written->n;
    uint32_t n = path_ids(library, target, ids);
    return leads_to(library, scope, ids, n, target) ? n : 0;
}

/* The only step that is spelled otherwise, or `n` if there are several. */
static uint32_t only_difference(const struct written *written, const atom *ids, uint32_t n)
{
    uint32_t only = n;
    for (uint32_t i = 0; i < n && n == written->n; i++)
        if (ids[i] != written->steps[i].name) {
            if (only < n)
                return n;
            only = i;
        }
    return only;
}

void report_loose(struct builder *builder, struct scope scope, const struct written *written, component_id target)
{
    struct library *library = builder->library;
    atom ids[PATH_LENGTH_MOST];
    uint32_t n = mended_ids(library, scope, written, target, ids);
    uint32_t only = only_difference(written, ids, n);
    struct span at = only < n ? written->steps[only].at
                              : (struct span){written->steps[0].at.start, written->steps[written->n - 1].at.end};
    struct buf spelled = buf_on(builder->mem), mended = buf_on(builder->mem);
    for (uint32_t i = only < n ? only : 0; i < (only < n ? only + 1 : n); i++) {
        if (mended.n)
            buf_char(&mended, '/');
        add_id(&mended, name_of(builder, ids[i]), written->bare);
    }
    for (uint32_t i = only < n ? only : 0; i < (only < n ? only + 1 : written->n); i++)
        buf_printf(&spelled, "%s%.*s", spelled.n ? "/" : "", STR_ARGS(name_of(builder, written->steps[i].name)));
    if (written->joined)
        spelled.n = 0;
    struct str spelling = written->joined ? source_text(builder->diag->sources, at) : buf_as_str(&spelled);
    struct str id = name_of(builder, library->components.at[target].id);
    bool by_label =
        !written->joined && names_fold(library->atoms, id) !=
                                names_fold(library->atoms, name_of(builder, written->steps[written->n - 1].name));
    struct finding *finding = report(builder->diag, at, by_label ? MSG_label_used : MSG_loose_spelling,
                                     v_name(spelling), v_name(mended.n ? buf_as_str(&mended) : id));
    label(finding, library->components.at[target].at, MSG_label_defined_here);
    if (n > 0) {
        struct fix *fix = suggest(finding, SAFETY_SAFE, MSG_fix_replace_by, v_name(buf_as_str(&mended)));
        fix_edit(finding, fix, at, buf_as_str(&mended));
    }
    buf_free(&spelled);
    buf_free(&mended);
}

void report_ambiguous(struct builder *builder, const struct written *written, struct lookup lookup)
{
    struct library *library = builder->library;
    struct step last = written->steps[written->n - 1];
    struct finding *finding =
        report(builder->diag, written->at, MSG_ambiguous, v_name(source_text(builder->diag->sources, written->at)));
    component_id candidates[2] = {lookup.target, lookup.other};
    for (uint32_t i = 0; i < 2; i++) {
        struct buf path = buf_on(builder->mem);
        add_path(&path, library, candidates[i], written->bare);
        label(finding, library->components.at[candidates[i]].at, MSG_label_candidate);
        struct fix *fix = suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(buf_as_str(&path)));
        struct span at = {written->steps[0].at.start, last.at.end};
        fix_edit(finding, fix, at, buf_as_str(&path));
        buf_free(&path);
    }
}
