#ifndef EMIT_GUIDE_HEADERS_H
#define EMIT_GUIDE_HEADERS_H

#include "emit/guide/names.h"

/* The top of a page about a whole declaration: a model, a mapping, a profile, a glossary. */

/* Writes the title of the page, its heading, and what it is. */
void put_declaration(struct page *page, const struct voice *voice, struct str title, atom id, enum word kind);

/* The same for a page that shows one part of it: "Matrix: ISO 20000 to CMMI". */
void put_part(struct page *page, const struct voice *voice, struct str title, atom id, enum word part);

/* Links to the table, the matrix and the coverage of a mapping. */
void put_views(struct page *page, mapping_id id);

/* Version, date, publisher, source, licence: pairs of a list of facts. */
void put_header_facts(struct page *page, const struct voice *voice, const struct header *header);

/* What the declaration says of itself. */
void put_description(struct page *page, const struct voice *voice, const struct header *header);

/* A link to a file of the same table in another form. */
void put_download(struct page *page, const struct site_file *file, enum word word);

#endif
