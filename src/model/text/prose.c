#include "model/text/prose.h"

#include "base/grapheme.h"
#include "base/markdown.h"
#include "base/utf8.h"
#include "syntax/literal.h"

struct reading {
    struct prose *prose;
    struct atoms *atoms;       /* words get a name there; NULL: */
    const struct atoms *known; /* those have one that are there */
    struct mem *mem;
    uint8_t breaks; /* seen since the last word */
    bool reference;
};

/* ---- Characters ---- */

/* `-`, `'`, `’` and `.` hold a word together when a word character follows. */
static bool is_inside(uint32_t c)
{
    return c == '-' || c == '\'' || c == '.' || c == 0x2019;
}

static uint8_t break_of(uint32_t c, bool before_blank)
{
    switch (c) {
    case '.':
    case '!':
    case '?': return before_blank ? BREAK_SENTENCE : 0;
    case 0x0964: return BREAK_SENTENCE; /* danda */
    case ',':
    case ';':
    case ':':
    case 0x2013:
    case 0x2014: return BREAK_CLAUSE;
    case '(':
    case '[': return BREAK_BRACKET;
    default: return 0;
    }
}

/* ---- Words ---- */

/* True for words that are their own small letters, as most are. */
static bool is_small(struct str text)
{
    for (uint32_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80 || is_upper(text.ptr[i]))
            return false;
    return true;
}

static atom name_of(struct reading *reading, struct str small)
{
    return reading->atoms ? atom_intern(reading->atoms, small) : atom_find(reading->known, small);
}

static atom small_letters(struct reading *reading, struct str text)
{
    if (is_small(text))
        return name_of(reading, text);
    char small[256];
    uint32_t n = 0;
    const char *end = text.ptr + text.len;
    for (const char *at = text.ptr; at < end && n + 4 <= sizeof small;) {
        uint32_t length, c = utf8_decode(at, end, &length);
        n += utf8_encode(small_letter(c), small + n);
        at += length;
    }
    return name_of(reading, (struct str){small, n});
}

static void add_word(struct reading *reading, struct str text)
{
    struct prose_word word = {text, small_letters(reading, text), reading->breaks, reading->reference};
    vec_push(reading->mem, &reading->prose->words, word);
    reading->breaks = 0;
}

/* One past the word that begins at `at`. */
static const char *word_end(const char *at, const char *end)
{
    while (at < end) {
        if (is_alnum(*at)) {
            at++;
            continue;
        }
        uint32_t length, next_length, c = utf8_decode(at, end, &length);
        bool inside =
            is_inside(c) && at + length < end && is_word_character(utf8_decode(at + length, end, &next_length));
        if (!is_word_character(c) && !inside)
            break;
        at += length;
    }
    return at;
}

static void add_text(struct reading *reading, struct str text)
{
    const char *at = text.ptr, *end = text.ptr + text.len;
    while (at < end) {
        if (*at == ' ') {
            at++;
            continue;
        }
        uint32_t length, c = utf8_decode(at, end, &length);
        if (is_word_character(c)) {
            const char *stop = word_end(at, end);
            add_word(reading, (struct str){at, (uint32_t)(stop - at)});
            at = stop;
            continue;
        }
        at += length;
        reading->breaks |= break_of(c, at == end || *at == ' ' || *at == '\n' || *at == '"' || *at == ')');
    }
}

/* ---- Markup ---- */

static bool is_block(enum markdown_node node)
{
    return node < MARKDOWN_EMPHASIS;
}

static void read_markup(struct reading *reading, struct arena *arena, struct str value)
{
    markdown_events events = {0};
    uint32_t in_code = 0;
    markdown_parse(arena, value, &events);
    VEC_EACH (const struct markdown_event, event, &events) {
        bool is_code = event->node == MARKDOWN_CODE || event->node == MARKDOWN_CODE_BLOCK;
        if (event->type == MARKDOWN_TEXT && !in_code)
            add_text(reading, event->text);
        if (event->type != MARKDOWN_ENTER && event->type != MARKDOWN_LEAVE)
            continue;
        if (is_block(event->node))
            reading->breaks |= BREAK_SENTENCE;
        if (is_code)
            in_code += event->type == MARKDOWN_ENTER ? 1 : UINT32_MAX;
        if (event->node == MARKDOWN_REFERENCE)
            reading->reference = event->type == MARKDOWN_ENTER;
    }
    vec_free(arena->mem, &events);
}

void prose_read_plain(struct prose *prose, struct mem *mem, const struct atoms *known, struct str text, uint8_t breaks)
{
    *prose = (struct prose){.value = text, .at = SPAN_NONE, .words = prose->words};
    prose->words.n = 0;
    struct reading reading = {.prose = prose, .known = known, .mem = mem, .breaks = breaks};
    add_text(&reading, text);
}

void prose_read(struct prose *prose, struct arena *arena, struct atoms *atoms, struct str value, struct span at)
{
    prose->value = value;
    prose->at = at;
    prose->words.n = 0;
    struct reading reading = {.prose = prose, .atoms = atoms, .mem = arena->mem, .breaks = BREAK_SENTENCE};
    if (markdown_has_markup(value))
        read_markup(&reading, arena, value);
    else
        add_text(&reading, value);
}

struct span prose_span(const struct prose *prose, const struct sources *sources, const struct prose_word *first,
                       const struct prose_word *last)
{
    struct str part = {first->text.ptr, (uint32_t)(last->text.ptr + last->text.len - first->text.ptr)};
    if (last->text.ptr < first->text.ptr)
        part = first->text;
    return literal_span(source_text(sources, prose->at), prose->at, prose->value, part);
}
