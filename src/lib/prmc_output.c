/* What comes out of a session: models, files, documents. See prm/prmc.h. */

#include <errno.h>

#include "diag/writer.h"
#include "emit/tables/tables.h"
#include "lib/call.h"
#include "lib/outputs.h"

/* ---- Models ---- */

static bool is_good(const struct prmc *c)
{
    return c && c->state == CHECKED && !session_has_errors(&c->session);
}

static enum prmc_status refuse_errors(struct prmc *c)
{
    return call_fail(c, PRMC_HAS_ERRORS, "%u errors were found", c->session.diag.counts[SEVERITY_ERROR]);
}

size_t prmc_model_count(const struct prmc *c)
{
    return is_good(c) ? c->session.library.models.n : 0;
}

size_t prmc_mapping_count(const struct prmc *c)
{
    return is_good(c) ? c->session.library.mappings.n : 0;
}

size_t prmc_profile_count(const struct prmc *c)
{
    return is_good(c) ? c->session.library.profiles.n : 0;
}

static const struct prm_model *model_of(struct prmc *c, model_id id)
{
    if (!c->models[id])
        c->models[id] = model_tables(&c->session.library, &c->mem, id);
    return c->models[id];
}

static enum prmc_status get_model(struct prmc *c, const struct call *call)
{
    if (!is_good(c))
        return refuse_errors(c);
    if (!call->result || call->n >= c->session.library.models.n)
        return call_fail(c, PRMC_MISUSE, "there is no model %zu", call->n);
    *(const struct prm_model **)call->result = model_of(c, (model_id)call->n);
    return PRMC_OK;
}

enum prmc_status prmc_model(struct prmc *c, size_t i, const struct prm_model **model)
{
    const struct call call = {.n = i, .result = model};
    return call_run(c, CHECKED, CHECKED, get_model, &call);
}

static enum prmc_status get_mapping(struct prmc *c, const struct call *call)
{
    const struct library *library = &c->session.library;
    if (!is_good(c))
        return refuse_errors(c);
    if (!call->result || call->n >= library->mappings.n)
        return call_fail(c, PRMC_MISUSE, "there is no mapping %zu", call->n);
    const struct mapping *mapping = &library->mappings.at[call->n];
    if (mapping->from == NONE || mapping->to == NONE)
        return call_fail(c, PRMC_MISUSE, "the models of mapping %zu are not known", call->n);
    const struct prm_mapping **made = &c->mappings[call->n];
    if (!*made)
        *made = mapping_tables(library, &c->mem, mapping, model_of(c, mapping->from), model_of(c, mapping->to));
    *(const struct prm_mapping **)call->result = *made;
    return PRMC_OK;
}

enum prmc_status prmc_mapping(struct prmc *c, size_t i, const struct prm_mapping **mapping)
{
    const struct call call = {.n = i, .result = mapping};
    return call_run(c, CHECKED, CHECKED, get_mapping, &call);
}

static enum prmc_status get_profile(struct prmc *c, const struct call *call)
{
    const struct library *library = &c->session.library;
    if (!is_good(c))
        return refuse_errors(c);
    if (!call->result || call->n >= library->profiles.n)
        return call_fail(c, PRMC_MISUSE, "there is no profile %zu", call->n);
    const struct profile *profile = &library->profiles.at[call->n];
    if (profile->model == NONE)
        return call_fail(c, PRMC_MISUSE, "the model of profile %zu is not known", call->n);
    const struct prm_profile **made = &c->profiles[call->n];
    if (!*made)
        *made = profile_tables(library, &c->mem, profile, model_of(c, profile->model));
    *(const struct prm_profile **)call->result = *made;
    return PRMC_OK;
}

enum prmc_status prmc_profile(struct prmc *c, size_t i, const struct prm_profile **profile)
{
    const struct call call = {.n = i, .result = profile};
    return call_run(c, CHECKED, CHECKED, get_profile, &call);
}

/* ---- Back ends ---- */

