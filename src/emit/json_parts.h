#ifndef EMIT_JSON_PARTS_H
#define EMIT_JSON_PARTS_H

#include "base/json.h"
#include "model/library.h"

/* What documents of several kinds have in common. Each function adds to the value at hand. */

struct json_writer {
    struct buf *out;
    const struct library *library;
    struct json json; /* the value at hand */
};

/* Add the canonical path of a component (NONE: null), the text of an atom (0: null), a file with its line. */
void write_path(struct json_writer *w, const char *key, component_id id);
void write_atom(struct json_writer *w, const char *key, atom a);
void write_place(struct json_writer *w, const char *key, struct span at);

/* Adds the members "sources" to "place" of a row. */
void write_row(struct json_writer *w, const struct row *row);

/* Adds a set of relations as "possible". */
void write_possible(struct json_writer *w, relation_set possible);

#endif
