/* What a component says of itself. */

#include "emit/guide/origin.h"
#include "emit/guide/pages/component.h"
#include "model/mapping/relation.h"

/* ---- Badges ---- */

static void put_badge(struct page *page, const char *class, enum word word)
{
    put(page, "<span class=\"badge ");
    put(page, class);
    put(page, "\">");
    put_word(page, word);
    put(page, "</span> ");
}

static void put_status(struct page *page, enum status status)
{
    static const enum word words[] = {WORD_NONE,     WORD_DRAFT,      WORD_PSEUDO,
                                      WORD_OPTIONAL, WORD_DEPRECATED, WORD_WITHDRAWN};
    if (status != STATUS_NONE)
        put_badge(page, status_name(status), words[status]);
}

void put_importance(struct page *page, enum importance importance)
{
    static const enum word words[] = {WORD_NONE, WORD_REQUIRED, WORD_EXPECTED, WORD_INFORMATIVE};
    if (importance != IMPORTANCE_NONE)
        put_badge(page, importance_name(importance), words[importance]);
}

/* True for the attributes that are short enough to stand beside the title. */
static bool is_badge(const struct library *library, const struct attribute *attribute)
{
    const struct property *property = &library->properties.at[attribute->property];
    return property->type == PROPERTY_FLAG ||
           (property->count.most == 1 && (property->type == PROPERTY_INTEGER || property->type == PROPERTY_WORD));
}

/* One of the words of an attribute; as it is written in the language of the models. */
static void put_value_word(struct page *page, struct str text)
{
    struct str own = translated_name(page->library, guide_locale(page->guide), atom_find(page->library->atoms, text));
    if (own.ptr)
        put_text(page, own);
    else
        put_said(page, text);
}

void put_attribute_badges(struct page *page, component_id id)
{
    const struct library *library = page->library;
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &library->attributes.at[i];
        if (!is_badge(library, attribute))
            continue;
        enum property_type type = library->properties.at[attribute->property].type;
        put(page, "<span class=\"badge\">");
        put_label(page, library->properties.at[attribute->property].name);
        if (type == PROPERTY_INTEGER) {
            put(page, " ");
            put_number(page, attribute->number);
        } else if (type == PROPERTY_WORD) {
            put(page, ": ");
            put_value_word(page, attribute->text);
        }
        put(page, "</span> ");
    }
}

bool is_inside_added(const struct library *library, component_id id)
{
    component_id parent = library->components.at[id].parent;
    return parent != NONE && library_added_by(library, parent) == library_added_by(library, id);
}

/* Says by whom where something added begins; inside of it less will do. */
static void put_added(struct page *page, component_id id)
{
    atom model = library_added_by(page->library, id);
    if (!model)
        return;
    put(page, "<span class=\"badge added\">");
    if (is_inside_added(page->library, id)) {
        put_word(page, WORD_ADDED);
    } else {
        put_word(page, WORD_ADDED_BY);
        put(page, " ");
        put_atom(page, model);
    }
    put(page, "</span> ");
}

/* Where it comes from, if that is said. */
static void put_origin(struct page *page, component_id id)
{
    const struct library *library = page->library;
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        if (library->attributes.at[i].property != BUILTIN_SOURCE)
            continue;
        put(page, "<span class=\"origin\">");
        put_word(page, WORD_SOURCE);
        put(page, ": ");
        put_said(page, library->attributes.at[i].text);
        put(page, "</span> ");
    }
}

void put_marks(struct page *page, component_id id)
{
    put(page, " ");
    put_status(page, (enum status)page->library->components.at[id].status);
    put_added(page, id);
}

void put_item_badges(struct page *page, component_id id)
{
    size_t start = page->out->n;
    put(page, "<span class=\"badges\">");
    size_t inside = page->out->n;
    put_status(page, (enum status)page->library->components.at[id].status);
    put_attribute_badges(page, id);
    if (!is_inside_added(page->library, id))
        put_added(page, id);
    put_origin(page, id);
    if (page->out->n == inside)
        page->out->n = start;
    else
        put(page, "</span>");
}

void put_badges(struct page *page, component_id id)
{
    const struct component *component = &page->library->components.at[id];
    const struct kind *kind = library_kind(page->library, id);
    put(page, "<p class=\"badges\"><span class=\"kind\">");
    put_said(page, kind->title);
    put(page, "</span> ");
    put_importance(page, kind->importance);
    put_status(page, (enum status)component->status);
    put_attribute_badges(page, id);
    put_added(page, id);
    put_origin(page, id);
    put_origin_place(page, component->at);
    put(page, "</p>\n");
}

/* ---- Texts, attributes, references: what is of one name in a row stands under it ---- */

static void put_name_of_property(struct page *page, property_id id)
{
    const struct property *property = &page->library->properties.at[id];
    put(page, "<dt>");
    put_label(page, property->name);
    if (property->type == PROPERTY_TEXT && property->importance == IMPORTANCE_INFORMATIVE) {
        put(page, " <span class=\"tag\">");
        put_word(page, WORD_INFORMATIVE);
        put(page, "</span>");
    }
    put(page, "</dt>\n");
}

