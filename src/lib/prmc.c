/* The compiler as a library: see prm/prmc.h. */

#include "prm/prmc.h"

#include <stdlib.h>

#include "lib/call.h"
#include "lib/results.h"

_Static_assert((int)STAGE_DRAFT == PRMC_DRAFT && (int)STAGE_REVIEW == PRMC_REVIEW &&
                   (int)STAGE_RELEASE == PRMC_RELEASE && (int)PRESET_CORE == PRMC_CORE &&
                   (int)PRESET_RECOMMENDED == PRMC_RECOMMENDED && (int)PRESET_STRICT == PRMC_STRICT,
               "stages and presets are the same outside");

const char *prmc_version(void)
{
    return PRMC_VERSION;
}

/* ---- Sessions ---- */

static enum prmc_status begin(struct prmc *c, const struct call *call)
{
    (void)call;
    session_begin(&c->session, &c->mem);
    c->preset = PRESET_RECOMMENDED;
    return PRMC_OK;
}

struct prmc *prmc_open(void)
{
    const struct call call = {0};
    struct prmc *c = calloc(1, sizeof *c);
    if (c && call_run(c, CHOOSING, CHOOSING, begin, &call) != PRMC_OK) {
        prmc_close(c);
        return NULL;
    }
    return c;
}

void prmc_close(struct prmc *c)
{
    if (c)
        mem_release(&c->mem);
    free(c);
}

const char *prmc_problem(const struct prmc *c)
{
    return c ? c->problem : "there is no session";
}

/* ---- Choices ---- */

static enum prmc_status use_folder(struct prmc *c, const struct call *call)
{
    if (!call_is_named(call))
        return call_nameless(c);
    if (!file_real_path(&c->session.arena, call->name).ptr)
        return call_fail(c, PRMC_UNREADABLE, "%s: %s", call->name, unreadable_reason(FILE_MISSING));
    if (call->value)
        search_add_installed(&c->session.search, call->name);
    else
        search_add(&c->session.search, call->name);
    return PRMC_OK;
}

enum prmc_status prmc_use_folder(struct prmc *c, const char *folder)
{
    const struct call call = {.name = folder};
    return call_run(c, CHOOSING, CHOOSING, use_folder, &call);
}

enum prmc_status prmc_use_models(struct prmc *c, const char *folder)
{
    const struct call call = {.name = folder, .value = true};
    return call_run(c, CHOOSING, CHOOSING, use_folder, &call);
}

static enum prmc_status use_translations(struct prmc *c, const struct call *call)
{
    if (!call_is_named(call))
        return call_nameless(c);
    if (!file_real_path(&c->session.arena, call->name).ptr)
        return call_fail(c, PRMC_UNREADABLE, "%s: %s", call->name, unreadable_reason(FILE_MISSING));
    const char *folder = arena_str(&c->session.arena, str_of(call->name)).ptr;
    vec_push(&c->mem, &c->session.translations, folder);
    return PRMC_OK;
}

enum prmc_status prmc_use_translations(struct prmc *c, const char *folder)
{
    const struct call call = {.name = folder};
    return call_run(c, CHOOSING, READING, use_translations, &call);
}

static enum prmc_status set_stage(struct prmc *c, const struct call *call)
{
    if (call->value > STAGE_RELEASE)
        return call_fail(c, PRMC_MISUSE, "there is no such stage");
    c->session.diag.stage = (enum stage)call->value;
    return PRMC_OK;
}

enum prmc_status prmc_set_stage(struct prmc *c, enum prmc_stage stage)
{
    const struct call call = {.value = (unsigned)stage};
    return call_run(c, CHOOSING, CHOOSING, set_stage, &call);
}

static enum prmc_status set_preset(struct prmc *c, const struct call *call)
{
    if (call->value >= PRESET_COUNT)
        return call_fail(c, PRMC_MISUSE, "there is no such preset");
    c->preset = (enum preset)call->value;
    return PRMC_OK;
}

enum prmc_status prmc_set_preset(struct prmc *c, enum prmc_preset preset)
{
    const struct call call = {.value = (unsigned)preset};
    return call_run(c, CHOOSING, CHOOSING, set_preset, &call);
}

