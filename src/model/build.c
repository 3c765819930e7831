/* From syntax trees to a library: the phases, and what is declared where. */

#include "model/build.h"

#include "model/blocks.h"
#include "model/builder.h"
#include "model/inline.h"
#include "model/mapping/edges.h"
#include "model/names/present.h"
#include "model/names/suggest.h"
#include "model/statements.h"
#include "syntax/literal.h"

struct str arg_text(struct builder *builder, const struct arg *arg)
{
    return literal_text(&builder->library->arena, source_text(builder->diag->sources, arg->at));
}

/* ---- Declarations ---- */

uint32_t find_declaration(struct builder *builder, enum declaration kind, uint32_t unit, atom id)
{
    uint32_t index = map_get(&builder->declarations, map_key(kind, id), NONE);
    if (index == NONE || !unit_sees(builder->units, unit, builder->declared[kind].at[index].unit))
        return NONE;
    return index;
}

/* Makes a place for what is declared; its content comes later. */
static void add_declaration(struct builder *builder, enum declaration kind, struct declared at)
{
    struct library *library = builder->library;
    struct mem *mem = builder->mem;
    vec_push(mem, &builder->declared[kind], at);
    switch (kind) {
    case DECLARATION_ARCHITECTURE:
        vec_push(mem, &library->architectures,
                 ((struct architecture){
                     .id = at.id.name, .title = at.title, .extends = NONE, .unit = at.unit, .at = at.id.at}));
        break;
    case DECLARATION_MODEL:
        vec_push(mem, &library->models,
                 ((struct model){.id = at.id.name,
                                 .title = at.title,
                                 .architecture = NONE,
                                 .extends = NONE,
                                 .unit = at.unit,
                                 .at = at.id.at}));
        break;
    case DECLARATION_MAPPING:
        vec_push(mem, &library->mappings,
                 ((struct mapping){
                     .id = at.id.name, .title = at.title, .from = NONE, .to = NONE, .unit = at.unit, .at = at.id.at}));
        break;
    case DECLARATION_PROFILE:
        vec_push(
            mem, &library->profiles,
            ((struct profile){.id = at.id.name, .title = at.title, .model = NONE, .unit = at.unit, .at = at.id.at}));
        break;
    case DECLARATION_GLOSSARY:
        vec_push(mem, &library->glossaries,
                 ((struct glossary){.id = at.id.name, .title = at.title, .unit = at.unit, .at = at.id.at}));
        break;
    case DECLARATION_COUNT: break;
    }
}

static void declare(struct builder *builder, uint32_t unit, uint32_t statement)
{
    static const enum declaration kinds[] = {
        [KW_ARCHITECTURE] = DECLARATION_ARCHITECTURE, [KW_MODEL] = DECLARATION_MODEL,
        [KW_MAPPING] = DECLARATION_MAPPING,           [KW_PROFILE] = DECLARATION_PROFILE,
        [KW_GLOSSARY] = DECLARATION_GLOSSARY,
    };
    struct args args = args_of(builder, unit, statement);
    atom word = args.tree->statements.at[statement].word;
    struct declared at = {.unit = unit, .statement = statement};
    if (word < KW_ARCHITECTURE || word > KW_GLOSSARY || !read_id(&args, &at.id)) {
        if (word != KW_IMPORT)
            builder->units->at.at[unit].lost_names = true;
        return;
    }
    at.title = read_title(&args, &at.title_at);
    enum declaration kind = kinds[word];
    uint32_t *known = map_at(&builder->declarations, map_key(kind, at.id.name), NONE);
    if (*known == NONE) {
        *known = builder->declared[kind].n;
        add_declaration(builder, kind, at);
        return;
    }
    struct finding *finding = report(builder->diag, at.id.at, MSG_duplicate_declaration, v_text(name_of(builder, word)),
                                     v_name(name_of(builder, at.id.name)));
    label(finding, builder->declared[kind].at[*known].id.at, MSG_label_first_here);
}

static void declare_all(struct builder *builder)
{
    for (uint32_t unit = 0; unit < builder->units->at.n; unit++) {
        const struct tree *tree = unit_tree(builder, unit);
        for (uint32_t s = 0; s < tree->statements.n; s = tree->statements.at[s].next)
            declare(builder, unit, s);
    }
}

