#ifndef EMIT_GUIDE_SITE_SITE_H
#define EMIT_GUIDE_SITE_SITE_H

#include "emit/guide/site/file_names.h"
#include "model/library.h"

/* Where everything is: folders, pages, and the place of each component. A model has a folder with an
   index and a page for each component that is worth one; what is in such a component has a place on
   its page, groupings have theirs on the index. */

/* A file of the guide. */
struct site_file {
    struct str folder;               /* percent-encoded, "" for the root */
    struct str name;                 /* as it is on disk, with its folder */
    struct str url;                  /* percent-encoded, without its folder */
    const struct site_file *printed; /* the page that stands for it in the print edition; NULL: none does */
};

struct site_page {
    struct site_file file;
    model_id model;
    uint32_t position, end; /* what it shows, in the view of the model; of an index: 0, 0 */
    uint32_t group;         /* position of the grouping that it stands in; NONE */
    uint32_t shelf;
};

/* Pages of a model in a row that stand in one grouping, or in none and are of one kind. */
struct site_shelf {
    uint32_t group; /* position; NONE */
    kind_id kind;   /* of the first */
    uint32_t first, end;
};

/* The pages of a model in the order of an integer attribute, such as a maturity level. */
struct site_order {
    property_id property;
    uint32_t first, n; /* in `ranked`, by value and page */
    bool shared;       /* some pages share a value: else it orders nothing */
};

struct site_ranked {
    int64_t value;
    uint32_t page;
};

/* Where a page was before its component got another identifier. Of several with the same old name the first has the
   file, the others hang on it. */
struct site_redirect {
    struct site_file file; /* without a name: another has it */
    model_id model;
    struct str was;  /* the old identifier */
    uint32_t page;   /* where it is now */
    uint32_t others; /* the next with the same name; NONE */
    uint32_t last;   /* of the first: the last of them */
};

/* What a place on a page was called before something got another identifier. */
struct site_alias {
    uint32_t position;
    struct str anchor;
};

/* The folder of a model; by model_id. */
struct site_model {
    struct str folder;  /* percent-encoded */
    uint32_t index;     /* its pages: first the index, then in document order */
    uint32_t n_pages;   /* without the index */
    uint32_t *page;     /* by position in the view */
    struct str *anchor; /* by position; of what has a page, too */
    uint32_t first_shelf, n_shelves;
    uint32_t first_order, n_orders;
    uint32_t first_redirect, n_redirects;
    uint32_t first_alias, n_aliases; /* by position */
    struct site_file csv, json;      /* its components; all of it */
    struct site_file compared;       /* its mappings side by side, if there are several */
};

/* The files of a mapping; by mapping_id. */
struct site_mapping {
    struct site_file table, matrix, reverse, coverage, gaps, table_csv, pairs_csv, coverage_csv, gaps_csv, json;
};

/* The folder of a language, which holds the whole guide once more; by locale. */
struct site_language {
    struct str name; /* as it is on disk */
    struct str url;  /* percent-encoded */
};

struct site {
    VEC(struct site_page) pages;
    VEC(struct site_shelf) shelves;
    VEC(struct site_order) orders;
    VEC(struct site_ranked) ranked;
    VEC(struct site_redirect) redirects;
    VEC(struct site_alias) aliases;
    struct site_model *models;
    struct site_mapping *mappings;
    struct site_file *profiles, *glossaries, *profiles_csv, *glossaries_csv;
    struct site_file home, print, findings, products, products_csv, style, added, objects;
    uint32_t n_unprinted; /* models and mappings that are too large for the print edition */
    struct str *terms;    /* the place of each term on the page of its glossary */
    struct site_file script, find, tables, cards, icon, not_found;
    struct site_file changes, changes_csv; /* since an earlier state, if there is one */
    struct site_file titles, identifiers;  /* the first pages of the index from A to Z */
    struct site_file *searches;            /* by language, as the guide counts them: 0 is that of the models */
    struct site_language *languages;       /* by locale */
};

/* Plans the whole guide; everything is in `arena`, the vectors on its memory. */
void site_build(struct site *site, const struct library *library, struct arena *arena);

/* A page of the index from A to Z, in `arena`: the first is called as its order, the others have a number. */
struct site_file site_index_page(struct arena *arena, const char *order, uint32_t number);

/* The file `name` in the folder of another, in `arena`; the name is safe in addresses. */
struct site_file site_beside(struct arena *arena, const struct site_file *file, const char *name);

/* The file `stem` and `suffix` in a folder, in `arena`. */
struct site_file site_file_in(struct arena *arena, struct str folder, struct str stem, const char *suffix);

/* Finds what the pages and places of a model were called before, by `was`; what has such a name now keeps it. To be
   called when all of its pages and places have theirs: `files` and `anchors` know them by the scope of the model's
   folder `name`, and by page. */
void site_plan_former(struct site *site, const struct library *library, struct arena *arena, model_id model,
                      struct str name, uint32_t scope, struct file_names *files, struct file_names *anchors);

/* Appends the step of an anchor that stands for a component: its id, or its kind and number. */
void site_add_step(struct buf *out, const struct library *library, component_id id);

enum { FORMER_MOST = 8 }; /* identifiers that change again and again would multiply */

/* The names of a place or a component, each step as it is and as it was; the first is what it is called now. */
struct former_names {
    struct str at[FORMER_MOST];
    uint32_t n;
};

/* The paths of a component that has an id, in `arena`; none if it never had another. */
void site_former_paths(const struct library *library, struct arena *arena, component_id id, struct former_names *names);

/* The aliases of the place at a position: the first of them, and how many there are. */
const struct site_alias *site_aliases(const struct site *site, model_id model, uint32_t position, uint32_t *n);

/* Puts the pages of every model on shelves, and finds its orders: the attributes that count. */
void site_build_orders(struct site *site, const struct library *library, struct mem *mem);

enum { SITE_LEVELS_MOST = 10 };

/* The order of a model by something that has few values, such as a level, and not a year; NULL: there is none. */
const struct site_order *site_levels(const struct site *site, const struct library *library, model_id model);

/* Says what is in the print edition: whole models and mappings as long as they are not too many components and
   rows. What a bolt-on only repeats is there once, with its base. */
void site_build_edition(struct site *site, const struct library *library);

/* Where the pages with a value begin in `ranked`, or where those with greater ones do. */
uint32_t site_ranked_from(const struct site *site, const struct site_order *order, int64_t value);

/* The page that shows a component, and where on it: in the view of `model` if that holds the
   component, else in that of the model that declares it. */
struct site_place {
    uint32_t page;
    struct str anchor; /* "" if the whole page is about it */
};

/* That place; the anchor is a slice that the site owns. */
struct site_place site_place(const struct site *site, const struct library *library, model_id model,
                             component_id component);

#endif
