#include "model/translation/translation.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/path.h"
#include "base/po.h"
#include "base/utf8.h"
#include "syntax/encoding.h"

/* ---- The list of texts ---- */

static void index_texts(struct translations *t)
{
    t->first_word = NONE;
    for (uint32_t i = 0; i < t->all.at.n; i++) {
        const struct translatable *entry = &t->all.at.at[i];
        map_at(&t->by_context, atom_intern(&t->contexts, entry->context), i);
        if (entry->of == OF_GUIDE && t->first_word == NONE)
            t->first_word = i;
        if (entry->of == OF_NAME)
            map_at(&t->by_name, entry->index, i);
        else if (entry->of != OF_GUIDE)
            map_at(&t->by_text, (uint64_t)(uintptr_t)entry->text.ptr, i);
    }
    VEC_EACH (const struct translatable_again, again, &t->all.again)
        map_at(&t->by_text, (uint64_t)(uintptr_t)again->text.ptr, again->of);
}

static struct translations *translations_of(struct library *library)
{
    if (!library->translations) {
        struct translations *t = arena_new(&library->arena, struct translations);
        t->by_context = t->by_text = t->by_name = map_on(library->mem);
        atoms_init(&t->contexts, library->mem);
        translatables_find(&t->all, library, library->mem);
        index_texts(t);
        library->translations = t;
    }
    return library->translations;
}

static struct locale *locale_of(struct library *library, struct str tag)
{
    struct translations *t = translations_of(library);
    VEC_EACH (struct locale, locale, &t->locales)
        if (str_eq(locale->tag, tag))
            return locale;
    struct locale locale = {.tag = arena_str(&library->arena, tag)};
    locale.texts = arena_array(&library->arena, struct str, t->all.at.n + 1);
    vec_push(library->mem, &t->locales, locale);
    return &t->locales.at[t->locales.n - 1];
}

/* ---- Entries ---- */

/* True if the context begins as those of something that this run does not know: another model, or a mapping,
   profile, glossary or architecture. */
static bool is_elsewhere(const struct library *library, struct str context)
{
    static const char *const words[] = {"model ", "mapping ", "profile ", "glossary ", "architecture "};
    if (!context.ptr)
        return false;
    struct str name = context;
    size_t kind = 0, n_kinds = sizeof words / sizeof words[0];
    while (kind < n_kinds && !str_starts(context, str_of(words[kind])))
        kind++;
    if (str_starts(context, STR("property ")) || str_starts(context, STR("value ")) ||
        str_starts(context, STR("source ")))
        return true; /* of something that is not read, for all that is known */
    if (kind < n_kinds)
        name = str_from(context, (uint32_t)strlen(words[kind]));
    const char *end = kind < n_kinds ? memchr(name.ptr, ' ', name.len) : memchr(name.ptr, ':', name.len);
    atom id = end ? atom_find(library->atoms, str_range(name.ptr, end)) : 0;
    if (!end)
        return false;
#define HAS(list, type)                                    \
    VEC_EACH (const struct type, declared, &library->list) \
        if (id && declared->id == id)                      \
            return false;
    if (kind == n_kinds || kind == 0) {
        HAS(models, model)
    } else if (kind == 1) {
        HAS(mappings, mapping)
    } else if (kind == 2) {
        HAS(profiles, profile)
    } else if (kind == 3) {
        HAS(glossaries, glossary)
    } else {
        HAS(architectures, architecture)
    }
#undef HAS
    return true;
}

static enum translation_state state_of(const struct library *library, const struct translation *entry)
{
    if (entry->of == NONE)
        return is_elsewhere(library, entry->context) ? TRANSLATION_ELSEWHERE : TRANSLATION_ORPHAN;
    if (entry->text.len == 0)
        return TRANSLATION_EMPTY;
    bool same = str_eq(entry->source, library->translations->all.at.at[entry->of].text);
    return entry->fuzzy || !same ? TRANSLATION_STALE : TRANSLATION_USED;
}

static uint32_t translatable_named(const struct translations *t, struct str context)
{
    atom name = context.ptr ? atom_find(&t->contexts, context) : 0;
    return name ? map_get(&t->by_context, name, NONE) : NONE;
}

static struct span part_at(uint32_t base, struct po_part part)
{
    return (struct span){base + part.start, base + part.end};
}

static void add_entry(struct library *library, struct locale *locale, uint32_t base, const struct po_entry *entry)
{
    struct translation at = {
        .context = entry->context,
        .source = entry->source,
        .text = entry->text,
        .context_at = part_at(base, entry->context_at.end ? entry->context_at : entry->source_at),
        .source_at = part_at(base, entry->source_at),
        .text_at = part_at(base, entry->text_at),
        .fuzzy = entry->fuzzy,
        .of = translatable_named(library->translations, entry->context),
    };
    at.state = state_of(library, &at);
    if (at.state == TRANSLATION_USED && !locale->texts[at.of].ptr)
        locale->texts[at.of] = at.text;
    vec_push(library->mem, &locale->entries, at);
}

/* ---- Files ---- */

static struct span line_span(const struct sources *sources, struct source_file *file, uint32_t line)
{
    struct str text = line ? source_line(sources, file, line) : STR("");
    if (!text.len)
        return (struct span){file->base, file->base};
    uint32_t start = file->base + (uint32_t)(text.ptr - file->text);
    return (struct span){start, start + text.len};
}

static void report_problem(struct diag *diag, struct source_file *file, const struct po_problem *problem)
{
    struct span at = line_span(diag->sources, file, problem->line);
    if (!problem->is_duplicate) {
        report(diag, at, MSG_po_syntax, v_text(problem->text));
        return;
    }
    struct finding *finding = report(diag, at, MSG_duplicate_translation);
    if (problem->other_line)
        label(finding, line_span(diag->sources, file, problem->other_line), MSG_label_first_here);
}

