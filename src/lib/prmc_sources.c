/* Sources that are changed: see prm/prmc.h. */

#include <errno.h>

#include "fmt/fmt.h"
#include "lib/call.h"
#include "lib/fixes.h"

_Static_assert((int)SAFETY_SAFE == PRMC_SAFE && (int)SAFETY_UNSAFE == PRMC_UNSAFE, "safety is the same outside");

/* ---- Fixes ---- */

static enum prmc_status refuse_safety(struct prmc *c)
{
    return call_fail(c, PRMC_MISUSE, "there is no such safety");
}

static enum prmc_status fix(struct prmc *c, const struct call *call)
{
    fixed_files fixed = {0};
    if (!call->result)
        return call_fail(c, PRMC_MISUSE, "there is no place for the files");
    if (call->value > SAFETY_UNSAFE)
        return refuse_safety(c);
    fixes_apply(&c->session, (enum safety)call->value, &fixed);
    struct prmc_file *files = arena_array(&c->session.arena, struct prmc_file, fixed.n);
    for (uint32_t i = 0; i < fixed.n; i++) {
        struct fixed_file *file = &fixed.at[i];
        files[i] = (struct prmc_file){file->file->path.ptr, buf_cstr(&file->text), file->text.n};
    }
    *(struct prmc_file_list *)call->result = (struct prmc_file_list){files, fixed.n};
    return PRMC_OK;
}

enum prmc_status prmc_apply_fixes(struct prmc *c, enum prmc_safety most, struct prmc_file_list *files)
{
    const struct call call = {.value = (unsigned)most, .result = files};
    return call_run(c, CHECKED, CHECKED, fix, &call);
}

static enum prmc_status write_fixes(struct prmc *c, const struct call *call)
{
    fixed_files fixed = {0};
    enum prmc_status status = PRMC_OK;
    if (call->value > SAFETY_UNSAFE)
        return refuse_safety(c);
    struct output *output = output_new(&c->mem);
    fixes_apply(&c->session, (enum safety)call->value, &fixed);
    fixes_stage(&fixed, output);
    if (!output_commit(output))
        status = call_fail(c, PRMC_UNWRITABLE, "cannot write %s: %s", output->failed, strerror(output->error));
    output_close(output);
    fixes_free(&fixed, &c->mem);
    return status;
}

enum prmc_status prmc_write_fixes(struct prmc *c, enum prmc_safety most)
{
    const struct call call = {.value = (unsigned)most};
    return call_run(c, CHECKED, CHECKED, write_fixes, &call);
}

/* ---- Layout ---- */

static const char SOURCE[] = "source";

/* Says where the first error is. */
static enum prmc_status refuse_syntax(struct prmc *c, struct session *reading)
{
    diag_settle(&reading->diag);
    VEC_EACH (struct finding *const, at, &reading->diag.findings) {
        if ((*at)->severity != SEVERITY_ERROR)
            continue;
        struct location place = source_locate(&reading->sources, (*at)->at.start);
        return call_fail(c, PRMC_HAS_ERRORS, "line %u, column %u: %.*s", place.line, place.column,
                         STR_ARGS((*at)->text));
    }
    return call_fail(c, PRMC_HAS_ERRORS, "the syntax is wrong");
}

/* Reads the source in a session of its own, which has no other file. */
static enum prmc_status format(struct prmc *c, const struct call *call)
{
    struct session reading;
    struct buf text = buf_on(&c->mem);
    if (call->n && !call->bytes)
        return call_fail(c, PRMC_MISUSE, "the source is missing");
    if (call->n > FILE_SIZE_MOST)
        return call_fail(c, PRMC_UNREADABLE, "the source: %s", unreadable_reason(FILE_TOO_LARGE));
    session_begin(&reading, &c->mem);
    reading.units.keeps_comments = true;
    search_hold(&reading.search, SOURCE, call_copy(c, call));
    enum file_status status = load_single(&reading.units, SOURCE);
    if (status != FILE_READ)
        return call_fail(c, PRMC_UNREADABLE, "the source: %s", unreadable_reason(status));
    const struct tree *tree = &reading.units.at.at[0].tree;
    if (tree->broken)
        return refuse_syntax(c, &reading);
    format_file(&text, tree, &reading.sources, &reading.atoms);
    call_give_text(call, &text);
    return PRMC_OK;
}

enum prmc_status prmc_format(struct prmc *c, const void *bytes, size_t n, const char **text, size_t *n_text)
{
    struct call_text given = {"", 0};
    const struct call call = {.bytes = bytes, .n = n, .result = &given};
    return call_take_text(call_run(c, CHOOSING, CHECKED, format, &call), &given, text, n_text);
}
