#ifndef BASE_MARKDOWN_H
#define BASE_MARKDOWN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/vec.h"

/* CommonMark with GFM tables, strikethrough and task lists, and `[[REF|label]]`, without raw HTML: as
   a list of events, which md4c finds. */

enum markdown_type {
    MARKDOWN_ENTER,
    MARKDOWN_LEAVE,
    MARKDOWN_TEXT,      /* as it is to be read */
    MARKDOWN_ENTITY,    /* a character reference of HTML, such as "&nbsp;" */
    MARKDOWN_BREAK,     /* a line break that is meant */
    MARKDOWN_SOFTBREAK, /* the end of a line of the source */
};

enum markdown_node {
    MARKDOWN_PARAGRAPH,
    MARKDOWN_HEADING, /* number: level */
    MARKDOWN_QUOTE,
    MARKDOWN_BULLETS,
    MARKDOWN_NUMBERS, /* number: of the first item */
    MARKDOWN_ITEM,
    MARKDOWN_TASK, /* number: 1 if done */
    MARKDOWN_RULE,
    MARKDOWN_CODE_BLOCK, /* text: the language */
    MARKDOWN_TABLE,
    MARKDOWN_TABLE_HEAD,
    MARKDOWN_TABLE_BODY,
    MARKDOWN_ROW,
    MARKDOWN_HEAD_CELL, /* number: enum markdown_align */
    MARKDOWN_CELL,
    MARKDOWN_EMPHASIS,
    MARKDOWN_STRONG,
    MARKDOWN_STRIKE,
    MARKDOWN_CODE,
    MARKDOWN_LINK,      /* text: the address */
    MARKDOWN_IMAGE,     /* text: the address; the text inside is its description */
    MARKDOWN_REFERENCE, /* text: what stands between `[[` and `|` or `]]` */
};

enum markdown_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct markdown_event {
    enum markdown_type type;
    enum markdown_node node; /* of ENTER and LEAVE */
    uint32_t number;
    struct str text; /* a slice of the source where it stands there */
};

typedef VEC(struct markdown_event) markdown_events;

/* Parses a text; appends its events. The texts live as long as `source` and `arena`. */
void markdown_parse(struct arena *arena, struct str source, markdown_events *events);

/* The same for a text that holds inline markup only, such as a title: no event is of a block. */
void markdown_parse_inline(struct arena *arena, struct str source, markdown_events *events);

/* True if the text may hold markup of any kind; false is certain. */
bool markdown_has_markup(struct str source);

/* The scheme of a link in small letters ("https"), empty for a relative one. Blanks and control
   characters that browsers ignore are ignored, too. */
struct str markdown_scheme(struct arena *arena, struct str address);

#endif
