/* The page of a rule. */

#include "cli/page.h"

#include "base/utf8.h"
#include "diag/examples.h"

enum { WIDTH = 80, LINES_MOST = 30, LINE_MOST = 100 };

struct page {
    struct buf *out;
    const struct rule_info *rule;
    bool markdown;
};

void page_severity(struct buf *out, const struct rule_info *rule)
{
    static const char *const stages[] = {"draft", "review", "release"};
    buf_text(out, severity_name(rule->severity[STAGE_DRAFT]));
    for (enum stage stage = STAGE_REVIEW; stage <= STAGE_RELEASE; stage++)
        if (rule->severity[stage] != rule->severity[stage - 1])
            buf_printf(out, ", %s at %s", severity_name(rule->severity[stage]), stages[stage]);
}

static void heading(struct page *page, const char *text)
{
    buf_printf(page->out, page->markdown ? "\n## %s\n\n" : "\n%s\n", text);
}

/* Text in lines of a terminal's width; Markdown needs none. */
static void paragraph(struct page *page, const char *text)
{
    size_t column = 0;
    while (*text) {
        size_t n = strcspn(text, " ");
        if (column && column + 1 + n > WIDTH && !page->markdown) {
            buf_char(page->out, '\n');
            column = 0;
        } else if (column) {
            buf_char(page->out, ' ');
            column++;
        }
        buf_add(page->out, text, n);
        column += n;
        text += n + (text[n] == ' ');
    }
    buf_char(page->out, '\n');
}

/* ---- Samples ---- */

/* Appends one character of a line, escaped if a reader could not see it; returns its bytes. */
static uint32_t add_character(struct buf *out, struct str rest)
{
    uint32_t len, c = utf8_decode(rest.ptr, rest.ptr + rest.len, &len);
    if (len == 1 && (unsigned char)*rest.ptr >= 0x80)
        buf_printf(out, "<0x%02X>", (unsigned char)*rest.ptr);
    else if (c == 0xa0 || (utf8_is_hidden(c) && c != '\t' && c != 0x200c && c != 0x200d))
        buf_printf(out, "<U+%04X>", c);
    else
        buf_add(out, rest.ptr, len);
    return len;
}

static void add_line(struct page *page, struct str line)
{
    uint32_t n = 0;
    if (!page->markdown && line.len)
        buf_text(page->out, "    ");
    while (line.len && n++ < LINE_MOST)
        line = str_from(line, add_character(page->out, line));
    buf_text(page->out, line.len ? " ...\n" : "\n");
}

static uint32_t count_lines(struct str text)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < text.len; i++)
        n += text.ptr[i] == '\n';
    return n;
}

/* Source, or what was found in it. Of what is very long only the beginning. */
static void sample(struct page *page, const char *language, struct str text)
{
    uint32_t n_lines = count_lines(text), n = 0;
    if (page->markdown)
        buf_printf(page->out, "```%s\n", language);
    while (text.len && n < LINES_MOST) {
        const char *newline = memchr(text.ptr, '\n', text.len);
        uint32_t len = newline ? (uint32_t)(newline - text.ptr) : text.len;
        add_line(page, str_upto(text, len));
        text = str_from(text, newline ? len + 1 : len);
        n++;
    }
    if (text.len)
        buf_printf(page->out, "%s... and %u lines more\n", page->markdown ? "" : "    ", n_lines - n);
    if (page->markdown)
        buf_text(page->out, "```\n");
}

static void add_example(struct page *page, const struct example *example)
{
    if (example->bad.len == 0)
        return;
    heading(page, "Example");
    sample(page, "prm", example->bad);
    if (example->finding.len) {
        paragraph(page, page->markdown ? "\n`prmc check` finds:\n" : "\nprmc check finds:");
        sample(page, "text", example->finding);
    }
    paragraph(page, page->markdown ? "\nBetter:\n" : "\nBetter:");
    sample(page, "prm", example->good);
}

/* ---- The other parts ---- */

