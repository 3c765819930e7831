/* Architectures: what they extend, and the kinds that they declare. */

#include "model/arch.h"
#include "model/statements.h"
#include "model/text/english.h"

static struct library *library_of(const struct arch_builder *arch)
{
    return arch->builder->library;
}

static struct architecture *own(const struct arch_builder *arch)
{
    return &library_of(arch)->architectures.at[arch->architecture];
}

/* The kinds of the base are copied first, so that they can be replaced in their places. */
static void copy_kinds(struct arch_builder *arch)
{
    struct library *library = library_of(arch);
    own(arch)->first_kind = library->kinds.n;
    if (own(arch)->extends == NONE)
        return;
    const struct architecture base = library->architectures.at[own(arch)->extends];
    for (uint32_t i = 0; i < base.n_kinds; i++) {
        struct kind copy = library->kinds.at[base.first_kind + i];
        copy.architecture = arch->architecture;
        *map_at(&arch->builder->kind_words, map_key(arch->architecture, copy.name), NONE) = library->kinds.n;
        vec_push(library->mem, &library->kinds, copy);
    }
}

/* `component KIND "Title" plural "Titles"`: the head; the block waits until all kinds are known. */
static struct kind kind_of_head(struct arch_builder *arch, struct args *args, struct modifiers modifiers)
{
    struct kind kind = {
        .importance = modifiers.importance,
        .grouping = modifiers.grouping,
        .applies_to = NONE,
        .elaborates = NONE,
        .architecture = arch->architecture,
    };
    kind.at = args->at < args->end ? args->at->at : args_here(args);
    kind.name = args_take_any_word(args, "the name of a kind");
    const struct arg *title = args_maybe_text(args), *plural = NULL;
    if (args_take_word(args, KW_PLURAL))
        plural = args_take_text(args, "a string");
    args_finish(args);
    kind.title = title ? arg_text(arch->builder, title) : name_of(arch->builder, kind.name);
    if (plural) {
        kind.plural = arg_text(arch->builder, plural);
    } else {
        struct buf buf = buf_on(arch->builder->mem);
        english_add_s(&buf, kind.title);
        kind.plural = arena_str(&library_of(arch)->arena, buf_as_str(&buf));
        buf_free(&buf);
    }
    return kind;
}

void report_reserved(struct arch_builder *arch, struct span at, atom word, struct str owner)
{
    struct builder *builder = arch->builder;
    struct buf other = buf_on(builder->mem);
    buf_printf(&other, "%.*s-%.*s", STR_ARGS(arena_lower(&builder->scratch, owner)), STR_ARGS(name_of(builder, word)));
    help(report(builder->diag, at, MSG_reserved_word, v_name(name_of(builder, word))), MSG_help_other_word,
         v_name(buf_as_str(&other)));
    buf_free(&other);
}

/* Declares a kind; `statements` keeps the statement of every kind that is not inherited. */
static void declare_kind(struct arch_builder *arch, struct args *args, struct modifiers modifiers,
                         struct map *statements)
{
    struct library *library = library_of(arch);
    struct kind kind = kind_of_head(arch, args, modifiers);
    if (kind.name == 0)
        return;
    if (keyword_is_of_components(kind.name))
        report_reserved(arch, kind.at, kind.name, name_of(arch->builder, own(arch)->id));
    uint32_t *known = map_at(&arch->builder->kind_words, map_key(arch->architecture, kind.name), library->kinds.n);
    if (*known == library->kinds.n) {
        vec_push(library->mem, &library->kinds, kind);
    } else if (!map_find(statements, *known)) {
        library->kinds.at[*known] = kind;
    } else {
        struct finding *finding =
            report(arch->builder->diag, kind.at, MSG_declared_twice, v_name(name_of(arch->builder, kind.name)));
        label(finding, library->kinds.at[*known].at, MSG_label_first_here);
        return;
    }
    map_at(statements, *known, args->statement);
}

/* What a model contains: as in the base, and as the `contains` statements add and change. */
static void build_contents(struct arch_builder *arch, uint32_t statement)
{
    struct library *library = library_of(arch);
    struct architecture *architecture = own(arch);
    uint32_t first = library->containments.n;
    if (architecture->extends != NONE) {
        const struct architecture *base = &library->architectures.at[architecture->extends];
        uint32_t end = base->first_containment + base->n_containments;
        for (uint32_t i = base->first_containment; i < end; i++) {
            struct containment copy = library->containments.at[i];
            vec_push(library->mem, &library->containments, copy);
        }
    }
    uint32_t end = arch->tree->statements.at[statement].next;
    for (uint32_t s = statement + 1; s < end; s = arch->tree->statements.at[s].next)
        if (arch->tree->statements.at[s].word == KW_CONTAINS)
            arch_add_contains(arch, s, first);
    architecture->first_containment = first;
    architecture->n_containments = library->containments.n - first;
    arch_resolve_containments(arch, first, architecture->n_containments);
}

/* The statements that say of an architecture what a header says; they are read and not kept. */
static bool is_header_word(atom word)
{
    return word == KW_EXTENDS || word == KW_CONTAINS || (word >= KW_VERSION && word <= KW_NOTE);
}