/* ---- Bases ---- */

bool base_is_too_deep(uint32_t *depths, uint32_t *bases, uint32_t i)
{
    depths[i] = bases[i] == NONE ? 0 : depths[bases[i]] + 1;
    if (depths[i] <= EXTENDS_MOST)
        return false;
    depths[i] = 0;
    bases[i] = NONE;
    return true;
}

void order_bases_first(struct arena *arena, uint32_t *bases, uint32_t *order, uint32_t n)
{
    enum { UNTOUCHED, WAITING, PLACED };
    uint8_t *states = arena_array(arena, uint8_t, n);
    uint32_t *waiting = arena_array(arena, uint32_t, n);
    uint32_t n_placed = 0;
    for (uint32_t start = 0; start < n; start++) {
        uint32_t n_waiting = 0;
        for (uint32_t i = start; i != NONE && states[i] == UNTOUCHED; i = bases[i]) {
            states[i] = WAITING;
            waiting[n_waiting++] = i;
            if (bases[i] != NONE && states[bases[i]] == WAITING)
                bases[i] = NONE;
        }
        while (n_waiting > 0) {
            order[n_placed++] = waiting[--n_waiting];
            states[waiting[n_waiting]] = PLACED;
        }
    }
}

/* A name may be missing because a file could not be read; then nothing is said of it. */
static bool names_may_be_missing(const struct builder *builder, uint32_t unit)
{
    for (uint32_t other = 0; other < builder->units->at.n; other++) {
        const struct unit *at = &builder->units->at.at[other];
        if ((at->lost_import || at->lost_names) && unit_sees(builder->units, unit, other))
            return true;
    }
    return false;
}

static const char *const declaration_names[] = {
    [DECLARATION_ARCHITECTURE] = "an architecture",
    [DECLARATION_MODEL] = "a model",
    [DECLARATION_MAPPING] = "a mapping",
    [DECLARATION_PROFILE] = "a profile",
    [DECLARATION_GLOSSARY] = "a glossary",
};

void report_unknown_declaration(struct builder *builder, enum declaration kind, uint32_t unit, struct step id)
{
    static const enum message messages[] = {MSG_unknown_architecture, MSG_undefined_model, MSG_undefined_mapping,
                                            MSG_undefined, MSG_undefined};
    if (names_may_be_missing(builder, unit))
        return;
    struct finding *finding = report(builder->diag, id.at, messages[kind], v_name(name_of(builder, id.name)));
    for (enum declaration other = 0; other < DECLARATION_COUNT; other++)
        if (other != kind && map_find(&builder->declarations, map_key(other, id.name))) {
            help(finding, MSG_help_other_declaration, v_name(name_of(builder, id.name)),
                 v_text(str_of(declaration_names[other])));
            help_declared(builder, finding, kind, unit);
            return;
        }
    uint32_t hidden = map_get(&builder->declarations, map_key(kind, id.name), NONE);
    if (hidden != NONE) {
        label(finding, builder->declared[kind].at[hidden].id.at, MSG_label_not_imported);
        help(finding, MSG_help_import_it);
        return;
    }
    suggest_declaration(builder, finding, kind, unit, id);
}

/* `of small-provider`, `via "A-TO-B"`: the id in small letters or in quotes, of what is wanted or of something else. */
static bool offer_declared(struct args *args, struct finding *finding, enum declaration wanted)
{
    struct builder *builder = args->builder;
    struct str word = source_text(builder->diag->sources, args->at->at);
    for (enum declaration kind = 0; kind < DECLARATION_COUNT; kind++)
        VEC_EACH (const struct declared, known, &builder->declared[kind]) {
            struct str name = name_of(builder, known->id.name);
            if (!str_eq_folded(word, name) || !unit_sees(builder->units, args->tree->file, known->unit))
                continue;
            if (kind != wanted) {
                help(finding, MSG_help_other_declaration, v_name(name), v_text(str_of(declaration_names[kind])));
                return false;
            }
            help(finding, MSG_help_similar_word, v_name(name));
            fix_edit(finding, suggest(finding, SAFETY_UNSAFE, MSG_fix_write, v_name(name)), args->at->at, name);
            return true;
        }
    return false;
}

