#include "base/markdown.h"

#include <limits.h>
#include <md4c.h>

#include "base/buf.h"
#include "base/entity.h"
#include "base/utf8.h"

/* The parser's callbacks must return to md4c, which has memory of its own to free; a failed
   allocation is caught here and raised again when md4c is done. */
struct parsing {
    struct arena *arena;
    struct str source;
    markdown_events *events;
    uint32_t skipped; /* bytes of text that are still to be left out */
};

static struct str keep(struct parsing *parsing, const char *text, uint32_t size)
{
    struct str slice = {text, size};
    if (text >= parsing->source.ptr && text + size <= parsing->source.ptr + parsing->source.len)
        return slice;
    return arena_str(parsing->arena, slice);
}

static int add(struct parsing *parsing, enum markdown_type type, enum markdown_node node, uint32_t number,
               const char *text, uint32_t size)
{
    struct mem *mem = parsing->arena->mem;
    jmp_buf escape, *outer = mem->guard;
    volatile int result = -1; /* md4c stops for a negative number only */
    mem->guard = &escape;
    if (setjmp(escape) == 0) {
        struct markdown_event event = {type, node, number, keep(parsing, text, size)};
        vec_push(mem, parsing->events, event);
        result = 0;
    }
    mem->guard = outer;
    return result;
}

static int add_block(void *user, enum markdown_type type, MD_BLOCKTYPE block, const void *detail)
{
    static const enum markdown_node nodes[] = {
        [MD_BLOCK_QUOTE] = MARKDOWN_QUOTE,      [MD_BLOCK_UL] = MARKDOWN_BULLETS,
        [MD_BLOCK_OL] = MARKDOWN_NUMBERS,       [MD_BLOCK_LI] = MARKDOWN_ITEM,
        [MD_BLOCK_HR] = MARKDOWN_RULE,          [MD_BLOCK_H] = MARKDOWN_HEADING,
        [MD_BLOCK_CODE] = MARKDOWN_CODE_BLOCK,  [MD_BLOCK_P] = MARKDOWN_PARAGRAPH,
        [MD_BLOCK_TABLE] = MARKDOWN_TABLE,      [MD_BLOCK_THEAD] = MARKDOWN_TABLE_HEAD,
        [MD_BLOCK_TBODY] = MARKDOWN_TABLE_BODY, [MD_BLOCK_TR] = MARKDOWN_ROW,
        [MD_BLOCK_TH] = MARKDOWN_HEAD_CELL,     [MD_BLOCK_TD] = MARKDOWN_CELL,
    };
    enum markdown_node node = nodes[block];
    uint32_t number = 0;
    struct str text = STR("");
    if (block == MD_BLOCK_DOC || block == MD_BLOCK_HTML)
        return 0;
    if (block == MD_BLOCK_H)
        number = ((const MD_BLOCK_H_DETAIL *)detail)->level;
    else if (block == MD_BLOCK_OL)
        number = ((const MD_BLOCK_OL_DETAIL *)detail)->start;
    else if (block == MD_BLOCK_TH || block == MD_BLOCK_TD)
        number = (uint32_t)((const MD_BLOCK_TD_DETAIL *)detail)->align;
    if (block == MD_BLOCK_LI && ((const MD_BLOCK_LI_DETAIL *)detail)->is_task) {
        node = MARKDOWN_TASK;
        number = ((const MD_BLOCK_LI_DETAIL *)detail)->task_mark != ' ';
    }
    if (block == MD_BLOCK_CODE && ((const MD_BLOCK_CODE_DETAIL *)detail)->lang.text)
        text = (struct str){((const MD_BLOCK_CODE_DETAIL *)detail)->lang.text,
                            ((const MD_BLOCK_CODE_DETAIL *)detail)->lang.size};
    return add(user, type, node, number, text.ptr, text.len);
}

static int enter_block(MD_BLOCKTYPE block, void *detail, void *user)
{
    return add_block(user, MARKDOWN_ENTER, block, detail);
}

static int leave_block(MD_BLOCKTYPE block, void *detail, void *user)
{
    return add_block(user, MARKDOWN_LEAVE, block, detail);
}

/* An address with its character references replaced; md4c has taken the backslashes out. The result is
   never longer than what is written. */
