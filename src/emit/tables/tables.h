#ifndef EMIT_TABLES_TABLES_H
#define EMIT_TABLES_TABLES_H

#include "base/buf.h"
#include "emit/emit.h"
#include "emit/tables/literal.h"
#include "prm/tables.h"

/* Appends the tables of a model as C; the struct prm_model that prm/tables.h reads comes last. */
void model_source(struct buf *out, enum literal_form form, const struct library *library, struct mem *mem, model_id id);

/* Appends an enumeration of the components of a model that have an id. */
void model_constants(struct buf *out, const struct library *library, model_id id);

/* Appends the tables of a mapping, a struct prm_mapping last. Both of its models must be known. */
void mapping_source(struct buf *out, enum literal_form form, const struct library *library, struct mem *mem,
                    const struct mapping *mapping);

/* Appends the tables of a profile, a struct prm_profile last. Its model must be known. */
void profile_source(struct buf *out, enum literal_form form, const struct library *library, struct mem *mem,
                    const struct profile *profile);

/* The same tables as objects in memory, which belongs to `mem`. Those of a mapping and of a profile are about the
   models given, which must be its own. */
const struct prm_model *model_tables(const struct library *library, struct mem *mem, model_id id);
const struct prm_mapping *mapping_tables(const struct library *library, struct mem *mem, const struct mapping *mapping,
                                         const struct prm_model *from, const struct prm_model *to);
const struct prm_profile *profile_tables(const struct library *library, struct mem *mem, const struct profile *profile,
                                         const struct prm_model *of);

/* The rows of a derived mapping: nobody wrote them. */
enum { DERIVED_TARGETS, DERIVED_UNDECIDED };

/* For each source of a mapping, by position, the row that gives its outcome: counted within the
   mapping, one of the above if it is derived, NONE if nothing is said. Owned by `mem`. */
uint32_t *outcome_rows(const struct library *library, struct mem *mem, const struct mapping *mapping);

/* True if it is open whether the two have anything in common. */
bool edge_is_undecided(const struct edge *edge);

#endif
