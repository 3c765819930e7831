#ifndef BASE_PO_H
#define BASE_PO_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

/* Files of translations as gettext keeps them (PO), read by libgettextpo. Nothing here prints or ends the
   program, whatever is in the file. */

/* A part of the file, as offsets in its text; both 0 if it is not known where it is. */
struct po_part {
    uint32_t start, end;
};

struct po_entry {
    struct str context; /* msgctxt; {0} if there is none */
    struct str source;  /* msgid */
    struct str text;    /* msgstr, of plural forms the first; empty if it is not translated */
    struct po_part context_at, source_at, text_at; /* the strings, with their quotes */
    bool fuzzy;
};

/* What is wrong with the file. `line` counts from 1, 0 if it is not known. */
struct po_problem {
    uint32_t line;
    bool is_duplicate;   /* an entry is there twice, */
    uint32_t other_line; /* and this is where the first is; 0 if it is not known */
    struct str text;     /* in the words of libgettextpo, or our own; small letters, no full stop */
};

struct po {
    VEC(struct po_entry) entries; /* without the header and what is obsolete, in their order */
    VEC(struct po_problem) problems;
    struct str language; /* what the header says; {0} */
};

/* Reads the file `path`, whose content is `text`, valid UTF-8. Strings are kept in `arena`, the vectors on its
   memory. What stands in the way of reading is a problem; there are no entries then. */
void po_read(struct po *po, struct arena *arena, const char *path, struct str text);

/* Appends a string as a PO file writes it: in quotes, and a line for each of its own. */
void po_add_string(struct buf *out, struct str text);

#endif
