#include "cli/fix.h"

#include <errno.h>

#include "base/diff.h"
#include "lib/fixes.h"

static void show(const fixed_files *files, struct buf *diff)
{
    VEC_EACH (const struct fixed_file, fixed, files)
        diff_add(diff, fixed->file->path, (struct str){fixed->file->text, fixed->file->len}, buf_as_str(&fixed->text));
}

static int write_files(const fixed_files *files, struct mem *mem)
{
    struct output *output = output_new(mem);
    fixes_stage(files, output);
    int status = EXIT_OK;
    if (!output_commit(output))
        status = usage_error("cannot write %s: %s", output->failed, strerror(output->error));
    output_close(output);
    return status;
}

int apply_fixes(const struct session *session, enum safety most, struct buf *diff, uint32_t *applied)
{
    fixed_files files = {0};
    int status = EXIT_OK;
    *applied = fixes_apply(session, most, &files);
    if (diff)
        show(&files, diff);
    else
        status = write_files(&files, session->mem);
    fixes_free(&files, session->mem);
    return status;
}
