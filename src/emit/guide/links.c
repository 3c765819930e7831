#include "emit/guide/links.h"

#include "base/markdown.h"
#include "model/inline.h"

struct linking {
    struct links *links;
    const struct library *library;
    struct arena *arena;
    struct arena scratch;
    index_pairs referred;
    markdown_events events;
};

static void pair(struct linking *l, index_pairs *pairs, uint32_t key, uint32_t value)
{
    vec_push(l->arena->mem, pairs, ((struct index_pair){key, value}));
}

/* ---- Who refers to whom ---- */

static void add_backlink(struct linking *l, component_id from, component_id to, property_id property)
{
    if (to == NONE)
        return;
    pair(l, &l->referred, to, l->links->backlinks.n);
    vec_push(l->arena->mem, &l->links->backlinks, ((struct backlink){from, property}));
}

static bool may_refer(struct str text)
{
    for (const char *at = text.ptr, *end = at + text.len;
         text.len && (at = memchr(at, '[', (size_t)(end - at))) != NULL; at++)
        if (at + 1 < end && at[1] == '[')
            return true;
    return false;
}

static void find_in_text(struct linking *l, component_id id, struct str text)
{
    if (!may_refer(text))
        return;
    struct scope scope = {.model = l->library->components.at[id].model, .component = id};
    l->events.n = 0;
    markdown_parse(&l->scratch, text, &l->events);
    VEC_EACH (const struct markdown_event, event, &l->events)
        if (event->type == MARKDOWN_ENTER && event->node == MARKDOWN_REFERENCE)
            add_backlink(l, id, inline_target(l->library, &scope, 1, event->text), NONE);
    arena_free(&l->scratch);
}

static void link_components(struct linking *l)
{
    uint32_t n = library_component_count(l->library);
    for (component_id id = 0; id < n; id++) {
        uint32_t first, end = library_references(l->library, id, &first);
        for (uint32_t i = first; i < end; i++)
            add_backlink(l, id, l->library->references.at[i].target, l->library->references.at[i].property);
        find_in_text(l, id, l->library->components.at[id].title);
        end = library_texts(l->library, id, &first);
        for (uint32_t i = first; i < end; i++)
            find_in_text(l, id, l->library->texts.at[i].value);
    }
    l->links->referred = index_build(l->arena, n, &l->referred);
    vec_free(l->arena->mem, &l->events);
}

/* ---- Mappings ---- */

static void link_rows(struct linking *l, uint32_t n_components)
{
    const struct library *library = l->library;
    index_pairs sources = {0}, targets = {0};
    for (mapping_id m = 0; m < library->mappings.n; m++) {
        const struct mapping *mapping = &library->mappings.at[m];
        for (uint32_t i = mapping->first_row; i < mapping->first_row + mapping->n_rows; i++) {
            const struct row *row = &library->rows.at[i];
            l->links->of_row[i] = m;
            for (uint32_t k = row->first_source; k < row->first_source + row->n_sources; k++)
                pair(l, &sources, library->members.at[k].component, i);
            for (uint32_t k = row->first_target; k < row->first_target + row->n_targets; k++)
                pair(l, &targets, library->members.at[k].component, i);
        }
    }
    l->links->as_source = index_build(l->arena, n_components, &sources);
    l->links->as_target = index_build(l->arena, n_components, &targets);
}

static void link_derived(struct linking *l, uint32_t n_components)
{
    const struct library *library = l->library;
    index_pairs from = {0}, to = {0};
    for (mapping_id m = 0; m < library->mappings.n; m++) {
        const struct mapping *mapping = &library->mappings.at[m];
        for (uint32_t i = mapping->first_edge; i < mapping->first_edge + mapping->n_edges; i++) {
            l->links->of_edge[i] = m;
            if (!mapping->derived)
                continue;
            pair(l, &from, library->edges.at[i].from, i);
            pair(l, &to, library->edges.at[i].to, i);
        }
    }
    l->links->derived_from = index_build(l->arena, n_components, &from);
    l->links->derived_to = index_build(l->arena, n_components, &to);
}

/* ---- What applies to a kind ---- */

static void link_applying(struct linking *l, uint32_t n_components)
{
    index_pairs applying = {0};
    for (component_id id = 0; id < n_components; id++) {
        kind_id kind = library_kind(l->library, id)->applies_to;
        if (kind != NONE && l->library->components.at[id].status != STATUS_WITHDRAWN)
            pair(l, &applying, kind, id);
    }
    l->links->applies = index_build(l->arena, l->library->kinds.n, &applying);
}

void links_build(struct links *links, const struct library *library, struct arena *arena)
{
    uint32_t n = library_component_count(library);
    struct linking l = {.links = links, .library = library, .arena = arena, .scratch = arena_on(arena->mem)};
    *links = (struct links){
        .of_row = arena_array(arena, mapping_id, library->rows.n + 1),
        .of_edge = arena_array(arena, mapping_id, library->edges.n + 1),
    };
    link_components(&l);
    link_rows(&l, n);
    link_derived(&l, n);
    link_applying(&l, n);
}
