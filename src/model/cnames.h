#ifndef MODEL_CNAMES_H
#define MODEL_CNAMES_H

#include "base/buf.h"
#include "model/library.h"

/* The names that models, mappings, profiles and components have in C. An id makes a name by `_` in place of
   every other ASCII character than letters and digits, and "_u0915" in place of the character U+0915. No name is a
   word of C or one of the header prm/tables.h: what follows `prm_` is no small letter, and behind `PRM_` stands
   another `_`; the header's own names have it otherwise. Two that meet are found by cname_clashes_of(). */

/* Appends the name of the object of a model, mapping or profile: "prm_CMMI_SVC" for CMMI-SVC. An id that
   begins with a small letter gets another `_`. */
void cname_object(struct buf *out, struct str id);

/* Appends the name of its files, without a suffix: "cmmi_svc". One that a header of the C library
   has gets "prm_" in front. */
void cname_file(struct buf *out, struct str id);

/* Appends the name of the constant of a component in the tables of a model, which may be of a
   bolt-on: "PRM_CMMI_SVC_PP_SP1_1". The component must have an id; others have no constant. */
void cname_constant(struct buf *out, const struct library *library, model_id model, component_id component);

enum cname_kind { CNAME_OBJECT, CNAME_FILE, CNAME_CONSTANT };

/* Two that have one name. */
struct cname_clash {
    enum cname_kind kind;
    struct str name;        /* NUL-terminated, an atom of the library */
    struct span at, first;  /* the id of the one and of the one before it */
    component_id component; /* the one, if the name is that of a constant; else NONE */
};

typedef VEC(struct cname_clash) cname_clashes;

/* Appends every clash in the library. Where the objects of two clash, nothing more is said of their
   files and constants; where two components of a base clash, nothing more for its bolt-ons. The
   list is owned by the library's memory. */
void cname_clashes_of(const struct library *library, cname_clashes *out);

#endif
