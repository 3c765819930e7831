#ifndef INCLUDED_PRM_TABLES
#define INCLUDED_PRM_TABLES

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What a program needs to read the tables that `prmc tables` writes: constant structs and the
   functions below. Nothing to link, nothing to allocate or to start, nothing to lock; C99, C11, C17
   and C++.

       #include "cmmi_svc.h"                the tables of a model, compiled from cmmi_svc.c

       const struct prm_model *m = &prm_CMMI_SVC;
       prm_id area = prm_find(m, "PP");
       for (prm_id c = prm_first_child(m, area); c != PRM_NONE; c = prm_next_sibling(m, c))
           printf("%s  %s\n", prm_path(m, c), prm_title(m, c));

   Components are numbered in document order, so what is inside of one are the ids up to
   prm_subtree_end(), and every component of a model is visited by

       for (prm_id c = 0; c < prm_count(m); c++)

   Every function takes any id. One that is not in the model, such as PRM_NONE, is answered with
   PRM_NONE, with an empty string, with an empty range, or with 0. Strings are UTF-8, end with NUL,
   and live as long as the program.

   A public name of this header has no `_` behind `PRM_` and a small letter behind `prm_`; a name
   made for a model has it otherwise. So they never meet. Names with `prm_in_` are private, but for
   prm_in_profile(). */

/* The form of the tables. Those of another form do not compile with this header. */
#define PRM_ABI 4

/* A component by its number: 0 to prm_count() - 1. */
typedef uint32_t prm_id;

/* No component. */
#define PRM_NONE UINT32_MAX

/* ---- What is in the tables ---- */

/* What an appraisal makes of a component; 0 if its architecture does not say. */
enum prm_importance { PRM_REQUIRED = 1, PRM_EXPECTED, PRM_INFORMATIVE };

/* The status of a component; 0 if it has none. */
enum prm_status { PRM_DRAFT = 1, PRM_PSEUDO, PRM_OPTIONAL, PRM_DEPRECATED, PRM_WITHDRAWN };

/* How a row relates its sources to its targets; 0: no row says so, the edge is derived. */
enum prm_relation {
    PRM_ADDRESSED = 1, /* -> */
    PRM_EQUALS,
    PRM_EQUIVALENT, /* equivalent-to */
    PRM_SUBSET,     /* subset-of */
    PRM_SUPERSET,   /* superset-of */
    PRM_INTERSECTS,
    PRM_UNRELATED, /* unrelated-to */
    PRM_SUPPORTS,
    PRM_SUPPORTED /* supported-by */
};

/* What a mapping says of a source. */
enum prm_outcome {
    PRM_UNMAPPED,     /* nothing */
    PRM_TARGETS,      /* it has targets: see prm_edges_from() */
    PRM_GAP,          /* `none`: a known gap */
    PRM_INAPPLICABLE, /* `not-applicable` */
    PRM_UNDECIDED     /* `?`, or derived edges alone that leave open whether anything is in common */
};

/* How well a component of one side is covered by a mapping: `prmc coverage` counts these classes. A component
   that no row names has that of what is inside of it. */
enum prm_coverage {
    PRM_UNCOVERED,   /* unmapped */
    PRM_FULLY,       /* full: a firm row says that it is wholly answered */
    PRM_PARTLY,      /* partial */
    PRM_TENTATIVELY, /* tentative */
    PRM_OPEN,        /* undecided */
    PRM_NOWHERE,     /* gap: `none` */
    PRM_EXEMPT       /* not applicable */
};

/* How well a row fits, by its author; 0 if it does not say. */
enum prm_fit { PRM_GOOD = 1, PRM_PARTIAL, PRM_POOR };
enum prm_confidence { PRM_LOW = 1, PRM_MEDIUM, PRM_HIGH };
enum prm_rationale { PRM_SYNTACTIC = 1, PRM_SEMANTIC, PRM_FUNCTIONAL };

/* The relations that a pair may have: `possible` of an edge is a set of these bits. */
enum prm_possible {
    PRM_EQ = 1,  /* source and target ask for the same */
    PRM_SUB = 2, /* the source is within the target */
    PRM_SUP = 4, /* the target is within the source */
    PRM_INT = 8, /* they overlap, and each has something more */
    PRM_DR = 16  /* they have nothing in common */
};

