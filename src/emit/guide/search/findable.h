#ifndef EMIT_GUIDE_SEARCH_FINDABLE_H
#define EMIT_GUIDE_SEARCH_FINDABLE_H

#include "emit/guide/site/site.h"

/* What readers may look for by its name: in the search and in the index from A to Z. */

enum findable_type { FIND_COMPONENT, FIND_MODEL, FIND_MAPPING, FIND_PROFILE, FIND_GLOSSARY, FIND_TERM };

struct findable {
    enum findable_type type;
    uint32_t item;       /* in the library */
    struct str title;    /* the very text of the library; {0} if it has none */
    struct str path;     /* what identifies it in its model or the like */
    struct str within;   /* the id of that model or the like; "" of these themselves */
    struct str language; /* of the title, as its author says */
    const struct site_file *file;
    struct str anchor; /* "": the whole page */
};

typedef VEC(struct findable) findables;

struct guide;

/* All of them in the order of the library: what can be named, each once, on the pages of who declares it. The vector
   is on the memory of the guide, texts in its arena. */
void findables_find(struct guide *guide, findables *found);

#endif
