#ifndef SYNTAX_LOAD_H
#define SYNTAX_LOAD_H

#include "base/map.h"
#include "source/search.h"
#include "syntax/tree.h"

/* One file that was read. */
struct unit {
    struct tree tree;
    VEC(uint32_t) imports; /* the units it imports, in order */
    bool lost_import;      /* an import failed: names may be missing */
    bool lost_names;       /* a declaration could not be read */
    uint64_t *sees;        /* a bit for each unit that it imports, over however many steps */
    bool on_path;          /* while its imports are being read */
};

/* All files of a session, read in the order of the command line, each before what it imports. */
struct units {
    struct mem *mem;
    struct atoms *atoms;
    struct diag *diag;
    struct sources *sources;
    const struct search *search;
    bool keeps_comments;
    struct map by_path;  /* the real path of a file, as an atom -> its index */
    uint32_t n_searches; /* for files of similar names */
    VEC(struct unit) at; /* by index of the file in the sources */
};

/* Reads the file `path` ("-": standard input) and everything that it imports. Findings go to the
   diagnostics. Returns FILE_READ, or why the file itself could not be read (errno for FILE_FAILED). */
enum file_status load_file(struct units *units, const char *path);

/* The same without what it imports: for the formatter. */
enum file_status load_single(struct units *units, const char *path);

/* True if `unit` is `other` or imports it, directly or through others. */
bool unit_sees(struct units *units, uint32_t unit, uint32_t other);

#endif