/* More about an edge: `flags` is a set of these bits. */
enum prm_flag {
    PRM_TENTATIVE = 1,  /* only tentative rows or paths lead there */
    PRM_SUPPORTIVE = 2, /* one helps to achieve the other; nothing is said of overlap */
    PRM_DERIVED = 4     /* composed of other mappings; no row says so */
};

/* A pair of a source and a target. */
struct prm_edge {
    prm_id other;           /* of prm_edges_from(): the target; of prm_edges_to(): the source */
    uint32_t first, n_rows; /* the rows that say so: see prm_row() */
    uint8_t possible;       /* enum prm_possible, always as seen from the source */
    uint8_t flags;          /* enum prm_flag */
};

/* A range of edges: edge[0] to edge[n - 1], by `other` ascending. */
struct prm_edges {
    const struct prm_edge *edge;
    uint32_t n;
};

/* A range of components: id[0] to id[n - 1]. */
struct prm_ids {
    const prm_id *id;
    uint32_t n;
};

/* A row of a mapping. The strings are empty where the row does not say anything. */
struct prm_mapping_row {
    enum prm_relation relation; /* what it means: a header may say what `->` stands for */
    enum prm_relation written;  /* as it is written */
    enum prm_outcome outcome;
    enum prm_fit fit;
    enum prm_confidence confidence;
    enum prm_rationale kind; /* what the rationale goes by */
    int strength;            /* 0 to 10; -1 if it does not say */
    const char *rationale, *note, *source;
};

/* The tables of a model. Their form may change; read them by the functions alone. */
struct prm_model {
    uint64_t seed; /* of the perfect hash over the paths */
    uint32_t n_pilots, n_slots;
    uint32_t shift;               /* 1 << shift: the bytes of a cell */
    uint32_t n, longest;          /* components; the bytes of the longest path */
    uint32_t id, title, version;  /* where they start in `text` */
    const unsigned char *pilots;  /* 8 bits each */
    const unsigned char *prints;  /* 8 bits a slot: of the hash of the path that it is for */
    const unsigned char *cells;   /* by slot, and one more that is empty: 32 bits of length, 32 of component, the path
                                     and a NUL; of a path too long for a cell 32 bits: where it is behind the cells */
    const unsigned char *places;  /* 32 bits a component: the cell of its path */
    const unsigned char *nodes;   /* 7 times 32 bits a component, and one behind the last */
    const unsigned char *classes; /* 3 times 32 bits: kind, who added it, importance */
    const unsigned char *parts;   /* 2 times 32 bits: name and value of texts and attributes */
    const unsigned char *names;   /* 32 bits a reference: the name of its attribute; behind them 32 bits
                                     a language: its tag; 32 bits a language and component: its title
                                     there, 0 if there is none */
    const prm_id *references;
    const char *text;
    uint32_t n_languages, language; /* where they stand in `names` */
};

/* The tables of a mapping. `from` and `to` are the models whose ids its sources and targets are;
   read the rest by the functions alone. */
struct prm_mapping {
    const struct prm_model *from, *to;
    uint32_t n_edge_rows, n_rows;
    uint32_t id, title, version;      /* where they start in `text` */
    const unsigned char *starts[2];   /* 32 bits for each source and target: its first edge */
    const struct prm_edge *edges[2];  /* by source, by target */
    const unsigned char *edge_rows;   /* 32 bits each */
    const unsigned char *source_rows; /* 32 bits for each source: the row that gives its outcome; then 8 bits for
                                         each source and for each target: its coverage; one more of each */
    const unsigned char *rows;        /* 20 bytes each, and one behind the last that says nothing */
    const char *text;
};

/* The tables of a profile: a part of the model `of`. Read the rest by the functions alone. */
struct prm_profile {
    const struct prm_model *of;
    uint32_t n;                /* components that it takes */
    uint32_t id, title;        /* where they start in `text` */
    const unsigned char *bits; /* one for each component of the model, the lowest first */
    const char *text;
};

/* ---- Bytes ---- */

/* The lowest byte comes first, on every machine. Compilers make one load of shifts, but not where they are in the
   midst of more shifts; so where the machine has that order, its own load is taken. */
#if (defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__) || defined(_WIN32)

