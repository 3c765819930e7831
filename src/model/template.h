#ifndef MODEL_TEMPLATE_H
#define MODEL_TEMPLATE_H

#include "model/library.h"

enum segment_type {
    SEGMENT_LITERAL,
    SEGMENT_COUNTER, /* {n}, {nn} */
    SEGMENT_NUMBER,  /* {KIND}: the number of the nearest component of the kind around */
    SEGMENT_ACRONYM,
    SEGMENT_NAME,
};

struct segment {
    enum segment_type type;
    uint32_t digits; /* of a counter: 1 or 2 */
    kind_id kind;    /* of a number */
    struct str text; /* of a literal */
};

/* How the ids of a kind look: "SP{goal}.{n}". */
struct id_template {
    struct str text;
    uint32_t first_segment, n_segments; /* in `segments` */
    bool is_plain;                      /* no placeholder but {n}: an id can be made from a number */
    struct span at;
};

/* The template that the id of a component fits or was meant to fit; its kind must have one. */
static inline const struct id_template *template_of(const struct library *library, const struct component *component)
{
    const struct kind *kind = &library->kinds.at[component->kind];
    return &library->templates.at[kind->first_template + component->n_template];
}

/* The parts of an id that a template found. */
struct id_match {
    uint32_t number_start, number_end;
    uint32_t counter; /* NONE */
};

/* True if the id, of at most 255 bytes, fits. `parent` is where its component stands. With `exact`, the number of what
   is around must be right, too; without, it may be any. */
bool template_match(const struct library *library, const struct id_template *id_template, struct str id,
                    component_id parent, bool exact, struct id_match *match);

/* The number of the nearest component of the kind, from `from` upwards; {0} if there is none. */
struct str enclosing_number(const struct library *library, component_id from, kind_id kind);

/* The nearest component of the kind, from `from` upwards, or NONE. */
component_id enclosing_component(const struct library *library, component_id from, kind_id kind);

/* True if around `parent`, itself included, there is a component of each kind whose number the template
   repeats: what stands there can have an id that fits. */
bool template_is_at_home(const struct library *library, const struct id_template *id_template, component_id parent);

#endif
