#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "diag/diag.h"
#include "model/library.h"
#include "source/search.h"

/* The checks that need the whole library. They read it and report; they change nothing. */

struct checking {
    const struct library *library;
    struct diag *diag;
    struct mem *mem;
    struct arena scratch;      /* emptied after each mapping */
    uint32_t renumbering_cost; /* of the fixes that renumber; it is bounded */
};

/* Runs every check whose prerequisites hold: what could not be read or resolved is left out, so that
   one fault is not reported twice. `search` finds the lists of words. */
void check_library(const struct library *library, struct diag *diag, struct mem *mem, const struct search *search);

/* The checks themselves; check.c says what each needs. */

/* Of one component: */
void check_id_fit(struct checking *checking, component_id id);
void check_place(struct checking *checking, component_id id);
void check_children(struct checking *checking, component_id id);
void check_properties(struct checking *checking, component_id id);
void check_own_references(struct checking *checking, component_id id);
void check_elaboration(struct checking *checking, component_id id);

/* Of one model: */
void check_model_contents(struct checking *checking, model_id id);
void check_numbering(struct checking *checking, model_id id);
void check_beginnings(struct checking *checking, model_id id);

/* Of one mapping: */
void check_version(struct checking *checking, const struct mapping *mapping);
void check_members(struct checking *checking, const struct mapping *mapping);
void check_outcomes(struct checking *checking, const struct mapping *mapping);
void check_fits(struct checking *checking, const struct mapping *mapping);
void check_duplicate_rows(struct checking *checking, const struct mapping *mapping);
void check_redundant_parents(struct checking *checking, const struct mapping *mapping);
void check_empty(struct checking *checking, const struct mapping *mapping);
void check_strengths(struct checking *checking, const struct mapping *mapping);
void check_fit_of_rows(struct checking *checking, const struct mapping *mapping);
void check_rollups(struct checking *checking, const struct mapping *mapping);
void check_fan_out(struct checking *checking, const struct mapping *mapping);
void check_fan_in(struct checking *checking, const struct mapping *mapping);
void check_granularity(struct checking *checking, const struct mapping *mapping);
void check_levels(struct checking *checking, const struct mapping *mapping);
void check_expectations(struct checking *checking, const struct mapping *mapping);

/* Offsets in the C tables have 32 bits; padding and what else stands beside the paths fits into the rest. */
enum { TABLE_MEGABYTES_MOST = 3072 };

/* Models whose paths are too many and too long for the C tables. */
void check_sizes(struct checking *checking);

/* Of all texts: */
void check_texts(struct checking *checking, const struct search *search);

/* Of all that is translated: */
void check_translations(struct checking *checking);

/* Of all glossaries: */
void check_glossaries(struct checking *checking);

/* Of all mappings between the same models, of all profiles, of all paths: */
void check_contradictions(struct checking *checking);
void check_inverses(struct checking *checking);
void check_profiles(struct checking *checking);
void check_slugs(struct checking *checking);

/* False if no two paths, models, mappings or profiles can have one name in C or one file: most libraries need no closer
   look by check_slugs() and the names in C. */
bool paths_may_meet(struct checking *checking);

/* What a profile leaves of the components that it takes; `taken` says which, by position in the view of its model. */
void check_scope(struct checking *checking, const struct profile *profile, const uint8_t *taken);

/* Says in a finding which component of which model it is about. */
void about_component(struct checking *checking, struct finding *finding, component_id id);

/* The same for a source of a mapping. */
void about_source(struct checking *checking, struct finding *finding, const struct mapping *mapping,
                  component_id source);

/* The canonical path, in memory that lives as long as the scratch arena. */
struct str path_of(struct checking *checking, component_id id);

/* The same in backquotes, and with the title behind it. */
struct str titled(struct checking *checking, component_id id);

static inline struct str name_in(const struct checking *checking, atom a)
{
    return atom_text(checking->library->atoms, a);
}

/* The name of the kind of a component: "practice". */
static inline struct str kind_name(const struct checking *checking, component_id id)
{
    return name_in(checking, library_kind(checking->library, id)->name);
}

#endif
