#include "lib/call.h"

#include <stdio.h>

/* Takes away what is left of a character at the end of a text that was cut there. */
static void end_whole(char *text)
{
    size_t n = strlen(text), start = n;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xc0) == 0x80)
        start--;
    if (start > 0 && (unsigned char)text[start - 1] >= 0xc0)
        text[start - 1] = '\0';
}

enum prmc_status call_fail(struct prmc *c, enum prmc_status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(c->problem, sizeof c->problem, format, args);
    va_end(args);
    if (n >= (int)sizeof c->problem)
        end_whole(c->problem);
    return status;
}

enum prmc_status call_nameless(struct prmc *c)
{
    return call_fail(c, PRMC_MISUSE, "a name is missing");
}

enum prmc_status call_refuse_errors(struct prmc *c)
{
    return call_fail(c, PRMC_HAS_ERRORS, "%u errors were found", c->session.diag.counts[SEVERITY_ERROR]);
}

struct file_bytes call_copy(struct prmc *c, const struct call *call)
{
    struct file_bytes bytes = {mem_alloc(&c->mem, call->n + FILE_PADDING), (uint32_t)call->n};
    if (call->n)
        memcpy(bytes.at, call->bytes, call->n);
    memset(bytes.at + call->n, 0, FILE_PADDING);
    return bytes;
}

void call_give_text(const struct call *call, struct buf *text)
{
    struct call_text *given = call->result;
    given->n = text->n;
    given->text = buf_cstr(text);
}

enum prmc_status call_take_text(enum prmc_status status, const struct call_text *given, const char **text, size_t *n)
{
    if (text)
        *text = given->text;
    if (n)
        *n = given->n;
    return status;
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
