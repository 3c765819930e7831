/* What translations say, held against the texts that they are of. */

#include "check/translations.h"

#include "check/term_translations.h"
#include "model/translation/translation.h"

/* A language and what is counted in it: areas, or whole models, by the text that stands for them. */
struct counting {
    struct checking *checking;
    const struct locale *locale;
    struct str language; /* its tag */
    bool *stale;         /* by translatable: it has a translation that is reported as stale */
};

/* ---- Groups: what is reported once ---- */

/* The outermost component around one that is no grouping. */
static component_id area_of(const struct library *library, component_id id)
{
    component_id area = id;
    for (component_id at = id; at != NONE; at = library->components.at[at].parent)
        if (!library_kind(library, at)->grouping)
            area = at;
    return area;
}

/* True for what is no declaration's own. */
static bool is_common(const struct translatable *entry)
{
    return entry->of == OF_GUIDE || entry->of == OF_NAME || entry->of == OF_SOURCE;
}

/* Two texts of one group are reported together: those of an area, of a declaration, of the guide. */
static uint64_t group_of(const struct library *library, const struct translatable *entry)
{
    if (entry->of == OF_COMPONENT)
        return map_key(entry->of, area_of(library, entry->index));
    return map_key(entry->of, is_common(entry) ? 0 : entry->index);
}

/* What the group is called. */
static struct str group_name(struct checking *checking, const struct translatable *entry)
{
    const struct library *library = checking->library;
    switch (entry->of) {
    case OF_COMPONENT: return path_of(checking, area_of(library, entry->index));
    case OF_ARCHITECTURE: return name_in(checking, library->architectures.at[entry->index].id);
    case OF_MODEL: return name_in(checking, library->models.at[entry->index].id);
    case OF_MAPPING: return name_in(checking, library->mappings.at[entry->index].id);
    case OF_PROFILE: return name_in(checking, library->profiles.at[entry->index].id);
    case OF_GLOSSARY: return name_in(checking, library->glossaries.at[entry->index].id);
    case OF_NAME: return STR("property");
    case OF_SOURCE: return STR("source");
    default: return STR("guide");
    }
}

/* Where a finding about the group stands, and what it is about. */
static struct span group_place(const struct counting *c, const struct translatable *entry)
{
    const struct library *library = c->checking->library;
    if (entry->of == OF_COMPONENT)
        return library->components.at[area_of(library, entry->index)].at;
    return is_common(entry) ? c->locale->at : entry->at;
}

static void about_text(const struct counting *c, struct finding *finding, const struct translatable *entry)
{
    if (entry->of == OF_COMPONENT)
        about_component(c->checking, finding, entry->index);
    else
        about(finding, entry->context);
}

/* ---- Missing ---- */

/* The model that a text is of; NONE. */
static model_id model_of(const struct library *library, const struct translatable *entry)
{
    if (entry->of == OF_MODEL)
        return entry->index;
    return entry->of == OF_COMPONENT ? library->components.at[entry->index].model : NONE;
}

/* The texts from one up to the first of another group, or, while nothing of a model is translated, of
   another model. */
struct stretch {
    uint32_t first, end, missing, first_missing;
};

static bool is_withdrawn(const struct library *library, const struct translatable *entry)
{
    return entry->of == OF_COMPONENT && library->components.at[entry->index].withdrawn;
}

static void count(const struct counting *c, struct stretch *stretch, uint32_t i)
{
    const struct library *library = c->checking->library;
    stretch->end = i + 1;
    if (c->locale->texts[i].ptr || c->stale[i] || is_withdrawn(library, &library->translations->all.at.at[i]))
        return;
    if (stretch->missing++ == 0)
        stretch->first_missing = i;
}

