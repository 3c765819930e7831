#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

#include <sys/types.h>

#include "base/json.h"
#include "base/output.h"
#include "diag/diag.h"
#include "model/library.h"

/* How a back end starts processes: as fork() and _exit() do. A library starts none. */
struct processes {
    uint32_t most; /* that may work at the same time; 0 and 1: this one alone, and the rest is not needed */
    pid_t (*start)(void);
    void (*end)(int status) __attribute__((noreturn));
};

/* An earlier state of models and mappings: documents "prmc-model/1", of all of them or of one each. */
struct earlier {
    VEC(struct json_document) documents;
};

/* An index of the search that is larger than readers should have to wait for. */
struct heavy_search {
    struct str file;    /* of the largest; {0}: none is too large */
    size_t size, about; /* in bytes; about: once it is compressed for the way */
    uint32_t practices;
};

/* What a guide is told of the world around it; NULL: not known, not wanted. */
struct publication {
    const char *base_url;          /* where it will be; without it pages are found by relative addresses alone */
    const char *permalink;         /* where this state of it stays as it is */
    const char *source_url;        /* where sources can be read, a folder or with placeholders: see lib/addresses.h */
    const struct earlier *earlier; /* what to say the changes since */
    struct heavy_search *heavy;    /* is told of it */
};

/* The one interface of all back ends. Each reads the library and stages its files in the output; it
   writes nothing itself and reports nothing. */
struct emission {
    const struct library *library;
    struct mem *mem;
    struct output *output;
    const char *folder;          /* where the files go */
    bool portable;               /* C without long string literals */
    const struct diag *findings; /* of the run, settled; NULL: they are not shown */
    struct processes processes;  /* that may write pages of a guide */
    struct publication publication;
};

/* Stages the C tables: a header and a source for each model and mapping. */
void emit_tables(struct emission *emission);

/* Stages the HTML practice guide, with its style sheet and objects.json. */
void emit_guide(struct emission *emission);

/* Stages model.json. */
void emit_json(struct emission *emission);

/* What is written to a stream: the document "prmc-model/1", of all, of one model or of one mapping, and coverage in
 * three forms. */
void write_model_json(struct buf *out, const struct library *library);
void write_one_model_json(struct buf *out, const struct library *library, model_id id);
void write_one_mapping_json(struct buf *out, const struct library *library, mapping_id id);
void write_coverage_text(struct buf *out, const struct library *library);
void write_coverage_json(struct buf *out, const struct library *library);
void write_coverage_csv(struct buf *out, const struct library *library);

/* The template of all translations, a POT file. */
void write_pot(struct buf *out, const struct library *library);

/* The coverage of one mapping. */
void write_mapping_coverage_csv(struct buf *out, const struct library *library, const struct mapping *mapping);

#endif
