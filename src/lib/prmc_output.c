/* What comes out of a session: models and files. See prm/prmc.h. */

#include <errno.h>

#include "emit/tables/tables.h"
#include "lib/addresses.h"
#include "lib/call.h"
#include "lib/earlier.h"
#include "lib/outputs.h"

/* ---- Models ---- */

size_t prmc_model_count(const struct prmc *c)
{
    return call_is_good(c) ? c->session.library.models.n : 0;
}

size_t prmc_mapping_count(const struct prmc *c)
{
    return call_is_good(c) ? c->session.library.mappings.n : 0;
}

size_t prmc_profile_count(const struct prmc *c)
{
    return call_is_good(c) ? c->session.library.profiles.n : 0;
}

static const struct prm_model *model_of(struct prmc *c, model_id id)
{
    if (!c->models[id])
        c->models[id] = model_tables(&c->session.library, &c->mem, id);
    return c->models[id];
}

static enum prmc_status get_model(struct prmc *c, const struct call *call)
{
    if (!call_is_good(c))
        return call_refuse_errors(c);
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
    if (!call_is_good(c))
        return call_refuse_errors(c);
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
    if (!call_is_good(c))
        return call_refuse_errors(c);
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

/* ---- What a guide is told ---- */

static enum prmc_status set_folder_url(struct prmc *c, const struct call *call)
{
    if (!call->name || !is_base_url(call->name))
        return call_fail(c, PRMC_MISUSE, "that is no address of a folder");
    *call->address = arena_str(&c->session.arena, str_of(call->name)).ptr;
    return PRMC_OK;
}

enum prmc_status prmc_set_base_url(struct prmc *c, const char *url)
{
    const struct call call = {.name = url, .address = c ? &c->session.publication.base_url : NULL};
    return call_run(c, CHOOSING, CHECKED, set_folder_url, &call);
}

enum prmc_status prmc_set_permalink(struct prmc *c, const char *url)
{
    const struct call call = {.name = url, .address = c ? &c->session.publication.permalink : NULL};
    return call_run(c, CHOOSING, CHECKED, set_folder_url, &call);
}

static enum prmc_status set_source_url(struct prmc *c, const struct call *call)
{
    if (!call->name || !is_source_url(call->name))
        return call_fail(c, PRMC_MISUSE, "that is no address of sources");
    c->session.publication.source_url = arena_str(&c->session.arena, str_of(call->name)).ptr;
    return PRMC_OK;
}

enum prmc_status prmc_set_source_url(struct prmc *c, const char *url)
{
    const struct call call = {.name = url};
    return call_run(c, CHOOSING, CHECKED, set_source_url, &call);
}

static enum prmc_status compare_with(struct prmc *c, const struct call *call)
{
    const char *problem;
    if (!call_is_named(call))
        return call_nameless(c);
    if (!session_compare_with(&c->session, call->name, &problem))
        return call_fail(c, PRMC_UNREADABLE, "%s", problem);
    return PRMC_OK;
}

enum prmc_status prmc_compare_with(struct prmc *c, const char *path)
{
    const struct call call = {.name = path};
    return call_run(c, CHOOSING, CHECKED, compare_with, &call);
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
    if (!call_is_good(c))
        return call_refuse_errors(c);
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
    if (!call_is_good(c))
        return call_refuse_errors(c);
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
