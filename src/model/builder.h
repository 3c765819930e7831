#ifndef MODEL_BUILDER_H
#define MODEL_BUILDER_H

#include "diag/diag.h"
#include "model/library.h"
#include "syntax/load.h"

/* A reference as it is written, until every name is known. */
struct pending {
    component_id owner;
    property_id property;
    uint32_t arg, n;     /* arguments in the tree of the owner's unit */
    component_id target; /* of an elaboration, once it is known */
};

/* A name that is not known, reported where it first stands in a file. */
struct unknown_name {
    struct finding *finding;
    uint32_t more; /* uses behind the first */
};

/* A text outside of components, whose references are checked at the end. */
struct free_text {
    uint32_t unit;
    model_id models[2]; /* where its references may lead; NONE */
    struct span at;
    struct str value;
};

enum declaration {
    DECLARATION_ARCHITECTURE,
    DECLARATION_MODEL,
    DECLARATION_MAPPING,
    DECLARATION_PROFILE,
    DECLARATION_GLOSSARY,
    DECLARATION_COUNT
};

/* Where a declaration stands; its index is the same here and in the library. */
struct declared {
    struct str title;
    struct span title_at;
    uint32_t unit, statement;
    struct step id;
};

/* What is needed while a library is built from its syntax trees. */
struct builder {
    struct library *library;
    struct units *units;
    struct diag *diag;
    struct mem *mem;
    struct arena scratch;
    struct map declarations;   /* (enum declaration, id) -> index */
    struct map kind_words;     /* (architecture, word) -> kind */
    struct map property_words; /* (kind, word) -> property */
    struct map lost_names;     /* ids of statements that were not understood -> index of the finding that says so */
    struct map counters;       /* (parent, template) -> last number */
    VEC(struct declared) declared[DECLARATION_COUNT];
    VEC(struct pending) pending;
    VEC(struct free_text) free_texts;
    struct map unknown_index; /* (unit and message, name) -> index in `unknown` */
    VEC(struct unknown_name) unknown;
    uint32_t n_searches;     /* for similar ids; they are dear */
    model_id other_side;     /* of the row that is being read; NONE */
    struct finding *swapped; /* the first id of the mapping that is one of the other side; NULL */
    uint32_t n_swapped;      /* how many more there are */
};

static inline struct str name_of(const struct builder *builder, atom a)
{
    return atom_text(builder->units->atoms, a);
}

static inline struct tree *unit_tree(const struct builder *builder, uint32_t unit)
{
    return &builder->units->at.at[unit].tree;
}

/* The index of the declaration of this id that the unit can see, or NONE. */
uint32_t find_declaration(struct builder *builder, enum declaration kind, uint32_t unit, atom id);

/* Reports a name that no declaration in sight has. */
void report_unknown_declaration(struct builder *builder, enum declaration kind, uint32_t unit, struct step id);

/* Orders 0 .. n - 1 so that bases[i] (or NONE) comes before i. In a ring, one base becomes NONE. */
void order_bases_first(struct arena *arena, uint32_t *bases, uint32_t *order, uint32_t n);

/* How many bases stand on one another below i, those of its base being known: fills depths[i]. Where they
   are more than EXTENDS_MOST, i loses its base and true is returned. */
enum { EXTENDS_MOST = 50 };
bool base_is_too_deep(uint32_t *depths, uint32_t *bases, uint32_t i);

/* The kind of this name in an architecture, or NONE. */
static inline kind_id find_kind(const struct builder *builder, uint32_t architecture, atom name)
{
    return map_get(&builder->kind_words, map_key(architecture, name), NONE);
}

/* The text of a string or text block argument. */
struct str arg_text(struct builder *builder, const struct arg *arg);

/* Keeps a text outside of components, whose references may lead into one of two models (or NONE). */
static inline void keep_text(struct builder *builder, uint32_t unit, model_id first, model_id second,
                             const struct arg *literal, struct str value)
{
    struct free_text text = {unit, {first, second}, literal->at, value};
    vec_push(builder->mem, &builder->free_texts, text);
}

/* The phases, in their order; see build.c. */
void build_architectures(struct builder *builder);
void build_models(struct builder *builder);
void resolve_references(struct builder *builder);
void build_mappings(struct builder *builder);
void build_profiles(struct builder *builder);
void build_glossaries(struct builder *builder);

#endif