static void replace_references(const MD_ATTRIBUTE *address, struct buf *out)
{
    for (uint32_t i = 0; address->substr_offsets[i] < address->size; i++) {
        uint32_t start = address->substr_offsets[i], end = address->substr_offsets[i + 1];
        struct str part = {address->text + start, end - start};
        uint32_t c = address->substr_types[i] == MD_TEXT_ENTITY ? entity_code_point(part) : 0;
        char bytes[4];
        if (c)
            part = (struct str){bytes, utf8_encode(c, bytes)};
        buf_str(out, part);
    }
}

static int add_address(struct parsing *parsing, enum markdown_type type, enum markdown_node node,
                       const MD_ATTRIBUTE *address)
{
    bool plain = true;
    for (uint32_t i = 0; address->substr_offsets[i] < address->size; i++)
        plain = plain && address->substr_types[i] == MD_TEXT_NORMAL;
    if (plain)
        return add(parsing, type, node, 0, address->text, address->size);
    struct mem *mem = parsing->arena->mem;
    jmp_buf escape, *outer = mem->guard;
    struct buf out = buf_on(mem);
    volatile bool failed = true;
    mem->guard = &escape;
    if (setjmp(escape) == 0) {
        replace_references(address, &out);
        failed = false;
    }
    mem->guard = outer;
    return failed ? -1 : add(parsing, type, node, 0, out.at, (uint32_t)out.n);
}

/* The place in the source of a target that md4c took the backslashes out of. */
static struct str target_in_source(const struct parsing *parsing, struct str target)
{
    struct str rest = parsing->source;
    for (const char *at; rest.len && (at = memchr(rest.ptr, '[', rest.len)) != NULL;) {
        rest = str_from(rest, (uint32_t)(at + 1 - rest.ptr));
        if (str_starts(rest, STR("[")) && str_starts(str_from(rest, 1), target))
            return (struct str){rest.ptr + 1, target.len};
    }
    return target;
}

/* `[[2.1\|The owners]]` in a table, where the bar is escaped: for md4c all of it is the target, and the text. */
static int add_labelled(struct parsing *parsing, enum markdown_type type, struct str whole)
{
    struct str target = {whole.ptr, (uint32_t)((const char *)memchr(whole.ptr, '|', whole.len) - whole.ptr)};
    if (type == MARKDOWN_ENTER)
        parsing->skipped = target.len + 1;
    target = target_in_source(parsing, target);
    return add(parsing, type, MARKDOWN_REFERENCE, 0, target.ptr, target.len);
}

static int add_span(void *user, enum markdown_type type, MD_SPANTYPE span, const void *detail)
{
    MD_ATTRIBUTE text = {.text = NULL};
    enum markdown_node node;
    switch (span) {
    case MD_SPAN_EM: node = MARKDOWN_EMPHASIS; break;
    case MD_SPAN_STRONG: node = MARKDOWN_STRONG; break;
    case MD_SPAN_DEL: node = MARKDOWN_STRIKE; break;
    case MD_SPAN_CODE: node = MARKDOWN_CODE; break;
    case MD_SPAN_A:
        node = MARKDOWN_LINK;
        text = ((const MD_SPAN_A_DETAIL *)detail)->href;
        break;
    case MD_SPAN_IMG:
        node = MARKDOWN_IMAGE;
        text = ((const MD_SPAN_IMG_DETAIL *)detail)->src;
        break;
    case MD_SPAN_WIKILINK:
        node = MARKDOWN_REFERENCE;
        text = ((const MD_SPAN_WIKILINK_DETAIL *)detail)->target;
        if (text.size && memchr(text.text, '|', text.size))
            return add_labelled(user, type, (struct str){text.text, text.size});
        break;
    default: return 0;
    }
    if (!text.text || text.size == 0)
        return add(user, type, node, 0, "", 0);
    return add_address(user, type, node, &text);
}

static int enter_span(MD_SPANTYPE span, void *detail, void *user)
{
    return add_span(user, MARKDOWN_ENTER, span, detail);
}

static int leave_span(MD_SPANTYPE span, void *detail, void *user)
{
    return add_span(user, MARKDOWN_LEAVE, span, detail);
}

