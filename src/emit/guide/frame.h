#ifndef EMIT_GUIDE_FRAME_H
#define EMIT_GUIDE_FRAME_H

#include "emit/guide/names.h"

/* What stands around the text of every page. */

enum { MENU_MOST = 40 }; /* entries of a menu in the header, and models in the footer */

/* Writes the whole page around `body`. */
void put_frame(struct page *page, struct str body);

/* The navigation beside the text; see tree.c. */
void put_tree(struct page *page);

/* The end of the page; see footer.c. */
void put_footer(struct page *page);

/* Opens a link to a file that is marked if the file is this page. */
void open_file(struct page *page, const struct site_file *file);

/* The name of a page of a model: of an index that of the model. */
void put_page_name(struct page *page, uint32_t site_page, enum text_mode mode);

#endif