static inline uint32_t prm_in_32(const unsigned char *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static inline uint64_t prm_in_64(const unsigned char *at)
{
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

#else

static inline uint32_t prm_in_32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint64_t prm_in_64(const unsigned char *at)
{
    return (uint64_t)prm_in_32(at) | (uint64_t)prm_in_32(at + 4) << 32;
}

#endif

/* The i-th number of a column. Its bytes have one bit turned over, so that most of them, which are
   small, are printable characters: compilers read the source in half the time. */
static inline uint32_t prm_in_column(const unsigned char *column, size_t i)
{
    return prm_in_32(column + i * 4) ^ 0x20202020u;
}

/* What is in a node: where the title starts; how far before it the parent is, 0 for none; how many
   are inside, itself included; 16 times its class, 8 if it has no id, its status; where its texts,
   its attributes and its references start: they end where those of the next node do. */
enum {
    prm_in_title,
    prm_in_parent,
    prm_in_size,
    prm_in_class,
    prm_in_texts,
    prm_in_attributes,
    prm_in_names,
    prm_in_fields
};

/* A number of a component's node. For an id outside of the model that of the node behind the last,
   which stands for no component: no title, no parent, a class of its own, empty ranges. */
static inline uint32_t prm_in_node(const struct prm_model *m, prm_id id, uint32_t field)
{
    id = id < m->n ? id : m->n;
    return prm_in_column(m->nodes, (size_t)id * prm_in_fields + field);
}

/* A number of a component's class. */
static inline uint32_t prm_in_kind(const struct prm_model *m, prm_id id, uint32_t field)
{
    return prm_in_column(m->classes, (size_t)(prm_in_node(m, id, prm_in_class) >> 4) * 3 + field);
}

/* ---- Finding ---- */

/* The hash of a path: its words of 8 bytes, the last two of which may overlap, one after the other mixed in by a
   multiplication with 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4) and a fold of
   the upper half onto the lower, as in the rounds of SplitMix64 (Steele, Lea and Flood, Fast Splittable
   Pseudorandom Number Generators, 2014). Each step can be undone, so what is once different meets again by chance
   alone. A multiplication of 64 bits with a result of 64 is all it takes. n must not be 0. */
static inline uint64_t prm_in_mix(uint64_t h)
{
    h *= 0x9e3779b97f4a7c15u;
    return h ^ h >> 32;
}

/* The hash of a path that has fewer than 8 bytes or more than 16. */
static inline uint64_t prm_in_hash_other(const unsigned char *path, size_t n, uint64_t h)
{
    const unsigned char *last = path + n;
    if (n < 4)
        return prm_in_mix(prm_in_mix(h ^ ((uint64_t)path[0] << 16 | (uint64_t)path[n >> 1] << 8 | path[n - 1])));
    if (n < 8)
        return prm_in_mix(prm_in_mix(h ^ ((uint64_t)prm_in_32(path) | (uint64_t)prm_in_32(last - 4) << 32)));
    for (; last - path > 16; path += 8)
        h = prm_in_mix(h ^ prm_in_64(path));
    h = prm_in_mix(h ^ prm_in_64(last - 16));
    return prm_in_mix(h ^ prm_in_64(last - 8));
}

/* Most paths have 8 to 16 bytes: no loop and one branch, which a processor seldom guesses wrong. */
static inline uint64_t prm_in_hash(const unsigned char *path, size_t n, uint64_t seed)
{
    if (n - 8 > 8)
        return prm_in_hash_other(path, n, seed + n);
    return prm_in_mix(prm_in_mix((seed + n) ^ prm_in_64(path)) ^ prm_in_64(path + n - 8));
}

/* The bucket of a hash among n, and its slot among n once the pilot of the bucket is known: a
   number of 32 bits is spread over n by the upper half of a product (Lemire, Fast Random Integer
   Generation in an Interval, 2019). */
static inline uint32_t prm_in_bucket(uint64_t hash, uint32_t n)
{
    return (uint32_t)((hash >> 32) * n >> 32);
}

static inline uint32_t prm_in_slot(uint32_t low, uint32_t pilot, uint32_t n)
{
    return (uint32_t)((uint64_t)(low * (2 * pilot + 0x9e3779b1u)) * n >> 32);
}

/* True if n bytes are equal, n not 0. Two overlapping loads are quicker than memcmp() on what paths are. */
static inline int prm_in_equal(const unsigned char *a, const unsigned char *b, size_t n)
{
    if (n < 4)
        return a[0] == b[0] && a[n >> 1] == b[n >> 1] && a[n - 1] == b[n - 1];
    if (n < 8)
        return prm_in_32(a) == prm_in_32(b) && prm_in_32(a + n - 4) == prm_in_32(b + n - 4);
    for (size_t i = 0; i + 8 < n; i += 8)
        if (prm_in_64(a + i) != prm_in_64(b + i))
            return 0;
    return prm_in_64(a + n - 8) == prm_in_64(b + n - 8);
}

/* The bytes of the path in a cell. */
static inline const unsigned char *prm_in_path(const struct prm_model *m, const unsigned char *cell)
{
    if (prm_in_column(cell, 0) + 9 <= 1u << m->shift)
        return cell + 8;
    return m->cells + (((size_t)m->n_slots + 1) << m->shift) + prm_in_column(cell, 2);
}

/* True if the path in a cell is the n bytes at `key`. No cell has less than 32 bytes. */
static inline int prm_in_holds(const struct prm_model *m, const unsigned char *cell, const unsigned char *key, size_t n)
{
    if (n != prm_in_column(cell, 0))
        return 0;
    if (n - 8 > 8)
        return prm_in_equal(prm_in_path(m, cell), key, n);
    return prm_in_64(cell + 8) == prm_in_64(key) && prm_in_64(cell + n) == prm_in_64(key + n - 8);
}

/* The component whose path is the n bytes at `path`, or PRM_NONE. They need no NUL behind them and
   may be any bytes. A bucket of the hash has a pilot, the pilot leads to a slot, and in the cell of the slot is the
   path that it is if it is any. The print of a slot are bits of the hash that no other step uses, so that most paths
   that are none end there; a processor fetches the cell meanwhile. */
static inline prm_id prm_find_n(const struct prm_model *m, const char *path, size_t n)
{
    const unsigned char *key = (const unsigned char *)path, *cell;
    uint32_t pilot, slot;
    uint64_t hash;
    if (n - 1 >= m->longest) /* so is 0 - 1 */
        return PRM_NONE;
    hash = prm_in_hash(key, n, m->seed);
    pilot = m->pilots[prm_in_bucket(hash, m->n_pilots)];
    slot = prm_in_slot((uint32_t)hash, pilot, m->n_slots);
    if (m->prints[slot] != (unsigned char)(hash >> 32))
        return PRM_NONE;
    cell = m->cells + ((size_t)slot << m->shift);
    return prm_in_holds(m, cell, key, n) ? prm_in_column(cell, 1) : PRM_NONE;
}

/* The component with this canonical path, such as "PP/SP1.1", or PRM_NONE. */
static inline prm_id prm_find(const struct prm_model *m, const char *path)
{
    return prm_find_n(m, path, strlen(path));
}

/* ---- Components ---- */

/* The number of components; ids run from 0. */
static inline uint32_t prm_count(const struct prm_model *m)
{
    return m->n;
}

/* The canonical path: "PP/SP1.1". prm_find() leads back to the id. */
static inline const char *prm_path(const struct prm_model *m, prm_id id)
{
    size_t place = prm_in_column(m->places, id < m->n ? id : m->n);
    return (const char *)prm_in_path(m, m->cells + (place << m->shift));
}

/* The id as the model declares it: "SP1.1"; empty for a component without one. */
static inline const char *prm_local_id(const struct prm_model *m, prm_id id)
{
    const char *path = prm_path(m, id), *slash = strrchr(path, '/');
    if (prm_in_node(m, id, prm_in_class) & 8)
        return path + strlen(path);
    return slash ? slash + 1 : path;
}

/* The title, empty if there is none. */
static inline const char *prm_title(const struct prm_model *m, prm_id id)
{
    return m->text + prm_in_node(m, id, prm_in_title);
}

/* The tag of the k-th language that titles are translated into, "hi", in the order of the tags; empty
   behind the last. The language of the model itself is none of them. */
static inline const char *prm_language(const struct prm_model *m, uint32_t k)
{
    return k < m->n_languages ? m->text + prm_in_column(m->names, m->language + k) : "";
}

/* True if the first `n` bytes of two tags are the same, whatever the case of their letters, and the
   second ends there. */
static inline int prm_in_same_tag(const char *tag, size_t n, const char *known)
{
    size_t i = 0;
    for (; i < n && known[i] != '\0'; i++) {
        char a = tag[i], b = known[i];
        a = a >= 'A' && a <= 'Z' ? (char)(a | 0x20) : a;
        b = b >= 'A' && b <= 'Z' ? (char)(b | 0x20) : b;
        if (a != b)
            return 0;
    }
    return i == n && known[i] == '\0';
}

/* The place of a language among those of the model, PRM_NONE if it is none: looked up as RFC 4647 says, by
   what is in front of the last `-` if the whole tag is not known. */
static inline uint32_t prm_in_find_language(const struct prm_model *m, const char *language)
{
    for (size_t n = language ? strlen(language) : 0; n > 0;) {
        for (uint32_t k = 0; k < m->n_languages; k++)
            if (prm_in_same_tag(language, n, prm_language(m, k)))
                return k;
        while (--n > 0 && language[n] != '-')
            continue;
    }
    return PRM_NONE;
}

/* The title in a language, by its tag as BCP 47 has it: "hi", "hi-IN". Where it is not translated, that of the
   model; empty if the component has no title. */
static inline const char *prm_title_in(const struct prm_model *m, prm_id id, const char *language)
{
    uint32_t k = prm_in_find_language(m, language);
    uint32_t titles = m->language + m->n_languages, title = 0;
    if (k != PRM_NONE && id < m->n)
        title = prm_in_column(m->names, titles + k * m->n + id);
    return title ? m->text + title : prm_title(m, id);
}

/* The name of the kind: "practice". */
static inline const char *prm_kind(const struct prm_model *m, prm_id id)
{
    return m->text + prm_in_kind(m, id, 0);
}

/* What the kind means for an appraisal; 0 if the architecture does not say. */
static inline enum prm_importance prm_importance(const struct prm_model *m, prm_id id)
{
    return (enum prm_importance)prm_in_kind(m, id, 2);
}

/* The status; 0 if there is none. */
static inline enum prm_status prm_status(const struct prm_model *m, prm_id id)
{
    return (enum prm_status)(prm_in_node(m, id, prm_in_class) & 7);
}

/* The id of the bolt-on that added the component; empty if it belongs to the base. */
static inline const char *prm_added_by(const struct prm_model *m, prm_id id)
{
    return m->text + prm_in_kind(m, id, 1);
}

/* ---- The tree ---- */

/* What the component stands in, or PRM_NONE at the top. */
static inline prm_id prm_parent(const struct prm_model *m, prm_id id)
{
    uint32_t distance = prm_in_node(m, id, prm_in_parent);
    return distance ? id - distance : PRM_NONE;
}

/* One past the last component inside: those are id + 1 to prm_subtree_end() - 1. */
static inline prm_id prm_subtree_end(const struct prm_model *m, prm_id id)
{
    return id < m->n ? id + prm_in_node(m, id, prm_in_size) : PRM_NONE;
}

/* The first component inside, or PRM_NONE. */
static inline prm_id prm_first_child(const struct prm_model *m, prm_id id)
{
    return prm_in_node(m, id, prm_in_size) > 1 ? id + 1 : PRM_NONE;
}

/* The next one with the same parent, or PRM_NONE. The siblings at the top begin with
   prm_first_top(). */
static inline prm_id prm_next_sibling(const struct prm_model *m, prm_id id)
{
    prm_id next = prm_subtree_end(m, id);
    return next < m->n && prm_parent(m, next) == prm_parent(m, id) ? next : PRM_NONE;
}

/* The first component of the model, or PRM_NONE if it has none. */
static inline prm_id prm_first_top(const struct prm_model *m)
{
    return m->n ? 0 : PRM_NONE;
}

/* ---- Texts, attributes, references ---- */

/* The k-th value of this name among the parts from i to end; NULL if there are no more. */
static inline const char *prm_in_part(const struct prm_model *m, uint32_t i, uint32_t end, const char *name, uint32_t k)
{
    for (; i < end; i++)
        if (strcmp(m->text + prm_in_column(m->parts, (size_t)i * 2), name) == 0 && k-- == 0)
            return m->text + prm_in_column(m->parts, (size_t)i * 2 + 1);
    return NULL;
}

/* The k-th text of this name, from 0: prm_text(m, id, "note", 0). CommonMark as its author wrote
   it. NULL if there are no more. */
static inline const char *prm_text(const struct prm_model *m, prm_id id, const char *name, uint32_t k)
{
    return prm_in_part(m, prm_in_node(m, id, prm_in_texts), prm_in_node(m, id, prm_in_attributes), name, k);
}

/* The k-th value of an attribute that may have several; NULL if there are no more. */
static inline const char *prm_attribute_at(const struct prm_model *m, prm_id id, const char *name, uint32_t k)
{
    uint32_t end = prm_in_node(m, id < m->n ? id + 1 : id, prm_in_texts);
    return prm_in_part(m, prm_in_node(m, id, prm_in_attributes), end, name, k);
}

/* The value of an attribute, the first if there are several: a number in decimal digits, "true" for
   a flag. Empty if the component has none. "label", "source" and "was" are attributes, too. */
static inline const char *prm_attribute(const struct prm_model *m, prm_id id, const char *name)
{
    const char *value = prm_attribute_at(m, id, name, 0);
    return value ? value : "";
}

/* The same as a number; `fallback` if there is none, or none that an int holds. */
static inline int prm_attribute_int(const struct prm_model *m, prm_id id, const char *name, int fallback)
{
    const char *at = prm_attribute(m, id, name);
    int number = 0, digit;
    if (!*at)
        return fallback;
    for (; *at; at++) {
        digit = *at - '0';
        if (digit < 0 || digit > 9 || number > (INT_MAX - digit) / 10)
            return fallback;
        number = number * 10 + digit;
    }
    return number;
}

/* What readers see instead of the id; empty if the model does not say. */
static inline const char *prm_label(const struct prm_model *m, prm_id id)
{
    return prm_attribute(m, id, "label");
}

/* Where the component comes from; empty if the model does not say. */
static inline const char *prm_source(const struct prm_model *m, prm_id id)
{
    return prm_attribute(m, id, "source");
}

/* What an attribute such as "related-areas" or "replaced-by" refers to, within the model; "for" is
   what an elaboration elaborates. */
static inline struct prm_ids prm_references(const struct prm_model *m, prm_id id, const char *name)
{
    uint32_t i = prm_in_node(m, id, prm_in_names);
    uint32_t end = prm_in_node(m, id < m->n ? id + 1 : id, prm_in_names);
    struct prm_ids ids = {NULL, 0};
    while (i < end && strcmp(m->text + prm_in_column(m->names, i), name) != 0)
        i++;
    ids.id = m->references + i;
    while (i < end && strcmp(m->text + prm_in_column(m->names, i), name) == 0) {
        i++;
        ids.n++;
    }
    return ids;
}

/* ---- Mappings ---- */

/* The edges of a component on one side: 0 for sources, 1 for targets. */
static inline struct prm_edges prm_in_edges(const struct prm_mapping *map, int side, prm_id id)
{
    uint32_t n = side ? map->to->n : map->from->n;
    uint32_t first = prm_in_column(map->starts[side], id < n ? id : n);
    struct prm_edges edges = {map->edges[side] + first, 0};
    if (id < n)
        edges.n = prm_in_column(map->starts[side], id + 1) - first;
    return edges;
}

/* The edges that lead from a component of map->from:

       struct prm_edges e = prm_edges_from(&prm_ISO20000_to_CMMI_SVC, clause);
       for (uint32_t i = 0; i < e.n; i++)
           puts(prm_path(prm_ISO20000_to_CMMI_SVC.to, e.edge[i].other)); */
static inline struct prm_edges prm_edges_from(const struct prm_mapping *map, prm_id source)
{
    return prm_in_edges(map, 0, source);
}

/* The edges that lead to a component of map->to. */
static inline struct prm_edges prm_edges_to(const struct prm_mapping *map, prm_id target)
{
    return prm_in_edges(map, 1, target);
}

/* Row i of a mapping. */
static inline struct prm_mapping_row prm_in_row(const struct prm_mapping *map, uint32_t i)
{
    const unsigned char *at = map->rows + (size_t)(i < map->n_rows ? i : map->n_rows) * 20;
    struct prm_mapping_row row;
    row.relation = (enum prm_relation)at[0];
    row.written = (enum prm_relation)at[1];
    row.outcome = (enum prm_outcome)at[2];
    row.fit = (enum prm_fit)at[3];
    row.confidence = (enum prm_confidence)at[4];
    row.kind = (enum prm_rationale)at[5];
    row.strength = at[6] - 1;
    row.rationale = map->text + prm_in_column(at, 2);
    row.note = map->text + prm_in_column(at, 3);
    row.source = map->text + prm_in_column(at, 4);
    return row;
}

/* The k-th row that an edge came from, from 0 to edge.n_rows - 1. Those that decide what is
   possible come first. Beyond the last, as for every id that is none, a row that says nothing. */
static inline struct prm_mapping_row prm_row_at(const struct prm_mapping *map, struct prm_edge edge, uint32_t k)
{
    uint32_t i = k < edge.n_rows && edge.first < map->n_edge_rows - k ? edge.first + k : map->n_edge_rows;
    return prm_in_row(map, prm_in_column(map->edge_rows, i));
}

/* The row that an edge came from: prm_row(map, e.edge[i]). That of a derived edge has no relation.
 */
static inline struct prm_mapping_row prm_row(const struct prm_mapping *map, struct prm_edge edge)
{
    return prm_row_at(map, edge, 0);
}

/* The row that prm_source_outcome() goes by: of the source itself, or of what it stands in. */
static inline struct prm_mapping_row prm_source_row(const struct prm_mapping *map, prm_id source)
{
    uint32_t n = map->from->n;
    return prm_in_row(map, prm_in_column(map->source_rows, source < n ? source : n));
}

/* What the mapping says of a source. `none` and `not-applicable` of a component hold for what is
   inside and has no row of its own. */
static inline enum prm_outcome prm_source_outcome(const struct prm_mapping *map, prm_id source)
{
    return prm_source_row(map, source).outcome;
}

/* The coverage of a component of a side with n of them, behind `start` others. */
static inline enum prm_coverage prm_in_coverage(const struct prm_mapping *map, size_t start, prm_id id, uint32_t n)
{
    const unsigned char *column = map->source_rows + ((size_t)map->from->n + 1) * 4;
    return (enum prm_coverage)(column[start + (id < n ? id : n)] ^ 0x20);
}

/* How well a source is covered by what the mapping relates it to, and a target by what is related to it. Worked out
   when the tables were made. */
static inline enum prm_coverage prm_coverage_from(const struct prm_mapping *map, prm_id source)
{
    return prm_in_coverage(map, 0, source, map->from->n);
}

static inline enum prm_coverage prm_coverage_to(const struct prm_mapping *map, prm_id target)
{
    return prm_in_coverage(map, (size_t)map->from->n + 1, target, map->to->n);
}

/* ---- Profiles ---- */

/* 1 if the profile takes the component, itself or because of what stands in it; else 0. */
static inline int prm_in_profile(const struct prm_profile *profile, prm_id id)
{
    return id < profile->of->n ? profile->bits[id >> 3] >> (id & 7) & 1 : 0;
}

/* The number of components that it takes. */
static inline uint32_t prm_profile_count(const struct prm_profile *profile)
{
    return profile->n;
}

/* Its id as its author wrote it: "Small-Provider"; its title. */
static inline const char *prm_profile_id(const struct prm_profile *profile)
{
    return profile->text + profile->id;
}

static inline const char *prm_profile_title(const struct prm_profile *profile)
{
    return profile->text + profile->title;
}

/* ---- Names of models and mappings ---- */

/* The id of a model as its author wrote it: "CMMI-SVC"; its title, its version. */
static inline const char *prm_model_id(const struct prm_model *m)
{
    return m->text + m->id;
}

static inline const char *prm_model_title(const struct prm_model *m)
{
    return m->text + m->title;
}

static inline const char *prm_model_version(const struct prm_model *m)
{
    return m->text + m->version;
}

/* The same of a mapping. */
static inline const char *prm_mapping_id(const struct prm_mapping *map)
{
    return map->text + map->id;
}

static inline const char *prm_mapping_title(const struct prm_mapping *map)
{
    return map->text + map->title;
}

static inline const char *prm_mapping_version(const struct prm_mapping *map)
{
    return map->text + map->version;
}

#endif
