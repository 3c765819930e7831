#include "emit/guide/text.h"

#include "base/markdown.h"
#include "emit/guide/html.h"
#include "emit/guide/names.h"

enum {
    DEPTH_MOST = 40, /* what is deeper keeps its text and loses its tags */
    LEVEL_MOST = 6,
};

/* A text that is being written. */
struct rendering {
    struct page *page;
    const struct voice *voice;
    struct str source;
    enum text_mode mode;
    uint32_t level;                        /* of its topmost headings */
    uint32_t levels[LEVEL_MOST], n_levels; /* the headings that are open, as the text counts them */
    VEC(const char *) closers;             /* what ends each open node */
    uint32_t skip;                         /* the depth of the node whose text is left out; 0: none */
    uint32_t in_link;                      /* the depth of the open link; 0: none */
    struct str language;                   /* of the text */
    bool with_terms;                       /* those of a glossary lead there */
    bool goes_on;                          /* what comes is in a paragraph or the like that has begun */
    uint32_t without_terms;                /* the depth of a heading or code; 0: none */
};

/* ---- Voices ---- */

struct voice voice_of_component(const struct library *library, component_id id)
{
    model_id model = library->components.at[id].model;
    return (struct voice){{{.model = model, .component = id}}, 1, library->models.at[model].header.language};
}

struct voice voice_of_model(const struct library *library, model_id id)
{
    return (struct voice){{{.model = id, .component = NONE}}, 1, library->models.at[id].header.language};
}

struct voice voice_of_mapping(const struct library *library, mapping_id id)
{
    const struct mapping *mapping = &library->mappings.at[id];
    return (struct voice){{{.model = mapping->to, .component = NONE}, {.model = mapping->from, .component = NONE}},
                          2,
                          mapping->header.language};
}

struct voice voice_of_glossary(const struct library *library, uint32_t id)
{
    return (struct voice){.language = library->glossaries.at[id].header.language};
}

/* ---- Links ---- */

/* A relative address that stays in its folder and below, or one of the schemes that are harmless. */
static bool is_safe(struct page *page, struct str address)
{
    struct str scheme = markdown_scheme(&page->guide->scratch, address);
    if (scheme.len == 0)
        return address.len && address.ptr[0] != '/' && address.ptr[0] != '\\';
    return str_is(scheme, "https") || str_is(scheme, "http") || str_is(scheme, "mailto");
}

static void open_address(struct page *page, struct str address)
{
    put(page, "<a href=\"");
    if (page->guide->edition && page->file->folder.len && markdown_scheme(&page->guide->scratch, address).len == 0 &&
        address.ptr[0] != '#') {
        buf_str(page->out, page->file->folder); /* the edition lies one folder up */
        put(page, "/");
    }
    html_address(page->out, address);
    put(page, "\">");
}

void put_address(struct page *page, struct str address)
{
    bool safe = is_safe(page, address);
    if (safe)
        open_address(page, address);
    put_text(page, address);
    if (safe)
        put(page, "</a>");
}

static bool may_link(const struct rendering *r)
{
    return r->mode == TEXT_RICH && r->in_link == 0 && r->closers.n < DEPTH_MOST;
}

static const char *enter_link(struct rendering *r, struct str address)
{
    if (!may_link(r) || !is_safe(r->page, address))
        return "";
    open_address(r->page, address);
    r->in_link = r->closers.n + 1;
    return "</a>";
}

/* True if the author wrote `[[REF|label]]`; `target` is what stands before the bar. */
static bool has_label(const struct rendering *r, struct str target)
{
    const char *end = r->source.ptr + r->source.len, *bar = target.ptr + target.len;
    bool in_source = target.ptr >= r->source.ptr && bar < end;
    return in_source && *bar == '|';
}

static const char *enter_reference(struct rendering *r, struct str target)
{
    struct page *page = r->page;
    component_id id = inline_target(page->library, r->voice->scopes, r->voice->n_scopes, target);
    if (id == NONE)
        return "";
    bool link = may_link(r);
    if (link) {
        open_component(page, id);
        r->in_link = r->closers.n + 1;
    }
    if (!has_label(r, target)) {
        put_name(page, id, r->mode == TEXT_PLAIN ? TEXT_PLAIN : TEXT_FLAT);
        r->skip = r->closers.n + 1;
    }
    return link ? "</a>" : "";
}

/* ---- Blocks ---- */

/* The level of a heading: below what it stands in, and never more than one below the last. */
static uint32_t level_of(struct rendering *r, uint32_t written)
{
    while (r->n_levels && r->levels[r->n_levels - 1] >= written)
        r->n_levels--;
    r->levels[r->n_levels++] = written;
    uint32_t level = r->level + r->n_levels - 1;
    return level < LEVEL_MOST ? level : LEVEL_MOST;
}

