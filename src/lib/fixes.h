#ifndef LIB_FIXES_H
#define LIB_FIXES_H

#include "base/output.h"
#include "lib/session.h"

/* A file with its fixes. */
struct fixed_file {
    const struct source_file *file;
    struct buf text;
};

typedef VEC(struct fixed_file) fixed_files;

/* Applies the fixes of the settled findings to the files as they were read, and appends the files that change; they
   belong to the session's memory. What may be changed and which fix of a finding counts says finding_fix(); of fixes
   that overlap the first counts. Returns the number of fixes. */
uint32_t fixes_apply(const struct session *session, enum safety most, fixed_files *files);

/* Stages the files for their places. */
void fixes_stage(const fixed_files *files, struct output *output);

/* Frees what fixes_apply() appended. */
void fixes_free(fixed_files *files, struct mem *mem);

#endif
