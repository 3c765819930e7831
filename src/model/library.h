#ifndef MODEL_LIBRARY_H
#define MODEL_LIBRARY_H

#include "base/atom.h"
#include "base/map.h"
#include "source/source.h"

/* What the sources mean: every architecture, model, mapping, profile and glossary of a session,
   resolved and immutable. Everything lies in dense arrays and is named by its index; NONE is no
   index. Text is a slice of a source, or lies in the library's arena. */

#define NONE UINT32_MAX

typedef uint32_t component_id; /* index of a component, over all models */
typedef uint32_t kind_id;      /* index of a kind, over all architectures */
typedef uint32_t property_id;  /* index of a property, over all kinds */
typedef uint32_t model_id;
typedef uint32_t mapping_id;

struct count {
    uint32_t least, most; /* most: NONE for any number */
};

/* ---- Architectures ---- */

enum importance { IMPORTANCE_NONE, IMPORTANCE_REQUIRED, IMPORTANCE_EXPECTED, IMPORTANCE_INFORMATIVE };

enum wording { WORDING_ANY, WORDING_IMPERATIVE, WORDING_END_STATE };

enum property_type {
    PROPERTY_TEXT,
    PROPERTY_STRING,
    PROPERTY_INTEGER,
    PROPERTY_DATE,
    PROPERTY_URL,
    PROPERTY_FLAG,
    PROPERTY_WORD, /* one of a list of words */
    PROPERTY_ID,   /* an id that is not looked up */
    PROPERTY_REFERENCE,
};

/* What a component of a kind may say of itself. */
struct property {
    atom name;
    enum property_type type;
    enum importance importance;
    enum wording wording; /* of a text */
    struct count count;
    int64_t least, most;          /* of an integer */
    uint32_t first_word, n_words; /* of PROPERTY_WORD: the words, in `words` */
    uint32_t first_kind, n_kinds; /* of a reference: the kinds it may name, in `kind_lists` */
    struct span at;               /* where the architecture declares it */
};

/* The properties that every component has; they come first in `properties`. */
enum builtin_property {
    BUILTIN_LABEL,
    BUILTIN_SOURCE,
    BUILTIN_WAS,
    BUILTIN_REPLACED_BY,
    BUILTIN_ELABORATES, /* what the id of an elaboration names */
    BUILTIN_COUNT
};

struct containment {
    atom name;
    kind_id kind; /* NONE if the architecture declares no such kind */
    struct count count;
    struct span at;
};

struct id_template;

struct kind {
    atom name;
    struct str title, plural; /* plural: the title and "s" if the architecture gives none */
    enum importance importance;
    bool grouping;
    uint32_t first_template, n_templates;
    uint32_t first_containment, n_containments;
    uint32_t first_property, n_properties;
    kind_id applies_to; /* NONE if it applies to nothing in particular */
    kind_id elaborates; /* NONE if it is no elaboration */
    uint32_t architecture;
    struct span at;
};

struct architecture {
    atom id;
    struct str title;
    uint32_t extends;   /* NONE */
    kind_id first_kind; /* its kinds, inherited ones first */
    uint32_t n_kinds;
    uint32_t first_containment, n_containments; /* what a model contains */
    uint32_t unit;
    struct span at;
};

/* ---- Models ---- */

enum status {
    STATUS_NONE,
    STATUS_DRAFT,
    STATUS_PSEUDO,
    STATUS_OPTIONAL,
    STATUS_DEPRECATED,
    STATUS_WITHDRAWN,
};

/* How an id fits the templates of its kind. */
enum id_fit {
    FIT_EXACT,
    FIT_ANY,     /* the kind has no template */
    FIT_OUTSIDE, /* the shape is right, but the number of something around it is not */
    FIT_MISMATCH,
};

struct component {
    atom id; /* 0 if it has none */
    kind_id kind;
    model_id model;
    component_id parent;      /* that it stands in; NONE at the top. May be of a base model */
    component_id path_parent; /* whose path its own path begins with; NONE */
    component_id end;         /* one past the last component of its model that stands in it, itself included */
    struct str title;
    struct span at;                                        /* its id, else the word of its statement */
    struct span title_at;                                  /* the literal; SPAN_NONE if it has no title */
    uint32_t first_text, first_attribute, first_reference; /* until those of the next component */
    uint16_t number_start, number_end;                     /* the part of its id that `{KIND}` stands for */
    uint32_t counter;                                      /* the number that `{n}` or `{nn}` stands for; NONE */
    uint8_t n_template;                                    /* the template that its id fits, counted within its kind */
    uint8_t fit;                                           /* enum id_fit */
    uint8_t status;                                        /* enum status */
    bool withdrawn;                                        /* it is withdrawn, or it stands in something that is */
    bool numbered;                                         /* its id was left out and made */
    bool incomplete;                                       /* something in it could not be read */
    bool duplicate; /* its path is taken by an earlier one; no reference finds it */
};

struct text {
    property_id property;
    struct span at; /* the literal in the source */
    struct str value;
};

