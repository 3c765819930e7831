#ifndef EMIT_GUIDE_HTML_H
#define EMIT_GUIDE_HTML_H

#include "base/buf.h"

/* The only ways by which a model's text gets into a page, one for each context. What comes out is
   good for HTML and XML alike. */

/* Between tags. Characters that neither HTML nor XML may hold become U+FFFD. */
void html_text(struct buf *out, struct str text);

/* Between the double quotes of an attribute. */
void html_attribute(struct buf *out, struct str text);

/* A name as one step of a path or as a fragment: what is not safe there is percent-encoded. */
void html_url_step(struct buf *out, struct str name);

/* An address that an author wrote, inside an attribute: what no address may hold is
   percent-encoded, what is encoded already stays. */
void html_address(struct buf *out, struct str address);

/* The character that a character reference such as "&nbsp;" or "&#8364;" stands for; unknown ones
   are shown as they are written. */
void html_entity(struct buf *out, struct str entity);

#endif
