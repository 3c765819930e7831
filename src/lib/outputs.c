#include "lib/outputs.h"

#include "base/path.h"
#include "emit/emit.h"
#include "prm/prmc.h"

/* The back ends, and the folder that each has when it is not alone. */
static const struct target {
    unsigned output;
    void (*emit)(struct emission *emission);
    const char *folder;
    const char *progress;
} targets[] = {
    {PRMC_TABLES, emit_tables, "tables", "writing tables"},
    {PRMC_GUIDE, emit_guide, "guide", "writing the guide"},
    {PRMC_JSON, emit_json, "", "writing model.json"},
};

enum { N_TARGETS = sizeof targets / sizeof targets[0] };

bool outputs_are_known(unsigned outputs)
{
    unsigned all = PRMC_PORTABLE;
    for (int i = 0; i < N_TARGETS; i++)
        all |= targets[i].output;
    return outputs & ~(unsigned)PRMC_PORTABLE && !(outputs & ~all);
}

void session_emit(const struct session *session, struct output *output, unsigned outputs, const char *folder)
{
    /* only readers of drafts see them */
    const struct diag *findings = session->diag.stage == STAGE_RELEASE ? NULL : &session->diag;
    for (int i = 0; i < N_TARGETS; i++) {
        const struct target *target = &targets[i];
        struct buf path = buf_on(session->mem);
        if (!(outputs & target->output))
            continue;
        buf_text(&path, folder);
        if ((outputs & ~(unsigned)PRMC_PORTABLE) != target->output && *target->folder)
            buf_printf(&path, "/%s", target->folder);
        struct emission emission = {
            .library = &session->library,
            .mem = session->mem,
            .output = output,
            .folder = buf_cstr(&path),
            .portable = (outputs & PRMC_PORTABLE) != 0,
            .findings = findings,
            .processes = session->processes,
            .publication = session->publication,
        };
        session_progress(session, target->progress);
        target->emit(&emission);
    }
    session_progress(session, NULL);
}