struct attribute {
    property_id property;
    struct span at;
    struct str text; /* what is written: text, date, id, word */
    int64_t number;
};

struct reference {
    property_id property;
    component_id target; /* NONE if it could not be resolved */
    struct span at;
};

/* An id somewhere in the sources that names a component, as a step of a path or an end of a run. */
struct mention {
    component_id component;
    struct span at;
};

/* What the header of a model or another declaration says in plain values. */
struct header {
    struct str version, language, publisher, source, license, date, description, note;
};

/* A model with what it extends as one: the components of the base, its own inserted where they
   belong. Positions count in document order. */
struct view {
    uint32_t n;
    component_id *order; /* by position; NULL if the model extends nothing: position + first */
    uint32_t *end;       /* by position: one past the subtree; NULL likewise */
    uint32_t *from_base; /* position in the base's view -> position here */
    uint32_t *from_own;  /* own component - first -> position here */
};

struct model {
    atom id;
    struct str title;
    uint32_t architecture; /* NONE if it is not known */
    model_id extends;      /* NONE */
    struct header header;
    component_id first;
    uint32_t n;
    uint32_t unit;
    struct span at; /* its id */
    struct span extends_at;
    bool incomplete; /* something in it could not be read: names may be missing */
    struct view view;
    struct names *names; /* for the resolution of references; see names.h */
};

/* ---- Mappings ---- */

enum relation {
    RELATION_ADDRESSED_BY,
    RELATION_EQUALS,
    RELATION_EQUIVALENT_TO,
    RELATION_SUBSET_OF,
    RELATION_SUPERSET_OF,
    RELATION_INTERSECTS,
    RELATION_UNRELATED_TO,
    RELATION_SUPPORTS,
    RELATION_SUPPORTED_BY,
    RELATION_COUNT
};

enum outcome { OUTCOME_TARGETS, OUTCOME_NONE, OUTCOME_NOT_APPLICABLE, OUTCOME_UNDECIDED };

enum fit { FIT_UNSAID, FIT_GOOD, FIT_PARTIAL, FIT_POOR };
enum confidence { CONFIDENCE_UNSAID, CONFIDENCE_LOW, CONFIDENCE_MEDIUM, CONFIDENCE_HIGH };
enum rationale_kind { RATIONALE_UNSAID, RATIONALE_SYNTACTIC, RATIONALE_SEMANTIC, RATIONALE_FUNCTIONAL };

/* A source or target of a row; a run is one member for each of its components. */
struct member {
    component_id component;
    struct span at;    /* of the whole run, if it comes from one */
    struct span id_at; /* of the last id that names it; of a run: of the end that it is */
    bool tentative;
    bool in_run;
};

struct row {
    uint32_t first_source, n_sources; /* in `members` */
    uint32_t first_target, n_targets;
    enum relation written;  /* as the row says */
    enum relation relation; /* what it means: the header may say what `->` stands for */
    enum outcome outcome;
    struct span at; /* its relation */
    struct span whole;
    struct span outcome_at; /* the word or mark of the outcome */
    struct str rationale;   /* {0} if there is none */
    struct str note, source;
    enum fit fit;
    enum confidence confidence;
    enum rationale_kind rationale_kind;
    uint32_t strength; /* NONE if unsaid */
    bool damaged;      /* not all of it could be read or resolved */
};

/* A set of the relations that two components may have; see relation.h. */
typedef uint8_t relation_set;

/* What all rows of a mapping leave possible for one pair. Small, for there may be tens of millions of derived
   ones; the rows of a written one are told by library_edge_rows(). */
struct edge {
    component_id from, to;
    uint32_t possible : 5; /* a relation_set */
    bool tentative : 1;
    bool is_supportive : 1;  /* only supportive rows relate the pair; all relations are possible */
    uint32_t supportive : 4; /* enum relation: which */
    uint32_t n_paths : 21;   /* of a derived one: see ways.h */
};

/* What its fields hold. */
#define EDGE_POSSIBLE_MASK   31u
#define EDGE_SUPPORTIVE_MASK 15u
#define EDGE_PATHS_MOST      0x1fffffu

/* `expect KIND mapped` (of the from side) or `covered` (of the to side). */
struct expectation {
    kind_id kind;
    bool covered;
    uint32_t first_within, n_within; /* in `within`: what it is narrowed to; none: everything */
    struct span at;
};

/* A step of a derived mapping. */
struct via {
    mapping_id mapping; /* NONE if it is not known */
    bool inverse;
    struct span at;
};

struct mapping {
    atom id;
    struct str title;
    struct header header;
    model_id from, to; /* NONE if unknown */
    struct span from_at, to_at;
    struct str from_version, to_version; /* that it was made for; {0} */
    struct span from_version_at, to_version_at;
    enum relation relation; /* what `->` stands for */
    enum fit fit;
    enum confidence confidence;
    enum rationale_kind rationale_kind;
    uint32_t first_row, n_rows;
    uint32_t first_expectation, n_expectations;
    uint32_t first_via, n_vias; /* of a derived mapping */
    uint32_t n_steps;           /* down to the written ones; 0 until it is derived */
    bool derived;
    bool damaged;                 /* a row is missing, or a step: nothing follows from absence */
    uint32_t first_edge, n_edges; /* sorted by from, then to */
    uint32_t first_edge_start;    /* of a written one, in `edge_row_starts`: that of its first edge */
    struct hops *hops[2];         /* the same for composition, once asked for: see hops.h */
    uint32_t unit;
    struct span at; /* its id */
};