/* `required chapter "Chapter" {` */
static void report_no_component(struct arch_builder *arch, const struct args *args, atom kind)
{
    struct builder *builder = arch->builder;
    struct str importance = name_of(builder, args->tree->statements.at[args->statement].word);
    struct buf text = buf_on(builder->mem);
    buf_printf(&text, "%.*s component %.*s", STR_ARGS(importance), STR_ARGS(name_of(builder, kind)));
    struct finding *finding = report(builder->diag, args_word_span(args), MSG_unknown_word, v_name(importance),
                                     v_text(STR("an architecture without `component` behind it")));
    help(finding, MSG_help_required, v_name(buf_as_str(&text)));
    buf_free(&text);
}

static void build_body(struct arch_builder *arch, uint32_t statement)
{
    static const atom known[] = {KW_EXTENDS,  KW_CONTAINS, KW_COMPONENT,  KW_GROUPING,
                                 KW_REQUIRED, KW_EXPECTED, KW_INFORMATIVE};
    struct library *library = library_of(arch);
    struct map statements = map_on(arch->builder->mem);
    copy_kinds(arch);
    uint32_t end = arch->tree->statements.at[statement].next;
    for (uint32_t s = statement + 1; s < end; s = arch->tree->statements.at[s].next) {
        struct args args = args_of(arch->builder, arch->unit, s);
        struct modifiers modifiers = take_modifiers(&args);
        atom first = arch->tree->statements.at[s].word;
        bool lacks_component =
            modifiers.word != KW_COMPONENT && first >= KW_REQUIRED && first <= KW_INFORMATIVE && modifiers.word;
        if (lacks_component) {
            report_no_component(arch, &args, modifiers.word);
            args.at--; /* read on as if it were there */
        }
        if (lacks_component || modifiers.word == KW_COMPONENT)
            declare_kind(arch, &args, modifiers, &statements);
        else if (modifiers.word && !is_header_word(modifiers.word))
            report_unknown_word(arch->builder, args_word_span(&args), arch->tree->statements.at[s].word,
                                STR("an architecture"), known, sizeof known / sizeof known[0]);
    }
    own(arch)->n_kinds = library->kinds.n - own(arch)->first_kind;
    build_contents(arch, statement);
    for (kind_id kind = own(arch)->first_kind; kind < library->kinds.n; kind++) {
        const uint32_t *declared = map_find(&statements, kind);
        if (declared)
            arch_build_kind(arch, kind, *declared);
        else
            arch_inherit_kind(arch, kind);
    }
    for (kind_id kind = own(arch)->first_kind; kind < library->kinds.n; kind++)
        if (map_find(&statements, kind))
            arch_check_templates(arch, kind);
    map_free(&statements);
}

/* The architecture that the statement `extends` names, or NONE. */
static uint32_t take_base(struct arch_builder *arch, uint32_t statement)
{
    struct builder *builder = arch->builder;
    struct args args = args_of(builder, arch->unit, statement);
    const struct arg *name = args_take_declared(&args, "the id of an architecture", DECLARATION_ARCHITECTURE);
    args_finish(&args);
    if (!name)
        return NONE;
    struct step id = tree_path_step(arch->tree, name, 0);
    uint32_t base = find_declaration(builder, DECLARATION_ARCHITECTURE, arch->unit, id.name);
    if (base == NONE)
        report_unknown_declaration(builder, DECLARATION_ARCHITECTURE, arch->unit, id);
    return base;
}

static struct arch_builder arch_builder_of(struct builder *builder, uint32_t index)
{
    struct declared at = builder->declared[DECLARATION_ARCHITECTURE].at[index];
    return (struct arch_builder){builder, index, at.unit, unit_tree(builder, at.unit)};
}

static void find_base(struct builder *builder, uint32_t index)
{
    struct arch_builder arch = arch_builder_of(builder, index);
    uint32_t statement = builder->declared[DECLARATION_ARCHITECTURE].at[index].statement;
    uint32_t end = arch.tree->statements.at[statement].next;
    for (uint32_t s = statement + 1; s < end; s = arch.tree->statements.at[s].next)
        if (arch.tree->statements.at[s].word == KW_EXTENDS)
            own(&arch)->extends = take_base(&arch, s);
}

/* An architecture that extends itself, at its end by way of others. */
static void report_ring(struct builder *builder, uint32_t index)
{
    const struct architecture *all = builder->library->architectures.at;
    struct finding *finding =
        report(builder->diag, all[index].at, MSG_extends_itself, v_name(name_of(builder, all[index].id)));
    for (uint32_t i = all[index].extends; i != index; i = all[i].extends)
        label(finding, all[i].at, MSG_label_ring_extends);
}

void build_architectures(struct builder *builder)
{
    struct library *library = builder->library;
    uint32_t n = builder->declared[DECLARATION_ARCHITECTURE].n;
    uint32_t *bases = arena_array(&builder->scratch, uint32_t, n);
    uint32_t *order = arena_array(&builder->scratch, uint32_t, n);
    uint32_t *depths = arena_array(&builder->scratch, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        find_base(builder, i);
        bases[i] = library->architectures.at[i].extends;
    }
    order_bases_first(&builder->scratch, bases, order, n);
    for (uint32_t i = 0; i < n; i++) {
        struct architecture *architecture = &library->architectures.at[order[i]];
        if (architecture->extends != bases[order[i]])
            report_ring(builder, order[i]);
        if (base_is_too_deep(depths, bases, order[i]))
            report(builder->diag, architecture->at, MSG_extends_too_deep, v_name(name_of(builder, architecture->id)),
                   v_number(EXTENDS_MOST));
        architecture->extends = bases[order[i]];
        struct arch_builder arch = arch_builder_of(builder, order[i]);
        build_body(&arch, builder->declared[DECLARATION_ARCHITECTURE].at[order[i]].statement);
    }
}