static const char *enter_heading(struct rendering *r, uint32_t written)
{
    static const char *const closers[] = {"</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"};
    uint32_t level = level_of(r, written);
    buf_printf(r->page->out, "<h%u>", level);
    return closers[level - 1];
}

static const char *enter_numbers(struct rendering *r, uint32_t first)
{
    if (first == 1)
        put(r->page, "<ol>\n");
    else
        buf_printf(r->page->out, "<ol start=\"%u\">\n", first);
    return "</ol>\n";
}

static const char *enter_task(struct rendering *r, bool done)
{
    put(r->page, done ? "<li class=\"task\"><span aria-hidden=\"true\">\xe2\x98\x91</span> <span class=\"hidden\">"
                      : "<li class=\"task\"><span aria-hidden=\"true\">\xe2\x98\x90</span> <span class=\"hidden\">");
    put_word(r->page, done ? WORD_TASK_DONE : WORD_TASK_OPEN);
    put(r->page, "</span> ");
    return "</li>\n";
}

static const char *enter_table(struct rendering *r)
{
    table_begin(r->page, "own");
    put_counted(r->page, WORD_TABLE_NUMBER, r->page->n_tables);
    put(r->page, "</caption>\n");
    return "</table></div>\n";
}

/* A head cell without text heads nothing. */
static const char *enter_cell(struct rendering *r, const struct markdown_event *event)
{
    static const char *const classes[] = {"", " class=\"left\"", " class=\"centre\"", " class=\"right\""};
    bool heads = event->node == MARKDOWN_HEAD_CELL && event[1].type != MARKDOWN_LEAVE;
    buf_printf(r->page->out, "%s%s>", heads ? "<th scope=\"col\"" : "<td", classes[event->number]);
    return heads ? "</th>" : "</td>";
}

/* ---- Events ---- */

/* The tags of what needs no more than that. */
static const struct tags {
    const char *open, *close;
} simple[] = {
    [MARKDOWN_PARAGRAPH] = {"<p>", "</p>\n"},
    [MARKDOWN_QUOTE] = {"<blockquote>\n", "</blockquote>\n"},
    [MARKDOWN_BULLETS] = {"<ul>\n", "</ul>\n"},
    [MARKDOWN_ITEM] = {"<li>", "</li>\n"},
    [MARKDOWN_RULE] = {"<hr/>\n", ""},
    [MARKDOWN_CODE_BLOCK] = {"<pre><code>", "</code></pre>\n"},
    [MARKDOWN_TABLE_HEAD] = {"<thead>", "</thead>\n"},
    [MARKDOWN_TABLE_BODY] = {"<tbody>", "</tbody>\n"},
    [MARKDOWN_ROW] = {"<tr>", "</tr>\n"},
    [MARKDOWN_EMPHASIS] = {"<em>", "</em>"},
    [MARKDOWN_STRONG] = {"<strong>", "</strong>"},
    [MARKDOWN_STRIKE] = {"<s>", "</s>"},
    [MARKDOWN_CODE] = {"<code>", "</code>"},
    [MARKDOWN_REFERENCE] = {"", ""},
};

/* Headings, and what stands bold for one, stay calm; code is no prose. */
static bool has_no_terms(enum markdown_node node)
{
    return node == MARKDOWN_HEADING || node == MARKDOWN_HEAD_CELL || node == MARKDOWN_STRONG || node == MARKDOWN_CODE ||
           node == MARKDOWN_CODE_BLOCK;
}

/* Writes what begins a node; returns what ends it. */
static const char *enter(struct rendering *r, const struct markdown_event *event)
{
    if (r->skip)
        return "";
    r->goes_on = r->goes_on && event->node >= MARKDOWN_EMPHASIS;
    if (event->node == MARKDOWN_REFERENCE)
        return enter_reference(r, event->text);
    if (r->mode == TEXT_PLAIN || r->closers.n >= DEPTH_MOST)
        return "";
    if (!r->without_terms && has_no_terms(event->node))
        r->without_terms = r->closers.n + 1;
    switch (event->node) {
    case MARKDOWN_HEADING: return enter_heading(r, event->number);
    case MARKDOWN_NUMBERS: return enter_numbers(r, event->number);
    case MARKDOWN_TASK: return enter_task(r, event->number != 0);
    case MARKDOWN_TABLE: return enter_table(r);
    case MARKDOWN_HEAD_CELL:
    case MARKDOWN_CELL: return enter_cell(r, event);
    case MARKDOWN_LINK:
    case MARKDOWN_IMAGE: return enter_link(r, event->text);
    default: put(r->page, simple[event->node].open); return simple[event->node].close;
    }
}

