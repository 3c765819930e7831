/* Paths that make one page or anchor of two components: equal once capitals and the composition of letters
   are left out, as many file systems do (Unicode Standard, 3.13, D145: canonical caseless matching; marks
   that stand in another order are not put in order). */

#include <utf8proc.h>

#include "base/utf8.h"
#include "check/check.h"

struct folding {
    struct checking *checking;
    struct map names;   /* atom of a name -> atom of its folded form */
    struct map taken;   /* (what it stands in, folded name) -> the first component there */
    component_id *same; /* by component: the first one whose folded path is the same */
};

static void add_folded(struct buf *out, struct str name)
{
    const char *end = name.ptr + name.len;
    for (const char *at = name.ptr; at < end;) {
        utf8proc_int32_t parts[16];
        uint32_t length, c = utf8_decode(at, end, &length);
        int boundary = 0;
        utf8proc_ssize_t n =
            utf8proc_decompose_char((utf8proc_int32_t)c, parts, 16, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
        for (utf8proc_ssize_t i = 0; i < n && i < 16; i++) {
            char bytes[4];
            buf_str(out, (struct str){bytes, utf8_encode((uint32_t)parts[i], bytes)});
        }
        at += length;
    }
}

static atom folded(struct folding *folding, atom name)
{
    struct library *library = folding->checking->library->writable;
    atom *known = map_at(&folding->names, name, 0);
    if (*known)
        return *known;
    struct buf text = buf_on(folding->checking->mem);
    add_folded(&text, atom_text(library->atoms, name));
    *known = atom_intern(library->atoms, buf_as_str(&text));
    buf_free(&text);
    return *known;
}

/* What the path begins with, as a number; at the top it is the model, bolt-ons with their base. */
static uint32_t scope_of(const struct folding *folding, const struct component *component)
{
    const struct library *library = folding->checking->library;
    if (component->path_parent != NONE)
        return folding->same[component->path_parent];
    return 0x80000000u | library_root_model(library, component->model);
}

static void check_path(struct folding *folding, component_id id)
{
    struct checking *checking = folding->checking;
    const struct component *component = &checking->library->components.at[id];
    folding->same[id] = id;
    if (component->id == 0 || component->duplicate)
        return;
    uint64_t key = map_key(scope_of(folding, component), folded(folding, component->id));
    folding->same[id] = *map_at(&folding->taken, key, id);
    const struct component *first = &checking->library->components.at[folding->same[id]];
    if (first->id == component->id)
        return; /* the same, or an elaboration beside what it elaborates */
    struct finding *finding = report(checking->diag, component->at, MSG_slug_collision, v_name(path_of(checking, id)),
                                     v_name(path_of(checking, folding->same[id])));
    label(finding, first->at, MSG_label_defined_here);
    about_component(checking, finding, id);
}

static void check_models_of_one_name(struct folding *folding)
{
    struct checking *checking = folding->checking;
    for (model_id id = 0; id < checking->library->models.n; id++) {
        const struct model *model = &checking->library->models.at[id];
        uint32_t first = *map_at(&folding->taken, map_key(UINT32_MAX - 1, folded(folding, model->id)), id);
        if (first == id)
            continue;
        const struct model *other = &checking->library->models.at[first];
        label(report(checking->diag, model->at, MSG_slug_collision, v_name(name_in(checking, model->id)),
                     v_name(name_in(checking, other->id))),
              other->at, MSG_label_defined_here);
    }
}

void check_slugs(struct checking *checking)
{
    uint32_t n = library_component_count(checking->library);
    struct folding folding = {checking, map_on(checking->mem), map_on(checking->mem), NULL};
    folding.same = arena_array(&checking->scratch, component_id, n + 1);
    check_models_of_one_name(&folding);
    for (component_id id = 0; id < n; id++)
        check_path(&folding, id);
    map_free(&folding.names);
    map_free(&folding.taken);
    arena_free(&checking->scratch);
}
