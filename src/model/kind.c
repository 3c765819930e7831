/* What the block of a `component` in an architecture says of the kind. */

#include "model/arch.h"
#include "model/names/suggest.h"
#include "model/statements.h"
#include "model/template.h"

static struct library *library_of(const struct arch_builder *arch)
{
    return arch->builder->library;
}

/* ---- Kinds by name ---- */

/* The kind that an argument names; reports and returns NONE if the architecture has none. */
static kind_id named_kind(struct arch_builder *arch, atom name, struct span at)
{
    kind_id kind = find_kind(arch->builder, arch->architecture, name);
    if (kind != NONE || name == 0)
        return kind;
    const struct architecture *architecture = &library_of(arch)->architectures.at[arch->architecture];
    struct finding *finding = report(arch->builder->diag, at, MSG_undefined_kind, v_name(name_of(arch->builder, name)),
                                     v_name(name_of(arch->builder, architecture->id)));
    offer_near_kind(arch->builder, finding, arch->architecture, at, name);
    return NONE;
}

static kind_id take_kind(struct args *args, struct arch_builder *arch)
{
    struct span at = args->at < args->end ? args->at->at : args_here(args);
    return named_kind(arch, args_take_any_word(args, "the name of a kind"), at);
}

/* Takes `KIND, KIND`; returns how many, and where they start in the list of kinds. */
static uint32_t take_kinds(struct args *args, struct arch_builder *arch, uint32_t *first)
{
    struct library *library = library_of(arch);
    *first = library->kind_lists.n;
    bool more = true;
    while (more) {
        more = args_is(args, ARG_WORD) && args->at->flags & ARG_COMMA;
        kind_id kind = take_kind(args, arch);
        if (kind != NONE)
            vec_push(library->mem, &library->kind_lists, kind);
    }
    return library->kind_lists.n - *first;
}

/* ---- Containments ---- */

static struct containment *find_containment(struct library *library, uint32_t first, atom name)
{
    for (uint32_t i = first; i < library->containments.n; i++)
        if (library->containments.at[i].name == name)
            return &library->containments.at[i];
    return NULL;
}

void arch_add_contains(struct arch_builder *arch, uint32_t statement, uint32_t first)
{
    struct library *library = library_of(arch);
    struct args args = args_of(arch->builder, arch->unit, statement);
    do {
        struct span at = args.at < args.end ? args.at->at : args_here(&args);
        struct containment added = {.kind = NONE, .count = {0, 1}, .at = at};
        added.name = args_take_any_word(&args, "the name of a kind");
        args_maybe_count(&args, &added.count);
        struct containment *there = find_containment(library, first, added.name);
        if (there)
            there->count = added.count;
        else if (added.name)
            vec_push(library->mem, &library->containments, added);
    } while (args_is(&args, ARG_WORD));
    args_finish(&args);
}

void arch_resolve_containments(struct arch_builder *arch, uint32_t first, uint32_t n)
{
    for (uint32_t i = first; i < first + n; i++) {
        struct containment *containment = &library_of(arch)->containments.at[i];
        containment->kind = named_kind(arch, containment->name, containment->at);
    }
}

/* ---- Templates ---- */

static void add_segment(struct library *library, struct segment segment)
{
    vec_push(library->mem, &library->segments, segment);
}

/* Where a part of the text of a template stands; the whole string if escapes make that unclear. */
static struct span place_in(const struct id_template *made, struct str part)
{
    uint32_t start = made->at.start + 1 + (uint32_t)(part.ptr - made->text.ptr);
    return made->at.end - made->at.start == made->text.len + 2 ? (struct span){start, start + part.len} : made->at;
}

static void add_placeholder(struct arch_builder *arch, struct id_template *made, struct str name)
{
    struct segment segment = {.kind = NONE};
    if (str_is(name, "n") || str_is(name, "nn")) {
        segment.type = SEGMENT_COUNTER;
        segment.digits = name.len;
    } else if (str_is(name, "acronym")) {
        segment.type = SEGMENT_ACRONYM;
    } else if (str_is(name, "name")) {
        segment.type = SEGMENT_NAME;
    } else {
        segment.type = SEGMENT_NUMBER;
        segment.kind = named_kind(arch, atom_intern(arch->builder->units->atoms, name), place_in(made, name));
    }
    made->is_plain = made->is_plain && str_is(name, "n");
    add_segment(library_of(arch), segment);
}

enum { TEMPLATES_MOST = 64, SEGMENTS_MOST = 16 };

