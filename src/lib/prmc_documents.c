/* Documents of a session: see prm/prmc.h. */

#include "base/path.h"
#include "diag/writer.h"
#include "emit/emit.h"
#include "emit/trace.h"
#include "lib/asked.h"
#include "lib/call.h"

static const struct style plain = {.most = UINT32_MAX};

/* ---- Of all that was read ---- */

static void findings_text(struct buf *out, const struct session *session)
{
    write_text(out, &session->diag, plain);
    write_summary(out, &session->diag);
}

static void findings_short(struct buf *out, const struct session *session)
{
    write_short(out, &session->diag, plain);
}

static void findings_json(struct buf *out, const struct session *session)
{
    write_json(out, &session->diag);
}

static void findings_jsonl(struct buf *out, const struct session *session)
{
    write_jsonl(out, &session->diag);
}

static void findings_sarif(struct buf *out, const struct session *session)
{
    write_sarif(out, &session->diag);
}

static void findings_github(struct buf *out, const struct session *session)
{
    write_github(out, &session->diag);
}

static void findings_junit(struct buf *out, const struct session *session)
{
    write_junit(out, &session->diag, SEVERITY_ERROR);
}

static void model_json(struct buf *out, const struct session *session)
{
    write_model_json(out, &session->library);
}

static void coverage_text(struct buf *out, const struct session *session)
{
    write_coverage_text(out, &session->library);
}

static void coverage_json(struct buf *out, const struct session *session)
{
    write_coverage_json(out, &session->library);
}

static void coverage_csv(struct buf *out, const struct session *session)
{
    write_coverage_csv(out, &session->library);
}

static const struct document {
    void (*write)(struct buf *out, const struct session *session);
    bool bears_errors; /* can be had while there are some */
} documents[] = {
    [PRMC_FINDINGS_TEXT] = {findings_text, true},   [PRMC_FINDINGS_SHORT] = {findings_short, true},
    [PRMC_FINDINGS_JSON] = {findings_json, true},   [PRMC_FINDINGS_JSONL] = {findings_jsonl, true},
    [PRMC_FINDINGS_SARIF] = {findings_sarif, true}, [PRMC_FINDINGS_GITHUB] = {findings_github, true},
    [PRMC_FINDINGS_JUNIT] = {findings_junit, true}, [PRMC_MODEL_JSON] = {model_json, false},
    [PRMC_COVERAGE_TEXT] = {coverage_text, false},  [PRMC_COVERAGE_JSON] = {coverage_json, false},
    [PRMC_COVERAGE_CSV] = {coverage_csv, false},
};

static enum prmc_status print(struct prmc *c, const struct call *call)
{
    if (call->value >= sizeof documents / sizeof documents[0])
        return call_fail(c, PRMC_MISUSE, "there is no such document");
    const struct document *document = &documents[call->value];
    if (!document->bears_errors && !call_is_good(c))
        return call_refuse_errors(c);
    struct buf text = buf_on(&c->mem);
    document->write(&text, &c->session);
    call_give_text(call, &text);
    return PRMC_OK;
}

enum prmc_status prmc_print(struct prmc *c, enum prmc_document document, const char **text, size_t *n)
{
    struct call_text given = {"", 0};
    const struct call call = {.value = (unsigned)document, .result = &given};
    return call_take_text(call_run(c, CHECKED, CHECKED, print, &call), &given, text, n);
}

/* ---- About something ---- */

static enum prmc_status refuse_names(struct prmc *c, const struct buf *problem)
{
    return call_fail(c, PRMC_MISUSE, "%.*s", (int)problem->n, problem->at);
}

static enum prmc_status trace(struct prmc *c, const struct call *call)
{
    struct buf text = buf_on(&c->mem), problem = buf_on(&c->mem);
    const struct library *library = &c->session.library;
    component_id component = asked_component(library, call->name, &problem);
    if (component == NONE)
        return refuse_names(c, &problem);
    if (call->value == PRMC_TRACE_JSON)
        write_trace_json(&text, library, component);
    else
        write_trace_text(&text, library, component, true, plain);
    call_give_text(call, &text);
    return PRMC_OK;
}

/* The second name is in `bytes`. */
static enum prmc_status skeleton(struct prmc *c, const struct call *call)
{
    struct buf text = buf_on(&c->mem), problem = buf_on(&c->mem);
    const struct search *search = &c->session.search;
    model_id from = asked_model(&c->session.library, call->name, &problem);
    model_id to = from == NONE || !call->bytes ? NONE : asked_model(&c->session.library, call->bytes, &problem);
    if (from != NONE && !call->bytes)
        return call_nameless(c);
    if (to == NONE)
        return refuse_names(c, &problem);
    session_skeleton(&c->session, from, to, search->working.len ? search->working : STR("/"), &text);
    call_give_text(call, &text);
    return PRMC_OK;
}

static enum prmc_status print_about(struct prmc *c, const struct call *call)
{
    if (!call_is_named(call))
        return call_nameless(c);
    if (!call_is_good(c))
        return call_refuse_errors(c);
    switch (call->value) {
    case PRMC_TRACE_TEXT:
    case PRMC_TRACE_JSON: return trace(c, call);
    case PRMC_SKELETON: return skeleton(c, call);
    default: return call_fail(c, PRMC_MISUSE, "there is no such document about something");
    }
}

enum prmc_status prmc_print_about(struct prmc *c, enum prmc_document document, const char *about, const char *to,
                                  const char **text, size_t *n)
{
    struct call_text given = {"", 0};
    const struct call call = {.value = (unsigned)document, .name = about, .bytes = to, .result = &given};
    return call_take_text(call_run(c, CHECKED, CHECKED, print_about, &call), &given, text, n);
}
