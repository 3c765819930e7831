#ifndef MODEL_MAPPING_BUILDER_H
#define MODEL_MAPPING_BUILDER_H

#include "model/names/reference.h"
#include "model/statements.h"

/* The mapping that is being built: what mapping.c and mapping_rows.c share. */
struct mapping_builder {
    struct builder *builder;
    mapping_id mapping;
    uint32_t unit;
    const struct tree *tree;
    uint32_t declaration;
    struct said said;
};

static inline struct mapping *own_mapping(const struct mapping_builder *m)
{
    return &m->builder->library->mappings.at[m->mapping];
}

/* Takes one of `n` consecutive keywords; returns its place among them from 1, or 0 with a finding. */
uint32_t take_choice(const struct mapping_builder *m, struct args *args, atom first, uint32_t n, const char *what);

/* Values that headers and rows share. */
enum fit take_fit(const struct mapping_builder *m, struct args *args);
enum confidence take_confidence(const struct mapping_builder *m, struct args *args);
enum rationale_kind take_rationale_kind(const struct mapping_builder *m, struct args *args);

/* True for the words that a mapping or a row says once; read_header() sees to its own. */
bool is_said_once(atom word);

/* Reports the word of a statement that is none of those that may stand in `context`. */
void report_unknown_in(const struct mapping_builder *m, uint32_t statement, const char *context, const atom *known,
                       uint32_t n);

/* Reads a row: `SOURCES -> TARGETS "rationale" { ... }`. */
void read_row(const struct mapping_builder *m, uint32_t statement);

#endif
