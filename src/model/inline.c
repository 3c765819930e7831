/* References and links in texts. */

#include "model/inline.h"

#include "base/markdown.h"
#include "model/names/path.h"
#include "model/names/reference.h"
#include "syntax/literal.h"

/* A text that is being checked. */
struct inline_text {
    struct builder *builder;
    uint32_t unit;
    struct scope scopes[2];
    uint32_t n_scopes;
    struct str value;
    struct span at; /* the literal */
};

/* ---- What stands between the brackets ---- */

/* Splits `MODEL:A/B/C`; the places are offsets in `text`. Returns the number of ids. */
static uint32_t split(struct atoms *atoms, struct str text, struct step *model, struct step *steps)
{
    uint32_t n = 0, start = 0;
    *model = (struct step){0};
    for (uint32_t i = 0; i <= text.len && n < PATH_LENGTH_MOST; i++) {
        char c = i < text.len ? text.ptr[i] : '/';
        if (c != '/' && !(c == ':' && n == 0 && model->name == 0))
            continue;
        struct str id = str_trim((struct str){text.ptr + start, i - start});
        uint32_t offset = (uint32_t)(id.ptr - text.ptr);
        if (id.len > 2 && id.ptr[0] == '`' && id.ptr[id.len - 1] == '`')
            id = (struct str){id.ptr + 1, id.len - 2};
        struct step step = {atom_intern(atoms, id), {offset, offset + id.len}};
        if (c == ':')
            *model = step;
        else
            steps[n++] = step;
        start = i + 1;
    }
    return n;
}

/* The model of this name in a library where every file is in sight. */
static model_id model_named(const struct library *library, atom name)
{
    for (model_id m = 0; m < library->models.n; m++)
        if (library->models.at[m].id == name)
            return m;
    return NONE;
}

component_id inline_target(const struct library *library, const struct scope *scopes, uint32_t n_scopes,
                           struct str text)
{
    struct step steps[PATH_LENGTH_MOST];
    struct written written = {.steps = steps};
    written.n = split(library->atoms, text, &written.model, steps);
    atom model = written.model.name;
    struct scope named = {.model = model ? model_named(library, model) : NONE, .component = NONE};
    if (model) {
        scopes = &named;
        n_scopes = named.model != NONE;
    }
    for (uint32_t i = 0; i < n_scopes; i++) {
        struct lookup lookup = find_written(library, scopes[i], &written, written.n);
        if (lookup.target != NONE)
            return lookup.target;
    }
    return NONE;
}

/* ---- Checking ---- */

/* Where a slice of the text's value stands in the source. */
static struct span source_span(const struct inline_text *text, struct str part)
{
    return literal_span(source_text(text->builder->diag->sources, text->at), text->at, text->value, part);
}

/* The first scope in which the path leads somewhere; the first of all if there is none. */
static struct scope choose_scope(const struct inline_text *text, const struct written *written)
{
    for (uint32_t i = 0; i < text->n_scopes; i++)
        if (find_written(text->builder->library, text->scopes[i], written, written->n).target != NONE)
            return text->scopes[i];
    return text->n_scopes ? text->scopes[0] : (struct scope){NONE, NONE, false};
}

static void check_reference(struct inline_text *text, struct str target)
{
    struct step steps[PATH_LENGTH_MOST];
    struct written written = {.steps = steps, .at = source_span(text, target), .bare = true};
    written.n = split(text->builder->units->atoms, target, &written.model, steps);
    for (uint32_t i = 0; i < written.n; i++)
        steps[i].at =
            source_span(text, (struct str){target.ptr + steps[i].at.start, steps[i].at.end - steps[i].at.start});
    if (written.model.name)
        written.model.at = source_span(
            text, (struct str){target.ptr + written.model.at.start, written.model.at.end - written.model.at.start});
    struct scope scope = choose_scope(text, &written);
    if (scope.model != NONE || written.model.name)
        resolve_written(text->builder, text->unit, scope, &written, MSG_broken_inline);
    else if (text->n_scopes == 0)
        report(text->builder->diag, written.at, MSG_inline_needs_model, v_name(target));
}

