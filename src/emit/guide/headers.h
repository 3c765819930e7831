#ifndef EMIT_GUIDE_HEADERS_H
#define EMIT_GUIDE_HEADERS_H

#include "emit/guide/names.h"

/* The top of a page about a whole declaration: a model, a mapping, a profile, a glossary. */

/* Writes the title of the page, its heading, and what it is. */
void put_declaration(struct page *page, const struct voice *voice, struct str title, atom id, enum word kind);

/* The title, the heading and the first sentence of a page of the guide's own. */
void put_title_of_page(struct page *page, enum word title, enum word about);

/* The same for a page that shows one part of it: "Matrix: ISO 20000 to CMMI". */
void put_part(struct page *page, const struct voice *voice, struct str title, atom id, enum word part);

/* Links to the table, the matrix and the coverage of a mapping. */
void put_views(struct page *page, mapping_id id);

/* Version, date, publisher, source, licence, and the place `at` where it is written: pairs of a list of facts. */
void put_header_facts(struct page *page, const struct voice *voice, const struct header *header, struct span at);

/* What the declaration says of itself. */
void put_description(struct page *page, const struct voice *voice, const struct header *header);

/* The name of a column of a CSV file: for programs, and in the guide of a translation what people read. */
struct csv_head {
    const char *name;
    enum word word;
};

/* The first record of a CSV file, in the language of the page. */
void put_csv_head(struct page *page, struct buf *out, const struct csv_head *head, uint32_t n);

/* The title of a component as a cell that is not the last, in the language of the page if there is one. */
void put_csv_title(struct page *page, struct buf *out, component_id id);

/* A link to a file of the same table in another form. */
void put_download(struct page *page, const struct site_file *file, enum word word);

#endif