static void put_texts(struct page *page, component_id id, uint32_t level)
{
    const struct library *library = page->library;
    struct voice voice = voice_of_component(library, id);
    uint32_t first, end = library_texts(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        property_id property = library->texts.at[i].property;
        if (i == first || library->texts.at[i - 1].property != property)
            put_name_of_property(page, property);
        put(page, "<dd class=\"text\"");
        put_language(page, voice.language);
        put(page, ">");
        put_block(page, &voice, library->texts.at[i].value, level);
        put(page, "</dd>\n");
    }
}

static void put_attributes(struct page *page, component_id id)
{
    const struct library *library = page->library;
    uint32_t first, end = library_attributes(library, id, &first);
    property_id before = NONE;
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &library->attributes.at[i];
        if (attribute->property < BUILTIN_COUNT || is_badge(library, attribute))
            continue;
        if (attribute->property != before)
            put_name_of_property(page, attribute->property);
        before = attribute->property;
        put(page, "<dd>");
        if (library->properties.at[before].type == PROPERTY_URL)
            put_address(page, attribute->text);
        else if (library->properties.at[before].type == PROPERTY_INTEGER)
            put_number(page, attribute->number);
        else if (library->properties.at[before].type == PROPERTY_WORD)
            put_value_word(page, attribute->text);
        else
            put_said(page, attribute->text);
        put(page, "</dd>\n");
    }
}

static void put_references(struct page *page, component_id id)
{
    const struct library *library = page->library;
    uint32_t first, end = library_references(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct reference *reference = &library->references.at[i];
        if (reference->property == BUILTIN_ELABORATES && is_shown_applying(page, id))
            continue;
        bool starts = i == first || library->references.at[i - 1].property != reference->property;
        bool stops = i + 1 == end || library->references.at[i + 1].property != reference->property;
        if (starts && reference->property == BUILTIN_ELABORATES)
            fact_begin(page, WORD_ELABORATES);
        else if (starts && reference->property == BUILTIN_REPLACED_BY)
            fact_begin(page, WORD_REPLACED_BY);
        else if (starts) {
            put_name_of_property(page, reference->property);
            put(page, "<dd>");
        }
        put(page, starts ? "<ul class=\"refs\">" : "");
        if (reference->target != NONE) {
            put(page, "<li>");
            put_reference(page, reference->target);
            put(page, "</li>\n");
        }
        put(page, stops ? "</ul></dd>\n" : "");
    }
}

/* What every component may have beside what its architecture declares. */
static void put_builtins(struct page *page, component_id id)
{
    const struct library *library = page->library;
    uint32_t first, end = library_attributes(library, id, &first);
    for (uint32_t i = first; i < end; i++) {
        const struct attribute *attribute = &library->attributes.at[i];
        if (attribute->property >= BUILTIN_COUNT || attribute->property == BUILTIN_SOURCE)
            continue;
        bool label = attribute->property == BUILTIN_LABEL;
        if (label && !library->components.at[id].id)
            continue;
        fact_begin(page, label ? WORD_IDENTIFIER : WORD_WAS);
        if (label)
            put_atom(page, library->components.at[id].id);
        else
            put_text(page, attribute->text);
        fact_end(page);
    }
}

/* ---- Who refers to it ---- */

enum back { BACK_ELABORATION, BACK_REPLACEMENT, BACK_OTHER };

static enum back back_of(property_id property)
{
    return property == BUILTIN_ELABORATES    ? BACK_ELABORATION
           : property == BUILTIN_REPLACED_BY ? BACK_REPLACEMENT
                                             : BACK_OTHER;
}

/* Those who refer to the component in one way, each once. */
static void put_back(struct page *page, component_id id, enum back back, enum word word)
{
    const struct links *links = &page->guide->links;
    uint32_t n;
    const uint32_t *at = index_at(&links->referred, id, &n);
    component_id before = NONE;
    for (uint32_t i = 0; i < n; i++) {
        const struct backlink *link = &links->backlinks.at[at[i]];
        if (back_of(link->property) != back || link->from == before || link->from == id)
            continue;
        if (before == NONE) {
            fact_begin(page, word);
            put(page, "<ul class=\"refs\">");
        }
        before = link->from;
        put(page, "<li>");
        put_reference(page, link->from);
        put(page, "</li>\n");
    }
    if (before != NONE)
        put(page, "</ul></dd>\n");
}

void put_facts(struct page *page, component_id id, uint32_t level)
{
    size_t start = page->out->n;
    put(page, "<dl class=\"facts\">\n");
    size_t inside = page->out->n;
    put_texts(page, id, level);
    put_attributes(page, id);
    put_references(page, id);
    put_back(page, id, BACK_ELABORATION, WORD_ELABORATED_BY);
    put_back(page, id, BACK_REPLACEMENT, WORD_REPLACES);
    put_back(page, id, BACK_OTHER, WORD_REFERRED_TO_BY);
    put_builtins(page, id);
    if (page->out->n == inside)
        page->out->n = start;
    else
        put(page, "</dl>\n");
}