/* ---- Profiles and glossaries ---- */

enum selection_kind { SELECTION_INCLUDE, SELECTION_INCLUDE_ONLY, SELECTION_EXCLUDE };

struct selection {
    enum selection_kind kind;
    component_id component;
    struct str reason;
    struct span at;
};

struct profile {
    atom id;
    struct str title;
    struct header header;
    model_id model;
    uint32_t first_selection, n_selections;
    uint32_t unit;
    struct span at;
    bool damaged; /* not all of it could be read */
};

struct term {
    struct str name, definition;
    uint32_t first_abbreviation, n_abbreviations; /* in `forms` */
    uint32_t first_also, n_also;
    struct span at;
    struct span definition_at; /* the literal; SPAN_NONE if there is none */
};

struct form {
    struct str text;
    struct span at;
};

struct glossary {
    atom id;
    struct str title;
    struct header header;
    uint32_t first_term, n_terms;
    uint32_t unit;
    struct span at;
};

struct library {
    struct library *writable; /* itself: some indexes are built when they are first needed */
    struct mem *mem;
    struct arena arena;
    struct atoms *atoms;
    const struct sources *sources;
    VEC(struct architecture) architectures;
    VEC(struct kind) kinds;
    VEC(struct id_template) templates;
    VEC(struct segment) segments;
    VEC(struct containment) containments;
    VEC(struct property) properties;
    VEC(atom) words;
    VEC(kind_id) kind_lists;
    VEC(struct model) models;
    VEC(struct component) components; /* with a sentinel behind the last */
    VEC(struct outline) outlines;     /* by component, once the names of its model are built; see names.h */
    VEC(struct text) texts;
    VEC(struct attribute) attributes;
    VEC(struct reference) references;
    VEC(struct mention) mentions; /* in the order of their resolution; one may be there twice */
    VEC(struct mapping) mappings;
    VEC(struct row) rows;
    VEC(struct member) members;
    VEC(struct expectation) expectations;
    VEC(component_id) within;
    VEC(struct via) vias;
    VEC(struct edge) edges;
    VEC(uint32_t) edge_rows;       /* the rows of the edges of written mappings */
    VEC(uint32_t) edge_row_starts; /* in `edge_rows`: by edge of a written mapping, one more than it has */
    VEC(struct profile) profiles;
    VEC(struct selection) selections;
    VEC(struct glossary) glossaries;
    VEC(struct term) terms;
    VEC(struct form) forms;
    struct translations *translations; /* NULL: nobody asked for any; see translation.h */
};

/* The rows behind an edge of a mapping, in their order; a row that names the pair twice stands there twice.
   None if the mapping is derived. */
static inline const uint32_t *library_edge_rows(const struct library *library, const struct mapping *mapping,
                                                const struct edge *edge, uint32_t *n)
{
    *n = 0;
    if (mapping->derived)
        return library->edge_rows.at;
    const uint32_t *start =
        library->edge_row_starts.at + mapping->first_edge_start + (edge - (library->edges.at + mapping->first_edge));
    *n = start[1] - start[0];
    return library->edge_rows.at + start[0];
}

/* The texts of a component: indices from `*first` to the result, which is not included. The like for
   its attributes and references. */

static inline uint32_t library_texts(const struct library *library, component_id id, uint32_t *first)
{
    *first = library->components.at[id].first_text;
    return id + 1 < library->components.n ? library->components.at[id + 1].first_text : library->texts.n;
}

static inline uint32_t library_attributes(const struct library *library, component_id id, uint32_t *first)
{
    *first = library->components.at[id].first_attribute;
    return id + 1 < library->components.n ? library->components.at[id + 1].first_attribute : library->attributes.n;
}

static inline uint32_t library_references(const struct library *library, component_id id, uint32_t *first)
{
    *first = library->components.at[id].first_reference;
    return library->components.at[id + 1].first_reference;
}

static inline const struct kind *library_kind(const struct library *library, component_id id)
{
    return &library->kinds.at[library->components.at[id].kind];
}

/* The first of a chain of bolt-ons: the model itself if it extends nothing. */
static inline model_id library_root_model(const struct library *library, model_id model)
{
    while (library->models.at[model].extends != NONE)
        model = library->models.at[model].extends;
    return model;
}

/* The id of the bolt-on that added a component, 0 if its model extends nothing. */
static inline atom library_added_by(const struct library *library, component_id id)
{
    const struct model *model = &library->models.at[library->components.at[id].model];
    return model->extends == NONE ? 0 : model->id;
}

/* The number of components; the sentinel does not count. */
static inline uint32_t library_component_count(const struct library *library)
{
    return library->components.n - 1;
}

#endif
