#include "check/check.h"

#include <assert.h>

#include "check/network.h"
#include "model/cnames.h"
#include "model/names/path.h"

static const struct {
    void (*run)(struct checking *, component_id);
    enum needs needs;
} component_checks[] = {
    {check_id_fit, NEEDS_NOTHING},   {check_place, NEEDS_NOTHING},     {check_children, NEEDS_WHOLE},
    {check_properties, NEEDS_WHOLE}, {check_elaboration, NEEDS_WHOLE}, {check_own_references, NEEDS_NOTHING},
};

static const struct {
    void (*run)(struct checking *, model_id);
    enum needs needs;
} model_checks[] = {
    {check_model_contents, NEEDS_WHOLE},
    {check_numbering, NEEDS_WHOLE},
    {check_beginnings, NEEDS_WHOLE},
};

static const struct {
    void (*run)(struct checking *, const struct mapping *);
    enum needs needs;
} mapping_checks[] = {
    {check_version, NEEDS_NOTHING},
    {check_members, NEEDS_NOTHING},
    {check_outcomes, NEEDS_BOTH},
    {check_fits, NEEDS_WHOLE},
    {check_duplicate_rows, NEEDS_BOTH},
    {check_redundant_parents, NEEDS_BOTH},
    {check_empty, NEEDS_BOTH | NEEDS_WHOLE},
    {check_strengths, NEEDS_BOTH},
    {check_fit_of_rows, NEEDS_BOTH},
    {check_rollups, NEEDS_BOTH},
    {check_fan_out, NEEDS_BOTH},
    {check_fan_in, NEEDS_BOTH},
    {check_granularity, NEEDS_BOTH},
    {check_levels, NEEDS_BOTH},
    {check_expectations, NEEDS_BOTH | NEEDS_WHOLE},
};

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* What a check reports may not need more than the check does: the table of the rules says it to readers. */
static void assert_known(const struct checking *checking, uint32_t first, enum needs needs)
{
    for (uint32_t i = first; i < checking->diag->findings.n; i++)
        assert((rule_info(checking->diag->findings.at[i]->rule)->needs & ~needs) == 0);
    (void)needs;
}

static void check_components(struct checking *checking)
{
    const struct library *library = checking->library;
    for (component_id id = 0; id < library_component_count(library); id++) {
        enum needs has = library->components.at[id].incomplete ? NEEDS_NOTHING : NEEDS_WHOLE;
        for (size_t i = 0; i < LENGTH(component_checks); i++)
            if ((component_checks[i].needs & ~has) == 0) {
                uint32_t first = checking->diag->findings.n;
                component_checks[i].run(checking, id);
                assert_known(checking, first, component_checks[i].needs);
            }
    }
}

static void check_models(struct checking *checking)
{
    const struct library *library = checking->library;
    for (model_id id = 0; id < library->models.n; id++) {
        enum needs has = library->models.at[id].incomplete ? NEEDS_NOTHING : NEEDS_WHOLE;
        for (size_t i = 0; i < LENGTH(model_checks); i++)
            if ((model_checks[i].needs & ~has) == 0) {
                uint32_t first = checking->diag->findings.n;
                model_checks[i].run(checking, id);
                assert_known(checking, first, model_checks[i].needs);
            }
    }
}

static bool is_whole(const struct library *library, const struct mapping *mapping)
{
    return !mapping->damaged && !library->models.at[mapping->from].incomplete &&
           !library->models.at[mapping->to].incomplete;
}

static void check_mappings(struct checking *checking)
{
    const struct library *library = checking->library;
    VEC_EACH (const struct mapping, mapping, &library->mappings) {
        bool both = mapping->from != NONE && mapping->to != NONE;
        unsigned has = both ? NEEDS_BOTH : NEEDS_NOTHING;
        if (both && is_whole(library, mapping))
            has |= NEEDS_WHOLE;
        for (size_t i = 0; i < LENGTH(mapping_checks); i++)
            if ((mapping_checks[i].needs & ~has) == 0) {
                uint32_t first = checking->diag->findings.n;
                mapping_checks[i].run(checking, mapping);
                assert_known(checking, first, mapping_checks[i].needs);
            }
        arena_free(&checking->scratch);
    }
}

/* Names that meet in C: the tables would not compile. */
static void check_c_names(struct checking *checking)
{
    cname_clashes clashes = {0};
    cname_clashes_of(checking->library, &clashes);
    VEC_EACH (const struct cname_clash, clash, &clashes) {
        struct finding *finding = report(checking->diag, clash->at, MSG_same_c_name, v_name(clash->name));
        label(finding, clash->first, MSG_label_first_here);
        if (clash->component != NONE)
            about_component(checking, finding, clash->component);
    }
    vec_free(checking->mem, &clashes);
    arena_free(&checking->scratch);
}

static void check_network(struct checking *checking)
{
    if (checking->library->edges.n == 0)
        return;
    struct network network = network_of(checking);
    check_cycles(checking, &network);
    check_triangles(checking, &network);
    network_free(checking, &network);
}

void check_library(const struct library *library, struct diag *diag, struct mem *mem, const struct search *search)
{
    struct checking checking = {.library = library, .diag = diag, .mem = mem, .scratch = arena_on(mem)};
    check_components(&checking);
    check_models(&checking);
    check_mappings(&checking);
    check_contradictions(&checking);
    check_inverses(&checking);
    check_network(&checking);
    check_profiles(&checking);
    check_glossaries(&checking);
    check_sizes(&checking);
    if (paths_may_meet(&checking)) {
        check_slugs(&checking);
        check_c_names(&checking);
    }
    check_texts(&checking, search);
    check_translations(&checking);
    arena_free(&checking.scratch);
}

/* ---- Names for findings ---- */

struct str path_of(struct checking *checking, component_id id)
{
    struct buf path = buf_on(checking->mem);
    path_add(&path, checking->library, id);
    struct str text = arena_str(&checking->scratch, buf_as_str(&path));
    buf_free(&path);
    return text;
}

struct str titled(struct checking *checking, component_id id)
{
    struct buf text = buf_on(checking->mem);
    path_add_titled(&text, checking->library, id);
    struct str kept = arena_str(&checking->scratch, buf_as_str(&text));
    buf_free(&text);
    return kept;
}

void about_component(struct checking *checking, struct finding *finding, component_id id)
{
    struct buf path = buf_on(checking->mem);
    path_add_full(&path, checking->library, id);
    about(finding, buf_as_str(&path));
    buf_free(&path);
}

void about_source(struct checking *checking, struct finding *finding, const struct mapping *mapping,
                  component_id source)
{
    about_source_of(finding, checking->library, mapping, source);
}