/* True if braces open, hold something and close, one after the other. */
static bool is_template(struct str text)
{
    bool open = false;
    for (uint32_t i = 0; i < text.len; i++) {
        bool brace = text.ptr[i] == '{' || text.ptr[i] == '}';
        if (brace && open != (text.ptr[i] == '}'))
            return false;
        if (brace && open && text.ptr[i - 1] == '{')
            return false;
        open = brace ? !open : open;
    }
    return text.len > 0 && !open;
}

static void report_bad_template(struct arch_builder *arch, const struct arg *arg)
{
    note(report(arch->builder->diag, arg->at, MSG_bad_template), MSG_note_placeholders);
}

static void add_template(struct arch_builder *arch, kind_id kind, const struct arg *arg)
{
    struct library *library = library_of(arch);
    struct str text = arg_text(arch->builder, arg);
    if (!is_template(text)) {
        report_bad_template(arch, arg);
        return;
    }
    struct id_template made = {
        .text = text,
        .first_segment = library->segments.n,
        .is_plain = memchr(text.ptr, '{', text.len) != NULL,
        .at = arg->at,
    };
    for (uint32_t at = 0; at < text.len;) {
        const char *open = memchr(text.ptr + at, '{', text.len - at);
        const char *close = open ? memchr(open, '}', text.len - (size_t)(open - text.ptr)) : NULL;
        uint32_t literal = (close ? (uint32_t)(open - text.ptr) : text.len) - at;
        if (literal)
            add_segment(library, (struct segment){.type = SEGMENT_LITERAL, .text = {text.ptr + at, literal}});
        if (!close)
            break;
        add_placeholder(arch, &made, str_range(open + 1, close));
        at = (uint32_t)(close + 1 - text.ptr);
    }
    made.n_segments = library->segments.n - made.first_segment;
    if (made.n_segments > SEGMENTS_MOST ||
        library->templates.n - library->kinds.at[kind].first_template == TEMPLATES_MOST)
        report(arch->builder->diag, arg->at, MSG_too_many_templates, v_number(TEMPLATES_MOST), v_number(SEGMENTS_MOST));
    else
        vec_push(library->mem, &library->templates, made);
}

static void add_templates(struct arch_builder *arch, kind_id kind, uint32_t statement)
{
    struct args args = args_of(arch->builder, arch->unit, statement);
    do {
        const struct arg *text = args_take_text(&args, "a template such as \"SP{goal}.{n}\"");
        if (text)
            add_template(arch, kind, text);
    } while (args_is(&args, ARG_STRING));
    args_finish(&args);
}

/* ---- Properties ---- */

/* True for a word of every component that is not declared anew as what it is, say to require it. */
static bool is_taken(const struct property *property)
{
    bool is_plain = property->type == PROPERTY_STRING || property->type == PROPERTY_URL;
    bool is_free = property->name == KW_SOURCE || property->name == KW_LABEL;
    return keyword_is_of_components(property->name) && !(is_plain && is_free);
}

static void add_property(struct arch_builder *arch, kind_id kind, struct property property)
{
    struct library *library = library_of(arch);
    uint32_t *known = map_at(&arch->builder->property_words, map_key(kind, property.name), NONE);
    if (property.name == 0)
        return;
    if (is_taken(&property))
        report_reserved(arch, property.at, property.name, name_of(arch->builder, library->kinds.at[kind].name));
    if (*known != NONE) {
        struct finding *finding =
            report(arch->builder->diag, property.at, MSG_declared_twice, v_name(name_of(arch->builder, property.name)));
        label(finding, library->properties.at[*known].at, MSG_label_first_here);
        return;
    }
    *known = library->properties.n;
    vec_push(library->mem, &library->properties, property);
}

static struct property property_named(struct args *args, enum importance importance)
{
    struct property property = {.importance = importance, .count = {0, 1}};
    property.at = args->at < args->end ? args->at->at : args_here(args);
    property.name = args_take_any_word(args, "a name");
    return property;
}

/* `text NAME COUNT WORDING, ...` */
static void add_texts(struct arch_builder *arch, kind_id kind, struct args *args, enum importance importance)
{
    do {
        struct property text = property_named(args, importance);
        text.type = PROPERTY_TEXT;
        args_maybe_count(args, &text.count);
        if (args_take_word(args, KW_IMPERATIVE))
            text.wording = WORDING_IMPERATIVE;
        else if (args_take_word(args, KW_END_STATE))
            text.wording = WORDING_END_STATE;
        add_property(arch, kind, text);
    } while (args_is(args, ARG_WORD) && args->at[-1].flags & ARG_COMMA);
}

