/* Templates against the places of their kinds: an id repeats the number of what it stands in. */

#include "model/arch.h"
#include "model/containment.h"
#include "model/template.h"

static struct library *library_of(const struct arch_builder *arch)
{
    return arch->builder->library;
}

/* A search through the kinds from one to what may stand in it, at any depth. */
struct descent {
    const struct library *library;
    kind_id first; /* of the architecture */
    uint8_t *seen;
    kind_id *waiting;
    uint32_t n_waiting;
};

static void look_into(struct descent *descent, kind_id kind)
{
    const struct kind *k = &descent->library->kinds.at[kind];
    for (uint32_t i = k->first_containment; i < k->first_containment + k->n_containments; i++) {
        kind_id held = descent->library->containments.at[i].kind;
        if (held == NONE || descent->seen[held - descent->first])
            continue;
        descent->seen[held - descent->first] = 1;
        descent->waiting[descent->n_waiting++] = held;
    }
}

/* True if a kind may stand in another, at any depth. */
static bool may_stand_in(struct arch_builder *arch, kind_id kind, kind_id around)
{
    const struct library *library = library_of(arch);
    kind_id first = library->architectures.at[arch->architecture].first_kind;
    uint32_t n = library->kinds.n - first;
    if (may_hold(library, around, kind))
        return true;
    struct descent descent = {library, first, arena_array(&arch->builder->scratch, uint8_t, n),
                              arena_array(&arch->builder->scratch, kind_id, n), 0};
    look_into(&descent, around);
    while (descent.n_waiting)
        look_into(&descent, descent.waiting[--descent.n_waiting]);
    return descent.seen[kind - first];
}

/* "`{chapter}`, `{part}`": the kinds around that have ids. */
static void help_around(struct arch_builder *arch, struct finding *finding, kind_id kind)
{
    const struct library *library = library_of(arch);
    struct buf list = buf_on(arch->builder->mem);
    for (kind_id around = library->architectures.at[arch->architecture].first_kind; around < library->kinds.n; around++)
        if (library->kinds.at[around].n_templates && may_stand_in(arch, kind, around))
            buf_printf(&list, "%s`{%.*s}`", list.n ? " or " : "",
                       STR_ARGS(name_of(arch->builder, library->kinds.at[around].name)));
    if (list.n)
        help(finding, MSG_help_numbers_around, v_text(buf_as_str(&list)));
    else
        help(finding, MSG_help_no_number);
    buf_free(&list);
}

/* Where a template names a kind; the whole string if escapes make that unclear. */
static struct span place_of(const struct id_template *made, struct str name)
{
    bool is_plain = made->at.end - made->at.start == made->text.len + 2;
    for (uint32_t i = 1; is_plain && i + name.len < made->text.len; i++)
        if (made->text.ptr[i - 1] == '{' && str_starts(str_from(made->text, i), name) &&
            made->text.ptr[i + name.len] == '}')
            return (struct span){made->at.start + 1 + i, made->at.start + 1 + i + name.len};
    return made->at;
}

static void check_template(struct arch_builder *arch, kind_id kind, const struct id_template *made)
{
    const struct library *library = library_of(arch);
    for (uint32_t i = made->first_segment; i < made->first_segment + made->n_segments; i++) {
        const struct segment *segment = &library->segments.at[i];
        if (segment->type != SEGMENT_NUMBER || segment->kind == NONE || may_stand_in(arch, kind, segment->kind))
            continue;
        struct str wanted = name_of(arch->builder, library->kinds.at[segment->kind].name);
        struct finding *finding = report(arch->builder->diag, place_of(made, wanted), MSG_template_elsewhere,
                                         v_name(name_of(arch->builder, library->kinds.at[kind].name)), v_name(wanted));
        help_around(arch, finding, kind);
    }
}

/* True if components of the kind may stand anywhere: of one that is kept for other architectures nothing is known. */
static bool has_place(const struct arch_builder *arch, kind_id kind)
{
    const struct library *library = library_of(arch);
    const struct architecture *own = &library->architectures.at[arch->architecture];
    bool found = containment_of(library, own->first_containment, own->n_containments, kind) != NULL;
    for (kind_id holder = own->first_kind; holder < library->kinds.n && !found; holder++)
        found = may_hold(library, holder, kind);
    return found;
}

void arch_check_templates(struct arch_builder *arch, kind_id kind)
{
    enum { KINDS_MOST = 500 }; /* each is looked for in each */
    const struct library *library = library_of(arch);
    const struct kind *k = &library->kinds.at[kind];
    if (k->n_templates == 0 ||
        library->kinds.n - library->architectures.at[arch->architecture].first_kind > KINDS_MOST ||
        !has_place(arch, kind))
        return;
    for (uint32_t i = 0; i < k->n_templates; i++)
        check_template(arch, kind, &library->templates.at[k->first_template + i]);
}