static void report_missing(const struct counting *c, const struct stretch *stretch, struct str name)
{
    const struct translatable *all = c->checking->library->translations->all.at.at;
    struct diag *diag = c->checking->diag;
    uint32_t n = stretch->end - stretch->first;
    struct span at = group_place(c, &all[stretch->first]);
    if (stretch->missing == 0)
        return;
    struct finding *finding =
        stretch->missing == n ? report(diag, at, MSG_nothing_translated, v_name(name), v_number(n), v_name(c->language))
                              : report(diag, at, MSG_missing_translations, v_name(name), v_number(stretch->missing),
                                       v_number(n), v_name(c->language));
    if (stretch->missing < n)
        note(finding, MSG_note_first_missing, v_text(all[stretch->first_missing].context));
    if (all[stretch->first].of == OF_COMPONENT)
        about_component(c->checking, finding, area_of(c->checking->library, all[stretch->first].index));
    else
        about(finding, name);
}

/* A model of which nothing is translated, as one stretch; else empty. */
static struct stretch whole_model(const struct counting *c, uint32_t first)
{
    const struct library *library = c->checking->library;
    const struct translatable *all = library->translations->all.at.at;
    model_id model = model_of(library, &all[first]);
    struct stretch stretch = {.first = first};
    for (uint32_t i = first; model != NONE && model_of(library, &all[i]) == model; i++) {
        if (c->locale->texts[i].ptr)
            return (struct stretch){.first = first, .end = first};
        count(c, &stretch, i);
    }
    return stretch;
}

static struct stretch group_from(const struct counting *c, uint32_t first)
{
    const struct library *library = c->checking->library;
    const struct translatables *all = &library->translations->all;
    struct stretch stretch = {.first = first};
    uint64_t group = group_of(library, &all->at.at[first]);
    for (uint32_t i = first; i < all->at.n && group_of(library, &all->at.at[i]) == group; i++)
        count(c, &stretch, i);
    return stretch;
}

static void check_missing(const struct counting *c)
{
    const struct library *library = c->checking->library;
    const struct translatables *all = &library->translations->all;
    model_id model = NONE;
    for (uint32_t i = 0; i < all->at.n;) {
        const struct translatable *entry = &all->at.at[i];
        struct stretch stretch = {0};
        bool is_first = model_of(library, entry) != model;
        model = model_of(library, entry);
        if (is_first && model != NONE)
            stretch = whole_model(c, i);
        bool whole = stretch.end > i;
        if (!whole)
            stretch = group_from(c, i);
        report_missing(c, &stretch,
                       whole ? name_in(c->checking, library->models.at[model].id) : group_name(c->checking, entry));
        i = stretch.end;
    }
}

/* ---- Stale and orphaned ---- */

static void report_stale(const struct counting *c, const struct translation *entry, uint32_t more)
{
    const struct translatable *of = &c->checking->library->translations->all.at.at[entry->of];
    enum message message = entry->fuzzy ? MSG_fuzzy_translation : MSG_stale_translation;
    struct finding *finding = report(c->checking->diag, entry->context_at, message, v_name(entry->context));
    about_text(c, finding, of);
    if (!str_eq(entry->source, of->text)) {
        enum { SHOWN_MOST = 200 };
        if (of->text.len <= SHOWN_MOST)
            note(finding, MSG_note_now, v_string(of->text));
        help(finding, MSG_help_msgmerge);
    } else {
        help(finding, MSG_help_unfuzzy);
    }
    if (more) {
        note(finding, MSG_note_more_stale, v_number(more), v_name(group_name(c->checking, of)));
        follow_up(finding, RULE_stale_translation, more);
    }
}

/* The first of each group is reported, with the number of the others. */
static void check_stale(const struct counting *c)
{
    const struct library *library = c->checking->library;
    const struct translatable *all = library->translations->all.at.at;
    struct map counts = map_on(c->checking->mem);
    for (int pass = 0; pass < 2; pass++)
        VEC_EACH (const struct translation, entry, &c->locale->entries) {
            if (entry->state != TRANSLATION_STALE)
                continue;
            uint32_t *n = map_at(&counts, group_of(library, &all[entry->of]), 0);
            if (pass == 0)
                ++*n;
            else if (*n) {
                report_stale(c, entry, *n - 1);
                *n = 0;
            }
        }
    map_free(&counts);
}