const struct arg *args_take_declared(struct args *args, const char *what, enum declaration kind)
{
    struct builder *builder = args->builder;
    const struct arg *word = args->at;
    if (!args_is(args, ARG_WORD))
        return args_take_reference(args, what);
    uint32_t n_findings = builder->diag->findings.n;
    args_take_reference(args, what);
    if (builder->diag->findings.n == n_findings)
        return NULL;
    struct finding *finding = builder->diag->findings.at[n_findings];
    args->at = word;
    if (!offer_declared(args, finding, kind))
        help_declared(builder, finding, kind, args->tree->file);
    args->at = args->end;
    return NULL;
}

/* ---- The library ---- */

/* The properties that every component has, in the order of enum builtin_property. */
static void add_builtin_properties(struct library *library)
{
    const struct property builtins[BUILTIN_COUNT] = {
        [BUILTIN_LABEL] = {.name = KW_LABEL, .type = PROPERTY_STRING, .count = {0, 1}},
        [BUILTIN_SOURCE] = {.name = KW_SOURCE, .type = PROPERTY_STRING, .count = {0, 1}},
        [BUILTIN_WAS] = {.name = KW_WAS, .type = PROPERTY_ID, .count = {0, NONE}},
        [BUILTIN_REPLACED_BY] = {.name = KW_REPLACED_BY, .type = PROPERTY_REFERENCE, .count = {0, NONE}},
        [BUILTIN_ELABORATES] = {.name = KW_FOR, .type = PROPERTY_REFERENCE, .count = {0, 1}},
    };
    for (uint32_t i = 0; i < BUILTIN_COUNT; i++)
        vec_push(library->mem, &library->properties, builtins[i]);
}

/* Behind the last component stands one that only ends the ranges of the others. */
static void add_sentinel(struct library *library)
{
    struct component sentinel = {
        .first_text = library->texts.n,
        .first_attribute = library->attributes.n,
        .first_reference = library->references.n,
    };
    vec_push(library->mem, &library->components, sentinel);
}

/* Says in the finding about an unknown name how often it is used. */
static void count_unknown(struct builder *builder)
{
    VEC_EACH (const struct unknown_name, unknown, &builder->unknown)
        if (unknown->more) {
            note(unknown->finding, MSG_note_more_uses, v_number(unknown->more));
            follow_up(unknown->finding, unknown->finding->rule, unknown->more);
        }
}

static void free_builder(struct builder *builder)
{
    map_free(&builder->declarations);
    map_free(&builder->kind_words);
    map_free(&builder->property_words);
    map_free(&builder->lost_names);
    map_free(&builder->counters);
    map_free(&builder->unknown_index);
    vec_free(builder->mem, &builder->unknown);
    for (uint32_t kind = 0; kind < DECLARATION_COUNT; kind++)
        vec_free(builder->mem, &builder->declared[kind]);
    vec_free(builder->mem, &builder->pending);
    vec_free(builder->mem, &builder->free_texts);
    arena_free(&builder->scratch);
}

void library_build(struct library *library, struct units *units)
{
    struct mem *mem = units->mem;
    *library = (struct library){
        .writable = library,
        .mem = mem,
        .arena = arena_on(mem),
        .atoms = units->atoms,
        .sources = units->sources,
    };
    struct builder builder = {
        .library = library,
        .units = units,
        .diag = units->diag,
        .mem = mem,
        .scratch = arena_on(mem),
        .declarations = map_on(mem),
        .kind_words = map_on(mem),
        .property_words = map_on(mem),
        .lost_names = map_on(mem),
        .counters = map_on(mem),
        .unknown_index = map_on(mem),
        .other_side = NONE,
    };
    add_builtin_properties(library);
    declare_all(&builder);
    build_architectures(&builder);
    build_models(&builder);
    add_sentinel(library);
    resolve_references(&builder);
    library->components.at[library->components.n - 1].first_reference = library->references.n;
    build_mappings(&builder);
    build_profiles(&builder);
    build_glossaries(&builder);
    check_inline_references(&builder);
    report_unread_blocks(&builder);
    count_unknown(&builder);
    build_edges(&builder);
    free_builder(&builder);
}