static enum prmc_status refuse_outputs(struct prmc *c)
{
    return call_fail(c, PRMC_MISUSE, "there is no such output");
}

static enum prmc_status write_outputs(struct prmc *c, const struct call *call)
{
    if (!call_is_named(call))
        return call_nameless(c);
    if (!outputs_are_known(call->value))
        return refuse_outputs(c);
    if (!is_good(c))
        return refuse_errors(c);
    struct output *output = output_new(&c->mem);
    session_emit(&c->session, output, call->value, call->name);
    enum prmc_status status = PRMC_OK;
    if (!output_commit(output))
        status = call_fail(c, PRMC_UNWRITABLE, "cannot write %s: %s", output->failed, strerror(output->error));
    output_close(output);
    return status;
}

enum prmc_status prmc_write(struct prmc *c, unsigned outputs, const char *folder)
{
    const struct call call = {.value = outputs, .name = folder};
    return call_run(c, CHECKED, CHECKED, write_outputs, &call);
}

static enum prmc_status make_outputs(struct prmc *c, const struct call *call)
{
    if (!call->result || !outputs_are_known(call->value))
        return refuse_outputs(c);
    if (!is_good(c))
        return refuse_errors(c);
    struct output *output = output_in_memory(&c->mem);
    session_emit(&c->session, output, call->value, ".");
    struct prmc_file *files = arena_array(&c->session.arena, struct prmc_file, output->kept.n);
    for (uint32_t i = 0; i < output->kept.n; i++) {
        const struct kept_file *kept = &output->kept.at[i];
        files[i] = (struct prmc_file){kept->path.ptr, kept->content.at, kept->content.n};
    }
    *(struct prmc_file_list *)call->result = (struct prmc_file_list){files, output->kept.n};
    output_close(output);
    return PRMC_OK;
}

enum prmc_status prmc_make(struct prmc *c, unsigned outputs, struct prmc_file_list *files)
{
    const struct call call = {.value = outputs, .result = files};
    return call_run(c, CHECKED, CHECKED, make_outputs, &call);
}

/* ---- Documents ---- */

static void findings_text(struct buf *out, const struct session *session)
{
    const struct style style = {.most = UINT32_MAX};
    write_text(out, &session->diag, style);
    write_summary(out, &session->diag);
}

static void findings_json(struct buf *out, const struct session *session)
{
    write_json(out, &session->diag);
}

static void findings_sarif(struct buf *out, const struct session *session)
{
    write_sarif(out, &session->diag);
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

static void (*const documents[])(struct buf *out, const struct session *session) = {
    [PRMC_FINDINGS_TEXT] = findings_text,
    [PRMC_FINDINGS_JSON] = findings_json,
    [PRMC_FINDINGS_SARIF] = findings_sarif,
    [PRMC_MODEL_JSON] = model_json,
    [PRMC_COVERAGE_TEXT] = coverage_text,
    [PRMC_COVERAGE_JSON] = coverage_json,
    [PRMC_COVERAGE_CSV] = coverage_csv,
};

/* Where a document goes. */
struct printed {
    const char *text;
    size_t n;
};

static enum prmc_status print(struct prmc *c, const struct call *call)
{
    if (call->value >= sizeof documents / sizeof documents[0])
        return call_fail(c, PRMC_MISUSE, "there is no such document");
    if (call->value > PRMC_FINDINGS_SARIF && !is_good(c))
        return refuse_errors(c);
    struct printed *printed = call->result;
    struct buf text = buf_on(&c->mem);
    documents[call->value](&text, &c->session);
    printed->n = text.n;
    printed->text = buf_cstr(&text);
    return PRMC_OK;
}

enum prmc_status prmc_print(struct prmc *c, enum prmc_document document, const char **text, size_t *n)
{
    struct printed printed = {"", 0};
    const struct call call = {.value = (unsigned)document, .result = &printed};
    enum prmc_status status = call_run(c, CHECKED, CHECKED, print, &call);
    if (text)
        *text = printed.text;
    if (n)
        *n = printed.n;
    return status;
}