/* A file of the sources, read as PO; false if it cannot be. */
static bool read_po(struct library *library, struct diag *diag, struct sources *sources, uint32_t index, struct po *po)
{
    struct source_file *file = &sources->files.at[index];
    uint32_t before = diag->findings.n;
    bool is_text = encoding_check(diag, file);
    *po = (struct po){.language = STR_NONE};
    for (uint32_t i = before; i < diag->findings.n; i++)
        is_text = is_text && message_rule(diag->findings.at[i]->message) == RULE_hidden_control_character;
    if (!is_text)
        return false;
    po_read(po, &library->arena, file->real.ptr, (struct str){file->text, file->len});
    VEC_EACH (const struct po_problem, problem, &po->problems)
        report_problem(diag, file, problem);
    return po->problems.n == 0;
}

static void add_file(struct library *library, struct diag *diag, struct sources *sources, uint32_t index,
                     struct str tag)
{
    struct locale *locale = locale_of(library, tag);
    struct po po;
    uint32_t base = sources->files.at[index].base;
    bool readable = read_po(library, diag, sources, index, &po);
    locale->unreadable = locale->unreadable || !readable;
    if (locale->n_files++ == 0) {
        locale->at = (struct span){base, base};
        locale->said = po.language;
    }
    VEC_EACH (const struct po_entry, entry, &po.entries)
        add_entry(library, locale, base, entry);
    vec_free(library->mem, &po.entries);
    vec_free(library->mem, &po.problems);
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

typedef VEC(struct str) names;

static bool list_folder(struct library *library, const char *folder, names *found)
{
    DIR *open = opendir(folder);
    if (!open)
        return false;
    struct mem_foreign *owned = mem_adopt(library->mem, open, (void (*)(void *))(void (*)(void))closedir);
    for (const struct dirent *entry; (entry = readdir(open)) != NULL;) {
        struct str name = str_of(entry->d_name);
        if (str_ends(name, STR(".po")) && name.len > 3 && name.ptr[0] != '.')
            vec_push(library->mem, found, arena_str(&library->arena, name));
    }
    mem_disown(library->mem, owned);
    closedir(open);
    if (found->n)
        qsort(found->at, found->n, sizeof *found->at, compare_names);
    return true;
}

bool translations_read(struct library *library, struct diag *diag, struct sources *sources, const struct search *search,
                       const char *folder)
{
    names found = {0};
    if (!list_folder(library, folder, &found))
        return false;
    translations_of(library);
    VEC_EACH (const struct str, name, &found) {
        struct file_bytes bytes;
        struct str path = path_join(&library->arena, str_of(folder), *name);
        if (file_read(library->mem, path.ptr, &bytes) != FILE_READ)
            continue;
        struct str real = file_real_path(&library->arena, path.ptr);
        uint32_t index = source_add(sources, search_shown(search, path), real, bytes);
        if (index != UINT32_MAX && real.ptr)
            add_file(library, diag, sources, index, str_upto(*name, name->len - 3));
    }
    vec_free(library->mem, &found);
    return true;
}

static void borrow(struct library *library, struct locale *locale, struct str path)
{
    struct file_bytes bytes;
    struct po po;
    if (file_read(library->mem, path.ptr, &bytes) != FILE_READ)
        return;
    const char *stop = utf8_skip_plain(bytes.at, bytes.at + bytes.n);
    po_read(&po, &library->arena, path.ptr, (struct str){bytes.at, (uint32_t)(stop - bytes.at)});
    VEC_EACH (const struct po_entry, entry, &po.entries) {
        uint32_t of = translatable_named(library->translations, entry->context);
        if (of == NONE || locale->texts[of].ptr || entry->text.len == 0 || entry->fuzzy)
            continue;
        if (str_eq(entry->source, library->translations->all.at.at[of].text))
            locale->texts[of] = entry->text;
    }
    vec_free(library->mem, &po.entries);
    vec_free(library->mem, &po.problems);
}

void translations_borrow(struct library *library, const struct search *search)
{
    if (!library->translations)
        return;
    VEC_EACH (struct locale, locale, &library->translations->locales) {
        struct buf name = buf_on(library->mem);
        buf_printf(&name, "po/%.*s.po", STR_ARGS(locale->tag));
        struct str path = search_data(search, buf_as_str(&name));
        if (path.ptr)
            borrow(library, locale, path);
        buf_free(&name);
    }
}

/* ---- Asking ---- */

uint32_t locale_count(const struct library *library)
{
    return library->translations ? library->translations->locales.n : 0;
}

struct str locale_tag(const struct library *library, uint32_t locale)
{
    return library->translations->locales.at[locale].tag;
}

static struct str text_in(const struct library *library, uint32_t locale, uint32_t of)
{
    return of == NONE ? STR_NONE : library->translations->locales.at[locale].texts[of];
}

struct str translated(const struct library *library, uint32_t locale, struct str text)
{
    if (locale == NONE || text.len == 0)
        return STR_NONE;
    uint64_t place = (uint64_t)(uintptr_t)text.ptr;
    uint32_t of = map_get(&library->translations->by_text, place, NONE);
    if (of != NONE && library->translations->all.at.at[of].text.len != text.len)
        of = NONE;
    return text_in(library, locale, of);
}

struct str translated_word(const struct library *library, uint32_t locale, enum word word)
{
    return locale == NONE ? STR_NONE : text_in(library, locale, library->translations->first_word + word);
}

struct str translated_name(const struct library *library, uint32_t locale, atom name)
{
    if (locale == NONE)
        return STR_NONE;
    return text_in(library, locale, map_get(&library->translations->by_name, name, NONE));
}