/* `integer M..N`: the range must not be taken for the count that may follow. */
static void take_range(struct args *args, struct property *property)
{
    struct count range;
    property->type = PROPERTY_INTEGER;
    property->least = INT64_MIN;
    property->most = INT64_MAX;
    if (args_is(args, ARG_REFERENCE) && args->at->flags & ARG_RUN && args_maybe_count(args, &range)) {
        property->least = range.least;
        property->most = range.most == NONE ? INT64_MAX : range.most;
    }
}

/* `one of A, B, C` */
static void take_words(struct args *args, struct arch_builder *arch, struct property *property)
{
    struct library *library = library_of(arch);
    property->type = PROPERTY_WORD;
    property->first_word = library->words.n;
    args_take_word(args, KW_OF);
    bool more = true;
    while (more) {
        more = args_is(args, ARG_WORD) && args->at->flags & ARG_COMMA;
        atom word = args_take_any_word(args, "a word");
        vec_push(library->mem, &library->words, word);
    }
    property->n_words = library->words.n - property->first_word;
}

static void take_type(struct args *args, struct arch_builder *arch, struct property *property)
{
    struct span at = args->at < args->end ? args->at->at : args_here(args);
    const atom types[] = {KW_STRING, KW_INTEGER, KW_DATE,
                          KW_URL,    KW_FLAG,    atom_intern(arch->builder->units->atoms, STR("one of"))};
    atom type = args_take_any_word(args, "a type: `string`, `integer`, `date`, `url`, `flag` or `one of`");
    switch (type) {
    case 0: break;
    case KW_STRING: property->type = PROPERTY_STRING; break;
    case KW_DATE: property->type = PROPERTY_DATE; break;
    case KW_URL: property->type = PROPERTY_URL; break;
    case KW_FLAG: property->type = PROPERTY_FLAG; break;
    case KW_INTEGER: take_range(args, property); break;
    case KW_ONE: take_words(args, arch, property); break;
    default:
        report_not_among(arch->builder, at, type, types, sizeof types / sizeof types[0]);
        args->at = args->end; /* what stands behind belongs to the type that was meant */
    }
}

static void add_attribute(struct arch_builder *arch, kind_id kind, struct args *args, enum importance importance)
{
    struct property attribute = property_named(args, importance);
    attribute.type = PROPERTY_STRING;
    take_type(args, arch, &attribute);
    args_maybe_count(args, &attribute.count);
    add_property(arch, kind, attribute);
}

/* `reference NAME to KIND, ... COUNT` */
static void add_reference(struct arch_builder *arch, kind_id kind, struct args *args, enum importance importance)
{
    struct property reference = property_named(args, importance);
    reference.type = PROPERTY_REFERENCE;
    args_take_word(args, KW_TO);
    reference.n_kinds = take_kinds(args, arch, &reference.first_kind);
    args_maybe_count(args, &reference.count);
    add_property(arch, kind, reference);
}

/* ---- The block of a kind ---- */

struct modifiers take_modifiers(struct args *args)
{
    struct modifiers modifiers = {.word = args->tree->statements.at[args->statement].word};
    for (;;) {
        switch (modifiers.word) {
        case KW_GROUPING: modifiers.grouping = true; break;
        case KW_REQUIRED: modifiers.importance = IMPORTANCE_REQUIRED; break;
        case KW_EXPECTED: modifiers.importance = IMPORTANCE_EXPECTED; break;
        case KW_INFORMATIVE: modifiers.importance = IMPORTANCE_INFORMATIVE; break;
        default: return modifiers;
        }
        if (!args_is(args, ARG_WORD))
            return modifiers;
        modifiers.word = args->at++->value;
    }
}

/* `applies to KIND` */
static kind_id take_applies(struct args *args, struct arch_builder *arch)
{
    args_take_word(args, KW_TO);
    return take_kind(args, arch);
}

static void report_unknown_in_kind(struct arch_builder *arch, const struct args *args)
{
    static const atom known[] = {KW_CONTAINS, KW_ID,  KW_TEXT,     KW_ATTRIBUTE, KW_REFERENCE,
                                 KW_APPLIES,  KW_FOR, KW_REQUIRED, KW_EXPECTED,  KW_INFORMATIVE};
    atom word = arch->tree->statements.at[args->statement].word;
    if (word)
        report_unknown_word(arch->builder, args_word_span(args), word, STR("a component of an architecture"), known,
                            sizeof known / sizeof known[0]);
}

