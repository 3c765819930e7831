#ifndef EMIT_GUIDE_SITE_FILE_NAMES_H
#define EMIT_GUIDE_SITE_FILE_NAMES_H

#include "base/atom.h"
#include "base/buf.h"
#include "base/map.h"

/* Names that are given out once: of files in a folder, of places on a page. */
struct file_names {
    struct mem *mem;
    struct atoms folded; /* every name given out, as far as names must differ */
    struct map taken;    /* scope and name -> how often it was asked for */
};

/* Starts with no name given out. */
void file_names_init(struct file_names *names, struct mem *mem);

/* A name for a file of the folder `scope`: `wanted` as it is spelled, but without what some file
   system refuses, and with "~2" behind it where it would meet another on a disk that is blind to
   case. Without suffix; in `arena`. */
struct str file_name(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted);

/* The same if nothing has the name yet, in whatever case; else {0}. */
struct str file_name_if_free(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted);

/* A name for a place on the page `scope`: without blanks, and unlike all others there. */
struct str anchor_name(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted);

/* The same if no other place there has it; else {0}. */
struct str anchor_name_if_free(struct file_names *names, struct arena *arena, uint32_t scope, struct str wanted);

#endif
