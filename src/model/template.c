#include "model/template.h"

/* The state of a match: where in the template and in the id. */
struct matching {
    const struct library *library;
    const struct id_template *id_template;
    struct str id;
    component_id parent;
    bool exact;
    struct id_match *match;
};

component_id enclosing_component(const struct library *library, component_id from, kind_id kind)
{
    while (from != NONE && library->components.at[from].kind != kind)
        from = library->components.at[from].parent;
    return from;
}

struct str enclosing_number(const struct library *library, component_id from, kind_id kind)
{
    component_id around = enclosing_component(library, from, kind);
    if (around == NONE)
        return STR_NONE;
    const struct component *component = &library->components.at[around];
    struct str id = atom_text(library->atoms, component->id);
    return (struct str){id.ptr + component->number_start,
                        (uint32_t)(component->number_end - component->number_start)};
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool match_from(const struct matching *matching, uint32_t segment, uint32_t at);

static bool match_literal(const struct matching *matching, uint32_t i, uint32_t at)
{
    struct str text = matching->library->segments.at[i].text;
    return str_starts(str_from(matching->id, at), text) && match_from(matching, i + 1, at + text.len);
}

static bool match_counter(const struct matching *matching, uint32_t i, uint32_t at)
{
    uint32_t digits = matching->library->segments.at[i].digits, n = 0;
    uint32_t number = 0;
    while (at + n < matching->id.len && is_digit(matching->id.ptr[at + n]) && n < 9) {
        number = number * 10 + (uint32_t)(matching->id.ptr[at + n] - '0');
        n++;
    }
    bool padded = n > 0 && matching->id.ptr[at] == '0' && n > 1;
    if (n < digits || (padded && n != digits))
        return false;
    matching->match->counter = number;
    return match_from(matching, i + 1, at + n);
}

/* Tries the rest of the template behind each length that `fits` allows, longest first. */
static bool match_lengths(const struct matching *matching, uint32_t i, uint32_t at,
                          bool (*fits)(struct str part))
{
    for (uint32_t n = matching->id.len - at; n > 0; n--)
        if (fits((struct str){matching->id.ptr + at, n}) && match_from(matching, i + 1, at + n))
            return true;
    return false;
}

/* Letters and digits in groups with `.` or `-` between. */
static bool looks_like_number(struct str part)
{
    for (uint32_t i = 0; i < part.len; i++) {
        char c = part.ptr[i];
        bool separator = c == '.' || c == '-';
        if (separator && (i == 0 || i + 1 == part.len))
            return false;
        if (!separator && !is_digit(c) && !is_upper(c) && !(c >= 'a' && c <= 'z'))
            return false;
    }
    return true;
}

static bool looks_like_acronym(struct str part)
{
    for (uint32_t i = 0; i < part.len; i++) {
        char c = part.ptr[i];
        if (c == '-' ? i == 0 || i + 1 == part.len || part.ptr[i + 1] == '-'
                     : !is_upper(c) && !(is_digit(c) && i > 0))
            return false;
    }
    return true;
}

static bool is_anything(struct str part)
{
    return part.len > 0;
}

static bool match_number(const struct matching *matching, uint32_t i, uint32_t at)
{
    if (!matching->exact)
        return match_lengths(matching, i, at, looks_like_number);
    kind_id kind = matching->library->segments.at[i].kind;
    struct str number = enclosing_number(matching->library, matching->parent, kind);
    return number.len && str_starts(str_from(matching->id, at), number) &&
           match_from(matching, i + 1, at + number.len);
}

/* Matches the segments from index `i` on against the id from byte `at` on. */
static bool match_from(const struct matching *matching, uint32_t i, uint32_t at)
{
    const struct id_template *id_template = matching->id_template;
    if (i == id_template->first_segment + id_template->n_segments)
        return at == matching->id.len;
    enum segment_type type = matching->library->segments.at[i].type;
    bool matches = false;
    switch (type) {
    case SEGMENT_LITERAL: return match_literal(matching, i, at);
    case SEGMENT_COUNTER: matches = match_counter(matching, i, at); break;
    case SEGMENT_NUMBER: matches = match_number(matching, i, at); break;
    case SEGMENT_ACRONYM: matches = match_lengths(matching, i, at, looks_like_acronym); break;
    case SEGMENT_NAME: matches = match_lengths(matching, i, at, is_anything); break;
    }
    if (matches && at < matching->match->number_start)
        matching->match->number_start = at;
    return matches;
}

/* Where the last placeholder ends: in front of the literal that the template ends with. */
static uint32_t number_end(const struct library *library, const struct id_template *id_template,
                           struct str id)
{
    const struct segment *last =
        &library->segments.at[id_template->first_segment + id_template->n_segments - 1];
    return last->type == SEGMENT_LITERAL ? id.len - last->text.len : id.len;
}

bool template_match(const struct library *library, const struct id_template *id_template,
                    struct str id, component_id parent, bool exact, struct id_match *match)
{
    *match = (struct id_match){.number_start = id.len, .counter = NONE};
    struct matching matching = {library, id_template, id, parent, exact, match};
    if (id_template->n_segments == 0 || !match_from(&matching, id_template->first_segment, 0))
        return false;
    match->number_end = number_end(library, id_template, id);
    return true;
}
