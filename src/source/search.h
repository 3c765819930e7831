#ifndef SOURCE_SEARCH_H
#define SOURCE_SEARCH_H

#include "source/source.h"

/* A folder in which imports are looked up and may lie. */
struct search_folder {
    struct str path; /* as shown */
    struct str real;
    bool installed; /* it came with the program, wherever that is */
};

/* The content of a file that is not taken from the disk, where it need not be. */
struct held_file {
    struct str real;
    struct file_bytes bytes;
};

/* Where imports may come from: the working folder, those of -I, the installed models. */
struct search {
    struct arena *arena;
    struct str working; /* the working folder, absolute, links resolved; empty if it is gone */
    VEC(struct search_folder) folders;
    VEC(struct held_file) held;
};

enum import_status {
    IMPORT_FOUND,
    IMPORT_MISSING,
    IMPORT_ESCAPES, /* leaves every folder that imports may come from */
};

struct import_result {
    enum import_status status;
    struct str path; /* as shown */
    struct str real;
    bool installed;   /* it is one of the models that came with the program */
    struct str tried; /* where it was looked for, for a note; names joined by ", " */
};

/* Starts with the working folder alone; paths are kept in `arena`. */
void search_init(struct search *search, struct arena *arena);

/* Adds a folder behind those that are there; one that does not exist is left out. */
void search_add(struct search *search, const char *folder);

/* Adds the folder of the models that came with the program. */
void search_add_installed(struct search *search, const char *folder);

/* Holds the content of a file, in place of what it held before. The bytes must live as long as the search and
   have FILE_PADDING behind them. */
void search_hold(struct search *search, const char *path, struct file_bytes bytes);

/* The path of a file that is held or on the disk, absolute, with links resolved; {0} if there is none. */
struct str search_real_path(const struct search *search, const char *path);

/* Reads a file that is held, or else from the disk; as file_read(). */
enum file_status search_read(const struct search *search, struct mem *mem, const char *path, struct file_bytes *bytes);

/* Looks an import up: in the folder of the importing file, then in the folders of the search. */
struct import_result search_import(const struct search *search, const struct source_file *from, struct str name);

/* The path of a data file that comes with the installed models, or that a folder of -I has instead; {0} if no
   folder has it. */
struct str search_data(const struct search *search, struct str name);

/* A path given by the user as it is shown: relative to the working folder, normal. */
struct str search_shown(const struct search *search, struct str path);

#endif