static void check_address(struct builder *builder, struct str address, struct span at)
{
    static const char *const safe[] = {"", "https", "http", "mailto"};
    struct str scheme = markdown_scheme(&builder->scratch, address);
    for (size_t i = 0; i < sizeof safe / sizeof safe[0]; i++)
        if (str_is(scheme, safe[i]))
            return;
    struct finding *finding = report(builder->diag, at, MSG_unsafe_link, v_name(scheme));
    note(finding, MSG_note_safe_schemes);
}

void check_url(struct builder *builder, const struct arg *literal, struct str value)
{
    check_address(builder, value, literal->at);
}

static void check_text(struct inline_text *text)
{
    if (text->value.len == 0 ||
        (!memchr(text->value.ptr, '[', text->value.len) && !memchr(text->value.ptr, '<', text->value.len)))
        return;
    markdown_events events = {0};
    bool is_empty_image = false;
    markdown_parse(&text->builder->scratch, text->value, &events);
    VEC_EACH (const struct markdown_event, event, &events) {
        if (event->type == MARKDOWN_LEAVE && event->node == MARKDOWN_IMAGE && is_empty_image)
            report(text->builder->diag, source_span(text, event[-1].text), MSG_no_alt_text);
        is_empty_image = event->type == MARKDOWN_ENTER && event->node == MARKDOWN_IMAGE;
        if (event->type != MARKDOWN_ENTER)
            continue;
        if (event->node == MARKDOWN_REFERENCE)
            check_reference(text, event->text);
        else if (event->node == MARKDOWN_LINK || event->node == MARKDOWN_IMAGE)
            check_address(text->builder, event->text, source_span(text, event->text));
    }
    vec_free(text->builder->mem, &events);
}

static void check_component_texts(struct builder *builder, component_id id)
{
    const struct library *library = builder->library;
    const struct component *component = &library->components.at[id];
    struct inline_text text = {
        .builder = builder,
        .unit = library->models.at[component->model].unit,
        .scopes = {{.model = component->model, .component = id}},
        .n_scopes = 1,
        .value = component->title,
        .at = component->title_at,
    };
    uint32_t n_findings = builder->diag->findings.n;
    check_text(&text);
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        text.value = library->texts.at[i].value;
        text.at = library->texts.at[i].at;
        check_text(&text);
    }
    about_component_since(builder->diag, library, n_findings, id);
}

static void check_free_text(struct builder *builder, const struct free_text *at)
{
    struct inline_text text = {.builder = builder, .unit = at->unit, .value = at->value, .at = at->at};
    for (uint32_t i = 0; i < 2; i++)
        if (at->models[i] != NONE)
            text.scopes[text.n_scopes++] = (struct scope){.model = at->models[i], .component = NONE};
    check_text(&text);
}

/* The title of a declaration. */
static void check_title(struct builder *builder, enum declaration kind, uint32_t index)
{
    const struct library *library = builder->library;
    const struct declared *declared = &builder->declared[kind].at[index];
    struct free_text title = {declared->unit, {NONE, NONE}, declared->title_at, declared->title};
    if (kind == DECLARATION_MODEL)
        title.models[0] = index;
    else if (kind == DECLARATION_PROFILE)
        title.models[0] = library->profiles.at[index].model;
    else if (kind == DECLARATION_MAPPING) {
        title.models[0] = library->mappings.at[index].to;
        title.models[1] = library->mappings.at[index].from;
    }
    check_free_text(builder, &title);
}

void check_inline_references(struct builder *builder)
{
    const struct library *library = builder->library;
    for (component_id id = 0; id < library_component_count(library); id++)
        check_component_texts(builder, id);
    VEC_EACH (const struct free_text, at, &builder->free_texts)
        check_free_text(builder, at);
    for (enum declaration kind = 0; kind < DECLARATION_COUNT; kind++)
        for (uint32_t i = 0; i < builder->declared[kind].n; i++)
            check_title(builder, kind, i);
}
