#include "lib/call.h"

#include <stdio.h>

enum prmc_status call_fail(struct prmc *c, enum prmc_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(c->problem, sizeof c->problem, format, args);
    va_end(args);
    return status;
}

enum prmc_status call_nameless(struct prmc *c)
{
    return call_fail(c, PRMC_MISUSE, "a name is missing");
}

static enum prmc_status exhaust(struct prmc *c)
{
    c->state = SPENT;
    c->findings = (struct prmc_finding_list){0};
    return call_fail(c, PRMC_NO_MEMORY, "there is not enough memory");
}

/* A jump may come to where it was set only, so nothing of this frame changes behind it. */
static enum prmc_status guarded(struct prmc *c, call_step *step, const struct call *call)
{
    jmp_buf exhausted;
    c->mem.guard = &exhausted;
    return setjmp(exhausted) == 0 ? step(c, call) : exhaust(c);
}

enum prmc_status call_run(struct prmc *c, enum state from, enum state to, call_step *step, const struct call *call)
{
    if (!c)
        return PRMC_MISUSE;
    c->problem[0] = '\0';
    if (c->state == SPENT)
        return exhaust(c);
    if (c->state < from)
        return call_fail(c, PRMC_MISUSE, "it is too early for this: nothing was %s yet",
                         c->state == CHOOSING && from == READING ? "read" : "checked");
    if (c->state > to)
        return call_fail(c, PRMC_MISUSE, "it is too late for this: files were %s",
                         c->state == READING ? "read" : "checked");
    enum prmc_status status = guarded(c, step, call);
    c->mem.guard = NULL;
    return status;
}
