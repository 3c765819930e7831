#ifndef EMIT_TRACE_H
#define EMIT_TRACE_H

#include "diag/writer.h"
#include "model/mapping/relation.h"
#include "model/mapping/ways.h"

/* Everything that mappings say of one component, gathered for the two forms in which it is shown. */

/* Whom an entry is about. */
enum kin {
    KIN_NONE,
    KIN_SELF,   /* the component itself */
    KIN_AROUND, /* what it stands in */
    KIN_INSIDE, /* what stands in it */
};

/* A row of a written mapping, or an edge of a derived one. */
struct trace_entry {
    enum kin kin;
    component_id component; /* whom it is about: of the members of a row the nearest */
    uint32_t index;         /* of the row or the edge */
};

/* What one mapping says, in one direction. */
struct trace_side {
    mapping_id mapping;
    bool inverse;      /* the component is among the targets */
    uint32_t first, n; /* in `entries`: by kin, by component, then what is undecided last; none if nothing is said */
};

struct trace {
    const struct library *library;
    component_id component;
    uint8_t *kin; /* enum kin, by component */
    VEC(struct trace_entry) entries;
    VEC(struct trace_side) sides;
};

/* Gathers what all mappings say whose models hold the component, or something around it or in it. */
void trace_gather(struct trace *trace, const struct library *library, component_id component);

/* Frees what was gathered. */
void trace_free(struct trace *trace);

/* One step of a way through a derived mapping, in the direction in which it is shown. */
struct trace_step {
    const struct mapping *mapping;
    component_id from, to;
    relation_set possible;
    bool inverse; /* the mapping is taken from its targets to its sources */
    uint32_t edge;
    const component_id *between; /* where the step is derived itself; of the ways */
    uint32_t n_between;
    bool backwards; /* they count from the last */
};

typedef VEC(struct trace_step) trace_steps;

/* Replaces `steps` by those of one of the ways of a derived edge; `inverse` from its target to its source. */
void trace_way(const struct library *library, const struct mapping *mapping, const struct edge *edge,
               const struct edge_paths *ways, uint32_t way, bool inverse, trace_steps *steps);

/* What lies between the ends of a step, in the direction of the step. */
static inline component_id trace_between(const struct trace_step *step, uint32_t i)
{
    return step->between[step->backwards ? step->n_between - 1 - i : i];
}

/* True for what may hold or not: the pair may have nothing in common. */
static inline bool trace_is_undecided(relation_set possible)
{
    return possible & RELATE_DR && possible != RELATE_DR;
}

/* Write the trace of a component: as a tree for people, where `all` leaves nothing out, and as the document
   "prmc-trace/1". */
void write_trace_text(struct buf *out, const struct library *library, component_id component, bool all,
                      struct style style);
void write_trace_json(struct buf *out, const struct library *library, component_id component);

#endif
