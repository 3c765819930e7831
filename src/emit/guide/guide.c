/* The practice guide: static pages of everything in the library. */

#include "emit/guide/guide.h"

#include "emit/guide/changes/changes.h"
#include "emit/guide/glance.h"
#include "emit/guide/workers.h"

void guide_add(struct guide *guide, const struct site_file *file, struct buf *content)
{
    if (guide->edition)
        return; /* what is beside the pages is written with them */
    struct buf name = buf_on(guide->mem);
    if (guide->language)
        buf_printf(&name, "%.*s/", STR_ARGS(guide->site.languages[guide_locale(guide)].name));
    buf_str(&name, file->name);
    if (guide->pipe)
        worker_adds(guide, buf_cstr(&name), content);
    else
        output_add(guide->emission->output, guide->emission->folder, buf_cstr(&name), content);
    buf_free(&name);
}

struct str guide_language(const struct guide *guide)
{
    return guide->language ? locale_tag(guide->library, guide_locale(guide)) : str_of(word_language());
}

static void emit_models(struct guide *guide)
{
    for (model_id id = 0; id < guide->library->models.n; id++) {
        if (worker_takes(guide))
            emit_model(guide, id);
        if (worker_takes(guide))
            emit_compared(guide, id);
        emit_component_pages(guide, id);
        emit_redirects(guide, id);
    }
}

static void emit_of_mapping(struct guide *guide, mapping_id id)
{
    emit_mapping(guide, id);
    emit_matrix(guide, id);
    emit_coverage(guide, id);
    emit_gaps(guide, id);
}

static void emit_profiles_and_glossaries(struct guide *guide)
{
    for (uint32_t i = 0; i < guide->library->profiles.n; i++)
        emit_profile(guide, i);
    for (uint32_t i = 0; i < guide->library->glossaries.n; i++)
        emit_glossary(guide, i);
}

static void emit_small_parts(struct guide *guide)
{
    emit_home(guide);
    if (guide_has_findings(guide))
        emit_findings(guide);
    if (guide_products(guide))
        emit_products(guide);
    if (guide->changes)
        emit_changes(guide);
    if (guide->base.len)
        emit_not_found(guide);
    emit_style(guide);
    emit_icon(guide);
    emit_script(guide);
}

/* All of it in one language; what takes longest begins first. */
static void emit_language(struct guide *guide)
{
    static void (*const parts[])(struct guide *) = {
        emit_print, emit_search, emit_cards, emit_index, emit_objects, emit_small_parts, emit_profiles_and_glossaries,
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (worker_takes(guide))
            parts[i](guide);
    for (mapping_id id = 0; id < guide->library->mappings.n; id++)
        if (worker_takes(guide))
            emit_of_mapping(guide, id);
    emit_models(guide);
}

static void emit_all(struct guide *guide)
{
    for (guide->language = 0; guide->language <= locale_count(guide->library); guide->language++)
        emit_language(guide);
}

/* The address of a folder, with a slash behind; "" if there is none. */
static struct str folder_url(struct guide *guide, const char *url)
{
    struct buf folder = buf_on(guide->mem);
    if (url)
        buf_text(&folder, url);
    if (folder.n && folder.at[folder.n - 1] != '/')
        buf_char(&folder, '/');
    struct str result = arena_str(&guide->arena, buf_as_str(&folder));
    buf_free(&folder);
    return result;
}

void emit_guide(struct emission *emission)
{
    struct mem *mem = emission->mem;
    struct guide guide = {
        .library = emission->library,
        .mem = mem,
        .emission = emission,
        .arena = arena_on(mem),
        .scratch = arena_on(mem),
        .body = buf_on(mem),
        .whole = buf_on(mem),
        .path = buf_on(mem),
        .parcels = buf_on(mem),
    };
    guide.base = folder_url(&guide, emission->publication.base_url);
    guide.permalink = folder_url(&guide, emission->publication.permalink);
    output_whole(emission->output, emission->folder);
    site_build(&guide.site, guide.library, &guide.arena);
    links_build(&guide.links, guide.library, &guide.arena);
    glance_build(&guide);
    findables_find(&guide, &guide.findables);
    terms_find(&guide.terms, guide.library, &guide.arena);
    struct changes changes;
    if (emission->publication.earlier) {
        changes_find(&changes, guide.library, emission->publication.earlier, mem);
        guide.changes = &changes;
    }
    workers_run(&guide, emit_all);
    if (guide.base.len)
        emit_sitemap(&guide);
    weigh_search(&guide);
    output_manifest(emission->output, emission->folder, ".prmc-manifest");
}