static int add_plain(struct parsing *parsing, const char *text, uint32_t size)
{
    uint32_t left_out = parsing->skipped < size ? parsing->skipped : size;
    parsing->skipped -= left_out;
    return left_out == size ? 0 : add(parsing, MARKDOWN_TEXT, 0, 0, text + left_out, size - left_out);
}

static int add_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    switch (type) {
    case MD_TEXT_NULLCHAR: return add(user, MARKDOWN_TEXT, 0, 0, "\xef\xbf\xbd", 3);
    case MD_TEXT_BR: return add(user, MARKDOWN_BREAK, 0, 0, "", 0);
    case MD_TEXT_SOFTBR: return add(user, MARKDOWN_SOFTBREAK, 0, 0, "", 0);
    case MD_TEXT_ENTITY: return add(user, MARKDOWN_ENTITY, 0, 0, text, size);
    default: return add_plain(user, text, size);
    }
}

void markdown_parse(struct arena *arena, struct str source, markdown_events *events)
{
    const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_WIKILINKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = add_text,
    };
    struct parsing parsing = {.arena = arena, .source = source, .events = events};
    if (md_parse(source.ptr ? source.ptr : "", source.len, &parser, &parsing) != 0)
        mem_exhausted(arena->mem);
}

/* True if a line that begins so would be more than a paragraph. */
static bool begins_block(struct str text)
{
    uint32_t digits = 0;
    while (digits < text.len && is_digit(text.ptr[digits]))
        digits++;
    if (digits)
        return digits < text.len && (text.ptr[digits] == '.' || text.ptr[digits] == ')');
    return text.len && memchr("#>-+*=|~`[", text.ptr[0], 10) != NULL;
}

void markdown_parse_inline(struct arena *arena, struct str source, markdown_events *events)
{
    struct str text = str_trim(source);
    uint32_t first = events->n;
    if (begins_block(text)) {
        /* a word in front keeps the line a paragraph; it is cut off again */
        static const char guard[] = "x ";
        char *guarded = arena_bytes(arena, (size_t)text.len + 2);
        memcpy(guarded, guard, 2);
        memcpy(guarded + 2, text.ptr, text.len);
        text = (struct str){guarded, text.len + 2};
        markdown_parse(arena, text, events);
        for (uint32_t i = first; i < events->n; i++)
            if (events->at[i].type == MARKDOWN_TEXT) {
                events->at[i].text = str_from(events->at[i].text, 2);
                break;
            }
    } else {
        markdown_parse(arena, text, events);
    }
    uint32_t kept = first;
    for (uint32_t i = first; i < events->n; i++) {
        bool is_text = events->at[i].type != MARKDOWN_ENTER && events->at[i].type != MARKDOWN_LEAVE;
        if (is_text || events->at[i].node >= MARKDOWN_EMPHASIS)
            events->at[kept++] = events->at[i];
    }
    events->n = kept;
}

bool markdown_has_markup(struct str source)
{
    static const bool marks[UCHAR_MAX + 1] = {
        ['\\'] = true, ['`'] = true,  ['*'] = true, ['_'] = true, ['['] = true, [']'] = true,
        ['<'] = true,  ['>'] = true,  ['&'] = true, ['!'] = true, ['#'] = true, ['~'] = true,
        ['|'] = true,  ['\n'] = true, ['+'] = true, ['-'] = true};
    const unsigned char *at = (const unsigned char *)source.ptr, *end = at + source.len;
    for (; end - at >= 4; at += 4) /* most texts have none: four at a time need one decision */
        if (marks[at[0]] | marks[at[1]] | marks[at[2]] | marks[at[3]])
            return true;
    for (; at < end; at++)
        if (marks[*at])
            return true;
    return source.len && (is_digit(source.ptr[0]) || is_blank(source.ptr[0]));
}

struct str markdown_scheme(struct arena *arena, struct str address)
{
    char *scheme = arena_bytes(arena, (size_t)address.len + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < address.len; i++) {
        char c = address.ptr[i];
        if ((unsigned char)c <= ' ')
            continue;
        if (c == ':')
            return (struct str){scheme, n};
        bool other = is_digit(c) || c == '+' || c == '-' || c == '.';
        if (!is_letter(c) && !(other && n > 0))
            return STR("");
        scheme[n++] = to_lower(c);
    }
    return STR("");
}