static enum prmc_status set_level(struct prmc *c, const struct call *call)
{
    if (!call_is_named(call))
        return call_nameless(c);
    if (call->value > SEVERITY_ERROR)
        return call_fail(c, PRMC_MISUSE, "there is no such severity");
    if (!rule_selects_any(str_of(call->name)))
        return call_fail(c, PRMC_MISUSE, "there is no rule `%s`", call->name);
    enum rule rule = rule_find(str_of(call->name));
    if (rule != RULE_COUNT && call->value != SEVERITY_ERROR && rule_is_fixed(rule))
        return call_fail(c, PRMC_MISUSE, "errors of `%s` cannot be silenced", call->name);
    struct level level = {arena_str(&c->session.arena, str_of(call->name)).ptr, (enum severity)call->value};
    vec_push(&c->mem, &c->levels, level);
    return PRMC_OK;
}

enum prmc_status prmc_set_level(struct prmc *c, const char *rule, enum prmc_severity severity)
{
    const struct call call = {.name = rule, .value = (unsigned)severity};
    return call_run(c, CHOOSING, CHOOSING, set_level, &call);
}

/* What was chosen holds from the first file on, whatever the order of the choices. */
static void apply_choices(struct prmc *c)
{
    session_choose_preset(&c->session, c->preset);
    VEC_EACH (const struct level, level, &c->levels)
        session_choose_level(&c->session, str_of(level->selector), level->severity);
    c->state = READING;
}

/* ---- Reading ---- */

static enum prmc_status hold(struct prmc *c, const struct call *call)
{
    if (!call_is_named(call) || (call->n && !call->bytes))
        return call_nameless(c);
    if (call->n > FILE_SIZE_MOST)
        return call_fail(c, PRMC_UNREADABLE, "%s: %s", call->name, unreadable_reason(FILE_TOO_LARGE));
    search_hold(&c->session.search, call->name, call_copy(c, call));
    return PRMC_OK;
}

enum prmc_status prmc_hold(struct prmc *c, const char *name, const void *bytes, size_t n)
{
    const struct call call = {.name = name, .bytes = bytes, .n = n};
    return call_run(c, CHOOSING, READING, hold, &call);
}

static enum prmc_status read_file(struct prmc *c, const struct call *call)
{
    if (!call_is_named(call))
        return call_nameless(c);
    if (strcmp(call->name, "-") == 0)
        return call_fail(c, PRMC_MISUSE, "standard input belongs to the program; prmc_hold() takes what it reads");
    if (c->state == CHOOSING)
        apply_choices(c);
    enum file_status status = load_file(&c->session.units, call->name);
    if (status != FILE_READ)
        return call_fail(c, PRMC_UNREADABLE, "%s: %s", call->name, unreadable_reason(status));
    return PRMC_OK;
}

enum prmc_status prmc_read(struct prmc *c, const char *name)
{
    const struct call call = {.name = name};
    return call_run(c, CHOOSING, READING, read_file, &call);
}

static enum prmc_status check(struct prmc *c, const struct call *call)
{
    (void)call;
    session_check(&c->session);
    c->findings = results_of(&c->session);
    const struct library *library = &c->session.library;
    c->models = arena_array(&c->session.arena, const struct prm_model *, library->models.n);
    c->mappings = arena_array(&c->session.arena, const struct prm_mapping *, library->mappings.n);
    c->profiles = arena_array(&c->session.arena, const struct prm_profile *, library->profiles.n);
    c->state = CHECKED;
    return PRMC_OK;
}

enum prmc_status prmc_check(struct prmc *c)
{
    const struct call call = {0};
    return call_run(c, READING, READING, check, &call);
}

/* ---- Findings ---- */

struct prmc_finding_list prmc_findings(const struct prmc *c)
{
    return c ? c->findings : (struct prmc_finding_list){0};
}

size_t prmc_count(const struct prmc *c, enum prmc_severity severity)
{
    bool known = c && c->state == CHECKED && (unsigned)severity <= SEVERITY_ERROR;
    return known ? c->session.diag.counts[severity] : 0;
}