/* What a context of another model begins with: `SSE-CMM`, `mapping A-to-B`. */
static struct str declaration_in(struct str context)
{
    static const char *const words[] = {"model ", "mapping ", "profile ", "glossary ", "architecture "};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_starts(context, str_of(words[i]))) {
            struct str id = str_from(context, (uint32_t)strlen(words[i]));
            const char *end = memchr(id.ptr, ' ', id.len);
            return end ? str_range(i == 0 ? id.ptr : context.ptr, end) : context;
        }
    const char *colon = str_starts(context, STR("source ")) ? NULL : memchr(context.ptr, ':', context.len);
    return colon ? str_range(context.ptr, colon) : STR("property");
}

/* Entries of what is not read are counted by what they are of; they are no fault. */
static void check_elsewhere(const struct counting *c)
{
    struct atoms names;
    atoms_init(&names, c->checking->mem);
    struct map counts = map_on(c->checking->mem);
    for (int pass = 0; pass < 2; pass++)
        VEC_EACH (const struct translation, entry, &c->locale->entries) {
            if (entry->state != TRANSLATION_ELSEWHERE)
                continue;
            struct str name = declaration_in(entry->context);
            uint32_t *n = map_at(&counts, atom_intern(&names, name), 0);
            if (pass == 0) {
                ++*n;
            } else if (*n && !str_is(name, "property")) {
                struct finding *finding =
                    report(c->checking->diag, entry->context_at, MSG_translation_elsewhere, v_number(*n), v_name(name));
                finding->most = SEVERITY_INFO;
                about(finding, name);
                *n = 0;
            }
        }
    map_free(&counts);
}

static void check_orphans(const struct counting *c)
{
    VEC_EACH (const struct translation, entry, &c->locale->entries)
        if (entry->state == TRANSLATION_ORPHAN) {
            struct str name = entry->context.ptr ? entry->context : entry->source;
            struct finding *finding =
                report(c->checking->diag, entry->context_at, MSG_orphan_translation, v_name(name));
            about(finding, name);
            help(finding, MSG_help_msgmerge);
        }
}

/* ---- All of it ---- */

static void find_stale(struct counting *c)
{
    c->stale = arena_array(&c->checking->scratch, bool, c->checking->library->translations->all.at.n + 1);
    VEC_EACH (const struct translation, entry, &c->locale->entries)
        if (entry->state == TRANSLATION_STALE)
            c->stale[entry->of] = true;
}

static void check_entries(const struct counting *c, struct agreed_terms *terms)
{
    VEC_EACH (const struct translation, entry, &c->locale->entries)
        if (entry->of != NONE && entry->state != TRANSLATION_EMPTY && entry->state != TRANSLATION_STALE) {
            uint32_t before = c->checking->diag->findings.n;
            check_translation(c->checking, c->language, entry);
            check_agreed_terms(terms, entry);
            for (uint32_t i = before; i < c->checking->diag->findings.n; i++)
                about_text(c, c->checking->diag->findings.at[i],
                           &c->checking->library->translations->all.at.at[entry->of]);
        }
}

void check_translations(struct checking *checking)
{
    const struct translations *translations = checking->library->translations;
    if (!translations)
        return;
    for (uint32_t i = 0; i < translations->locales.n; i++) {
        const struct locale *locale = &translations->locales.at[i];
        struct counting c = {checking, locale, locale->tag, NULL};
        struct agreed_terms terms = agreed_terms_find(checking, i);
        find_stale(&c);
        check_locale_tag(checking, locale);
        if (!locale->unreadable)
            check_missing(&c);
        check_stale(&c);
        check_elsewhere(&c);
        check_orphans(&c);
        check_entries(&c, &terms);
        agreed_terms_free(&terms);
    }
    arena_free(&checking->scratch);
}
