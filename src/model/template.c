#include "model/template.h"

enum { SEGMENTS_MOST = 16, ID_MOST = 256 };

/* A match that is being tried. What was found to lead nowhere is not tried again, so that a template of
   many placeholders takes no more than the product of its length and that of the id. */
struct matching {
    const struct library *library;
    const struct id_template *id_template;
    struct str id;
    component_id parent;
    bool exact;
    struct id_match *match;
    uint8_t (*dead)[ID_MOST / 8]; /* a bit for each segment and byte; NULL if it is not worth while */
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
    return (struct str){id.ptr + component->number_start, (uint32_t)(component->number_end - component->number_start)};
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
static bool match_lengths(const struct matching *matching, uint32_t i, uint32_t at, bool (*fits)(struct str part))
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
        if (!separator && !is_alnum(c))
            return false;
    }
    return true;
}

static bool looks_like_acronym(struct str part)
{
    for (uint32_t i = 0; i < part.len; i++) {
        char c = part.ptr[i];
        if (c == '-' ? i == 0 || i + 1 == part.len || part.ptr[i + 1] == '-' : !is_upper(c) && !(is_digit(c) && i > 0))
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
    return number.len && str_starts(str_from(matching->id, at), number) && match_from(matching, i + 1, at + number.len);
}

/* Matches the segments from index `i` on against the id from byte `at` on. */
static bool match_from(const struct matching *matching, uint32_t i, uint32_t at)
{
    const struct id_template *id_template = matching->id_template;
    if (i == id_template->first_segment + id_template->n_segments)
        return at == matching->id.len;
    uint8_t *dead = matching->dead ? &matching->dead[i - id_template->first_segment][at / 8] : NULL;
    if (dead && *dead >> (at % 8) & 1)
        return false;
    enum segment_type type = matching->library->segments.at[i].type;
    bool matches = false;
    switch (type) {
    case SEGMENT_LITERAL: matches = match_literal(matching, i, at); break;
    case SEGMENT_COUNTER: matches = match_counter(matching, i, at); break;
    case SEGMENT_NUMBER: matches = match_number(matching, i, at); break;
    case SEGMENT_ACRONYM: matches = match_lengths(matching, i, at, looks_like_acronym); break;
    case SEGMENT_NAME: matches = match_lengths(matching, i, at, is_anything); break;
    }
    if (matches && type != SEGMENT_LITERAL && at < matching->match->number_start)
        matching->match->number_start = at;
    if (!matches && dead)
        *dead |= (uint8_t)(1u << (at % 8));
    return matches;
}

/* Where the last placeholder ends: in front of the literal that the template may end with. */
static uint32_t number_end(const struct library *library, const struct id_template *id_template, struct str id)
{
    const struct segment *last = &library->segments.at[id_template->first_segment + id_template->n_segments - 1];
    return last->type == SEGMENT_LITERAL ? id.len - last->text.len : id.len;
}

/* How many of the segments may be of several lengths. */
static uint32_t open_segments(const struct library *library, const struct id_template *id_template, bool exact)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < id_template->n_segments; i++) {
        enum segment_type type = library->segments.at[id_template->first_segment + i].type;
        n += type == SEGMENT_ACRONYM || type == SEGMENT_NAME || (type == SEGMENT_NUMBER && !exact);
    }
    return n;
}

bool template_match(const struct library *library, const struct id_template *id_template, struct str id,
                    component_id parent, bool exact, struct id_match *match)
{
    uint8_t dead[SEGMENTS_MOST][ID_MOST / 8];
    *match = (struct id_match){.number_start = id.len, .counter = NONE};
    struct matching matching = {library, id_template, id, parent, exact, match, NULL};
    if (open_segments(library, id_template, exact) > 1) {
        memset(dead, 0, sizeof dead);
        matching.dead = dead;
    }
    if (id_template->n_segments == 0 || id.len >= ID_MOST || !match_from(&matching, id_template->first_segment, 0))
        return false;
    match->number_end = number_end(library, id_template, id);
    if (match->number_end < match->number_start)
        match->number_end = match->number_start;
    return true;
}

bool template_is_at_home(const struct library *library, const struct id_template *id_template, component_id parent)
{
    for (uint32_t i = 0; i < id_template->n_segments; i++) {
        const struct segment *segment = &library->segments.at[id_template->first_segment + i];
        if (segment->type == SEGMENT_NUMBER && enclosing_component(library, parent, segment->kind) == NONE)
            return false;
    }
    return true;
}
