#ifndef EMIT_GUIDE_GUIDE_H
#define EMIT_GUIDE_GUIDE_H

#include "emit/emit.h"
#include "emit/guide/search/findable.h"
#include "emit/guide/links.h"
#include "emit/guide/site/site.h"
#include "emit/guide/terms.h"
#include "model/mapping/coverage.h"
#include "model/translation/translation.h"

/* One side of a mapping in numbers. */
struct summary {
    struct coverage_scope scope;
    struct coverage_tally tally;
};

/* How a component is named: asked for again and again. */
struct known_name {
    struct str path, mark;
    bool plain; /* its title has no markup */
};

/* The guide while it is written. */
struct guide {
    const struct library *library;
    struct mem *mem;
    struct emission *emission;
    struct arena arena;   /* what lives as long as the guide */
    struct arena scratch; /* what lives as long as a page */
    struct site site;
    struct str base;      /* the address of its folder with a slash behind; "" if it is not known */
    struct str permalink; /* the same of the folder where it stays as it is */
    struct links links;
    findables findables; /* what can be looked for */
    struct terms terms;
    VEC(struct summary) summaries;
    uint32_t *first_summary;  /* by mapping_id, and one behind */
    uint32_t language;        /* 0: that of the models; else a locale of the library, from 1 */
    struct buf body, whole;   /* the page at hand */
    struct known_name *names; /* by component_id: findables_find() knows them */
    struct buf path;          /* one that is being written */
    void *taken;              /* the parts that some process writes; NULL: there is one. See workers.h */
    uint32_t part, worker, n_workers;
    uint32_t n_staged;       /* files, of a worker */
    struct buf parcels;      /* of a worker: what it says of its files */
    int pipe;                /* of a worker: to the process that moves files; 0: this is it */
    struct changes *changes; /* since an earlier state; NULL: nobody asked */
    struct edition *edition; /* pages are collected there; NULL: they are staged */
};

/* Stages a file of the guide, in the folder of the language at hand. */
void guide_add(struct guide *guide, const struct site_file *file, struct buf *content);

/* The locale that pages are written in; NONE: that of the models. */
static inline uint32_t guide_locale(const struct guide *guide)
{
    return guide->language - 1;
}

/* True if there is a page of findings. */
static inline bool guide_has_findings(const struct guide *guide)
{
    return guide->emission->findings && guide->emission->findings->findings.n;
}

/* The language that pages are written in. */
struct str guide_language(const struct guide *guide);

/* How many components are work products: without any there is no page of them. */
uint32_t guide_products(const struct guide *guide);

/* ---- The kinds of page, each in a file of its own ---- */

void emit_home(struct guide *guide);
void emit_model(struct guide *guide, model_id model);
void emit_compared(struct guide *guide, model_id model);
void emit_component_pages(struct guide *guide, model_id model);
void emit_redirects(struct guide *guide, model_id model);
void emit_mapping(struct guide *guide, mapping_id mapping);
void emit_matrix(struct guide *guide, mapping_id mapping);
void emit_coverage(struct guide *guide, mapping_id mapping);
void emit_gaps(struct guide *guide, mapping_id mapping);
void emit_profile(struct guide *guide, uint32_t profile);
void emit_glossary(struct guide *guide, uint32_t glossary);
void emit_findings(struct guide *guide);
void emit_changes(struct guide *guide);
void emit_products(struct guide *guide);
void emit_print(struct guide *guide);
void emit_index(struct guide *guide);
void emit_objects(struct guide *guide);
void emit_not_found(struct guide *guide);
void emit_sitemap(struct guide *guide);
void emit_style(struct guide *guide);
void emit_icon(struct guide *guide);
void emit_script(struct guide *guide);
void emit_search(struct guide *guide);
void emit_cards(struct guide *guide);

/* Once all files are staged: tells who asked of the largest index of the search if it is too large. */
void weigh_search(struct guide *guide);

#endif