static void add_fixes(struct page *page)
{
    static const struct {
        enum fixes fix;
        const char *text;
    } ways[] = {
        {FIX_SAFE, "`prmc check --fix` mends it where it is certain what is meant."},
        {FIX_UNSAFE, "`prmc check --fix --unsafe` mends it where one way stands out: read what it changed."},
        {FIX_PLACEHOLDER,
         "The JSON and SARIF findings carry a piece of source to be filled in; an editor can insert it, "
         "`--fix` never does."},
    };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (!(page->rule->fixes & ways[i].fix))
            continue;
        buf_char(page->out, '\n');
        paragraph(page, ways[i].text);
    }
}

static void add_silencing(struct page *page, enum rule rule)
{
    struct buf text = buf_on(page->out->mem);
    heading(page, "How to allow it");
    if (rule_is_fixed(rule))
        buf_text(&text, "It cannot be allowed: an error of this group leaves nothing that could be published.");
    else
        buf_printf(&text,
                   "Write `allow %s because \"...\"` with your reason into the block that it is about, or around it. "
                   "For one run: `--allow %s`.",
                   page->rule->name, page->rule->name);
    paragraph(page, buf_cstr(&text));
    buf_free(&text);
}

static void add_needs(struct page *page)
{
    static const char *const texts[] = {
        [NEEDS_NOTHING] = NULL,
        [NEEDS_WHOLE] = "It is not looked for where a part of the block could not be read.",
        [NEEDS_BOTH] = "It is not looked for while one of the two models is unknown.",
        [NEEDS_WHOLE | NEEDS_BOTH] =
            "It is not looked for while one of the two models is unknown, or a part of them or of the mapping could "
            "not be read.",
    };
    if (!texts[page->rule->needs])
        return;
    buf_char(page->out, '\n');
    paragraph(page, texts[page->rule->needs]);
}

static void add_implied(struct page *page)
{
    const enum rule *at = page->rule->implies;
    if (!at)
        return;
    buf_text(page->out, "\nAt the same place it stands for:");
    for (; *at != RULE_COUNT; at++)
        buf_printf(page->out, page->markdown ? " [%s](%s.md)" : " %s", rule_info(*at)->name, rule_info(*at)->name);
    buf_text(page->out, ".\n");
}

/* The clause; a section of the project's own documentation as a link. */
static void add_source(struct page *page)
{
    const char *source = page->rule->source, *own = "docs/language.md, ";
    if (!source)
        return;
    if (!page->markdown || strncmp(source, own, strlen(own)) != 0) {
        buf_printf(page->out, page->markdown ? "\nSource: %s\n" : "\nSource: %s\n", source);
        return;
    }
    const char *section = source + strlen(own);
    buf_printf(page->out, "\nSource: [The PRM language, %s](../language.md#", section);
    for (const char *at = section; *at; at++)
        buf_char(page->out, *at == ' ' ? '-' : to_lower(*at));
    buf_text(page->out, ")\n");
}

static void add_head(struct page *page, enum rule rule)
{
    buf_printf(page->out, page->markdown ? "# %s %s\n\n" : "%s %s\n", page->rule->code, page->rule->name);
    buf_printf(page->out, "%s: ", page->rule->group->title);
    page_severity(page->out, page->rule);
    buf_printf(page->out, ". Preset: %s.\n\n", preset_name(rule_preset(rule)));
    paragraph(page, page->rule->summary);
}

void page_of_rule(struct buf *out, enum rule rule, bool markdown)
{
    struct page page = {out, rule_info(rule), markdown};
    add_head(&page, rule);
    heading(&page, "Why");
    paragraph(&page, page.rule->reason);
    if (page.rule->measured) {
        buf_char(out, '\n');
        paragraph(&page, page.rule->measured);
    }
    heading(&page, "What to do");
    paragraph(&page, page.rule->remedy);
    add_fixes(&page);
    add_example(&page, rule_example(rule));
    add_silencing(&page, rule);
    add_needs(&page);
    add_implied(&page);
    add_source(&page);
}