static void add_statement(struct arch_builder *arch, kind_id kind, uint32_t statement)
{
    struct library *library = library_of(arch);
    struct args args = args_of(arch->builder, arch->unit, statement);
    struct modifiers modifiers = take_modifiers(&args);
    switch (modifiers.word) {
    case KW_CONTAINS: arch_add_contains(arch, statement, library->kinds.at[kind].first_containment); return;
    case KW_ID: add_templates(arch, kind, statement); return;
    case KW_TEXT: add_texts(arch, kind, &args, modifiers.importance); break;
    case KW_ATTRIBUTE: add_attribute(arch, kind, &args, modifiers.importance); break;
    case KW_REFERENCE: add_reference(arch, kind, &args, modifiers.importance); break;
    case KW_APPLIES: library->kinds.at[kind].applies_to = take_applies(&args, arch); break;
    case KW_FOR: library->kinds.at[kind].elaborates = take_kind(&args, arch); break;
    default: report_unknown_in_kind(arch, &args); return;
    }
    args_finish(&args);
}

void arch_build_kind(struct arch_builder *arch, kind_id kind, uint32_t statement)
{
    struct library *library = library_of(arch);
    struct kind *made = &library->kinds.at[kind];
    made->first_containment = library->containments.n;
    made->first_property = library->properties.n;
    made->first_template = library->templates.n;
    uint32_t end = arch->tree->statements.at[statement].next;
    for (uint32_t s = statement + 1; s < end; s = arch->tree->statements.at[s].next)
        add_statement(arch, kind, s);
    made->n_containments = library->containments.n - made->first_containment;
    made->n_properties = library->properties.n - made->first_property;
    made->n_templates = library->templates.n - made->first_template;
    arch_resolve_containments(arch, made->first_containment, made->n_containments);
}

/* ---- Inheritance ---- */

/* What the kind of the base is called here; NONE stays NONE. */
static kind_id translated(struct arch_builder *arch, kind_id kind)
{
    return kind == NONE ? NONE : find_kind(arch->builder, arch->architecture, library_of(arch)->kinds.at[kind].name);
}

static void inherit_containments(struct arch_builder *arch, struct kind *kind)
{
    struct library *library = library_of(arch);
    uint32_t from = kind->first_containment;
    kind->first_containment = library->containments.n;
    for (uint32_t i = from; i < from + kind->n_containments; i++) {
        struct containment copy = library->containments.at[i];
        copy.kind = translated(arch, copy.kind);
        vec_push(library->mem, &library->containments, copy);
    }
}

static void inherit_templates(struct arch_builder *arch, struct kind *kind)
{
    struct library *library = library_of(arch);
    uint32_t from = kind->first_template;
    kind->first_template = library->templates.n;
    for (uint32_t i = from; i < from + kind->n_templates; i++) {
        struct id_template copy = library->templates.at[i];
        uint32_t segment = copy.first_segment;
        copy.first_segment = library->segments.n;
        for (uint32_t k = segment; k < segment + copy.n_segments; k++) {
            struct segment part = library->segments.at[k];
            part.kind = translated(arch, part.kind);
            vec_push(library->mem, &library->segments, part);
        }
        vec_push(library->mem, &library->templates, copy);
    }
}

static void inherit_properties(struct arch_builder *arch, kind_id id, struct kind *kind)
{
    struct library *library = library_of(arch);
    uint32_t from = kind->first_property;
    kind->first_property = library->properties.n;
    for (uint32_t i = from; i < from + kind->n_properties; i++) {
        struct property copy = library->properties.at[i];
        uint32_t first = copy.first_kind;
        copy.first_kind = library->kind_lists.n;
        for (uint32_t k = first; k < first + copy.n_kinds; k++) {
            kind_id target = translated(arch, library->kind_lists.at[k]);
            vec_push(library->mem, &library->kind_lists, target);
        }
        *map_at(&arch->builder->property_words, map_key(id, copy.name), NONE) = library->properties.n;
        vec_push(library->mem, &library->properties, copy);
    }
}

void arch_inherit_kind(struct arch_builder *arch, kind_id id)
{
    struct kind *kind = &library_of(arch)->kinds.at[id];
    kind->applies_to = translated(arch, kind->applies_to);
    kind->elaborates = translated(arch, kind->elaborates);
    inherit_containments(arch, kind);
    inherit_templates(arch, kind);
    inherit_properties(arch, id, kind);
}