static void leave(struct rendering *r)
{
    uint32_t depth = r->closers.n--;
    put(r->page, r->closers.at[depth - 1]);
    if (r->skip == depth)
        r->skip = 0;
    if (r->in_link == depth)
        r->in_link = 0;
    if (r->without_terms == depth)
        r->without_terms = 0;
}

static void write_words(struct rendering *r, struct str text)
{
    if (r->skip) {
        r->goes_on = true;
        return;
    }
    if (r->with_terms && !r->without_terms && may_link(r))
        put_with_terms(r->page, r->language, text, !r->goes_on);
    else
        put_text(r->page, text);
    r->goes_on = true;
}

static void write_character(struct rendering *r, const struct markdown_event *event)
{
    if (r->skip)
        return;
    switch (event->type) {
    case MARKDOWN_ENTITY: html_entity(r->page->out, event->text); break;
    case MARKDOWN_BREAK: put(r->page, r->mode == TEXT_PLAIN ? " " : "<br/>\n"); break;
    default: put(r->page, r->mode == TEXT_PLAIN ? " " : "\n"); break;
    }
}

/* Joins a text that goes on in the next line of the source, for a term may; `*event` becomes its last part. */
static struct str whole_text(const struct rendering *r, const struct markdown_event **event,
                             const struct markdown_event *end)
{
    const char *last = r->source.ptr + r->source.len;
    struct str whole = (*event)->text;
    while (r->with_terms && end - *event > 2 && (*event)[1].type == MARKDOWN_SOFTBREAK &&
           (*event)[2].type == MARKDOWN_TEXT) {
        struct str next = (*event)[2].text, between = {whole.ptr + whole.len, 0};
        if (between.ptr < r->source.ptr || between.ptr > last || next.ptr < between.ptr || next.ptr > last)
            break;
        between.len = (uint32_t)(next.ptr - between.ptr);
        if (str_trim(between).len)
            break;
        whole = str_range(whole.ptr, next.ptr + next.len);
        *event += 2;
    }
    return whole;
}

static void render(struct rendering *r, const markdown_events *events)
{
    const struct markdown_event *end = events->at + events->n;
    for (const struct markdown_event *event = events->at; event < end; event++) {
        if (event->type == MARKDOWN_ENTER) {
            const char *closer = enter(r, event);
            vec_push(r->page->guide->mem, &r->closers, closer);
        } else if (event->type == MARKDOWN_LEAVE) {
            leave(r);
        } else if (event->type == MARKDOWN_TEXT) {
            write_words(r, whole_text(r, &event, end));
        } else {
            write_character(r, event);
        }
    }
    vec_free(r->page->guide->mem, &r->closers);
}

static void write_inline(struct page *page, const struct voice *voice, struct str text, enum text_mode mode)
{
    if (!markdown_has_markup(text)) {
        put_text(page, text);
        return;
    }
    struct rendering r = {.page = page, .voice = voice, .source = text, .mode = mode};
    markdown_events events = {0};
    markdown_parse_inline(&page->guide->scratch, text, &events);
    render(&r, &events);
    vec_free(page->guide->mem, &events);
}

static void write_block(struct rendering *r)
{
    struct page *page = r->page;
    if (!markdown_has_markup(r->source)) {
        put(page, "<p>");
        write_words(r, r->source);
        put(page, "</p>\n");
        return;
    }
    markdown_events events = {0};
    markdown_parse(&page->guide->scratch, r->source, &events);
    render(r, &events);
    vec_free(page->guide->mem, &events);
}

void put_inline(struct page *page, const struct voice *voice, struct str text, enum text_mode mode)
{
    struct str own = in_language(page, text);
    if (own.ptr) {
        write_inline(page, voice, own, mode);
    } else if (text.len) {
        bool foreign = page->guide->language && has_letters(text) && foreign_begin(page, voice->language, "span");
        write_inline(page, voice, text, mode);
        foreign_end(page, foreign, "span");
    }
}

void put_block(struct page *page, const struct voice *voice, struct str text, uint32_t level)
{
    struct str own = in_language(page, text);
    bool foreign = !own.ptr && foreign_begin(page, voice->language, "div");
    struct rendering r = {.page = page, .voice = voice, .mode = TEXT_RICH, .level = level, .with_terms = true};
    r.source = own.ptr ? own : text;
    r.language = own.ptr ? guide_language(page->guide) : voice->language;
    write_block(&r);
    foreign_end(page, foreign, "div");
}
